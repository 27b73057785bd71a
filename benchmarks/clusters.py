"""How well reports of one event are put together, hidden among others, and at what cost.

    python -m benchmarks.clusters FILE [--predictions OUT]
    python -m benchmarks.clusters FILE --haystack FILE2 [--others 0,300,1000,3000]
    python -m benchmarks.clusters --scale [SIZES]

FILE has rows ``{"id", "title", "text", "published", "story"}``; FILE2 the same without stories. One JSON line each.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from math import log
from pathlib import Path

from benchmarks.labelled import Row, b_cubed, read, report, write
from digest.curate.clustering import group_by_event
from digest.curate.reports import Report
from digest.models import Feed

SIZES = (1_000, 5_000, 20_000, 100_000)


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--haystack", type=Path)
    parser.add_argument("--others", default="0,300,1000,3000")
    parser.add_argument("--no-dates", action="store_true", help="leave out the times of the rows")
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--scale", nargs="*", type=int, metavar="SIZE")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(cost(args.one)))
    elif args.scale is not None:
        scale(args.scale or SIZES)
    elif args.haystack:
        haystack(read(args.file), read(args.haystack), [int(n) for n in args.others.split(",")])
    else:
        rows = [{**row, "published": None} if args.no_dates else row for row in read(args.file)]
        found = predict(rows)
        write(args.predictions, ({"id": r["id"], "story": s} for r, s in zip(rows, found, strict=True)))
        show(args.file, rows, found, dates=not args.no_dates)


def predict(rows: Sequence[Row]) -> list[str]:
    """A name for the story of each row."""
    story = {}
    for number, members in enumerate(group_by_event([report(row) for row in rows])):
        story.update(dict.fromkeys(members, f"s{number}"))
    return [story[i] for i in range(len(rows))]


def show(file: Path, rows: Sequence[Row], found: Sequence[str], *, dates: bool) -> None:
    """One line for a labelled set."""
    gold = [str(row["story"]) for row in rows]
    line = {
        "benchmark": "clusters",
        "set": file.name,
        "rows": len(rows),
        "stories": len(set(gold)),
        "dates": dates,
    }
    print(json.dumps({**line, "groups": len(set(found)), **b_cubed(gold, found)}))


def haystack(rows: Sequence[Row], others: Sequence[Row], counts: Sequence[int]) -> None:
    """The gold stories among so many reports of other events, drawn with a fixed seed."""
    drawn = random.Random(7).sample(list(others), min(max(counts), len(others)))  # noqa: S311 - a sample, no secret
    for count in counts:
        day = [{**row, "published": None} for row in (*rows, *drawn[:count])]
        gold = [str(row.get("story") or row["id"]) for row in day]
        line = {"benchmark": "clusters", "haystack": len(drawn[:count]), "rows": len(day)}
        print(json.dumps({**line, **b_cubed(gold, predict(day), several=True)}), flush=True)


def scale(sizes: Sequence[int]) -> None:
    """Each size in a process of its own, then how the time grows from the first size and the last but one."""
    costs = []
    for size in sizes:
        command = [sys.executable, "-m", "benchmarks.clusters", "--one", str(size)]
        costs.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
        print(json.dumps(costs[-1]), flush=True)
    if len(costs) > 1:
        line = {"exponent": exponent(costs[0], costs[-1]), "last_step": exponent(costs[-2], costs[-1])}
        print(json.dumps({"benchmark": "clusters", **line}))


def exponent(smaller: Row, larger: Row) -> float:
    """How the time grows with the entries: 1 in proportion, 2 with the square."""
    grown = log(larger["cpu_seconds"] / smaller["cpu_seconds"])
    return round(grown / log(larger["entries"] / smaller["entries"]), 3)


def cost(size: int) -> dict[str, object]:
    """CPU seconds for grouping that many made-up entries, words included, and the peak of memory."""
    entries = list(made_up(size))
    before = time.process_time()
    groups = group_by_event([entry for entry, _ in entries])
    seconds = time.process_time() - before
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (
        1 << (20 if sys.platform == "darwin" else 10)
    )
    found = [""] * size
    for number, members in enumerate(groups):
        for member in members:
            found[member] = str(number)
    quality = b_cubed([event for _, event in entries], found)
    return {
        "benchmark": "clusters",
        "entries": size,
        "cpu_seconds": round(seconds, 2),
        "mb": round(memory),
        **quality,
    }


def made_up(size: int) -> Iterator[tuple[Report, str]]:
    """Entries with words of Zipfian frequency: half stand alone, the rest tell events of 2 to 40 reports.

    An event has names and words of its own and takes others from its affair, which many events share.
    """
    rng = random.Random(11)  # noqa: S311 - made-up data, no secret
    start, made = datetime(2026, 3, 2, tzinfo=UTC), 0
    while made < size:
        reports = 1 if rng.random() < 0.8 else min(40, 2 + int(rng.expovariate(0.25)))
        affair = rng.randrange(max(20, size // 200))
        own = [f"e{made}x{n}" for n in range(6)] + [common(rng) for _ in range(12)]
        shared = [f"a{affair}x{n}" for n in range(12)]
        for n in range(min(reports, size - made)):
            title = " ".join(rng.sample(own[:6], 2) + rng.sample(shared, 1) + [common(rng) for _ in range(5)])
            text = rng.sample(own, 9) + rng.sample(shared, 3) + [common(rng) for _ in range(28)]
            url = f"https://o{rng.randrange(400)}.example/{made}-{n}"
            outlet = Feed(url, f"Outlet {rng.randrange(400)}")
            lead = " ".join(rng.sample(text, len(text)))
            yield (
                Report(url, outlet, title, lead, "en", start + timedelta(seconds=made), 0, "article"),
                str(made),
            )
        made += reports


def common(rng: random.Random) -> str:
    """A word of a language of 30,000 words, the n-th of them with a frequency of about 1/n."""
    return f"w{int(30_000 ** rng.random())}"


if __name__ == "__main__":
    main()
