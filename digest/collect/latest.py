"""A feed as it stands now: from the keep while it is fresh or unchanged, else asked for and parsed anew."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from digest.collect import kept
from digest.collect.fetch import FetchError, Response, told
from digest.collect.kept import Kept, KeptFeed, Source
from digest.collect.parsed import Item, ParsedFeed
from digest.collect.web import Web
from digest.collect.workers import WorkerError

FRESH = timedelta(minutes=5)
"""How soon a feed may be asked again where it says nothing about it itself."""

FRESHEST = timedelta(hours=1)
"""Longest that a feed's own ttl and Cache-Control are believed: publishers set days and publish hourly."""

REST = timedelta(hours=12)
"""Longest that a feed is left alone for its ``skipHours``."""

GONE = timedelta(days=30)
"""How long a feed that was removed for good is not asked for."""


async def latest(url: str, web: Web) -> KeptFeed:
    """The feed of that address, and what became of asking for it in the keep; raises FetchError or WorkerError."""
    before = kept.load(kept.SOURCE, web.keep.get("source", url)) or Source(url)
    try:
        known = await _current(url, before, web)
    except (FetchError, WorkerError) as error:
        web.keep.put("source", url, kept.dump(kept.SOURCE, _failed(before, str(error), web.now)))
        raise
    web.keep.put(
        "source", url, kept.dump(kept.SOURCE, Source(url, success=known.kept.at, daily=_daily(known.feed)))
    )
    return known


async def _current(url: str, before: Source, web: Web) -> KeptFeed:
    known = kept.load(kept.FEED, web.keep.get("feed", url))
    if known and _is_fresh(known, web.now):
        return known
    if before.gone and web.now - before.gone < GONE:
        raise FetchError(told(410))
    answer = await web.get(
        known.moved if known and known.moved else url, known.kept.validators() if known else {}
    )
    fresh = await _read(answer, known, web)
    web.keep.put("feed", url, kept.dump(kept.FEED, fresh))
    return fresh


def _is_fresh(known: KeptFeed, now: datetime) -> bool:
    age = now - known.kept.at
    resting = now.hour in known.feed.rest_hours and age < REST
    return timedelta(0) <= age and (age < timedelta(seconds=known.kept.fresh) or resting)


async def _read(answer: Response, known: KeptFeed | None, web: Web) -> KeptFeed:
    if answer.status == 304 and known:
        return _remembered(answer, known.kept.body, known.feed, known, web.now)
    if answer.status != 200:
        raise FetchError(told(answer.status))
    body = kept.name(answer.body)
    if known and known.kept.body == body:
        return _remembered(answer, body, known.feed, known, web.now)
    feed = await _parsed(answer, web)
    if feed.kind == "page":
        return await _behind(feed, known, web)
    if feed.kind == "index":
        feed = replace(feed, items=await _listed(feed, web))
    return _remembered(answer, body, feed, known, web.now)


async def _parsed(answer: Response, web: Web) -> ParsedFeed:
    content_type = answer.headers.get("content-type", "")
    return kept.PARSED.validate_json(await web.workers.parse("feed", answer.url, answer.body, content_type))


async def _behind(page: ParsedFeed, known: KeptFeed | None, web: Web) -> KeptFeed:
    """The first feed with items behind a web page; from now on that is asked."""
    for place in page.elsewhere:
        try:
            answer = await web.get(place)
            feed = await _parsed(answer, web) if answer.status == 200 else None
        except (FetchError, WorkerError):
            continue
        if feed and feed.kind == "feed" and feed.items:
            found = _remembered(answer, kept.name(answer.body), feed, known, web.now)
            return replace(found, moved=place, page=True)
    raise FetchError("it is a web page, and no feed was found behind it")


async def _listed(index: ParsedFeed, web: Web) -> tuple[Item, ...]:
    """The items of the newest sitemaps of an index; one that fails is left out."""
    items: list[Item] = []
    for place in index.elsewhere:
        try:
            answer = await web.get(place)
            items += (await _parsed(answer, web)).items if answer.status == 200 else ()
        except (FetchError, WorkerError):
            continue
    return tuple(items)


def _remembered(
    answer: Response, body: str, feed: ParsedFeed, known: KeptFeed | None, now: datetime
) -> KeptFeed:
    old = known.kept if known and answer.status == 304 else None
    fresh = max(FRESH, timedelta(minutes=min(feed.ttl, 1440)), _max_age(answer.headers))
    address = Kept(
        at=now,
        url=answer.url,
        etag=answer.headers.get("etag") or (old.etag if old else ""),
        modified=answer.headers.get("last-modified") or (old.modified if old else ""),
        body=body,
        fresh=min(fresh, FRESHEST).total_seconds(),
    )
    seen = {item.url: known.seen.get(item.url, now) if known else now for item in feed.items}
    moved = answer.moved or (known.moved if known else "")
    return KeptFeed(address, feed, seen, moved, page=bool(known and known.page and not answer.moved))


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
