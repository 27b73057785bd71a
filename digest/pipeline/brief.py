"""A pick becomes a brief: what a model wrote of it and the gate let through, filled up with sentences of the articles."""

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
    KeyPoint,
    Pick,
    Rejected,
    Source,
    Story,
)
from digest.pipeline.context import Run
from digest.pipeline.writing import Attempt, Proposal
from digest.text.numbers import numbers
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


def write_brief(run: Run, pick: Pick, proposal: Proposal | None) -> Brief:
    """What a model wrote and the gate let through; sentences of the articles where that leaves gaps."""
    written = _chosen(run, proposal) if proposal else _Written()
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
    lines = [draft.standfirst] if draft.standfirst else []
    checked = verify.verify(lines, pick.story, "extractive", run.now, language, parser=run.parser).points
    line = standfirst_in_bounds(next(iter(checked), None), said)
    return replace(
        written,
        points=points,
        dropped=written.dropped + extracted.rejected,
        standfirst=written.standfirst or line,
    )


def _chosen(run: Run, proposal: Proposal) -> _Written:
    """What is printed of a proposal: its points, cited sentences where no second try held, its lines if they are short."""
    pick = proposal.pick
    fallen = [attempt.rejected for attempt in proposal.points if attempt.point is None]
    held = [attempt.point for attempt in proposal.points if attempt.point]
    again = [attempt.point for attempt in proposal.repaired if attempt.point]
    points = _distinct((*held, *again, *(() if again else _fall_back(fallen, pick, run))))
    written = _Written(
        points[: run.settings.edition.points], tuple(fallen), headline_in_bounds(_point(proposal.headline))
    )
    said = (written.title(pick), *(point.text for point in written.points))
    return replace(written, standfirst=standfirst_in_bounds(_point(proposal.standfirst), said))


def _point(attempt: Attempt | None) -> KeyPoint | None:
    return attempt.point if attempt else None


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
    told = (*filter(None, (written.standfirst,)), *written.points)
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
        contrasts=tuple(c for c in _contrasts(pick, language) if not is_told(c, told)),
        storyline=pick.storyline,
        corrections=pick.corrections,
        parts=pick.parts,
        also_fits=pick.also_fits,
    )


def _contrasts(pick: Pick, language: str) -> tuple[Contrast, ...]:
    """The disagreements of which at least two sides can be printed, each side in its own sentence."""
    found = (Contrast(d.about, _distinct(_sides(d, pick.story, language))) for d in pick.disagreements)
    return tuple(contrast for contrast in found if len(contrast.points) > 1)


def is_told(contrast: Contrast, told: Iterable[KeyPoint]) -> bool:
    """Whether one line that is printed has the figures of all sides, as "the unions spoke of 40,000, the police of 14,000"."""
    sides = [{number.value for number in numbers(point.text)} for point in contrast.points]
    printed = [{number.value for number in numbers(point.text)} for point in told]
    return all(sides) and any(all(side <= values for side in sides) for values in printed)


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


def headline_in_bounds(point: KeyPoint | None) -> KeyPoint | None:
    """The headline if it is short, else nothing: then the lead article's own is printed."""
    return point if point and len(point.text.removesuffix(".")) <= HEADLINE else None


def standfirst_in_bounds(point: KeyPoint | None, said: Iterable[str]) -> KeyPoint | None:
    """The standfirst if it is short and says something else than the lines ``said``."""
    if not point or len(point.text) > STANDFIRST or any(_repeats(point.text, line) for line in said):
        return None
    return point


def _repeats(text: str, other: str) -> bool:
    one, two = set(stems(text)), set(stems(other))
    return len(one & two) >= REPEATED * min(len(one), len(two))
