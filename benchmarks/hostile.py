"""What hostile sources do to a collection: ``python -m benchmarks.hostile FEEDS.yaml [--only OUTLET]``.

FEEDS.yaml lists the feeds of a served day with its faults (``feeds:`` with ``name`` and ``url``). First each outlet is
collected alone, then all together, each in a process of its own. A JSON line each: outcome, seconds, peak memory of
the process and of its parsers in MB, entries, articles and problems. A last line says how many survived, the
largest memory, and whether the outlets without problems gave the same articles alone and together.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.collect import Memory, listed, settings
from digest.collect import open_web, read_articles, read_feeds
from digest.collect.feed_records import TransientFeedRecords
from digest.models import Feed, Window


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("feeds", type=Path)
    parser.add_argument("--only")
    parser.add_argument("--now", type=datetime.fromisoformat, default=datetime.now(UTC))
    parser.add_argument(
        "--here", action="store_true", help="collect in this process and print what came of it"
    )
    given = parser.parse_args()
    if given.here:
        print(json.dumps(asyncio.run(collected(listed(given.feeds), given.only, given.now))))
        return
    names = [feed.outlet for feed in listed(given.feeds)]
    alone = {name: apart(given.feeds, name, given.now) for name in names}
    together = apart(given.feeds, None, given.now)
    calm = [name for name, result in alone.items() if result["survived"] and not result["problems"]]
    same = all(alone[name]["urls"].get(name) == together["urls"].get(name) for name in calm)
    runs = [*alone.values(), together]
    memory = max(run["mb"] for run in runs)
    print(
        json.dumps(
            {"runs": len(runs), "survived": sum(r["survived"] for r in runs), "mb": memory, "unharmed": same}
        )
    )


def apart(feeds: Path, only: str | None, now: datetime) -> dict[str, Any]:
    """The result of a collection in a process of its own; also printed, without the addresses."""
    command = [sys.executable, "-m", "benchmarks.hostile", str(feeds), "--here", "--now", now.isoformat()]
    run = subprocess.run(
        [*command, *(["--only", only] if only else [])], capture_output=True, text=True, check=False
    )
    failed = {"survived": False, "mb": 0.0, "problems": 0, "urls": {}, "error": run.stderr[-300:]}
    result: dict[str, Any] = json.loads(run.stdout) if run.returncode == 0 else failed
    print(
        json.dumps({"outlet": only or "all together", **{k: v for k, v in result.items() if k != "urls"}}),
        flush=True,
    )
    return result


async def collected(every: list[Feed], only: str | None, now: datetime) -> dict[str, Any]:
    """What came of collecting the feeds of that outlet, or of all."""
    feeds = [feed for feed in every if only in (None, feed.outlet)]
    start = time.perf_counter()
    async with open_web(settings(timeout=5, deadline=60), Memory(), TransientFeedRecords(), now) as web:
        entries, troubles = await read_feeds(feeds, Window(now - timedelta(hours=26), now), web)
        articles, more = await read_articles(entries, web)
    seconds = time.perf_counter() - start
    urls: dict[str, list[str]] = {}
    for article in articles:
        urls.setdefault(article.outlet, []).append(article.url)
    return {
        "survived": True,
        "seconds": round(seconds, 1),
        "mb": round(peak_mb(), 1),
        "entries": len(entries),
        "articles": len(articles),
        "problems": len(troubles) + len(more),
        "urls": urls,
    }


def peak_mb() -> float:
    """The largest resident memory of this process, and on top that of the largest of its parsers."""
    return (
        sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        / 1024
    )


if __name__ == "__main__":
    main()
