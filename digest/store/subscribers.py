"""Who gets the digest. An address is known by its lower-case form, and written to as it was given."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import Row, select, update

from digest.models import Subscriber
from digest.store import schema
from digest.store.database import Database

STOPPABLE = ("pending", "deferred", "claimed")
"""States of a copy whose bytes have not left: they can still be held back."""


def subscriber_id(address: str) -> str:
    """The form in which two ways to write one mailbox are equal. No receiver of note tells case apart."""
    return address.strip().casefold()


class Subscribers:
    """The list of recipients."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, address: str, since: datetime) -> bool:
        """Put the address on the list, again if it had left; False where it is on it already."""
        table = schema.subscribers
        who = subscriber_id(address)
        known = select(table.c.active).where(table.c.id == who)
        row = {"id": who, "address": address.strip(), "since": since, "active": True}
        statement = self._database.insert(table).values(row)
        with self._database.write() as connection:
            if connection.scalar(known):
                return False
            connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=row))
            return True

    def bring(self, address: str, since: datetime) -> Literal["added", "known", "left"]:
        """Put an address of another list on this one; who left this one stays away."""
        table = schema.subscribers
        who = subscriber_id(address)
        row = {"id": who, "address": address.strip(), "since": since, "active": True}
        statement = self._database.insert(table).values(row).on_conflict_do_nothing(index_elements=["id"])
        with self._database.write() as connection:
            if connection.execute(statement.returning(table.c.id)).first():
                return "added"
            active = connection.scalar(select(table.c.active).where(table.c.id == who))
            return "known" if active else "left"

    def remove(self, address: str, now: datetime) -> bool:
        """Take the address off the list, and hold back every copy for it that has not left yet.

        False where it was not on the list.
        """
        table, copies = schema.subscribers, schema.deliveries
        who = subscriber_id(address)
        leave = update(table).where(table.c.id == who, table.c.active).values(active=False)
        hold = update(copies).where(copies.c.subscriber == who, copies.c.state.in_(STOPPABLE))
        with self._database.write() as connection:
            left = connection.execute(leave).rowcount > 0
            connection.execute(hold.values(state="suppressed", reply="left the list", at=now))
            return left

    def list(self) -> tuple[Subscriber, ...]:
        """Everybody who ever was on the list, by address."""
        with self._database.read() as connection:
            rows = connection.execute(select(schema.subscribers).order_by(schema.subscribers.c.id))
            return tuple(_subscriber(row) for row in rows)

    def active(self) -> tuple[Subscriber, ...]:
        """Everybody who is on the list now, by address."""
        table = schema.subscribers
        with self._database.read() as connection:
            rows = connection.execute(select(table).where(table.c.active).order_by(table.c.id))
            return tuple(_subscriber(row) for row in rows)


def _subscriber(row: Row[tuple[object, ...]]) -> Subscriber:
    return Subscriber(address=row.address, since=row.since, active=row.active)
