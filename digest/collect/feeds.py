"""Feeds in, entries of the window out."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from digest.collect import cache
from digest.collect.cache import Cached, CachedFeed, Source
from digest.collect.client import Progress, WebClient, quiet
from digest.collect.fetch import FetchError, Response, told
from digest.collect.parser_pool import ParserError
from digest.collect.parsing.encoding import is_garbled
from digest.collect.parsing.values import SUMMARY, Item, ParsedFeed
from digest.models import Entry, Feed, Problem, Window
from digest.text.plurals import pluralise

SKEW = timedelta(minutes=10)
"""How far ahead a publisher's clock may be; a date later than that is none."""

GENERIC = 4
"""Words of the longest title that several items of a day may have and be about different things: "Statement of the day"."""

UNDATED = 20
"""How many undated items from the top of a feed may be news when they are first seen; below is the archive."""

Read = tuple[tuple[Entry, ...], tuple[Problem, ...]]


async def read_feeds(
    feeds: Sequence[Feed], window: Window, web: WebClient, progress: Progress = quiet
) -> Read:
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


async def _read_feed(feed: Feed, window: Window, web: WebClient) -> Read:
    half = web.deadline - web.settings.deadline / 2
    try:
        async with asyncio.timeout_at(half):
            known = await latest(feed.url, web)
    except (FetchError, ParserError) as error:
        return (), (Problem("collect", feed.outlet, f"The feed {feed.url} was not read: {error}."),)
    except TimeoutError:
        return (), (
            Problem("collect", feed.outlet, f"The feed {feed.url} was not read before the deadline."),
        )
    entries = tuple(_entries(feed, known, window, web.now))
    reasons = (*_moved(feed, known), *_left_out(feed, known.feed, window), *_garbled(entries))
    return entries, tuple(Problem("collect", feed.outlet, reason) for reason in reasons)


def _moved(feed: Feed, known: CachedFeed) -> Iterator[str]:
    if known.moved:
        what = "is a web page; its feed is" if known.page else "has moved to"
        yield f"The feed {feed.url} {what} {known.moved}; put that address into the config."


def _left_out(feed: Feed, parsed: ParsedFeed, window: Window) -> Iterator[str]:
    """What of a feed is not read: nothing that a publisher gave may vanish without a word."""
    name, count = f"The feed {feed.url}", len(parsed.items)
    if not count and not parsed.unusable:
        yield f"{name} has no items."
    elif parsed.unusable:
        left = "none of them" if not count else f"{count} of them"
        yield f"{name} has {pluralise(count + parsed.unusable, 'item')}, {left} with an address to read."
    oldest = min(
        (moment for item in parsed.items if (moment := item.published or item.updated)), default=None
    )
    if parsed.older and oldest and oldest in window:
        yield f"{name} has more items of the day than are read; {pluralise(parsed.older, 'older one')} left out."
    yield from _shared_addresses(name, parsed.items)


def _shared_addresses(name: str, items: Sequence[Item]) -> Iterator[str]:
    first: dict[str, str] = {}
    pairs = [(item.title, first.setdefault(item.url, item.title)) for item in items]
    lost = [(title, other) for title, other in pairs if title != other]
    if lost:
        yield (
            f"{name} gives {pluralise(len(lost), 'item')} the address of another one and of them only the first is read: "
            f"“{lost[0][0]}” has that of “{lost[0][1]}”."
        )


def _garbled(entries: Sequence[Entry]) -> Iterator[str]:
    wrong = [entry.title for entry in entries if is_garbled(entry.title)]
    if wrong:
        yield (
            f"{pluralise(len(wrong), 'headline')} came in a wrong encoding, such as “{wrong[0]}”. "
            "Tell the publisher that the feed is not what it declares."
        )


def _entries(feed: Feed, known: CachedFeed, window: Window, now: datetime) -> Iterable[Entry]:
    before: set[tuple[str, ...]] = set()
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
        if moment is None or moment not in window:
            continue
        known_by = _known_by(item, moment)
        if known_by & before:
            continue
        before |= known_by
        yield _entry(feed, known.feed, item, position, published)


def _known_by(item: Item, moment: datetime) -> set[tuple[str, ...]]:
    """By what an item is known again if the feed has it twice: its address, or title, day and text.

    A title alone is not enough: "Statement by the government" can be three statements of one day.
    """
    text = item.summary or item.content[:SUMMARY]
    telling = item.title and (text or len(item.title.split()) > GENERIC)
    return {("url", item.url)} | ({(item.title, str(moment.date()), text)} if telling else set())


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


FRESH = timedelta(minutes=5)
"""How soon a feed may be asked again where it says nothing about it itself."""

FRESHEST = timedelta(hours=1)
"""Longest that a feed's own ttl and Cache-Control are believed: publishers set days and publish hourly."""

REST = timedelta(hours=12)
"""Longest that a feed is left alone for its ``skipHours``."""

GONE = timedelta(days=30)
"""How long a feed that was removed for good is not asked for."""


