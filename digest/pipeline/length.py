"""How long an edition may be: stories of the lowest rank are left out until it can be read in time."""

from __future__ import annotations

from collections.abc import Sequence

from digest.models import Brief, Missed, Pick, Selection
from digest.text import pace


def minutes(brief: Brief) -> float:
    """Minutes of reading that a story takes as printed."""
    contrasts = [point for contrast in brief.contrasts for point in contrast.points]
    standfirst = [brief.standfirst] if brief.standfirst else []
    texts = [brief.headline, *(point.text for point in (*standfirst, *brief.points, *contrasts))]
    texts += [correction.text for correction in brief.corrections]
    return pace.minutes(texts)


def within(
    most: int | None, selection: Selection, briefs: Sequence[Brief]
) -> tuple[Selection, tuple[Brief, ...]]:
    """The selection and its briefs that can be read in that many minutes; the best story always is.

    What is left out stands first in what narrowly missed. A story with a correction stays. None is no limit.
    """
    if most is None:
        return selection, tuple(briefs)
    written = list(zip(selection.picks, briefs, strict=True))
    out: list[tuple[Pick, Brief]] = []
    left = sum(minutes(brief) for brief in briefs)
    for pick, brief in sorted(written, key=lambda pair: (bool(pair[0].corrections), pair[0].score))[:-1]:
        if left > most and not pick.corrections:
            left -= minutes(brief)
            out.append((pick, brief))
    kept = [pair for pair in written if pair not in out]
    missed = [_missed(pick, brief, most) for pick, brief in reversed(out)]
    picks = tuple(pick for pick, _ in kept)
    return Selection(picks, (*missed, *selection.missed)), tuple(brief for _, brief in kept)


def _missed(pick: Pick, brief: Brief, most: int) -> Missed:
    why = f"the edition is full: edition.minutes is {most}"
    return Missed(brief.headline, pick.topic, pick.story.outlets, pick.score, why, pick.reasons)
