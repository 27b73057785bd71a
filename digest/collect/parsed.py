"""What parsers hand over, as values that go between processes and into the keep as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from digest.models import Form


class UnreadableError(ValueError):
    """Why bytes are not what they should be, as a clause for the user: "it is empty"."""


@dataclass(frozen=True, slots=True)
class Item:
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
    items: tuple[Item, ...]
    language: str = ""
    ttl: int = 0
    """Minutes that the publisher asks readers to wait, 0 where not said."""
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
    form: Form = "article"
    corrections: tuple[str, ...] = ()


def to_json(value: ParsedFeed | ParsedPage) -> str:
    """The value as JSON, dates in ISO 8601; ``kept`` reads it back and checks it."""
    return json.dumps(asdict(value), default=datetime.isoformat, ensure_ascii=False)
