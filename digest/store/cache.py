"""What was fetched, parsed or answered before, so that it need not be again."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import delete, select

from digest.store import schema
from digest.store.database import Database


class Cache:
    """Texts by kind and key. Everything in it can be made again, so it may be emptied at any time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, kind: str, key: str) -> str | None:
        """The text last put there, or None."""
        table = schema.keep
        with self._database.read() as connection:
            found: str | None = connection.scalar(
                select(table.c.value).where(table.c.kind == kind, table.c.key == key)
            )
            return found

    def put(self, kind: str, key: str, value: str) -> None:
        """Keep the text there, in place of an earlier one."""
        statement = self._database.insert(schema.keep).values(
            kind=kind, key=key, value=value, put_at=datetime.now(UTC)
        )
        new = {"value": statement.excluded.value, "put_at": statement.excluded.put_at}
        with self._database.write() as connection:
            connection.execute(statement.on_conflict_do_update(index_elements=["kind", "key"], set_=new))

    def prune(self, before: datetime) -> int:
        """Forget what was put before that moment; says how many texts went."""
        with self._database.write() as connection:
            return connection.execute(delete(schema.keep).where(schema.keep.c.put_at < before)).rowcount
