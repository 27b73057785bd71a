"""Sentences as TF-IDF vectors of unit length, so that their dot product is their cosine."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

Vector = Mapping[str, float]


def vectors(bags: Sequence[Sequence[str]]) -> list[Vector]:
    """A vector for each list of stems; what is rare among the lists counts more."""
    counts = [Counter(bag) for bag in bags]
    common = Counter(stem for count in counts for stem in count)
    rarity = {stem: math.log(1 + len(bags) / n) for stem, n in common.items()}
    return [unit({stem: (1 + math.log(n)) * rarity[stem] for stem, n in count.items()}) for count in counts]


def centroid(weighted: Iterable[tuple[Vector, float]]) -> Vector:
    """The direction of all vectors together, each with its weight."""
    total: defaultdict[str, float] = defaultdict(float)
    for vector, weight in weighted:
        for stem, value in vector.items():
            total[stem] += value * weight
    return unit(total)


def unit(vector: Vector) -> Vector:
    """The vector at length 1; empty where it has none."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {stem: value / length for stem, value in vector.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """How alike two vectors of unit length are, from 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[stem] for stem, value in a.items() if stem in b)


def same(a: Vector, b: Vector, share: float) -> bool:
    """Whether the shorter sentence has at least that share of its stems in common with the other."""
    shorter = min(len(a), len(b))
    return shorter == 0 or len(a.keys() & b.keys()) >= share * shorter
