"""What the day brings: feeds, their entries, the articles behind them, and stories of articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

PageType = Literal["article", "feed", "stub", "live_blog", "round_up", "gallery", "video", "opinion"]
"""The type of a page. ``stub`` is a paywall, a consent page or no text; it and ``feed`` have only what the feed itself said."""


@dataclass(frozen=True, slots=True)
class Problem:
    """An expected failure, reported and survived: one feed, one page, one claim, one address."""

    stage: str
    subject: str
    reason: str
    missing: bool = False
    """Whether reports may be missing for it: so much concerns readers, the rest the operator."""


@dataclass(frozen=True, slots=True)
class Window:
    """The span of time that an edition covers; ``start`` is exclusive, ``end`` inclusive."""

    start: datetime
    end: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.start < moment <= self.end


@dataclass(frozen=True, slots=True)
class Feed:
    """A source in the config. ``weight`` multiplies what its report counts; 1 is ordinary."""

    url: str
    outlet: str
    weight: float = 1.0
    lean: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class SeenItem:
    """What is remembered of an item that a feed has."""

    url: str
    """Its address as the feed gives it."""
    first_seen: datetime
    dated: datetime | None = None
    """When it was published or updated, by the feed."""
    article_url: str = ""
    """Address of the article that its page turned out to be; empty if the page was not read."""


@dataclass(frozen=True, slots=True)
class FeedRecord:
    """How reading a feed went, run after run."""

    url: str
    success: datetime | None = None
    """When it was last read."""
    failing: datetime | None = None
    """Since when it fails; None if the last try was a success."""
    reason: str = ""
    """Why it fails, in words; empty if it does not."""
    daily: float = 0.0
    """Items a day."""
    gone: datetime | None = None
    """When the publisher said that it was removed for good."""
    items: tuple[SeenItem, ...] = ()
    """Its items when it was last read, in its order."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one item. All text is plain: markup is removed, entities are resolved."""

    feed: Feed
    url: str
    title: str
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    content: str = ""
    """The full text if the feed carries it, a paragraph a line."""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str = ""
    position: int = 0
    """Place in the feed, 0 is the top."""

    @property
    def outlet(self) -> str:
        return self.feed.outlet


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: ``article.text[start:end] == text``. Numbers start at 1."""

    number: int
    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """An entry and the text behind it, a paragraph a line, split into numbered sentences."""

    entry: Entry
    url: str
    """The address to print: canonical, without tracking parameters."""
    title: str
    text: str
    sentences: tuple[Sentence, ...]
    form: PageType = "article"
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""
    section: str = ""
    image: str = ""
    corrections: tuple[str, ...] = ()

    @property
    def outlet(self) -> str:
        return self.entry.outlet

    @property
    def feed(self) -> Feed:
        return self.entry.feed


SENTENCE_ID = re.compile(r"A([1-9][0-9]{0,3})\.S([1-9][0-9]{0,4})")


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event, the lead article first; its sentences are called ``A1.S7``."""

    id: str
    articles: tuple[Article, ...]
    copies: tuple[str, ...] = ()
    """Addresses of articles that repeat another one's text: a wire copy is not a second report."""

    @property
    def lead(self) -> Article:
        return self.articles[0]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Names of the outlets that report independently, in the order of their articles."""
        names = (a.outlet for a in self.articles if a.url not in self.copies)
        return tuple(dict.fromkeys(names))

    def sentences(self) -> Iterator[tuple[str, Article, Sentence]]:
        """Every sentence with its id, article by article."""
        for a, article in enumerate(self.articles, 1):
            for sentence in article.sentences:
                yield f"A{a}.S{sentence.number}", article, sentence

    def find(self, sentence_id: str) -> tuple[Article, Sentence] | None:
        """The sentence of that id, or None if there is none."""
        match = SENTENCE_ID.fullmatch(sentence_id)
        if not match or int(match[1]) > len(self.articles):
            return None
        article = self.articles[int(match[1]) - 1]
        number = int(match[2])
        return next(((article, s) for s in article.sentences if s.number == number), None)
