"""What came back, a row a copy, and who was taken off the list by it; and mail that nobody could read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import dropwhile, takewhile

from sqlalchemy import ColumnElement, Connection, Row, and_, case, delete, func, select, update

from digest.models import Bounce, BounceKind, UnrecognisedBounce
from digest.store import schema
from digest.store.database import Database
from digest.store.subscribers import STOPPABLE, subscriber_id

_WORSE: tuple[BounceKind, ...] = ("blocked", "unreachable", "soft", "hard", "complaint")
_COUNTED: dict[BounceKind, tuple[BounceKind, ...]] = {"soft": ("soft", "hard"), "hard": ("hard",)}
"""Which bounces count against which limit."""
_FEW = 2
"""Copies of an edition that have to come back for good before that can be a fault of ours."""
_SILENT_COPIES = 3
"""Fewest copies to which nobody answered that say anything, however long ago the first was sent."""
_STRAYS = 1000
"""Mails that could not be read, of which so many are remembered."""

_BOUNCES = schema.bounces.c


@dataclass(frozen=True, slots=True)
class BounceRules:
    """When mail that came back takes its reader off the list."""

    most: Mapping[BounceKind, int]
    """How many copies may come back, by what is limited: soft and hard ones, or hard ones alone."""
    since: datetime
    """Only later bounces count."""
    silence: timedelta
    """How long nobody may have answered."""
    excessive: Callable[[int, int], bool]
    """Whether so many hard bounces of so many copies of an edition are a fault of ours, and count against nobody."""


class Bounces:
    """Copies that came back. A copy counts once, as the worst that was heard of it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, bounce: Bounce, rules: BounceRules) -> bool:
        """Count the bounce; says whether the reader was taken off the list by it.

        A complaint takes a reader off at once, a blocked copy never does, and one to which nobody answered if none of that
        reader's arrived for as long as ``rules.silence``. Otherwise so many copies may come back, after ``rules.since`` and
        after the reader came to the list. An edition of which too many copies were refused for good counts against
        nobody, until somebody believes it; who was taken off by it before that was seen is on the list again.
        """
        with self._database.write() as connection:
            self._put(connection, bounce)
            if bounce.kind == "hard" and _is_ours(connection, bounce.edition_id, rules.excessive):
                _put_back(connection, _BOUNCES.edition == bounce.edition_id)
                return False
            return self._is_enough(connection, bounce, rules) and self._taken_off(connection, bounce)

    def believe(self, edition: str, now: datetime) -> None:
        """Remember that the refusals of the edition are about its readers, however many there are."""
        put = self._database.insert(schema.believed_refusals).values(edition=edition, at=now)
        with self._database.write() as connection:
            connection.execute(put.on_conflict_do_nothing())

    def is_believed(self, edition: str) -> bool:
        """Whether somebody said that the refusals of the edition are about its readers."""
        with self._database.read() as connection:
            return _is_believed(connection, edition)

    def is_ours(self, edition: str, excessive: Callable[[int, int], bool]) -> bool:
        """Whether so many copies of the edition came back that they count against nobody."""
        with self._database.read() as connection:
            return _is_ours(connection, edition, excessive)

    def restore(self, since: datetime) -> tuple[str, ...]:
        """Put readers on the list again who were taken off by bounces from ``since`` on; their addresses.

        Not who complained, nor who left by themselves. What came back of them before does not count any more.
        """
        with self._database.write() as connection:
            back = _put_back(connection, _BOUNCES.at >= since)
            for address in back:
                of_reader = _BOUNCES.subscriber == subscriber_id(address)
                connection.execute(update(schema.bounces).where(of_reader).values(kind="blocked"))
            return back

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

    def _is_enough(self, connection: Connection, bounce: Bounce, rules: BounceRules) -> bool:
        """Whether the reader is to be taken off the list."""
        if bounce.kind in ("blocked", "complaint"):
            return bounce.kind == "complaint"
        if bounce.kind == "unreachable":
            return self._is_silent(connection, bounce, rules.silence)
        return self._too_many(connection, bounce.address, rules)

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

    def _too_many(self, connection: Connection, address: str, rules: BounceRules) -> bool:
        who = subscriber_id(address)
        joined = self._joined(connection, who)
        found = select(_BOUNCES.kind, _BOUNCES.edition).where(
            _BOUNCES.subscriber == who, _BOUNCES.at >= max(rules.since, joined or rules.since)
        )
        rows = connection.execute(found).all()
        if not _reaches(Counter(row.kind for row in rows), rules):
            return False
        counted = [
            row.kind
            for row in rows
            if row.kind != "hard" or not _is_ours(connection, row.edition, rules.excessive)
        ]
        return _reaches(Counter(counted), rules)

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


def _reaches(counts: Mapping[BounceKind, int], rules: BounceRules) -> bool:
    return any(
        sum(counts.get(kind, 0) for kind in _COUNTED[limited]) >= most for limited, most in rules.most.items()
    )


def _is_ours(connection: Connection, edition: str, excessive: Callable[[int, int], bool]) -> bool:
    """Whether too many copies of the edition came back for good, and nobody believes it."""
    hard = select(func.count()).where(_BOUNCES.edition == edition, _BOUNCES.kind == "hard")
    refused = connection.scalar(hard) or 0
    if refused < _FEW or _is_believed(connection, edition):
        return False
    copies = select(func.count()).where(schema.deliveries.c.edition == edition)
    return excessive(refused, connection.scalar(copies) or 0)


def _is_believed(connection: Connection, edition: str) -> bool:
    table = schema.believed_refusals
    return connection.scalar(select(table.c.edition).where(table.c.edition == edition)) is not None


def _put_back(connection: Connection, which: ColumnElement[bool]) -> tuple[str, ...]:
    """Put on the list again who was taken off it by such bounces, and not by a complaint; their addresses."""
    readers = schema.subscribers
    complained = select(_BOUNCES.subscriber).where(_BOUNCES.kind == "complaint")
    taken_off = select(_BOUNCES.subscriber).where(
        which, _BOUNCES.decisive, _BOUNCES.subscriber.not_in(complained)
    )
    back = update(readers).where(readers.c.id.in_(taken_off), readers.c.active.is_(False))
    addresses = connection.scalars(back.values(active=True).returning(readers.c.address)).all()
    if addresses:
        restored = which & _BOUNCES.subscriber.in_(select(readers.c.id).where(readers.c.active))
        connection.execute(update(schema.bounces).where(restored).values(decisive=False))
    return tuple(sorted(addresses))


def _bounce(row: Row[tuple[object, ...]]) -> Bounce:
    return Bounce(edition_id=row.edition, address=row.address, kind=row.kind, words=row.words, at=row.at)
