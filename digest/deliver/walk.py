"""Walking the copies of an edition: each is marked before it leaves and when it ended, in the outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from digest.deliver.addresses import Mailbox, parse_address
from digest.deliver.message import Letter, compose, message_id
from digest.deliver.outbox import Outbox
from digest.deliver.smtp import Connection, Outcome, Relay
from digest.errors import RelayError
from digest.models import Delivery, DeliveryState, Email, Problem
from digest.settings import Settings

Progress = Callable[[str, int, int], None]

LEASE = timedelta(minutes=20)
"""How long a holder may be silent. Longer than one copy can take: RFC 5321 gives the relay ten minutes to say
that it took a message."""
BATCH = 50
"""Copies that are claimed at once."""
BACKOFF = timedelta(minutes=2)
BACKOFF_MOST = timedelta(hours=1)
TRIES = 16
"""With the pauses above the last try is about ten hours after the first; yesterday's news is not sent on."""

_OPEN: tuple[DeliveryState, ...] = ("pending", "claimed", "inflight", "deferred")


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of an edition's copies after a walk."""

    counts: Mapping[DeliveryState, int]
    sent: int
    """Copies that left in this walk."""
    problems: tuple[Problem, ...]

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do: no copy waits, and none is on its way."""
        return not any(self.counts.get(state) for state in _OPEN)


def now_utc() -> datetime:
    return datetime.now(UTC)


def send(
    email: Email,
    edition: str,
    addresses: Iterable[str],
    outbox: Outbox,
    relay: Relay,
    *,
    settings: Settings,
    leave: Callable[[str], str] | None = None,
    clock: Callable[[], datetime] = now_utc,
    progress: Progress = lambda _stage, _done, _total: None,
) -> Report:
    """Send the edition to these addresses and to whoever still waits for it; who has got it gets no second copy.

    ``leave`` gives a reader's own one-click https address to unsubscribe by. Refused addresses, copies put off
    and copies in doubt are problems in the report. Raises RelayError where nothing could be sent because the
    relay cannot be used; what had been sent by then is remembered.
    """
    letter = compose(email, settings.title, settings.sender, clock())
    unusable = _enqueue(addresses, edition, letter.sender, outbox, clock())
    walk = _Walk(
        edition=edition,
        outbox=outbox,
        relay=relay,
        letter=letter,
        leave=leave,
        clock=clock,
        progress=progress,
    )
    stopped = walk.run()
    problems = unusable + stopped + tuple(_problems(outbox, edition))
    return Report(outbox.counts(edition), walk.sent, problems)


def _enqueue(
    addresses: Iterable[str], edition: str, sender: Mailbox, outbox: Outbox, now: datetime
) -> tuple[Problem, ...]:
    copies: list[Delivery] = []
    problems: list[Problem] = []
    for address in addresses:
        try:
            mailbox = parse_address(address)
        except ValueError as error:
            problems.append(Problem("deliver", address, f"{error} Remove it from the subscribers."))
            continue
        copies.append(Delivery(edition, str(mailbox), "pending", message_id(edition, mailbox, sender)))
    outbox.enqueue(copies, now)
    return tuple(problems)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """One walk over the copies of an edition that may be sent now."""

    edition: str
    outbox: Outbox
    relay: Relay
    letter: Letter
    leave: Callable[[str], str] | None
    clock: Callable[[], datetime]
    progress: Progress
    sent: int = 0
    holder: str = field(default_factory=lambda: uuid4().hex)
    connection: Connection | None = None

    def run(self) -> tuple[Problem, ...]:
        """Send what waits; returns why it stopped early, if it did."""
        self.outbox.expire(self.edition, self.clock())
        counts = self.outbox.counts(self.edition)
        done, total = 0, counts.get("pending", 0) + counts.get("deferred", 0)
        try:
            for copy in self._claimed():
                outcome = self._deliver(copy)
                self._record(_ended(copy, outcome, self.clock()))
                done += 1
                self.progress("copies", done, total)
                if outcome.ending == "stopped":
                    return (Problem("deliver", "relay", _STOPPED.format(outcome.reply)),)
        finally:
            self._release()
            if self.connection:
                self.connection.close()
        return ()

    def _claimed(self) -> Iterator[Delivery]:
        """Copies that are marked as on their way and have not left yet."""
        while batch := self.outbox.claim(self.edition, self.holder, BATCH, self.clock(), LEASE):
            self._connected()
            for copy in batch:
                leaving = replace(copy, state="inflight", attempts=copy.attempts + 1, reply="")
                if self._record(leaving):
                    yield leaving

    def _deliver(self, copy: Delivery) -> Outcome:
        to = parse_address(copy.address)
        message = self.letter.copy(to, copy.message_id, self.leave(copy.address) if self.leave else "")
        try:
            connection = self._connected()
        except RelayError as error:
            return Outcome("stopped", str(error))
        outcome = connection.deliver(self.letter.sender, to, message)
        if not outcome.usable:
            self.connection = None
        self.sent += outcome.ending == "sent"
        return outcome

    def _connected(self) -> Connection:
        self.connection = self.connection or self.relay.connect()
        return self.connection

    def _record(self, copy: Delivery) -> bool:
        return not self.outbox.record([copy], self.holder, self.clock(), LEASE)

    def _release(self) -> None:
        """Give back what was claimed and not begun, so that the next walk need not wait for the lease."""
        rest = [replace(copy, state="pending") for copy in self.outbox.rows(self.edition, ["claimed"])]
        self.outbox.record(rest, self.holder, self.clock(), LEASE)


_STOPPED = (
    "The relay takes no mail from this sender now: {}. The copies wait; send again when that is mended."
)


def _ended(copy: Delivery, outcome: Outcome, now: datetime) -> Delivery:
    """The copy after one try."""
    if outcome.ending == "stopped":
        return replace(copy, state="pending", attempts=copy.attempts - 1, reply=outcome.reply, due=now)
    if outcome.ending == "deferred" and copy.attempts >= TRIES:
        return replace(copy, state="failed", reply=f"given up after {TRIES} tries: {outcome.reply}")
    if outcome.ending == "deferred":
        pause: timedelta = min(BACKOFF * 2 ** (copy.attempts - 1), BACKOFF_MOST)
        return replace(copy, state="deferred", reply=outcome.reply, due=now + pause)
    return replace(copy, state=outcome.ending, reply=outcome.reply)


_REASONS: dict[DeliveryState, str] = {
    "failed": "The relay refuses this address: {}. Correct or remove it.",
    "deferred": "Put off by the relay: {}. Send again later, or let the schedule do it.",
    "uncertain": "Nobody knows whether this copy arrived: {}. It is held back, so that nobody gets two.",
}


def _problems(outbox: Outbox, edition: str) -> Iterator[Problem]:
    for copy in outbox.rows(edition, tuple(_REASONS)):
        yield Problem("deliver", copy.address, _REASONS[copy.state].format(copy.reply))
