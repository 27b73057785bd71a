"""What makes two reports alike."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.curate.reports import of_article
from digest.curate.similarity import dot, neighbours, refined_vectors, vectors
from tests.curate.stories import BUDGET, CUP, FERRY, told_by

REPORTS = tuple(of_article(article) for article in (*told_by(BUDGET), *told_by(FERRY), *told_by(CUP)))


def test_two_reports_are_as_alike_among_others_as_alone() -> None:
    alone, among = vectors(REPORTS[:2]), vectors(REPORTS)
    assert dot(*alone) == dot(*among[:2])


def test_a_name_says_more_than_an_everyday_word() -> None:
    (vector,) = vectors([replace(REPORTS[0], title="", text="Work of Veldt")])
    assert vector["veldt"] > vector["work"]


def test_a_line_that_an_outlet_prints_under_every_text_loses_its_weight() -> None:
    many = [
        replace(REPORTS[0], url=f"{n}", title="", text=f"Subscribenow gazetteer word{n}") for n in range(400)
    ]
    found = vectors(many)
    assert found[0]["word0"] > 3 * found[0]["gazett"]


def test_no_word_makes_two_reports_alike_by_itself() -> None:
    one, other = vectors([replace(REPORTS[0], title="", text=text) for text in ("Veldt", "Veldt resigns")])
    assert dot(one, other) < 0.13


def test_pairs_are_found_through_the_words_they_share() -> None:
    found = vectors(REPORTS)
    places = range(len(found))
    every = {(i, j) for j in places for i in range(j) if dot(found[i], found[j]) >= 0.1}
    assert every == {(i, j) for i, j, _ in neighbours(found, 0.1)}


def test_reports_that_are_all_alike_are_told_apart_by_what_only_some_share() -> None:
    texts = ("Veldt budget hospital", "Veldt budget hospital", "Veldt budget railway", "Veldt budget railway")
    found = refined_vectors([replace(REPORTS[0], title="", text=text) for text in texts])
    assert [["hospit"], ["hospit"], ["railway"], ["railway"]] == [list(vector) for vector in found]


@pytest.mark.parametrize("reports", [(), REPORTS[:1]])
def test_fewer_than_two_reports_have_no_pairs(reports: tuple[object, ...]) -> None:
    assert [] == list(neighbours(vectors(REPORTS[: len(reports)]), 0.0))
