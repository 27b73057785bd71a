"""From mail that came back to readers who get no more of it."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Literal

from digest.deliver import parse_address
from digest.deliver.bounces import BounceReport, open_return_path, read_bounce_report
from digest.deliver.refusal_burst import too_many_refused
from digest.models import Bounce, Delivery, UnrecognisedBounce
from digest.settings import BounceSettings, Settings
from digest.store.bounces import BounceRules

if TYPE_CHECKING:
    from digest.store.store import Store

BounceResult = Literal["blocked", "unreachable", "soft", "hard", "complaint", "removed", "ignored", "unknown"]
"""What became of a mail; ``removed``: its reader was taken off the list; ``unknown``: it is reported and kept."""


def handle_bounce(data: bytes, settings: Settings, store: Store, now: datetime) -> BounceResult:
    """Count a mail that came back. Only mail to the signed return address of one of our copies counts.

    Raises ``MessageError`` if ``bounces.address`` cannot be used.
    """
    notice = read_bounce_report(data)
    if notice.kind == "ignored":
        return "ignored"
    copy = _copy(notice, settings, store, now)
    if notice.kind == "unknown" or copy is None:
        reason = notice.words if notice.kind == "unknown" else "it names no copy of ours"
        mail = sha256(data).hexdigest()
        store.bounces.stray(UnrecognisedBounce(mail, notice.sender, notice.subject, reason, now))
        return "unknown"
    bounce = Bounce(copy.edition_id, copy.address, notice.kind, notice.words, now)
    return "removed" if note(bounce, settings.bounces, store) else notice.kind


def note(bounce: Bounce, settings: BounceSettings, store: Store) -> bool:
    """Count a bounce; says whether the reader was taken off the list by it."""
    rules = BounceRules(
        most={"hard": settings.hard, "soft": settings.soft},
        since=bounce.at - timedelta(days=settings.days),
        silence=timedelta(days=settings.unreachable),
        excessive=too_many_refused,
    )
    return store.bounces.note(bounce, rules)


def believe(edition: str, settings: BounceSettings, store: Store, now: datetime) -> int:
    """Count all refusals of the edition against its readers, because somebody says that they are no fault of ours.

    Copies that wait since too many were refused may be tried at once. Says how many readers were taken off the list.
    """
    store.bounces.believe(edition, now)
    store.deliveries.hasten(edition, now)
    return sum(note(bounce, settings, store) for bounce in store.bounces.rows(edition))


def counts_against_nobody(edition: str, store: Store) -> bool:
    """Whether so many copies of the edition came back for good that it is taken for a fault of ours."""
    return store.bounces.is_ours(edition, too_many_refused)


def _copy(notice: BounceReport, settings: Settings, store: Store, now: datetime) -> Delivery | None:
    """The copy that the report is about, if it came to a return address that we signed."""
    return_path = open_return_path(settings.bounces.address, store.keys.secrets(now))
    if return_path is None:
        return None
    domain = parse_address(settings.sender.address).domain
    messages = (f"<{key}@{domain}>" for key in return_path.copies(notice.addresses))
    return next((copy for id_ in messages if (copy := store.deliveries.of_message(id_))), None)
