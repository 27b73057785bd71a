"""How exactly articles are read from pages: ``python -m benchmarks.extraction FOLDER [--predictions OUT] [--rivals]``.

FOLDER has ``extraction`` and ``pages2``, or is one of them: ``truth.jsonl.gz`` or ``segments.jsonl.gz``, and ``pages/ID.html.gz``. A JSON line for
each set, and for its English pages: precision, recall and F1 of 4-word shingles (means over pages, F1 of the two
means) or, for segments, of phrases that the text must and must not have; pages missed whole, of which nothing wanted was found;
shares of right titles (equal or contained), days and first authors; milliseconds a page, mean and median. With ``--rivals``
further lines have the same figures for trafilatura and readability-lxml by themselves.
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

import lxml.html
import trafilatura
from readability import Document as Readability
from trafilatura.settings import Document

from digest.collect.parsing.blocks import read_blocks
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
    parser.add_argument("--rivals", action="store_true")
    given = parser.parse_args()
    for extractor in (ours, of_trafilatura, of_readability) if given.rivals else (ours,):
        results = list(run(given.folder, extractor))
        for name, part in groups(results):
            print(json.dumps({"program": extractor.__name__, "set": name, **figures(part)}))
        if given.predictions and extractor is ours:
            given.predictions.write_text(
                "".join(f"{json.dumps(r.found)}\n" for r in results), encoding="utf-8"
            )


def run(folder: Path, extractor: Extractor) -> Iterator[Result]:
    """The result for each row of the truth."""
    for page in (_BEGINNING, _BEGINNING * 2):  # loads what the first pages would pay for
        extractor(page, "https://a.example/")
    for file in sorted((*folder.glob("**/truth.jsonl.gz"), *folder.glob("**/segments.jsonl.gz"))):
        if not (file.parent / "pages").is_dir():
            continue
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for truth in map(json.loads, lines):
                body = gzip.decompress((file.parent / "pages" / f"{truth['id']}.html.gz").read_bytes())
                start = process_time()
                found = extractor(body, truth["url"])
                yield Result(truth, {"id": truth["id"], **found}, process_time() - start)


_BEGINNING = (
    b"<html><body><p>Short.</p><div class=menu>"
    + b"<span>An entry of a menu</span>" * 40
    + b"</div></body></html>"
)


def ours(body: bytes, url: str) -> Row:
    """What this program reads."""
    try:
        page = parse_page(body, url, "text/html; charset=utf-8")
    except UnreadableError:
        return {"title": "", "text": "", "published": None, "authors": []}
    published = page.published and page.published.isoformat()
    return {"title": page.title, "text": page.text, "published": published, "authors": page.authors}


def of_trafilatura(body: bytes, url: str) -> Row:
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


def of_readability(body: bytes, _url: str) -> Row:
    """What readability-lxml reads by itself: a title and a text, in blocks."""
    nothing: Row = {"title": "", "text": "", "published": None, "authors": []}
    try:
        document = Readability(body.decode("utf-8", "replace"))
        title, tree = document.short_title(), lxml.html.fromstring(document.summary(html_partial=True))
    except Exception:  # noqa: BLE001 - it raises many things
        return nothing
    return {**nothing, "title": title, "text": "\n".join(block.text for block in read_blocks(tree))}


def groups(results: list[Result]) -> Iterator[tuple[str, list[Result]]]:
    """The results of each set, and of its English pages."""
    for name in sorted({r.truth["set"] for r in results}):
        part = [r for r in results if r.truth["set"] == name]
        yield name, part
        if english := [r for r in part if r.truth.get("language") == "en"]:
            yield f"{name}, English", english


def figures(results: list[Result]) -> dict[str, float]:
    """The figures of some results; a share is left out where no row has that field."""
    of_phrases = "with" in results[0].truth
    precision, recall, missed = phrases(results) if of_phrases else words(results)
    shares = {
        "titles": [same_title(r.truth["title"], r.found["title"]) for r in results if r.truth.get("title")],
        "days": [
            same_day(r.truth["published"], r.found["published"]) for r in results if r.truth.get("published")
        ],
        "authors": [
            has_first(r.truth["authors"], r.found["authors"]) for r in results if r.truth.get("authors")
        ],
    }
    return {
        "pages": len(results),
        "f1": round(2 * precision * recall / (precision + recall), 4),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "missed_whole": missed,
        **{name: round(statistics.fmean(values), 4) for name, values in shares.items() if values},
        "ms": round(1000 * statistics.fmean(r.seconds for r in results), 1),
        "ms_median": round(1000 * statistics.median(r.seconds for r in results), 1),
    }


def words(results: list[Result]) -> tuple[float, float, int]:
    """Precision and recall of shingles, means over pages, and of how many pages nothing was found."""
    pairs = [precision_recall(r.truth["text"], r.found["text"]) for r in results]
    precisions, recalls = zip(*pairs, strict=True)
    precision = statistics.fmean(p for p in precisions if p is not None)
    return precision, statistics.fmean(r for r in recalls if r is not None), sum(not r for r in recalls)


def phrases(results: list[Result]) -> tuple[float, float, int]:
    """Precision and recall of phrases over all pages, and of how many pages no wanted one was found."""
    right = wrong = wanted = missed = 0
    for result in results:
        text = " ".join((result.found["text"] or "").split())
        found = sum(" ".join(phrase.split()) in text for phrase in result.truth["with"])
        right, wanted = right + found, wanted + len(result.truth["with"])
        wrong += sum(" ".join(phrase.split()) in text for phrase in result.truth["without"])
        missed += bool(result.truth["with"]) and not found
    return right / (right + wrong), right / wanted, missed


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
