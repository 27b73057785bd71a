"""Whether an edition may go out: what was decided, and the clock where nothing was."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from digest.pipeline.editorial import Decision, decide, reason
from digest.settings import ClockReview, Review, ScheduleSettings
from digest.store.editions import EditionRow
from tests.render.editions import settings

EARLY = ScheduleSettings(at=time(1))
BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 3, 2)
SEND, SKIP = ClockReview(until=time(6, 15), then="send"), ClockReview(until=time(6, 15), then="skip")


def at(hour: int, minute: int = 0, day: date = DAY, fold: int = 0) -> datetime:
    """That time on the clocks of Berlin."""
    return datetime.combine(day, time(hour, minute, fold=fold), BERLIN).astimezone(UTC)


SIX = at(6)


def decided(review: Review, now: datetime = SIX, day: date = DAY, **fields: Any) -> Decision:
    return decide(
        EditionRow("x", day, now, **fields), settings(review=review, timezone=BERLIN, schedule=EARLY), now
    )


@pytest.mark.parametrize(
    ("review", "standing", "expected"),
    [
        ("none", "open", "go"),
        ("none", "held", "wait"),
        ("none", "approved", "go"),
        ("required", "open", "wait"),
        ("required", "held", "wait"),
        ("required", "approved", "go"),
        (SEND, "approved", "go"),
        (SKIP, "approved", "go"),
    ],
)
def test_what_was_decided_counts(review: Review, standing: str, expected: str) -> None:
    assert expected == decided(review, standing=standing)


def test_the_clock_decides_where_nobody_did() -> None:
    times = (at(6, 14), at(6, 15), at(23, 59))

    assert ["wait", "go", "go"] == [decided(SEND, now) for now in times]
    assert ["wait", "skip", "skip"] == [decided(SKIP, now) for now in times]


def test_what_is_held_waits_past_the_time() -> None:
    assert ["wait", "wait"] == [decided(review, at(9), standing="held") for review in (SEND, SKIP)]


def test_what_is_on_its_way_is_not_stopped_half_way() -> None:
    assert ["go", "go"] == [decided(review, at(9), sent=True) for review in ("required", SKIP)]


def test_a_time_that_the_clocks_skip_is_an_hour_later_on_them() -> None:
    spring, review = date(2026, 3, 29), ClockReview(until=time(2, 30), then="send")

    assert ["wait", "go"] == [decided(review, at(3, m, spring), spring) for m in (29, 30)]


def test_of_a_time_that_comes_twice_the_first_counts() -> None:
    autumn, review = date(2026, 10, 25), ClockReview(until=time(2, 30), then="send")

    assert ["wait", "go", "go"] == [
        decided(review, now, autumn)
        for now in (at(2, 29, autumn), at(2, 30, autumn), at(2, 0, autumn, fold=1))
    ]


def test_the_reason_says_what_to_do_and_what_the_clock_will_do() -> None:
    def told(review: Review, now: datetime = SIX, **fields: Any) -> str:
        return reason(
            EditionRow("x", DAY, now, **fields), settings(review=review, timezone=BERLIN, schedule=EARLY), now
        )

    what_to_do = "`digest edit x` shows it, `digest edit x --approve` approves it."
    assert "" == told("none")
    assert f"The edition x waits to be approved. {what_to_do}" == told("required")
    assert f"The edition x waits to be approved and at 06:15 goes out by itself. {what_to_do}" == told(SEND)
    assert f"The edition x waits to be approved and at 06:15 is skipped. {what_to_do}" == told(SKIP)
    assert f"The edition x is held. {what_to_do}" == told(SEND, standing="held")
    assert f"The edition x was not approved by 06:15 and does not go out. {what_to_do}" == told(SKIP, at(7))
