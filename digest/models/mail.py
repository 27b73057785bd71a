"""Who gets it, and what became of each copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

DeliveryState = Literal[
    "pending", "claimed", "inflight", "sent", "deferred", "failed", "suppressed", "uncertain"
]


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who asked for the digest."""

    address: str
    since: datetime
    active: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one copy: an edition for one address, with the relay's last word."""

    edition: str
    address: str
    state: DeliveryState
    message_id: str
    attempts: int = 0
    reply: str = ""
    at: datetime | None = None
    due: datetime | None = None
    """When it may be tried next, for a copy that is pending or deferred."""
