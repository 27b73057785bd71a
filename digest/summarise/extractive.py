"""The summariser without a model: the weightiest sentences that can be printed alone.

Maximal marginal relevance keeps them from saying things twice (Carbonell and Goldstein, "The use of MMR", 1998).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digest.models import Claim, Draft, Kind, Pick, Story
from digest.summarise.attribution import is_attributed, speaker
from digest.summarise.sentence_ranking import SAME, Ranked, centroid, cosine, rank, repeats
from digest.summarise.standalone import is_english, stands_alone
from digest.text.sentences import shorten
from digest.text.tokens import stems

NOVELTY = 0.3
"""How much a sentence loses for being like one already chosen (1 - lambda of MMR)."""
TOLD = 0.7
"""Share of a sentence's stems in one told point from which on readers know it."""


def extract(pick: Pick, points: int) -> Draft:
    """At most ``points`` sentences of the story, each citing itself, the weightiest first; a standfirst besides.

    A sentence stays as it stands but for its dateline and a "However," in front. What an earlier edition told is
    left out as long as something else is there. A story in which no sentence can stand alone gives a draft
    without claims.
    """
    open_ = [ranked for ranked in rank(pick.story) if printed(ranked)]
    fresh = [ranked for ranked in open_ if not _was_told(ranked, pick)] or open_
    chosen = _choose(fresh, points)
    line = standfirst(fresh, chosen, pick.story, printed)
    return Draft(tuple(map(_claim, chosen)), standfirst=_claim(line) if line else None)


def printed(ranked: Ranked) -> str:
    """The sentence as a point, shortened where it can be; empty where it cannot stand alone.

    Other languages than English have no rules to check a shortened sentence by, so it is left whole.
    """
    text = ranked.sentence.text
    short = shorten(text) if is_english(ranked.language) else text
    return next((way for way in (short, text) if stands_alone(way, ranked.language, first=ranked.first)), "")


def _was_told(ranked: Ranked, pick: Pick) -> bool:
    """Whether a point of an earlier edition has nearly all that the sentence says."""
    own = ranked.vector.keys()
    known = (set(stems(point, ranked.language)) for point in (pick.told.points if pick.told else ()))
    return any(len(own & point) >= TOLD * len(own) for point in known)


def _choose(open_: Sequence[Ranked], points: int) -> list[Ranked]:
    """The best sentences, none of which says what one before it says."""
    middle = centroid((ranked.vector, 1.0) for ranked in open_)
    chosen: list[Ranked] = []
    while open_ and len(chosen) < points:
        best = max(open_, key=lambda ranked: _marginal(ranked, chosen))
        chosen.append(best)
        open_ = [r for r in open_ if r is not best and not repeats(r, best, middle)]
    return chosen


def _marginal(ranked: Ranked, chosen: Sequence[Ranked]) -> float:
    likeness = max((cosine(ranked.vector, c.vector) for c in chosen), default=0.0)
    return (1 - NOVELTY) * ranked.weight - NOVELTY * likeness


def _claim(ranked: Ranked) -> Claim:
    text = printed(ranked)
    said = is_attributed(text)
    kind: Kind = "opinion" if ranked.article.form == "opinion" else "claim" if said else "fact"
    return Claim(text, (ranked.id,), kind, speaker(text) if said else "")


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
