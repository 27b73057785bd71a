"""Who gets it, and what became of each copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DeliveryState = Literal[
    "pending", "claimed", "inflight", "sent", "deferred", "failed", "suppressed", "uncertain"
]


Frequency = Literal["daily", "weekdays", "mon", "tue", "wed", "thu", "fri", "sat", "sun"]
"""The days on which a reader wants a copy: all, Monday to Friday, or one day of the week."""

WhenNoMatch = Literal["nothing", "lead"]
"""What a reader wants on a day that has nothing in their topics: no copy, or the day's leading stories."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a reader chose; what is left empty is as the digest has it."""

    topics: tuple[str, ...] = ()
    """Names of topics; none means all, those of later days too."""
    days: Frequency = "daily"
    language: str = ""
    """Language of what stands around the news."""
    timezone: str = ""
    """Name of the time zone in which the hour of the schedule counts, such as Asia/Tokyo."""
    quiet: WhenNoMatch = "nothing"


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who asked for the digest."""

    address: str
    since: datetime
    active: bool = True
    preferences: Preferences = Preferences()


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one copy: an edition for one address, with the relay's last word."""

    edition_id: str
    address: str
    state: DeliveryState
    message_id: str
    attempts: int = 0
    reply: str = ""
    at: datetime | None = None
    due: datetime | None = None
    """When it may be tried next, for a copy that is pending or deferred."""
    variant: str = ""
    """Which variant of the edition it is; empty for the whole."""


BounceKind = Literal["blocked", "unreachable", "soft", "hard", "complaint"]
"""``blocked``: the sender, the message or the route was the reason, so it never counts against the reader; ``unreachable``:
nobody answered, which counts if it goes on for weeks."""


@dataclass(frozen=True, slots=True)
class Bounce:
    """A copy that came back: for a fault that is not the reader's (blocked), because nobody answered (unreachable), put off or not wanted now (soft), refused for
    good (hard), or complained about."""

    edition_id: str
    address: str
    kind: BounceKind
    words: str
    """The receiver's reason."""
    at: datetime


@dataclass(frozen=True, slots=True)
class UnrecognisedBounce:
    """A mail among the bounces that no program understands, kept for a person to look at."""

    id: str
    """SHA-256 of the mail."""
    sender: str
    subject: str
    reason: str
    at: datetime
