"""Editions as documents. The store does not look into a document: its form belongs to who writes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Exists, Select, case, exists, func, select, update

from digest.errors import ConflictError, EditionError
from digest.models import ApprovalState
from digest.store import schema
from digest.store.database import Database

_UNTOUCHED = ("pending", "suppressed")


@dataclass(frozen=True, slots=True)
class EditionRow:
    """What the list of editions says of one."""

    id: str
    date: dt.date
    saved_at: dt.datetime
    revision: int = 1
    """Grows with every change; who changes an edition says which one he has seen."""
    edited: bool = False
    """Whether the document is not as it was made any more."""
    standing: ApprovalState = "open"
    """What was decided about exactly this revision."""
    sent: bool = False
    """Whether a copy may have left: from then on it stays as it is."""


class Editions:
    """The saved editions by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self, edition_id: str, date: dt.date, document: str, saved_at: dt.datetime, *, again: bool = False
    ) -> None:
        """Save the document as it was made, in place of an earlier one of that id; one that is held stays so.

        Raises EditionError if a copy of the earlier one may have left, for what readers got is not rewritten,
        and where somebody has edited or approved it, unless it is to be made ``again``.
        """
        table = schema.editions
        statement = self._database.insert(table).values(
            id=edition_id,
            date=date,
            saved_at=saved_at,
            document=document,
            revision=1,
            edited=False,
            standing="open",
        )
        new = {
            **{name: statement.excluded[name] for name in ("date", "saved_at", "document", "edited")},
            "revision": table.c.revision + 1,
            "standing": case((table.c.standing == "held", "held"), else_="open"),
        }
        with self._database.write() as connection:
            self._check(connection, edition_id, again=again)
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=new))

    def check_open(self, edition_id: str, *, again: bool = False) -> None:
        """Raises EditionError if ``save`` would: before an edition is made in vain."""
        with self._database.read() as connection:
            self._check(connection, edition_id, again=again)

    def edit(self, edition_id: str, document: str, revision: int, now: dt.datetime) -> None:
        """Save the document in place of that revision; what was approved has to be approved anew.

        Raises ConflictError if there is another revision by now, EditionError if a copy may have left.
        """
        table = schema.editions.c
        standing = case((table.standing == "held", "held"), else_="open")
        self._change(edition_id, revision, document=document, saved_at=now, edited=True, standing=standing)

    def decide(self, edition_id: str, standing: ApprovalState, revision: int) -> None:
        """Hold or approve that revision; raises what ``edit`` raises."""
        self._change(edition_id, revision, standing=standing)

    def find(self, edition_id: str) -> EditionRow | None:
        """What the list says of that edition, or None if there is none."""
        with self._database.read() as connection:
            found = connection.execute(_rows().where(schema.editions.c.id == edition_id)).first()
            return EditionRow(*found) if found else None

    def load(self, edition_id: str) -> str | None:
        """The document of that edition, or None if there is none."""
        table = schema.editions.c
        with self._database.read() as connection:
            found: str | None = connection.scalar(select(table.document).where(table.id == edition_id))
            return found

    def latest(self) -> str | None:
        """The document of the edition with the last date, of several the one saved last; None without any."""
        table = schema.editions.c
        newest = select(table.document).order_by(table.date.desc(), table.saved_at.desc(), table.id.desc())
        with self._database.read() as connection:
            found: str | None = connection.scalar(newest.limit(1))
            return found

    def number(self, date: dt.date) -> int:
        """Which edition that of the day is, counted from 1: one more than there are of days before."""
        table = schema.editions.c
        with self._database.read() as connection:
            earlier = select(func.count(table.date.distinct())).where(table.date < date)
            return 1 + (connection.scalar(earlier) or 0)

    def list(self) -> tuple[EditionRow, ...]:
        """All editions, the newest first."""
        table = schema.editions.c
        newest = _rows().order_by(table.date.desc(), table.saved_at.desc(), table.id.desc())
        with self._database.read() as connection:
            return tuple(EditionRow(*row) for row in connection.execute(newest))

    def between(self, start: dt.date, end: dt.date) -> tuple[str, ...]:
        """The documents of editions from that day on and before the end, the oldest first."""
        table = schema.editions.c
        rows = select(table.document).where(table.date >= start, table.date < end)
        with self._database.read() as connection:
            return tuple(connection.scalars(rows.order_by(table.date, table.saved_at, table.id)))

    def _change(self, edition_id: str, revision: int, **values: object) -> None:
        table = schema.editions
        seen = update(table).where(table.c.id == edition_id, table.c.revision == revision)
        with self._database.write() as connection:
            if connection.scalar(_left(edition_id)):
                raise EditionError(_SENT.format(edition_id))
            if not connection.execute(seen.values(revision=revision + 1, **values)).rowcount:
                raise ConflictError(_CONFLICT.format(edition_id))

    @staticmethod
    def _check(connection: Connection, edition_id: str, *, again: bool) -> None:
        if connection.scalar(_left(edition_id)):
            raise EditionError(_SENT.format(edition_id))
        table = schema.editions.c
        by_hand = select(
            exists().where(table.id == edition_id, table.edited | (table.standing == "approved"))
        )
        if not again and connection.scalar(by_hand):
            raise EditionError(_BY_HAND.format(edition_id))


_SENT = (
    "The edition {} is being sent or was sent, so it can no longer be changed. "
    "Make the next one tomorrow, or look at this one with: digest show"
)
_BY_HAND = (
    "The edition {} was edited or approved by hand, and making it again would lose that. "
    "`digest make --again` does it all the same."
)
_CONFLICT = (
    "Somebody else has changed the edition {} in the meantime, so nothing was changed. "
    "Look at it as it is now, and decide again."
)


def _rows() -> Select[Any]:
    table = schema.editions.c
    return select(
        table.id,
        table.date,
        table.saved_at,
        table.revision,
        table.edited,
        table.standing,
        copy_left(table.id),
    )


def _left(edition_id: str) -> Select[tuple[bool]]:
    """Whether a copy of the edition may have left."""
    return select(copy_left(edition_id))


def copy_left(edition_id: str | ColumnElement[str]) -> Exists:
    """Whether a copy of the edition may have left, as a condition of a query."""
    copies = schema.deliveries.c
    return exists().where(copies.edition == edition_id, copies.state.not_in(_UNTOUCHED))
