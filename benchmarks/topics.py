"""How well reports find the reader's topics, from the words of the YAML alone.

    python -m benchmarks.topics DIR [--predictions OUT]

DIR has ``topics.yaml`` (names and keywords) and ``articles.jsonl.gz`` (rows with one topic or none). One JSON line.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from statistics import mean

import yaml

from benchmarks.labelled import Row, read, report, write
from digest.curate.topics import match_topics
from digest.models import Topic


def main() -> None:
    """Match every row and print how that compares with its label."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--predictions", type=Path)
    args = parser.parse_args()
    listed = yaml.safe_load((args.folder / "topics.yaml").read_text())["topics"]
    topics = [Topic(topic["name"], tuple(topic["keywords"])) for topic in listed]
    rows = read(args.folder / "articles.jsonl.gz")
    found = [
        {m.topic.name for m in matches if m.sure}
        for matches in match_topics([report(row) for row in rows], topics)
    ]
    write(args.predictions, ({"id": r["id"], "topics": sorted(f)} for r, f in zip(rows, found, strict=True)))
    print(json.dumps({"benchmark": "topics", "rows": len(rows), **figures(rows, found)}))


def figures(rows: Sequence[Row], found: Sequence[set[str]]) -> dict[str, object]:
    """Macro precision, recall and F1 over the topics, the F1 of each, and the share of other rows that were flagged."""
    per = {
        topic: figure(topic, rows, found) for topic in sorted({row["topic"] for row in rows if row["topic"]})
    }
    none = [bool(f) for row, f in zip(rows, found, strict=True) if not row["topic"]]
    macro = {
        name: round(mean(values[i] for values in per.values()), 4)
        for i, name in enumerate(("precision", "recall", "f1"))
    }
    return {
        **macro,
        "none_flagged": round(mean(none), 4),
        "per_topic": {t: round(v[2], 3) for t, v in per.items()},
    }


def figure(topic: str, rows: Sequence[Row], found: Sequence[set[str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 of one topic."""
    right = sum(row["topic"] == topic and topic in f for row, f in zip(rows, found, strict=True))
    said = sum(topic in f for f in found)
    real = sum(row["topic"] == topic for row in rows)
    return right / max(1, said), right / real, 2 * right / (said + real)


if __name__ == "__main__":
    main()
