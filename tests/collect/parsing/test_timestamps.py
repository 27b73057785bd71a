from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from babel import Locale
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.collect.parsing.calendar_words import _ELSEWHERE_ANOTHER, USUAL, _key, calendar_words
from digest.collect.parsing.timestamps import Habit, numeric_order, parse_timestamp
from digest.text.languages import every_language

MOMENT = datetime(2026, 3, 2, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02T14:05:00Z",
        "2026-03-02T14:05:00.417+00:00",
        "2026-03-02 15:05:00 +0100",
        "2026-03-02T14:05",
        "20260302T140500Z",
        "Mon, 02 Mar 2026 14:05:00 GMT",
        "Mon, 2 Mar 2026 09:05:00 EST",
        "Mon, 2 Mar 2026 15:05 CET",
        "02 Mar 26 14:05 UT",
        "Monday, 2 March 2026 9:05:00 -0500",
        "March 2, 2026 9:05 a.m. EST",
        "Mar. 2, 2026, 2:05 PM",
        "Montag, 2. März 2026, 15:05 MEZ",
        "2 mars 2026 à 15h05 CET",
        "2 de marzo de 2026 14:05",
        "02.03.2026 14:05",
        "2026/03/02 14:05:00",
        "1772460300",
        "1772460300000",
        "2026-03-02T14:05:00z",
        "2026-03-02T14:05:00+00:00[UTC]",
        "2026-03-02T16:05:00+02",
        "2026-3-2 14:05",
        "Mon Mar  2 14:05:00 UTC 2026",
        "Mon, 02 Mar 2026 14:05:00 +0000 (UTC)",
        "Mon, 02 Mar 2026 19:35:00 IST",
        "02/Mar/2026:14:05:00 +0000",
        "02-MAR-26 14:05",
        "March 2nd, 2026 2:05 PM GMT",
        "2 March 2026, 2.05pm",
        "Published: March 2, 2026 at 9:05 a.m. ET",
        "lundi 2 mars 2026 à 15 h 05 CET",
        "2 marzo 2026 ore 15:05 CET",
        "2 de março de 2026 às 14:05",
        "2 марта 2026 г. 14:05",
        "2 marca 2026 14:05",
        "2 Mart 2026 14:05",
        "2026年3月2日 14:05",
        "2026. 3. 2. 14:05",
        "2026.03.02 14:05",
        "Mon Mar 02 14:05:00 +0000 2026",
        "2 March 2026 16:05 GMT+2",
        "2026-03-02 16:05 GMT+02:00",
        "Mon, 02 Mar 2026 19:35:00 +5:30",
        "2 Mar 2026 09:05 America/New_York",
        "2026-03-02T09:05:00[America/New_York]",
        "2026-03-02 16:05 CEST",
        "Published 2 March 2026, 2:05 PM, by 3 reporters",
        "2:05 PM March 2, 2026",
        "02/Mar/2026 14:05",
        "Δευτέρα, 2 Μαρτίου 2026, 4:05 μ.μ. GMT+2",
        "2 березня 2026, 16:05 EET",
        "2026년 3월 2일 오후 2:05",
        "2026年3月2日 下午2:05",
        "2026年3月2日 14時05分",
        "2026年3月2日(月) 午後2時05分",
        "２０２６年３月２日 １４：０５",
        "2 martie 2026 14:05",
        "2. března 2026 14:05",
        "Понедельник, 2 марта 2026 14:05",
        "2 Mart 2026 Pazartesi 14:05",
        "2026. március 2. 14:05",
        "2. maaliskuuta 2026 klo 14.05",
        "2 tháng 3, 2026 14:05",
        "2 मार्च 2026 14:05",
        "٢ مارس ٢٠٢٦ 14:05",
        "2 במרץ 2026 14:05",
    ],
)
def test_a_date_is_read_in_every_form_in_use(text: str) -> None:
    assert MOMENT == parse_timestamp(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "0",
        "1970-01-01T00:00:00Z",
        "0000-00-00",
        "2026-02-31",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "March",
        "0001-01-01T00:00:00Z",
        "9999-12-31",
        "2026-13-01",
        "2026-03-02T25:61:00Z",
        "1 hour ago",
        "03/02/2026",
        "12:05",
        "99 March 2026",
        "9" * 90,
    ],
)
def test_what_names_no_moment_of_the_web_is_none(text: str) -> None:
    assert parse_timestamp(text) is None


