"""What parsers hand over, as values that go between processes and into the cache as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Literal

from digest.collect.parsing import html_text, urls
from digest.collect.parsing.timestamps import parse_timestamp
from digest.models import PageType


class UnreadableError(ValueError):
    """Why bytes are not what they should be, as a clause for the user: "it is empty"."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item of a feed as the feed has it; dates that could not be read are None."""

    url: str
    title: str
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    content: str = ""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as parsed, or a page or an index that leads to feeds."""

    title: str
    items: tuple[FeedItem, ...]
    language: str = ""
    ttl: int = 0
    """Minutes that the publisher asks readers to wait, 0 if not said."""
    rest_hours: tuple[int, ...] = ()
    """Hours of the day, in UTC, in which the feed need not be asked (``skipHours`` of RSS)."""
    elsewhere: tuple[str, ...] = ()
    """Addresses of the sitemaps of an index, or of what may be the feeds of a page."""
    kind: Literal["feed", "index", "page"] = "feed"


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """A page as parsed: its text, a paragraph a line, and what it says of itself; dates in the publisher's zone."""

    text: str
    title: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""
    canonical: str = ""
    section: str = ""
    image: str = ""
    form: PageType = "article"
    corrections: tuple[str, ...] = ()


def to_json(value: ParsedFeed | ParsedPage) -> str:
    """The value as JSON, dates in ISO 8601; ``cache`` reads it back and checks it."""
    return json.dumps(asdict(value), default=datetime.isoformat, ensure_ascii=False)


MAX_ITEMS = 1000
"""Most items that are read of one feed, from the top: a day of a busy agency has fewer."""

MAX_SUMMARY = 4000
"""Most characters of a summary; what is longer is the text itself."""


@dataclass(slots=True)
class RawItem:
    """The fields of an item as the feed has them, texts with their markup, dates as they are written."""

    base: str
    link: str = ""
    title: str = ""
    published: str = ""
    updated: str = ""
    summary: str = ""
    content: str = ""
    authors: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    language: str = ""


def to_items(raw: Iterable[RawItem]) -> tuple[FeedItem, ...]:
    """The items that have an address, in their order."""
    return tuple(item for item in map(_to_item, raw) if item)


def _to_item(raw: RawItem) -> FeedItem | None:
    url = urls.clean(raw.link, raw.base)
    if not url:
        return None
    return FeedItem(
        url=url,
        title=html_text.plain(raw.title),
        published=parse_timestamp(raw.published),
        updated=parse_timestamp(raw.updated),
        summary=html_text.plain(raw.summary or raw.content)[:MAX_SUMMARY],
        content=html_text.paragraphs(raw.content),
        authors=_distinct(raw.authors),
        categories=_distinct(raw.categories),
        language=raw.language,
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(html_text.plain, texts))))
