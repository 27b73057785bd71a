"""A line of `digest check`."""

from __future__ import annotations

from typing import Literal, NamedTuple

Outcome = Literal["ok", "note", "warn", "fail"]


class CheckLine(NamedTuple):
    """What became of trying one part; only ``fail`` keeps a run from working. A ``note`` was not tried at all."""

    outcome: Outcome
    part: str
    said: str

    def __str__(self) -> str:
        return f"{self.outcome:<5} {self.part:<7} {self.said}"
