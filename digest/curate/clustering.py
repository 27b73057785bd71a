"""Reports of one event together: average linkage, and a second look at what looks like a storyline of several events.

What counts is how many words two reports share, whether each names whom the other is about, and whether years lie between them.

Reports of a war or of an election campaign share so many names that they look like one event. So a large group is
looked at again by itself: words that most of it shares count little, and if it falls apart by what is
left, it was several events of one storyline.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.curate.circumstances import (
    MAX_ADJUSTMENT,
    NOTHING_KNOWN,
    Circumstances,
    adjustment,
    circumstances,
    summed,
)
from digest.curate.reports import Report
from digest.curate.similarity import Neighbours, Vector, dot, neighbours, refined_vectors, vectors

_MIN_SIMILARITY = 0.165
"""Mean similarity of two groups from which on they report one event, if they have no other neighbours."""
_CROWD_PENALTY = 0.1
"""How much more alike they must be for each unit of similarity to others below that bar: a storyline is a crowd."""
_LARGE_GROUP = 12
"""Reports of a group at which it is looked at again."""
_SAME_TEXT = 0.8
"""Mean similarity of reports that print one text; they are one witness in that second look."""
_MIN_REFINED_SIMILARITY = 0.07
"""Mean similarity, by what sets reports of one group apart, at which parts of it still tell one event.

