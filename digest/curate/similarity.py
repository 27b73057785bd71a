"""How much two reports have in common: the cosine of their words, rare words counting most."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from digest.curate.reports import Report

Vector = dict[str, float]
Neighbours = list[dict[int, float]]

_TITLE = 2
"""A word of the title counts as often as this many in the text."""
_UNSEEN = 1000
"""Reports of other days that a word is taken to be absent from: on a day of ten reports every word is common."""
_FLOOR = 0.05
"""Likeness below this is chance and not kept."""
_COMMON = 0.1
"""A word in more than this share of the reports finds no candidates: it would pair everything."""


def vectors(reports: Sequence[Report]) -> list[Vector]:
    """A unit vector for each report: term frequency times inverse document frequency on this day."""
    counts = [_counts(report) for report in reports]
    frequency = Counter(term for count in counts for term in count)
    total = len(reports) + _UNSEEN
    rarity = {term: math.log(total / (n + 0.5)) for term, n in frequency.items()}
    return [_unit({t: (1 + math.log(n)) * rarity[t] for t, n in count.items()}) for count in counts]


def neighbours(found: Sequence[Vector]) -> Neighbours:
    """For each vector the others that are at all alike, with their cosine, by an inverted index."""
    index: dict[str, list[int]] = defaultdict(list)
    limit = max(20, int(len(found) * _COMMON))
    near: Neighbours = [{} for _ in found]
    for i, vector in enumerate(found):
        for j, likeness in _earlier(vector, found, index, limit).items():
            if likeness > _FLOOR:
                near[i][j] = near[j][i] = likeness
        for term in vector:
            index[term].append(i)
    return near


def _earlier(
    vector: Vector, found: Sequence[Vector], index: Mapping[str, list[int]], limit: int
) -> dict[int, float]:
    """Cosine with each vector in the index that shares a term which is not too common."""
    shared: dict[int, float] = defaultdict(float)
    for term, weight in vector.items():
        places = index.get(term, ())
        if len(places) <= limit:
            for j in places:
                shared[j] += weight * found[j][term]
    return shared


def _counts(report: Report) -> Counter[str]:
    count = Counter(report.lead_stems)
    for stem in report.title_stems:
        count[stem] += _TITLE
    return count


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {term: weight / length for term, weight in vector.items()}
