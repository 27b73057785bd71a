"""What earlier editions told of a story, and whether there is anything new since."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.models import Article, Correction, EarlierCoverage
from digest.text.tokens import stems

_AGAIN = 0.45
"""Share of what was told, rare words counting most, that a story takes up again when it goes on from there.

On a day of news, stories of different events take up less than .25 of each other.
"""
_IN_PART = 0.65
"""The same for the headline or a single point: two events may have been told as one. Unlike events stay below .55."""
_ENOUGH = 5
"""Words that a headline or a point must have to be recognised alone."""
_OPENING = 600
"""Characters of a report that say what it is about."""
_NEW = 0.25
"""Share of a report's opening words that was not told before, at which there is something new."""

_Words = frozenset[str]


@dataclass(frozen=True)
class Memory:
    """What was told, the latest first, and how rare each word is in it and in today's reports."""

    told: tuple[EarlierCoverage, ...]
    rarity: Mapping[str, float]

    def predecessor(self, articles: Sequence[Article]) -> EarlierCoverage | None:
        """The latest telling that the story of these articles goes on from: by a shared address, or by its words."""
        urls = {article.url for article in articles} | {article.entry.url for article in articles}
        if by_address := next((t for t in self.told if urls & set(t.urls)), None):
            return by_address
        today = opening(articles)
        likely = [(self._likeness(t, today), t) for t in self.told]
        latest = max((t.date for likeness, t in likely if likeness >= 1), default=None)
        return max(
            (pair for pair in likely if pair[1].date == latest), key=lambda p: p[0], default=(0.0, None)
        )[1]

    def _likeness(self, told: EarlierCoverage, today: _Words) -> float:
        """1 and more where the story of these words goes on from what was told."""
        alone = [words for words in parts(told) if len(words) >= _ENOUGH]
        whole = self.share(frozenset().union(*parts(told)), today) / _AGAIN
        return max([whole, *(self.share(part, today) / _IN_PART for part in alone)])

    def share(self, words: _Words, others: _Words) -> float:
        """Which part of the words is among the others, rare words counting most."""
        known = sorted(words & self.rarity.keys())
        whole = sum(self.rarity[word] for word in known)
        return sum(self.rarity[word] for word in known if word in others) / whole if whole else 0.0


def remember(told: Sequence[EarlierCoverage], stories: Sequence[Sequence[Article]]) -> Memory:
    """The memory of what was told, for comparison with today's stories."""
    latest_first = tuple(sorted(told, key=lambda t: (t.date, t.edition), reverse=True))
    texts = [*(frozenset().union(*parts(t)) for t in latest_first), *map(opening, stories)]
    frequency = Counter(word for text in texts for word in text)
    rarity = {word: math.log((len(texts) + 5) / (n + 0.5)) for word, n in frequency.items()}
    return Memory(latest_first, rarity)


@lru_cache(maxsize=4096)
def parts(told: EarlierCoverage) -> tuple[_Words, ...]:
    """The words of the headline that was printed, and of each point."""
    return tuple(frozenset(stems(part)) for part in (told.headline, *told.points))


def opening(articles: Sequence[Article]) -> _Words:
    """The words in which reports say what they are about."""
    return frozenset(w for a in articles for w in stems(f"{a.title} {a.text[:_OPENING]}", a.language))


def news(articles: Sequence[Article], told: EarlierCoverage) -> tuple[Article, ...]:
    """The articles that say what the earlier edition did not, corrections first, else in their order."""
    put_right = {correction.url for correction in corrections(articles, told)}
    new = [a for a in articles if a.url in put_right or (a.url not in told.urls and _says_new(a, told))]
    return tuple(sorted(new, key=lambda article: article.url not in put_right))


def novelty(articles: Sequence[Article], told: EarlierCoverage) -> float:
    """Which part of the words of these reports was not told, from 0 to 1."""
    today = opening(articles)
    known = frozenset(stems(" ".join((told.headline, *told.points))))
    return len(today - known) / len(today) if today else 0.0


def corrections(articles: Sequence[Article], told: EarlierCoverage) -> tuple[Correction, ...]:
    """What the articles put right of a story since it was told, in their order; nothing that was printed before."""
    return tuple(
        Correction(text, article.url, article.outlet, told.edition)
        for article in articles
        if article.updated is None or article.updated.date() >= told.date
        for text in article.corrections
        if text not in told.corrections
    )


def _says_new(article: Article, told: EarlierCoverage) -> bool:
    known = set(stems(" ".join((told.headline, *told.points)), article.language))
    opened = set(stems(f"{article.title} {article.text[:_OPENING]}", article.language))
    return len(opened - known) >= _NEW * len(opened)
