"""What parsers hand over, as values that go between processes and into the cache as JSON."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Literal

from digest.collect.parsing import html_text, urls
from digest.collect.parsing.timestamps import Habit, numeric_order, parse_timestamp
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
    unusable: int = 0
    """Items that were left out because they have no address to read."""
    older: int = 0
    """Items that were left out because MAX_ITEMS others are newer."""
    unread_dates: tuple[str, ...] = ()
    """Dates of items that could not be read, or could be two days, each once."""


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
"""Most items that are read of one feed, the newest: a day of a busy agency has fewer."""

MAX_DATE = 60
"""Most characters that are kept of a date which could not be read."""

MAX_SUMMARY = 4000
"""Most characters of a summary; what is longer is the text itself."""


@dataclass(slots=True)
class RawItem:
    """The fields of an item as the feed has them, texts with their markup, dates as they are written."""

    base: str
    link: str = ""
    identity: str = ""
    """What tells the item from others (guid, id); often, not always, an address as well."""
    title: str = ""
    published: str = ""
    updated: str = ""
    summary: str = ""
    content: str = ""
    authors: list[str] = field(default_factory=list)
    categories: list[str] = field(default_factory=list)
    language: str = ""


def parsed_feed(
    title: str, raw: Iterable[RawItem], *, language: str = "", ttl: int = 0, rest_hours: tuple[int, ...] = ()
) -> ParsedFeed:
    """The feed of these items, in their order; counts what is left out of them."""
    found = list(raw)
    habits = _habits(found, language)
    newest = _newest(found, habits)
    addresses = _addresses(newest)
    read = [
        (item, _feed_item(item, url, habits(item)))
        for item, url in zip(newest, addresses, strict=True)
        if url
    ]
    return ParsedFeed(
        title=title,
        items=tuple(item for _, item in read),
        language=language,
        ttl=ttl,
        rest_hours=rest_hours,
        unusable=len(newest) - len(read),
        older=len(found) - len(newest),
        unread_dates=_unread_dates(read),
    )


_Habits = Callable[[RawItem], Habit]


def _habits(raw: Sequence[RawItem], language: str) -> _Habits:
    """How the dates of each item are written: by its language, and by the dates of the whole feed."""
    day_first = numeric_order(text for item in raw for text in (item.published, item.updated))
    return lambda item: Habit(item.language or language, day_first)


def _unread_dates(read: Iterable[tuple[RawItem, FeedItem]]) -> tuple[str, ...]:
    texts = (raw.published or raw.updated for raw, item in read if not (item.published or item.updated))
    return tuple(dict.fromkeys(text.strip()[:MAX_DATE] for text in texts if text.strip()))


def _newest(raw: list[RawItem], habits: _Habits) -> list[RawItem]:
    """At most MAX_ITEMS, by date and not by place: some feeds begin with the oldest item.

    An item without a date counts as new as the one before it.
    """
    if len(raw) <= MAX_ITEMS:
        return raw
    dates = [
        parse_timestamp(item.published, habits(item)) or parse_timestamp(item.updated, habits(item))
        for item in raw
    ]
    moment = next(filter(None, dates), datetime.min.replace(tzinfo=UTC))
    moments = [moment := date or moment for date in dates]
    latest = sorted(range(len(raw)), key=lambda i: (moments[i], -i), reverse=True)[:MAX_ITEMS]
    return [raw[i] for i in sorted(latest)]


def _addresses(raw: Sequence[RawItem]) -> list[str]:
    """The address of each item, empty if it has none.

    If cutting what may be tracking would make one address of items with different titles, only what is tracking
    on every site is cut.
    """
    links = _links(raw)
    found = [urls.clean(link, item.base) for link, item in zip(links, raw, strict=True)]
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for url, item in zip(found, raw, strict=True):
        titles[url].add(item.title)
    return [
        urls.clean(link, item.base, certain=True) if len(titles[url]) > 1 else url
        for url, link, item in zip(found, links, raw, strict=True)
    ]


def _links(raw: Sequence[RawItem]) -> list[str]:
    """What is the address of each item: its link, or an identity that is one and that no other item has."""
    linked, identified = Counter(item.link for item in raw), Counter(item.identity for item in raw)
    return [
        item.identity
        if urls.clean(item.identity)
        and identified[item.identity] == 1
        and (not urls.clean(item.link, item.base) or linked[item.link] > 1)
        else item.link
        for item in raw
    ]


def _feed_item(raw: RawItem, url: str, habit: Habit) -> FeedItem:
    return FeedItem(
        url=url,
        title=html_text.plain(raw.title),
        published=parse_timestamp(raw.published, habit),
        updated=parse_timestamp(raw.updated, habit),
        summary=html_text.plain(raw.summary or raw.content)[:MAX_SUMMARY],
        content=html_text.paragraphs(raw.content),
        authors=_distinct(raw.authors),
        categories=_distinct(raw.categories),
        language=raw.language,
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(html_text.plain, texts))))
