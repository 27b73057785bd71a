"""How reading each feed went, and since when each of its items is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from digest.models import FeedRecord, SeenItem
from digest.store import schema
from digest.store.database import Database, storable

_FEEDS, _ITEMS = schema.feed_health, schema.feed_items


class StoredFeedRecords:
    """A record for each address of a feed that was ever asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, url: str) -> FeedRecord | None:
        """How reading that feed went, with its items in their order; None if it was never asked."""
        items = select(*(_ITEMS.c[name] for name in SeenItem.__slots__)).where(_ITEMS.c.feed == url)
        with self._database.read() as connection:
            row = connection.execute(select(_FEEDS).where(_FEEDS.c.url == url)).first()
            if row is None:
                return None
            found = connection.execute(items.order_by(_ITEMS.c.position))
            values = {name: value for name, value in row._asdict().items() if name != "checked_at"}
            return FeedRecord(**values, items=tuple(SeenItem(*item) for item in found))

    def save(self, record: FeedRecord, now: datetime) -> None:
        """Keep the record in place of the earlier one of that address."""
        values = {name: getattr(record, name) for name in FeedRecord.__slots__ if name != "items"}
        values |= {"reason": storable(record.reason), "checked_at": now}
        statement = self._database.insert(_FEEDS).values(values)
        new = {name: statement.excluded[name] for name in values if name != "url"}
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["url"], set_=new))
            connection.execute(delete(_ITEMS).where(_ITEMS.c.feed == record.url))
            _insert_items(connection, record)

    def note_articles(self, articles: Mapping[tuple[str, str], str]) -> None:
        """Under which address the article of an item was printed: (feed, item) → article."""
        with self._database.write() as connection:
            for (feed, item), article in articles.items():
                mine = _ITEMS.c.feed == feed, _ITEMS.c.url == item
                connection.execute(update(_ITEMS).where(*mine).values(article_url=article))

    def prune(self, before: datetime) -> int:
        """Forget feeds that were last asked before that moment, as they are no longer configured; says how many."""
        old = select(_FEEDS.c.url).where(_FEEDS.c.checked_at < before)
        with self._database.write() as connection:
            connection.execute(delete(_ITEMS).where(_ITEMS.c.feed.in_(old)))
            return connection.execute(delete(_FEEDS).where(_FEEDS.c.checked_at < before)).rowcount


def _insert_items(connection: Connection, record: FeedRecord) -> None:
    rows = [
        {"feed": record.url, "position": position}
        | {name: getattr(item, name) for name in SeenItem.__slots__}
        for position, item in enumerate(record.items)
    ]
    if rows:
        connection.execute(insert(_ITEMS), rows)
