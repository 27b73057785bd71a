"""Agglomeration by average linkage (Sokal and Michener 1958) on sparse vectors.

The two clusters whose pairs are most alike on average become one, until no two are alike enough. The sum of the
vectors of a cluster gives the average over all pairs without looking at them.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from digest.curate.similarity import Near, Vector, dot

NEAR = 0.5
"""Part of the least likeness at which a pair of clusters is remembered: joined with others it may still reach it."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places of vectors that belong together, the sum of these vectors, and the likeness to the clusters near."""

    members: tuple[int, ...]
    total: Vector
    near: dict[int, float] = field(default_factory=dict)

    def likeness(self, other: Cluster) -> float:
        """Mean scalar product over all pairs of a member here and a member there."""
        return dot(self.total, other.total) / (len(self.members) * len(other.members))


def link(found: Mapping[int, Vector], pairs: Iterable[Near], least: float) -> list[Cluster]:
    """Vectors by their place put into clusters that are at least so alike on average; each is in exactly one.

    ``pairs`` are those at least ``NEAR * least`` alike; pairs of places that are not in ``found`` are passed over.
    """
    clusters = {i: Cluster((i,), vector) for i, vector in found.items()}
    queue = []
    for i, j, likeness in pairs:
        if i in clusters and j in clusters:
            clusters[i].near[j] = clusters[j].near[i] = likeness
            if likeness >= least:
                queue.append((-likeness, i, j))
    heapq.heapify(queue)
    number = max(clusters, default=0)
    while queue:
        _, a, b = heapq.heappop(queue)
        if a in clusters and b in clusters:
            number += 1
            clusters[number] = joined = _join(clusters.pop(a), clusters.pop(b), clusters, NEAR * least)
            for i, likeness in joined.near.items():
                clusters[i].near[number] = likeness
                if likeness >= least:
                    heapq.heappush(queue, (-likeness, i, number))
    return list(clusters.values())


def _join(one: Cluster, other: Cluster, rest: Mapping[int, Cluster], near: float) -> Cluster:
    """The two as one cluster; what is known of both halves, or a bound on it, spares most scalar products."""
    larger, smaller = (one, other) if len(one.total) >= len(other.total) else (other, one)
    total = dict(larger.total)
    for stem, weight in smaller.total.items():
        total[stem] = total.get(stem, 0.0) + weight
    joined = Cluster(one.members + other.members, total)
    a, b = len(one.members), len(other.members)
    for i in [*one.near, *(i for i in other.near if i not in one.near)]:
        if i in rest:
            likeness = (a * one.near.get(i, near) + b * other.near.get(i, near)) / (a + b)
            if likeness >= near and not (i in one.near and i in other.near):
                likeness = joined.likeness(rest[i])
            if likeness >= near:
                joined.near[i] = likeness
    return joined
