"""How well events are put together on halves drawn anew, small and short as on a day.

    python -m benchmarks.held_out FILE [FILE ...] --others FILE2 [--seeds 11 12]

FILE has rows with stories, FILE2 rows without, as for ``benchmarks.clusters``. For each seed the stories of a set are
dealt into two halves, and each is measured in four forms: ``whole`` and ``thin`` (two to four reports a story, as on a
day) among 1,500 of the others, ``short`` (thin, and only the first 250 characters) among them, and ``alone`` (thin,
without others). A JSON line for each set and form, and one for all: mean and worst F1. Constants that are fitted on such
halves are judged by others: draw seeds that were not used for fitting, and only once.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from statistics import mean

from benchmarks.clusters import predict
from benchmarks.labelled import Row, b_cubed, read

OTHERS = 1500
SHORT = 250

Case = tuple[str, list[Row]]
"""The name of a form, and its rows."""


def cases(rows: Sequence[Row], others: Sequence[Row], seed: int) -> Iterator[Case]:
    """Both halves in all forms."""
    chance = Random(seed)  # noqa: S311 - a sample, no secret
    stories: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        stories[str(row["story"])].append(row)
    names = sorted(stories)
    chance.shuffle(names)
    for half in (names[::2], names[1::2]):
        drawn = chance.sample(list(others), min(OTHERS, len(others)))
        thin = [row for name in half for row in _some(stories[name], chance)]
        yield "whole", [row for name in half for row in stories[name]] + drawn
        yield "thin", thin + drawn
        yield "short", [{**row, "text": str(row["text"])[:SHORT]} for row in (*thin, *drawn)]
        yield "alone", thin


def _some(reports: Sequence[Row], chance: Random) -> list[Row]:
    return chance.sample(list(reports), min(len(reports), chance.randint(2, 4)))


def f1(rows: Sequence[Row]) -> float:
    """B-cubed F1 over the rows that have a story, without times: the sets are of many years."""
    undated = [{**row, "published": None} for row in rows]
    gold = [str(row.get("story") or row["id"]) for row in rows]
    return b_cubed(gold, predict(undated), several=True)["f1"]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--others", type=Path, required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=[11, 12])
    arguments = parser.parse_args()
    others, every = read(arguments.others), []
    for file in arguments.files:
        rows = read(file)
        by_form: dict[str, list[float]] = defaultdict(list)
        for seed in arguments.seeds:
            for form, case in cases(rows, others, seed):
                by_form[form].append(f1(case))
        for form, found in by_form.items():
            print(json.dumps({"benchmark": "held_out", "set": file.name, "form": form, **_told(found)}))
            every += found
    print(json.dumps({"benchmark": "held_out", "cases": len(every), **_told(every)}))


def _told(found: Sequence[float]) -> dict[str, float]:
    return {"mean_f1": round(mean(found), 4), "worst_f1": round(min(found), 4)}


if __name__ == "__main__":
    main()
