"""What curation looks at: one report of something, known from its feed alone or read in full."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from digest.models import Article, Entry, Feed, PageType
from digest.text.tokens import stems, words

_LEAD = 500
"""Characters of the body that tell the event; what follows is background shared with other events."""
_OPENING = 800
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
        return self.lead_stems if len(self.text) <= _LEAD else stems(self.text[:_OPENING], self.language)

    @cached_property
    def body_stems(self) -> tuple[str, ...]:
        return stems(self.rest, self.language)

    @property
    def lead(self) -> str:
        """The beginning of the text."""
        return self.text[:_LEAD]

    @property
    def rest(self) -> str:
        """What follows it, as far as it can still be about the event."""
        return self.text[_LEAD:_MAX_READ]

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
    """What the page says of it; its feed knows the place and, where the page is silent, the time."""
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
    """Standfirst and text; the text alone where it begins with the standfirst, as where a feed gave its first words."""
    opening = words(standfirst)[:-1]
    if opening == words(text[: 2 * len(standfirst)])[: len(opening)]:
        return text
    return f"{standfirst}\n{text}"
