"""The summariser without a model: the weightiest sentences that can be printed alone.

Maximal marginal relevance keeps them from saying things twice (Carbonell and Goldstein, "The use of MMR", 1998).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digest.models import Claim, Draft, Kind, Pick
from digest.summarise.attribution import is_attributed, speaker
from digest.summarise.rank import Ranked, rank
from digest.summarise.shorten import shorten
from digest.summarise.standalone import is_english, stands_alone
from digest.summarise.vectors import Vector, centroid, cosine, same
from digest.text.words import stems

NOVELTY = 0.3
"""How much a sentence loses for being like one already chosen (1 - lambda of MMR)."""
SAME = 0.55
"""Share of the shorter sentence's stems from which on two sentences say the same."""
RETOLD = 0.5
"""Share of what is central in the shorter of two outlets' sentences from which on they tell one piece of news.

Read off a made-up day and a real one: the same news in other words has more, an addition to it less.
"""
TOLD = 0.7
"""Share of a sentence's stems in one told point from which on readers know it."""
LONGEST_SHORTENED = 240
"""Characters of a point that is no sentence as it stands; a longer one is printed whole."""


def extract(pick: Pick, points: int) -> Draft:
    """At most ``points`` sentences of the story, each citing itself, the weightiest first.

    A sentence stays as it stands but for its dateline and a "However," in front. What an earlier edition told is
    left out as long as something else is there. A story in which no sentence can stand alone gives a draft
    without claims.
    """
    open_ = [ranked for ranked in rank(pick.story) if printed(ranked)]
    fresh = [ranked for ranked in open_ if not _was_told(ranked, pick)]
    return Draft(tuple(_claim(ranked) for ranked in _choose(fresh or open_, points)))


def printed(ranked: Ranked) -> str:
    """The sentence as a point, shortened where that is short enough; empty where it cannot stand alone.

    Other languages than English have no rules to check a shortened sentence by, so it is left whole.
    """
    text = ranked.sentence.text
    short = shorten(text) if is_english(ranked.language) else text
    ways = (way for way in (short, text) if way == text or len(way) <= LONGEST_SHORTENED)
    return next((way for way in ways if stands_alone(way, ranked.language, first=ranked.first)), "")


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
        open_ = [r for r in open_ if r is not best and not _repeats(r, best, middle)]
    return chosen


def _repeats(ranked: Ranked, chosen: Ranked, middle: Vector) -> bool:
    """Whether a sentence says what a chosen one says; another outlet tells the same news in words of its own."""
    retold = ranked.article.outlet != chosen.article.outlet and _common(ranked, chosen, middle) >= RETOLD
    return retold or same(ranked.vector, chosen.vector, SAME)


def _common(a: Ranked, b: Ranked, middle: Vector) -> float:
    """The share that two sentences have in common, each stem counted by how central it is to the story."""
    shorter = min(_mass(a.vector, middle), _mass(b.vector, middle))
    return _mass(a.vector.keys() & b.vector.keys(), middle) / shorter if shorter else 1.0


def _mass(stems_: Iterable[str], middle: Vector) -> float:
    return sum(middle.get(stem, 0.0) for stem in stems_)


def _marginal(ranked: Ranked, chosen: Sequence[Ranked]) -> float:
    likeness = max((cosine(ranked.vector, c.vector) for c in chosen), default=0.0)
    return (1 - NOVELTY) * ranked.weight - NOVELTY * likeness


def _claim(ranked: Ranked) -> Claim:
    text = printed(ranked)
    said = is_attributed(text)
    kind: Kind = "opinion" if ranked.article.form == "opinion" else "claim" if said else "fact"
    return Claim(text, (ranked.id,), kind, speaker(text) if said else "")
