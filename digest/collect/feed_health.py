"""What is known of each source: how reading it went lately, how much of it is used, and what is found at a new address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from digest.collect.feed_records import FeedRecords
from digest.collect.feeds import load_feed
from digest.collect.fetch import FetchError
from digest.collect.parser_pool import ParserError
from digest.collect.web_client import WebClient
from digest.models import Feed, FeedRecord, Problem

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
    """How a source does: its record, the date of its newest item, and how many of its items were printed."""

    feed: Feed
    record: FeedRecord
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
        cached, record = await load_feed(url, web)
    except (FetchError, ParserError) as error:
        return Problem("collect", url, f"There is no feed at {url}: {error}.")
    items = cached.feed.items
    return FoundFeed(
        cached.moved or url,
        cached.feed.title,
        tuple(i.title for i in items[:3]),
        len(items),
        _newest(record, web.now),
    )


def feed_health(
    feeds: Sequence[Feed], records: FeedRecords, now: datetime, printed: frozenset[str] = frozenset()
) -> tuple[FeedHealth, ...]:
    """How each source does, by the records of earlier runs; nothing is fetched.

    ``printed`` are the addresses of articles that stand in editions.
    """
    return tuple(_feed_health(feed, records, now, printed) for feed in feeds)


def _feed_health(feed: Feed, records: FeedRecords, now: datetime, printed: frozenset[str]) -> FeedHealth:
    record = records.load(feed.url) or FeedRecord(feed.url)
    used = sum(not printed.isdisjoint((item.url, item.article_url)) for item in record.items)
    return FeedHealth(feed, record, _newest(record, now), len(record.items), used)


def _newest(record: FeedRecord, now: datetime) -> datetime | None:
    return max((item.dated for item in record.items if item.dated and item.dated <= now), default=None)