async def latest(url: str, web: WebClient) -> CachedFeed:
    """The feed of that address, and what became of asking for it in the keep; raises FetchError or WorkerError."""
    before = cache.load(cache.SOURCE, web.keep.get("source", url)) or Source(url)
    try:
        known = await _current(url, before, web)
    except (FetchError, ParserError) as error:
        web.keep.put("source", url, cache.dump(cache.SOURCE, _failed(before, str(error), web.now)))
        raise
    web.keep.put(
        "source", url, cache.dump(cache.SOURCE, Source(url, success=known.kept.at, daily=_daily(known.feed)))
    )
    return known


async def _current(url: str, before: Source, web: WebClient) -> CachedFeed:
    known = cache.load(cache.FEED, web.keep.get("feed", url))
    if known and _is_fresh(known, web.now):
        return known
    if before.gone and web.now - before.gone < GONE:
        raise FetchError(told(410))
    answer = await web.get(
        known.moved if known and known.moved else url, known.kept.validators() if known else {}
    )
    fresh = await _read(answer, known, web)
    web.keep.put("feed", url, cache.dump(cache.FEED, fresh))
    return fresh


def _is_fresh(known: CachedFeed, now: datetime) -> bool:
    age = now - known.kept.at
    resting = now.hour in known.feed.rest_hours and age < REST
    return timedelta(0) <= age and (age < timedelta(seconds=known.kept.fresh) or resting)


async def _read(answer: Response, known: CachedFeed | None, web: WebClient) -> CachedFeed:
    if answer.status == 304 and known:
        return _remembered(answer, known.kept.body, known.feed, known, web.now)
    if answer.status != 200:
        raise FetchError(told(answer.status))
    body = cache.name(answer.body)
    if known and known.kept.body == body:
        return _remembered(answer, body, known.feed, known, web.now)
    feed = await _parsed(answer, web)
    if feed.kind == "page":
        return await _behind(feed, known, web)
    if feed.kind == "index":
        feed = replace(feed, items=await _listed(feed, web))
    return _remembered(answer, body, feed, known, web.now)


async def _parsed(answer: Response, web: WebClient) -> ParsedFeed:
    content_type = answer.headers.get("content-type", "")
    return cache.PARSED.validate_json(await web.workers.parse("feed", answer.url, answer.body, content_type))


async def _behind(page: ParsedFeed, known: CachedFeed | None, web: WebClient) -> CachedFeed:
    """The first feed with items behind a web page; from now on that is asked."""
    for place in page.elsewhere:
        try:
            answer = await web.get(place)
            feed = await _parsed(answer, web) if answer.status == 200 else None
        except (FetchError, ParserError):
            continue
        if feed and feed.kind == "feed" and feed.items:
            found = _remembered(answer, cache.name(answer.body), feed, known, web.now)
            return replace(found, moved=place, page=True)
    raise FetchError("it is a web page, and no feed was found behind it")


async def _listed(index: ParsedFeed, web: WebClient) -> tuple[Item, ...]:
    """The items of the newest sitemaps of an index; one that fails is left out."""
    items: list[Item] = []
    for place in index.elsewhere:
        try:
            answer = await web.get(place)
            items += (await _parsed(answer, web)).items if answer.status == 200 else ()
        except (FetchError, ParserError):
            continue
    return tuple(items)


def _remembered(
    answer: Response, body: str, feed: ParsedFeed, known: CachedFeed | None, now: datetime
) -> CachedFeed:
    old = known.kept if known and answer.status == 304 else None
    fresh = max(FRESH, timedelta(minutes=min(feed.ttl, 1440)), _max_age(answer.headers))
    address = Cached(
        at=now,
        url=answer.url,
        etag=answer.headers.get("etag") or (old.etag if old else ""),
        modified=answer.headers.get("last-modified") or (old.modified if old else ""),
        body=body,
        fresh=min(fresh, FRESHEST).total_seconds(),
    )
    seen = {item.url: known.seen.get(item.url, now) if known else now for item in feed.items}
    moved = answer.moved or (known.moved if known else "")
    return CachedFeed(address, feed, seen, moved, page=bool(known and known.page and not answer.moved))


def _max_age(headers: Mapping[str, str]) -> timedelta:
    """How long an answer stays fresh by its Cache-Control (RFC 9111, section 5.2.2.1)."""
    match = re.search(r"\bmax-age=(\d{1,9})", headers.get("cache-control", ""))
    return timedelta(seconds=int(match[1])) if match else timedelta(0)


def _failed(before: Source, reason: str, now: datetime) -> Source:
    gone = (before.gone or now) if reason == told(410) else None
    return replace(before, failing=before.failing or now, reason=reason, gone=gone)


def _daily(feed: ParsedFeed) -> float:
    """Items a day, over the time that the feed reaches back; 0 where it has fewer than two dates."""
    moments = sorted(moment for item in feed.items if (moment := item.published or item.updated))
    if len(moments) < 2:
        return 0.0
    days = max((moments[-1] - moments[0]).total_seconds() / 86_400, 1 / 24)
    return round(len(moments) / days, 1)
