"""What earlier editions printed of a story, and whether there is anything new since."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.models import Article, Correction, EarlierCoverage
from digest.text.tokens import stems

_MIN_TAKEN_UP = 0.45
"""Share of what was printed, rare words counting most, that a story takes up again if it continues it.

On a day of news, stories of different events take up less than .25 of each other.
"""
_MIN_TAKEN_UP_OF_PART = 0.65
"""The same for the headline or a single point: two events may have been printed as one. Unlike events stay below .55."""
_MIN_PART_WORDS = 5
"""Words that a headline or a point must have to be recognised alone."""
_OPENING = 600
"""Characters of a report that say what it is about."""
_MIN_NEW = 0.25
"""Share of a report's opening words that was not printed before, at which there is something new."""

_Words = frozenset[str]


@dataclass(frozen=True)
class Memory:
    """Earlier coverage, the latest first, and the inverse document frequency of each word in it and in today's reports."""

    coverage: tuple[EarlierCoverage, ...]
    idf: Mapping[str, float]

    def predecessor(self, articles: Sequence[Article]) -> EarlierCoverage | None:
        """The latest telling that the story of these articles goes on from: by a shared address, or by its words."""
        urls = {article.url for article in articles} | {article.entry.url for article in articles}
        if by_address := next((t for t in self.coverage if urls & set(t.urls)), None):
            return by_address
        today = opening_words(articles)
        by_words = [(self._continuity(t, today), t) for t in self.coverage]
        latest = max((t.date for continuity, t in by_words if continuity >= 1), default=None)
        return max(
            (pair for pair in by_words if pair[1].date == latest), key=lambda p: p[0], default=(0.0, None)
        )[1]

    def _continuity(self, earlier: EarlierCoverage, today: _Words) -> float:
        """How far above the bar the words take up earlier coverage: from 1 on, the story continues it."""
        alone = [words for words in coverage_words(earlier) if len(words) >= _MIN_PART_WORDS]
        of_all = self.share(frozenset().union(*coverage_words(earlier)), today) / _MIN_TAKEN_UP
        return max([of_all, *(self.share(part, today) / _MIN_TAKEN_UP_OF_PART for part in alone)])

    def share(self, words: _Words, others: _Words) -> float:
        """Which part of the words is among the others, rare words counting most."""
        known = sorted(words & self.idf.keys())
        total = sum(self.idf[word] for word in known)
        return sum(self.idf[word] for word in known if word in others) / total if total else 0.0


def remember(coverage: Sequence[EarlierCoverage], stories: Sequence[Sequence[Article]]) -> Memory:
    """The memory of earlier coverage, for comparison with today's stories."""
    latest_first = tuple(sorted(coverage, key=lambda t: (t.date, t.edition_id), reverse=True))
    texts = [*(frozenset().union(*coverage_words(t)) for t in latest_first), *map(opening_words, stories)]
    frequency = Counter(word for text in texts for word in text)
    idf = {word: math.log((len(texts) + 5) / (n + 0.5)) for word, n in frequency.items()}
    return Memory(latest_first, idf)


@lru_cache(maxsize=4096)
def coverage_words(earlier: EarlierCoverage) -> tuple[_Words, ...]:
    """The words of the headline that was printed, and of each point."""
    return tuple(frozenset(stems(part)) for part in (earlier.headline, *earlier.points))


def opening_words(articles: Sequence[Article]) -> _Words:
    """The words in which reports say what they are about."""
    return frozenset(w for a in articles for w in stems(f"{a.title} {a.text[:_OPENING]}", a.language))


def new_articles(articles: Sequence[Article], earlier: EarlierCoverage) -> tuple[Article, ...]:
    """The articles that say what the earlier edition did not, corrections first, else in their order."""
    corrected = {correction.url for correction in corrections(articles, earlier)}
    new = [a for a in articles if a.url in corrected or (a.url not in earlier.urls and _says_new(a, earlier))]
    return tuple(sorted(new, key=lambda article: article.url not in corrected))


def novelty(articles: Sequence[Article], earlier: EarlierCoverage) -> float:
    """Which share of the words of these reports was not printed before, from 0 to 1."""
    today = opening_words(articles)
    known = frozenset(stems(" ".join((earlier.headline, *earlier.points))))
    return len(today - known) / len(today) if today else 0.0


def corrections(articles: Sequence[Article], earlier: EarlierCoverage) -> tuple[Correction, ...]:
    """What the articles have corrected since the story was printed, in their order, without corrections printed already."""
    return tuple(
        Correction(text, article.url, article.outlet, earlier.edition_id)
        for article in articles
        if article.updated is None or article.updated.date() >= earlier.date
        for text in article.corrections
        if text not in earlier.corrections
    )


def _says_new(article: Article, earlier: EarlierCoverage) -> bool:
    known = set(stems(" ".join((earlier.headline, *earlier.points)), article.language))
    opened = set(stems(f"{article.title} {article.text[:_OPENING]}", article.language))
    return len(opened - known) >= _MIN_NEW * len(opened)
