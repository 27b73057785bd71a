"""What making an edition costs: ``python -m benchmarks.edition CONFIG [--now TIME]``.

The configuration may point at any day, served or live. The edition is made twice with one fresh store: first
with nothing kept, then again. A JSON line for each, then one with the ratios; both makings happen in this run,
so the ratios hold on a noisy machine.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from digest import config, edition_json, pipeline
from digest.cli.wiring import moment
from digest.models import Edition
from digest.settings import Settings
from digest.store import open_store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--now", type=moment, default=datetime.now(UTC))
    args = parser.parse_args()
    settings = config.load(args.config)
    secrets = config.secrets(args.config.parent, os.environ)
    with tempfile.TemporaryDirectory() as folder:
        cold = made(settings, folder, args.now, secrets.api_key)
        warm = made(settings, folder, args.now, secrets.api_key)
    print(json.dumps({"run": "cold", **cold[1]}))
    print(json.dumps({"run": "warm", **warm[1]}))
    print(json.dumps({"run": "warm / cold", **ratios(cold, warm)}))


def made(
    settings: Settings, folder: str, now: datetime, api_key: str | None
) -> tuple[Edition, dict[str, Any]]:
    """The edition, and what making it cost."""
    start = perf_counter()
    with open_store(f"sqlite:///{folder}/bench.db") as store:
        edition = pipeline.make(pipeline.Run(settings, store, now, api_key))
    usage = edition.usage
    return edition, {
        "seconds": round(perf_counter() - start, 2),
        "stages": {stage: round(seconds, 2) for stage, seconds in usage.seconds},
        "stories": len(edition.briefs),
        "points": sum(len(brief.points) for brief in edition.briefs),
        "problems": len(edition.problems),
        "requests": usage.requests,
        "pages": usage.pages,
        "bytes": usage.bytes,
        "model_calls": usage.calls,
        "tokens": usage.prompt_tokens + usage.completion_tokens,
        "peak_mb": round(peak_mb(), 1),
    }


def peak_mb() -> float:
    """Most memory of this process and of its largest child, in MB; Linux counts in KB."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(kind).ru_maxrss for kind in kinds) / 1024


def ratios(cold: tuple[Edition, dict[str, Any]], warm: tuple[Edition, dict[str, Any]]) -> dict[str, Any]:
    """What the second making cost in parts of the first, and whether it gave the same edition."""
    shares = {
        key: round(warm[1][key] / cold[1][key], 3) for key in ("seconds", "requests", "bytes") if cold[1][key]
    }
    same = (
        edition_json.read(edition_json.write(cold[0])).sections
        == edition_json.read(edition_json.write(warm[0])).sections
    )
    return {**shares, "model_calls": warm[1]["model_calls"], "same_edition": same}


if __name__ == "__main__":
    main()
