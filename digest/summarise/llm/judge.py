"""A judge: a model that is shown a statement and the sentences it cites, and says whether the sentences say it.

It is blind to who wrote a statement. All statements of an edition go into one call, in an order of their own and under
numbers drawn for it, so that an answer by rote hits nothing. A yes counts only with words that stand in the sentences.
Each statement is asked about once and its answer kept by text. A model that is new here sits an exam first. Whatever
goes wrong with a judge leaves its statements without an answer, and is told once.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from digest.models import Hypothesis, Judgement, Usage
from digest.summarise.llm.budget import CHARACTERS, Cache
from digest.summarise.llm.exam import DRAWN, Mark, Marks, draw, mark
from digest.summarise.llm.judge_prompt import (
    ANSWER_IN_JSON,
    INSTRUCTIONS,
    JudgeAnswer,
    JudgeAnswers,
    messages,
    schema,
    supports,
)
from digest.summarise.llm.model import Model
from digest.summarise.llm.response import clean

MOST_STATEMENTS, MOST_CHARACTERS = 64, 36_000
"""Of one call: an edition of twelve stories fits, and so does a context of 16,000 tokens with the answer."""
_STATEMENT = 350
"""Characters of a statement with its sentences, for the estimate."""
_LONGEST_WORDS = 300
"""Characters that are kept of the words of an answer."""

Numbered = Mapping[int, Hypothesis]
"""Hypotheses by the numbers under which a judge is shown them, in the order in which it is."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A judge's answers, what they cost, and why some are missing: empty if none is, or if it was told before."""

    judgements: dict[Hypothesis, Judgement] = field(default_factory=dict)
    usage: Usage = field(default_factory=Usage)
    failure: str = ""


class Judge:
    """A model that judges for the length of one run.

    ``open_call`` gives a model for one call; ``address`` is its server's as the settings name it; ``seed`` gives the order
    in which statements are shown; ``today`` dates the exam; ``told`` puts reasons of failures into words of the settings.
    """

    def __init__(
        self,
        name: str,
        address: str,
        open_call: Callable[[], Model],
        keep: Cache,
        *,
        seed: str,
        today: date,
        told: Callable[[str], str] = str,
    ) -> None:
        self.name = name
        self._address = address
        self._open_call = open_call
        self._keep = keep
        self._marks = Marks(keep, INSTRUCTIONS)
        self._seed = seed
        self._today = today
        self._told = told
        self._failed = False

    async def ask(self, hypotheses: Sequence[Hypothesis]) -> Judged:
        """A judgement for each hypothesis; none for those of a call that failed, and for all after a failure or a failed exam."""
        kept = {h: known for h in dict.fromkeys(hypotheses) if (known := self._kept(h))}
        new = [h for h in dict.fromkeys(hypotheses) if h not in kept]
        sat = await self.examine() if new or kept else Judged()
        if self._failed:
            return Judged({}, sat.usage, sat.failure)
        found = await self.answers(new, self._seed)
        for hypothesis, given in found.judgements.items():
            self._put(hypothesis, given)
        return Judged(kept | found.judgements, sat.usage + found.usage, found.failure)

    async def examine(self) -> Judged:
        """Sit the exam, unless it was sat before; fails if the judge is not to be believed."""
        if self._failed:
            return Judged()
        given, usage = self.mark, Usage()
        if given is None:
            exam = draw(self.name)
            found = await self.answers([pair.hypothesis for pair in exam], self.name)
            if found.failure:
                return found
            given, usage = mark(exam, found.judgements, self._today), found.usage
            self._marks.put(self.name, self._address, given)
        if given.passed:
            return Judged(usage=usage)
        self._failed = True
        return Judged(usage=usage, failure=_not_believed(self.name, given))

    def estimate(self, statements: int) -> Usage:
        """About what one round on so many statements costs, rather too much than too little, with an exam that is due."""
        counts = [statements] if self.mark else [statements, DRAWN]
        usage = [_expected(count) for count in counts if count]
        return self._open_call().budget.priced(sum(usage, Usage()))

    @property
    def mark(self) -> Mark | None:
        """Its mark in the exam; None if it has not sat it."""
        return self._marks.of(self.name, self._address)

    async def answers(self, hypotheses: Sequence[Hypothesis], seed: str) -> Judged:
        """The judge's answers, whatever its mark, in as few calls as there must be; nothing is kept."""
        calls = [self._answer(batch) for batch in _batches(_numbered(hypotheses, seed))]
        found = await asyncio.gather(*calls)
        judgements = {h: j for one in found for h, j in one.judgements.items()}
        failure = next((one.failure for one in found if one.failure), "")
        self._failed = self._failed or bool(failure)
        usage = sum((one.usage for one in found), Usage())
        return Judged(judgements, usage, failure)

    async def _answer(self, asked: Numbered) -> Judged:
        """The answers to one call. A statement that is left out in an answer to others is a no."""
        reply = await self._open_call().ask(messages(asked), JudgeAnswers, schema(list(asked)))
        if reply.answer is None:
            return Judged({}, reply.usage, _failed(self.name, self._told(reply.reason)))
        said = [answer for answer in reply.answer.answers if answer.number in asked]
        if not said:
            return Judged({}, reply.usage, _failed(self.name, "It answered nothing that it was asked."))
        judgements = {
            h: _judgement(self.name, h, [a for a in said if a.number == n]) for n, h in asked.items()
        }
        return Judged(judgements, reply.usage)

    def _kept(self, hypothesis: Hypothesis) -> Judgement | None:
        kept = self._keep.get("judgement", self._key(hypothesis))
        return Judgement(**json.loads(kept)) if kept else None

    def _put(self, hypothesis: Hypothesis, judgement: Judgement) -> None:
        self._keep.put("judgement", self._key(hypothesis), json.dumps(asdict(judgement), ensure_ascii=False))

    def _key(self, hypothesis: Hypothesis) -> str:
        asked = [self.name, INSTRUCTIONS, hypothesis.text, hypothesis.premises]
        return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()


