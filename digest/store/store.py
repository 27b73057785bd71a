"""The open store: its parts, each about one noun, on one database."""

from __future__ import annotations

from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from digest.errors import StoreError
from digest.store.bounces import Bounces
from digest.store.cache import Cache
from digest.store.database import Database
from digest.store.deliveries import Deliveries
from digest.store.editions import Editions
from digest.store.keys import Keys
from digest.store.migrations import migrate
from digest.store.privacy import PersonalData
from digest.store.signups import Signups
from digest.store.slots import Slots
from digest.store.subscribers import Subscribers


class Store:
    """A database with the newest schema. Safe to share among threads; several programs may use one."""

    def __init__(self, url: str) -> None:
        database = Database(url)
        try:
            with database.write() as connection:
                migrate(connection, datetime.now(UTC))
        except StoreError:
            database.close()
            raise
        self._database = database
        self.keep = Cache(database)
        self.editions = Editions(database)
        self.keys = Keys(database)
        self.subscribers = Subscribers(database, self.keys)
        self.deliveries = Deliveries(database)
        self.bounces = Bounces(database)
        self.slots = Slots(database)
        self.signups = Signups(database, self.keys)
        self.personal = PersonalData(database, self.keys)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