This, ``_MIN_SIMILARITY``, ``_CROWD_PENALTY`` and ``_LARGE_GROUP``, with the constants further down and those of ``similarity``, were fitted on two
collections of labelled news and a labelled day, in halves, whole and thinned out to two to four reports an event, read
in full or by their first 250 characters, alone and among 1,500 of 3,000 reports of other events; one setting for all.
Near the chosen values the mean is flat: within .005 from .155 to .17 for ``_MIN_SIMILARITY`` and from .05 to .15 for
``_CROWD_PENALTY``."""
_LOOSE_TYPES = frozenset({"live_blog", "round_up", "opinion"})
"""Forms that tell of many events or comment on one: they may join a group and never bring two together."""

Group = tuple[int, ...]


def group_by_event(reports: Sequence[Report]) -> tuple[Group, ...]:
    """Places of the reports of one event together, each place in exactly one group.

    Takes time in proportion to the number of reports. The groups do not depend on their order.
    """
    # One order whatever that of the feeds: ties in the queue and sums of floats depend on it.
    order = sorted(range(len(reports)), key=lambda i: (reports[i].url, reports[i].title, reports[i].text))
    ordered = [reports[i] for i in order]
    titled = _without_generic_titles(ordered)
    found = vectors(titled)
    pairs = list(neighbours(found, NEIGHBOUR * _MIN_SIMILARITY))
    firm = {i: vector for i, vector in enumerate(found) if ordered[i].form not in _LOOSE_TYPES}
    parts = [
        part
        for cluster in average_linkage(firm, pairs, _MIN_SIMILARITY, _CROWD_PENALTY, circumstances(titled))
        for part in _events(cluster, found, ordered)
    ]
    groups = _attach_loose_reports(parts, found, pairs, [i for i in range(len(found)) if i not in firm])
    return tuple(sorted(tuple(sorted(order[i] for i in members)) for members in groups))


def _without_generic_titles(reports: Sequence[Report]) -> list[Report]:
    """The reports, without a title that their outlet has over several of them: what only the texts tell apart."""
    titles = Counter((report.outlet, report.title.casefold()) for report in reports)
    return [
        replace(report, title="")
        if report.text and titles[report.outlet, report.title.casefold()] > 1
        else report
        for report in reports
    ]


def _events(cluster: Cluster, found: Sequence[Vector], reports: Sequence[Report]) -> list[Group]:
    """The events of a cluster: one, unless it is large and falls apart by what its reports do not share."""
    if len(cluster.members) < _LARGE_GROUP:
        return [cluster.members]
    witnesses = _clusters({i: found[i] for i in sorted(cluster.members)}, _SAME_TEXT)
    if len(witnesses) < _LARGE_GROUP:
        return [cluster.members]
    refined = refined_vectors([reports[min(witness.members)] for witness in witnesses])
    parts = _without_singles(_clusters(dict(enumerate(refined)), _MIN_REFINED_SIMILARITY))
    return [tuple(i for n in part for i in witnesses[n].members) for part in parts]


def _clusters(found: Mapping[int, Vector], least: float) -> list[Cluster]:
    places = list(found)
    pairs = neighbours([found[i] for i in places], NEIGHBOUR * least)
    return average_linkage(found, ((places[i], places[j], similarity) for i, j, similarity in pairs), least)


def _without_singles(parts: Sequence[Cluster]) -> list[Group]:
    """The parts of several reports, each single one put to the part it is most like; one if no two have several."""
    several = [part for part in parts if len(part.members) > 1]
    if len(several) < 2:
        return [tuple(i for part in parts for i in part.members)]
    joined = {part.members: list(part.members) for part in several}
    for single in (part for part in parts if len(part.members) == 1):
        closest = max(several, key=lambda part: (single.similarity(part), part.members))
        joined[closest.members] += single.members
    return [tuple(members) for members in joined.values()]


def _attach_loose_reports(
    groups: Sequence[Group], found: Sequence[Vector], pairs: Iterable[Neighbours], loose: Sequence[int]
) -> list[Group]:
    """Each live blog, round-up and opinion goes to the group most like it, or stays alone."""
    group_of = {member: n for n, members in enumerate(groups) for member in members}
    candidates: dict[int, set[int]] = {i: set() for i in loose}
    for i, j, _ in pairs:
        for one, other in ((i, j), (j, i)):
            if one in candidates and other in group_of:
                candidates[one].add(group_of[other])
    joined = [list(members) for members in groups]
    for i in loose:
        similarity = {
            n: _mean_similarity(found[i], [found[m] for m in groups[n]]) for n in sorted(candidates[i])
        }
        best = max(similarity, key=similarity.__getitem__, default=None)
        if best is not None and similarity[best] >= _MIN_SIMILARITY:
            joined[best].append(i)
        else:
            joined.append([i])
    return [tuple(members) for members in joined]


def _mean_similarity(one: Vector, others: Sequence[Vector]) -> float:
    return sum(dot(one, other) for other in others) / len(others)


NEIGHBOUR = 0.5
"""Share of the least similarity at which a pair of clusters is remembered: joined with others it may still reach it."""
_WORTH_COMPUTING = 1.15
"""Times the bound above, at which it is worth working out how alike a cluster is to one that only a part of it is near."""
_HALF_ALIKE = 0.7
"""Share of the least similarity from which on a pair counts as half alike; less is shared by chance in a large collection."""
_MAX_CROWD_PENALTY = 0.1
"""Most that a crowd raises the bar: what is clearly alike is one event in any crowd."""


@dataclass(slots=True)
class Cluster:
    """Places of vectors that belong together, the sum of these vectors, and what is known of the clusters near."""

    members: tuple[int, ...]
    total: Vector
    neighbours: dict[int, float] = field(default_factory=dict)
    """The clusters that may be joined with this one, each with its similarity."""
    half_alike: dict[int, float] = field(default_factory=dict)
    """For each cluster outside, the similarities of the pairs across that are half alike, summed up."""
    crowd: float = 0.0
    """That sum over all clusters outside."""
    circumstances: Circumstances = NOTHING_KNOWN

    def similarity(self, other: Cluster) -> float:
        """Mean scalar product over all pairs of a member here and a member there."""
        return dot(self.total, other.total) / (len(self.members) * len(other.members))


@dataclass(frozen=True, slots=True)
class _Bar:
    """The similarity that two clusters need: ``least``, and ``crowd_penalty`` times what is half alike around a member."""

    least: float
    crowd_penalty: float

    def margin(self, one: Cluster, other: Cluster, place: int, similarity: float) -> float:
        """How far above the bar they are, the other being known to the one by that place; negative if they are below it."""
        if similarity + MAX_ADJUSTMENT < self.least:
            return -1.0
        crowd_total = one.crowd + other.crowd - 2 * one.half_alike.get(place, 0.0)
        crowd = crowd_total / (len(one.members) + len(other.members))
        adjusted = similarity + adjustment(
            one.circumstances, other.circumstances, len(one.members), len(other.members)
        )
        return adjusted - self.least - min(_MAX_CROWD_PENALTY, self.crowd_penalty * crowd)


def average_linkage(
    points: Mapping[int, Vector],
    pairs: Iterable[Neighbours],
    least: float,
    crowd_penalty: float = 0.0,
    circumstances: Sequence[Circumstances] = (),
) -> list[Cluster]:
    """Vectors by their place put into clusters that are at least so alike on average; each is in exactly one.

    ``pairs`` are those at least ``NEIGHBOUR * least`` alike; pairs of places that are not in ``points`` are passed over. With
    ``crowd_penalty``, clusters must be the more alike the more others are half alike to their members. ``circumstances``
    by place, if given, makes them more or less alike.
    """
    clusters = _singles(points, pairs, least)
    for i, known in enumerate(circumstances):
        if i in clusters:
            clusters[i].circumstances = known
    bar = _Bar(least, crowd_penalty)
    queue = [
        (-margin, i, j)
        for i, one in clusters.items()
        for j, similarity in one.neighbours.items()
        if i < j and (margin := bar.margin(one, clusters[j], j, similarity)) >= 0
    ]
    heapq.heapify(queue)
    number = max(clusters, default=0)
    while queue:
        _, a, b = heapq.heappop(queue)
        # Pairs with a cluster that was joined since are still queued: passing over them is cheaper than finding them.
        if a in clusters and b in clusters:
            number += 1
            across = clusters[a].half_alike.get(b, 0.0)
            joined = _join(clusters.pop(a), clusters.pop(b), across, clusters, NEIGHBOUR * least)
            clusters[number] = joined
            for i, half_alike in joined.half_alike.items():
                clusters[i].half_alike[number] = half_alike
            for i, similarity in joined.neighbours.items():
                clusters[i].neighbours[number] = similarity
                if (margin := bar.margin(joined, clusters[i], i, similarity)) >= 0:
                    heapq.heappush(queue, (-margin, i, number))
    return list(clusters.values())


def _singles(points: Mapping[int, Vector], pairs: Iterable[Neighbours], least: float) -> dict[int, Cluster]:
    """A cluster for each vector, with the others near it."""
    clusters = {i: Cluster((i,), vector) for i, vector in points.items()}
    for i, j, similarity in pairs:
        if i in clusters and j in clusters:
            for one, other in ((clusters[i], j), (clusters[j], i)):
                one.neighbours[other] = similarity
                # A pair that reaches the bar is likely to be of the same event and not of the crowd around it.
                if _HALF_ALIKE * least <= similarity < least:
                    one.half_alike[other] = similarity
                    one.crowd += similarity
    return clusters


def _join(
    one: Cluster, other: Cluster, across: float, rest: Mapping[int, Cluster], least_neighbour: float
) -> Cluster:
    """The two as one cluster; what is known of both halves, or a bound on it, spares most scalar products."""
    larger, smaller = (one, other) if len(one.total) >= len(other.total) else (other, one)
    # The pairs across are no longer outside; each was counted for both.
    crowd = one.crowd + other.crowd - 2 * across
    joined = Cluster(
        one.members + other.members,
        summed(larger.total, smaller.total),
        crowd=crowd,
        circumstances=one.circumstances + other.circumstances,
    )
    half_alike = summed(one.half_alike, other.half_alike)
    joined.half_alike = {i: half_alike[i] for i in half_alike if i in rest}
    a, b = len(one.members), len(other.members)
    for i in [*one.neighbours, *(i for i in other.neighbours if i not in one.neighbours)]:
        if i in rest:
            # A similarity that one half does not know is below its bound, so this is the most that it can be.
            similarity = (
                a * one.neighbours.get(i, least_neighbour) + b * other.neighbours.get(i, least_neighbour)
            ) / (a + b)
            if not (i in one.neighbours and i in other.neighbours):
                similarity = (
                    joined.similarity(rest[i]) if similarity >= _WORTH_COMPUTING * least_neighbour else 0.0
                )
            if similarity >= least_neighbour:
                joined.neighbours[i] = similarity
    return joined
