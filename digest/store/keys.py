"""The keys that sign readers' own addresses. They stay with the list: without them no reader could leave."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy import func, select

from digest.store import schema
from digest.store.database import Database

_OCTETS = 32


class Keys:
    """Keys by age. The newest signs; the older ones still open what they signed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def secrets(self, now: datetime) -> tuple[bytes, ...]:
        """All keys, the newest first; the first one is made when it is asked for."""
        return self._all() or self._made(1, now)

    def rotate(self, now: datetime) -> None:
        """Make a new key that signs from now on."""
        with self._database.read() as connection:
            newest = connection.scalar(select(func.max(schema.keys.c.number))) or 0
        self._made(newest + 1, now)

    def _made(self, number: int, now: datetime) -> tuple[bytes, ...]:
        row = {"number": number, "secret": secrets.token_hex(_OCTETS), "made_at": now}
        with self._database.write() as connection:
            # Somebody else may have made it in the meantime: then theirs counts.
            connection.execute(self._database.insert(schema.keys).values(row).on_conflict_do_nothing())
        return self._all()

    def _all(self) -> tuple[bytes, ...]:
        keys = select(schema.keys.c.secret).order_by(schema.keys.c.number.desc())
        with self._database.read() as connection:
            return tuple(bytes.fromhex(secret) for secret in connection.scalars(keys))
