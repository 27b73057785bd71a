"""The short style of an edition: the lead in full, some stories in two points, a line for each of the rest."""

from __future__ import annotations

from collections.abc import Collection
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
    lead, ids = edition.leading, _second_tier(edition)
    if lead is not None and brief.story_id == lead.story_id:
        return brief
    if brief.story_id in ids:
        return replace(brief, standfirst=None, points=brief.points[:POINTS])
    return replace(brief, standfirst=None, points=(), contrasts=())


def _second_tier(edition: Edition) -> Collection[str]:
    ranked = sorted(edition.briefs, key=lambda brief: (brief.story_id != edition.lead, -brief.score))
    return {brief.story_id for brief in ranked[1 : 1 + STORIES]}
