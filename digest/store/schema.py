"""The tables as the program sees them; ``migrations`` makes them, and a test compares the two."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """An aware datetime in UTC. SQLite knows no time zones and keeps it as text that sorts by time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


metadata = MetaData()

migrations = Table(
    "migrations",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("applied_at", Moment, nullable=False),
)

keep = Table(
    "keep",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("put_at", Moment, nullable=False),
    Index("keep_by_age", "put_at"),
)

announcements = Table(
    "announcements",
    metadata,
    Column("edition", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

spending = Table(
    "spending",
    metadata,
    Column("day", Date, primary_key=True),
    Column("tokens", BigInteger, nullable=False),
    Column("dollars", Double, nullable=False),
)

cited_texts = Table(
    "cited_texts",
    metadata,
    Column("edition", Text, primary_key=True),
    Column("url", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Index("cited_texts_by_age", "saved_at"),
)

feed_health = Table(
    "feed_health",
    metadata,
    Column("url", Text, primary_key=True),
    Column("success", Moment),
    Column("failing", Moment),
    Column("reason", Text, nullable=False),
    Column("daily", Double, nullable=False),
    Column("gone", Moment),
    Column("checked_at", Moment, nullable=False),
)

feed_items = Table(
    "feed_items",
    metadata,
    Column("feed", Text, primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False),
    Column("first_seen", Moment, nullable=False),
    Column("dated", Moment),
    Column("article_url", Text, nullable=False),
    Index("feed_items_by_url", "feed", "url"),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("date", Date, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("document", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("edited", Boolean, nullable=False),
    Column("standing", Text, nullable=False),
    Index("editions_by_date", "date"),
)

subscribers = Table(
    "subscribers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("preferences", Text, nullable=False, server_default="{}"),
    Index("subscribers_by_preferences", "active", "preferences", "id"),
)

erasures = Table(
    "erasures",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("edition", Text, ForeignKey("editions.id"), primary_key=True),
    Column("subscriber", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("message_id", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("reply", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("due", Moment, nullable=False),
    Column("holder", Text, nullable=False),
    Column("lease", Moment),
    Column("variant", Text, nullable=False, server_default=""),
    Index("deliveries_by_state", "edition", "state", "due"),
    Index("deliveries_by_subscriber", "subscriber"),
    Index("deliveries_by_message_id", "message_id"),
)

slots = Table(
    "slots",
    metadata,
    Column("due", Moment, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("lease", Moment, nullable=False),
    Column("finished_at", Moment),
)

keys = Table(
    "keys",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("secret", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)

signups = Table(
    "signups",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("consent", Text, nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("confirmed_at", Moment),
    Column("preferences", Text, nullable=False, server_default="{}"),
    Column("network", Text, nullable=False, server_default=""),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Text, nullable=False),
    Column("network", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Index("invitations_by_time", "at"),
)

bounces = Table(
    "bounces",
    metadata,
    Column("edition", Text, primary_key=True),
    Column("subscriber", Text, primary_key=True),
    Column("address", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("decisive", Boolean, nullable=False),
    Index("bounces_by_subscriber", "subscriber"),
)

believed_refusals = Table(
    "believed_refusals",
    metadata,
    Column("edition", Text, primary_key=True),
    Column("at", Moment, nullable=False),
)

strays = Table(
    "strays",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sender", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
