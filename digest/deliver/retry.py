"""What follows from one try: the copy is settled, or it waits, or it is uncertain. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from digest.deliver.smtp.session import Outcome
from digest.models import Delivery

BACKOFF = timedelta(minutes=2)
BACKOFF_MOST = timedelta(hours=1)
TRIES = 16
"""With the pauses above the last try is about ten hours after the first; yesterday's news is not sent on."""


def departing(copy: Delivery) -> Delivery:
    """The copy as it is written down before its bytes leave."""
    return replace(copy, state="inflight", attempts=copy.attempts + 1, reply="")


def ended(copy: Delivery, outcome: Outcome, now: datetime) -> Delivery:
    """The copy after one try.

    A relay that refuses the sender or drops the line says nothing about this reader: the first time such a
    copy waits for nothing, later it backs off like one that was put off, as it may be what breaks the line.
    """
    match outcome.ending:
        case "stopped":
            return replace(copy, state="pending", attempts=copy.attempts - 1, reply=outcome.reply, due=now)
        case "sent" | "failed" | "uncertain" as settled:
            return replace(copy, state=settled, reply=outcome.reply)
        case "refused":
            return replace(copy, state="failed", reply=outcome.reply)
        case "unsent" if copy.attempts == 1:
            return replace(copy, state="pending", reply=outcome.reply, due=now)
    if copy.attempts >= TRIES:
        return replace(copy, state="failed", reply=f"given up after {TRIES} tries: {outcome.reply}")
    pause: timedelta = min(BACKOFF * 2 ** (copy.attempts - 1), BACKOFF_MOST)
    return replace(copy, state="deferred", reply=outcome.reply, due=now + pause)