def _expected(statements: int) -> Usage:
    sent = len(INSTRUCTIONS) + statements * _STATEMENT
    calls = -(-statements // MOST_STATEMENTS)
    return Usage(calls, sent // CHARACTERS, completion_tokens=statements * ANSWER_IN_JSON // CHARACTERS)


def _numbered(hypotheses: Sequence[Hypothesis], seed: str) -> dict[int, Hypothesis]:
    """The hypotheses in another order, under numbers of three or more digits; both come from the seed."""
    chance = random.Random(seed)  # noqa: S311 - an order is no secret
    numbers = chance.sample(range(100, max(1000, 100 + 10 * len(hypotheses))), len(hypotheses))
    return dict(zip(numbers, chance.sample(list(hypotheses), len(hypotheses)), strict=True))


def _batches(asked: Numbered) -> Iterator[Numbered]:
    """The hypotheses in calls of about the same size."""
    size = sum(len(h.text) + sum(map(len, h.premises)) for h in asked.values())
    calls = max(-(-len(asked) // MOST_STATEMENTS), -(-size // MOST_CHARACTERS), 1)
    rows = list(asked.items())
    each = -(-len(rows) // calls)
    return (dict(rows[start : start + each]) for start in range(0, len(rows), each or 1))


def _judgement(model: str, hypothesis: Hypothesis, answers: Sequence[JudgeAnswer]) -> Judgement:
    """What the answers on one statement come to: a yes needs its quotation, nothing unsaid, and no other answer beside it."""
    if answers and all(supports(answer, hypothesis) for answer in answers):
        return Judgement(model, True, clean(answers[0].quotation)[:_LONGEST_WORDS])
    unsaid = next((clean(answer.unsaid) for answer in answers if answer.unsaid), "")
    return Judgement(model, False, unsaid[:_LONGEST_WORDS])


def _failed(name: str, reason: str) -> str:
    return f"The judge {name} gave no verdict, so only what rules prove is printed of what it was asked: {reason}"


def _not_believed(name: str, given: Mark) -> str:
    return (
        f"The judge {name} failed its exam on {given.day}, so only what rules prove is printed: it {given}. "
        "Name another model in verify.judge, or none."
    )
