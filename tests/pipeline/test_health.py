"""When an edition counts as late, what has to be there, and what is told of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from digest.models import FeedCondition, LatestEdition, OperatingFigures
from digest.pipeline.health import (
    Check,
    Health,
    HealthWatch,
    feed_counts,
    health_json,
    late_slot,
    ready_checks,
)
from digest.settings import ClockReview, FeedSettings, Settings, TopicSettings, WebSettings
from digest.store import open_store
from tests.make import NOW

SLOT = NOW  # 06:30 UTC is the hour of the schedule
LATER = SLOT + timedelta(hours=2)
FEED = FeedSettings(name="The Herald", url="https://the-herald.example/feed.xml")
SETTINGS = Settings(feeds=(FEED,), topics=(TopicSettings(name="Budget", words=("budget",)),))
LONG_AGO = SLOT - timedelta(days=30)


def figures(**values: Any) -> OperatingFigures:
    usual = {"schema": 6, "known_schema": 6, "known_since": LONG_AGO, "has_key": True, "subscribers": 3}
    return OperatingFigures(**{**usual, **values})


def latest(day: date, *, sent: bool) -> LatestEdition:
    return LatestEdition(str(day), day, SLOT, 1, "open", sent)


@pytest.mark.parametrize(
    ("known", "now", "late"),
    [
        (figures(), LATER, SLOT),
        (figures(), SLOT + timedelta(minutes=59), None),
        (figures(finished=frozenset({SLOT})), LATER, None),
        (figures(finished=frozenset({SLOT - timedelta(days=1)})), LATER, SLOT),
        (figures(latest=latest(SLOT.date(), sent=True)), LATER, None),
        (figures(latest=latest(SLOT.date(), sent=False)), LATER, SLOT),
        (figures(latest=latest(date(2026, 3, 1), sent=True)), LATER, SLOT),
        (figures(subscribers=0), LATER, None),
        (figures(known_since=SLOT + timedelta(minutes=1)), LATER, None),
        (figures(), SLOT + timedelta(hours=20), SLOT),
    ],
)
def test_an_edition_is_late_an_hour_after_its_slot_where_somebody_waits_for_it(
    known: OperatingFigures, now: datetime, late: datetime | None
) -> None:
    assert late == late_slot(known, SETTINGS, now)


def test_the_time_to_read_an_edition_counts_before_it_is_late() -> None:
    reviewed = SETTINGS.model_copy(update={"review": ClockReview(until=time(8), then="send")})

    assert [None, SLOT] == [late_slot(figures(), reviewed, SLOT + timedelta(hours=h)) for h in (2, 3)]


def test_what_is_missing_is_said_with_what_to_do() -> None:
    public = SETTINGS.model_copy(update={"web": WebSettings(url="https://post.morning.example")})
    late = "The edition that was due 2026-03-02 06:30 UTC has not gone out. Look at `digest status` and at what `digest run` says."

    assert (
        Check("store", True, "It can be read."),
        Check("migrations", True, "The database has schema 6."),
        Check("keys", False, "No key signs readers' links yet; `digest serve` makes one."),
        Check("edition", False, late),
    ) == ready_checks(figures(has_key=False), public, LATER)


def test_feeds_are_counted_by_how_they_do_and_old_ones_are_not() -> None:
    urls = ["https://a.example/f", "https://b.example/f", "https://c.example/f", "https://d.example/f"]
    settings = SETTINGS.model_copy(update={"feeds": tuple(FeedSettings(name=u, url=u) for u in urls)})
    known = (
        FeedCondition(urls[0], NOW, None, None, NOW),
        FeedCondition(urls[1], None, NOW, None, NOW),
        FeedCondition(urls[2], None, NOW, NOW, NOW),
        FeedCondition("https://former.example/f", NOW, None, None, NOW),
    )

    assert {"read": 1, "failing": 1, "gone": 1, "unasked": 1} == feed_counts(figures(feeds=known), settings)


def test_a_store_that_cannot_be_read_is_a_check_that_failed(tmp_path: Path) -> None:
    watch = HealthWatch(lambda: open_store(f"sqlite:///{tmp_path}/nowhere/digest.db"), SETTINGS, lambda: NOW)
    health = watch.look()

    assert (False, None, ["store"]) == (health.ready, health.figures, [c.name for c in health.checks])
    assert {"ready", "checks", "next_edition"} == health_json(health, SETTINGS).keys()


def test_a_store_that_comes_back_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    watch = HealthWatch(lambda: open_store(f"sqlite:///{folder}/digest.db"), SETTINGS, lambda: NOW)
    before = watch.look().ready
    folder.mkdir()
    after = watch.look().ready
    watch.close()

    assert (False, True) == (before, after)


def test_the_json_of_an_empty_store_is_whole(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        known = store.operations.figures(NOW)
    told = health_json(Health((), datetime(2026, 3, 3, 6, 30, tzinfo=UTC), known), SETTINGS)

    assert {
        "ready": True,
        "checks": [],
        "next_edition": "2026-03-03T06:30:00+00:00",
        "schema": known.schema,
        "latest_edition": None,
        "editions": {},
        "copies": {},
        "queued_since": None,
        "bounces": {},
        "subscribers": 0,
        "signups": {},
        "feeds": {"read": 0, "failing": 0, "gone": 0, "unasked": 1},
        "spent_today": {"tokens": 0, "dollars": 0.0},
    } == told


def test_a_last_slot_is_found_whatever_the_days_of_the_schedule() -> None:
    weekly = SETTINGS.model_copy(update={"schedule": SETTINGS.schedule.model_copy(update={"days": ("mon",)})})

    assert SLOT == late_slot(figures(), weekly, SLOT + timedelta(days=6))


def test_a_database_that_a_newer_program_has_changed_makes_this_one_unready() -> None:
    said = "The database has schema 7, this program knows 6: stop it and start the newer one."
    assert Check("migrations", False, said) in ready_checks(figures(schema=7), SETTINGS, SLOT)
