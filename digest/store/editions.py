"""Editions as documents. The store does not look into a document: its form belongs to who writes it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Select, exists, func, select

from digest.errors import EditionError
from digest.store import schema
from digest.store.database import Database

_UNTOUCHED = ("pending", "suppressed")


@dataclass(frozen=True, slots=True)
class EditionRow:
    """What the list of editions says of one."""

    id: str
    date: dt.date
    saved_at: dt.datetime


class Editions:
    """The saved editions by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, edition_id: str, date: dt.date, document: str, saved_at: dt.datetime) -> None:
        """Save the document, in place of an earlier one of that id.

        Raises EditionError where a copy of the earlier one may have left: what readers got is not rewritten.
        """
        statement = self._database.insert(schema.editions).values(
            id=edition_id, date=date, saved_at=saved_at, document=document
        )
        new = {name: statement.excluded[name] for name in ("date", "saved_at", "document")}
        with self._database.write() as connection:
            if connection.scalar(_left(edition_id)):
                raise EditionError(_SENT.format(edition_id))
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=new))

    def check_open(self, edition_id: str) -> None:
        """Raises EditionError where ``save`` would: before an edition is made in vain."""
        with self._database.read() as connection:
            if connection.scalar(_left(edition_id)):
                raise EditionError(_SENT.format(edition_id))

    def load(self, edition_id: str) -> str | None:
        """The document of that edition, or None where there is none."""
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
        rows = select(table.id, table.date, table.saved_at)
        with self._database.read() as connection:
            found = connection.execute(
                rows.order_by(table.date.desc(), table.saved_at.desc(), table.id.desc())
            )
            return tuple(EditionRow(*row) for row in found)

    def between(self, start: dt.date, end: dt.date) -> tuple[str, ...]:
        """The documents of editions from that day on and before the end, the oldest first."""
        table = schema.editions.c
        rows = select(table.document).where(table.date >= start, table.date < end)
        with self._database.read() as connection:
            return tuple(connection.scalars(rows.order_by(table.date, table.saved_at, table.id)))


_SENT = (
    "The edition {} is being sent or was sent, so it stays as it is. "
    "Make the next one tomorrow, or look at this one with: digest show"
)


def _left(edition_id: str) -> Select[tuple[bool]]:
    """Whether a copy of the edition may have left."""
    copies = schema.deliveries.c
    return select(exists().where(copies.edition == edition_id, copies.state.not_in(_UNTOUCHED)))
