"""What becomes of an edition when the model's server misbehaves: ``python -m benchmarks.model STUB.py [STORIES]``.

STUB.py is a stand-in for an OpenAI-compatible server, started with ``--port``, whose ``POST /__mode`` takes
``{"mode", "delay"}``. With every mode the bundled sample day is made through the whole program, and a JSON line
says: seconds, stories, whether the edition is complete (every story that the summaries without a model fill is
there with points), points by the way they came to be, calls a story, problems. The same follows for a real
llama.cpp server on random weights where the extra ``llama`` is installed.

Two lines more: ``speed`` (20 stories at a second a call, against the time that the allowed concurrency permits)
and ``prompts`` (tokens a story, their share of the articles' tokens, bytes identical in front of all prompts). The
prompts are made of STORIES where it is given: a JSON object a line (plain or gzip) with ``story``, ``title``,
``text``; of the sample day otherwise, whose articles are too short to be cut.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import urllib.request
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks import summaries
from digest import pipeline, summarise
from digest.models import Edition, Pick, Story
from digest.sample import Sample, serve
from digest.settings import Settings, SummariserSettings
from digest.store import Store, open_store
from digest.summarise import propose
from digest.summarise.llm import prompt
from digest.summarise.llm.budget import tokens
from tests.make import NOW, article, pick

MODES = (
    "good garbage invalid-json fenced refusal truncate rate-limit rate-limit,good error500 hang html empty inject "
    "fabricate wrong-schema drop"
).split()
TIMEOUT = 3.0
"""Seconds for one call, so that a hanging server does not take a minute here."""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stub", type=Path)
    parser.add_argument("stories", type=Path, nargs="?")
    parser.add_argument("--port", type=int, default=8900)
    args = parser.parse_args()
    with serve(NOW) as sample:
        expected = len(edition(sample, SummariserSettings(use="extractive")).briefs)
        with stub(args.stub, args.port) as url:
            for mode in MODES:
                switch(url, mode)
                report(mode, sample, SummariserSettings(base_url=f"{url}/v1", timeout=TIMEOUT), expected)
            switch(url, "good", 1.0)
            print_line(speed(f"{url}/v1"))
        random_weights(sample, expected)
    print_line(prompts(args.stories))


def report(name: str, sample: Sample, settings: SummariserSettings, expected: int) -> None:
    """Print what an edition of the sample day became."""
    start = perf_counter()
    made = edition(sample, settings)
    ways = Counter(point.way for brief in made.briefs for point in brief.points)
    print_line(
        {
            "mode": name,
            "seconds": round(perf_counter() - start, 1),
            "stories": len(made.briefs),
            "complete": len(made.briefs) == expected and all(brief.points for brief in made.briefs),
            "points": dict(ways),
            "calls_a_story": round(made.usage.calls / max(1, len(made.briefs)), 2),
            "problems": sum(problem.stage == "summarise" for problem in made.problems),
        }
    )


def edition(sample: Sample, settings: SummariserSettings) -> Edition:
    """Today's edition of the sample day, made from nothing."""
    wanted: Settings = sample.today.settings().model_copy(update={"summariser": settings})
    with store() as opened:
        return pipeline.make(pipeline.Run(wanted, opened, sample.today.now, sample=True))


def random_weights(sample: Sample, expected: int) -> None:
    """The same with a real server that keeps to the schema and knows nothing."""
    try:
        from benchmarks import llama  # noqa: PLC0415 - needs packages of the extra
    except ImportError as error:
        print(
            f"NOT MEASURED ON A REAL SERVER: {error}. Install the extra: pip install -e '.[llama]'",
            file=sys.stderr,
        )
        return
    with llama.served() as url:
        settings = SummariserSettings(
            base_url=url, timeout=600, deadline=3600, concurrency=2, max_tokens=2000
        )
        report("random weights", sample, settings, expected)


def speed(url: str) -> dict[str, Any]:
    """20 stories at a second a call."""
    settings = SummariserSettings(base_url=url)
    picks = [pick(f"The council of Arden adopted budget number {n} on Monday.") for n in range(20)]

    async def run(opened: Store) -> float:
        async with summarise.open_model(settings, None, opened.cache) as model:
            assert model is not None
            start = perf_counter()
            await asyncio.gather(*(propose(told, 3, model) for told in picks))
            return perf_counter() - start

    with store() as opened:
        seconds = asyncio.run(run(opened))
    permitted = len(picks) / settings.concurrency
    return {
        "figure": "speed",
        "seconds": round(seconds, 2),
        "permitted": permitted,
        "ratio": round(seconds / permitted, 2),
    }


def prompts(path: Path | None) -> dict[str, Any]:
    """How long the prompts are, and how much of them a server's cache can hold."""
    picks = (
        told(path)
        if path
        else [pick("The council of Arden adopted a budget."), pick("Norland has a harbour.")]
    )
    system = prompt.instructions()
    messages = [prompt.proposal(one, 3, system) for one in picks]
    whole = ["".join(part["content"] for part in message) for message in messages]
    sources = sum(len(article.text) for one in picks for article in one.story.articles)
    first, last = min(whole), max(whole)
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), len(first))
    front = len(first[:same].encode())
    return {
        "figure": "prompts",
        "stories": len(picks),
        "tokens_a_story": round(sum(map(tokens, messages)) / len(picks)),
        "share_of_articles": round(sum(len(message[1]["content"]) for message in messages) / sources, 3),
        "share_with_instructions": round(sum(map(len, whole)) / sources, 3),
        "instruction_bytes": len(system.encode()),
        "identical_in_front": front,
        "identical_share": round(front * len(whole) / sum(len(text.encode()) for text in whole), 3),
    }


def told(path: Path) -> list[Pick]:
    """The stories of a file, at most five articles each as in an edition."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for row in summaries.rows(path):
        groups[row["story"]].append(row)
    return [
        Pick(
            Story(
                name,
                tuple(
                    article(row["text"], row["title"] or "", f"Outlet {n}") for n, row in enumerate(rows[:5])
                ),
            ),
            "",
            0,
        )
        for name, rows in groups.items()
    ]


@contextmanager
def store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/model.db") as opened:
        yield opened


@contextmanager
def stub(program: Path, port: int) -> Iterator[str]:
    """The address of the running stub."""
    command = [sys.executable, str(program), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def switch(url: str, mode: str, delay: float = 0.0) -> None:
    body = json.dumps({"mode": mode, "delay": delay}).encode()
    urllib.request.urlopen(f"{url}/__mode", body, timeout=10).close()  # noqa: S310 - the stub on loopback


def print_line(figures: dict[str, Any]) -> None:
    print(json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
