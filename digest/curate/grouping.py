"""Reports of one event put together: average linkage over the pairs that have anything in common."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from digest.curate.reports import Report
from digest.curate.similarity import Neighbours, neighbours, vectors

_ALIKE = 0.16
"""Mean likeness at which two groups tell one event."""
_LOOSE = frozenset({"live_blog", "round_up"})
"""Forms that tell of many events: they may join a group and never bring two together."""

Group = tuple[int, ...]


def group(reports: Sequence[Report]) -> tuple[Group, ...]:
    """Places of the reports of one event together, each place in exactly one group.

    The groups do not depend on the order of the reports, which decides only how they are numbered.
    """
    order = sorted(range(len(reports)), key=lambda i: (reports[i].url, reports[i].title))
    sorted_reports = [reports[i] for i in order]
    near = neighbours(vectors(sorted_reports))
    loose = {i for i, report in enumerate(sorted_reports) if report.form in _LOOSE}
    groups = _link(
        [{j: s for j, s in n.items() if j not in loose and i not in loose} for i, n in enumerate(near)]
    )
    groups = _attach([g for g in groups if g[0] not in loose], sorted(loose), near)
    return tuple(sorted(tuple(sorted(order[i] for i in members)) for members in groups))


def _link(near: Neighbours) -> list[list[int]]:
    """Merge the two groups that are most alike until none are alike enough (UPGMA, ties by place)."""
    members: dict[int, list[int]] = {i: [i] for i in range(len(near))}
    queue = [(-s, i, j) for i, n in enumerate(near) for j, s in n.items() if i < j and s >= _ALIKE]
    heapq.heapify(queue)
    while queue:
        likeness, a, b = heapq.heappop(queue)
        if a not in members or b not in members or near[a].get(b) != -likeness:
            continue
        _merge(near, a, b, len(members[a]), len(members[b]))
        members[a] += members.pop(b)
        for c, s in near[a].items():
            if s >= _ALIKE:
                heapq.heappush(queue, (-s, min(a, c), max(a, c)))
    return list(members.values())


def _merge(near: Neighbours, a: int, b: int, size_a: int, size_b: int) -> None:
    """Make b part of a: likeness to a third group is the mean over all pairs."""
    total = size_a + size_b
    for c in set(near[a]) | set(near[b]):
        if c in {a, b}:
            continue
        mean = (near[a].get(c, 0.0) * size_a + near[b].get(c, 0.0) * size_b) / total
        near[a][c] = near[c][a] = mean
        near[c].pop(b, None)
    near[a].pop(b, None)
    near[b] = {}


def _attach(groups: list[list[int]], loose: Sequence[int], near: Neighbours) -> list[list[int]]:
    """Each live blog and round-up goes to the group most like it, or stays alone."""
    joined = [list(members) for members in groups]
    for i in loose:
        likeness = [sum(near[i].get(m, 0.0) for m in members) / len(members) for members in groups]
        best = max(range(len(groups)), key=likeness.__getitem__, default=None)
        if best is not None and likeness[best] >= _ALIKE:
            joined[best].append(i)
        else:
            joined.append([i])
    return joined
