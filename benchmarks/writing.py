"""How what models write about a day fares at the gate: the points and headlines of each style.

    python -m benchmarks.writing ANSWERS [--texts DIR] [--show] [--style B]

ANSWERS holds rows {"style", "answer": {"headline", "points": [{"text", "cites", "supported"}]}}, cites being sentences. With --texts,
a folder of article texts (*.txt or *.txt.gz), the cast of a point is that of the articles its answer cites, else that of the cited
sentences. Headlines without a label count as the points of their answer do. Prints one JSON object, a style a key.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.claims import Bench, Row, read, show, summary
from digest.verify.cast import Cast, cast


class Casts:
    """The casts of articles, found by a sentence of theirs."""

    def __init__(self, folder: Path | None) -> None:
        texts = map(_read, sorted(folder.glob("*.txt*"))) if folder else ()
        self._articles = [(_squeeze(text), cast(text.splitlines())) for text in texts]

    def of(self, cites: Sequence[str]) -> Cast | None:
        """The cast of the articles that have one of the sentences; None where none is known."""
        found = [own for text, own in self._articles if any(_squeeze(cite) in text for cite in cites)]
        names = {name for own in found for name in own.names} | set(cast(cites).names)
        return Cast(tuple(sorted(names, key=lambda words: (-len(words), words)))) if found else None


def _read(path: Path) -> str:
    raw = path.read_bytes()
    return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8", "replace")


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def rows(answers: Sequence[dict[str, Any]], style: str, bench: Bench, casts: Casts) -> list[Row]:
    """A row a point and a headline of one style, in order."""
    found = []
    for n, answer in enumerate(a["answer"] for a in answers if a["style"] == style):
        points = [*([answer["headline"]] if answer.get("headline") else []), *answer["points"]]
        whole = casts.of([cite for point in points for cite in point["cites"]])
        label = all(point["supported"] for point in answer["points"])
        headline = [("headline", answer["headline"])] if answer.get("headline") else []
        for kind, point in (*headline, *(("point", p) for p in answer["points"])):
            decision = bench.decide(point["text"], point["cites"], whole)
            supported = point.get("supported", label)
            found.append(Row(f"{style}{n}", kind, supported, point["text"], decision))
    return found


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("answers", type=Path)
    arguments.add_argument("--texts", type=Path, help="a folder with the texts of the articles")
    arguments.add_argument("--style", help="this style only")
    arguments.add_argument("--show", action="store_true", help="show what went wrong, on stderr")
    given = arguments.parse_args()
    answers, bench, casts = read(given.answers), Bench(), Casts(given.texts)
    styles = [given.style] if given.style else sorted({answer["style"] for answer in answers})
    out: dict[str, Any] = {}
    total = 0
    for style in styles:
        found = rows(answers, style, bench, casts)
        total += len(found)
        out[style] = {kind: summary([r for r in found if r.kind == kind]) for kind in ("point", "headline")}
        if given.show:
            show(found)
    print(json.dumps(out | bench.cost(total), indent=1))


if __name__ == "__main__":
    main()
