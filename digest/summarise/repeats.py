"""Which sentences say the same."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from digest.summarise.rank import Ranked
from digest.summarise.vectors import Vector, same
from digest.text.numbers import numbers

SAME = 0.55
"""Share of the shorter sentence's stems from which on two sentences say the same."""
RETOLD = 0.5
"""Share of what is central in the shorter of two outlets' sentences from which on they tell one piece of news.

Read off a made-up day and a real one: the same news in other words has more, an addition to it less.
"""

_SMALL = 10
"""Numbers up to this stand in sentences about anything."""
_YEARS = (1900, 2100)


def repeats(ranked: Ranked, chosen: Ranked, middle: Vector) -> bool:
    """Whether a sentence says what a chosen one says; another outlet tells the same news in words of its own.

    Two figures in common are one fact, whatever words stand around them: the votes for and against, the dead and the
    wounded. ``middle`` is the centroid of the story.
    """
    if len(_figures(ranked) & _figures(chosen)) > 1:
        return True
    retold = ranked.article.outlet != chosen.article.outlet and _common(ranked, chosen, middle) >= RETOLD
    return retold or same(ranked.vector, chosen.vector, SAME)


def _figures(ranked: Ranked) -> set[Decimal]:
    found = (number.value for number in numbers(ranked.sentence.text))
    return {value for value in found if value > _SMALL and not _YEARS[0] <= value < _YEARS[1]}


def _common(a: Ranked, b: Ranked, middle: Vector) -> float:
    """The share that two sentences have in common, each stem counted by how central it is to the story."""
    shorter = min(_mass(a.vector, middle), _mass(b.vector, middle))
    return _mass(a.vector.keys() & b.vector.keys(), middle) / shorter if shorter else 1.0


def _mass(stems: Iterable[str], middle: Vector) -> float:
    return sum(middle.get(stem, 0.0) for stem in stems)
