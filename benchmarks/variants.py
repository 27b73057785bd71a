"""What it costs that everyone gets their topics: many readers, hundreds of variants of an edition, one send.

    python -m benchmarks.variants [--recipients 1000 10000 100000] [--variants 1 200]

Readers choose among eight topics, five languages and two wishes for quiet days, at random with a fixed seed. Each
line is a process of its own, which sends to a sink in another process; compare the lines with 1 and many variants.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import insert

from digest import edition_json, pipeline
from digest.deliver import open_relay
from digest.models import Edition, Preferences, Section
from digest.settings import Settings, SmtpSettings, TopicSettings, WebSettings
from digest.store import Store, open_store, preferences_json, schema
from tests.render.editions import long_edition, settings

PORT = 8851
TOPICS = tuple(f"Topic {number}" for number in range(1, 9))
LANGUAGES = ("", "de", "fr", "es", "ar")


def edition() -> Edition:
    """Sixteen stories in eight sections."""
    briefs = long_edition(16).briefs
    sections = tuple(Section(topic, briefs[n * 2 : n * 2 + 2]) for n, topic in enumerate(TOPICS))
    return replace(long_edition(16), sections=sections)


def config() -> Settings:
    smtp = SmtpSettings(host="127.0.0.1", port=PORT, security="none", connections=8)
    topics = tuple(TopicSettings(name=name, words=("word",)) for name in TOPICS)
    return settings(topics=topics, smtp=smtp, web=WebSettings(url="https://digest.example"))


def wishes(count: int) -> Iterator[Preferences]:
    """So many choices, no two of which come to the same."""
    chance, seen = random.Random(1), {Preferences()}  # noqa: S311 - a benchmark
    yield Preferences()
    while len(seen) < count:
        topics = tuple(topic for topic in TOPICS if chance.random() < 0.5)
        wish = Preferences(topics, language=chance.choice(LANGUAGES))
        if 0 < len(topics) < len(TOPICS) and wish not in seen:
            seen.add(wish)
            yield wish


def fill(store: Store, recipients: int, variants: int) -> None:
    """Put readers on the list in pages, as they would be after years."""
    texts = [preferences_json.written(wish) for wish in wishes(variants)]
    now = datetime.now(UTC)
    for start in range(0, recipients, 1000):
        rows = [
            {
                "id": f"reader{number:06}@reader.example",
                "address": f"reader{number:06}@reader.example",
                "since": now,
                "active": True,
                "preferences": texts[number % len(texts)],
            }
            for number in range(start, min(recipients, start + 1000))
        ]
        with store._database.write() as connection:  # noqa: SLF001 - nobody else adds thousands at once
            connection.execute(insert(schema.subscribers), rows)


def work(recipients: int, variants: int) -> dict[str, object]:
    """The process that sends."""
    today, settled = edition(), config()
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/digest.db") as store:
        store.editions.save(today.id, today.date, edition_json.write(today), datetime.now(UTC))
        fill(store, recipients, variants)
        start, first = time.perf_counter(), 0.0

        def progress(_stage: str, _done: int, _total: int) -> None:
            nonlocal first
            first = first or time.perf_counter()

        dispatch = pipeline.Dispatch(today, settled, store, lambda: datetime.now(UTC), progress)
        report = pipeline.send(dispatch, open_relay(settled.smtp))
        seconds = time.perf_counter() - start
    assert report.counts == {"sent": recipients}, report.counts
    return {
        "benchmark": "variants",
        "recipients": recipients,
        "variants": variants,
        "seconds_before_the_first_copy": round(first - start, 1),
        "copies_per_second_after": round(recipients / (seconds - (first - start))),
        "cpu_seconds": round(time.process_time(), 1),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--variants", type=int, nargs="+", default=[1, 200])
    parser.add_argument("--work", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        print(json.dumps(work(arguments.recipients[0], arguments.variants[0])), flush=True)
        return
    python = [sys.executable, "-m"]
    sink = subprocess.Popen([*python, "benchmarks.sink", str(PORT), "--unchecked"])
    try:
        for recipients in arguments.recipients:
            for variants in arguments.variants:
                sizes = ["--recipients", str(recipients), "--variants", str(variants)]
                subprocess.run([*python, "benchmarks.variants", "--work", *sizes], check=True)
    finally:
        sink.terminate()
        sink.wait()


if __name__ == "__main__":
    main()
