"""A pick becomes a brief: claims are proposed, verified, repaired once, and filled up with sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from digest import summarise, verify
from digest.models import (
    Article,
    Brief,
    Claim,
    Contrast,
    Disagreement,
    Finding,
    KeyPoint,
    Origin,
    Pick,
    Problem,
    Rejected,
    Source,
    Story,
    Verdict,
)
from digest.pipeline.context import Run
from digest.text.tokens import stems


@dataclass(frozen=True, slots=True)
class _Written:
    """What is known of a brief while it is written."""

    points: tuple[KeyPoint, ...] = ()
    dropped: tuple[Rejected, ...] = ()
    headline: KeyPoint | None = None
    standfirst: KeyPoint | None = None

    def title(self, pick: Pick) -> str:
        """The model's headline without its full stop, or that of the lead article."""
        return self.headline.text.removesuffix(".") if self.headline else pick.story.lead.title

    @property
    def lines(self) -> tuple[KeyPoint, ...]:
        """Everything that was checked, headline and standfirst first."""
        return (*filter(None, (self.headline, self.standfirst)), *self.points)


async def write_brief(run: Run, pick: Pick, model: summarise.Model | None) -> Brief:
    """Claims of the model, verified, repaired once; sentences of the articles where that leaves gaps."""
    written = await _ask(run, pick, model) if model else _Written()
    if written.dropped or not written.points:
        written = _filled(run, pick, written)
    return _printed(pick, written, run.settings.language)


def _filled(run: Run, pick: Pick, written: _Written) -> _Written:
    """The brief with sentences of the articles in the place of claims that fell."""
    wanted = run.settings.edition.points
    draft, language = (
        summarise.extract(pick, wanted, run.grammar.printable if run.grammar else None),
        run.settings.language,
    )
    extracted = verify.verify(draft.claims, pick.story, "extractive", run.now, language, parser=run.parser)
    used = {evidence.quote for point in written.points for evidence in point.evidence}
    fresh = (point for point in extracted.points if used.isdisjoint(e.quote for e in point.evidence))
    points = (*written.points, *fresh)[:wanted]
    said = (written.title(pick), *(point.text for point in points))
    line = checked_standfirst(run, draft.standfirst, said, pick.story, "extractive")
    return replace(
        written,
        points=points,
        dropped=written.dropped + extracted.rejected,
        standfirst=written.standfirst or line,
    )


async def _ask(run: Run, pick: Pick, model: summarise.Model) -> _Written:
    draft = await summarise.propose(pick, run.settings.edition.points, model)
    run.note(draft.problems, draft.usage)
    verdict = verify.verify(
        draft.claims, pick.story, "model", run.now, run.settings.language, parser=run.parser
    )
    verdict = _in_close_words(run, pick.story, draft.claims, verdict)
    if verdict.rejected:
        verdict = await _repaired(run, pick, verdict, model)
    headline = checked_headline(run, draft.headline, pick.story)
    written = _Written(verdict.points, verdict.rejected, headline)
    said = (written.title(pick), *(point.text for point in verdict.points))
    standfirst = checked_standfirst(run, draft.standfirst, said, pick.story, "model")
    return await _reread(run, pick, replace(written, standfirst=standfirst), model)


def _in_close_words(run: Run, story: Story, claims: Sequence[Claim], first: Verdict) -> Verdict:
    """The verdict with the second wording of each claim whose first did not pass; points keep the order of the claims."""
    found = dict(zip((c for c in claims if c not in _fallen(first)), first.points, strict=True))
    rejected: list[Rejected] = []
    for fallen in first.rejected:
        close = replace(fallen.claim, text=fallen.claim.close, close="")
        again = verify.verify(
            [close] if close.text else [], story, "model", run.now, run.settings.language, parser=run.parser
        )
        if again.points:
            found[fallen.claim] = replace(again.points[0], findings=fallen.findings)
        else:
            rejected.append(fallen)
    points = tuple(found[claim] for claim in dict.fromkeys(claims) if claim in found)
    return Verdict(_distinct(points), tuple(rejected))


def _fallen(verdict: Verdict) -> set[Claim]:
    return {rejected.claim for rejected in verdict.rejected}


async def _reread(run: Run, pick: Pick, written: _Written, model: summarise.Model) -> _Written:
    """What is left after the second reading, if there is one."""
    against = await objections(run, pick, written.lines, model)
    kept = [None if line in against else line for line in (written.headline, written.standfirst)]
    return _Written(
        tuple(point for point in written.points if point not in against),
        written.dropped + tuple(against.values()),
        *kept,
    )


async def _repaired(run: Run, pick: Pick, first: Verdict, model: summarise.Model) -> Verdict:
    """The points that held, and a second try at those that fell; the cited sentences where no second try holds."""
    language = run.settings.language
    second = await summarise.repair(pick, first.rejected, model)
    run.note(second.problems, second.usage)
    repaired = verify.verify(second.claims, pick.story, "repaired", run.now, language, parser=run.parser)
    fallen = () if repaired.points else _fall_back(repaired.rejected or first.rejected, pick, run)
    points = _distinct(first.points + repaired.points + fallen)
    return Verdict(points[: run.settings.edition.points], first.rejected)


