"""Whether all is well: the figures of the store, what the last edition cost, and what a run needs to be ready.

Any process can say it, since all of it is in the store.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from digest import edition_json
from digest.errors import StoreError
from digest.models import Edition, FeedCondition, OperatingFigures
from digest.schedule import last_slot, moment, next_slot
from digest.settings import ClockReview, Settings

if TYPE_CHECKING:
    from digest.store.store import Store

GRACE = timedelta(hours=1)
"""How long an edition may take from its slot on: it takes minutes, and a second try after an outage takes ten more."""


_KEYLESS = "No key signs readers' links yet; `digest serve` makes one."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that has to be so for the digest to go out."""

    name: str
    ok: bool
    said: str
    """What is so, or what to do."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the digest is at one moment. Without figures the store could not be read."""

    checks: tuple[Check, ...]
    next_edition: datetime
    figures: OperatingFigures | None = None
    edition: Edition | None = None
    """The edition with the last date."""

    @property
    def ready(self) -> bool:
        return all(check.ok for check in self.checks)


class HealthWatch:
    """Looks at the store whenever it is asked; it opens it when it can, and reads an edition once."""

    def __init__(
        self, open_store: Callable[[], Store], settings: Settings, clock: Callable[[], datetime]
    ) -> None:
        self._open_store = open_store
        self._settings = settings
        self._clock = clock
        self._store: Store | None = None
        self._edition: tuple[tuple[str, int], Edition] | None = None

    def look(self) -> Health:
        """How the digest is now. A store that cannot be read is a check that failed."""
        now = self._clock()
        coming = next_slot(now, self._settings.schedule, self._settings.timezone)
        try:
            store = self._store = self._store or self._open_store()
            figures = store.operations.figures(now)
            edition = self._latest(store, figures)
        except StoreError as error:
            return Health((Check("store", False, str(error)),), coming)
        return Health(ready_checks(figures, self._settings, now), coming, figures, edition)

    def close(self) -> None:
        if self._store:
            self._store.close()

    def _latest(self, store: Store, figures: OperatingFigures) -> Edition | None:
        if figures.latest is None:
            return None
        version = figures.latest.id, figures.latest.revision
        if self._edition is None or self._edition[0] != version:
            document = store.editions.load(figures.latest.id)
            self._edition = (version, edition_json.read(document)) if document else None
        return self._edition[1] if self._edition else None


def ready_checks(figures: OperatingFigures, settings: Settings, now: datetime) -> tuple[Check, ...]:
    """What has to be so, each with what to do where it is not."""
    slot = late_slot(figures, settings, now)
    late = f"The edition that was due {slot:%Y-%m-%d %H:%M} UTC has not gone out." if slot else ""
    keyless = bool(settings.web.url) and settings.web.signup and not figures.has_key
    return (
        Check("store", True, "It can be read."),
        _migrations(figures),
        Check(
            "keys", not keyless, _KEYLESS if keyless else "Readers' links can be signed where there are any."
        ),
        Check(
            "edition",
            slot is None,
            f"{late} Look at `digest status` and at what `digest run` says." if late else "In time.",
        ),
    )


def _migrations(figures: OperatingFigures) -> Check:
    """Another program may have brought the database further while this one was running."""
    if figures.schema == figures.known_schema:
        return Check("migrations", True, f"The database has schema {figures.schema}.")
    return Check(
        "migrations",
        False,
        f"The database has schema {figures.schema}, this program knows {figures.known_schema}: stop it and start the newer one.",
    )


def late_slot(figures: OperatingFigures, settings: Settings, now: datetime) -> datetime | None:
    """The last slot, if its edition should be out by now and is not; None if all is well.

    Nobody waits for an edition that was due before there was a store, or while nobody is on the list. One that was sent by
    hand counts as well.
    """
    slot = last_slot(now, settings.schedule, settings.timezone)
    day, latest = slot.astimezone(settings.timezone).date(), figures.latest
    expected = slot
    if isinstance(settings.review, ClockReview):
        expected = max(slot, moment(day, settings.review.until, settings.timezone))
    out = slot in figures.finished or (latest is not None and latest.sent and latest.date >= day)
    nobody_waits = slot < figures.known_since or not figures.subscribers
    return None if out or nobody_waits or now < expected + GRACE else slot


def feed_counts(figures: OperatingFigures, settings: Settings) -> dict[str, int]:
    """How many feeds of the configuration were read the last time, fail, are gone for good, or were never asked."""
    known = {feed.url: feed for feed in figures.feeds}
    counts = Counter({"read": 0, "failing": 0, "gone": 0, "unasked": 0})
    counts.update(_condition(known.get(url)) for url in {feed.url for feed in settings.feeds})
    return dict(counts)


def _condition(feed: FeedCondition | None) -> str:
    if feed is None:
        return "unasked"
    if feed.gone:
        return "gone"
    return "failing" if feed.failing else "read"


def health_json(health: Health, settings: Settings) -> dict[str, object]:
    """The health as values of JSON, for `digest status --format json` and `/readyz`."""
    found: dict[str, object] = {
        "ready": health.ready,
        "checks": [{"name": check.name, "ok": check.ok, "said": check.said} for check in health.checks],
        "next_edition": health.next_edition.isoformat(),
    }
    return found | (_figures_json(health.figures, settings) if health.figures else {})


def _figures_json(figures: OperatingFigures, settings: Settings) -> dict[str, object]:
    latest, since = figures.latest, figures.queued_since
    return {
        "schema": figures.schema,
        "latest_edition": latest
        and {
            "id": latest.id,
            "saved_at": latest.saved_at.isoformat(),
            "standing": latest.standing,
            "sent": latest.sent,
        },
        "editions": dict(figures.editions),
        "copies": dict(figures.copies),
        "queued_since": since and since.isoformat(),
        "bounces": dict(figures.bounces),
        "subscribers": figures.subscribers,
        "signups": dict(figures.signups),
        "feeds": feed_counts(figures, settings),
        "spent_today": {"tokens": figures.tokens, "dollars": figures.dollars},
    }
