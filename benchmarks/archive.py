"""How fast the archive answers with 1,000 editions in it: ``python -m benchmarks.archive``.

A JSON line: requests a second and the 99th percentile in milliseconds of edition pages (200 of the 1,000 in
turn, warm) and of one file of the same size that the same server reads from disk, measured in turns in one
run, their ratio, and the seconds in which the whole archive is written as plain files.
"""

from __future__ import annotations

import json
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import httpx2
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from digest.settings import WebSettings
from digest.web.app import site
from digest.web.archive import Archive
from digest.web.export import export
from tests.render.editions import settings
from tests.web.library import Shelf
from tests.web.serving import served

EDITIONS = 1000
REQUESTS = 200
"""In a turn, spread over all editions."""
ROUNDS = 3


def main() -> None:
    shelf = Shelf(EDITIONS)
    on_the_web = settings(web=WebSettings(url="https://news.example"))
    ids = [row.id for row in shelf.list()]
    with tempfile.TemporaryDirectory() as folder:
        start = perf_counter()
        export(Archive(shelf, on_the_web, served=False), Path(folder))
        exported = perf_counter() - start
        plain = Starlette(routes=[Mount("/", StaticFiles(directory=folder))])
        with served(site(Archive(shelf, on_the_web))) as archive, served(plain) as static:
            pages, files = [f"{archive}{i}/" for i in ids], [f"{static}{i}/index.html" for i in ids]
            seconds(pages)  # makes each page once
            pages, files = pages[:: EDITIONS // REQUESTS], files[:: EDITIONS // REQUESTS]
            turns = [(seconds(pages), seconds(files)) for _ in range(ROUNDS)]
    ours, theirs = ([s for turn in turns for s in turn[kind]] for kind in (0, 1))
    figures = {
        "editions": EDITIONS,
        "archive": figure(ours),
        "static_file": figure(theirs),
        "export_s": round(exported, 1),
    }
    print(json.dumps({**figures, "ratio": round(sum(theirs) / sum(ours), 2)}))


def seconds(addresses: Sequence[str]) -> list[float]:
    """How long each request took, one after the other over one connection."""
    found = []
    with httpx2.Client() as client:
        for address in addresses:
            start = perf_counter()
            client.get(address).raise_for_status()
            found.append(perf_counter() - start)
    return found


def figure(times: Sequence[float]) -> dict[str, float]:
    """Requests a second and the 99th percentile."""
    return {
        "requests_s": round(len(times) / sum(times)),
        "p99_ms": round(statistics.quantiles(times, n=100)[98] * 1000, 1),
    }


if __name__ == "__main__":
    main()
