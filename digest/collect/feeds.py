"""Feeds in, entries of the window out."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from digest.collect import cache
from digest.collect.cache import CachedFeed, CachedResponse
from digest.collect.clock_skew import clock_problem
from digest.collect.fetch import FetchError, Response, describe_status
from digest.collect.parser_pool import ParserError
from digest.collect.parsing.encoding import is_garbled
from digest.collect.parsing.outlet_names import outlet_names, repeated_names, without_outlet
from digest.collect.parsing.values import MAX_SUMMARY, FeedItem, ParsedFeed
from digest.collect.web_client import Progress, WebClient, no_progress
from digest.models import Entry, Feed, FeedRecord, Problem, SeenItem, Window
from digest.text.plurals import pluralise

CLOCK_SKEW = timedelta(minutes=10)
"""How far ahead a publisher's clock may be; a date later than that is none."""

MAX_GENERIC_TITLE = 4
"""Words of the longest title that several items of a day may have and be about different things: "Statement of the day"."""

MAX_UNDATED = 20
"""How many undated items from the top of a feed may be news when they are first seen; below is the archive."""

FeedResult = tuple[tuple[Entry, ...], tuple[Problem, ...]]


async def read_feeds(
    feeds: Sequence[Feed], window: Window, web: WebClient, progress: Progress = no_progress
) -> FeedResult:
    """The entries of the window in all feeds, in the order of the feeds, and a Problem for each feed that failed.

    One more Problem if the servers' dates show that this machine's clock is wrong.

    An item without a date, or with one in the future, counts from the moment it was first seen and has no
    ``published``. An item that a feed repeats under another address is one entry.
    """
    done = 0

    async def read_feed(feed: Feed) -> FeedResult:
        nonlocal done
        result = await _read_feed(feed, window, web)
        done += 1
        progress("feeds", done, len(feeds))
        return result

    results = await asyncio.gather(*(read_feed(feed) for feed in feeds))
    problems = [problem for _, of_feed in results for problem in of_feed]
    if wrong_clock := clock_problem(web.server_offsets):
        problems.insert(0, wrong_clock)
    return tuple(entry for entries, _ in results for entry in entries), tuple(problems)


async def _read_feed(feed: Feed, window: Window, web: WebClient) -> FeedResult:
    # Half of the time is for feeds; the pages behind their entries need the rest.
    halfway = web.deadline - web.settings.deadline / 2
    try:
        async with asyncio.timeout_at(halfway):
            cached, record = await load_feed(feed.url, web)
    except (FetchError, ParserError) as error:
        return (), (
            Problem("collect", feed.outlet, f"The feed {feed.url} was not read: {error}.", missing=True),
        )
    except TimeoutError:
        return (), (
            Problem(
                "collect", feed.outlet, f"The feed {feed.url} was not read before the deadline.", missing=True
            ),
        )
    _count_items(cached.feed.items, web)
    entries = tuple(_entries(feed, cached, record, window, web.now))
    reasons = (
        *_moved_reasons(feed, cached),
        *_left_out_reasons(feed, cached.feed, window),
        *_garbled_reasons(entries),
    )
    return entries, tuple(Problem("collect", feed.outlet, reason) for reason in reasons)


def _count_items(items: Sequence[FeedItem], web: WebClient) -> None:
    dates = [moment for item in items if (moment := item.published or item.updated)]
    web.feed_items += len(items)
    web.newest_item = max([*dates, *([web.newest_item] if web.newest_item else [])], default=None)


def _moved_reasons(feed: Feed, cached: CachedFeed) -> Iterator[str]:
    if cached.moved:
        what = "is a web page; its feed is" if cached.page else "has moved to"
        yield f"The feed {feed.url} {what} {cached.moved}; put that address into the config."


def _left_out_reasons(feed: Feed, parsed: ParsedFeed, window: Window) -> Iterator[str]:
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
    if parsed.unread_dates:
        yield (
            f"{name} writes {pluralise(len(parsed.unread_dates), 'date')} in a way that names no one day, such as "
            f"“{parsed.unread_dates[0]}”; such items count from when they were first seen."
        )
    yield from _shared_address_reasons(name, parsed.items)


