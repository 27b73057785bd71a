"""Reports of one event put together by agglomeration, each group held to its own cohesion.

Two groups become one where their mean likeness (average linkage) is a good part of the likeness inside them: a fixed
threshold that suits loosely told events would join two tightly told ones that differ in who, where or when.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from digest.curate.reports import Report
from digest.curate.similarity import Vector, dot, survey, vectors

_COHESION = 0.2
"""Likeness expected inside a group of which nothing is known yet."""
_EVIDENCE = 5
"""Pairs inside a group that weigh as much as that expectation."""
_PART = 0.52
"""Likeness of two groups, as a part of the cohesion of the firmer one, at which they tell one event.

Fitted with the constants above and those of ``similarity`` on two collections of labelled news, alone and among
3,000 reports of other events; one setting for all."""
_NEAR = _PART * _COHESION / 2
"""Likeness below which a pair of clusters is not looked at again."""
_LOOSE = frozenset({"live_blog", "round_up"})
"""Forms that tell of many events: they may join a group and never bring two together."""

Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Reports that belong together: the sums of their vectors and crowding, and their likeness to those near."""

    members: tuple[int, ...]
    total: Vector
    crowding: float
    near: dict[int, float] = field(default_factory=dict)

    def cohesion(self) -> float:
        """Mean likeness of its pairs, drawn towards what is expected while there are few.

        Vectors that the cap on one word made shorter than a unit lower it: such reports prove less.
        """
        size = len(self.members)
        inside = (dot(self.total, self.total) - size - self.crowding * (size - 1)) / 2
        return (_EVIDENCE * _COHESION + inside) / (_EVIDENCE + size * (size - 1) / 2)

    def likeness(self, other: _Cluster) -> float:
        """Mean over all pairs of cosine less crowding: the sums of vectors give it without the pairs."""
        one, two = len(self.members), len(other.members)
        return dot(self.total, other.total) / (one * two) - (self.crowding / one + other.crowding / two) / 2


def group(reports: Sequence[Report]) -> tuple[Group, ...]:
    """Places of the reports of one event together, each place in exactly one group.

    Takes time in proportion to the number of reports. The groups do not depend on their order.
    """
    order = sorted(range(len(reports)), key=lambda i: (reports[i].url, reports[i].title, reports[i].text))
    loose = {place for place, i in enumerate(order) if reports[i].form in _LOOSE}
    clusters = _singles([reports[i] for i in order])
    linked = _link({i: c for i, c in clusters.items() if i not in loose})
    groups = _attach(linked, [clusters[i] for i in sorted(loose)])
    return tuple(sorted(tuple(sorted(order[i] for i in members)) for members in groups))


def _singles(reports: Sequence[Report]) -> dict[int, _Cluster]:
    """Each report as a cluster that knows those it may be joined with."""
    found = vectors(reports)
    crowding, pairs = survey(found, len({report.outlet for report in reports}))
    singles = {i: _Cluster((i,), v, c) for i, (v, c) in enumerate(zip(found, crowding, strict=True))}
    for i, j in pairs:
        likeness = singles[i].likeness(singles[j])
        if likeness >= _NEAR:
            singles[i].near[j] = singles[j].near[i] = likeness
    return singles


def _link(clusters: dict[int, _Cluster]) -> list[_Cluster]:
    """Join the two clusters that fit best until none fit; a joined cluster gets a number of its own."""
    cohesion = {i: c.cohesion() for i, c in clusters.items()}
    queue = [fit for i in clusters for fit in _fits(i, clusters, cohesion) if fit[1] == i]
    heapq.heapify(queue)
    number = max(clusters, default=0)
    while queue:
        _, a, b = heapq.heappop(queue)
        if a not in clusters or b not in clusters:
            continue
        number += 1
        clusters[number] = _join(clusters.pop(a), clusters.pop(b), clusters)
        cohesion[number] = clusters[number].cohesion()
        for c, likeness in clusters[number].near.items():
            clusters[c].near[number] = likeness
        for fit in _fits(number, clusters, cohesion):
            heapq.heappush(queue, fit)
    return list(clusters.values())


def _fits(
    i: int, clusters: Mapping[int, _Cluster], cohesion: Mapping[int, float]
) -> Iterator[tuple[float, int, int]]:
    """The clusters near enough to be joined with it, as entries of the queue."""
    for j, likeness in clusters[i].near.items():
        if j in clusters and likeness >= _PART * max(cohesion[i], cohesion[j]):
            yield -likeness / max(cohesion[i], cohesion[j]), min(i, j), max(i, j)


def _join(one: _Cluster, other: _Cluster, rest: Mapping[int, _Cluster]) -> _Cluster:
    larger, smaller = (one, other) if len(one.total) >= len(other.total) else (other, one)
    total = dict(larger.total)
    for term, weight in smaller.total.items():
        total[term] = total.get(term, 0.0) + weight
    joined = _Cluster(one.members + other.members, total, one.crowding + other.crowding)
    for i in [*one.near, *(i for i in other.near if i not in one.near)]:
        if i in rest and (likeness := _mean(i, one, other, joined, rest)) >= _NEAR:
            joined.near[i] = likeness
    return joined


def _mean(i: int, one: _Cluster, other: _Cluster, joined: _Cluster, rest: Mapping[int, _Cluster]) -> float:
    """Likeness of the joined cluster to a third, from those of its halves where both or the bound tell it."""
    a, b = len(one.members), len(other.members)
    mean = (a * one.near.get(i, _NEAR) + b * other.near.get(i, _NEAR)) / (a + b)
    if mean < _NEAR or (i in one.near and i in other.near):
        return mean
    return joined.likeness(rest[i])


def _attach(clusters: Sequence[_Cluster], loose: Iterable[_Cluster]) -> list[tuple[int, ...]]:
    """Each live blog and round-up goes to the group most like it, or stays alone."""
    groups = [cluster.members for cluster in clusters]
    place = {member: n for n, members in enumerate(groups) for member in members}
    for single in loose:
        near = sorted({place[m] for m in single.near if m in place})
        parts = {n: single.likeness(clusters[n]) / max(_COHESION, clusters[n].cohesion()) for n in near}
        best = max(near, key=parts.__getitem__, default=None)
        if best is not None and parts[best] >= _PART:
            groups[best] += single.members
        else:
            groups.append(single.members)
    return groups
