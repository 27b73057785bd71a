"""Feeds in, entries of the window out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from digest.collect.fetch import FetchError
from digest.collect.kept import KeptFeed
from digest.collect.latest import latest
from digest.collect.parsed import Item, ParsedFeed
from digest.collect.web import Progress, Web, quiet
from digest.collect.workers import WorkerError
from digest.models import Entry, Feed, Problem, Window

SKEW = timedelta(minutes=10)
"""How far ahead a publisher's clock may be; a date later than that is none."""

UNDATED = 20
"""How many undated items from the top of a feed may be news when they are first seen; below is the archive."""

Read = tuple[tuple[Entry, ...], tuple[Problem, ...]]


async def read_feeds(feeds: Sequence[Feed], window: Window, web: Web, progress: Progress = quiet) -> Read:
    """The entries of the window in all feeds, in the order of the feeds, and a Problem for each feed that failed.

    An item without a date, or with one in the future, counts from the moment it was first seen and has no
    ``published``. An item that a feed repeats under another address is one entry.
    """
    done = 0

    async def one(feed: Feed) -> Read:
        nonlocal done
        result = await _read_feed(feed, window, web)
        done += 1
        progress("feeds", done, len(feeds))
        return result

    results = await asyncio.gather(*(one(feed) for feed in feeds))
    return tuple(e for entries, _ in results for e in entries), tuple(
        p for _, problems in results for p in problems
    )


async def _read_feed(feed: Feed, window: Window, web: Web) -> Read:
    half = web.deadline - web.settings.deadline / 2
    try:
        async with asyncio.timeout_at(half):
            known = await latest(feed.url, web)
    except (FetchError, WorkerError) as error:
        return (), (Problem("collect", feed.outlet, f"The feed {feed.url} was not read: {error}."),)
    except TimeoutError:
        return (), (
            Problem("collect", feed.outlet, f"The feed {feed.url} was not read before the deadline."),
        )
    return tuple(_entries(feed, known, window, web.now)), _told(feed, known)


def _told(feed: Feed, known: KeptFeed) -> tuple[Problem, ...]:
    if not known.moved:
        return ()
    what = "is a web page; its feed is" if known.page else "has moved to"
    return (
        Problem(
            "collect",
            feed.outlet,
            f"The feed {feed.url} {what} {known.moved}; put that address into the config.",
        ),
    )


def _entries(feed: Feed, known: KeptFeed, window: Window, now: datetime) -> Iterable[Entry]:
    before: set[tuple[str, str]] = set()
    for position, item in enumerate(known.feed.items):
        published = item.published or item.updated
        published = published if published and published <= now + SKEW else None
        moment = (
            min(published, now)
            if published
            else known.seen.get(item.url, now)
            if position < UNDATED
            else None
        )
        day = str(moment and moment.date())
        if moment is None or moment not in window or {("url", item.url), (item.title, day)} & before:
            continue
        before |= {("url", item.url), (item.title, day)} if item.title else {("url", item.url)}
        yield _entry(feed, known.feed, item, position, published)


def _entry(feed: Feed, parsed: ParsedFeed, item: Item, position: int, published: datetime | None) -> Entry:
    return Entry(
        feed=feed,
        url=item.url,
        title=item.title or item.summary[:120] or item.url,
        published=published,
        updated=item.updated,
        summary=item.summary,
        content=item.content,
        authors=item.authors,
        categories=item.categories,
        language=item.language or parsed.language,
        position=position,
    )
