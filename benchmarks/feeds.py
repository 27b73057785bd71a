"""How well and how fast feeds are read: ``python -m benchmarks.feeds FOLDER``.

FOLDER (or a folder ``feeds`` in it) has ``*.xml.gz``, each the bytes of a feed. A JSON line for this program and one
for feedparser alone, in one run: files read, items found, shares of items with title, address, date and text, CPU
milliseconds a feed. A last line says how many items feedparser finds that this program loses, and the ratio of CPU.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import feedparser

from digest.collect.parsing import urls
from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.values import MAX_ITEMS, UnreadableError

URL = "https://feeds.example/all.xml"


@dataclass(frozen=True, slots=True)
class Found:
    """An item by what counts: its address, and whether it has a title, a date and a text."""

    url: str
    title: bool
    date: bool
    text: bool


Reader = Callable[[bytes], tuple[Found, ...]]


def main(folder: Path) -> None:
    folder = folder / "feeds" if (folder / "feeds").is_dir() else folder
    bodies = [gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.xml.gz"))]
    mine, mine_ms = measured(ours, bodies)
    theirs, their_ms = measured(alone, bodies)
    lost = sum(len({f.url for f in b} - {f.url for f in a}) for a, b in zip(mine, theirs, strict=True))
    print(json.dumps({"program": "ours", **figures(mine), "ms": round(mine_ms, 2)}))
    print(json.dumps({"program": "feedparser", **figures(theirs), "ms": round(their_ms, 2)}))
    print(json.dumps({"feeds": len(bodies), "lost": lost, "cpu_ratio": round(mine_ms / their_ms, 3)}))


def measured(reader: Reader, bodies: list[bytes]) -> tuple[list[tuple[Found, ...]], float]:
    """What the reader finds in each body, and its CPU milliseconds a feed."""
    reader(b"<rss version='2.0'><channel><item><title>A & B</title></item></channel></rss>")
    start = process_time()
    found = [reader(body) for body in bodies]
    return found, 1000 * (process_time() - start) / len(bodies)


def ours(body: bytes) -> tuple[Found, ...]:
    """The items that this program reads."""
    try:
        items = parse_feed(body, URL).items
    except UnreadableError:
        return ()
    return tuple(
        Found(i.url, bool(i.title), bool(i.published or i.updated), bool(i.summary or i.content))
        for i in items
    )


def alone(body: bytes) -> tuple[Found, ...]:
    """The items that feedparser reads, with addresses in the same spelling."""
    feed = feedparser.parse(body, response_headers={"content-location": URL})
    return tuple(
        Found(
            urls.clean(entry.get("link", ""), URL),
            bool(entry.get("title")),
            bool(entry.get("published_parsed") or entry.get("updated_parsed")),
            bool(entry.get("summary") or entry.get("content")),
        )
        for entry in feed.entries[:MAX_ITEMS]
        if urls.clean(entry.get("link", ""), URL)
    )


def figures(found: Iterable[tuple[Found, ...]]) -> dict[str, float]:
    """The figures of one reader."""
    feeds = list(found)
    items = [item for feed in feeds for item in feed]
    shares = {
        name: sum(getattr(item, name) for item in items) / len(items) for name in ("title", "date", "text")
    }
    return {
        "read": sum(map(bool, feeds)),
        "items": len(items),
        **{name: round(share, 4) for name, share in shares.items()},
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
