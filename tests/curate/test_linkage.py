"""Average linkage of sparse vectors."""

from __future__ import annotations

from digest.curate.linkage import link

NORTH, EAST, BETWEEN = {"n": 1.0}, {"e": 1.0}, {"n": 0.8, "e": 0.6}


def test_vectors_that_are_alike_become_one_cluster() -> None:
    found = link({0: NORTH, 1: BETWEEN, 2: EAST}, [(0, 1, 0.8), (1, 2, 0.6)], 0.7)
    assert {(0, 1), (2,)} == {tuple(sorted(cluster.members)) for cluster in found}


def test_a_cluster_takes_what_is_alike_to_its_members_on_average() -> None:
    found = link({0: NORTH, 1: BETWEEN, 2: EAST}, [(0, 1, 0.8), (1, 2, 0.6)], 0.3)
    assert {(0, 1, 2)} == {tuple(sorted(cluster.members)) for cluster in found}


def test_a_cluster_carries_the_sum_of_its_vectors() -> None:
    (found,) = link({0: NORTH, 1: BETWEEN}, [(0, 1, 0.8)], 0.7)
    assert {"n": 1.8, "e": 0.6} == found.total


def test_pairs_of_vectors_that_are_not_asked_for_are_passed_over() -> None:
    found = link({0: NORTH}, [(0, 1, 0.9)], 0.5)
    assert [(0,)] == [cluster.members for cluster in found]


def test_nothing_gives_no_clusters() -> None:
    assert [] == link({}, [], 0.5)
