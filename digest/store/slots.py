"""Slots of the schedule, each worked on once, by whichever program comes first."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import select, update

from digest.store import schema
from digest.store.database import Database
from digest.store.processes import is_dead, process_name


class Slots:
    """The slots that were claimed. A claim is a lease: who crashes loses it when it runs out, and on its own machine at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def claim(self, due: datetime, holder: str, now: datetime, lease: timedelta) -> bool:
        """Take the slot for that long. False if it is finished, or another holder has it."""
        table, holder = schema.slots, _named(holder)
        row = {"due": due, "holder": holder, "lease": now + lease}
        first = self._database.insert(table).values(row).on_conflict_do_nothing(index_elements=["due"])
        again = update(table).where(
            table.c.due == due,
            table.c.finished_at.is_(None),
        )
        with self._database.write() as connection:
            held = connection.scalar(select(table.c.holder).where(table.c.due == due)) or ""
            free = (table.c.lease <= now) | (table.c.holder == holder)
            again = again.where(table.c.holder == held if is_dead(_process(held)) else free)
            if connection.execute(first.returning(table.c.due)).first():
                return True
            return connection.execute(again.values(holder=holder, lease=now + lease)).rowcount > 0

    def working(self, due: datetime, now: datetime) -> tuple[str, datetime] | None:
        """Who works on the slot, and until when it is theirs; None if it is finished or nobody's."""
        table = schema.slots
        held = select(table.c.holder, table.c.lease).where(
            table.c.due == due, table.c.finished_at.is_(None), table.c.lease > now
        )
        with self._database.read() as connection:
            row = connection.execute(held).one_or_none()
        if row is None or is_dead(_process(row.holder)):
            return None
        return row.holder.rpartition(" ")[2], row.lease

    def finish(self, due: datetime, holder: str, now: datetime) -> None:
        """The work of the slot is done: nobody gets it again."""
        self._set(due, holder, finished_at=now)

    def release(self, due: datetime, holder: str, now: datetime) -> None:
        """The work failed in an orderly way: anybody may try again at once."""
        self._set(due, holder, lease=now)

    def _set(self, due: datetime, holder: str, **values: datetime) -> None:
        table = schema.slots
        mine = update(table).where(
            table.c.due == due, table.c.holder == _named(holder), table.c.finished_at.is_(None)
        )
        with self._database.write() as connection:
            connection.execute(mine.values(**values))


def _named(holder: str) -> str:
    """The holder with the process that it is."""
    return f"{process_name()} {holder}"


def _process(named: str) -> str:
    """The process in the name of a holder; empty in one that was written before processes were named."""
    return named.partition(" ")[0] if " " in named else ""
