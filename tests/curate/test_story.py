"""Which report of an event leads."""

from __future__ import annotations

from datetime import timedelta

import pytest

from digest.curate.reports import printable_reports
from tests import make

EARLY = make.NOW - timedelta(hours=9)
TEXT = "The council voted on the budget on Monday."


@pytest.mark.parametrize(
    "announced",
    [
        "Council set to adopt budget",
        "Budget is likely to pass in council",
        "Council prepares to vote",
        "Budget on the verge of adoption",
    ],
)
def test_what_happened_leads_before_what_was_about_to_happen(announced: str) -> None:
    before = make.article(TEXT, announced, published=EARLY)
    after = make.article(TEXT, "Council adopts budget", "Daily Courier")
    assert [a.title for a in printable_reports([before, after])] == ["Council adopts budget", announced]


def test_of_two_headlines_that_say_the_same_the_first_leads() -> None:
    late = make.article(TEXT, "Council adopts budget")
    first = make.article(TEXT, "Budget adopted by council", "Daily Courier", published=EARLY)
    assert [a.title for a in printable_reports([late, first])] == [first.title, late.title]


def test_the_headline_that_the_others_agree_with_leads() -> None:
    angle = make.article(TEXT, "Bitter night for the mayor", published=EARLY)
    plain = make.article(TEXT, "Council adopts budget", "Daily Courier")
    third = make.article(TEXT, "Budget of the council adopted", "Evening Post")
    assert printable_reports([angle, plain, third])[0].title == plain.title


@pytest.mark.parametrize(
    "title",
    [
        "Will the council adopt its budget?",
        "Mayor slams council over budget",
        "‘A dark day’: council adopts budget",
        "COUNCIL adopts budget",
        "Council set to adopt budget",
        "Council adopts budget in a stunning night of bitter words, broken promises and an empty till",
    ],
)
def test_an_angle_never_leads_before_the_plain_statement(title: str) -> None:
    angle = make.article(TEXT, title, published=EARLY)
    plain = make.article(TEXT, "Council adopts budget", "Daily Courier")
    assert printable_reports([angle, plain])[0].title == plain.title


def test_a_plain_headline_leads_before_a_source_that_counts_more() -> None:
    heavy = make.entry("Council set to adopt budget", feed=make.feed(weight=2.0))
    preview = make.article(TEXT, entry=heavy)
    plain = make.article(TEXT, "Council adopts budget", "Daily Courier")
    assert [plain.title, preview.title] == [a.title for a in printable_reports([preview, plain])]


def test_of_two_plain_headlines_that_of_the_source_that_counts_more_leads() -> None:
    heavy = make.entry("Council adopts budget", feed=make.feed(weight=2.0))
    late, early = (
        make.article(TEXT, entry=heavy),
        make.article(TEXT, "Council adopts budget", "Daily Courier", published=EARLY),
    )
    assert [late.outlet, early.outlet] == [a.outlet for a in printable_reports([early, late])]


def test_a_gallery_or_a_round_up_tells_no_event() -> None:
    assert printable_reports([make.article(TEXT, form="gallery"), make.article(TEXT, form="round_up")]) == ()
