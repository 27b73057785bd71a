"""When an edition is due, and a clock that ticks until it is told to stop.

A slot is the moment at which an edition is due. It is computed afresh at every tick and remembered nowhere but
in the store, where it is claimed once: two programs, a restart and a machine that slept need no other care.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from types import FrameType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import schedule

from digest.models import Preferences
from digest.settings import Day, ScheduleSettings

PATIENCE = timedelta(hours=12)
"""How late an edition may come. A machine that was off at the time makes it when it is back; past this the
morning's news is not wanted any more, and the next slot counts."""

OVERLAP = timedelta(hours=2)
"""How much further back than the edition before an edition looks: feeds are late, and what was told is known."""

TICK = 20
"""Seconds between two looks at the clock."""

_DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def due_slot(now: datetime, settings: ScheduleSettings, zone: ZoneInfo) -> datetime | None:
    """The latest slot that is not in the future and not over ``PATIENCE`` old; None if there is none.

    The answer is in UTC. A time that the clocks skip in spring is taken as if they had not changed yet (02:30
    becomes 03:30 summer time); of a time that comes twice in autumn, the first counts. Both happen once.
    """
    slot = last_slot(now, settings, zone)
    return slot if now - slot < PATIENCE else None


def last_slot(now: datetime, settings: ScheduleSettings, zone: ZoneInfo) -> datetime:
    """The last slot that is not in the future, however old, in UTC."""
    today = now.astimezone(zone).date()
    candidates = (_slot(today - timedelta(days=ago), settings, zone) for ago in range(9))
    return next(slot for slot in candidates if slot and slot <= now)


def next_slot(now: datetime, settings: ScheduleSettings, zone: ZoneInfo) -> datetime:
    """The first slot after ``now``, in UTC."""
    today = now.astimezone(zone).date()
    candidates = (_slot(today + timedelta(days=ahead), settings, zone) for ahead in range(9))
    return next(slot for slot in candidates if slot and slot > now)


def window_hours(now: datetime, settings: ScheduleSettings, zone: ZoneInfo) -> int:
    """How far back the edition of this time has to look: to the slot before its own, and ``OVERLAP`` more.

    Its own slot is the one that is due, else the next one.
    """
    slot = due_slot(now, settings, zone) or next_slot(now, settings, zone)
    before = last_slot(slot - timedelta.resolution, settings, zone)
    return ceil((slot - before + OVERLAP) / timedelta(hours=1))


def departure(
    day: date, preferences: Preferences, settings: ScheduleSettings, zone: ZoneInfo
) -> datetime | None:
    """When a reader's copy of that day's edition may leave, in UTC; None if it is none of the reader's days.

    That is the hour of the schedule in the time zone that the reader chose, or in ``zone``, that of the digest. The day
    is that of the edition, wherever the reader is. A copy that is made later leaves when it is made.
    """
    name = _DAYS[day.weekday()]
    wanted = {"daily": _DAYS, "weekdays": _DAYS[:5]}.get(preferences.days, (preferences.days,))
    if name not in wanted:
        return None
    return moment(day, settings.at, _zone(preferences.timezone) or zone)


def moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """That time of that day in UTC; where the clocks change it is what ``due_slot`` says."""
    # fold=0: in a gap it is the offset from before the change, in a repeated hour the first of the two.
    return datetime.combine(day, at.replace(fold=0), zone).astimezone(UTC)


def tick_forever(job: Callable[[], object], wait: Callable[[float], bool] | None = None) -> None:
    """Call ``job`` now and every ``TICK`` seconds until SIGTERM or SIGINT.

    Between two calls a signal ends it; during one it raises KeyboardInterrupt there, as in any command, so that the job
    ends as it would by itself. ``wait`` sleeps for some seconds and says whether it is time to stop.
    """
    ticker = schedule.Scheduler()
    ticker.every(TICK).seconds.do(job)
    sleep = wait or threading.Event().wait
    with _interrupted_by_signals():
        ticker.run_all()
        while not _told_to_stop(sleep, max(ticker.idle_seconds or 0, 0)):
            ticker.run_pending()


def _told_to_stop(sleep: Callable[[float], bool], seconds: float) -> bool:
    try:
        return sleep(seconds)
    except KeyboardInterrupt:
        return True


def _slot(day: date, settings: ScheduleSettings, zone: ZoneInfo) -> datetime | None:
    if _DAYS[day.weekday()] not in settings.days:
        return None
    return moment(day, settings.at, zone)


def _zone(name: str) -> ZoneInfo | None:
    """The time zone of that name; None if there is none, as for one that this machine does not know any more."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@contextmanager
def _interrupted_by_signals() -> Iterator[None]:
    """SIGINT raises KeyboardInterrupt, even where it was ignored before, and SIGTERM does what SIGINT does."""

    def terminate(_number: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGINT)

    before = {
        signal.SIGTERM: signal.signal(signal.SIGTERM, terminate),
        signal.SIGINT: signal.signal(signal.SIGINT, signal.default_int_handler),
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
