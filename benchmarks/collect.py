"""How much a collection costs above what it must: ``python -m benchmarks.collect FEEDS.yaml [--now TIME]``.

FEEDS.yaml lists the feeds of a served or live day (``feeds:`` with ``name`` and ``url``). In one run: a cold
collection; then the same addresses downloaded bare, concurrently, and each parsed once with lxml (the floor), and that
again with the manners of the collection: two connections a host, and its Crawl-delay; then a second collection. A JSON
line: seconds of each, the ratios to the floor without and with manners, bytes and parses of the second run, requests. With a stats address (``--stats URL`` of the server of the day) also robots violations, most connections to
one host at once and the shortest pause between requests of the first collection.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import lxml.etree
import lxml.html
import yaml

from digest.collect import cache, open_web, read_articles, read_feeds
from digest.collect.feed_records import TransientFeedRecords
from digest.collect.parsing.urls import host
from digest.collect.robots import parse_robots
from digest.collect.web_client import ROBOTS_NAME, HostLimits
from digest.models import Entry, Feed, Usage, Window
from digest.settings import CollectSettings


class Memory(dict[tuple[str, str], str]):
    """A keep that lasts as long as the process."""

    def __init__(self) -> None:
        super().__init__()
        self.records = TransientFeedRecords()

    def get(self, kind: str, key: str) -> str | None:  # type: ignore[override]
        return super().get((kind, key))

    def put(self, kind: str, key: str, value: str) -> None:
        self[kind, key] = value


def settings(**given: Any) -> CollectSettings:
    """Settings that may read a day served on this machine."""
    return CollectSettings.model_validate({"allow_private_hosts": ["127.10.0.0/24"], **given})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feeds", type=Path)
    parser.add_argument("--now", type=datetime.fromisoformat, default=datetime.now(UTC))
    parser.add_argument("--pause", type=float, default=0.0, help="seconds between requests to a host (0)")
    parser.add_argument("--stats")
    given = parser.parse_args()
    print(json.dumps(asyncio.run(measured(listed(given.feeds), given.now, given.pause, given.stats))))


def listed(path: Path) -> list[Feed]:
    """The feeds that a file lists."""
    return [
        Feed(feed["url"], feed["name"]) for feed in yaml.safe_load(path.read_text(encoding="utf-8"))["feeds"]
    ]


async def measured(feeds: list[Feed], now: datetime, pause: float, stats: str | None) -> dict[str, Any]:
    """All figures, in the order they are measured."""
    keep = Memory()
    if stats:
        await ask(stats.replace("__stats", "__reset"), "POST")
    cold, entries, first, _ = await collection(feeds, now, pause, keep)
    manners = told(await ask(stats)) if stats else {}
    addresses = [*(feed.url for feed in feeds), *(key for kind, key in keep if kind == "page")]
    floor = await bare(addresses, HostLimits(16, 16), {})
    polite = await bare(addresses, HostLimits(16, settings().connections_per_host), pauses(keep))
    warm, _, second, parses = await collection(feeds, now + timedelta(minutes=30), pause, keep)
    return {
        "feeds": len(feeds),
        "entries": len(entries),
        "pages": first.pages,
        "cold": round(cold, 2),
        "floor": round(floor, 2),
        "ratio": round(cold / floor, 2),
        "polite_floor": round(polite, 2),
        "polite_ratio": round(cold / polite, 2),
        "requests": first.requests,
        "bytes": first.bytes,
        "warm": round(warm, 2),
        "warm_requests": second.requests,
        "warm_bytes_share": round(second.bytes / first.bytes, 4),
        "warm_parses": parses,
        **manners,
    }


async def collection(
    feeds: list[Feed], now: datetime, pause: float, keep: Memory
) -> tuple[float, tuple[Entry, ...], Usage, int]:
    """Seconds, entries, what was asked of the web, and how many documents were parsed."""
    start = time.perf_counter()
    async with open_web(settings(pause=pause), keep, keep.records, now) as web:
        entries, _ = await read_feeds(feeds, Window(now - timedelta(hours=26), now), web)
        await read_articles(entries, web)
        return time.perf_counter() - start, entries, web.usage, web.parsers.parses


def pauses(keep: Memory) -> dict[str, float]:
    """The Crawl-delay of each host, by the robots.txt that the collection kept."""
    told = ((url, cache.load(cache.ROBOTS, text)) for (kind, url), text in keep.items() if kind == "robots")
    return {
        host(url): parse_robots(one.text, ROBOTS_NAME).pause for url, one in told if one and one.status == 200
    }


async def bare(addresses: list[str], limits: HostLimits, pause: Mapping[str, float]) -> float:
    """Seconds to download the addresses, within those limits, and to parse each once."""
    start = time.perf_counter()
    async with httpx2.AsyncClient(follow_redirects=True, limits=httpx2.Limits(max_connections=16)) as client:

        async def download(address: str) -> bytes:
            async with limits.slot(host(address), pause.get(host(address), 0.0)):
                return (await client.get(address)).content

        bodies = await asyncio.gather(*map(download, addresses))
    for body in bodies:
        try:
            lxml.html.document_fromstring(body)
        except (lxml.etree.LxmlError, ValueError):
            continue
    return time.perf_counter() - start


async def ask(url: str, method: str = "GET") -> Any:
    async with httpx2.AsyncClient() as client:
        return (await client.request(method, url)).json()


def told(stats: Mapping[str, Any]) -> dict[str, Any]:
    """What the server of the day says of our manners."""
    return {
        "robots_violations": stats["robots_violations"],
        "most_at_once": stats["max_concurrent_any_host"],
        "conditional": stats["total_conditional"],
    }


if __name__ == "__main__":
    main()
