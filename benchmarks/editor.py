"""What an editor says of an edition: ``python -m benchmarks.editor DAY EDITION.json [--judged FILE]``.

EDITION.json is what ``digest show --format json`` prints. FILE has a row for each line that was read against its sources:
``day``, ``key``, ``what`` (headline, standfirst or point), ``defect`` (empty if it is right) and, for the sample day, its
text. The key stands for the line where it stands: whether something is repeated, or a side angle before the news, depends on
what is above it. The rubric:

* dangling: it needs what only its article says; trivial: nobody would miss it; repeated: headline or a line above says it
* overtaken: a later report knows better; not news: comment, a quotation without content; caption; other: of another event
* coloured: judges in our own voice; side: an angle before the news or, in a headline, in its place
* accusation: without the reply that a source has; unkept: a headline whose promise no point keeps

One JSON line. Lines without a row are counted as ``unread``: an edition that has changed has to be read anew.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from statistics import median
from typing import Any

from digest import edition_json
from digest.models import Brief, Edition

JUDGED = Path(__file__).parent / "texts" / "editor.jsonl"
WORDS_A_MINUTE = 230


def main() -> None:
    """Read the edition and the table, print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("day")
    parser.add_argument("edition", type=Path)
    parser.add_argument("--judged", type=Path, default=JUDGED)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.judged.read_text().splitlines()]
    judged = {row["key"]: row["defect"] for row in rows if row["day"] == args.day}
    edition = edition_json.read(args.edition.read_text())
    print(json.dumps({"benchmark": "editor", "day": args.day, **figures(edition, judged)}))


def lines(brief: Brief) -> Iterator[tuple[str, str, str]]:
    """What each line of a brief is, its text, and the key of it with all that stands above."""
    told = [("headline", brief.headline)]
    told += [("standfirst", brief.standfirst.text)] if brief.standfirst else []
    told += [("point", point.text) for point in brief.points]
    for number, (what, text) in enumerate(told, 1):
        above = "\n".join(line for _, line in told[:number])
        yield what, text, sha256(above.encode()).hexdigest()[:12]


def figures(edition: Edition, judged: dict[str, str]) -> dict[str, Any]:
    """Defects of what was read, by kind and in parts of a hundred points, and how long everything is."""
    read = [(what, judged.get(key)) for brief in edition.briefs for what, _, key in lines(brief)]
    points = [defect for what, defect in read if what == "point" and defect is not None]
    headlines = [defect for what, defect in read if what == "headline" and defect is not None]
    lengths = [len(point.text.split()) for brief in edition.briefs for point in brief.points]
    stories = [
        sum(len(text.split()) for what, text, _ in lines(brief) if what != "headline")
        for brief in edition.briefs
    ]
    words = sum(len(text.split()) for brief in edition.briefs for _, text, _ in lines(brief))
    return {
        "points": len(lengths),
        "unread": sum(defect is None for _, defect in read),
        "defects_per_100_points": round(100 * sum(map(bool, points)) / len(points), 1) if points else None,
        "headlines_right": f"{sum(not defect for defect in headlines)} of {len(headlines)}",
        "standfirst_defects": sum(bool(defect) for what, defect in read if what == "standfirst"),
        "kinds": dict(Counter(defect for _, defect in read if defect).most_common()),
        "words_a_point": median(lengths) if lengths else 0,
        "words_a_story": median(stories) if stories else 0,
        "words": words,
        "minutes": round(words / WORDS_A_MINUTE, 1),
    }


if __name__ == "__main__":
    main()
