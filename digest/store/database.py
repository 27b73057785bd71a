"""One database, SQLite or PostgreSQL, as transactions that read and transactions that write."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import uniform
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.schema import Table

from digest.errors import StoreError

_PATIENCE = 15
"""Seconds that a writer waits for another one before the database counts as locked."""

_ADVICE = (
    ("unable to open", "Check that its folder exists and may be written, or change store.url."),
    ("locked", "Another program has been writing to it for long: wait for it or end it, then try again."),
    ("disk is full", "Free some space on its disk, then try again: nothing that was saved is lost."),
    ("no space left", "Free some space on its disk, then try again: nothing that was saved is lost."),
    ("readonly", "Give this user the right to write the file and its folder, or change store.url."),
    ("read-only", "Give this user the right to write the database, or change store.url."),
    ("not a database", "The file is something else: name another one in store.url."),
    ("malformed", "The file is damaged: restore a backup, or name another one in store.url."),
    ("password", "Check the user in store.url and the password in PGPASSWORD or ~/.pgpass."),
    ("does not exist", "Create the database and its user first (createuser, createdb), or change store.url."),
    ("connection", "Check that the server runs and that store.url names the right host and port."),
)


class Database:
    """Connections to one database; safe to share among threads."""

    def __init__(self, url: str) -> None:
        self._url = _with_driver(url)
        self._engine = _engine(self._url)
        self.session = _uptime() if self._url.get_backend_name() == "sqlite" else ""
        """Changes whenever what was not synced may have been lost; empty if everything is synced."""

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one state of the data and changes nothing."""
        with self._failures(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, *, synced: bool = True) -> Iterator[Connection]:
        """A transaction that is whole or not there; raises StoreError if it could not be written.

        One that is not ``synced`` outlives this program at once, and the machine from the next synced one on; that is
        so only where ``session`` names the machine's uptime, otherwise all are synced.
        """
        with self._failures(), self._engine.connect() as connection:
            writing = connection.execution_options(writing=True, synced=synced or not self.session)
            with writing.begin():
                yield writing

    def insert(self, table: Table) -> sqlite.Insert | postgresql.Insert:
        """An insert that can say ON CONFLICT, which both databases know and spell alike."""
        return postgresql.insert(table) if self._engine.dialect.name == "postgresql" else sqlite.insert(table)

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except exc.DBAPIError as error:
            raise StoreError(_told(self._url, str(error.orig))) from error
        except sqlite3.Error as error:
            raise StoreError(_told(self._url, str(error))) from error


def storable(text: str) -> str:
    """The text as both databases take it: PostgreSQL has none with a NUL. Offsets stay as they are."""
    return text.replace("\0", "\ufffd")


def _with_driver(url: str) -> URL:
    try:
        parsed = make_url(url)
    except exc.ArgumentError as error:
        raise StoreError(
            "store.url is not a database address: write sqlite:///FILE or postgresql://USER@HOST/NAME."
        ) from error
    names = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg"}
    if parsed.get_backend_name() not in names:
        raise StoreError(
            f"store.url names {parsed.get_backend_name()}: only sqlite and postgresql are known."
        )
    return parsed.set(drivername=names[parsed.get_backend_name()])


def _engine(url: URL) -> Engine:
    if url.get_backend_name() == "postgresql":
        try:
            return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": _PATIENCE})
        except ModuleNotFoundError as error:
            raise StoreError(
                "PostgreSQL needs the package psycopg. Install it with: pip install 'psycopg[binary]'"
            ) from error
    _make_private(url.database)
    engine = create_engine(url, connect_args={"timeout": _PATIENCE})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _make_private(file: str | None) -> None:
    """Make a new file that its owner alone can read: it has addresses in it, and the keys of the links."""
    # A file that cannot be made is told of by SQLite, which knows why; its own files beside it get the same mode.
    with suppress(OSError):
        if file and file != ":memory:":
            os.close(os.open(file, os.O_CREAT | os.O_EXCL, 0o600))


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun below, not by the driver
    # secure_delete: what was erased is overwritten in the file as well.
    for pragma in ("journal_mode=WAL", "foreign_keys=ON", "secure_delete=FAST"):
        connection.execute(f"PRAGMA {pragma}")


def _uptime() -> str:
    """A name for the time since this machine was started; empty if the system has none."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _begin_sqlite(connection: Connection) -> None:
    raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    if not connection.get_execution_options().get("writing"):
        raw.execute("BEGIN")
        return
    # SQLite's own waiting looks again after up to 0.1 s: beside a busy sender, a page would starve. And a
    # reader that turns into a writer fails at once when somebody wrote in between, so a writer says so first.
    synced = connection.get_execution_options().get("synced", True)
    raw.execute(f"PRAGMA synchronous = {'FULL' if synced else 'NORMAL'}")
    raw.execute("PRAGMA busy_timeout = 1")
    until = monotonic() + _PATIENCE
    try:
        while not _begun(raw, patient=monotonic() < until):
            sleep(uniform(0.0005, 0.002))  # noqa: S311 - only so that two who wait do not step in time
    finally:
        raw.execute(f"PRAGMA busy_timeout = {int(_PATIENCE * 1000)}")


def _begun(raw: sqlite3.Connection, *, patient: bool) -> bool:
    try:
        raw.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if not patient or "locked" not in str(error):
            raise
        return False
    return True


def _told(url: URL, words: str) -> str:
    name = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    lowered = words.lower()
    advice = next((text for sign, text in _ADVICE if sign in lowered), "See the database's own log.")
    first_line = (words.strip().splitlines() or [""])[0].rstrip(".")
    return f"The database {name} cannot be used: {first_line}. {advice}"