def _shared_address_reasons(name: str, items: Sequence[FeedItem]) -> Iterator[str]:
    first: dict[str, str] = {}
    pairs = [(item.title, first.setdefault(item.url, item.title)) for item in items]
    lost = [(title, other) for title, other in pairs if title != other]
    if lost:
        yield (
            f"{name} gives {pluralise(len(lost), 'item')} the address of another one and of them only the first is read: "
            f"“{lost[0][0]}” has that of “{lost[0][1]}”."
        )


def _garbled_reasons(entries: Sequence[Entry]) -> Iterator[str]:
    wrong = [entry.title for entry in entries if is_garbled(entry.title)]
    if wrong:
        yield (
            f"{pluralise(len(wrong), 'headline')} came in a wrong encoding, such as “{wrong[0]}”. "
            "Tell the publisher that the feed is not what it declares."
        )


def _entries(
    feed: Feed, cached: CachedFeed, record: FeedRecord, window: Window, now: datetime
) -> Iterable[Entry]:
    first_seen = {item.url: item.first_seen for item in record.items}
    seen_before: set[tuple[str, ...]] = set()
    titles = [item.title for item in cached.feed.items]
    names = outlet_names((feed.outlet, cached.feed.title), feed.url) | repeated_names(titles)
    for position, item in enumerate(cached.feed.items):
        published = item.published or item.updated
        published = published if published and published <= now + CLOCK_SKEW else None
        moment = (
            min(published, now)
            if published
            else first_seen.get(item.url, now)
            if position < MAX_UNDATED
            else None
        )
        if moment is None or moment not in window:
            continue
        known_by = _identities(item, moment)
        if known_by & seen_before:
            continue
        seen_before |= known_by
        title = without_outlet(item.title, names)
        yield _entry(feed, cached.feed, replace(item, title=title), position, published)


def _identities(item: FeedItem, moment: datetime) -> set[tuple[str, ...]]:
    """By what an item is known again if the feed has it twice: its address, or title, day and text.

    A title alone is not enough: "Statement by the government" can be three statements of one day.
    """
    text = item.summary or item.content[:MAX_SUMMARY]
    distinctive = item.title and (text or len(item.title.split()) > MAX_GENERIC_TITLE)
    return {("url", item.url)} | ({(item.title, str(moment.date()), text)} if distinctive else set())


def _entry(
    feed: Feed,
    parsed: ParsedFeed,
    item: FeedItem,
    position: int,
    published: datetime | None,
) -> Entry:
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


DEFAULT_FRESHNESS = timedelta(minutes=5)
"""How soon a feed may be asked again if the feed does not say so itself."""

MAX_FRESHNESS = timedelta(hours=1)
"""Longest that a feed's own ttl and Cache-Control are believed: publishers set days and publish hourly."""

MAX_SKIP_HOURS = timedelta(hours=12)
"""Longest that a feed is left alone for its ``skipHours``."""

GONE_FOR = timedelta(days=30)
"""How long a feed that was removed for good is not asked for."""


async def load_feed(url: str, web: WebClient) -> tuple[CachedFeed, FeedRecord]:
    """The feed of that address and its record, which is saved, of a failure too; raises FetchError or ParserError."""
    before = web.records.load(url) or FeedRecord(url)
    try:
        cached = await _load_or_fetch(url, before, web)
    except (FetchError, ParserError) as error:
        web.records.save(_record_failure(before, str(error), web.now), web.now)
        raise
    record = _record_success(before, cached, web.now)
    web.records.save(record, web.now)
    return cached, record


async def _load_or_fetch(url: str, before: FeedRecord, web: WebClient) -> CachedFeed:
    cached = cache.load(cache.FEED, web.cache.get("feed", url))
    if cached and _is_fresh(cached, web.now):
        return cached
    if before.gone and web.now - before.gone < GONE_FOR:
        raise FetchError(describe_status(410))
    response = await web.get(
        cached.moved if cached and cached.moved else url, cached.response.validators() if cached else {}
    )
    fetched = await _read_response(response, cached, web)
    web.cache.put("feed", url, cache.dump(cache.FEED, fetched))
    return fetched


def _is_fresh(cached: CachedFeed, now: datetime) -> bool:
    age = now - cached.response.at
    resting = now.hour in cached.feed.rest_hours and age < MAX_SKIP_HOURS
    return timedelta(0) <= age and (age < timedelta(seconds=cached.response.fresh) or resting)


