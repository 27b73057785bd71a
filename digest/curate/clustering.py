"""Reports of one event together: average linkage, and a second look at what looks like a long-running affair.

Reports of a war or of an election campaign share so many names that they look like one event. So a large group is
looked at again with its own eyes: words that most of it shares count little, and where it falls apart by what is
left, it was an affair of several events.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from digest.curate.reports import Report
from digest.curate.similarity import Near, Vector, dot, near, vectors, vectors_apart

_ALIKE = 0.17
"""Mean likeness of two groups at which they tell one event, where nothing else is near."""
_WARY = 0.1
"""How much more alike they must be for each unit of likeness to others that is below that: an affair is a crowd."""
_LARGE = 12
"""Reports of a group at which it is looked at again."""
_SAME = 0.8
"""Mean likeness of reports that print one text; they are one witness in that second look."""
_APART = 0.07
"""Mean likeness, by what sets reports of one group apart, at which parts of it still tell one event.

This, ``_ALIKE``, ``_WARY`` and ``_LARGE``, with the constants of ``linkage`` and ``similarity``, were fitted on two
collections of labelled news and a labelled day, in halves, whole and thinned out to two to four reports an event, read
in full or by their first 250 characters, alone and among 1,500 of 3,000 reports of other events; one setting for all.
On halves drawn anew (``benchmarks.held_out``) the mean F1 was .931, the worst .87; without ``_WARY`` .926 and .84. Near
the chosen values the mean is flat: within .005 from .16 to .18 for ``_ALIKE`` and from .08 to .12 for ``_WARY``."""
_LOOSE = frozenset({"live_blog", "round_up"})
"""Forms that tell of many events: they may join a group and never bring two together."""

Group = tuple[int, ...]


def group(reports: Sequence[Report]) -> tuple[Group, ...]:
    """Places of the reports of one event together, each place in exactly one group.

    Takes time in proportion to the number of reports. The groups do not depend on their order.
    """
    order = sorted(range(len(reports)), key=lambda i: (reports[i].url, reports[i].title, reports[i].text))
    ordered = [reports[i] for i in order]
    found = vectors(ordered)
    pairs = list(near(found, NEAR * _ALIKE))
    firm = {i: vector for i, vector in enumerate(found) if ordered[i].form not in _LOOSE}
    parts = [
        part for cluster in link(firm, pairs, _ALIKE, _WARY) for part in _events(cluster, found, ordered)
    ]
    groups = _attach(parts, found, pairs, [i for i in range(len(found)) if i not in firm])
    return tuple(sorted(tuple(sorted(order[i] for i in members)) for members in groups))


def _events(cluster: Cluster, found: Sequence[Vector], reports: Sequence[Report]) -> list[Group]:
    """The events of a cluster: one, unless it is large and falls apart by what its reports do not share."""
    if len(cluster.members) < _LARGE:
        return [cluster.members]
    witnesses = _linked({i: found[i] for i in sorted(cluster.members)}, _SAME)
    if len(witnesses) < _LARGE:
        return [cluster.members]
    apart = vectors_apart([reports[min(witness.members)] for witness in witnesses])
    parts = _whole(_linked(dict(enumerate(apart)), _APART))
    return [tuple(i for n in part for i in witnesses[n].members) for part in parts]


def _linked(found: Mapping[int, Vector], least: float) -> list[Cluster]:
    places = list(found)
    pairs = near([found[i] for i in places], NEAR * least)
    return link(found, ((places[i], places[j], likeness) for i, j, likeness in pairs), least)


def _whole(parts: Sequence[Cluster]) -> list[Group]:
    """The parts of several reports, each single one put to the part it is most like; one where no two have several."""
    several = [part for part in parts if len(part.members) > 1]
    if len(several) < 2:
        return [tuple(i for part in parts for i in part.members)]
    joined = {part.members: list(part.members) for part in several}
    for single in (part for part in parts if len(part.members) == 1):
        closest = max(several, key=lambda part: (single.likeness(part), part.members))
        joined[closest.members] += single.members
    return [tuple(members) for members in joined.values()]


def _attach(
    groups: Sequence[Group], found: Sequence[Vector], pairs: Iterable[Near], loose: Sequence[int]
) -> list[Group]:
    """Each live blog and round-up goes to the group most like it, or stays alone."""
    place = {member: n for n, members in enumerate(groups) for member in members}
    near_by: dict[int, set[int]] = {i: set() for i in loose}
    for i, j, _ in pairs:
        for one, other in ((i, j), (j, i)):
            if one in near_by and other in place:
                near_by[one].add(place[other])
    joined = [list(members) for members in groups]
    for i in loose:
        likeness = {n: _mean(found[i], [found[m] for m in groups[n]]) for n in sorted(near_by[i])}
        best = max(likeness, key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= _ALIKE:
            joined[best].append(i)
        else:
            joined.append([i])
    return [tuple(members) for members in joined]


def _mean(one: Vector, others: Sequence[Vector]) -> float:
    return sum(dot(one, other) for other in others) / len(others)


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
