"""Whether an edition may go out, by the configuration, an editor's decision and the clock; and how it is edited before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal, Protocol

from digest import edition_json
from digest.editing import Edits, edit
from digest.errors import EditionError, ReviewError
from digest.models import ApprovalState, Edition
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
    def standing(self) -> ApprovalState: ...
    @property
    def sent(self) -> bool: ...


def decide(edition: Reviewed, settings: Settings, now: datetime) -> Decision:
    """Whether it may go out, has to wait, or has missed its time.

    A held edition waits, whatever the clock says; one that was approved or is on its way goes.
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
    """What keeps it from going out, worded to follow "it"; empty if nothing does."""
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
    """Why it does not go out and what to do, for its operator; empty if it may go."""
    why, name = state(edition, settings, now), edition.id
    if not why:
        return ""
    return f"The edition {name} {why}. `digest edit {name}` shows it, `digest edit {name} --approve` approves it."


@dataclass(frozen=True, slots=True)
class PublishedEditions:
    """The editions of the store that readers may see, as ``web`` asks for them."""

    editions: Editions
    settings: Settings
    clock: Callable[[], datetime]

    def list(self) -> tuple[EditionRow, ...]:
        """Those that may go out at this moment, the newest first."""
        now = self.clock()
        return tuple(row for row in self.editions.list() if decide(row, self.settings, now) == "go")

    def load(self, edition_id: str) -> str | None:
        """The document of that edition, or None if there is none."""
        return self.editions.load(edition_id)


def check(edition_id: str, settings: Settings, store: Store, now: datetime) -> None:
    """Raises ``ReviewError`` if the saved edition of that id may not go out at this moment."""
    edition = store.editions.find(edition_id)
    if edition and (why := reason(edition, settings, now)):
        raise ReviewError(why)


@dataclass(frozen=True, slots=True)
class Revision:
    """An edition as it was at one moment."""

    edition: Edition
    row: EditionRow


@dataclass(frozen=True, slots=True)
class EditSession:
    """One edition of the store. Every change names the revision that its editor has seen, so that nobody's work is lost."""

    store: Store
    edition_id: str
    clock: Callable[[], datetime]

    def look(self) -> Revision:
        """The edition as it is now. Raises ``EditionError`` if it does not exist."""
        # The row first: an edition that changes in between then has a revision that nobody can have seen.
        row = self.store.editions.find(self.edition_id)
        text = self.store.editions.load(self.edition_id)
        if row is None or text is None:
            raise EditionError(
                f"There is no saved edition {self.edition_id}. `digest show --list` names those there are."
            )
        return Revision(edition_json.read(text), row)

    def change(self, sheet: Revision, edits: Edits) -> Revision:
        """Edit what was seen, and look at it again.

        Raises ``EditionError`` if the edits do not fit or copies have left, ``ConflictError`` if somebody else was
        quicker.
        """
        after = edit(sheet.edition, edits)
        if after != sheet.edition:
            self.store.editions.edit(
                self.edition_id, edition_json.write(after), sheet.row.revision, self.clock()
            )
        return self.look()

    def decide(self, sheet: Revision, standing: ApprovalState) -> Revision:
        """Hold or approve what was seen, and look at it again; raises what ``change`` raises."""
        self.store.editions.decide(self.edition_id, standing, sheet.row.revision)
        return self.look()
