"""Show the bundled sample day: a made-up country's press, fully offline.

Nothing in it is real, and it can never be sent. Yesterday's edition is made first, so that today's says
what is new since.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import preview, wiring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from digest.models import Edition
    from digest.sample import Sample
    from digest.settings import Settings


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    preview.display_options(parser)


def run(args: argparse.Namespace) -> int:
    from digest import config

    return show_sample(args, config.parse(config.default_text()), args.now or datetime.now(UTC))


def show_sample(args: argparse.Namespace, settings: Settings, now: datetime) -> int:
    """Make the sample edition and show it while its outlets are still served, so that its links work."""
    from digest.sample import serve

    with serve(now) as sample:
        edition, texts = _made(sample, settings)
        return preview.display(lambda: edition, lambda: sample.today.settings(settings), args, texts)


def _made(sample: Sample, settings: Settings) -> tuple[Edition, Mapping[str, str]]:
    """Today's edition of the sample day, after yesterday's, and its articles; both in a store that goes afterwards."""
    import tempfile

    from digest import pipeline
    from digest.cli.display import shown
    from digest.store import open_store

    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{Path(folder)}/sample.db") as store:
        yesterday = sample.yesterday
        pipeline.save(
            pipeline.make(pipeline.Run(yesterday.settings(settings), store, yesterday.now, sample=True)),
            store,
        )
        with shown() as progress:
            today = sample.today
            edition = pipeline.make(
                pipeline.Run(today.settings(settings), store, today.now, sample=True, progress=progress)
            )
        return edition, pipeline.kept_texts(edition.id, store)
