"""How claims fare at the gate: proved, undecided or refuted, by class, and what a judge makes of the rest.

    python -m benchmarks.claims FILE [--predictions OUT] [--show]

FILE holds rows {"id", "sentences", "text", "supported", "class", "language"}, plain or gzip; without a language it is English. Prints one JSON object. "printed" is what proof
alone prints; "judges" what is printed if a simulated judge (seeded, from the labels) has to say yes to each claim that is not
refuted: one right in 95 or 90 of 100, one that says yes to all.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.grammar import open_parser
from digest.models import Problem
from digest.text.parsed import Parsed
from digest.text.sentences import without_dateline
from digest.verify.cast import Cast
from digest.verify.proof import Decision, decide

JUDGES = {"right in 95": 0.95, "right in 90": 0.90, "yes to all": None}
SEEDS = 200


@dataclass(frozen=True)
class Row:
    """A claim with its label and what became of it."""

    id: str
    kind: str
    supported: bool
    text: str
    decision: Decision


class Bench:
    """A parser that parses each text once, and the CPU time that deciding took."""

    def __init__(self) -> None:
        start = time.perf_counter()
        parser = open_parser("en")
        if isinstance(parser, Problem):
            sys.exit(parser.reason)
        self._parser, self.loading = parser, time.perf_counter() - start
        self._kept: dict[str, Parsed] = {}
        self.cpu = 0.0

    def decide(
        self, text: str, sentences: Sequence[str], whole: Cast | None = None, language: str = "en"
    ) -> Decision:
        start = time.process_time()
        if language != "en":
            decision = decide(Parsed(text), [Parsed(s) for s in sentences], whole, language=language)
            self.cpu += time.process_time() - start
            return decision
        new = [t for t in dict.fromkeys((text, *sentences)) if t not in self._kept]
        self._kept.update(zip(new, self._parser.parse([without_dateline(t) for t in new]), strict=True))
        decision = decide(self._kept[text], [self._kept[s] for s in sentences], whole)
        self.cpu += time.process_time() - start
        return decision

    def cost(self, claims: int) -> dict[str, float]:
        return {
            "cpu_ms_a_claim": round(1000 * self.cpu / max(1, claims), 1),
            "loading_s": round(self.loading, 2),
            "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        }


def judged(rows: Sequence[Row], right: float | None) -> dict[str, float]:
    """The shares printed of true and false claims with a judge, the mean of many seeded ones."""
    printed: dict[bool, float] = defaultdict(float)
    for seed in range(SEEDS if right is not None else 1):
        judge = random.Random(seed)  # noqa: S311 - a simulation
        for row in rows:
            yes = right is None or (judge.random() < right) == row.supported
            printed[row.supported] += yes and row.decision.standing != "refuted"
    runs = SEEDS if right is not None else 1
    return {
        name: round(printed[label] / runs / count, 3)
        for name, label in (("true", True), ("false", False))
        if (count := sum(row.supported is label for row in rows))
    }


def shares(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """By class: how many, and the share of each verdict."""
    classes: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        classes[row.kind].append(row.decision.standing)
    return {
        kind: {"n": len(found)}
        | {s: round(found.count(s) / len(found), 3) for s in ("proved", "undecided", "refuted")}
        for kind, found in sorted(classes.items())
    }


def summary(rows: Sequence[Row]) -> dict[str, Any]:
    false = [row for row in rows if not row.supported]
    proved = sum(row.decision.standing == "proved" for row in false)
    return {
        "n": len(rows),
        "classes": shares(rows),
        "false_printed_by_proof": round(proved / len(false), 3) if false else 0.0,
        "judges": {name: judged(rows, right) for name, right in JUDGES.items()},
    }


def read(path: Path) -> list[dict[str, Any]]:
    raw = path.read_bytes()
    lines = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode().splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def show(rows: Sequence[Row]) -> None:
    """The rows that went wrong, with their findings, on stderr."""
    for row in rows:
        wrong = row.decision.standing == ("refuted" if row.supported else "proved")
        if wrong:
            why = "; ".join(f"{f.check}: {f.reason}" for f in row.decision.findings)
            sys.stderr.write(f"{row.id} {row.kind} {row.decision.standing}: {row.text} [{why}]\n")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--predictions", type=Path, help="write {id, passed, standing} rows here")
    arguments.add_argument("--show", action="store_true", help="show what went wrong, on stderr")
    given = arguments.parse_args()
    bench = Bench()
    rows = [
        Row(
            r["id"],
            r["class"],
            r["supported"],
            r["text"],
            bench.decide(r["text"], r["sentences"], language=r.get("language", "en")),
        )
        for r in read(given.file)
    ]
    if given.predictions:
        given.predictions.write_text(
            "".join(
                json.dumps(
                    {"id": r.id, "passed": r.decision.standing == "proved", "standing": r.decision.standing}
                )
                + "\n"
                for r in rows
            )
        )
    if given.show:
        show(rows)
    print(json.dumps(summary(rows) | bench.cost(len(rows)), indent=1))


if __name__ == "__main__":
    main()
