"""What came back, a row a copy, and who was taken off the list by it; and mail that nobody could read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import dropwhile, takewhile

from sqlalchemy import Connection, Row, and_, case, delete, func, select, update

from digest.models import Bounce, BounceKind, UnrecognisedBounce
from digest.store import schema
from digest.store.database import Database
from digest.store.subscribers import STOPPABLE, subscriber_id

_WORSE: tuple[BounceKind, ...] = ("blocked", "unreachable", "soft", "hard", "complaint")
_COUNTED: dict[BounceKind, tuple[BounceKind, ...]] = {"soft": ("soft", "hard"), "hard": ("hard",)}
"""Which bounces count against which limit."""
_SILENT_COPIES = 3
"""Fewest copies to which nobody answered that say anything, however long ago the first was sent."""
_STRAYS = 1000
"""Mails that could not be read, of which so many are remembered."""

_BOUNCES = schema.bounces.c


class Bounces:
    """Copies that came back. A copy counts once, as the worst that was heard of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(
        self, bounce: Bounce, limits: Mapping[BounceKind, int], since: datetime, silence: timedelta
    ) -> bool:
        """Count the bounce; says whether the reader was taken off the list by it.

        A complaint takes a reader off at once, a blocked copy never does, and one to which nobody answered if none of that
        reader's arrived for as long as ``silence``. Otherwise ``limits`` says how many copies may come back, soft ones
        and hard ones or hard ones alone, after ``since`` and after the reader came to the list.
        """
        with self._database.write() as connection:
            self._put(connection, bounce)
            if not self._is_enough(connection, bounce, limits, since, silence):
                return False
            return self._taken_off(connection, bounce)

    def rows(self, edition: str) -> tuple[Bounce, ...]:
        """The copies of an edition that came back, by address."""
        found = select(schema.bounces).where(_BOUNCES.edition == edition).order_by(_BOUNCES.subscriber)
        with self._database.read() as connection:
            return tuple(_bounce(row) for row in connection.execute(found))

    def counts(self) -> dict[str, dict[BounceKind, int]]:
        """How many copies came back, by address and kind, of everybody to whom it happened."""
        rows = select(_BOUNCES.subscriber, _BOUNCES.kind, func.count()).group_by(
            _BOUNCES.subscriber, _BOUNCES.kind
        )
        counts: dict[str, dict[BounceKind, int]] = {}
        with self._database.read() as connection:
            for subscriber, kind, count in connection.execute(rows.order_by(_BOUNCES.subscriber)):
                counts.setdefault(subscriber, {})[kind] = count
        return counts

    def removed(self) -> tuple[Bounce, ...]:
        """The bounces that took readers off the list who are still off it, by address."""
        off = select(schema.subscribers.c.id).where(schema.subscribers.c.active.is_(False))
        found = select(schema.bounces).where(_BOUNCES.decisive, _BOUNCES.subscriber.in_(off))
        with self._database.read() as connection:
            return tuple(_bounce(row) for row in connection.execute(found.order_by(_BOUNCES.subscriber)))

    def stray(self, stray: UnrecognisedBounce) -> None:
        """Remember a mail that could not be read; the same one once."""
        table = schema.strays
        row = {"id": stray.id, "sender": stray.sender, "subject": stray.subject, "reason": stray.reason}
        put = self._database.insert(table).values(**row, at=stray.at).on_conflict_do_nothing()
        newest = select(table.c.id).order_by(table.c.at.desc(), table.c.id).limit(_STRAYS)
        with self._database.write() as connection:
            connection.execute(put)
            connection.execute(delete(table).where(table.c.id.not_in(newest)))

    def strays(self) -> tuple[UnrecognisedBounce, ...]:
        """The mails that could not be read, the newest first."""
        table = schema.strays
        with self._database.read() as connection:
            rows = connection.execute(select(table).order_by(table.c.at.desc(), table.c.id))
            return tuple(
                UnrecognisedBounce(row.id, row.sender, row.subject, row.reason, row.at) for row in rows
            )

    def _put(self, connection: Connection, bounce: Bounce) -> None:
        row = {
            "edition": bounce.edition_id,
            "subscriber": subscriber_id(bounce.address),
            "address": bounce.address,
            "kind": bounce.kind,
            "words": bounce.words,
            "at": bounce.at,
            "decisive": False,
        }
        put = self._database.insert(schema.bounces).values(row)
        rank = {kind: number for number, kind in enumerate(_WORSE)}
        worse = case(rank, value=_BOUNCES.kind) < rank[bounce.kind]
        news = {key: row[key] for key in ("kind", "words", "at")}
        connection.execute(
            put.on_conflict_do_update(index_elements=["edition", "subscriber"], set_=news, where=worse)
        )

    def _is_enough(
        self,
        connection: Connection,
        bounce: Bounce,
        limits: Mapping[BounceKind, int],
        since: datetime,
        silence: timedelta,
    ) -> bool:
        """Whether the reader is to be taken off the list."""
        if bounce.kind in ("blocked", "complaint"):
            return bounce.kind == "complaint"
        if bounce.kind == "unreachable":
            return self._is_silent(connection, bounce, silence)
        return self._too_many(connection, bounce.address, limits, since)

    def _is_silent(self, connection: Connection, bounce: Bounce, silence: timedelta) -> bool:
        """Whether every copy for so long came back, and the fault is not ours: others got the first edition that was lost.

        Copies after this one are not looked at, nor whether others got it: they may come back yet.
        """
        who, copies = subscriber_id(bounce.address), schema.deliveries.c
        of_copy = and_(_BOUNCES.edition == copies.edition, _BOUNCES.subscriber == copies.subscriber)
        sent = (
            select(copies.edition, copies.at, _BOUNCES.kind)
            .select_from(schema.deliveries.outerjoin(schema.bounces, of_copy))
            .where(copies.state == "sent")
        )
        since = self._joined(connection, who) or bounce.at - silence
        own = connection.execute(
            sent.where(copies.subscriber == who, copies.at >= since).order_by(copies.at.desc())
        ).all()
        until_this = dropwhile(lambda copy: copy.edition != bounce.edition_id, own)
        lost = list(takewhile(lambda copy: copy.kind not in (None, "blocked"), until_this))
        if len(lost) < _SILENT_COPIES or lost[0].at - lost[-1].at < silence:
            return False
        others = sent.where(
            copies.edition == lost[-1].edition, copies.subscriber != who, _BOUNCES.kind.is_(None)
        )
        return connection.execute(others.limit(1)).first() is not None

    def _too_many(
        self, connection: Connection, address: str, limits: Mapping[BounceKind, int], since: datetime
    ) -> bool:
        who = subscriber_id(address)
        joined = self._joined(connection, who)
        kinds = select(_BOUNCES.kind, func.count()).where(
            _BOUNCES.subscriber == who, _BOUNCES.at >= max(since, joined or since)
        )
        counted = {row[0]: row[1] for row in connection.execute(kinds.group_by(_BOUNCES.kind))}
        return any(
            sum(counted.get(kind, 0) for kind in _COUNTED[limited]) >= most
            for limited, most in limits.items()
        )

    def _joined(self, connection: Connection, who: str) -> datetime | None:
        """When the reader came to the list, the last time."""
        return connection.scalar(select(schema.subscribers.c.since).where(schema.subscribers.c.id == who))

    def _taken_off(self, connection: Connection, bounce: Bounce) -> bool:
        who, copies = subscriber_id(bounce.address), schema.deliveries
        off = update(schema.subscribers).where(
            schema.subscribers.c.id == who, schema.subscribers.c.active.is_(True)
        )
        if not connection.execute(off.values(active=False)).rowcount:
            return False
        held = update(copies).where(copies.c.subscriber == who, copies.c.state.in_(STOPPABLE))
        connection.execute(held.values(state="suppressed", reply="mail came back", at=bounce.at))
        this = update(schema.bounces).where(_BOUNCES.edition == bounce.edition_id, _BOUNCES.subscriber == who)
        connection.execute(this.values(decisive=True))
        return True


def _bounce(row: Row[tuple[object, ...]]) -> Bounce:
    return Bounce(edition_id=row.edition, address=row.address, kind=row.kind, words=row.words, at=row.at)
