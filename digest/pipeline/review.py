"""Whether an edition may go out, as the configuration, somebody's decision and the clock have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol

from digest.errors import ReviewError
from digest.models import Standing
from digest.schedule import moment
from digest.settings import ClockReview, Settings

if TYPE_CHECKING:
    from digest.store.editions import EditionRow, Editions
    from digest.store.store import Store

Decision = Literal["go", "wait", "skip"]


class Reviewed(Protocol):
    """What the store says of an edition."""

    @property
    def id(self) -> str: ...
    @property
    def date(self) -> date: ...
    @property
    def standing(self) -> Standing: ...
    @property
    def sent(self) -> bool: ...


def decide(edition: Reviewed, settings: Settings, now: datetime) -> Decision:
    """Whether it may go out, has to wait, or has missed its time.

    What is held waits, whatever the clock says; what was approved, and what is on its way, goes.
    """
    review = settings.review
    if edition.sent or edition.standing == "approved":
        return "go"
    if edition.standing == "held" or review == "required":
        return "wait"
    if not isinstance(review, ClockReview):
        return "go"
    if now < moment(edition.date, review.until, settings.timezone):
        return "wait"
    return "go" if review.then == "send" else "skip"


def state(edition: Reviewed, settings: Settings, now: datetime) -> str:
    """What keeps it from going out, to be said after "it"; empty where nothing does."""
    decision, review = decide(edition, settings, now), settings.review
    if decision == "go":
        return ""
    if edition.standing == "held":
        return "is held"
    if not isinstance(review, ClockReview):
        return "waits to be approved"
    if decision == "skip":
        return f"was not approved by {review.until:%H:%M} and does not go out"
    after = "goes out by itself" if review.then == "send" else "is skipped"
    return f"waits to be approved and at {review.until:%H:%M} {after}"


def reason(edition: Reviewed, settings: Settings, now: datetime) -> str:
    """Why it does not go out and what to do, for whoever runs it; empty where it may go."""
    why, name = state(edition, settings, now), edition.id
    if not why:
        return ""
    return (
        f"The edition {name} {why}. `digest edit {name}` shows it, `digest edit {name} --approve` lets it go."
    )


@dataclass(frozen=True, slots=True)
class Released:
    """The editions of the store that readers may see, as ``web`` asks for them."""

    editions: Editions
    settings: Settings
    clock: Callable[[], datetime]

    def list(self) -> tuple[EditionRow, ...]:
        """Those that may go out at this moment, the newest first."""
        now = self.clock()
        return tuple(row for row in self.editions.list() if decide(row, self.settings, now) == "go")

    def load(self, edition_id: str) -> str | None:
        """The document of that edition, or None where there is none."""
        return self.editions.load(edition_id)


def check(edition_id: str, settings: Settings, store: Store, now: datetime) -> None:
    """Raises ``ReviewError`` where the saved edition of that id may not go out at this moment."""
    edition = store.editions.find(edition_id)
    if edition and (why := reason(edition, settings, now)):
        raise ReviewError(why)