def _fall_back(rejected: Sequence[Rejected], pick: Pick, run: Run) -> tuple[KeyPoint, ...]:
    shorten = run.grammar.shorten if run.grammar else None
    points = (
        verify.verbatim(r.claim, pick.story, r.findings, run.settings.language, shorten) for r in rejected
    )
    return tuple(point for point in points if point is not None)


def _distinct(points: Sequence[KeyPoint]) -> tuple[KeyPoint, ...]:
    """The points without those that say word for word what stands before."""
    return tuple({point.text: point for point in reversed(points)}.values())[::-1]


def _printed(pick: Pick, written: _Written, language: str) -> Brief:
    return Brief(
        story_id=pick.story.id,
        headline=written.title(pick),
        articles=tuple(_source(article) for article in pick.story.articles),
        points=written.points,
        copies=pick.story.copies,
        score=pick.score,
        reasons=pick.reasons,
        told=pick.earlier,
        dropped=written.dropped,
        standfirst=written.standfirst,
        contrasts=_contrasts(pick, language),
        storyline=pick.storyline,
        corrections=pick.corrections,
        parts=pick.parts,
        also_fits=pick.also_fits,
    )


def _contrasts(pick: Pick, language: str) -> tuple[Contrast, ...]:
    """The disagreements of which at least two sides can be printed, each side in its own sentence."""
    found = (Contrast(d.about, _distinct(_sides(d, pick.story, language))) for d in pick.disagreements)
    return tuple(contrast for contrast in found if len(contrast.points) > 1)


def _sides(disagreement: Disagreement, story: Story, language: str) -> tuple[KeyPoint, ...]:
    claims = (
        (Claim(side.words, (cite,), "claim") for cite in side.sentence_ids) for side in disagreement.sides
    )
    points = (
        next(filter(None, (verify.verbatim(c, story, (), language) for c in side)), None) for side in claims
    )
    return tuple(point for point in points if point is not None)


def _source(article: Article) -> Source:
    return Source(
        article.url, article.outlet, article.title, article.published, article.language, article.form
    )


HEADLINE = 110
"""Most characters of a headline: two lines of an e-mail on a telephone. A longer one is a sentence."""
STANDFIRST = 160
"""Most characters of a standfirst."""
REPEATED = 0.8
"""Share of the shorter line's stems from which on another line says it already."""


def checked_headline(run: Run, claim: Claim | None, story: Story) -> KeyPoint | None:
    """The headline where it holds and is short, else nothing: then the lead article's own is printed."""
    point = _checked(run, claim, story, "model")
    return point if point and len(point.text.removesuffix(".")) <= HEADLINE else None


def checked_standfirst(
    run: Run, claim: Claim | None, said: Iterable[str], story: Story, way: Origin
) -> KeyPoint | None:
    """The standfirst where it holds, is short, and says something else than the lines ``said``."""
    point = _checked(run, claim, story, way)
    if not point or len(point.text) > STANDFIRST or any(_repeats(point.text, line) for line in said):
        return None
    return point


def _checked(run: Run, claim: Claim | None, story: Story, way: Origin) -> KeyPoint | None:
    if claim is None:
        return None
    points = verify.verify((claim,), story, way, run.now, run.settings.language, parser=run.parser).points
    return points[0] if points else None


def _repeats(text: str, other: str) -> bool:
    one, two = set(stems(text)), set(stems(other))
    return len(one & two) >= REPEATED * min(len(one), len(two))


async def objections(
    run: Run, pick: Pick, points: Sequence[KeyPoint], model: summarise.Model
) -> dict[KeyPoint, Rejected]:
    """The points that are to go, each with the reason; none if nobody reads or the reading failed.

    Sentences of the articles are not asked about: they bear themselves out.
    """
    asked = [point for point in points if point.way in {"model", "repaired"}]
    if model.reviewer is None or not asked:
        return {}
    doubt = await summarise.judge(asked, model.reviewer)
    failed = f"The second reading by summariser.review failed: {doubt.failure}"
    run.note([Problem("summarise", pick.story.lead.title, failed)] if doubt.failure else [], doubt.usage)
    return {asked[index]: _rejected(asked[index], pick.story, why) for index, why in doubt.against.items()}


def _rejected(point: KeyPoint, story: Story, reason: str) -> Rejected:
    places = {(evidence.url, evidence.start) for evidence in point.evidence}
    cites = tuple(name for name, article, s in story.sentences() if (article.url, s.start) in places)
    finding = Finding("review", "", reason or "The second reading found no support for it.")
    return Rejected(Claim(point.text, cites, point.kind, point.speaker), (finding,))
