"""The edition of the bundled sample day, for the commands that show it."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import wiring

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from digest.models import Edition
    from digest.sample import Sample
    from digest.settings import Settings


@contextmanager
def sample_edition(
    settings: Settings, now: datetime
) -> Iterator[tuple[Edition, Settings, Mapping[str, str]]]:
    """Today's edition of the sample day, its settings and the texts of its articles by address.

    The sample's outlets are served until the context ends, so that the edition's links work.
    """
    from digest.sample import serve

    with serve(now) as sample:
        edition, texts = _made(sample, settings)
        yield edition, sample.today.settings(settings), texts


def _made(sample: Sample, settings: Settings) -> tuple[Edition, Mapping[str, str]]:
    """Today's edition of the sample day, after yesterday's, and its articles; both in a store that goes afterwards."""
    import tempfile

    from digest import pipeline
    from digest.cli.display import shown
    from digest.store import open_store

    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{Path(folder)}/sample.db") as store:
        yesterday, (parser, _) = sample.yesterday, wiring.grammar()
        pipeline.save(
            pipeline.make(
                pipeline.Run(yesterday.settings(settings), store, yesterday.now, sample=True, parser=parser)
            ),
            store,
        )
        with shown() as progress:
            today = sample.today
            edition = pipeline.make(
                pipeline.Run(
                    today.settings(settings), store, today.now, sample=True, progress=progress, parser=parser
                )
            )
        return edition, store.cited_texts.load(edition.id)
