"""Connections to the relay, each with one copy at a time, as many as the relay bears, all served by one loop.

A thread for each connection costs more in handing over than sending a copy does; one loop that waits for all of them
costs nothing, and what several have heard meanwhile is written down in one transaction. While it writes, the relay
works on what it was told.
"""

from __future__ import annotations

import selectors
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from digest.deliver.outbox import Ledger
from digest.deliver.refusal_burst import RefusalBurst
from digest.deliver.relay import Relay
from digest.deliver.retry import ended
from digest.deliver.smtp.addresses import Mailbox, parse_address
from digest.deliver.smtp.connection import Connection
from digest.deliver.smtp.session import Outcome
from digest.errors import DigestError, RelayError, StoreError
from digest.models import Delivery


@dataclass(slots=True, eq=False)
class ConnectionSlot:
    """At most one connection, with at most one copy on its way."""

    relay: Relay
    selector: selectors.BaseSelector
    beside: Executor
    """Opens connections: that takes several round trips, for which no other line must wait."""
    connection: Connection | None = None
    copy: Delivery | None = None
    misses: int = 0
    """Losses since the last copy that the relay answered for."""
    words: str = ""
    """What was said of the last loss."""
    again: float | None = None
    """When it is opened anew, on the monotonic clock, if that has to wait."""
    leaving: bool = False
    _opening: Future[Connection] | None = None
    _events: int = 0

    @property
    def opening(self) -> bool:
        """Whether it is being opened."""
        return self._opening is not None

    def open(self) -> None:
        """Begin to open it, in place of the connection that it has."""
        self.let_go()
        self.again = None
        self._opening = self.beside.submit(self.relay.connect)

    def take(self) -> None:
        """Take the connection that was opened, where that is done; a miss, if it could not be."""
        if self._opening is None or not self._opening.done():
            return
        opening, self._opening = self._opening, None
        try:
            self.connection = opening.result()
        except RelayError as error:
            self.miss(str(error))

    def miss(self, words: str) -> None:
        """The connection is lost, or could not be opened."""
        self.let_go()
        self.misses += 1
        self.words = words

    def watch(self) -> None:
        """Have the selector wait for what the connection waits for."""
        if self.connection and self.connection.events != self._events:
            change = self.selector.modify if self._events else self.selector.register
            self._events = self.connection.events
            change(self.connection, self._events, self)

    def let_go(self) -> None:
        """Close the connection without a word, or as soon as it is opened."""
        if self._opening:
            self._opening.add_done_callback(_dropped)
            self._opening = None
        if self.connection:
            if self._events:
                self.selector.unregister(self.connection)
            self.connection.drop()
        self.connection, self._events = None, 0


def _dropped(opening: Future[Connection]) -> None:
    if not opening.exception():
        opening.result().drop()


