"""Sending an edition: every copy gets a row, every row that is due gets its try, every uncertain copy is named."""

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
from digest.deliver.refusal_burst import RefusalBurst, is_put_off_for_us, told_of_burst
from digest.deliver.relay import Relay
from digest.deliver.retry import BACKOFF_MOST
from digest.deliver.signed_links import SignedLinks
from digest.deliver.smtp.addresses import Mailbox, parse_address
from digest.deliver.smtp.session import Outcome
from digest.models import Bounce, Delivery, DeliveryState, Email, Problem
from digest.settings import Settings, SmtpSettings
from digest.text.plurals import pluralise


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who gets a copy: of which variant of the edition (empty: the whole), and from when on."""

    address: str
    variant: str = ""
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Campaign:
    """What goes out: the e-mail of one edition, its variants, and what differs from reader to reader."""

    edition_id: str
    email: Email
    """The whole edition, for recipients without a variant."""
    variant_email: Callable[[str], Email] | None = None
    """Makes the e-mail of a variant by its name."""
    links: SignedLinks | None = None
    """Makes each reader's own one-click address to unsubscribe by (RFC 8058) and that of the preferences; None if the
    digest has no pages for them."""
    return_path: ReturnPath | None = None
    """Makes the address that each copy comes back to; None: the sender's own."""
    refusals_believed: bool = False
    """Whether refusals for good are about their readers however many they are, because somebody said so."""


@dataclass(slots=True)
class ComposedMessages:
    """The messages of a campaign by variant. A variant that another program adds meanwhile is composed when it is met."""

    campaign: Campaign
    settings: Settings
    started: datetime
    """When the send began: the Date of every message."""
    _composed: dict[str, Message] = field(default_factory=dict)

    def of(self, variant: str) -> Message:
        """The message of that variant. Raises ``MessageError`` if it cannot be made into one."""
        if variant not in self._composed:
            make = self.campaign.variant_email
            email = make(variant) if variant and make else self.campaign.email
            self._composed[variant] = compose(email, self.settings.title, self.settings.sender, self.started)
        return self._composed[variant]


Progress = Callable[[str, int, int], None]

LEASE = timedelta(minutes=2)
"""How long a sending program may be silent before others take its copies. It gives a sign of life four times
in that span, so this is the time for which a crash holds up who goes on."""

_ROWS = 1000
"""Copies that are enqueued in one transaction."""
_OPEN: tuple[DeliveryState, ...] = ("pending", "claimed", "inflight", "deferred")


@dataclass(frozen=True, slots=True)
class SendResult:
    """What is known of an edition's copies after a send."""

    counts: Mapping[DeliveryState, int]
    sent: int
    """Copies that left in this send."""
    problems: tuple[Problem, ...]
    refused: tuple[Bounce, ...] = ()
    """Copies whose recipient the relay refused in this send."""

    @property
    def finished(self) -> bool:
        """Whether nothing is left to do: no copy waits or is on its way."""
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
    campaign: Campaign,
    recipients: Iterable[str | Recipient],
    outbox: Outbox,
    relay: Relay,
    *,
    settings: Settings,
    clock: Callable[[], datetime] = now_utc,
    progress: Progress = lambda _stage, _done, _total: None,
    lease: timedelta = LEASE,
    stopping: Callable[[], None] = lambda: None,
) -> SendResult:
    """Send a campaign to these recipients and to those who still wait for it; recipients who have it are skipped.

    An address alone gets the whole edition at once. All variants are composed and checked before the first copy
    leaves. Refused addresses, deferred copies and uncertain copies become problems of the result. Raises
    ``RelayError`` if nothing could be sent because the relay cannot be used, ``MessageError`` if the edition cannot
    be made into a message, ``StoreError`` if the outbox cannot be written, KeyboardInterrupt if the user asked to
    stop; what had been sent is remembered. ``stopping`` is called when copies on their way are let end first.
    """
    edition, messages = campaign.edition_id, ComposedMessages(campaign, settings, clock())
    sender = messages.of("").sender
    sign = open_signer(settings.dkim, sender, clock())
    unusable = tuple(_enqueue(recipients, edition, sender, outbox, clock()))
    _recover(outbox, edition, settings.smtp, clock())
    for variant in outbox.variants(edition):
        messages.of(variant)
    total = outbox.waiting(edition, clock())
    ledger = Ledger(
        edition_id=edition,
        outbox=outbox,
        clock=clock,
        lease=lease,
        pace=_rate_limiter(settings.smtp, outbox, clock()),
        progress=_counted(progress, total),
    )
    pool = Pool(
        relay=relay,
        ledger=ledger,
        sender=_envelope_sender(campaign.return_path, sender),
        write=_writer(messages, campaign.links, sign),
        clock=clock,
        burst=RefusalBurst(sum(outbox.counts(edition).values()), campaign.refusals_believed),
        stopping=stopping,
    )
    try:
        if total:
            _run(pool, min(settings.smtp.connections, total))
    finally:
        _defer_burst(pool.burst, edition, outbox, clock())
    return _result(pool, ledger, unusable)


