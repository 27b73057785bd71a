"""Sending an edition: every copy gets a row, every row that is due gets its try, every doubt gets a name."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from types import FrameType
from uuid import uuid4

from digest.deliver.bounces.refusals import refusal_kind
from digest.deliver.bounces.return_path import ReturnPath
from digest.deliver.dkim import Sign, open_signer
from digest.deliver.message import Message, compose, message_id
from digest.deliver.outbox import Ledger, Outbox
from digest.deliver.pool import Pool, Write
from digest.deliver.rate_limit import RateLimiter
from digest.deliver.refusal_burst import RefusalBurst
from digest.deliver.relay import Relay
from digest.deliver.retry import BACKOFF_MOST
from digest.deliver.smtp.addresses import Mailbox, parse_address
from digest.deliver.smtp.session import Outcome
from digest.models import Bounce, Delivery, DeliveryState, Email, Problem
from digest.settings import Settings, SmtpSettings
from digest.text.plurals import pluralise


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is to get a copy: of which variant of the edition, empty for the whole, and from when on."""

    address: str
    variant: str = ""
    due: datetime | None = None


@dataclass(slots=True)
class ComposedMessages:
    """Letters by variant. A variant that another program adds meanwhile is composed when it is met."""

    compose: Callable[[str], Message]
    _known: dict[str, Message] = field(default_factory=dict)

    def of(self, variant: str) -> Message:
        """The letter of that variant. Raises what composing it raises."""
        if variant not in self._known:
            self._known[variant] = self.compose(variant)
        return self._known[variant]


Progress = Callable[[str, int, int], None]

LEASE = timedelta(minutes=2)
"""How long a sending program may be silent before others take its copies. It gives a sign of life four times
in that span, so this is the time for which a crash holds up who goes on."""

_ROWS = 1000
"""Copies that are enqueued in one transaction."""
_OPEN: tuple[DeliveryState, ...] = ("pending", "claimed", "inflight", "deferred")


