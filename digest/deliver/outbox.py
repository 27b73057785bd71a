"""What ``deliver`` asks of whoever remembers the copies. The store answers it; a test may too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from digest.models import Delivery, DeliveryState


class Outbox(Protocol):
    """The copies of every edition: pending → claimed → inflight → how it ended."""

    def enqueue(self, copies: Sequence[Delivery], now: datetime) -> int:
        """Add a pending row for each copy that has none; says how many were added."""
        ...

    def claim(
        self, edition: str, holder: str, limit: int, now: datetime, lease: timedelta
    ) -> tuple[Delivery, ...]:
        """Copies that may be sent now, for this holder alone until the lease runs out."""
        ...

    def record(
        self, copies: Sequence[Delivery], holder: str, now: datetime, lease: timedelta
    ) -> tuple[Delivery, ...]:
        """Write these states in one transaction; returns the copies that were refused."""
        ...

    def expire(self, edition: str, now: datetime) -> tuple[Delivery, ...]:
        """Take back what dead holders had; returns the copies that became uncertain."""
        ...

    def counts(self, edition: str) -> dict[DeliveryState, int]:
        """How many copies are in each state."""
        ...

    def rows(self, edition: str, states: Collection[DeliveryState] = ()) -> tuple[Delivery, ...]:
        """The copies in these states, or all."""
        ...