def _envelope_sender(return_path: ReturnPath | None, sender: Mailbox) -> Callable[[Delivery], Mailbox]:
    def address(copy: Delivery) -> Mailbox:
        return return_path.address(copy.message_id) if return_path else sender

    return address


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
    recipients: Iterable[str | Recipient], edition: str, sender: Mailbox, outbox: Outbox, now: datetime
) -> Iterator[Problem]:
    remaining = iter(recipients)
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


def _recover(outbox: Outbox, edition: str, smtp: SmtpSettings, now: datetime) -> None:
    """Release what dead programs had claimed, and reopen uncertain copies if the settings say so."""
    outbox.expire(edition, now)
    if smtp.doubtful == "resend":
        _resend(outbox, edition, now)


def _resend(outbox: Outbox, edition: str, now: datetime) -> None:
    """Give each uncertain copy a second try and none a third: a relay that swallows answers must not cause a flood."""
    uncertain = outbox.rows(edition, ["uncertain"])
    outbox.decide(edition, [copy.address for copy in uncertain if copy.attempts < 2], "pending", now)


def _rate_limiter(smtp: SmtpSettings, outbox: Outbox, now: datetime) -> RateLimiter:
    if smtp.per_day is None:
        return RateLimiter(smtp.per_minute)
    return RateLimiter(smtp.per_minute, max(0, smtp.per_day - outbox.departed_since(now - timedelta(days=1))))


def _writer(messages: ComposedMessages, links: SignedLinks | None, sign: Sign) -> Write:
    def write(to: Mailbox, copy: Delivery) -> bytes:
        unsubscribe = links.unsubscribe_url(copy.address) if links else ""
        preferences = links.preferences_url(copy.address) if links else ""
        return sign(messages.of(copy.variant).copy(to, copy.message_id, unsubscribe, preferences))

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
    if ledger.pace.exhausted:
        yield Problem(
            "deliver", "relay", "The copies of smtp.per_day are used up. The rest waits; send again later."
        )


def _defer_burst(burst: RefusalBurst, edition: str, outbox: Outbox, now: datetime) -> None:
    """Have those whose copies were refused in a burst get them later, like the rest."""
    if burst.refused:
        outbox.reopen(edition, [copy.address for copy in burst.refused], now, now + BACKOFF_MOST)


def _elsewhere(counts: Mapping[DeliveryState, int]) -> Iterator[Problem]:
    """What this program has not claimed itself: it has let go of all its own copies."""
    if held := counts.get("claimed", 0) + counts.get("inflight", 0):
        reason = (
            f"{pluralise(held, 'copy is', 'copies are')} with another program, which sends now or died less than two minutes "
            "ago. Send again in two minutes; readers who have the edition are skipped."
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
    copies = outbox.rows(edition, tuple(_REASONS))
    if burst := told_of_burst(copies, edition):
        yield burst
    for copy in copies:
        if is_put_off_for_us(copy):
            continue
        ours = copy.state == "failed" and refusal_kind(copy.reply) in {"blocked", "unreachable"}
        yield Problem("deliver", copy.address, (_OURS if ours else _REASONS[copy.state]).format(copy.reply))


def send_one(
    email: Email, address: str, relay: Relay, *, settings: Settings, unsubscribe: str, now: datetime
) -> Outcome:
    """Send the e-mail; ``unsubscribe`` is the address that cancels what it is about. Raises ``RelayError``."""
    message = compose(email, settings.title, settings.sender, now)
    sign, to = open_signer(settings.dkim, message.sender, now), parse_address(address)
    copy = sign(message.copy(to, f"<{uuid4().hex}@{message.sender.domain}>", unsubscribe))
    with relay.connect() as connection:
        return connection.deliver(message.sender, to, copy)


@contextmanager
def stop_gently() -> Iterator[Callable[[], bool]]:
    """Says whether the user has pressed Ctrl-C; a second Ctrl-C raises KeyboardInterrupt as usual.

    So copies on their way can end and be recorded. If the signal has another handler, as in the scheduler, or this
    is not the main thread, nothing changes.
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
