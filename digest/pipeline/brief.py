"""A pick becomes a brief: claims are proposed, verified, repaired once, and filled up with sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from digest import summarise, verify
from digest.models import Article, Brief, Claim, KeyPoint, Pick, Rejected, Source, Verdict
from digest.pipeline.run import Run

HEADLINE = 110
"""Most characters of a headline: two lines of an e-mail on a telephone. A longer one is a sentence."""


async def write(run: Run, pick: Pick, model: summarise.Model | None) -> Brief:
    """Claims of the model, verified, repaired once; sentences of the articles where that leaves gaps."""
    verdict, headline = await _ask(run, pick, model) if model else (Verdict((), ()), "")
    if verdict.rejected or not verdict.points:
        verdict = _filled(run, pick, verdict)
    return _printed(pick, headline or pick.story.lead.title, verdict)


def _filled(run: Run, pick: Pick, verdict: Verdict) -> Verdict:
    """The verdict with sentences of the articles in the place of claims that fell."""
    wanted = run.settings.edition.points
    draft = summarise.extract(pick, wanted)
    extracted = verify.verify(draft.claims, pick.story, "extractive", run.now)
    used = {evidence.quote for point in verdict.points for evidence in point.evidence}
    fresh = (point for point in extracted.points if used.isdisjoint(e.quote for e in point.evidence))
    points = (*verdict.points, *fresh)[:wanted]
    return Verdict(points, verdict.rejected + extracted.rejected)


async def _ask(run: Run, pick: Pick, model: summarise.Model) -> tuple[Verdict, str]:
    draft = await summarise.propose(pick, run.settings.edition.points, model)
    run.note(draft.problems, draft.usage)
    first = verify.verify(draft.claims, pick.story, "model", run.now)
    if not first.rejected:
        return first, _headline(draft.headline, pick, run.now)
    second = await summarise.repair(pick, first.rejected, model)
    run.note(second.problems, second.usage)
    repaired = verify.verify(second.claims, pick.story, "repaired", run.now)
    fallen = _fall_back(repaired.rejected or first.rejected, pick) if not repaired.points else ()
    points = _distinct(first.points + repaired.points + fallen)
    return Verdict(points[: run.settings.edition.points], first.rejected), _headline(
        draft.headline, pick, run.now
    )


def _headline(claim: Claim | None, pick: Pick, now: datetime) -> str:
    """The model's headline where it holds, else nothing: then the lead article's own is printed."""
    if claim is None:
        return ""
    points = verify.verify((claim,), pick.story, "model", now).points
    text = points[0].text.removesuffix(".") if points else ""
    return text if len(text) <= HEADLINE else ""


def _fall_back(rejected: Sequence[Rejected], pick: Pick) -> tuple[KeyPoint, ...]:
    points = (verify.verbatim(r.claim, pick.story, r.findings) for r in rejected)
    return tuple(point for point in points if point is not None)


def _distinct(points: Sequence[KeyPoint]) -> tuple[KeyPoint, ...]:
    """The points without those that say word for word what stands before."""
    return tuple({point.text: point for point in reversed(points)}.values())[::-1]


def _printed(pick: Pick, headline: str, verdict: Verdict) -> Brief:
    return Brief(
        story=pick.story.id,
        headline=headline,
        articles=tuple(_source(article) for article in pick.story.articles),
        points=verdict.points,
        copies=pick.story.copies,
        score=pick.score,
        reasons=pick.reasons,
        told=pick.told,
        dropped=verdict.rejected,
    )


def _source(article: Article) -> Source:
    return Source(
        article.url, article.outlet, article.title, article.published, article.language, article.form
    )
