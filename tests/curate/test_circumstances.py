"""Whom reports are about and when they were published, beside their words."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from digest.curate.circumstances import Circumstances, adjustment, circumstances
from digest.curate.clustering import average_linkage, group_by_event
from digest.curate.reports import Report, of_article
from tests import make

CHARGED = (
    "A federal grand jury has charged the congressman {name} with fraud, prosecutors said. The lawmaker pleaded "
    "not guilty in court and a judge set bail. The congressman {name} will stand trial in {month}."
)


def charged(name: str, month: str = "June", outlet: str = "The Herald") -> Report:
    text = CHARGED.format(name=name, month=month)
    return of_article(make.article(text, f"Congressman {name} charged with fraud", outlet))


VELDT, AGAIN, OSKE = charged("Veldt"), charged("Veldt", "July", "Evening Post"), charged("Oske")


def between(one: Report, other: Report) -> float:
    first, second = circumstances([one, other])
    return round(adjustment(first, second, 1, 1), 3)


def test_reports_on_two_people_are_two_events_however_alike_their_words() -> None:
    assert ((0, 1), (2,)) == group_by_event([VELDT, AGAIN, OSKE])


@pytest.mark.parametrize(("days", "groups"), [(0, [(0, 1)]), (1, [(0, 1)]), (800, [(0,), (1,)])])
def test_what_is_one_event_within_days_is_two_events_years_apart(days: int, groups: list[tuple[int]]) -> None:
    points = {0: {"budget": 1.0, "night": 0.2}, 1: {"hospital": 1.0, "night": 1.0}}
    when = [Circumstances(days=1000.0, dated=1), Circumstances(days=1000.0 + days, dated=1)]
    found = average_linkage(points, [(0, 1, 0.2)], 0.165, circumstances=when)
    assert groups == [cluster.members for cluster in found]


def test_what_each_names_of_the_other_adds_to_how_alike_they_are_and_what_neither_names_takes_from_it() -> (
    None
):
    assert (True, True) == (between(VELDT, AGAIN) > 0, between(VELDT, OSKE) < 0)


@pytest.mark.parametrize(("days", "taken"), [(0, 0), (73, -0.02), (365, -0.1), (3650, -0.1)])
def test_a_year_takes_as_much_as_ten_and_a_day_nothing(days: int, taken: float) -> None:
    untitled = replace(VELDT, title="", published=make.NOW)
    later = replace(untitled, published=make.NOW + timedelta(days=days))
    assert taken == pytest.approx(between(untitled, later))


def test_a_report_without_a_time_or_a_protagonist_is_neither_nearer_nor_farther() -> None:
    nothing = replace(VELDT, title="what now", published=None)
    assert 0 == between(nothing, OSKE)


def test_a_country_and_its_people_are_one_protagonist() -> None:
    one = of_article(make.article("Talks with France end today.", "France ends talks", "The Herald"))
    other = of_article(
        make.article("Talks with French envoys end.", "French envoys end talks", "Evening Post")
    )
    first, second = circumstances([one, other])
    assert first.protagonists.keys() == second.protagonists.keys() == {"franc"}


def test_evidence_of_a_group_is_the_sum_of_that_of_its_reports() -> None:
    one = Circumstances({"veldt": 1.0}, 1, {"veldt": 1.0}, 10.0, 1)
    other = Circumstances({"veldt": 0.5, "oske": 0.5}, 1, {"veldt": 1.0, "oske": 1.0}, 0.0, 0)
    assert Circumstances({"veldt": 1.5, "oske": 0.5}, 2, {"veldt": 2.0, "oske": 1.0}, 10.0, 1) == one + other
