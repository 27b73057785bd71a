"""How long a scrape of /metrics takes, with a real edition and many copies, over HTTP.

    python -m benchmarks.health DATABASE [--readers 20000] [--scrapes 200]

The database is one in which an edition was made; it is copied, and the copies of that edition are added.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import httpx2

from benchmarks.copies import addresses
from digest.models import Delivery
from digest.pipeline.health import HealthWatch
from digest.settings import FeedSettings, HealthSettings, Settings, TopicSettings
from digest.store import Store, open_store
from digest.web.health import answering

PORT = 8858


def filled(store: Store, readers: int, now: datetime) -> None:
    """Give every reader a copy of the last edition, of which one has left."""
    edition = store.editions.list()[0].id
    copies = [Delivery(edition, str(a), "pending", f"<{n}>") for n, a in enumerate(addresses(readers))]
    store.deliveries.enqueue(copies, now)
    (first,) = store.deliveries.claim(edition, "bench", 1, now, timedelta(minutes=2))
    store.deliveries.record([replace(first, state="inflight")], "bench", now, timedelta(minutes=2))


def scraped(address: str, count: int) -> list[float]:
    """Milliseconds of each scrape."""
    taken = []
    with httpx2.Client(base_url=address) as client:
        for _ in range(count):
            start = time.perf_counter()
            client.get("metrics").raise_for_status()
            taken.append(1000 * (time.perf_counter() - start))
    return taken


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("database", type=Path)
    parser.add_argument("--readers", type=int, default=20_000)
    parser.add_argument("--scrapes", type=int, default=200)
    args = parser.parse_args()
    feed = FeedSettings(name="The Herald", url="https://the-herald.example/feed.xml")
    topic = TopicSettings(name="Budget", words=("budget",))
    settings = Settings(feeds=(feed,), topics=(topic,), health=HealthSettings(port=PORT))
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{shutil.copy(args.database, folder)}"
        with open_store(url) as store:
            filled(store, args.readers, now)
        watch = HealthWatch(lambda: open_store(url), settings, lambda: datetime.now(UTC))
        with answering(watch, settings, lambda: datetime.now(UTC)) as address:
            taken = scraped(address, args.scrapes)
    found = {
        "readers": args.readers,
        "first_ms": taken[0],
        "median_ms": median(taken),
        "slowest_ms": max(taken[1:]),
    }
    print(json.dumps({key: round(value, 1) for key, value in found.items()}))


if __name__ == "__main__":
    main()
