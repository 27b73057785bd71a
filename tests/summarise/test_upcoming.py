"""What is still to come: certain days and sentences that are clear by themselves."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.models import Claim
from digest.summarise import upcoming_events
from digest.summarise.upcoming import MAX_AHEAD, announced_day
from tests.make import article, story

MONDAY = date(2026, 3, 2)
SUNDAY_EVENING = datetime(2026, 3, 1, 20, tzinfo=UTC)


def day(text: str, published: datetime | None = SUNDAY_EVENING, today: date = MONDAY) -> date | None:
    return announced_day(text, article(text, published=published), today)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Senate will vote on the bill on 8 March.", date(2026, 3, 8)),
        ("Parliament has until 31 May to pass a new law on the harbour.", date(2026, 5, 31)),
        ("The summit of the three coastal states is to be held on Thursday.", date(2026, 3, 5)),
        ("On Friday, the council will decide on the price of bread.", date(2026, 3, 6)),
        ("The minister said on Sunday that the court would hear the case on 12 March.", date(2026, 3, 12)),
        (
            "Voters in Northfell will choose a senator on 29 March, the office said on Sunday.",
            date(2026, 3, 29),
        ),
    ],
)
def test_an_announced_event_has_its_day(text: str, expected: date) -> None:
    assert expected == day(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Senate voted on the bill on Sunday after a debate of nine hours.",
        "The Senate will not vote on the bill on 8 March.",
        "The vote will be held on 8 March unless the strike goes on.",
        "The hearing was postponed and will be held on 20 March or not at all, they might say on 21 March.",
        "The council will mark the anniversary of the vote on 8 March.",
        "The court could hear the case on 12 March.",
        "The minister said that the court would hear the case on Friday.",
        "The court will hear the case next Friday.",
        "Senators quarrelled before Wednesday's vote and will go on to do so.",
        "“The vote will be held on 8 March,” the speaker of the assembly said.",
        "The vote will be held in the spring.",
        "The sun will shine on 8 March in all parts of the country.",
        "The Senate will vote on the bill on 8 March 2031.",
        "The Senate was to vote on the bill on 20 February.",
    ],
)
def test_what_is_over_doubtful_far_or_no_event_has_none(text: str) -> None:
    assert day(text) is None


def test_a_weekday_that_is_the_day_of_writing_has_none() -> None:
    assert day("The Senate will vote on the bill on Sunday.") is None


def test_a_day_in_january_written_in_december_is_of_the_next_year() -> None:
    written = datetime(2026, 12, 28, 9, tzinfo=UTC)
    said = "The court will hear the case on 9 January."

    assert date(2027, 1, 9) == day(said, written, written.date())


def test_tomorrow_is_said_only_on_the_day_on_which_it_was_written() -> None:
    said = "The court will hear the case tomorrow."

    assert day(said) is None
    assert date(2026, 3, 3) == day(said, SUNDAY_EVENING + timedelta(hours=10))


def test_an_article_without_a_date_names_no_day() -> None:
    assert day("The Senate will vote on the bill on Friday.", published=None) is None


def test_each_day_has_the_sentence_that_names_most_and_the_next_day_is_first() -> None:
    text = (
        "The strait council of Halvern will meet again for talks on 18 March.\n"
        "The next round of talks is to be held in Kessary Harbour on 18 March.\n"
        "The Senate of Halvern will vote on the accord on 8 March."
    )
    expected = (
        (date(2026, 3, 8), Claim("The Senate of Halvern will vote on the accord on 8 March.", ("A1.S3",))),
        (
            date(2026, 3, 18),
            Claim("The strait council of Halvern will meet again for talks on 18 March.", ("A1.S1",)),
        ),
    )

    assert expected == upcoming_events(story(article(text, published=SUNDAY_EVENING)), MONDAY)


def test_a_sentence_that_leans_on_another_and_an_opinion_name_none() -> None:
    leaning = "He will meet the council for talks on the budget on 8 March."
    opinion = "The Senate will vote on the bill on 8 March, and that is a shame."

    assert () == upcoming_events(story(leaning), MONDAY)
    assert () == upcoming_events(story(article(opinion, form="opinion")), MONDAY)


@given(st.dates(date(2024, 1, 1), date(2029, 12, 31)), st.integers(-400, 400))
def test_no_day_is_past_or_beyond_the_horizon(today: date, distance: int) -> None:
    event = today + timedelta(days=distance)
    said = f"The Senate will vote on the bill on {event.day} {event:%B %Y}."
    published = datetime(today.year, today.month, today.day, tzinfo=UTC)

    found = day(said, published, today)

    assert found in {None, event}
    assert found is None or today <= found <= today + MAX_AHEAD
