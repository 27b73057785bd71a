"""What the store can tell of how the work goes, in a few short queries; so that any process can give it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Select, case, func, select

from digest.models import FeedCondition, LatestEdition, OperatingFigures
from digest.store import schema
from digest.store.database import Database
from digest.store.editions import copy_left
from digest.store.migrations import STEPS

_SLOTS = timedelta(days=9)
"""How far back finished slots are told: a digest that comes weekly has its last one within eight days."""
_BOUNCES = timedelta(days=30)


class Operations:
    """Figures for whoever runs the digest."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def figures(self, now: datetime) -> OperatingFigures:
        """Everything at one moment, from one transaction. Raises StoreError if the database cannot be read."""
        with self._database.read() as connection:
            tokens, dollars = _spent(connection, now)
            sent = _sent_last(connection)
            return OperatingFigures(
                schema=_count(connection, select(func.max(schema.migrations.c.number))),
                known_schema=len(STEPS),
                known_since=_known_since(connection, now),
                has_key=bool(_count(connection, select(func.count()).where(schema.keys.c.number > 0))),
                latest=_latest(connection),
                editions=_editions(connection),
                finished=_finished(connection, now),
                copies=_copies(connection, sent),
                queued_since=_queued_since(connection, sent, now),
                bounces=_bounces(connection, now),
                subscribers=_count(connection, select(func.count()).where(schema.subscribers.c.active)),
                signups=_signups(connection),
                feeds=_feeds(connection),
                tokens=tokens,
                dollars=dollars,
            )


def _count(connection: Connection, statement: Select[Any]) -> int:
    return connection.scalar(statement) or 0


def _known_since(connection: Connection, now: datetime) -> datetime:
    """The earlier of the first migration and the first slot: a clock that was pretended may have been behind."""
    firsts = (select(func.min(schema.migrations.c.applied_at)), select(func.min(schema.slots.c.due)))
    return min(connection.scalar(first) or now for first in firsts)


def _latest(connection: Connection) -> LatestEdition | None:
    table = schema.editions.c
    found = select(
        table.id, table.date, table.saved_at, table.revision, table.standing, copy_left(table.id)
    ).order_by(table.date.desc(), table.saved_at.desc(), table.id.desc())
    row = connection.execute(found.limit(1)).first()
    return LatestEdition(*row) if row else None


def _editions(connection: Connection) -> tuple[tuple[str, int], ...]:
    state = case((copy_left(schema.editions.c.id), "sent"), else_=schema.editions.c.standing).label("state")
    rows = select(state, func.count()).group_by(state).order_by(state)
    return tuple((row[0], row[1]) for row in connection.execute(rows))


def _finished(connection: Connection, now: datetime) -> frozenset[datetime]:
    table = schema.slots.c
    rows = select(table.due).where(table.due > now - _SLOTS, table.finished_at.is_not(None))
    return frozenset(connection.scalars(rows))


def _sent_last(connection: Connection) -> str | None:
    """The id of the edition that was sent last; None if none was."""
    table = schema.editions.c
    newest = select(table.id).where(copy_left(table.id)).order_by(table.date.desc(), table.saved_at.desc())
    return connection.scalar(newest.limit(1))


def _copies(connection: Connection, edition: str | None) -> tuple[tuple[Any, int], ...]:
    table = schema.deliveries.c
    rows = select(table.state, func.count()).where(table.edition == edition).group_by(table.state)
    return tuple((row[0], row[1]) for row in connection.execute(rows.order_by(table.state)))


def _queued_since(connection: Connection, edition: str | None, now: datetime) -> datetime | None:
    table = schema.deliveries.c
    oldest = select(func.min(table.due)).where(
        table.edition == edition, table.state.in_(("pending", "deferred")), table.due <= now
    )
    since: datetime | None = connection.scalar(oldest)
    return since


def _bounces(connection: Connection, now: datetime) -> tuple[tuple[Any, int], ...]:
    table = schema.bounces.c
    rows = select(table.kind, func.count()).where(table.at >= now - _BOUNCES).group_by(table.kind)
    return tuple((row[0], row[1]) for row in connection.execute(rows.order_by(table.kind)))


def _signups(connection: Connection) -> tuple[tuple[str, int], ...]:
    state = case((schema.signups.c.confirmed_at.is_(None), "waiting"), else_="confirmed").label("state")
    rows = select(state, func.count()).group_by(state).order_by(state)
    return tuple((row[0], row[1]) for row in connection.execute(rows))


def _feeds(connection: Connection) -> tuple[FeedCondition, ...]:
    table = schema.feed_health.c
    rows = select(table.url, table.success, table.failing, table.gone, table.checked_at).order_by(table.url)
    return tuple(FeedCondition(*row) for row in connection.execute(rows))


def _spent(connection: Connection, now: datetime) -> tuple[int, float]:
    table = schema.spending.c
    today = select(table.tokens, table.dollars).where(table.day == now.astimezone(UTC).date())
    row = connection.execute(today).first()
    return (row.tokens, row.dollars) if row else (0, 0.0)
