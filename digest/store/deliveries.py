"""The copies of an edition, a row each. The table is the truth: no queue, no state in a process.

A row goes pending → claimed (with a lease) → inflight → sent, deferred, failed, suppressed or uncertain.
``inflight`` is written before the first byte of a copy leaves, so that after a crash at any moment exactly
the copies that may have arrived are known: their leases run out and they become ``uncertain``.

On SQLite only claims wait for the disk: what a program wrote outlives the program anyhow. Should the machine itself
stop, the last marks may be lost; then all that its programs had claimed is uncertain. So the row's holder names the
time since the machine was started as well.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import (
    BindParameter,
    Connection,
    Null,
    Row,
    Select,
    bindparam,
    exists,
    func,
    null,
    or_,
    select,
    update,
)

from digest.models import Delivery, DeliveryState
from digest.store import schema
from digest.store.database import Database
from digest.store.processes import is_dead, process_name
from digest.store.subscribers import subscriber_id

_OPEN = ("claimed", "inflight", "uncertain")
"""States in which a holder may still say what became of a copy: an expired lease is doubt, not knowledge."""

_WAITING = ("pending", "deferred")
_SETTLED = ("sent", "failed", "suppressed", "uncertain")

_COPIES = schema.deliveries.c
_HELD = _COPIES.state.in_(("claimed", "inflight"))


class Deliveries:
    """Every copy of every edition and what became of it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._process = process_name()

    def _held_by(self, holder: str) -> str:
        return f"{self._database.session}/{self._process}/{holder}"

    def enqueue(self, copies: Sequence[Delivery], now: datetime) -> None:
        """Add a pending row for each copy that has none; twice is as good as once."""
        rows = [
            {
                "edition": copy.edition_id,
                "subscriber": subscriber_id(copy.address),
                "address": copy.address,
                "state": "pending",
                "message_id": copy.message_id,
                "attempts": 0,
                "reply": "",
                "at": now,
                "due": max(copy.due or now, now),
                "holder": "",
                "variant": copy.variant,
            }
            for copy in copies
        ]
        statement = self._database.insert(schema.deliveries).on_conflict_do_nothing()
        if rows:
            with self._database.write() as connection:
                connection.execute(statement, rows)

    def claim(
        self, edition: str, holder: str, limit: int, now: datetime, lease: timedelta
    ) -> tuple[Delivery, ...]:
        """Up to that many copies that may be sent now, for this holder alone until the lease runs out.

        Who has left the list meanwhile is marked ``suppressed`` instead.
        """
        with self._database.write() as connection:
            while True:
                claim = _Claim(edition, self._held_by(holder), now, lease)
                taken = self._taken(connection, claim, limit)
                gone = self._suppressed(connection, claim) if taken else set()
                kept = [copy for copy in taken if subscriber_id(copy.address) not in gone]
                if kept or not taken:
                    return tuple(sorted(kept, key=lambda copy: copy.address))

    def record(
        self, copies: Sequence[Delivery], holder: str, now: datetime, lease: timedelta
    ) -> tuple[Delivery, ...]:
        """Write what became of copies of one edition that this holder has claimed, all in one transaction.

        A departure counts as a try. Returns the departures that were refused, because the hold was lost or the
        reader left: their bytes must not leave. One commit serves the end of one copy and the departure of the next,
        for any number of both.
        """
        leaving = [copy for copy in copies if copy.state == "inflight"]
        settled = [copy for copy in copies if copy.state in _SETTLED]
        back = [copy for copy in copies if copy.state in _WAITING]
        holder = self._held_by(holder)
        with self._database.write(synced=False) as connection:
            if settled:
                connection.execute(_SETTLE, [_ended(copy, holder, now) for copy in settled])
            if back:
                connection.execute(_PUT_BACK, [_put_back(copy, holder, now) for copy in back])
            if not leaving:
                return ()
            until = now + lease
            departing = [{**_named(copy, holder, now), "until": until} for copy in leaving]
            if connection.execute(_DEPART, departing).rowcount == len(leaving):
                return ()
            return self._not_departed(connection, leaving, holder)

    def _not_departed(
        self, connection: Connection, leaving: Sequence[Delivery], holder: str
    ) -> tuple[Delivery, ...]:
        flying = select(_COPIES.edition, _COPIES.subscriber).where(
            _COPIES.holder == holder, _COPIES.state == "inflight"
        )
        gone = {(row.edition, row.subscriber) for row in connection.execute(flying)}
        return tuple(copy for copy in leaving if (copy.edition_id, subscriber_id(copy.address)) not in gone)

    def renew(self, holder: str, now: datetime, lease: timedelta) -> None:
        """The holder is alive: its leases run anew."""
        held = update(schema.deliveries).where(
            _COPIES.state.in_(("claimed", "inflight")), _COPIES.holder == self._held_by(holder)
        )
        with self._database.write() as connection:
            connection.execute(held.values(lease=now + lease))

    def release(self, holder: str, now: datetime) -> None:
        """Give back what the holder claimed and did not begin, so that nobody must wait for its lease."""
        held = update(schema.deliveries).where(
            _COPIES.state == "claimed", _COPIES.holder == self._held_by(holder)
        )
        with self._database.write() as connection:
            connection.execute(held.values(state="pending", holder="", at=now))

    def expire(self, edition: str, now: datetime) -> tuple[Delivery, ...]:
        """Take back what dead holders had: a claimed copy is pending again, one in flight is uncertain.

        So is a claimed one, where the machine itself stopped. A holder is dead when its lease is over, and at once where its
        process ended on this very machine. Returns the copies that became uncertain by it.
        """
        table = schema.deliveries
        over = (_COPIES.edition == edition) & or_(_COPIES.lease <= now, _COPIES.holder.in_(self._dead()))
        known = _COPIES.holder.startswith(f"{self._database.session}/", autoescape=True)
        back = update(table).where(over, _COPIES.state == "claimed", known).values(state="pending", holder="")
        lost = update(table).where(over, _COPIES.state.in_(("claimed", "inflight")))
        doubt = lost.values(
            state="uncertain",
            at=now,
            reply="the sending program or its machine stopped while it may have been on its way",
        )
        with self._database.write() as connection:
            connection.execute(back)
            return tuple(_delivery(row) for row in connection.execute(doubt.returning(*_COPIES)))

    def _dead(self) -> tuple[str, ...]:
        """The holders of copies whose process ended on this machine."""
        with self._database.read() as connection:
            holders = connection.scalars(select(_COPIES.holder).where(_HELD).distinct())
            return tuple(holder for holder in holders if is_dead(_process_of(holder)))

    def decide(self, edition: str, addresses: Collection[str], state: DeliveryState, now: datetime) -> int:
        """Settle uncertain copies by a person's decision: ``sent`` to leave them, ``pending`` to send them again."""
        ids = [subscriber_id(address) for address in addresses]
        doubtful = update(schema.deliveries).where(
            _COPIES.edition == edition, _COPIES.state == "uncertain", _COPIES.subscriber.in_(ids)
        )
        decided = doubtful.values(state=state, at=now, due=now, holder="", reply="decided by hand")
        with self._database.write() as connection:
            return connection.execute(decided).rowcount

    def reopen(self, edition: str, addresses: Collection[str], now: datetime, due: datetime) -> None:
        """Put copies off that were refused for what is no fault of their readers, to be tried again from ``due`` on."""
        ids = [subscriber_id(address) for address in addresses]
        refused = update(schema.deliveries).where(
            _COPIES.edition == edition, _COPIES.state == "failed", _COPIES.subscriber.in_(ids)
        )
        with self._database.write() as connection:
            connection.execute(refused.values(state="deferred", at=now, due=due, holder=""))

    def hasten(self, edition: str, now: datetime) -> None:
        """Copies that were put off may be tried at once."""
        waits = update(schema.deliveries).where(_COPIES.edition == edition, _COPIES.state == "deferred")
        with self._database.write() as connection:
            connection.execute(waits.values(due=now))

    def counts(self, edition: str) -> dict[DeliveryState, int]:
        """How many copies of the edition are in each state; states without a copy are left out."""
        rows = select(_COPIES.state, func.count()).where(_COPIES.edition == edition).group_by(_COPIES.state)
        with self._database.read() as connection:
            return {row[0]: row[1] for row in connection.execute(rows.order_by(_COPIES.state))}

    def rows(self, edition: str, states: Collection[DeliveryState] = ()) -> tuple[Delivery, ...]:
        """The copies of an edition by address, all or those in certain states."""
        found = select(schema.deliveries).where(_COPIES.edition == edition)
        chosen = found.where(_COPIES.state.in_(states)) if states else found
        with self._database.read() as connection:
            rows = connection.execute(chosen.order_by(_COPIES.subscriber))
            return tuple(_delivery(row) for row in rows)

    def of_message(self, message_id: str) -> Delivery | None:
        """The copy with that Message-ID."""
        found = select(schema.deliveries).where(_COPIES.message_id == message_id)
        with self._database.read() as connection:
            row = connection.execute(found.limit(1)).one_or_none()
            return _delivery(row) if row else None

    def waiting(self, edition: str, now: datetime) -> int:
        """How many copies of the edition may be sent now."""
        due = (_COPIES.edition == edition) & _COPIES.state.in_(_WAITING) & (_COPIES.due <= now)
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(schema.deliveries).where(due)) or 0

    def later(self, edition: str, now: datetime) -> tuple[int, datetime | None]:
        """How many copies wait for the hour that their readers chose, and the first such hour."""
        waits = (_COPIES.edition == edition) & (_COPIES.state == "pending") & (_COPIES.due > now)
        found = select(func.count(), func.min(_COPIES.due)).where(waits)
        with self._database.read() as connection:
            count, first = connection.execute(found).one()
            return count, first

    def unfinished(self, now: datetime) -> tuple[str, ...]:
        """Editions of which a copy may be sent now, or was left behind by a program that died."""
        waits = _COPIES.state.in_(_WAITING) & (_COPIES.due <= now)
        left = _HELD & or_(_COPIES.lease <= now, _COPIES.holder.in_(self._dead()))
        rows = select(_COPIES.edition).where(waits | left).distinct().order_by(_COPIES.edition)
        with self._database.read() as connection:
            return tuple(connection.scalars(rows))

    def variants(self, edition: str) -> tuple[str, ...]:
        """The variants of the edition of which a copy waits."""
        waits = (_COPIES.edition == edition) & _COPIES.state.in_((*_WAITING, "claimed", "inflight"))
        with self._database.read() as connection:
            return tuple(connection.scalars(select(_COPIES.variant).where(waits).distinct()))

    def departed_since(self, moment: datetime) -> int:
        """How many copies of any edition were handed to the relay from then on, uncertain ones included."""
        left = _COPIES.state.in_(("inflight", "sent", "uncertain")) & (_COPIES.at >= moment)
        with self._database.read() as connection:
            return connection.scalar(select(func.count()).select_from(schema.deliveries).where(left)) or 0

    def _taken(self, connection: Connection, claim: _Claim, limit: int) -> list[Delivery]:
        """Copies that were put off and are due come first; each state is read in the order of its index."""
        taken: list[Delivery] = []
        for state in reversed(_WAITING):
            due = _due(claim, state, limit - len(taken), connection)
            mine = update(schema.deliveries).where(
                _COPIES.edition == claim.edition_id, _COPIES.subscriber.in_(due)
            )
            held = mine.values(
                state="claimed", holder=claim.holder, lease=claim.now + claim.lease, at=claim.now
            )
            taken += [_delivery(row) for row in connection.execute(held.returning(*_COPIES))]
        return taken

    def _suppressed(self, connection: Connection, claim: _Claim) -> set[str]:
        """Whose copies were held back, of those that were just claimed, because they are not on the list any more."""
        left = exists().where(
            schema.subscribers.c.id == _COPIES.subscriber, schema.subscribers.c.active.is_(False)
        )
        mine = (_COPIES.edition == claim.edition_id) & (_COPIES.holder == claim.holder)
        gone = update(schema.deliveries).where(mine, _COPIES.state == "claimed", left)
        held = gone.values(state="suppressed", at=claim.now, reply="left the list").returning(
            _COPIES.subscriber
        )
        return set(connection.scalars(held))


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who claims copies of what, and for how long."""

    edition_id: str
    holder: str
    now: datetime
    lease: timedelta


def _due(claim: _Claim, state: str, limit: int, connection: Connection) -> Select[tuple[str]]:
    """Whose copies in that state are due, the oldest first."""
    due = (_COPIES.edition == claim.edition_id) & (_COPIES.state == state) & (_COPIES.due <= claim.now)
    first = select(_COPIES.subscriber).where(due).order_by(_COPIES.due).limit(limit)
    if connection.dialect.name == "postgresql":
        # Several claimers pass each other by. As a plain subquery it could be run more than once, and take more
        # than the limit; on SQLite there is one writer at a time anyhow.
        first = first.with_for_update(skip_locked=True)
    due_now = first.cte("due_now")
    return select(due_now.c.subscriber)


_MINE = (
    (_COPIES.edition == bindparam("of_edition"))
    & (_COPIES.subscriber == bindparam("for_subscriber"))
    & (_COPIES.holder == bindparam("held_by"))
)
# A copy departs only from a claim that still stands.
_DEPART = (
    update(schema.deliveries)
    .where(_MINE, _COPIES.state == "claimed")
    .values(state="inflight", reply="", attempts=_COPIES.attempts + 1)
    .values(at=bindparam("moment"), lease=bindparam("until"))
)
_NEWS: dict[str, BindParameter[object] | Null] = {
    "state": bindparam("to_state"),
    "reply": bindparam("said"),
    "at": bindparam("moment"),
    "lease": null(),
}
# How a copy ended is also heard when its lease is over.
_END = update(schema.deliveries).where(
    _MINE,
    or_(*(_COPIES.state == state for state in _OPEN)),
)
_SETTLE = _END.values(_NEWS)
_PUT_BACK = _END.values({**_NEWS, "attempts": bindparam("tried"), "due": bindparam("again")})


def _process_of(holder: str) -> str:
    """The process in a holder's name; empty in one that was written before processes were named."""
    parts = holder.split("/")
    return parts[1] if len(parts) == 3 else ""


def _named(copy: Delivery, holder: str, now: datetime) -> dict[str, object]:
    return {
        "of_edition": copy.edition_id,
        "for_subscriber": subscriber_id(copy.address),
        "held_by": holder,
        "moment": now,
    }


def _ended(copy: Delivery, holder: str, now: datetime) -> dict[str, object]:
    return {**_named(copy, holder, now), "to_state": copy.state, "said": copy.reply}


def _put_back(copy: Delivery, holder: str, now: datetime) -> dict[str, object]:
    return {**_ended(copy, holder, now), "tried": copy.attempts, "again": copy.due or now}


def _delivery(row: Row[tuple[object, ...]]) -> Delivery:
    return Delivery(
        edition_id=row.edition,
        address=row.address,
        state=row.state,
        message_id=row.message_id,
        attempts=row.attempts,
        reply=row.reply,
        at=row.at,
        due=row.due,
        variant=row.variant,
    )