async def _read_response(response: Response, cached: CachedFeed | None, web: WebClient) -> CachedFeed:
    if response.status == 304 and cached:
        return _cached_feed(response, cached.response.body, cached.feed, cached, web.now)
    if response.status != 200:
        raise FetchError(describe_status(response.status))
    body_hash = cache.content_hash(response.body)
    if cached and cached.response.body == body_hash:
        return _cached_feed(response, body_hash, cached.feed, cached, web.now)
    feed = await _parse_feed(response, web)
    if feed.kind == "page":
        return await _discover_feed(feed, cached, web)
    if feed.kind == "index":
        feed = replace(feed, items=await _sitemap_items(feed, web))
    return _cached_feed(response, body_hash, feed, cached, web.now)


async def _parse_feed(response: Response, web: WebClient) -> ParsedFeed:
    content_type = response.headers.get("content-type", "")
    return cache.PARSED_FEED.validate_json(
        await web.parsers.parse("feed", response.url, response.body, content_type)
    )


async def _discover_feed(page: ParsedFeed, cached: CachedFeed | None, web: WebClient) -> CachedFeed:
    """The first feed with items behind a web page; from now on that is asked."""
    for address in page.elsewhere:
        try:
            response = await web.get(address)
            feed = await _parse_feed(response, web) if response.status == 200 else None
        except (FetchError, ParserError):
            continue
        if feed and feed.kind == "feed" and feed.items:
            found = _cached_feed(response, cache.content_hash(response.body), feed, cached, web.now)
            return replace(found, moved=address, page=True)
    raise FetchError("it is a web page, and no feed was found behind it")


async def _sitemap_items(index: ParsedFeed, web: WebClient) -> tuple[FeedItem, ...]:
    """The items of the newest sitemaps of an index; one that fails is left out."""
    items: list[FeedItem] = []
    for address in index.elsewhere:
        try:
            response = await web.get(address)
            items += (await _parse_feed(response, web)).items if response.status == 200 else ()
        except (FetchError, ParserError):
            continue
    return tuple(items)


def _cached_feed(
    response: Response, body_hash: str, feed: ParsedFeed, cached: CachedFeed | None, now: datetime
) -> CachedFeed:
    unchanged = cached.response if cached and response.status == 304 else None
    freshness = max(DEFAULT_FRESHNESS, timedelta(minutes=min(feed.ttl, 1440)), _max_age(response.headers))
    meta = CachedResponse(
        at=now,
        url=response.url,
        etag=response.headers.get("etag") or (unchanged.etag if unchanged else ""),
        modified=response.headers.get("last-modified") or (unchanged.modified if unchanged else ""),
        body=body_hash,
        fresh=min(freshness, MAX_FRESHNESS).total_seconds(),
    )
    moved = response.moved or (cached.moved if cached else "")
    return CachedFeed(meta, feed, moved, page=bool(cached and cached.page and not response.moved))


def _max_age(headers: Mapping[str, str]) -> timedelta:
    """How long an answer stays fresh by its Cache-Control (RFC 9111, section 5.2.2.1)."""
    match = re.search(r"\bmax-age=(\d{1,9})", headers.get("cache-control", ""))
    return timedelta(seconds=int(match[1])) if match else timedelta(0)


def _record_success(before: FeedRecord, cached: CachedFeed, now: datetime) -> FeedRecord:
    seen = {item.url: item for item in before.items}
    items = (
        replace(seen.get(item.url) or SeenItem(item.url, now), dated=item.published or item.updated)
        for item in cached.feed.items
    )
    return FeedRecord(before.url, cached.response.at, daily=_items_per_day(cached.feed), items=tuple(items))


def _record_failure(before: FeedRecord, reason: str, now: datetime) -> FeedRecord:
    gone = (before.gone or now) if reason == describe_status(410) else None
    return replace(before, failing=before.failing or now, reason=reason, gone=gone)


def _items_per_day(feed: ParsedFeed) -> float:
    """Items a day, over the time that the feed reaches back; 0 if it has fewer than two dates."""
    moments = sorted(moment for item in feed.items if (moment := item.published or item.updated))
    if len(moments) < 2:
        return 0.0
    days = max((moments[-1] - moments[0]).total_seconds() / 86_400, 1 / 24)
    return round(len(moments) / days, 1)
