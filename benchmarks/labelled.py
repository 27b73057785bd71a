"""Rows of labelled data: reading, writing predictions, and B-cubed, as the benchmarks share them."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from digest.curate.reports import Report
from digest.models import Feed

Row = Mapping[str, Any]


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines, gzipped or not."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def write(path: Path | None, rows: Iterable[Row]) -> None:
    """Predictions as JSON lines; nothing where no path is given."""
    if path:
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))


def report(row: Row) -> Report:
    """A row as curation sees an article: the row's id stands for the address."""
    outlet = row.get("source") or "unknown"
    title, text = row["title"] or "", row["text"] or ""
    return Report(
        url=row["id"],
        feed=Feed(f"https://{outlet}/", outlet),
        title=title,
        text=text.removeprefix(title).strip(),
        language="en",
        published=moment(row.get("published")),
        position=0,
        form="article",
    )


def moment(text: str | None) -> datetime | None:
    """The time of a row, in UTC where it names no zone."""
    if not text:
        return None
    time = datetime.fromisoformat(text)
    return time if time.tzinfo else time.replace(tzinfo=UTC)


def b_cubed(gold: Sequence[str], found: Sequence[str], *, several: bool = False) -> dict[str, float]:
    """B-cubed precision, recall and F1 (Bagga and Baldwin 1998); ``several`` leaves out what stands alone in gold."""
    golds, founds, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    items = [(g, f) for g, f in zip(gold, found, strict=True) if not several or golds[g] > 1]
    precision = sum(both[item] / founds[item[1]] for item in items) / len(items)
    recall = sum(both[item] / golds[item[0]] for item in items) / len(items)
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / (precision + recall), 4),
    }
