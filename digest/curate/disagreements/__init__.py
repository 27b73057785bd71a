"""Who says what differently: a story in; figures that cannot both be right and claims that are denied out.

It reads English, and it would rather miss a disagreement than print one that is none: ranges, "at least" and rounding
are not at odds, a figure is compared only where two sentences count the same thing, and nobody is judged.
"""

from __future__ import annotations

from digest.curate.disagreements.claims import claims
from digest.curate.disagreements.counts import counts
from digest.curate.disagreements.figures import figures
from digest.models import Disagreement, Story
from digest.text.sentences import LONGEST

_MOST = 2
"""Disagreements that are told of one story."""


def disagreements(story: Story) -> tuple[Disagreement, ...]:
    """What the independent reports of the story disagree on, figures first; at most two."""
    told = [
        row
        for row in story.sentences()
        if row[1].url not in story.copies
        and row[1].language.partition("-")[0].lower() in {"", "en"}
        and len(row[2].text) <= LONGEST
    ]
    found = (*figures([count for row in told for count in counts(*row)]), *claims(told))
    return found[:_MOST]
