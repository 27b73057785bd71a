"""The line under a headline, without a model: a short sentence from the front of an article that adds something."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.models import Story
from digest.summarise.rank import Ranked
from digest.summarise.repeats import SAME, repeats
from digest.summarise.vectors import centroid
from digest.text.words import stems

LONGEST = 160
"""Characters: two lines of an e-mail on a telephone."""
FRONT = 3
"""Sentences of an article in which it says what it is about."""
WORTH = 0.6
"""Part of the weight of the first point that a standfirst has at least."""


def standfirst(
    open_: Sequence[Ranked], chosen: Sequence[Ranked], story: Story, printed: Callable[[Ranked], str]
) -> Ranked | None:
    """The sentence to print under the headline, None where none is short, weighty and new.

    The lead article's own standfirst goes first where it is a sentence of the text, so that there is a passage to
    point to. ``open_`` are the sentences that can be printed, ``chosen`` the points.
    """
    if not chosen:
        return None
    middle = centroid((ranked.vector, 1.0) for ranked in open_)
    least = WORTH * chosen[0].weight
    fit = [
        ranked
        for ranked in open_
        if len(printed(ranked)) <= LONGEST
        and (_is_own(ranked, story) or (ranked.sentence.number <= FRONT and ranked.weight >= least))
        and not _retitles(ranked, story)
        and not any(ranked is point or repeats(ranked, point, middle) for point in chosen)
    ]
    return max(fit, key=lambda ranked: (_is_own(ranked, story), ranked.weight), default=None)


def _is_own(ranked: Ranked, story: Story) -> bool:
    own = " ".join(story.lead.standfirst.split())
    return ranked.article is story.lead and bool(own) and " ".join(ranked.sentence.text.split()) in own


def _retitles(ranked: Ranked, story: Story) -> bool:
    """Whether it says no more than the headline."""
    title = set(stems(story.lead.title, ranked.language))
    return len(title & ranked.vector.keys()) >= SAME * min(len(title), len(ranked.vector))
