"""Connections to the relay, each with one copy at a time, as many as the relay bears."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock, Thread
from time import sleep

from digest.deliver.addresses import Mailbox, parse_address
from digest.deliver.ledger import Ledger
from digest.deliver.relay import Relay
from digest.deliver.retries import ended
from digest.deliver.smtp import Connection, Outcome
from digest.errors import RelayError
from digest.models import Delivery

PATIENCE = 5
"""Times that the last connection is opened anew without success in between, after 2, 4, 8 … seconds."""

Write = Callable[[Mailbox, Delivery], bytes]


@dataclass(slots=True, kw_only=True)
class Pool:
    """The connections of one walk. A relay that says 421 or drops lines gets fewer of them."""

    relay: Relay
    ledger: Ledger
    sender: Callable[[Delivery], Mailbox]
    """Where a copy comes back to: its envelope sender."""
    write: Write
    """Makes the bytes of a copy."""
    clock: Callable[[], datetime]
    pause: Callable[[float], None] = sleep
    sent: int = 0
    stopped: str = ""
    """The relay's words where it refuses the sender or cannot be reached any more."""
    refused: list[Delivery] = field(default_factory=list)
    """Copies whose recipient the relay refuses for good."""
    _size: int = 0
    _lock: Lock = field(default_factory=Lock)

    def run(self, size: int) -> None:
        """Send all that the ledger hands out over up to ``size`` connections.

        Raises RelayError where not even one can be opened, and what the ledger raises.
        """
        first = self.relay.connect()
        self._size = size
        threads = [Thread(target=self._work, args=(first if i == 0 else None,)) for i in range(size)]
        for thread in threads:
            thread.start()
        try:
            self.ledger.serve(size)
        finally:
            for thread in threads:
                thread.join()

    def _work(self, connection: Connection | None) -> None:
        line = _Line(self.relay, connection)
        done: Delivery | None = None
        try:
            while self._bearable(line) and (copy := self.ledger.exchange(done)):
                done = None
                outcome = self._deliver(line, copy)
                done = ended(copy, outcome, self.clock())
                self._count(done, outcome)
        finally:
            self.ledger.leave(done)
            line.close()

    def _deliver(self, line: _Line, copy: Delivery) -> Outcome:
        to = parse_address(copy.address)
        return line.deliver(self.sender(copy), to, self.write(to, copy))

    def _bearable(self, line: _Line) -> bool:
        """Whether this connection goes on: the first loss is free, then others must carry on without it."""
        while line.misses or not line.ready():
            if line.misses >= 2 and self._spare():
                return False
            if line.misses > PATIENCE:
                self.stopped = line.words
                return False
            if line.misses >= 2:
                self.pause(2.0 ** (line.misses - 1))
            if line.ready():
                break
        return True

    def _spare(self) -> bool:
        """Leave the pool, unless this is its last connection."""
        with self._lock:
            if self._size == 1:
                return False
            self._size -= 1
            return True

    def _count(self, copy: Delivery, outcome: Outcome) -> None:
        with self._lock:
            self.sent += outcome.ending == "sent"
            if outcome.ending == "refused":
                self.refused.append(copy)
            if outcome.ending == "stopped":
                self.stopped = outcome.reply
                self.ledger.close()


class _Line:
    """A connection that is opened anew when it was lost."""

    def __init__(self, relay: Relay, connection: Connection | None) -> None:
        self.misses = 0
        """Losses since the last copy that the relay answered for."""
        self.words = ""
        self._relay = relay
        self._connection = connection

    def ready(self) -> bool:
        """Whether a copy can leave; opens the connection where it must."""
        if self._connection and self._connection.alive:
            return True
        self.close()
        try:
            self._connection = self._relay.connect()
        except RelayError as error:
            self.misses += 1
            self.words = str(error)
            return False
        return True

    def deliver(self, sender: Mailbox, to: Mailbox, message: bytes) -> Outcome:
        # While this line waited for a copy the relay may have hung up; then nothing has left yet.
        if not self.ready() or self._connection is None:
            return Outcome("unsent", self.words, usable=False)
        outcome = self._connection.deliver(sender, to, message)
        if outcome.usable:
            self.misses = 0
        else:
            self.misses += 1
            self.words = outcome.reply
            self._connection = None
        return outcome

    def close(self) -> None:
        if self._connection:
            self._connection.close()
            self._connection = None
