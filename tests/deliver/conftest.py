"""An edition in a store, a relay to send it to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from digest.store import Store, open_store
from tests.deliver.relays import FakeRelay, running
from tests.make import NOW


@pytest.fixture
def relay() -> Iterator[FakeRelay]:
    with running(FakeRelay()) as fake:
        yield fake


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as opened:
        opened.editions.save("mon", date(2026, 3, 2), "{}", NOW)
        yield opened
