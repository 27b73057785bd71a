"""Who says what differently: a story in; figures that cannot both be right and claims that are denied out.

It reads English, and it would rather miss a disagreement than print one that is not: ranges, "at least" and rounding
are not at odds, a figure is compared only if two sentences count the same thing, and nobody is judged.
"""

from __future__ import annotations

from digest.curate.disagreements.counts import find_counts
from digest.curate.disagreements.denials import find_denials
from digest.curate.disagreements.figures import find_conflicting_figures
from digest.models import Disagreement, Story
from digest.text.sentences import MAX_SENTENCE

_MAX_DISAGREEMENTS = 2
"""Most disagreements that are printed of one story."""


def disagreements(story: Story) -> tuple[Disagreement, ...]:
    """What the independent reports of the story disagree on, figures first; at most two.

    A live blog says at the end what it did not know at the start: what it puts in order of time is at odds with nobody.
    """
    sentences = [
        row
        for row in story.sentences()
        if row[1].url not in story.copies
        and row[1].form != "live_blog"
        and row[1].language.partition("-")[0].lower() in {"", "en"}
        and len(row[2].text) <= MAX_SENTENCE
    ]
    found = (
        *find_conflicting_figures([count for row in sentences for count in find_counts(*row)]),
        *find_denials(sentences),
    )
    return found[:_MAX_DISAGREEMENTS]