@dataclass(frozen=True, slots=True)
class SendResult:
    """What is known of an edition's copies after a walk."""

    counts: Mapping[DeliveryState, int]
    sent: int
    """Copies that left in this walk."""
    problems: tuple[Problem, ...]
    refused: tuple[Bounce, ...] = ()
    """Copies whose recipient the relay refused in this walk."""

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do: no copy waits, and none is on its way."""
        return not self._open

    @property
    def settled(self) -> bool:
        """Whether nothing can be done now: what is open waits for the hour that its reader chose."""
        return self._open <= {"pending"} and not self.problems

    @property
    def _open(self) -> set[DeliveryState]:
        return {state for state in _OPEN if self.counts.get(state)}


def now_utc() -> datetime:
    return datetime.now(UTC)


def send(
    email: Email,
    edition: str,
    addressees: Iterable[str | Recipient],
    outbox: Outbox,
    relay: Relay,
    *,
    settings: Settings,
    variants: Callable[[str], Email] | None = None,
    leave: Callable[[str], str] | None = None,
    prefer: Callable[[str], str] | None = None,
    returns: ReturnPath | None = None,
    clock: Callable[[], datetime] = now_utc,
    progress: Progress = lambda _stage, _done, _total: None,
    lease: timedelta = LEASE,
) -> SendResult:
    """Send the edition to these addressees and to whoever still waits for it; who has got it gets no second copy.

    An address alone gets the whole edition, ``email``, at once; ``variants`` makes the e-mail of a variant. All are
    composed and checked before the first copy leaves. ``leave`` gives a reader's own one-click https address to
    unsubscribe by, ``prefer`` that of the reader's own preferences, ``returns`` the address that each copy comes back
    to, the sender's own where left out. Refused addresses, copies put off
    and copies in doubt are problems in the report. Raises RelayError where nothing could be sent because the
    relay cannot be used, LetterError where the edition cannot be made into a message, StoreError where the outbox
    cannot be written, KeyboardInterrupt where the user asked to stop; what had been sent is remembered.
    """
    letters = ComposedMessages(_composer(email, variants, settings, clock()))
    letter = letters.of("")
    sign = open_signer(settings.dkim, letter.sender, clock())
    unusable = tuple(_enqueue(addressees, edition, letter.sender, outbox, clock()))
    _take_back(outbox, edition, settings.smtp, clock())
    for variant in outbox.variants(edition):
        letters.of(variant)
    total = outbox.waiting(edition, clock())
    pace = _pace(settings.smtp, outbox, clock())
    ledger = Ledger(
        edition_id=edition,
        outbox=outbox,
        clock=clock,
        lease=lease,
        pace=pace,
        progress=_counted(progress, total),
    )
    pool = Pool(
        relay=relay,
        ledger=ledger,
        sender=lambda copy: returns.address(copy.message_id) if returns else letter.sender,
        write=_writer(letters, leave, prefer, sign),
        clock=clock,
        burst=RefusalBurst(total),
    )
    try:
        if total:
            _run(pool, min(settings.smtp.connections, total))
    finally:
        _put_off(pool.burst, edition, outbox, clock())
    return _result(pool, ledger, unusable)


def _composer(
    email: Email, variants: Callable[[str], Email] | None, settings: Settings, started: datetime
) -> Callable[[str], Message]:
    """Makes the message of a variant; all of them carry the moment at which the send began."""

    def composed(variant: str) -> Message:
        wanted = variants(variant) if variants and variant else email
        return compose(wanted, settings.title, settings.sender, started)

    return composed


def _result(pool: Pool, ledger: Ledger, unusable: tuple[Problem, ...]) -> SendResult:
    counts = ledger.outbox.counts(ledger.edition_id)
    problems = (
        *unusable,
        *_stopped(pool, ledger),
        *_elsewhere(counts),
        *_problems(ledger.outbox, ledger.edition_id),
    )
    struck = [copy for copy in pool.refused if copy not in pool.burst.refused]
    return SendResult(counts, pool.sent, problems, tuple(_bounces(struck, ledger.clock())))


def _run(pool: Pool, size: int) -> None:
    """Send over so many connections; Ctrl-C lets what is on its way end, and is passed on then."""
    with stop_gently() as asked_to_stop:
        pool.asked_to_stop = asked_to_stop
        pool.run(size)
    if asked_to_stop():
        raise KeyboardInterrupt


def _counted(progress: Progress, total: int) -> Callable[[int], None]:
    """Tells how many copies are through in all, whenever it is told of some more."""
    done = 0

    def count(copies: int) -> None:
        nonlocal done
        done += copies
        progress("copies", done, total)

    return count


def _enqueue(
    addressees: Iterable[str | Recipient], edition: str, sender: Mailbox, outbox: Outbox, now: datetime
) -> Iterator[Problem]:
    remaining = iter(addressees)
    while chunk := list(islice(remaining, _ROWS)):
        copies: list[Delivery] = []
        for one in chunk:
            to = Recipient(one) if isinstance(one, str) else one
            try:
                mailbox = parse_address(to.address)
            except ValueError as error:
                yield Problem("deliver", to.address, f"{error} Remove it from the subscribers.")
                continue
            known = message_id(edition, mailbox, sender)
            copies.append(Delivery(edition, str(mailbox), "pending", known, due=to.due, variant=to.variant))
        outbox.enqueue(copies, now)


def _take_back(outbox: Outbox, edition: str, smtp: SmtpSettings, now: datetime) -> None:
    """Take back what dead programs had, and what is in doubt, where that is wished."""
    outbox.expire(edition, now)
    if smtp.doubtful == "resend":
        _resend(outbox, edition, now)


def _resend(outbox: Outbox, edition: str, now: datetime) -> None:
    """Give each copy in doubt a second try, and none a third: a relay that swallows answers is no reason to flood."""
    doubtful = outbox.rows(edition, ["uncertain"])
    outbox.decide(edition, [copy.address for copy in doubtful if copy.attempts < 2], "pending", now)


def _pace(smtp: SmtpSettings, outbox: Outbox, now: datetime) -> RateLimiter:
    if smtp.per_day is None:
        return RateLimiter(smtp.per_minute)
    return RateLimiter(smtp.per_minute, max(0, smtp.per_day - outbox.departed_since(now - timedelta(days=1))))


def _writer(
    letters: ComposedMessages,
    leave: Callable[[str], str] | None,
    prefer: Callable[[str], str] | None,
    sign: Sign,
) -> Write:
    def write(to: Mailbox, copy: Delivery) -> bytes:
        own = leave(copy.address) if leave else ""
        letter = letters.of(copy.variant)
        return sign(letter.copy(to, copy.message_id, own, prefer(copy.address) if prefer else ""))

    return write


def _bounces(refused: Iterable[Delivery], now: datetime) -> Iterator[Bounce]:
    for copy in refused:
        yield Bounce(copy.edition_id, copy.address, refusal_kind(copy.reply), copy.reply, now)


def _stopped(pool: Pool, ledger: Ledger) -> Iterator[Problem]:
    if pool.stopped:
        reason = (
            f"The relay takes no more copies now: {pool.stopped}. They wait; send again when that is mended."
        )
        yield Problem("deliver", "relay", reason)
    if pool.burst.receiver:
        yield Problem("deliver", pool.burst.receiver, _burst(pool.burst))
    if ledger.pace.exhausted:
        yield Problem(
            "deliver", "relay", "The copies of smtp.per_day are used up. The rest waits; send again later."
        )


def _burst(burst: RefusalBurst) -> str:
    return (
        f"It refused {pluralise(len(burst.refused), 'copy', 'copies')} for one reason ({burst.reason}), so sending stopped, "
        "the rest waits, and it counts against no reader: mend what it says, or ask its postmaster, then send again."
    )


def _put_off(burst: RefusalBurst, edition: str, outbox: Outbox, now: datetime) -> None:
    """Have those whose copies were refused in a burst get them later, like the rest."""
    if burst.refused:
        outbox.reopen(edition, [copy.address for copy in burst.refused], now, now + BACKOFF_MOST)


def _elsewhere(counts: Mapping[DeliveryState, int]) -> Iterator[Problem]:
    """What this program has not claimed itself: it has let go of all its own copies."""
    if held := counts.get("claimed", 0) + counts.get("inflight", 0):
        reason = (
            f"{pluralise(held, 'copy is', 'copies are')} with another program, which sends now or died less than two minutes "
            "ago. Send again in two minutes: who has got the edition gets it no second time."
        )
        yield Problem("deliver", "copies", reason)


_REASONS: dict[DeliveryState, str] = {
    "failed": "The relay refuses this address: {}. Correct or remove it.",
    "deferred": "Put off: {}. Send again later, or let the schedule do it.",
    "uncertain": "Nobody knows whether this copy arrived: {}. It is held back, so that nobody gets two.",
}

_OURS = (
    "Refused, and not for a fault of this address: {}. Mend what it says; the next edition goes there again."
)


def _problems(outbox: Outbox, edition: str) -> Iterator[Problem]:
    for copy in outbox.rows(edition, tuple(_REASONS)):
        ours = copy.state == "failed" and refusal_kind(copy.reply) == "blocked"
        yield Problem("deliver", copy.address, (_OURS if ours else _REASONS[copy.state]).format(copy.reply))


def send_one(
    email: Email, address: str, relay: Relay, *, settings: Settings, leave: str, now: datetime
) -> Outcome:
    """Send the e-mail; ``leave`` is the address that cancels what it is about. Raises RelayError."""
    letter = compose(email, settings.title, settings.sender, now)
    sign, to = open_signer(settings.dkim, letter.sender, now), parse_address(address)
    copy = sign(letter.copy(to, f"<{uuid4().hex}@{letter.sender.domain}>", leave))
    with relay.connect() as connection:
        return connection.deliver(letter.sender, to, copy)


@contextmanager
def stop_gently() -> Iterator[Callable[[], bool]]:
    """Says whether the user has asked to stop; asked once more, KeyboardInterrupt is raised as usual.

    What is on its way can so be let end and written down. Where somebody else answers the signal, as the scheduler
    does, or this is not the main thread, nothing changes.
    """
    asked = False

    def ask(_number: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked = True
        signal.signal(signal.SIGINT, signal.default_int_handler)

    if not _is_ours():
        yield lambda: False
        return
    signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: asked
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _is_ours() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and signal.getsignal(signal.SIGINT) is signal.default_int_handler
