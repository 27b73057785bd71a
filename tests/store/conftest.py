"""The same tests on both databases: a test that takes ``store`` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.store import Store, open_store
from tests.store.servers import missing_programs, postgres


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    if missing := missing_programs():
        pytest.skip(f"NOT TESTED ON POSTGRESQL: {missing} not found; put PostgreSQL's bin folder on PATH")
    with postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/digest.db"
    server: str = request.getfixturevalue("postgres_server")
    return _emptied(server)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


def _emptied(server: str) -> str:
    import psycopg  # noqa: PLC0415 - missing where PostgreSQL is not wanted

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return server
