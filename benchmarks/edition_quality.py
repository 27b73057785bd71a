"""How good the edition of a labelled day of news is.

    python -m benchmarks.edition_quality DAYDIR --serve SERVE.PY [--port 8810] [--predictions OUT]

SERVE.PY serves the day on loopback; the real pipeline makes an edition of it, without a model and with an empty
memory, under broad topics. ``day.json`` says which articles tell one event and which are not politics. One JSON line:
events printed twice, events split over stories, printed articles that are not politics, and gold stories of three or
more outlets that are missing.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import urlopen

import yaml

from benchmarks.labelled import write
from digest import pipeline
from digest.models import Brief, Edition
from digest.settings import Settings
from digest.store import open_store

TOPICS: dict[str, list[str]] = {
    "Elections": ["election", "vote", "candidate", "campaign", "ballot", "poll"],
    "Parliament": [
        "parliament",
        "congress",
        "senate",
        "lawmakers",
        "house of representatives",
        "bill",
        "veto",
    ],
    "Government": ["president", "prime minister", "government", "white house", "cabinet", "minister"],
    "Courts": ["supreme court", "court", "judge", "lawsuit"],
    "Abroad": [
        "foreign minister",
        "sanctions",
        "NATO",
        "diplomat",
        "missile",
        "war",
        "ceasefire",
        "summit",
        "talks",
    ],
    "Security": ["terror", "attack", "surveillance", "police", "military"],
    "Migration": ["immigration", "migrants", "asylum", "border", "citizenship"],
    "Economy": ["budget", "deficit", "tax", "tariff", "trade deal", "economy"],
    "Climate": ["climate change", "emissions", "energy"],
}
NOW = datetime(2026, 3, 2, 18, tzinfo=UTC)


def main() -> None:
    """Serve the day, make its edition and judge it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("day", type=Path)
    parser.add_argument("--serve", type=Path, required=True)
    parser.add_argument("--port", type=int, default=8810)
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--predictions", type=Path)
    args = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        served(args.day, args.serve, args.port, Path(folder)) as feeds,
    ):
        day = json.loads(urlopen(f"http://127.10.0.1:{args.port}/__day", timeout=30).read())
        edition = made(feeds, folder, args.stories)
    printed = [(brief, [article_id(a.url, day) for a in brief.articles]) for brief in edition.briefs]
    write(
        args.predictions,
        ({"story": b.story_id, "topics": [topic_of(b, edition)], "articles": ids} for b, ids in printed),
    )
    print(json.dumps({"benchmark": "edition_quality", "stories": len(printed), **judged(printed, day)}))


@contextmanager
def served(day: Path, serve: Path, port: int, folder: Path) -> Iterator[list[dict[str, str]]]:
    """The feeds of the day while its server runs."""
    out = folder / "feeds.yaml"
    command = [sys.executable, str(serve), str(day), "--port", str(port), "--date", str(NOW.date())]
    with subprocess.Popen([*command, "--config-out", str(out)], stdout=subprocess.PIPE, text=True) as server:
        try:
            if server.stdout:
                server.stdout.readline()
            yield yaml.safe_load(out.read_text())["feeds"]
        finally:
            server.terminate()


def made(feeds: Sequence[Mapping[str, str]], folder: str, stories: int) -> Edition:
    """The edition of that day with an empty memory."""
    settings = Settings.model_validate(
        {
            "feeds": feeds,
            "topics": [{"name": name, "words": words, "max": 8} for name, words in TOPICS.items()],
            "edition": {"stories": stories},
            "collect": {"allow_private_hosts": ["127.10.0.0/24"]},
            "summariser": {"use": "extractive"},
        }
    )
    with open_store(f"sqlite:///{folder}/quality.db") as store:
        return pipeline.make(pipeline.Run(settings, store, NOW))


def article_id(url: str, day: Mapping[str, Any]) -> str:
    """The day's own name of the article at that address; the address where the day does not know it."""
    wanted = urlsplit(url)
    for article in day["articles"]:
        own = urlsplit(article.get("url") or "")
        if article["id"] in url or (own.netloc and (own.netloc, own.path, own.query) == wanted[1:4]):
            return str(article["id"])
    return url


def topic_of(brief: Brief, edition: Edition) -> str:
    """The section in which the brief stands."""
    return next(section.topic for section in edition.sections if brief in section.briefs)


def judged(printed: Sequence[tuple[Brief, Sequence[str]]], day: Mapping[str, Any]) -> dict[str, object]:
    """The figures, and the events behind them."""
    articles = {article["id"]: article for article in day["articles"]}
    known = [[articles[i] for i in ids if i in articles] for _, ids in printed]
    events = [{a.get("story") for a in members} - {None} for members in known]
    times = Counter(event for found in events for event in found)
    top = [s["id"] for s in day["stories"] if s["politics"] and len(set(s["outlets"])) >= 3]
    wrong = [a["title"] for members in known for a in members if not (a["politics"] or a.get("borderline"))]
    missed = [event for event in top if event not in times]
    mixed = [ids for (_, ids), found in zip(printed, events, strict=True) if len(found) > 1]
    return {
        "unknown": sum(len(ids) for _, ids in printed) - sum(len(members) for members in known),
        "twice": sorted(event for event, n in times.items() if n > 1),
        "not_politics": wrong,
        "top": len(top),
        "missed": missed,
        "mixed": mixed,
    }


if __name__ == "__main__":
    main()
