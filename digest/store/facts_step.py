"""The step of migration that takes facts out of the cache, where they were up to 0.1.0, into tables of their own.

It was released and never changes: it names its tables itself instead of using those of ``schema``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection, Date, Text, column, insert, select, table

from digest.store.schema import Moment

_MOMENTS = {
    name: column(name, Moment)
    for name in (
        "at",
        "put_at",
        "saved_at",
        "checked_at",
        "success",
        "failing",
        "gone",
        "first_seen",
        "dated",
    )
}
_KEEP = table("keep", column("kind"), column("key"), column("value"), _MOMENTS["put_at"])
_ANNOUNCEMENTS = table("announcements", column("edition"), column("channel"), _MOMENTS["at"])
_SPENDING = table("spending", column("day", Date), column("tokens"), column("dollars"))
_CITED = table("cited_texts", column("edition"), column("url"), column("text", Text), _MOMENTS["saved_at"])
_HEALTH = table(
    "feed_health",
    *(column(name) for name in ("url", "reason", "daily")),
    *(_MOMENTS[name] for name in ("success", "failing", "gone", "checked_at")),
)
_ITEMS = table(
    "feed_items",
    *(column(name) for name in ("feed", "position", "url", "article_url")),
    *(_MOMENTS[name] for name in ("first_seen", "dated")),
)

_OTHER_FORM = (AttributeError, KeyError, TypeError, ValueError)
"""What a text raises that a program before 0.1.0 wrote in another form: then as now it counts as not there."""

_Row = dict[str, Any]


def move_facts(connection: Connection) -> None:
    """Copy what the cache knows of channels, spending, cited texts and feeds; the old rows are deleted after it."""
    for key, value, _ in _kept(connection, "announced"):
        edition, channel = key.rsplit(" ", 1)
        row = {"edition": edition, "channel": channel, "at": datetime.fromisoformat(value)}
        connection.execute(insert(_ANNOUNCEMENTS).values(row))
    for key, value, _ in _kept(connection, "spent"):
        connection.execute(insert(_SPENDING).values(day=date.fromisoformat(key), **json.loads(value)))
    for key, value, put_at in _kept(connection, "cited"):
        for url, text in json.loads(value).items():
            row = {"edition": key, "url": url, "text": _storable(text), "saved_at": put_at}
            connection.execute(insert(_CITED).values(row))
    for url, value, put_at in _kept(connection, "source"):
        _move_feed(connection, url, value, put_at)


def _move_feed(connection: Connection, url: str, value: str, put_at: datetime) -> None:
    try:
        source = json.loads(value)
        moments = {name: _moment(source[name]) for name in ("success", "failing", "gone")}
        row = {"url": url, "reason": _storable(source["reason"]), "daily": source["daily"], **moments}
    except _OTHER_FORM:
        return
    connection.execute(insert(_HEALTH).values(row | {"checked_at": put_at}))
    if items := _items(connection, url):
        connection.execute(insert(_ITEMS), items)


def _items(connection: Connection, feed: str) -> list[_Row]:
    try:
        known = json.loads(_text(connection, "feed", feed))
        return [
            {
                "feed": feed,
                "position": position,
                "url": item["url"],
                "first_seen": _moment(known["seen"][item["url"]]),
                "dated": _moment(item["published"] or item["updated"]),
                "article_url": _article_url(connection, item["url"]),
            }
            for position, item in enumerate(known["feed"]["items"])
        ]
    except _OTHER_FORM:
        return []


def _article_url(connection: Connection, item: str) -> str:
    """Where the page behind an item says that it stands, if it was read."""
    try:
        page = json.loads(_text(connection, "page", item))
        canonical: str = json.loads(_text(connection, "text", page["body"]))["canonical"]
        return canonical if urlsplit(canonical).hostname == urlsplit(page["url"]).hostname else page["url"]
    except _OTHER_FORM:
        return ""


def _kept(connection: Connection, kind: str) -> Iterator[tuple[str, str, datetime]]:
    rows = connection.execute(select(_KEEP.c.key, _KEEP.c.value, _KEEP.c.put_at).where(_KEEP.c.kind == kind))
    for row in rows.all():
        yield row.key, row.value, row.put_at


def _text(connection: Connection, kind: str, key: str) -> str:
    """The kept text; empty, which is not JSON, if there is none."""
    found = select(_KEEP.c.value).where(_KEEP.c.kind == kind, _KEEP.c.key == key)
    return connection.scalar(found) or ""


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _storable(text: str) -> str:
    # PostgreSQL has no text with a NUL; a sign in its place keeps the offsets of what comes after it.
    return text.replace("\0", "\ufffd")
