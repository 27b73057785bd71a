"""What ``deliver`` asks of what remembers the copies. The store answers it; a test may too."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from time import monotonic, sleep
from typing import Protocol
from uuid import uuid4

from digest.deliver.rate_limit import RateLimiter
from digest.deliver.retry import departing
from digest.errors import StoreError
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
        """Settle uncertain copies: ``sent`` leaves them, ``pending`` sends them again; says how many."""
        ...

    def reopen(self, edition: str, addresses: Collection[str], now: datetime, due: datetime) -> None:
        """Put copies off that were refused, to be tried again from ``due`` on."""
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


BATCH = 256
"""Copies that are claimed at once."""
PERSISTENCE = 8
"""Times that a write is tried again, after 1, 2, 4 … seconds: a full disk or a lock of about four minutes."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Hands out the copies of an edition, and writes down what becomes of them."""

    edition_id: str
    outbox: Outbox
    clock: Callable[[], datetime]
    lease: timedelta
    pace: RateLimiter
    progress: Callable[[int], None]
    holder: str = field(default_factory=lambda: uuid4().hex)
    over: bool = False
    """Whether there was nothing to hand out when somebody last asked, or never will be."""
    _claimed: list[Delivery] = field(default_factory=list)
    _closed: bool = False
    _renewed: float = field(default_factory=monotonic)

    def close(self) -> None:
        """Hand out nothing more; what is on its way may end."""
        self._closed = self.over = True

    @property
    def closed(self) -> bool:
        """Whether nothing is handed out any more, whatever comes back."""
        return self._closed or self.pace.exhausted

    def exchange(self, done: Sequence[Delivery], wanted: int) -> tuple[Delivery, ...]:
        """What became of some copies, for up to that many others, which are written down as on their way.

        Fewer where the pace allows no more now, or where it is ``over``. Raises StoreError if the outbox stays
        unwritable.
        """
        allowed = 0 if self._closed else self.pace.allowed(wanted)
        leaving = [departing(copy) for copy in self._taken(allowed)]
        refused = set(self._recorded([*done, *leaving])) if done or leaving else set()
        departed = tuple(copy for copy in leaving if copy not in refused)
        if done:
            self.progress(len(done))
        self.pace.spend(len(departed))
        self.over = self.closed or len(leaving) < allowed
        self._renew()
        return departed

    def settle(self, done: Sequence[Delivery]) -> None:
        """Write down what became of the last copies, without patience. Raises StoreError."""
        self.outbox.record(done, self.holder, self.clock(), self.lease)

    def release(self) -> None:
        """Give back what was claimed and did not depart."""
        self.outbox.release(self.holder, self.clock())

    def _taken(self, wanted: int) -> list[Delivery]:
        if len(self._claimed) < wanted:
            claim = partial(self.outbox.claim, self.edition_id, self.holder, BATCH)
            self._claimed = [*reversed(self._patiently(claim)), *self._claimed]
        return [self._claimed.pop() for _ in range(min(wanted, len(self._claimed)))]

    def _recorded(self, copies: list[Delivery]) -> tuple[Delivery, ...]:
        return self._patiently(partial(self.outbox.record, copies, self.holder))

    def _patiently(
        self, write: Callable[[datetime, timedelta], tuple[Delivery, ...]]
    ) -> tuple[Delivery, ...]:
        """Write again and again: what the relay has said is known nowhere else."""
        for again in range(PERSISTENCE):
            try:
                return write(self.clock(), self.lease)
            except StoreError:
                sleep(2**again)
        return write(self.clock(), self.lease)

    def _renew(self) -> None:
        if monotonic() - self._renewed > self.lease.total_seconds() / 4:
            self._renewed = monotonic()
            # Missed once it is early enough the next time, and no reason to let go of what has just departed.
            with suppress(StoreError):
                self.outbox.renew(self.holder, self.clock(), self.lease)
