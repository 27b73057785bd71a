"""What stands beside the stories: what is still to come, the number and the quotation of the day.

All of it comes from stories that are printed, passes the same checks as every point, and says nothing that a point
already says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from digest import summarise, verify
from digest.models import Brief, Claim, KeyPoint, Pick, UpcomingEvent
from digest.pipeline.context import Run
from digest.text.numbers import numbers
from digest.text.tokens import stems

MOST_AHEAD = 5
"""Lines of the calendar: what a reader takes in at a glance."""
SAME = 0.5
"""Share of the shorter sentence's stems from which on two lines of one day are one event."""


@dataclass(frozen=True, slots=True)
class Extras:
    """What stands beside the stories."""

    ahead: tuple[UpcomingEvent, ...] = ()
    figure: KeyPoint | None = None
    quotation: KeyPoint | None = None


def beside(run: Run, picks: Sequence[Pick], briefs: Sequence[Brief]) -> Extras:
    """What stands beside the stories; what no story gives is not there."""
    told = [(pick, brief) for pick, brief in zip(picks, briefs, strict=True) if brief.points]
    told.sort(key=lambda pair: -pair[1].score)
    printed = {evidence.quote for _, brief in told for point in _points(brief) for evidence in point.evidence}
    return Extras(
        ahead=_ahead(run, told),
        figure=_first(run, _figures(told), printed),
        quotation=_first(run, _sayings(told), printed),
    )


def _ahead(run: Run, told: Iterable[tuple[Pick, Brief]]) -> tuple[UpcomingEvent, ...]:
    today = run.now.astimezone(run.settings.timezone).date()
    found: list[UpcomingEvent] = []
    for pick, brief in told:
        for day, claim in summarise.upcoming_events(pick.story, today):
            point = _verified(run, claim, pick)
            if point and not any(_same(day, point, other) for other in found):
                found.append(UpcomingEvent(day, point, brief.story_id))
    return tuple(sorted(found, key=lambda event: event.date)[:MOST_AHEAD])


def _same(day: date, point: KeyPoint, other: UpcomingEvent) -> bool:
    mine, theirs = set(stems(point.text)), set(stems(other.point.text))
    return day == other.date and len(mine & theirs) >= SAME * min(len(mine), len(theirs))


def _figures(told: Sequence[tuple[Pick, Brief]]) -> Iterator[tuple[Pick, Claim]]:
    """Sentences for the number of the day, the best of all stories first."""
    found = [(worth, p, c) for p, b in told for worth, c in summarise.key_figures(p.story, _disputed(p, b))]
    yield from ((pick, claim) for _, pick, claim in sorted(found, key=lambda one: -one[0]))


def _disputed(pick: Pick, brief: Brief) -> frozenset[Decimal]:
    """The values on which the sources of a story disagree."""
    sides = [side.words for disagreement in pick.disagreements for side in disagreement.sides]
    points = [point.text for contrast in brief.contrasts for point in contrast.points]
    return frozenset(number.value for text in (*sides, *points) for number in numbers(text))


def _sayings(told: Iterable[tuple[Pick, Brief]]) -> Iterator[tuple[Pick, Claim]]:
    """Sentences for the quotation of the day, those of the first story first."""
    yield from ((pick, claim) for pick, _ in told for claim in summarise.notable_quotes(pick.story))


def _first(run: Run, found: Iterable[tuple[Pick, Claim]], printed: set[str]) -> KeyPoint | None:
    """The first that holds and is not in print already."""
    points = (_verified(run, claim, pick) for pick, claim in found)
    return next((p for p in points if p and printed.isdisjoint(e.quote for e in p.evidence)), None)


def _verified(run: Run, claim: Claim, pick: Pick) -> KeyPoint | None:
    return next(iter(verify.verify((claim,), pick.story, "extractive", run.now).points), None)


def _points(brief: Brief) -> Iterator[KeyPoint]:
    yield from brief.points
    yield from (point for contrast in brief.contrasts for point in contrast.points)
    if brief.standfirst:
        yield brief.standfirst
