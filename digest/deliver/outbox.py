"""What ``deliver`` asks of whoever remembers the copies. The store answers it; a test may too."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from digest.models import Delivery, DeliveryState


class Outbox(Protocol):
    """The copies of every edition: pending → claimed → inflight → how it ended."""

    def enqueue(self, copies: Sequence[Delivery], now: datetime) -> None:
        """Add a pending row for each copy that has none."""
        ...

    def claim(
        self, edition: str, holder: str, limit: int, now: datetime, lease: timedelta
    ) -> tuple[Delivery, ...]:
        """Copies that may be sent now, for this holder alone until the lease runs out."""
        ...

    def record(
        self, copies: Sequence[Delivery], holder: str, now: datetime, lease: timedelta
    ) -> tuple[Delivery, ...]:
        """Write these states in one transaction; returns the departures that were refused."""
        ...

    def renew(self, holder: str, now: datetime, lease: timedelta) -> None:
        """The holder is alive: its leases run anew."""
        ...

    def release(self, holder: str, now: datetime) -> None:
        """Give back what the holder claimed and did not begin."""
        ...

    def expire(self, edition: str, now: datetime) -> tuple[Delivery, ...]:
        """Take back what dead holders had; returns the copies that became uncertain."""
        ...

    def decide(self, edition: str, addresses: Collection[str], state: DeliveryState, now: datetime) -> int:
        """Settle copies in doubt: ``sent`` leaves them, ``pending`` sends them again; says how many."""
        ...

    def counts(self, edition: str) -> dict[DeliveryState, int]:
        """How many copies are in each state."""
        ...

    def rows(self, edition: str, states: Collection[DeliveryState] = ()) -> tuple[Delivery, ...]:
        """The copies in these states, or all."""
        ...

    def waiting(self, edition: str, now: datetime) -> int:
        """How many copies may be sent now."""
        ...

    def variants(self, edition: str) -> tuple[str, ...]:
        """The variants of the edition of which a copy waits."""
        ...

    def departed_since(self, moment: datetime) -> int:
        """How many copies of any edition were handed to the relay from then on."""
        ...
