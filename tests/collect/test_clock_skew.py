"""A machine whose clock is wrong is told so, by the dates of the servers that answer."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from digest.collect import open_web, read_feeds
from digest.collect.clock_skew import MAX_SKEW, clock_problem, server_offset
from digest.models import Feed
from tests.collect.harness import DAY, LOCAL, Memory, rss
from tests.make import NOW

HOUR = timedelta(hours=1)
MONDAY = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


@pytest.fixture
def other_server() -> Iterator[HTTPServer]:
    with HTTPServer() as server:
        yield server


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"date": "Mon, 02 Mar 2026 06:30:00 GMT"}, timedelta(0)),
        ({"date": "Mon, 02 Mar 2026 08:30:00 GMT"}, 2 * HOUR),
        ({"date": "Mon, 02 Mar 2026 05:30:00 GMT", "age": "3600"}, timedelta(0)),
        ({"date": "Mon, 02 Mar 2026 07:30:00 +0200"}, -HOUR),
        ({"date": "Mon, 02 Mar 2026 06:30:00 GMT", "age": "soon"}, timedelta(0)),
        ({"date": "yesterday"}, None),
        ({"date": ""}, None),
        ({}, None),
    ],
)
def test_a_server_is_ahead_by_its_date_and_the_age_of_its_answer(
    headers: dict[str, str], expected: timedelta | None
) -> None:
    assert expected == server_offset(headers, MONDAY)


@given(st.dictionaries(st.sampled_from(["date", "age"]), st.text()))
def test_no_header_of_a_server_raises(headers: dict[str, str]) -> None:
    server_offset(headers, MONDAY)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ([24, 24.1, 23.9], "24 hours behind the servers of 3 sites"),
        ([-24, -24, 0], "24 hours ahead of the servers of 3 sites"),
        ([-0.6, -0.6], "1 hour ahead of the servers of 2 sites"),
        ([24, 0, 0], None),
        ([24], None),
        ([0.4, 0.4], None),
        ([], None),
    ],
)
def test_a_clock_is_wrong_if_most_servers_say_so(hours: list[float], said: str | None) -> None:
    problem = clock_problem({f"site{number}": value * HOUR for number, value in enumerate(hours)})

    assert (said is None) == (problem is None)
    assert problem is None or said in problem.reason  # type: ignore[operator]


@given(st.lists(st.floats(-30, 30), max_size=9))
def test_servers_that_are_off_by_minutes_are_never_taken_for_a_wrong_clock(minutes: list[float]) -> None:
    offsets = {str(number): timedelta(minutes=value) for number, value in enumerate(minutes)}

    assert MAX_SKEW == timedelta(minutes=30)
    assert clock_problem(offsets) is None


def test_a_clock_a_day_ahead_is_one_problem_of_the_collection(
    httpserver: HTTPServer, other_server: HTTPServer
) -> None:
    feeds = []
    for server in (httpserver, other_server):
        server.expect_request("/feed.xml").respond_with_data(rss("<title>Budget</title><link>/a</link>"))
        feeds.append(Feed(server.url_for("/feed.xml"), f"Outlet {server.port}"))

    async def subjects(clock_error: timedelta) -> list[str]:
        cache = Memory()
        async with open_web(
            LOCAL, cache, cache.records, NOW, clock=lambda: datetime.now(UTC) + clock_error
        ) as web:
            return [problem.subject for problem in (await read_feeds(feeds, DAY, web))[1]]

    assert ["clock"] == asyncio.run(subjects(24 * HOUR))
    assert [] == asyncio.run(subjects(timedelta(0)))
