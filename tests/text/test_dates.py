"""Dates, absolute and counted from the day of the article."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.dates import dates, resolve

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "year", "month", "day", "weekday"),
    [
        ("on 3 March 2026", 2026, 3, 3, None),
        ("on March 3, 2026", 2026, 3, 3, None),
        ("on the 3rd of March", None, 3, 3, None),
        ("on 2026-03-03", 2026, 3, 3, None),
        ("in March 2026", 2026, 3, None, None),
        ("in 2026", 2026, None, None, None),
        ("since October", None, 10, None, None),
        ("on Tuesday", None, None, None, 1),
    ],
)
def test_a_date_is_read_as_far_as_it_goes(
    text: str, year: int | None, month: int | None, day: int | None, weekday: int | None
) -> None:
    assert [(year, month, day, weekday)] == [(w.year, w.month, w.day, w.weekday) for w in dates(text)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("today", (MONDAY,)),
        ("yesterday", (date(2026, 3, 1),)),
        ("tomorrow", (date(2026, 3, 3),)),
        ("on Monday", (MONDAY, MONDAY)),
        ("on Tuesday", (date(2026, 2, 24), date(2026, 3, 3))),
        ("last Tuesday", (date(2026, 2, 24),)),
        ("next Tuesday", (date(2026, 3, 3),)),
        ("on 5 March", (date(2026, 3, 5),)),
        ("on 30 February", ()),
        ("in March", ()),
    ],
)
def test_a_date_is_counted_from_the_day_of_the_article(text: str, days: tuple[date, ...]) -> None:
    assert days == resolve(dates(text)[0], MONDAY)


def test_a_verb_is_no_month_and_a_count_no_year() -> None:
    assert () == dates("They may march with 2,000 people and 1800 soldiers.")


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(text[w.start : w.end] for w in dates(text))
