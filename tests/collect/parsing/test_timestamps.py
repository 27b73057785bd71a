from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.timestamps import parse_timestamp

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
        "2026-03-02 14:05", timezone(timedelta(hours=2))
    )


@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001 - made aware below
def test_every_moment_survives_rfc_3339(moment: datetime) -> None:
    whole = moment.replace(microsecond=0, tzinfo=UTC)

    assert whole == parse_timestamp(whole.isoformat())


@given(st.text(max_size=60))
def test_no_text_breaks_the_parser(text: str) -> None:
    found = parse_timestamp(text)

    assert found is None or found.tzinfo == UTC
