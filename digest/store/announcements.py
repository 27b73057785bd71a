"""Which channels were told of which edition, so that each is told once."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from digest.store import schema
from digest.store.database import Database


class Announcements:
    """Editions and the channels that were told of them. A channel's address may hold a token: only its hash is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def was_told(self, edition_id: str, channel: str) -> bool:
        """Whether that channel was told of that edition."""
        table = schema.announcements.c
        mine = table.edition == edition_id, table.channel == _hash(channel)
        with self._database.read() as connection:
            return connection.scalar(select(table.at).where(*mine)) is not None

    def note(self, edition_id: str, channel: str, now: datetime) -> None:
        """The channel was told; a second note of it changes nothing."""
        row = {"edition": edition_id, "channel": _hash(channel), "at": now}
        statement = self._database.insert(schema.announcements).values(row).on_conflict_do_nothing()
        with self._database.write() as connection:
            connection.execute(statement)


def _hash(channel: str) -> str:
    return sha256(channel.encode()).hexdigest()
