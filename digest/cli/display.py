"""Progress: bars on a terminal, one clean line a stage elsewhere. Always on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from digest.pipeline.context import Progress


@contextmanager
def shown(stream: TextIO | None = None) -> Iterator[Progress]:
    """A progress that shows itself while the block runs."""
    stream = stream or sys.stderr
    with _bars(stream) if stream.isatty() else _lines(stream) as progress:
        yield progress


@contextmanager
def _lines(stream: TextIO) -> Iterator[Progress]:
    def line(stage: str, done: int, total: int) -> None:
        if done == total:
            print(f"{stage}: {total}", file=stream, flush=True)

    yield line


@contextmanager
def _bars(stream: TextIO) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TaskID,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (TextColumn("{task.description:<8}"), BarColumn(40), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=stream)) as bars:
        tasks: dict[str, TaskID] = {}

        def bar(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        yield bar
