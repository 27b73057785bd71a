"""The keys that sign readers' own addresses. They stay with the list: without them no reader could leave."""

from __future__ import annotations

import hmac
import secrets
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from sqlalchemy import func, select

from digest.store import schema
from digest.store.database import Database

LIFE = timedelta(days=400)
"""How long a key that was replaced still opens what it signed: a reader may leave by a mail of last year."""

_OCTETS = 32
_AGELESS = datetime(1970, 1, 1, tzinfo=UTC)
_SALT = 0
"""Number of the secret that is no key: it hides addresses that must not be kept, and never changes."""


class Keys:
    """Keys by age. The newest signs; the older ones still open what they signed, for ``LIFE``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._salt = b""

    def secrets(self, now: datetime) -> tuple[bytes, ...]:
        """All keys that still open something, the newest first; the first one is made when it is asked for."""
        keys = self._known()
        if not keys:
            self._made(1, now)
            keys = self._known()
        kept = [older for newer, older in pairwise(keys) if newer[1] > now - LIFE]
        return tuple(secret for secret, _made_at in (keys[0], *kept))

    def rotate(self, now: datetime) -> int:
        """Make a new key that signs from now on; gives its number."""
        with self._database.read() as connection:
            newest = connection.scalar(select(func.max(schema.keys.c.number))) or 0
        self._made(newest + 1, now)
        return newest + 1

    def hidden(self, text: str) -> str:
        """The text as a hash that only this list can make, so that it tells nothing without the database."""
        if not self._salt:
            self._made(_SALT, _AGELESS)
            self._salt = self._secret(_SALT)
        return hmac.digest(self._salt, text.encode(), "sha256").hex()

    def _made(self, number: int, now: datetime) -> None:
        row = {"number": number, "secret": secrets.token_hex(_OCTETS), "made_at": now}
        with self._database.write() as connection:
            # Somebody else may have made it in the meantime: then theirs counts.
            connection.execute(self._database.insert(schema.keys).values(row).on_conflict_do_nothing())

    def _secret(self, number: int) -> bytes:
        secret = select(schema.keys.c.secret).where(schema.keys.c.number == number)
        with self._database.read() as connection:
            return bytes.fromhex(connection.scalars(secret).one())

    def _known(self) -> list[tuple[bytes, datetime]]:
        """Secret and time of each key, the newest first."""
        keys = select(schema.keys).where(schema.keys.c.number > _SALT).order_by(schema.keys.c.number.desc())
        with self._database.read() as connection:
            return [(bytes.fromhex(row.secret), row.made_at) for row in connection.execute(keys)]
