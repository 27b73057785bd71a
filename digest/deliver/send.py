"""Sending an edition: every copy gets a row, every row that is due gets its try, every doubt gets a name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from digest.deliver.addresses import Mailbox, parse_address
from digest.deliver.dkim import Sign, open_signer
from digest.deliver.ledger import Ledger
from digest.deliver.message import Letter, compose, message_id
from digest.deliver.notices import refusal_kind
from digest.deliver.outbox import Outbox
from digest.deliver.pace import Pace
from digest.deliver.pool import Pool, Write
from digest.deliver.relay import Relay
from digest.deliver.returns import Returns
from digest.models import Bounce, Delivery, DeliveryState, Email, Problem
from digest.settings import Settings, SmtpSettings

Progress = Callable[[str, int, int], None]

LEASE = timedelta(minutes=2)
"""How long a sending program may be silent before others take its copies. It gives a sign of life four times
in that span, so this is the time for which a crash holds up who goes on."""

_ROWS = 1000
"""Copies that are enqueued in one transaction."""
_OPEN: tuple[DeliveryState, ...] = ("pending", "claimed", "inflight", "deferred")


@dataclass(frozen=True, slots=True)
class Report:
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
    returns: Returns | None = None,
    clock: Callable[[], datetime] = now_utc,
    progress: Progress = lambda _stage, _done, _total: None,
    lease: timedelta = LEASE,
) -> Report:
    """Send the edition to these addresses and to whoever still waits for it; who has got it gets no second copy.

    ``leave`` gives a reader's own one-click https address to unsubscribe by, ``returns`` the address that each
    copy comes back to, the sender's own where left out. Refused addresses, copies put off
    and copies in doubt are problems in the report. Raises RelayError where nothing could be sent because the
    relay cannot be used, StoreError where the outbox cannot be written; what had been sent is remembered.
    """
    letter = compose(email, settings.title, settings.sender, clock())
    sign = open_signer(settings.dkim, letter.sender, clock())
    unusable = tuple(_enqueue(addresses, edition, letter.sender, outbox, clock()))
    outbox.expire(edition, clock())
    if settings.smtp.doubtful == "resend":
        _resend(outbox, edition, clock())
    total, done = outbox.waiting(edition, clock()), 0

    def count(copies: int) -> None:
        nonlocal done
        done += copies
        progress("copies", done, total)

    ledger = Ledger(
        edition=edition,
        outbox=outbox,
        clock=clock,
        lease=lease,
        pace=_pace(settings.smtp, outbox, clock()),
        progress=count,
    )
    pool = Pool(
        relay=relay,
        ledger=ledger,
        sender=lambda copy: returns.address(copy.message_id) if returns else letter.sender,
        write=_writer(letter, leave, sign),
        clock=clock,
    )
    if total:
        pool.run(min(settings.smtp.connections, total))
    if ledger.interrupted:
        raise KeyboardInterrupt
    problems = (*unusable, *_stopped(pool, ledger), *_problems(outbox, edition))
    return Report(outbox.counts(edition), pool.sent, problems, tuple(_bounces(pool.refused, clock())))


def _enqueue(
    addresses: Iterable[str], edition: str, sender: Mailbox, outbox: Outbox, now: datetime
) -> Iterator[Problem]:
    remaining = iter(addresses)
    while chunk := list(islice(remaining, _ROWS)):
        copies: list[Delivery] = []
        for address in chunk:
            try:
                mailbox = parse_address(address)
            except ValueError as error:
                yield Problem("deliver", address, f"{error} Remove it from the subscribers.")
                continue
            copies.append(Delivery(edition, str(mailbox), "pending", message_id(edition, mailbox, sender)))
        outbox.enqueue(copies, now)


def _resend(outbox: Outbox, edition: str, now: datetime) -> None:
    """Give each copy in doubt a second try, and none a third: a relay that swallows answers is no reason to flood."""
    doubtful = outbox.rows(edition, ["uncertain"])
    outbox.decide(edition, [copy.address for copy in doubtful if copy.attempts < 2], "pending", now)


def _pace(smtp: SmtpSettings, outbox: Outbox, now: datetime) -> Pace:
    if smtp.per_day is None:
        return Pace(smtp.per_minute)
    return Pace(smtp.per_minute, max(0, smtp.per_day - outbox.departed_since(now - timedelta(days=1))))


def _writer(letter: Letter, leave: Callable[[str], str] | None, sign: Sign) -> Write:
    def write(to: Mailbox, copy: Delivery) -> bytes:
        return sign(letter.copy(to, copy.message_id, leave(copy.address) if leave else ""))

    return write


def _bounces(refused: Iterable[Delivery], now: datetime) -> Iterator[Bounce]:
    for copy in refused:
        yield Bounce(copy.edition, copy.address, refusal_kind(copy.reply), copy.reply, now)


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


_REASONS: dict[DeliveryState, str] = {
    "failed": "The relay refuses this address: {}. Correct or remove it.",
    "deferred": "Put off by the relay: {}. Send again later, or let the schedule do it.",
    "uncertain": "Nobody knows whether this copy arrived: {}. It is held back, so that nobody gets two.",
}


def _problems(outbox: Outbox, edition: str) -> Iterator[Problem]:
    for copy in outbox.rows(edition, tuple(_REASONS)):
        yield Problem("deliver", copy.address, _REASONS[copy.state].format(copy.reply))
