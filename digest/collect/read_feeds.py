"""Feeds in, entries of the window out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from digest.collect import kept
from digest.collect.fetch import FetchError, Response, told
from digest.collect.kept import Kept, KeptFeed
from digest.collect.parsed import FEED, Item, ParsedFeed
from digest.collect.web import Progress, Web, quiet
from digest.collect.workers import WorkerError
from digest.models import Entry, Feed, Problem, Window

SKEW = timedelta(minutes=10)
"""How far ahead a publisher's clock may be; a date later than that is none."""

FRESH = timedelta(minutes=5)
"""How soon a feed may be asked again where it says nothing about it itself."""

FRESHEST = timedelta(hours=1)
"""Longest that a feed's own ttl is believed: publishers set days and publish hourly."""

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
            known = await _current(feed, web)
    except (FetchError, WorkerError) as error:
        return (), (Problem("collect", feed.outlet, f"The feed {feed.url} was not read: {error}."),)
    except TimeoutError:
        return (), (
            Problem("collect", feed.outlet, f"The feed {feed.url} was not read before the deadline."),
        )
    return tuple(_entries(feed, known, window, web.now)), _told(feed, known)


async def _current(feed: Feed, web: Web) -> KeptFeed:
    """The feed as it stands now: from the keep while it is fresh or unchanged, else parsed anew."""
    known = kept.load(kept.FEED, web.keep.get("feed", feed.url))
    if known and timedelta(0) <= web.now - known.kept.at < timedelta(seconds=known.kept.fresh):
        return known
    address = known.moved if known and known.moved else feed.url
    answer = await web.get(address, known.kept.validators() if known else {})
    if answer.status == 304 and known:
        feed_now, body = known.feed, known.kept.body
    elif answer.status == 200:
        body = kept.name(answer.body)
        feed_now = known.feed if known and known.kept.body == body else await _parsed(answer, web)
    else:
        raise FetchError(told(answer.status))
    fresh = KeptFeed(
        _kept(answer, body, known, feed_now, web.now), feed_now, _seen(feed_now, known, web.now), answer.moved
    )
    web.keep.put("feed", feed.url, kept.dump(kept.FEED, fresh))
    return fresh


async def _parsed(answer: Response, web: Web) -> ParsedFeed:
    content_type = answer.headers.get("content-type", "")
    return FEED.validate_json(await web.workers.parse("feed", answer.url, answer.body, content_type))


def _kept(answer: Response, body: str, known: KeptFeed | None, feed: ParsedFeed, now: datetime) -> Kept:
    old = known.kept if known and answer.status == 304 else None
    fresh = min(max(FRESH, timedelta(minutes=feed.ttl)), FRESHEST)
    return Kept(
        at=now,
        url=answer.url,
        etag=answer.headers.get("etag") or (old.etag if old else ""),
        modified=answer.headers.get("last-modified") or (old.modified if old else ""),
        body=body,
        fresh=fresh.total_seconds(),
    )


def _seen(feed: ParsedFeed, known: KeptFeed | None, now: datetime) -> dict[str, datetime]:
    before = known.seen if known else {}
    return {item.url: before.get(item.url, now) for item in feed.items}


def _told(feed: Feed, known: KeptFeed) -> tuple[Problem, ...]:
    if not known.moved:
        return ()
    return (
        Problem(
            "collect",
            feed.outlet,
            f"The feed {feed.url} has moved to {known.moved}; change the address in the config.",
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
