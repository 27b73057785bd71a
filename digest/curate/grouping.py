"""Reports of one event together: average linkage, and a second look at what looks like a long-running affair.

Reports of a war or of an election campaign share so many names that they look like one event. So a large group is
looked at again with its own eyes: words that most of it shares count little, and where it falls apart by what is
left, it was an affair of several events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digest.curate.linkage import NEAR, Cluster, link
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
