"""What feeds of all formats have in common: raw fields into an item."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from digest.collect import addresses, markup
from digest.collect.dates import parse_date
from digest.collect.parsed import Item

MAX_ITEMS = 1000
"""Most items that are read of one feed, from the top: a day of a busy agency has fewer."""

SUMMARY = 4000
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


def finished(raw: Iterable[RawItem]) -> tuple[Item, ...]:
    """The items that have an address, in their order."""
    return tuple(item for item in map(_finish, raw) if item)


def _finish(raw: RawItem) -> Item | None:
    url = addresses.clean(raw.link, raw.base)
    if not url:
        return None
    return Item(
        url=url,
        title=markup.plain(raw.title),
        published=parse_date(raw.published),
        updated=parse_date(raw.updated),
        summary=markup.plain(raw.summary or raw.content)[:SUMMARY],
        content=markup.paragraphs(raw.content),
        authors=_distinct(raw.authors),
        categories=_distinct(raw.categories),
        language=raw.language,
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(markup.plain, texts))))
