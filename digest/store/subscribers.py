"""Who gets the digest. An address is known by its lower-case form, and written to as it was given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from sqlalchemy import Row, func, select, tuple_, update

from digest.models import Preferences, Subscriber
from digest.store import preferences_json, schema
from digest.store.database import Database
from digest.store.keys import Keys

STOPPABLE = ("pending", "deferred", "claimed")
"""States of a copy whose bytes have not left: they can still be held back."""

PAGE = 1000
"""Readers that are looked up at once."""


def subscriber_id(address: str) -> str:
    """The form in which two ways to write one mailbox are equal. No receiver of note tells case apart."""
    return address.strip().casefold()


Joined = Literal["added", "known", "left", "erased"]
"""What became of an address that somebody else than its reader put on the list."""


class Subscribers:
    """The list of recipients."""

    def __init__(self, database: Database, keys: Keys) -> None:
        self._database = database
        self._keys = keys

    def add(self, address: str, since: datetime) -> Joined:
        """Put the address on the list, again if it had left; one that was erased stays away."""
        joined = self.bring(Subscriber(address, since))
        if joined != "left":
            return joined
        back = update(schema.subscribers).where(schema.subscribers.c.id == subscriber_id(address))
        with self._database.write() as connection:
            connection.execute(back.values(active=True, since=since, address=address.strip()))
        return "added"

    def bring(self, subscriber: Subscriber) -> Joined:
        """Put a reader of another list on this one; who left this one or was erased stays away."""
        table = schema.subscribers
        who = subscriber_id(subscriber.address)
        row = {
            "id": who,
            "address": subscriber.address.strip(),
            "since": subscriber.since,
            "active": True,
            "preferences": preferences_json.written(subscriber.preferences),
        }
        statement = self._database.insert(table).values(row).on_conflict_do_nothing(index_elements=["id"])
        erased = select(schema.erasures.c.hash).where(schema.erasures.c.hash == self._keys.hidden(who))
        with self._database.write() as connection:
            if connection.scalar(erased):
                return "erased"
            if connection.execute(statement.returning(table.c.id)).first():
                return "added"
            active = connection.scalar(select(table.c.active).where(table.c.id == who))
            return "known" if active else "left"

    def prefer(self, address: str, preferences: Preferences) -> bool:
        """Remember what a reader chose; False if the address is not on the list."""
        table = schema.subscribers
        mine = update(table).where(table.c.id == subscriber_id(address), table.c.active)
        with self._database.write() as connection:
            return (
                connection.execute(mine.values(preferences=preferences_json.written(preferences))).rowcount
                > 0
            )

    def find(self, address: str) -> Subscriber | None:
        """The reader of that address, if on the list."""
        table = schema.subscribers
        with self._database.read() as connection:
            found = select(table).where(table.c.id == subscriber_id(address), table.c.active)
            row = connection.execute(found).one_or_none()
            return _subscriber(row) if row else None

    def has_left(self, address: str) -> bool:
        """Whether the address was on the list and is not any more."""
        table = schema.subscribers
        gone = select(table.c.id).where(table.c.id == subscriber_id(address), table.c.active.is_(False))
        with self._database.read() as connection:
            return connection.scalar(gone) is not None

    def remove(self, address: str, now: datetime) -> bool:
        """Take the address off the list, and hold back every copy for it that has not left yet.

        False if it was not on the list.
        """
        table, copies, bounces = schema.subscribers, schema.deliveries, schema.bounces
        who = subscriber_id(address)
        by_themselves = update(bounces).where(bounces.c.subscriber == who).values(decisive=False)
        leave = update(table).where(table.c.id == who, table.c.active).values(active=False)
        hold = update(copies).where(copies.c.subscriber == who, copies.c.state.in_(STOPPABLE))
        with self._database.write() as connection:
            left = connection.execute(leave).rowcount > 0
            connection.execute(hold.values(state="suppressed", reply="left the list", at=now))
            connection.execute(by_themselves)
            return left

    def active(self) -> Iterator[Subscriber]:
        """Everybody who is on the list now, those with the same choices together, then by address.

        A page at a time: a list of any length takes the memory of a page.
        """
        table = schema.subscribers
        place = tuple_(table.c.preferences, table.c.id)
        page = select(table).where(table.c.active).order_by(table.c.preferences, table.c.id).limit(PAGE)
        last: tuple[str, str] | None = None
        while True:
            with self._database.read() as connection:
                rows = connection.execute(page.where(place > last) if last else page).all()
            yield from map(_subscriber, rows)
            if len(rows) < PAGE:
                return
            last = (rows[-1].preferences, rows[-1].id)

    def count(self) -> int:
        """How many are on the list now."""
        table = schema.subscribers
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).where(table.c.active)) or 0


def _subscriber(row: Row[tuple[object, ...]]) -> Subscriber:
    return Subscriber(row.address, row.since, row.active, preferences_json.read(row.preferences))
