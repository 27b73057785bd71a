"""The one who writes for all connections of a walk: what ended and what departs, in one transaction for all.

Every connection has at most one copy on its way, and waits until that is written down before it lets the copy
go. One commit serves as many connections as wait for one, so that a disk that syncs a hundred times a second is
no limit. When the database cannot be written, nothing departs, and what ended is kept until it can.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from queue import Empty, SimpleQueue
from time import monotonic, sleep
from uuid import uuid4

from digest.deliver.outbox import Outbox
from digest.deliver.pace import Pace
from digest.deliver.retries import departing
from digest.errors import StoreError
from digest.models import Delivery

BATCH = 256
"""Copies that are claimed at once."""
PERSISTENCE = 8
"""Times that a write is tried again, after 1, 2, 4 … seconds: a full disk or a lock of about four minutes."""


GATHER = 0.001
"""Seconds between two transactions: more connections join the next one, and others get to write as well."""


@dataclass(frozen=True, slots=True)
class _Request:
    done: Delivery | None
    answer: SimpleQueue[Delivery | None] | None
    """None where the connection ends."""


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Hands out the copies of an edition, and writes down what becomes of them."""

    edition: str
    outbox: Outbox
    clock: Callable[[], datetime]
    lease: timedelta
    pace: Pace
    progress: Callable[[int], None]
    holder: str = field(default_factory=lambda: uuid4().hex)
    interrupted: bool = False
    """Whether the user asked to stop."""
    _requests: SimpleQueue[_Request] = field(default_factory=SimpleQueue)
    _waiting: list[_Request] = field(default_factory=list)
    _claimed: list[Delivery] = field(default_factory=list)
    _closed: bool = False
    _dead: bool = False
    _renewed: float = field(default_factory=monotonic)

    def exchange(self, done: Delivery | None) -> Delivery | None:
        """For a connection: what became of its copy, for the next one, written down as on its way; None to end."""
        answer: SimpleQueue[Delivery | None] = SimpleQueue()
        self._requests.put(_Request(done, answer))
        return None if self._dead else answer.get()

    def leave(self, done: Delivery | None) -> None:
        """For a connection: what became of its copy, and that it takes no more."""
        self._requests.put(_Request(done, None))

    def close(self) -> None:
        """Hand out nothing more; what is on its way may end."""
        self._closed = True

    def serve(self, connections: int) -> None:
        """Answer until that many connections have left; raises StoreError where the outbox stays unwritable."""
        try:
            while connections:
                requests = self._gathered(connections)
                connections -= sum(request.answer is None for request in requests)
                self._waiting += [request for request in requests if request.answer]
                self._write([request.done for request in requests if request.done])
                self._renew()
            self.outbox.release(self.holder, self.clock())
        finally:
            self._abandon()

    def _gathered(self, connections: int) -> list[_Request]:
        """What the connections ask for: all that is there, or what comes within a heartbeat."""
        patience = self.pace.pause() if self._waiting else self.lease.total_seconds() / 4
        requests: list[_Request] = []
        try:
            requests.append(self._requests.get(timeout=max(patience, GATHER)))
            if len(self._waiting) + self._requests.qsize() + 1 < connections:
                sleep(GATHER)
            while True:
                requests.append(self._requests.get_nowait())
        except Empty:
            return requests
        except KeyboardInterrupt:
            # What is on its way is let end and written down: stopping leaves no copy in doubt.
            self.interrupted = self._closed = True
            return requests

    def _write(self, done: list[Delivery]) -> None:
        """Write the endings, and let as many copies depart as connections wait and the pace allows."""
        while done or self._waiting:
            allowed = 0 if self._closed else self.pace.allowed(len(self._waiting))
            leaving = [departing(copy) for copy in self._taken(allowed)]
            refused = set(self._recorded(done + leaving)) if done or leaving else set()
            self.progress(len(done))
            self.pace.spend(len(leaving) - len(refused))
            for copy in leaving:
                if copy not in refused:
                    self._hand_out(copy)
            if not leaving and not done:
                if allowed or self._closed or self.pace.exhausted:
                    self._send_home()
                break
            done = []

    def _taken(self, wanted: int) -> list[Delivery]:
        if wanted and not self._claimed:
            claim = partial(self.outbox.claim, self.edition, self.holder, BATCH)
            self._claimed = list(reversed(self._patiently(claim)))
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

    def _hand_out(self, copy: Delivery) -> None:
        answer = self._waiting.pop(0).answer
        assert answer is not None
        answer.put(copy)

    def _send_home(self) -> None:
        for request in self._waiting:
            if request.answer:
                request.answer.put(None)
        self._waiting = []

    def _abandon(self) -> None:
        """No connection waits for an answer that cannot come."""
        self._dead = True
        with suppress(Empty):
            while True:
                self._waiting.append(self._requests.get_nowait())
        self._send_home()

    def _renew(self) -> None:
        if monotonic() - self._renewed > self.lease.total_seconds() / 4:
            self.outbox.renew(self.holder, self.clock(), self.lease)
            self._renewed = monotonic()
