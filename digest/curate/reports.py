"""What curation looks at: one report of something, known from its feed alone or read in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property
from statistics import fmean

from digest.models import Article, Entry, Feed, PageType
from digest.text.languages import language
from digest.text.languages.language import Words
from digest.text.titles import MAX_HEADLINE, shouts
from digest.text.tokens import stems, words

_LEAD_CHARACTERS = 500
"""Characters of the body that tell the event; what follows is background shared with other events."""
_OPENING_CHARACTERS = 800
"""Characters of the body in which two reports of one event are found alike."""
_MAX_READ = 3000
"""Characters of the body that are looked at at all; long reads end in other matters."""


@dataclass(frozen=True)
class Report:
    """An entry or an article as curation sees it; of an entry, the text is what the feed tells."""

    url: str
    feed: Feed
    title: str
    text: str
    language: str
    published: datetime | None
    position: int
    form: PageType
    labels: tuple[str, ...] = ()
    """What the publisher files it under: categories of the feed, section of the page."""

    @cached_property
    def title_stems(self) -> tuple[str, ...]:
        return stems(self.title, self.language)

    @cached_property
    def lead_stems(self) -> tuple[str, ...]:
        return stems(self.lead, self.language)

    @property
    def opening_stems(self) -> tuple[str, ...]:
        """Those of somewhat more than the lead."""
        return (
            self.lead_stems
            if len(self.text) <= _LEAD_CHARACTERS
            else stems(self.text[:_OPENING_CHARACTERS], self.language)
        )

    @cached_property
    def body_stems(self) -> tuple[str, ...]:
        return stems(self.rest, self.language)

    @property
    def lead(self) -> str:
        """The beginning of the text."""
        return self.text[:_LEAD_CHARACTERS]

    @property
    def rest(self) -> str:
        """What follows it, as far as it can still be about the event."""
        return self.text[_LEAD_CHARACTERS:_MAX_READ]

    @property
    def outlet(self) -> str:
        return self.feed.outlet


def of_entry(entry: Entry) -> Report:
    """What the feed says of it."""
    return Report(
        url=entry.url,
        feed=entry.feed,
        title=entry.title,
        text=entry.content or entry.summary,
        language=entry.language,
        published=entry.published,
        position=entry.position,
        form="article",
        labels=entry.categories,
    )


def of_article(article: Article) -> Report:
    """What the page says of it; its feed knows the place and, if the page does not say it, the time."""
    entry = article.entry
    return Report(
        url=article.url,
        feed=entry.feed,
        title=article.title or entry.title,
        text=_with_standfirst(article.standfirst, article.text),
        language=article.language or entry.language,
        published=entry.published or article.published,
        position=entry.position,
        form=article.form,
        labels=(*entry.categories, *((article.section,) if article.section else ())),
    )


def _with_standfirst(standfirst: str, text: str) -> str:
    """Standfirst and text; the text alone if it begins with the standfirst, as a feed's summary of first words does."""
    opening = words(standfirst)[:-1]
    if opening == words(text[: 2 * len(standfirst)])[: len(opening)]:
        return text
    return f"{standfirst}\n{text}"


_NOT_PRINTED = frozenset({"gallery", "video", "round_up"})
"""Forms with no telling of one event to print."""
_TYPE_ORDER: dict[str, int] = {"article": 0, "feed": 1, "stub": 2}
"""News before what else is said of it: a live blog or an opinion leads a story only if nothing else reports it."""
_TO_COME = re.compile(language("en").news.to_come, re.IGNORECASE)
"""A headline in English that tells of what is about to happen."""
_QUOTED = re.compile(r"[\"“”„«»]|(?<!\w)['‘][^'’]{3,}['’](?!\w)")
_SHOUTED = 5
"""Letters of a word in capitals that counts against a headline: there is another one to choose."""


def printable_reports(members: Iterable[Article]) -> tuple[Article, ...]:
    """The reports that tell an event, in the order of print.

    News that was read in full leads; of it the report whose headline is the plain statement that most of the others agree
    with; of equals that of a source that counts most, and at last the one that was published first.
    """
    printed = [article for article in members if article.form not in _NOT_PRINTED]
    return tuple(sorted(printed, key=lambda article: _lead_key(article, printed)))


def _lead_key(article: Article, printed: Sequence[Article]) -> tuple[int, int, float, float, float, str]:
    told_at = _moment(article)
    form = _TYPE_ORDER.get(article.form, len(_TYPE_ORDER))
    agreed = round(agreement(article, [other for other in printed if other is not article]), 1)
    return form, slant(article.title, article.language), -agreed, -article.feed.weight, told_at, article.url


def _moment(article: Article) -> float:
    return article.published.timestamp() if article.published else float("inf")


def slant(title: str, tag: str) -> int:
    """How many things keep a headline from being the plain statement of what happened.

    That it tells what is to come, asks, quotes, judges in the outlet's own voice, tells no deed, talks of talk, shouts in
    capitals, or is longer than a line of a mailbox.
    """
    news, found = language(tag or "en").news, set(stems(title, tag))
    deed = bool(found & _stemmed(news.deeds, tag))
    return sum(
        (
            bool(_TO_COME.search(title)),
            title.rstrip().endswith("?"),
            bool(_QUOTED.search(title)),
            bool(found & _stemmed(news.judgement, tag)),
            not deed,
            not deed and bool(found & _stemmed(news.talk, tag)),
            shouts(title, _SHOUTED),
            len(title) > MAX_HEADLINE,
        )
    )


def agreement(article: Article, others: Sequence[Article]) -> float:
    """What share of the words of its headline the others have in headline or lead, from 0 to 1; the mean over them."""
    own = set(stems(article.title, article.language))
    theirs = [
        set(stems(f"{other.title} {other.text[:_LEAD_CHARACTERS]}", other.language)) for other in others
    ]
    return fmean(len(own & found) / len(own) for found in theirs) if own and theirs else 0.0


@cache
def _stemmed(table: Words, tag: str) -> frozenset[str]:
    return frozenset(stem for entry in table for stem in stems(entry, tag))


_SHINGLE = 5
"""Words in a row that are compared; shorter runs are shared by chance (Broder 1997)."""
_MIN_REPEATED = 0.5
"""Share of the shorter text that stands in the longer one at which it is a copy."""
_MIN_SHINGLES = 12
"""Runs that a text must have to be judged; a two-line feed summary proves nothing."""


def copies(articles: Sequence[Article]) -> tuple[str, ...]:
    """Addresses of the articles that repeat one that was published before: of two that share a text, the later is the copy.

    Of two without a date it is the second of the sequence.
    """
    found: list[str] = []
    originals: list[frozenset[tuple[str, ...]]] = []
    for article in sorted(articles, key=_moment):
        shingles = _shingles(article.text)
        if any(_repeats(shingles, original) for original in originals):
            found.append(article.url)
        else:
            originals.append(shingles)
    return tuple(found)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    text_words = words(text)
    return frozenset(text_words[i : i + _SHINGLE] for i in range(len(text_words) - _SHINGLE + 1))


def _repeats(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _MIN_SHINGLES and len(one & other) >= _MIN_REPEATED * shorter
