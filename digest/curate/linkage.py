"""Agglomeration by average linkage (Sokal and Michener 1958) on sparse vectors, wary of crowds.

The two clusters whose pairs are most alike on average become one, until no two are alike enough. The sum of the
vectors of a cluster gives the average over all pairs without looking at them. What is alike enough hangs on who else
is near: an outlying report of an event has no other neighbours, a report of an affair has many that are half alike.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from digest.curate.similarity import Near, Vector, dot

Key = TypeVar("Key")

NEAR = 0.5
"""Part of the least likeness at which a pair of clusters is remembered: joined with others it may still reach it."""
_CLOSE = 1.15
"""Times the bound above, at which it is worth working out how alike a cluster is to one that only a part of it is near."""
_AKIN = 0.7
"""Part of the least likeness from which on a pair is half alike; less is shared by chance in a large collection."""
_MOST = 0.1
"""Most that a crowd raises the bar: what is clearly alike is one event in any crowd."""


@dataclass(slots=True)
class Cluster:
    """Places of vectors that belong together, the sum of these vectors, and what is known of the clusters near."""

    members: tuple[int, ...]
    total: Vector
    near: dict[int, float] = field(default_factory=dict)
    """The likeness to each of them."""
    akin: dict[int, float] = field(default_factory=dict)
    """For each of them, the likeness of the pairs across that are half alike, summed up."""
    around: float = 0.0
    """That sum over all clusters outside."""

    def likeness(self, other: Cluster) -> float:
        """Mean scalar product over all pairs of a member here and a member there."""
        return dot(self.total, other.total) / (len(self.members) * len(other.members))


@dataclass(frozen=True, slots=True)
class _Bar:
    """The likeness that two clusters need: ``least``, and ``wary`` times what is half alike around a member."""

    least: float
    wary: float

    def margin(self, one: Cluster, other: Cluster, place: int, likeness: float) -> float:
        """How far above the bar they are, the other being known to the one by that place."""
        around = one.around + other.around - 2 * one.akin.get(place, 0.0)
        crowd = around / (len(one.members) + len(other.members))
        return likeness - self.least - min(_MOST, self.wary * crowd)


def link(
    found: Mapping[int, Vector], pairs: Iterable[Near], least: float, wary: float = 0.0
) -> list[Cluster]:
    """Vectors by their place put into clusters that are at least so alike on average; each is in exactly one.

    ``pairs`` are those at least ``NEAR * least`` alike; pairs of places that are not in ``found`` are passed over. With
    ``wary``, clusters must be the more alike the more others are half alike to their members.
    """
    clusters = _singles(found, pairs, least)
    bar = _Bar(least, wary)
    queue = [
        (-margin, i, j)
        for i, one in clusters.items()
        for j, likeness in one.near.items()
        if i < j and (margin := bar.margin(one, clusters[j], j, likeness)) >= 0
    ]
    heapq.heapify(queue)
    number = max(clusters, default=0)
    while queue:
        _, a, b = heapq.heappop(queue)
        if a in clusters and b in clusters:
            number += 1
            across = clusters[a].akin.get(b, 0.0)
            joined = _join(clusters.pop(a), clusters.pop(b), across, clusters, NEAR * least)
            clusters[number] = joined
            for i, akin in joined.akin.items():
                clusters[i].akin[number] = akin
            for i, likeness in joined.near.items():
                clusters[i].near[number] = likeness
                if (margin := bar.margin(joined, clusters[i], i, likeness)) >= 0:
                    heapq.heappush(queue, (-margin, i, number))
    return list(clusters.values())


def _singles(found: Mapping[int, Vector], pairs: Iterable[Near], least: float) -> dict[int, Cluster]:
    """A cluster for each vector, with the others near it."""
    clusters = {i: Cluster((i,), vector) for i, vector in found.items()}
    for i, j, likeness in pairs:
        if i in clusters and j in clusters:
            for one, other in ((clusters[i], j), (clusters[j], i)):
                one.near[other] = likeness
                if _AKIN * least <= likeness < least:
                    one.akin[other] = likeness
                    one.around += likeness
    return clusters


def _join(one: Cluster, other: Cluster, across: float, rest: Mapping[int, Cluster], near: float) -> Cluster:
    """The two as one cluster; what is known of both halves, or a bound on it, spares most scalar products."""
    larger, smaller = (one, other) if len(one.total) >= len(other.total) else (other, one)
    around = one.around + other.around - 2 * across
    joined = Cluster(one.members + other.members, _sum(larger.total, smaller.total), around=around)
    both = _sum(one.akin, other.akin)
    joined.akin = {i: both[i] for i in both if i in rest}
    a, b = len(one.members), len(other.members)
    for i in [*one.near, *(i for i in other.near if i not in one.near)]:
        if i in rest:
            likeness = (a * one.near.get(i, near) + b * other.near.get(i, near)) / (a + b)
            if not (i in one.near and i in other.near):
                likeness = joined.likeness(rest[i]) if likeness >= _CLOSE * near else 0.0
            if likeness >= near:
                joined.near[i] = likeness
    return joined


def _sum(one: Mapping[Key, float], other: Mapping[Key, float]) -> dict[Key, float]:
    total = dict(one)
    for key, weight in other.items():
        total[key] = total.get(key, 0.0) + weight
    return total