def test_midnight_may_be_written_as_24() -> None:
    assert datetime(2026, 3, 3, tzinfo=UTC) == parse_timestamp("2026-03-02T24:00:00Z")


def test_a_date_without_a_zone_is_in_the_zone_that_is_given() -> None:
    assert datetime(2026, 3, 2, 12, 5, tzinfo=UTC) == parse_timestamp(
        "2026-03-02 14:05", Habit(zone=timezone(timedelta(hours=2)))
    )


@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - made aware below
def test_every_moment_survives_rfc_3339(moment: datetime) -> None:
    whole = moment.replace(microsecond=0, tzinfo=UTC)

    assert whole == parse_timestamp(whole.isoformat())


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    found = parse_timestamp(text)

    assert found is None or found.tzinfo == UTC


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("26/11/2026 14:00", "", (2026, 11, 26)),
        ("11/26/2026 14:00", "", (2026, 11, 26)),
        ("11/11/2026", "", (2026, 11, 11)),
        ("03/02/2026", "en-GB", (2026, 2, 3)),
        ("03/02/2026", "en-US", (2026, 3, 2)),
        ("03/02/2026", "fr", (2026, 2, 3)),
        ("3-2-2026", "nl", (2026, 2, 3)),
        ("1 listopada 2026", "hr", (2026, 10, 1)),
        ("1 listopada 2026", "pl", (2026, 11, 1)),
        ("mar, 02 giu 2026", "", (2026, 6, 2)),
        ("02-MAR-2026", "", (2026, 3, 2)),
    ],
)
def test_the_language_decides_between_two_readings(
    text: str, language: str, day: tuple[int, int, int]
) -> None:
    found = parse_timestamp(text, Habit(language))

    assert found is not None
    assert day == (found.year, found.month, found.day)


@pytest.mark.parametrize(
    ("text", "language"),
    [("03/02/2026", ""), ("03/02/2026", "en"), ("03/02/2026", "en-CA"), ("1 listopada 2026", ""), ("2 March, 5 comments", "en")],
)  # fmt: skip
def test_what_may_be_two_days_is_none(text: str, language: str) -> None:
    assert parse_timestamp(text, Habit(language)) is None


def test_other_dates_of_the_same_hand_decide_where_no_language_does() -> None:
    assert numeric_order(["03/02/2026", "26/02/2026"]) is True
    assert numeric_order(["03/02/2026", "02/26/2026"]) is False
    assert numeric_order(["26/02/2026", "02/26/2026"]) is None
    assert numeric_order(["03/02/2026", "2026-02-03", ""]) is None
    assert datetime(2026, 2, 3, tzinfo=UTC) == parse_timestamp("03/02/2026", Habit("en", day_first=True))


LOCALES = """am ar bg bn ca cs da de el en en-GB es et fa fi fil fr fr-CA he hi hr hu id is it ja ko lt lv mk nb nl pl pt-BR
ro ru sk sl sq sr sv sw ta th tr uk ur vi zh zh-Hant""".split()


@settings(deadline=None)  # Babel is loaded on the way
@given(
    st.dates(date(1990, 1, 2), date(2100, 1, 1)),
    st.sampled_from(LOCALES),
    st.sampled_from(["medium", "long", "full"]),
)
def test_a_date_of_any_language_is_the_same_day_again(day: date, locale: str, width: str) -> None:
    written = format_date(day, width, locale=Locale.parse(locale, sep="-"))

    found = parse_timestamp(written, Habit(locale))

    assert found is not None
    assert day == found.date()


@settings(deadline=None)
@given(
    st.dates(date(1990, 1, 2), date(2100, 1, 1)), st.sampled_from(LOCALES), st.sampled_from(["long", "full"])
)
def test_without_its_language_it_is_the_same_day_or_none(day: date, locale: str, width: str) -> None:
    written = format_date(day, width, locale=Locale.parse(locale, sep="-"))

    found = parse_timestamp(written)

    assert found is None or day == found.date()


def test_our_tables_and_the_cldr_mean_the_same_months() -> None:
    known = {word: number for code in USUAL for word, number in calendar_words(code).months.items()}
    ours = {
        _key(name): number
        for one in every_language()
        for number, names in enumerate(one.months, 1)
        for name in names
    }

    differing = {word for word, number in ours.items() if known.get(word, number) != number}

    assert differing == _ELSEWHERE_ANOTHER
