"""A saved edition on the desk of whoever edits it: looked at, changed, held or approved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from digest import document
from digest.edit import Edits, edit
from digest.errors import EditionError
from digest.models import Edition, Standing

if TYPE_CHECKING:
    from digest.store.editions import EditionRow
    from digest.store.store import Store


@dataclass(frozen=True, slots=True)
class Sheet:
    """An edition as it lay on the desk at one moment."""

    edition: Edition
    row: EditionRow


@dataclass(frozen=True, slots=True)
class Desk:
    """One edition of the store. Whoever changes it says which revision he has seen, so that nobody's work is lost."""

    store: Store
    edition: str
    clock: Callable[[], datetime]

    def look(self) -> Sheet:
        """The edition as it is now. Raises ``EditionError`` where it is not there."""
        # The row first: an edition that changes in between then has a revision that nobody can have seen.
        row = self.store.editions.find(self.edition)
        text = self.store.editions.load(self.edition)
        if row is None or text is None:
            raise EditionError(
                f"There is no saved edition {self.edition}. `digest show --list` names those there are."
            )
        return Sheet(document.read(text), row)

    def change(self, sheet: Sheet, edits: Edits) -> Sheet:
        """Edit what was seen, and look at it again.

        Raises ``EditionError`` where the edits do not fit or copies have left, ``ConflictError`` where somebody else
        was quicker.
        """
        after = edit(sheet.edition, edits)
        if after != sheet.edition:
            self.store.editions.edit(self.edition, document.write(after), sheet.row.revision, self.clock())
        return self.look()

    def decide(self, sheet: Sheet, standing: Standing) -> Sheet:
        """Hold or approve what was seen, and look at it again; raises what ``change`` raises."""
        self.store.editions.decide(self.edition, standing, sheet.row.revision)
        return self.look()
