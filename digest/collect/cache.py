"""What is remembered between runs, so that nothing is downloaded, parsed or extracted twice.

Kinds: ``feed`` (address → validators and the parsed feed), ``page`` (address → validators and the name of its text), ``text`` (hash of a body → the parsed page), ``robots``
(site → robots.txt), ``rest`` (site → until when it asked to be left alone).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from digest.collect.parsing.values import ParsedFeed, ParsedPage

T = TypeVar("T")


class Cache(Protocol):
    """JSON texts by kind and key. What was put may be gone later, and can then be fetched again."""

    def get(self, kind: str, key: str) -> str | None: ...

    def put(self, kind: str, key: str, value: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Cached:
    """What one address last answered."""

    at: datetime
    """When it was last asked."""
    url: str
    """Where it was found, after redirects."""
    etag: str = ""
    modified: str = ""
    body: str = ""
    """Name of the body, see ``name``."""
    fresh: float = 0.0
    """Seconds after ``at`` during which there is no point in asking again."""

    def validators(self) -> dict[str, str]:
        """The headers of a conditional request (RFC 9110, 13.1)."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in pairs.items() if value}


@dataclass(frozen=True, slots=True)
class CachedFeed:
    """A feed as last read."""

    kept: Cached
    feed: ParsedFeed
    moved: str = ""
    """Where the feed has moved for good, or was found behind a page."""
    page: bool = False
    """Whether the address in the config is that of a page."""


@dataclass(frozen=True, slots=True)
class CachedRobots:
    """A robots.txt as last read; ``status`` is 0 where there was no answer."""

    at: datetime
    status: int
    text: str = ""


KEPT = TypeAdapter(Cached)
FEED = TypeAdapter(CachedFeed)
ROBOTS = TypeAdapter(CachedRobots)
PARSED = TypeAdapter(ParsedFeed)
PAGE = TypeAdapter(ParsedPage)


def name(body: bytes) -> str:
    """The name of a body in the cache: equal bodies have one name."""
    return hashlib.sha256(body).hexdigest()


def load(adapter: TypeAdapter[T], text: str | None) -> T | None:
    """What was kept, or None where nothing was or where an older program kept it differently."""
    if text is None:
        return None
    try:
        return adapter.validate_json(text)
    except ValidationError:
        return None


def dump(adapter: TypeAdapter[T], value: T) -> str:
    """The value as it goes into the cache."""
    return adapter.dump_json(value).decode()
