"""The steps that bring any older database to the schema of this program, in their order.

A step is a list of statements that SQLite and PostgreSQL both understand, or of functions where a statement cannot do it. A step that was released never
changes: what comes later is a new step at the end. A table remembers which steps were done.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, func, insert, inspect, select, text

from digest.errors import StoreError
from digest.store import schema
from digest.store.facts_step import move_facts

Step = tuple[str | Callable[[Connection], None], ...]

_FIRST: Step = (
    (
        "CREATE TABLE keep (kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,"
        " put_at TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (kind, key))"
    ),
    "CREATE INDEX keep_by_age ON keep (put_at)",
    (
        "CREATE TABLE editions (id TEXT NOT NULL PRIMARY KEY, date DATE NOT NULL,"
        " saved_at TIMESTAMP WITH TIME ZONE NOT NULL, document TEXT NOT NULL)"
    ),
    "CREATE INDEX editions_by_date ON editions (date)",
    (
        "CREATE TABLE subscribers (id TEXT NOT NULL PRIMARY KEY, address TEXT NOT NULL,"
        " since TIMESTAMP WITH TIME ZONE NOT NULL, active BOOLEAN NOT NULL)"
    ),
    (
        "CREATE TABLE deliveries (edition TEXT NOT NULL REFERENCES editions (id), subscriber TEXT NOT NULL,"
        " address TEXT NOT NULL, state TEXT NOT NULL, message_id TEXT NOT NULL, attempts INTEGER NOT NULL,"
        " reply TEXT NOT NULL, at TIMESTAMP WITH TIME ZONE NOT NULL, due TIMESTAMP WITH TIME ZONE NOT NULL,"
        " holder TEXT NOT NULL, lease TIMESTAMP WITH TIME ZONE, PRIMARY KEY (edition, subscriber))"
    ),
    "CREATE INDEX deliveries_by_state ON deliveries (edition, state, due)",
    "CREATE INDEX deliveries_by_subscriber ON deliveries (subscriber)",
    (
        "CREATE TABLE slots (due TIMESTAMP WITH TIME ZONE NOT NULL PRIMARY KEY, holder TEXT NOT NULL,"
        " lease TIMESTAMP WITH TIME ZONE NOT NULL, finished_at TIMESTAMP WITH TIME ZONE)"
    ),
)

_SIGNUP: Step = (
    (
        "CREATE TABLE keys (number INTEGER NOT NULL PRIMARY KEY, secret TEXT NOT NULL,"
        " made_at TIMESTAMP WITH TIME ZONE NOT NULL)"
    ),
    (
        "CREATE TABLE signups (id TEXT NOT NULL PRIMARY KEY, address TEXT NOT NULL, form TEXT NOT NULL,"
        " consent TEXT NOT NULL, asked_at TIMESTAMP WITH TIME ZONE NOT NULL,"
        " confirmed_at TIMESTAMP WITH TIME ZONE)"
    ),
    (
        "CREATE TABLE invitations (id TEXT NOT NULL, network TEXT NOT NULL,"
        " at TIMESTAMP WITH TIME ZONE NOT NULL)"
    ),
    "CREATE INDEX invitations_by_time ON invitations (at)",
)

_BOUNCES: Step = (
    "CREATE INDEX deliveries_by_message_id ON deliveries (message_id)",
    (
        "CREATE TABLE bounces (edition TEXT NOT NULL, subscriber TEXT NOT NULL, address TEXT NOT NULL,"
        " kind TEXT NOT NULL, words TEXT NOT NULL, at TIMESTAMP WITH TIME ZONE NOT NULL,"
        " decisive BOOLEAN NOT NULL, PRIMARY KEY (edition, subscriber))"
    ),
    "CREATE INDEX bounces_by_subscriber ON bounces (subscriber)",
    (
        "CREATE TABLE strays (id TEXT NOT NULL PRIMARY KEY, sender TEXT NOT NULL, subject TEXT NOT NULL,"
        " reason TEXT NOT NULL, at TIMESTAMP WITH TIME ZONE NOT NULL)"
    ),
)

_CHOICES: Step = (
    "ALTER TABLE subscribers ADD COLUMN preferences TEXT NOT NULL DEFAULT '{}'",
    "CREATE INDEX subscribers_by_preferences ON subscribers (active, preferences, id)",
    "ALTER TABLE signups ADD COLUMN preferences TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE signups ADD COLUMN network TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE deliveries ADD COLUMN variant TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE erasures (hash TEXT NOT NULL PRIMARY KEY, at TIMESTAMP WITH TIME ZONE NOT NULL)",
    "DELETE FROM invitations",
)

_REVIEW: Step = (
    "ALTER TABLE editions ADD COLUMN revision INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE editions ADD COLUMN edited BOOLEAN NOT NULL DEFAULT FALSE",
    "ALTER TABLE editions ADD COLUMN standing TEXT NOT NULL DEFAULT 'open'",
)

_FACTS: Step = (
    (
        "CREATE TABLE announcements (edition TEXT NOT NULL, channel TEXT NOT NULL,"
        " at TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (edition, channel))"
    ),
    (
        "CREATE TABLE spending (day DATE NOT NULL PRIMARY KEY, tokens BIGINT NOT NULL,"
        " dollars DOUBLE PRECISION NOT NULL)"
    ),
    (
        "CREATE TABLE cited_texts (edition TEXT NOT NULL, url TEXT NOT NULL, text TEXT NOT NULL,"
        " saved_at TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (edition, url))"
    ),
    "CREATE INDEX cited_texts_by_age ON cited_texts (saved_at)",
    (
        "CREATE TABLE feed_health (url TEXT NOT NULL PRIMARY KEY, success TIMESTAMP WITH TIME ZONE,"
        " failing TIMESTAMP WITH TIME ZONE, reason TEXT NOT NULL, daily DOUBLE PRECISION NOT NULL,"
        " gone TIMESTAMP WITH TIME ZONE, checked_at TIMESTAMP WITH TIME ZONE NOT NULL)"
    ),
    (
        "CREATE TABLE feed_items (feed TEXT NOT NULL, position INTEGER NOT NULL, url TEXT NOT NULL,"
        " first_seen TIMESTAMP WITH TIME ZONE NOT NULL, dated TIMESTAMP WITH TIME ZONE,"
        " article_url TEXT NOT NULL, PRIMARY KEY (feed, position))"
    ),
    "CREATE INDEX feed_items_by_url ON feed_items (feed, url)",
    move_facts,
    "DELETE FROM keep WHERE kind IN ('announced', 'spent', 'cited', 'source')",
)

_BELIEVED: Step = (
    "CREATE TABLE believed_refusals (edition TEXT NOT NULL PRIMARY KEY, at TIMESTAMP WITH TIME ZONE NOT NULL)",
)

STEPS: tuple[Step, ...] = (_FIRST, _SIGNUP, _BOUNCES, _CHOICES, _REVIEW, _FACTS, _BELIEVED)


def migrate(connection: Connection, now: datetime) -> None:
    """Do the steps that the database has not seen; raises StoreError if it has seen more than we know."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('digest migrations'))"))
    done = _steps_done(connection)
    if done > len(STEPS):
        raise StoreError(
            f"The database was last used by a newer digest (schema {done}, this one knows {len(STEPS)}). "
            "Upgrade digest, or name another database in store.url."
        )
    for number, step in enumerate(STEPS[done:], done + 1):
        for statement in step:
            if callable(statement):
                statement(connection)
            else:
                connection.execute(text(statement))
        connection.execute(insert(schema.migrations).values(number=number, applied_at=now))


def _steps_done(connection: Connection) -> int:
    if not inspect(connection).has_table(schema.migrations.name):
        schema.migrations.create(connection)
    done: int | None = connection.scalar(select(func.max(schema.migrations.c.number)))
    return done or 0
