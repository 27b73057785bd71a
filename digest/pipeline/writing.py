"""What a model writes of a day: proposed story by story, then read by the rules and by a judge for all stories together.

A claim has two wordings. A judge is asked in two rounds: first the better wording of each that the rules do not refute,
then the other ones and what was written again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from digest import summarise, verify
from digest.models import (
    Assessment,
    Brief,
    Claim,
    Draft,
    Finding,
    Hypothesis,
    Judgement,
    KeyPoint,
    Origin,
    Pick,
    Problem,
    Rejected,
    Story,
    WritingYield,
)
from digest.pipeline.context import Run
from digest.summarise.llm.judge import Judge
from digest.summarise.llm.repair import Fallen

_NO_POINT = (
    "The model wrote no point of it that can be used, so sentences of the articles stand in their place."
)


@dataclass(slots=True)
class Attempt:
    """A claim on its way through the gate: the wordings that are still to be tried, and what became of it."""

    claim: Claim
    story: Story
    way: Origin
    wordings: list[Assessment] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()
    """Against the wordings that fell."""
    point: KeyPoint | None = None

    @property
    def fell(self) -> bool:
        """Whether no wording passed and none is left."""
        return self.point is None and not self.wordings

    @property
    def rejected(self) -> Rejected:
        return Rejected(self.claim, self.findings)

    def settle(self, judgement: Judgement | None, language: str) -> None:
        """Try the next wording on that answer of a judge; None if nobody answered."""
        outcome = verify.admit(self.wordings.pop(0), self.story, self.way, language, judgement)
        if isinstance(outcome, Rejected):
            self.findings = tuple(dict.fromkeys((*self.findings, *outcome.findings)))
        else:
            self.point, self.wordings = replace(outcome, findings=self.findings), []


@dataclass(slots=True)
class Proposal:
    """What a model wrote of one story, and what became of it."""

    pick: Pick
    points: list[Attempt] = field(default_factory=list)
    headline: Attempt | None = None
    standfirst: Attempt | None = None
    repaired: list[Attempt] = field(default_factory=list)

    @property
    def attempts(self) -> list[Attempt]:
        lines = [line for line in (self.headline, self.standfirst) if line]
        return [*lines, *self.points, *self.repaired]


def made_of(proposal: Proposal, brief: Brief) -> WritingYield:
    """What became of what a model wrote of one story, given the brief that is printed."""
    held = [attempt for attempt in proposal.points if attempt.point in brief.points]
    as_written = sum(
        attempt.point is not None and attempt.point.text == attempt.claim.text for attempt in held
    )
    again = [attempt.point for attempt in proposal.repaired if attempt.point in brief.points]
    own = [attempt.point for attempt in held]
    sentences = sum(p.way == "verbatim" and p not in own and p not in again for p in brief.points)
    lines = [line for line in (proposal.headline, proposal.standfirst) if line]
    return WritingYield(
        proposed=len(proposal.points),
        as_written=as_written,
        close=len(held) - as_written,
        repaired=len(again),
        sentences=sentences,
        dropped=max(0, len(proposal.points) - len(held) - len(again) - sentences),
        lines_proposed=len(lines),
        lines_printed=sum(line.point is not None for line in lines),
    )


async def write(
    run: Run, picks: Sequence[Pick], model: summarise.Model, judge: Judge | None
) -> list[Proposal]:
    """What the model wrote of each story, every claim either a point or rejected."""
    drafts = await _drafts(run, picks, model)
    gate = Gate(run, judge)
    proposals = [gate.proposal(pick, draft) for pick, draft in zip(picks, drafts, strict=True)]
    await gate.read(proposals)
    await _repair(run, proposals, model, gate)
    await gate.read(proposals)
    return proposals


async def _drafts(run: Run, picks: Sequence[Pick], model: summarise.Model) -> list[Draft]:
    """A draft for each story; they are asked for at the same time, the model limits how many."""
    done = 0

    async def one(pick: Pick) -> Draft:
        nonlocal done
        draft = await summarise.propose(pick, run.settings.edition.points, model)
        silent = Problem("summarise", pick.story.lead.title, _NO_POINT)
        run.note(draft.problems or ([] if draft.claims else [silent]), draft.usage)
        done += 1
        run.progress("stories", done, len(picks))
        return draft

    return await asyncio.gather(*(one(pick) for pick in picks))


async def _repair(run: Run, proposals: Sequence[Proposal], model: summarise.Model, gate: Gate) -> None:
    """A second try at the points of which no wording passed, one call for all stories."""
    fallen = {
        Fallen(proposal.pick, attempt.rejected): proposal
        for proposal in proposals
        for attempt in proposal.points
        if attempt.fell
    }
    repairs = await summarise.repair(list(fallen), model)
    reason = f"Points that did not pass were not written again: {repairs.failure}"
    run.note([Problem("summarise", "repair", reason)] if repairs.failure else [], repairs.usage)
    for told, claim in repairs.claims.items():
        fallen[told].repaired.append(gate.attempt(claim, told.pick.story, "repaired"))


class Gate:
    """The rules and the judge of one run."""

    def __init__(self, run: Run, judge: Judge | None) -> None:
        self._run = run
        self._judge = judge

    def proposal(self, pick: Pick, draft: Draft) -> Proposal:
        """The draft as attempts that nothing has been decided on but by the rules."""
        headline, standfirst = (
            self.attempt(line, pick.story, "model") if line else None
            for line in (draft.headline, draft.standfirst)
        )
        points = [self.attempt(claim, pick.story, "model") for claim in draft.claims]
        return Proposal(pick, points, headline, standfirst)

    def attempt(self, claim: Claim, story: Story, way: Origin) -> Attempt:
        """The claim with those of its wordings that may pass."""
        attempt = Attempt(claim, story, way)
        for text in dict.fromkeys(filter(None, (claim.text, claim.close))):
            assessed = self._assess(replace(claim, text=text, close=""), story)
            if self._may_pass(assessed):
                attempt.wordings.append(assessed)
            elif not attempt.wordings:
                attempt.findings = attempt.findings or self._against(assessed)
        return attempt

    async def read(self, proposals: Sequence[Proposal]) -> None:
        """One round: the next wording of each claim that is open, for all stories together."""
        waiting = [a for proposal in proposals for a in proposal.attempts if a.wordings]
        answers = await self._answers([a.wordings[0] for a in waiting])
        for attempt in waiting:
            attempt.settle(answers.get(attempt.wordings[0].hypothesis), self._run.settings.language)

    def _assess(self, claim: Claim, story: Story) -> Assessment:
        run = self._run
        return verify.assess(claim, story, run.now, run.settings.language, parser=run.parser)

    def _may_pass(self, assessed: Assessment) -> bool:
        if self._run.settings.verify.proved_only:
            return assessed.standing == "proved"
        return assessed.standing != "refuted" and (self._judge is not None or assessed.passes_alone)

    def _against(self, assessed: Assessment) -> tuple[Finding, ...]:
        unproved = Finding("proof", "", "verify.proved_only asks for a proof, and no rule proves it.")
        return assessed.findings or (unproved,)

    async def _answers(self, assessed: Sequence[Assessment]) -> dict[Hypothesis, Judgement]:
        """The judge's answers. A sentence as it stands is not asked about: it supports itself."""
        asked = [a.hypothesis for a in assessed if a.hypothesis.text not in a.hypothesis.premises]
        if self._judge is None or not asked:
            return {}
        judged = await self._judge.ask(asked)
        problem = [Problem("verify", self._judge.name, judged.failure)] if judged.failure else []
        self._run.note(problem, judged.usage)
        return judged.judgements
