"""The exam that a judge sits before it is believed: pairs of our own whose answers are known.

Half of them are false in the ways that models fall for. A model that says yes to all, no to all, or either at random
fails.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from digest.models import Hypothesis, Judgement
from digest.summarise.llm.budget import Cache

DRAWN = 20
"""Pairs of one exam, half of them true."""
MOST_LET_THROUGH, MOST_REFUSED = 1, 4
"""False ones that a judge may let through, true ones that it may refuse; with more of either it is not believed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How an exam went: false pairs let through and true ones refused, of ``DRAWN`` / 2 each, and when (ISO date)."""

    let_through: int
    refused: int
    day: str

    @property
    def passed(self) -> bool:
        return self.let_through <= MOST_LET_THROUGH and self.refused <= MOST_REFUSED

    def __str__(self) -> str:
        half = DRAWN // 2
        return f"let {self.let_through} of {half} false statements through and refused {self.refused} of {half} true ones"


@dataclass(frozen=True, slots=True)
class ExamPair:
    """A hypothesis, and whether its premises say it."""

    hypothesis: Hypothesis
    holds: bool


@cache
def pairs() -> tuple[ExamPair, ...]:
    """All pairs that an exam is drawn from."""
    lines = files("digest.summarise").joinpath("exam.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return tuple(ExamPair(Hypothesis(r["text"], tuple(r["sentences"])), r["supported"]) for r in rows)


def draw(seed: str) -> tuple[ExamPair, ...]:
    """The pairs of one exam, half of them true, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - an exam is no secret
    halves = ([pair for pair in pairs() if pair.holds is holds] for holds in (True, False))
    drawn = [pair for half in halves for pair in chance.sample(half, DRAWN // 2)]
    chance.shuffle(drawn)
    return tuple(drawn)


def mark(exam: Sequence[ExamPair], judgements: Mapping[Hypothesis, Judgement], day: date) -> Mark:
    """The mark for those answers; a pair without one counts as a no."""
    yes = {hypothesis for hypothesis, judgement in judgements.items() if judgement.holds}
    let_through = sum(pair.hypothesis in yes and not pair.holds for pair in exam)
    refused = sum(pair.hypothesis not in yes and pair.holds for pair in exam)
    return Mark(let_through, refused, day.isoformat())


class Marks:
    """The marks of judges, kept by model, address and what they were asked; another question is another exam."""

    def __init__(self, keep: Cache, instructions: str) -> None:
        self._keep = keep
        asked = json.dumps([instructions, [asdict(pair) for pair in pairs()]], sort_keys=True)
        self._version = hashlib.sha256(asked.encode()).hexdigest()[:12]

    def of(self, model: str, address: str) -> Mark | None:
        """The mark of the model at that address, None if it has not sat this exam."""
        kept = self._keep.get("exam", self._key(model, address))
        return Mark(**json.loads(kept)) if kept else None

    def put(self, model: str, address: str, given: Mark) -> None:
        self._keep.put("exam", self._key(model, address), json.dumps(asdict(given)))

    def _key(self, model: str, address: str) -> str:
        return f"{self._version} {model} {address}"
