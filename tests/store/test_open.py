"""Opening a store: migrations, and what a user is told when a database cannot be used."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from digest.errors import StoreError
from digest.store import open_store, schema
from digest.store.database import Database
from digest.store.migrations import STEPS
from tests.make import NOW


def _shape(url: str) -> dict[str, dict[str, tuple[str, bool]]]:
    """Tables, their columns, the type and whether null is allowed, as the database itself tells."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    look = inspect(engine)
    shape = {
        table: {c["name"]: (str(c["type"]), bool(c["nullable"])) for c in look.get_columns(table)}
        for table in look.get_table_names()
    }
    engine.dispose()
    return shape


def test_the_steps_of_migration_make_the_tables_that_the_program_sees(url: str) -> None:
    open_store(url).close()
    migrated = _shape(url)
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        for table in migrated:
            connection.execute(text(f"DROP TABLE {table} {'CASCADE' if 'postgresql' in url else ''}"))
        schema.metadata.create_all(connection)
    engine.dispose()
    assert _without_spelling(_shape(url)) == _without_spelling(migrated)


def _without_spelling(
    shape: dict[str, dict[str, tuple[str, bool]]],
) -> dict[str, dict[str, tuple[str, bool]]]:
    # SQLite keeps the words of a type as they were written, and gives them no meaning.
    spelt = {
        "DATETIME": "NUMERIC",
        "TIMESTAMP": "NUMERIC",
        "DOUBLE": "DOUBLE PRECISION",
        "REAL": "DOUBLE PRECISION",
    }
    return {
        table: {name: (spelt.get(kind, kind), null) for name, (kind, null) in columns.items()}
        for table, columns in shape.items()
    }


def test_opening_twice_keeps_what_was_saved(url: str) -> None:
    with open_store(url) as store:
        store.cache.put("page", "a", "text")
    with open_store(url) as store:
        assert store.cache.get("page", "a") == "text"


def test_a_database_of_a_newer_program_is_refused_with_what_to_do(url: str) -> None:
    open_store(url).close()
    database = Database(url)
    newer = len(STEPS) + 1
    with database.write() as connection:
        connection.execute(schema.migrations.insert().values(number=newer, applied_at=NOW))
    database.close()
    with pytest.raises(StoreError, match=f"newer digest \\(schema {newer}, .*Upgrade digest"):
        open_store(url)


def test_a_new_database_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        store.keys.secrets(NOW)
        assert {oct(file.stat().st_mode & 0o777) for file in tmp_path.iterdir()} == {"0o600"}


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"unable to open database file\. Check that its folder exists"):
        open_store(f"sqlite:///{tmp_path}/none/digest.db")


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("These are notes and no database. " * 100)
    with pytest.raises(StoreError, match=r"name another one in store\.url"):
        open_store(f"sqlite:///{tmp_path}/notes.txt")


def test_a_server_that_does_not_answer_is_told_without_the_password(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="Check that") as caught:
        open_store(f"postgresql://reader:geheim@/news?host={tmp_path}")
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize("url", ["mysql://localhost/news", "no address"])
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(StoreError, match=r"store\.url"):
        open_store(url)


def test_a_full_disk_is_told_and_what_was_saved_stays(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        store.cache.put("page", "small", "text")
        with store._database.write() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 40")
        with pytest.raises(StoreError, match=r"disk is full\. Free some space"):
            store.cache.put("page", "large", "x" * 1_000_000)
        assert (store.cache.get("page", "small"), store.cache.get("page", "large")) == ("text", None)


def test_a_locked_database_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("digest.store.database._PATIENCE", 0.05)
    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        other = sqlite3.connect(tmp_path / "digest.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match=r"database is locked\. Another program"):
            store.cache.put("page", "a", "text")
        other.close()
        store.cache.put("page", "a", "text")
        assert store.cache.get("page", "a") == "text"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    open_store(f"sqlite:///{tmp_path}/digest.db").close()
    (tmp_path / "digest.db").chmod(0o400)
    with pytest.raises(StoreError, match="right to write"):
        open_store(f"sqlite:///{tmp_path}/digest.db")


def test_a_program_that_opens_no_store_does_not_load_sqlalchemy() -> None:
    code = "import sys, digest.store; sys.exit('sqlalchemy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