PATIENCE = 5
"""Times that the last connection is opened anew without success in between, after 2, 4, 8 … seconds."""
TICK = 0.1
"""Seconds after which the loop looks at what no socket tells: deadlines, pauses, the wish to stop."""
OPENING_TICK = 0.005
"""The same while connections are being opened."""

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
    burst: RefusalBurst
    """Stops the walk where a receiver refuses copy after copy."""
    asked_to_stop: Callable[[], bool] = lambda: False
    stopping: Callable[[], None] = lambda: None
    """Called once when it was asked to stop and lets what is on its way end."""
    sent: int = 0
    stopped: str = ""
    """The relay's words where it refuses the sender or cannot be reached any more."""
    refused: list[Delivery] = field(default_factory=list)
    """Copies whose recipient the relay refuses for good."""
    _lines: list[ConnectionSlot] = field(default_factory=list)
    _done: list[Delivery] = field(default_factory=list)
    """Copies that ended and are not written down yet."""
    _selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    _idle: list[ConnectionSlot] = field(default_factory=list)
    """Lines that can take a copy. One on which the relay has hung up is opened anew for it."""
    _opening: bool = True
    _stopping: bool = False
    _looked: float = 0.0

    def run(self, size: int) -> None:
        """Send all that the ledger hands out over up to ``size`` connections.

        Raises RelayError if not even one can be opened, and what the ledger raises; then what is on its way is
        let end first.
        """
        with self._selector, ThreadPoolExecutor(size) as beside:
            self._lines = [ConnectionSlot(self.relay, self._selector, beside) for _ in range(size)]
            try:
                self._lines[0].connection = self.relay.connect()
                self._idle = self._lines[:1]
                for line in self._lines[1:]:
                    line.open()
                self._walk()
            finally:
                for line in self._lines:
                    line.let_go()
        self.ledger.release()

    def _walk(self) -> None:
        try:
            while self._lines or self._done:
                self._hand_out()
                self._listen()
        except Exception:
            self._drain()
            raise

    def _hand_out(self) -> None:
        """Write down what ended, and give the next copies to those who have none."""
        if self.asked_to_stop() and not self._stopping:
            self._stopping = True
            self.ledger.close()
            self.stopping()
        copies = self.ledger.exchange(self._done, len(self._idle))
        self._done = []
        for copy in copies:
            line = self._idle.pop()
            line.copy = copy
            self._begin(line)
        if self.ledger.over:
            self._dismiss_all()

    def _begin(self, line: ConnectionSlot) -> None:
        """Begin with the line's copy; if the relay hung up meanwhile nothing has left yet, and it is opened anew."""
        if line.connection is None or not line.connection.alive:
            self._open(line)
        else:
            self._hand_over(line, line.connection)

    def _hand_over(self, line: ConnectionSlot, connection: Connection) -> None:
        assert line.copy is not None
        to = parse_address(line.copy.address)
        try:
            message = self.write(to, line.copy)
        except DigestError as error:
            # Another program has added a variant that cannot be composed: that is no matter of the other copies.
            outcome: Outcome | None = Outcome("deferred", str(error).rstrip("."))
        else:
            outcome = connection.begin(self.sender(line.copy), to, message)
        if outcome:
            self._end(line, outcome)
        else:
            line.watch()

    def _open(self, line: ConnectionSlot) -> None:
        line.open()
        self._opening = True

    def _dismiss_all(self) -> None:
        """Let go of who has nothing to do. A relay that never greets is not waited for once more."""
        while self._idle:
            self._dismiss(self._idle.pop())
        for line in tuple(self._lines):
            if line.opening and not line.copy:
                self._remove(line)

    def _dismiss(self, line: ConnectionSlot) -> None:
        line.leaving = True
        if line.connection is None or line.connection.leave():
            self._remove(line)
        else:
            line.watch()

    def _listen(self) -> None:
        """Go on with whatever the sockets allow, and at times with what they do not tell."""
        pause = 0.0 if self._done else OPENING_TICK if self._opening else TICK
        if self._idle:
            pause = min(pause, self.ledger.pace.pause())
        for key, _events in self._selector.select(pause):
            self._advance(key.data)
        if self._opening or monotonic() - self._looked > TICK:
            self._looked = monotonic()
            for line in tuple(self._lines):
                self._look(line)
            self._opening = any(line.opening for line in self._lines)

    def _advance(self, line: ConnectionSlot) -> None:
        if line.connection is None:
            return
        if line.copy is None and not line.leaving:
            if not line.connection.alive:
                line.let_go()  # the relay speaks to nobody: it says goodbye
            return
        outcome = line.connection.advance()
        if outcome is None:
            line.watch()
        elif line.leaving:
            self._remove(line)
        else:
            self._end(line, outcome)

    def _look(self, line: ConnectionSlot) -> None:
        """What becomes of a line that is being opened, pauses, or has waited for long."""
        if line.opening:
            self._greet(line)
        elif line.again:
            if self.ledger.closed:
                self._remove(line)
            elif monotonic() >= line.again:
                self._open(line)
        elif line.connection and (line.copy or line.leaving) and monotonic() > line.connection.deadline:
            self._advance(line)

    def _greet(self, line: ConnectionSlot) -> None:
        line.take()
        if line.opening:
            return
        if line.copy and line.connection and line.connection.alive:
            self._hand_over(line, line.connection)
        elif line.connection and not line.copy:
            self._rest(line)
        else:
            self._missed(line)

    def _missed(self, line: ConnectionSlot) -> None:
        """It could not be opened, or the relay hung up at once; what waited for it goes another way."""
        if line.connection:
            line.miss("the relay hung up after its greeting")
        if line.copy:
            self._settle(line, Outcome("unsent", line.words, usable=False))
        self._mend(line)

    def _end(self, line: ConnectionSlot, outcome: Outcome) -> None:
        self._settle(line, outcome)
        if not outcome.chunks:
            self.relay.without_chunks()
        if outcome.usable:
            line.misses = 0
            self._rest(line)
        else:
            line.miss(outcome.reply)
            self._mend(line)

    def _rest(self, line: ConnectionSlot) -> None:
        line.watch()
        self._idle.append(line)

    def _settle(self, line: ConnectionSlot, outcome: Outcome) -> None:
        assert line.copy is not None
        done, line.copy = ended(line.copy, outcome, self.clock()), None
        self._done.append(done)
        if outcome.ending == "sent":
            self.sent += 1
            self.burst.taken(done)
        if outcome.ending == "refused":
            self.refused.append(done)
        if outcome.ending in {"refused", "failed"} and self.burst.refusal(done):
            self.ledger.close()
        if outcome.ending == "stopped":
            self.stopped = outcome.reply
            self.ledger.close()

    def _mend(self, line: ConnectionSlot) -> None:
        """The first loss is free; then others must carry on without the line, and the last one takes its time.

        Where nothing is handed out any more there is nothing to open it for.
        """
        others = any(other is not line and not other.leaving for other in self._lines)
        if self.ledger.closed or (line.misses >= 2 and others):
            self._remove(line)
        elif line.misses > PATIENCE:
            self.stopped = line.words
            self._remove(line)
        elif line.misses >= 2:
            line.again = monotonic() + 2.0 ** (line.misses - 1)
        else:
            self._open(line)

    def _remove(self, line: ConnectionSlot) -> None:
        line.let_go()
        self._lines.remove(line)

    def _busy(self) -> Iterator[ConnectionSlot]:
        return (line for line in self._lines if line.copy and line.connection)

    def _drain(self) -> None:
        """Let what is on its way end: cut off, it would be uncertain for no reason."""
        self.ledger.close()
        for line in self._lines:
            if line.copy and line.opening:
                self._settle(line, Outcome("unsent", "the sending ended", usable=False))
        while any(self._busy()):
            self._listen()
        with suppress(StoreError):
            self.ledger.settle(self._done)
