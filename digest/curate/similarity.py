"""How much two reports have in common: the cosine of their words, rare words counting most.

On a day with a long-running affair hundreds of reports share its names without telling one event. How much a report
shares with many others is its *crowding*; likeness is what two reports share beyond that.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from heapq import nlargest

from digest.curate._lexicon import EVERYDAY, POLITICS
from digest.curate.reports import Report
from digest.text.words import stem

Vector = dict[str, float]
Pair = tuple[int, int]

_TITLE = 3
"""A word of the title counts as often as this many in the text."""
_UNSEEN = 1000
"""Reports of other days that stand behind the day: among ten reports alone every word is common."""
_DOUBT = 100
"""Reports that it takes to believe half of what a day says on how common a word is on other days."""
_USUAL = 40
"""Those of the unseen reports that have any one word of everyday news or of politics."""
_KEPT = 40
"""Words of a report that are compared, the heaviest; what the others would add is chance."""
_MOST = 0.25
"""Most weight of one word: one name that two reports share, however rare, is no event."""
_HEAVIEST = 12
"""Words of a report that find it candidates; two reports of one event share one of these."""
_WINDOW = 50
"""Reports before and behind that are looked at for each of these words; this bounds the work for a word that half
the day uses."""
_PROMISING = 0.04
"""Likeness in those words alone at which a pair is worth comparing in full."""
_CANDIDATES = 16
"""Reports that are compared in full with a report, the most promising first."""
_EVENT = 25
"""Reports that one event may have before likeness to so many counts as crowding; more where there are more outlets."""


def vectors(reports: Sequence[Report]) -> list[Vector]:
    """A vector of at most unit length for each report: log term frequency times inverse document frequency on this day."""
    frequency = Counter(term for r in reports for term in {*r.title_stems, *r.lead_stems})
    total = len(reports) + _UNSEEN
    usual = _usual({report.language for report in reports})
    elsewhere = _UNSEEN / (len(reports) + _DOUBT)
    rarity = {
        term: math.log(total / (n + n * elsewhere + (_USUAL if term in usual else 0.5)))
        for term, n in frequency.items()
    }
    return [_vector(report, rarity) for report in reports]


def survey(found: Sequence[Vector], outlets: int) -> tuple[list[float], list[Pair]]:
    """The crowding of each vector, and the pairs worth comparing: those that share heavy words.

    Crowding is the mean likeness to the reports that rank just behind those that one event can have.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for i, vector in enumerate(found):
        for term in vector:
            index[term].append(i)
    event = max(_EVENT, outlets)
    crowding: list[float] = []
    pairs: set[Pair] = set()
    for i, vector in enumerate(found):
        shared = _shared(i, vector, found, index)
        crowding.append(sum(nlargest(3 * event, shared.values())[event:]) / (2 * event))
        promising = [(likeness, j) for j, likeness in shared.items() if likeness >= _PROMISING]
        pairs.update((min(i, j), max(i, j)) for _, j in nlargest(_CANDIDATES, promising))
    return crowding, sorted(pairs)


def _shared(
    i: int, vector: Vector, found: Sequence[Vector], index: Mapping[str, Sequence[int]]
) -> dict[int, float]:
    """Likeness in its heaviest words to the vectors that have one of them, the nearest in order where many do."""
    shared: dict[int, float] = defaultdict(float)
    for term in nlargest(_HEAVIEST, vector, key=vector.__getitem__):
        weight, places = vector[term], index[term]
        if len(places) > 2 * _WINDOW:
            at = bisect_left(places, i)
            places = places[max(0, at - _WINDOW) : at + _WINDOW + 1]
        for j in places:
            shared[j] += weight * found[j][term]
    del shared[i]
    return shared


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The scalar product."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])


def _usual(languages: Iterable[str]) -> frozenset[str]:
    """The stems that say little of which event it is, on a day of any size."""
    return frozenset().union(
        *(_usual_stems(language.partition("-")[0].lower() or "en") for language in languages)
    )


@cache
def _usual_stems(primary: str) -> frozenset[str]:
    listed = f"{EVERYDAY.get(primary, '')} {POLITICS.get(primary, '')}"
    return frozenset(stem(word, primary) for word in listed.split() if "-" not in word)


def _vector(report: Report, rarity: Mapping[str, float]) -> Vector:
    count = Counter(report.lead_stems)
    for term in report.title_stems:
        count[term] += _TITLE
    vector = {term: math.log1p(n) * rarity[term] for term, n in count.items()}
    length = math.sqrt(sum([weight * weight for weight in vector.values()])) or 1.0
    kept = vector if len(vector) <= _KEPT else nlargest(_KEPT, vector, key=vector.__getitem__)
    return {term: min(_MOST, vector[term] / length) for term in kept}
