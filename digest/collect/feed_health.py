"""What is known of each source: how reading it went lately, how much of it is used, and what is found at a new address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digest.collect import cache
from digest.collect.cache import Cache, FeedStatus
from digest.collect.feeds import load_feed
from digest.collect.fetch import FetchError
from digest.collect.parser_pool import ParserError
from digest.collect.web_client import WebClient
from digest.models import Feed, Problem

STALE = timedelta(days=7)
"""After which time without a new item a source is probably dead."""


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """The feed at an address, or behind the page there."""

    url: str
    title: str
    titles: tuple[str, ...]
    """Titles of its items, the first ones."""
    items: int
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class FeedHealth:
    """How a source does: its status in the cache, the date of its newest item, and how many of its items were printed."""

    feed: Feed
    source: FeedStatus
    newest: datetime | None
    items: int = 0
    """How many items it has now."""
    used: int = 0
    """How many of them were printed."""

    def is_stale(self, now: datetime) -> bool:
        """Whether it can be read, and yet has had nothing new for a week."""
        return self.newest is not None and now - self.newest > STALE


async def find_feed(url: str, web: WebClient) -> FoundFeed | Problem:
    """The feed at an address of a feed, a news sitemap or a page; a Problem if there is none."""
    try:
        cached = await load_feed(url, web)
    except (FetchError, ParserError) as error:
        return Problem("collect", url, f"There is no feed at {url}: {error}.")
    items = cached.feed.items
    return FoundFeed(
        cached.moved or url,
        cached.feed.title,
        tuple(i.title for i in items[:3]),
        len(items),
        _newest(cached, web.now),
    )


def feed_health(
    feeds: Sequence[Feed], stored: Cache, now: datetime, printed: frozenset[str] = frozenset()
) -> tuple[FeedHealth, ...]:
    """How each source does, by what earlier runs have cached; nothing is fetched.

    ``printed`` are the addresses of articles that stand in editions.
    """
    return tuple(_feed_health(feed, stored, now, printed) for feed in feeds)


def _feed_health(feed: Feed, stored: Cache, now: datetime, printed: frozenset[str]) -> FeedHealth:
    status = cache.load(cache.FEED_STATUS, stored.get("source", feed.url)) or FeedStatus(feed.url)
    cached = cache.load(cache.FEED, stored.get("feed", feed.url))
    if cached is None:
        return FeedHealth(feed, status, None)
    used = sum(not printed.isdisjoint(_printable_urls(item.url, stored)) for item in cached.feed.items)
    return FeedHealth(feed, status, _newest(cached, now), len(cached.feed.items), used)


def _printable_urls(url: str, stored: Cache) -> Iterator[str]:
    """Where an item may stand in print: the feed's address of it, that behind redirects, the page's own."""
    yield url
    if page := cache.load(cache.RESPONSE, stored.get("page", url)):
        yield page.url
        text = cache.load(cache.PARSED_PAGE, stored.get("text", page.body))
        yield text.canonical if text else url


def _newest(cached: cache.CachedFeed, now: datetime) -> datetime | None:
    moments = (item.published or item.updated for item in cached.feed.items)
    return max((moment for moment in moments if moment and moment <= now), default=None)
