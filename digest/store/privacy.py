"""Everything about one reader, and its erasure."""

from __future__ import annotations

from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, func, select, update

from digest.store import schema
from digest.store.database import Database
from digest.store.keys import Keys
from digest.store.subscribers import subscriber_id

_COPIES = schema.deliveries.c


class PersonalData:
    """What is kept about a reader, told or erased."""

    def __init__(self, database: Database, keys: Keys) -> None:
        self._database = database
        self._keys = keys

    def everything(self, address: str) -> dict[str, Any]:
        """Each row about that address by table, ready for JSON; no row if nothing is kept."""
        who = subscriber_id(address)
        copies = select(_COPIES.edition, _COPIES.state, _COPIES.at, _COPIES.reply, _COPIES.variant)
        with self._database.read() as connection:
            return {
                "subscriber": _rows(
                    connection, select(schema.subscribers).where(_id(schema.subscribers, who))
                ),
                "signup": _rows(connection, select(schema.signups).where(_id(schema.signups, who))),
                "bounces": _rows(
                    connection, select(schema.bounces).where(schema.bounces.c.subscriber == who)
                ),
                "copies": _rows(
                    connection, copies.where(_COPIES.subscriber == who).order_by(_COPIES.edition)
                ),
            }

    def erase(self, address: str, now: datetime) -> bool:
        """Forget the reader; only a salted hash stays, so that no file of addresses brings them back.

        Their copies stay as numbers without a name, and those that have not left are held back. False where
        nothing was known of the address.
        """
        who, strays = subscriber_id(address), schema.strays
        hidden = self._keys.hidden(who)
        mark = self._database.insert(schema.erasures).values(hash=hidden, at=now).on_conflict_do_nothing()
        mine = update(schema.deliveries).where(_COPIES.subscriber == who)
        unsent = mine.where(_COPIES.state.not_in(("sent", "failed", "suppressed")))
        # A name that is nobody's, and another one if the reader comes back and is erased again.
        nobody = {"subscriber": f"erased {token_hex(8)}", "address": "", "message_id": "", "reply": "erased"}
        with self._database.write() as connection:
            connection.execute(unsent.values(state="suppressed", at=now))
            copies = connection.execute(mine.values(nobody)).rowcount
            rows = sum(
                connection.execute(delete(table).where(_id(table, who))).rowcount
                for table in (schema.subscribers, schema.signups)
            )
            if not (copies or rows):
                return False
            connection.execute(delete(schema.bounces).where(schema.bounces.c.subscriber == who))
            connection.execute(
                delete(strays).where(func.lower(strays.c.sender).contains(who, autoescape=True))
            )
            connection.execute(mark)
            return True


def _id(table: Table, who: str) -> Any:
    return table.c.id == who


def _rows(connection: Connection, found: Any) -> list[dict[str, Any]]:
    return [_plain(row) for row in connection.execute(found)]


def _plain(row: Row[Any]) -> dict[str, Any]:
    values = row._asdict()
    return {
        name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()
    }
