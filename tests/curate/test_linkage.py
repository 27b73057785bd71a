"""Average linkage of sparse vectors."""

from __future__ import annotations

from digest.curate.clustering import average_linkage

NORTH, EAST, BETWEEN = {"n": 1.0}, {"e": 1.0}, {"n": 0.8, "e": 0.6}


def test_vectors_that_are_alike_become_one_cluster() -> None:
    found = average_linkage({0: NORTH, 1: BETWEEN, 2: EAST}, [(0, 1, 0.8), (1, 2, 0.6)], 0.7)
    assert {(0, 1), (2,)} == {tuple(sorted(cluster.members)) for cluster in found}


def test_a_cluster_takes_what_is_alike_to_its_members_on_average() -> None:
    found = average_linkage({0: NORTH, 1: BETWEEN, 2: EAST}, [(0, 1, 0.8), (1, 2, 0.6)], 0.3)
    assert {(0, 1, 2)} == {tuple(sorted(cluster.members)) for cluster in found}


def test_a_cluster_carries_the_sum_of_its_vectors() -> None:
    (found,) = average_linkage({0: NORTH, 1: BETWEEN}, [(0, 1, 0.8)], 0.7)
    assert {"n": 1.8, "e": 0.6} == found.total


def test_pairs_of_vectors_that_are_not_asked_for_are_passed_over() -> None:
    found = average_linkage({0: NORTH}, [(0, 1, 0.9)], 0.5)
    assert [(0,)] == [cluster.members for cluster in found]


def test_nothing_gives_no_clusters() -> None:
    assert [] == average_linkage({}, [], 0.5)


def test_in_a_crowd_of_half_alike_two_must_be_more_alike_than_alone() -> None:
    pair = {0: {"a": 1.0, "b": 1.0}, 1: {"a": 1.0, "b": 1.0}}
    crowd = {n: {f"c{n}": 1.0} for n in range(2, 10)}
    half = [(i, n, 0.15) for i in pair for n in crowd]
    alone = average_linkage(pair, [(0, 1, 0.21)], 0.2, crowd_penalty=0.1)
    among = average_linkage(pair | crowd, [(0, 1, 0.21), *half], 0.2, crowd_penalty=0.1)
    assert [(0, 1)] == [cluster.members for cluster in alone]
    assert 10 == len(among)


def test_what_is_clearly_alike_joins_in_any_crowd() -> None:
    crowd = {n: {f"c{n}": 1.0} for n in range(2, 50)}
    half = [(i, n, 0.15) for i in (0, 1) for n in crowd]
    found = average_linkage({0: NORTH, 1: NORTH} | crowd, [(0, 1, 0.5), *half], 0.2, crowd_penalty=0.1)
    assert (0, 1) in [cluster.members for cluster in found]


def test_what_is_half_alike_within_a_cluster_is_no_crowd_around_it() -> None:
    found = average_linkage(
        dict.fromkeys(range(3), NORTH), [(0, 1, 0.5), (0, 2, 0.15), (1, 2, 0.26)], 0.2, crowd_penalty=0.1
    )
    assert [(0, 1, 2)] == [tuple(sorted(cluster.members)) for cluster in found]
