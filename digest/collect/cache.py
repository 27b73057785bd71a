"""What is cached between runs, so that nothing is downloaded or parsed twice.

Kinds of entries: ``feed`` (address → validators and the parsed feed),
``page`` (address → validators and the name of its text), ``text`` (hash of a body → the parsed page), ``robots``
(site → robots.txt), ``rest`` (site → until when it asked to be left alone).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Protocol, TypeVar

from pydantic import Field, TypeAdapter, ValidationError

from digest.collect.parsing.values import ParsedFeed, ParsedPage

T = TypeVar("T")


class Cache(Protocol):
    """JSON texts by kind and key. What was put may be gone later, and can then be fetched again."""

    def get(self, kind: str, key: str) -> str | None: ...

    def put(self, kind: str, key: str, value: str) -> None: ...


@dataclass(frozen=True, slots=True)
class CachedResponse:
    """What one address last answered."""

    at: datetime
    """When it was last asked."""
    url: str
    """Where it was found, after redirects."""
    etag: str = ""
    modified: str = ""
    body: str = ""
    """Name of the body, see ``content_hash``."""
    fresh: float = 0.0
    """Seconds after ``at`` during which there is no point in asking again."""

    def validators(self) -> dict[str, str]:
        """The headers of a conditional request (RFC 9110, 13.1)."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class CachedFeed:
    """A feed as last read."""

    response: Annotated[CachedResponse, Field(alias="kept")]
    """What its address answered; ``kept`` is the key in caches since the first version."""
    feed: ParsedFeed
    moved: str = ""
    """Where the feed has moved for good, or was found behind a page."""
    page: bool = False
    """Whether the address in the config is that of a page."""


@dataclass(frozen=True, slots=True)
class CachedRobots:
    """A robots.txt as last read; ``status`` is 0 if there was no answer."""

    at: datetime
    status: int
    text: str = ""


RESPONSE = TypeAdapter(CachedResponse)
FEED = TypeAdapter(CachedFeed)
ROBOTS = TypeAdapter(CachedRobots)
PARSED_FEED = TypeAdapter(ParsedFeed)
PARSED_PAGE = TypeAdapter(ParsedPage)


def content_hash(body: bytes) -> str:
    """SHA-256 of a body, under which its parsed text is cached: equal bodies are parsed once."""
    return hashlib.sha256(body).hexdigest()


def load(adapter: TypeAdapter[T], text: str | None) -> T | None:
    """The cached value; None if there is none or if an older version of the program cached it in another form."""
    if text is None:
        return None
    try:
        return adapter.validate_json(text)
    except ValidationError:
        return None


def dump(adapter: TypeAdapter[T], value: T) -> str:
    """The value as the cache stores it."""
    return adapter.dump_json(value, by_alias=True).decode()
