"""How exactly articles are read from pages: ``python -m benchmarks.extraction FOLDER [--predictions OUT] [--alone]``.

FOLDER has ``truth.jsonl.gz`` and ``pages/ID.html.gz`` (or a folder ``extraction`` with them). A JSON line for each
set, and for its English pages: precision, recall and F1 of 4-word shingles (means over pages, F1 of the two
means); shares of right titles (equal or contained), days and first authors; milliseconds a page. With ``--alone``
a second line has the same figures for trafilatura by itself.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any

import trafilatura
from trafilatura.settings import Document

from digest.collect.parsing.page import parse_page
from digest.collect.parsing.values import UnreadableError

Row = dict[str, Any]
Extractor = Callable[[bytes, str], Row]


@dataclass(frozen=True, slots=True)
class Result:
    """A row of the truth, what was found for it, and how many seconds of CPU that took."""

    truth: Row
    found: Row
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--alone", action="store_true")
    given = parser.parse_args()
    folder = given.folder / "extraction" if (given.folder / "extraction").is_dir() else given.folder
    for extractor in (ours, alone) if given.alone else (ours,):
        results = list(run(folder, extractor))
        for name, part in groups(results):
            print(json.dumps({"program": extractor.__name__, "set": name, **figures(part)}))
        if given.predictions and extractor is ours:
            given.predictions.write_text(
                "".join(f"{json.dumps(r.found)}\n" for r in results), encoding="utf-8"
            )


def run(folder: Path, extractor: Extractor) -> Iterator[Result]:
    """The result for each row of the truth."""
    extractor(
        b"<html><body><p>Loads what the first page would pay for.</p></body></html>", "https://a.example/"
    )
    with gzip.open(folder / "truth.jsonl.gz", "rt", encoding="utf-8") as lines:
        for truth in map(json.loads, lines):
            body = gzip.decompress((folder / "pages" / f"{truth['id']}.html.gz").read_bytes())
            start = process_time()
            found = extractor(body, truth["url"])
            yield Result(truth, {"id": truth["id"], **found}, process_time() - start)


def ours(body: bytes, url: str) -> Row:
    """What this program reads."""
    try:
        page = parse_page(body, url, "text/html; charset=utf-8")
    except UnreadableError:
        return {"title": "", "text": "", "published": None, "authors": []}
    published = page.published and page.published.isoformat()
    return {"title": page.title, "text": page.text, "published": published, "authors": page.authors}


def alone(body: bytes, url: str) -> Row:
    """What trafilatura reads by itself."""
    page = trafilatura.bare_extraction(body, url=url, fast=True, include_comments=False, with_metadata=True)
    if not isinstance(page, Document):
        return {"title": "", "text": "", "published": None, "authors": []}
    return {
        "title": page.title,
        "text": page.text,
        "published": page.date,
        "authors": (page.author or "").split("; "),
    }


def groups(results: list[Result]) -> Iterator[tuple[str, list[Result]]]:
    """The results of each set, and of its English pages."""
    for name in sorted({r.truth["set"] for r in results}):
        part = [r for r in results if r.truth["set"] == name]
        yield name, part
        yield f"{name}, English", [r for r in part if r.truth["language"] == "en"]


def figures(results: list[Result]) -> dict[str, float]:
    """The figures of some results; a share is left out where no row has that field."""
    precisions, recalls = zip(
        *(precision_recall(r.truth["text"], r.found["text"]) for r in results), strict=True
    )
    precision = statistics.fmean(p for p in precisions if p is not None)
    recall = statistics.fmean(r for r in recalls if r is not None)
    shares = {
        "titles": [same_title(r.truth["title"], r.found["title"]) for r in results if r.truth["title"]],
        "days": [
            same_day(r.truth["published"], r.found["published"]) for r in results if r.truth["published"]
        ],
        "authors": [has_first(r.truth["authors"], r.found["authors"]) for r in results if r.truth["authors"]],
    }
    return {
        "pages": len(results),
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        **{name: round(statistics.fmean(values), 4) for name, values in shares.items() if values},
        "ms": round(1000 * statistics.fmean(r.seconds for r in results), 1),
    }


def shingles(text: str | None) -> Counter[tuple[str, ...]]:
    """The runs of four words in a text; one shorter run where it has fewer words."""
    words = re.findall(r"\w+", text or "")
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)) if words)


def precision_recall(true: str, found: str | None) -> tuple[float | None, float | None]:
    """How much of what was found is true, and how much of what is true was found; None where there is nothing."""
    wanted, got = shingles(true), shingles(found)
    shared = (wanted & got).total()
    return (shared / got.total() if got else None), (shared / wanted.total() if wanted else None)


def plain(text: str | None) -> str:
    """The words of a text in lower case."""
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def same_title(true: str, found: str | None) -> bool:
    return plain(true) == plain(found) or (len(plain(true)) > 10 and plain(true) in plain(found))


def same_day(true: str, found: str | None) -> bool:
    return true[:10] == (found or "")[:10]


def has_first(true: list[str], found: list[str]) -> bool:
    return plain(true[0]) in plain(" ".join(found))


if __name__ == "__main__":
    main()
