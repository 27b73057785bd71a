"""When an edition is due: every day once, whatever the clocks and the machine do."""

from __future__ import annotations

import os
import signal
import threading
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.models import Frequency, Preferences
from digest.schedule import PATIENCE, departure, due_slot, next_slot, tick_forever, window_hours
from digest.settings import Day, ScheduleSettings

BERLIN = ZoneInfo("Europe/Berlin")
HOUR = timedelta(hours=1)
EVERY_DAY: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def _at(text: str, *days: Day) -> ScheduleSettings:
    return ScheduleSettings(at=time.fromisoformat(text), days=days or EVERY_DAY)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-01-15T05:29:59", None),
        ("2026-01-15T05:30:00", "2026-01-15T05:30:00"),
        ("2026-01-15T17:29:59", "2026-01-15T05:30:00"),
        ("2026-01-15T17:30:00", None),
    ],
)
def test_a_slot_is_due_from_its_minute_on_until_it_is_too_late(now: str, expected: str | None) -> None:
    assert due_slot(_utc(now), _at("06:30"), BERLIN) == (_utc(expected) if expected else None)


def test_a_slot_missed_before_midnight_is_due_after_it() -> None:
    assert due_slot(_utc("2026-01-15T02:00"), _at("23:00"), BERLIN) == _utc("2026-01-14T22:00")


def test_a_day_without_an_edition_has_no_slot() -> None:
    saturday = _utc("2026-01-17T08:00")
    weekdays = _at("06:30", "mon", "tue", "wed", "thu", "fri")
    assert due_slot(saturday, weekdays, BERLIN) is None
    assert next_slot(saturday, weekdays, BERLIN) == _utc("2026-01-19T05:30")


def test_a_time_that_the_clocks_skip_in_spring_comes_once_an_hour_later_by_the_clock() -> None:
    slots = _slots_of(_utc("2026-03-28T00:00"), _utc("2026-03-31T00:00"), _at("02:30"))
    assert slots == [_utc("2026-03-28T01:30"), _utc("2026-03-29T01:30"), _utc("2026-03-30T00:30")]


def test_a_time_that_comes_twice_in_autumn_counts_once() -> None:
    slots = _slots_of(_utc("2026-10-24T00:00"), _utc("2026-10-26T23:00"), _at("02:30"))
    assert slots == [_utc("2026-10-24T00:30"), _utc("2026-10-25T00:30"), _utc("2026-10-26T01:30")]


def _slots_of(start: datetime, end: datetime, settings: ScheduleSettings) -> list[datetime]:
    """The slots that somebody who looks at the clock every ten minutes sees, each as often as it is new."""
    seen: list[datetime] = []
    while start < end:
        slot = due_slot(start, settings, BERLIN)
        if slot and slot not in seen:
            seen.append(slot)
        start += HOUR / 6
    return seen


@given(
    hours=st.integers(0, 24 * 365 * 20),
    at=st.times().map(lambda moment: moment.replace(second=0, microsecond=0)),
    zone=st.sampled_from(["UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"]),
)
def test_a_slot_is_due_when_the_next_one_has_come(hours: int, at: time, zone: str) -> None:
    now, settings = _utc("2020-01-01T00:07") + hours * HOUR, ScheduleSettings(at=at, days=EVERY_DAY)
    coming = next_slot(now, settings, ZoneInfo(zone))
    assert now < coming <= now + timedelta(hours=49)
    assert due_slot(coming, settings, ZoneInfo(zone)) == coming
    assert due_slot(coming + PATIENCE - HOUR / 60, settings, ZoneInfo(zone)) == coming


def test_ticking_calls_the_job_at_once_and_ends_when_told() -> None:
    calls: list[int] = []
    tick_forever(lambda: calls.append(1), wait=lambda _seconds: True)
    assert calls == [1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_ticking_cleanly_and_gives_the_handlers_back(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    threading.Timer(0.2, os.kill, [os.getpid(), number]).start()
    tick_forever(lambda: None)
    assert signal.getsignal(number) == before


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("", "2026-03-02T05:30:00"),
        ("Asia/Tokyo", "2026-03-01T21:30:00"),
        ("America/New_York", "2026-03-02T11:30:00"),
        ("Nowhere/Left", "2026-03-02T05:30:00"),
        ("../../etc/passwd", "2026-03-02T05:30:00"),
    ],
)
def test_a_copy_may_leave_at_the_hour_of_its_reader_on_the_day_of_the_edition(
    zone: str, expected: str
) -> None:
    leaves = departure(date(2026, 3, 2), Preferences(timezone=zone), _at("06:30"), BERLIN)
    assert leaves == _utc(expected)


@pytest.mark.parametrize(
    ("days", "expected"),
    [("daily", "1111111"), ("weekdays", "1111100"), ("mon", "1000000"), ("sun", "0000001")],
)
def test_a_copy_comes_on_the_days_that_were_chosen(days: Frequency, expected: str) -> None:
    week = [date(2026, 3, 2) + timedelta(days=ahead) for ahead in range(7)]
    leaves = [departure(day, Preferences(days=days), _at("06:30"), BERLIN) for day in week]
    assert "".join(str(int(moment is not None)) for moment in leaves) == expected


def test_on_the_day_that_the_clocks_change_a_copy_leaves_once_at_the_hour_that_there_is() -> None:
    spring, autumn = date(2026, 3, 29), date(2026, 10, 25)
    leaves = [
        departure(day, Preferences(timezone="Europe/Berlin"), _at("02:30"), BERLIN)
        for day in (spring, autumn)
    ]
    assert leaves == [_utc("2026-03-29T01:30:00"), _utc("2026-10-25T00:30:00")]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_during_a_job_interrupts_it_and_gives_the_handlers_back(number: signal.Signals) -> None:
    before = signal.getsignal(number)
    reached: list[str] = []

    def job() -> None:
        reached.append("begun")
        signal.raise_signal(number)
        reached.append("done")

    with pytest.raises(KeyboardInterrupt):
        tick_forever(job)
    assert (["begun"], before) == (reached, signal.getsignal(number))


@pytest.mark.parametrize(
    ("days", "now", "expected"),
    [
        (EVERY_DAY, "2026-03-02T06:00", 26),
        (("sun",), "2026-03-01T06:00", 170),
        (("sun",), "2026-03-04T12:00", 170),
        (("mon", "tue", "wed", "thu", "fri"), "2026-03-02T06:00", 74),
        (("mon", "tue", "wed", "thu", "fri"), "2026-03-03T06:00", 26),
        (("sun",), "2026-03-29T06:00", 169),
    ],
)
def test_the_window_reaches_back_to_the_edition_before(
    days: tuple[Day, ...], now: str, expected: int
) -> None:
    assert expected == window_hours(_utc(now), ScheduleSettings(at=time(6, 30), days=days), BERLIN)
