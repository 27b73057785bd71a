"""Whether this machine's clock is right, by the ``Date`` of the servers that answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from statistics import median

from digest.models import Problem
from digest.text.plurals import pluralise

MAX_SKEW = timedelta(minutes=30)
"""Farthest from the servers' time that a clock is taken for right: servers are off by minutes, time zones by this and more."""

MIN_HOSTS = 2
"""Hosts whose median counts: the clock of one server is no evidence against ours."""


def server_offset(headers: Mapping[str, str], clock: datetime) -> timedelta | None:
    """How far a server is ahead of this machine's ``clock``, by its Date and Age (RFC 9110, 6.6.1; RFC 9111, 5.1).

    ``headers`` have names in lower case. None without a date that can be read.
    """
    try:
        date = parsedate_to_datetime(headers["date"])
        date = date if date.tzinfo else date.replace(tzinfo=UTC)
        age = headers.get("age", "0").strip()
        return date + timedelta(seconds=int(age) if age.isdecimal() else 0) - clock
    except (KeyError, ValueError, TypeError, OverflowError):
        return None


def clock_problem(offsets: Mapping[str, timedelta]) -> Problem | None:
    """The Problem of a clock that is wrong, by how far each host is ahead of it; None if it is right or nobody knows."""
    if len(offsets) < MIN_HOSTS:
        return None
    offset = timedelta(seconds=median(offset.total_seconds() for offset in offsets.values()))
    if abs(offset) <= MAX_SKEW:
        return None
    direction = "behind" if offset > timedelta(0) else "ahead of"
    reason = (
        f"This machine's clock is about {_rounded(abs(offset))} {direction} the servers of {pluralise(len(offsets), 'site')}, so what "
        "is of today cannot be told. Set the clock, for instance with `timedatectl set-ntp true`, then run this again."
    )
    return Problem("collect", "clock", reason)


def _rounded(offset: timedelta) -> str:
    hours = round(offset.total_seconds() / 3600)
    return pluralise(hours, "hour") if hours else pluralise(round(offset.total_seconds() / 60), "minute")
