"""The web as this program sees it: one client, its limits, the sites' robots.txt and what is remembered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import version
from urllib.parse import urlsplit

import httpx2

from digest.collect import cache
from digest.collect.cache import Cache, CachedRobots
from digest.collect.clock_skew import server_offset
from digest.collect.feed_records import FeedRecords
from digest.collect.fetch import Check, FetchError, Response, fetch, open_client, retry_after
from digest.collect.parser_pool import ParserPool
from digest.collect.parsing.urls import host
from digest.collect.robots import MAX_BYTES, Robots, parse_robots
from digest.models import Usage
from digest.settings import CollectSettings

ROBOTS_NAME = "digest"
"""The product token by which a robots.txt addresses this program (RFC 9309, section 2.2.1)."""

ROBOTS_AGE = timedelta(days=1)
"""How long a robots.txt holds (RFC 9309, section 2.4)."""

FAILURE_AGE = timedelta(hours=1)
"""How long it holds that there was none to be had."""

MAX_RETRY_AFTER = 86_400.0
"""Most seconds of a Retry-After that are honoured: a slip must not silence a source for good."""

Progress = Callable[[str, int, int], None]
"""Told after each step: what is being read, how many are done, of how many."""


def no_progress(what: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(slots=True)
class WebClient:
    """Everything that collecting holds open. Made by ``open_web``."""

    settings: CollectSettings
    cache: Cache
    records: FeedRecords
    now: datetime
    client: httpx2.AsyncClient
    limits: HostLimits
    parsers: ParserPool
    clock: Callable[[], datetime]
    """The machine's own time at this moment, whatever time ``now`` pretends."""
    deadline: float
    """Moment on the clock of the event loop after which nothing new is asked."""
    requests: int = 0
    pages: int = 0
    bytes: int = 0
    feed_items: int = 0
    """Items of the feeds that were read, of whatever age."""
    newest_item: datetime | None = None
    server_offsets: dict[str, timedelta] = field(default_factory=dict)
    """How far each host that answered is ahead of this machine's clock."""
    _robots: dict[str, asyncio.Task[Robots]] = field(default_factory=dict)

    @property
    def usage(self) -> Usage:
        """What was asked of the web so far."""
        return Usage(requests=self.requests, pages=self.pages, bytes=self.bytes)

    async def get(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """Get a feed; raises FetchError. Whether robots may read it is not asked: feeds are made for them."""
        self._wake_parsers(headers)
        return await self._fetch(url, headers, _allow_any, self.settings.max_bytes, 0.0)

    async def get_page(self, url: str, headers: Mapping[str, str] | None = None) -> Response:
        """Get a page that robots.txt allows, on every site that it redirects to; raises FetchError."""
        self._wake_parsers(headers)
        robots = await self.robots(url)
        return await self._fetch(url, headers, self._check, self.settings.max_bytes, robots.pause)

    def _wake_parsers(self, headers: Mapping[str, str] | None) -> None:
        """Wake the parsers for an answer that is sure to bring something to parse."""
        if not headers:
            self.parsers.wake()

    async def robots(self, url: str) -> Robots:
        """What the site of that address lets this robot read."""
        site = host(url)
        if site not in self._robots:
            # A task, so that pages of one site that are read at the same time wait for one request.
            self._robots[site] = asyncio.create_task(
                self._read_robots(f"{urlsplit(url).scheme}://{site}/robots.txt")
            )
        return await self._robots[site]

    async def _check(self, url: str) -> None:
        robots = await self.robots(url)
        if robots.reason:
            raise FetchError(
                f"robots.txt of {host(url)} could not be had, so nothing there may be read: {robots.reason}"
            )
        if not robots.allow(url):
            raise FetchError(f"robots.txt of {host(url)} does not let this program read it")

    async def _read_robots(self, url: str) -> Robots:
        cached = cache.load(cache.ROBOTS, self.cache.get("robots", url))
        if cached is None or not timedelta(0) <= self.now - cached.at < _robots_lifetime(cached):
            cached = await self._fetch_robots(url)
            self.cache.put("robots", url, cache.dump(cache.ROBOTS, cached))
        if cached.status == 200:
            return parse_robots(cached.text, ROBOTS_NAME)
        # Without a robots.txt everything may be read (RFC 9309, section 2.3.1.3), after a server error nothing (2.3.1.4).
        if 400 <= cached.status < 500 and cached.status != 429:
            return Robots()
        return Robots(reason=cached.text or f"status {cached.status}")

    async def _fetch_robots(self, url: str) -> CachedRobots:
        try:
            response = await self._fetch(url, {}, _allow_any, MAX_BYTES, 0.0)
        except FetchError as error:
            return CachedRobots(self.now, 0, str(error))
        return CachedRobots(self.now, response.status, response.body.decode("utf-8", "replace"))

    async def _fetch(
        self, url: str, headers: Mapping[str, str] | None, check: Check, max_bytes: int, pause: float
    ) -> Response:
        async with self.limits.slot(host(url), max(pause, self.settings.pause)):
            self._check_retry_after(url)
            response = await fetch(
                self.client,
                url,
                check=check,
                timeout=self.settings.timeout,
                max_bytes=max_bytes,
                now=self.now,
                headers=headers,
            )
        self.requests += response.requests
        self.bytes += response.size
        self._store_retry_after(response)
        if (offset := server_offset(response.headers, self.clock())) is not None:
            self.server_offsets[host(response.url)] = offset
        return response

    def _check_retry_after(self, url: str) -> None:
        """Raises FetchError while the site of that address has asked to be left alone."""
        until = self.cache.get("rest", host(url))
        if until and self.now < datetime.fromisoformat(until):
            raise FetchError(f"the site asked to be left alone until {until[:16].replace('T', ' ')} UTC")

    def _store_retry_after(self, response: Response) -> None:
        if response.status in (429, 503) and "retry-after" in response.headers:
            seconds = min(retry_after(response.headers["retry-after"], self.now, 0.0), MAX_RETRY_AFTER)
            self.cache.put("rest", host(response.url), (self.now + timedelta(seconds=seconds)).isoformat())


def _robots_lifetime(cached: CachedRobots) -> timedelta:
    return ROBOTS_AGE if 200 <= cached.status < 500 and cached.status != 429 else FAILURE_AGE


async def _allow_any(url: str) -> None:
    """Allow every address: `ssrf` checks where the connection goes."""


def _machine_clock() -> datetime:
    return datetime.now(UTC)


@asynccontextmanager
async def open_web(
    settings: CollectSettings,
    cache: Cache,
    records: FeedRecords,
    now: datetime,
    clock: Callable[[], datetime] = _machine_clock,
) -> AsyncIterator[WebClient]:
    """Open the web for one collection; it ends its connections and parser processes with the block.

    ``now`` is the time of the run, which may be pretended; ``clock`` is the machine's.
    """
    contact = f" (+{settings.contact})" if settings.contact else ""
    agent = f"{ROBOTS_NAME}/{version('digest')}{contact}"
    async with (
        open_client(agent, settings.connections, settings.allow_private_hosts) as client,
        ParserPool() as parsers,
    ):
        yield WebClient(
            settings=settings,
            cache=cache,
            records=records,
            now=now,
            client=client,
            limits=HostLimits(settings.connections, settings.connections_per_host),
            parsers=parsers,
            clock=clock,
            deadline=asyncio.get_running_loop().time() + settings.deadline,
        )


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore
    next_start: float = 0.0
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class HostLimits:
    """Turns for requests: at most ``connections`` at once, ``per_host`` of them to one host."""

    def __init__(self, connections: int, per_host: int) -> None:
        self._all = asyncio.Semaphore(connections)
        self._per_host = per_host
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def slot(self, host: str, pause: float = 0.0) -> AsyncIterator[None]:
        """Wait for a turn at that host, at least ``pause`` seconds after its last turn began."""
        state = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._per_host)))
        # The slot of the host first: a request that waits for a slow host must not occupy one of the slots for all.
        async with state.slots:
            if pause:
                await _wait_pause(state, pause)
            async with self._all:
                yield


async def _wait_pause(state: _Host, pause: float) -> None:
    async with state.lock:
        clock = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, state.next_start - clock.time()))
        state.next_start = clock.time() + pause
