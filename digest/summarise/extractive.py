"""The summariser without a model: the weightiest sentences that can be printed alone.

Maximal marginal relevance keeps them from saying things twice (Carbonell and Goldstein, "The use of MMR", 1998).
"""

from __future__ import annotations

from collections.abc import Sequence

from digest.models import Claim, Draft, Kind, Pick
from digest.summarise.attribution import is_attributed, speaker
from digest.summarise.rank import Ranked, rank
from digest.summarise.repeats import repeats
from digest.summarise.standalone import is_english, stands_alone
from digest.summarise.standfirst import standfirst
from digest.summarise.vectors import centroid, cosine
from digest.text.shorten import shorten
from digest.text.words import stems

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
