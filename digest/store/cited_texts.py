"""The texts that editions cite, so that the evidence of a point can be shown where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import delete, insert, select

from digest.store import schema
from digest.store.database import Database, storable

_TABLE = schema.cited_texts


class CitedTexts:
    """Texts of articles by edition and address. They cannot be fetched again: pages change and vanish."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, edition_id: str) -> dict[str, str]:
        """The texts that the edition cites, by address; empty if none were kept or they were pruned."""
        found = (
            select(_TABLE.c.url, _TABLE.c.text).where(_TABLE.c.edition == edition_id).order_by(_TABLE.c.url)
        )
        with self._database.read() as connection:
            return {row.url: row.text for row in connection.execute(found)}

    def save(self, edition_id: str, texts: Mapping[str, str], now: datetime) -> None:
        """Keep the texts of an edition, by address, in place of those of an earlier making of it."""
        rows = [
            {"edition": edition_id, "url": url, "text": storable(text), "saved_at": now}
            for url, text in texts.items()
        ]
        with self._database.write() as connection:
            connection.execute(delete(_TABLE).where(_TABLE.c.edition == edition_id))
            if rows:
                connection.execute(insert(_TABLE), rows)

    def prune(self, before: datetime) -> int:
        """Forget what was saved before that moment, since texts are large; says how many texts went."""
        with self._database.write() as connection:
            return connection.execute(delete(_TABLE).where(_TABLE.c.saved_at < before)).rowcount
