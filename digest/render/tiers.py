"""The short style of an edition: the lead in full, some stories in two points, a line for each of the rest."""

from __future__ import annotations

from dataclasses import replace

from digest.models import Brief, Edition

STORIES = 5
"""Stories beside the lead that have points."""
POINTS = 2
"""Points of each: what happened, and what it means."""


def in_tiers(edition: Edition) -> Edition:
    """The edition with only what the short style prints of each story; nothing of it is written anew."""
    return replace(
        edition,
        sections=tuple(
            replace(section, briefs=tuple(_as_told(brief, edition) for brief in section.briefs))
            for section in edition.sections
        ),
    )


def in_a_line(edition: Edition) -> int:
    """How many stories get a line each."""
    return max(0, len(edition.briefs) - 1 - STORIES)


def _as_told(brief: Brief, edition: Edition) -> Brief:
    rank = edition.ranked.index(brief)
    if rank == 0:
        return brief
    if rank <= STORIES:
        return replace(brief, standfirst=None, points=brief.points[:POINTS])
    return replace(brief, standfirst=None, points=(), contrasts=())
