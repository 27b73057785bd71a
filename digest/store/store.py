"""The open store: its parts, each about one noun, on one database."""

from __future__ import annotations

from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from digest.errors import StoreError
from digest.store.announcements import Announcements
from digest.store.bounces import Bounces
from digest.store.cache import Cache
from digest.store.cited_texts import CitedTexts
from digest.store.database import Database
from digest.store.deliveries import Deliveries
from digest.store.editions import Editions
from digest.store.feed_health import StoredFeedRecords
from digest.store.keys import Keys
from digest.store.migrations import migrate
from digest.store.operations import Operations
from digest.store.privacy import PersonalData
from digest.store.signups import Signups
from digest.store.slots import Slots
from digest.store.spending import Spending
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
        self.cache = Cache(database)
        self.announcements = Announcements(database)
        self.spending = Spending(database)
        self.feed_health = StoredFeedRecords(database)
        self.cited_texts = CitedTexts(database)
        self.editions = Editions(database)
        self.keys = Keys(database)
        self.subscribers = Subscribers(database, self.keys)
        self.deliveries = Deliveries(database)
        self.bounces = Bounces(database)
        self.slots = Slots(database)
        self.signups = Signups(database, self.keys)
        self.operations = Operations(database)
        self.personal = PersonalData(database, self.keys)

    def prune(self, before: datetime) -> None:
        """Forget what was fetched before that moment and is of no more use, so that a store does not grow for ever."""
        for part in (self.cache, self.cited_texts, self.feed_health):
            part.prune(before)

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
