"""Who held something and has died is known on the same machine."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from digest.models import Delivery
from digest.store import Store, open_store
from digest.store.processes import is_dead, process_name

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
LEASE = timedelta(minutes=2)
pytestmark = pytest.mark.skipif(not process_name(), reason="this system does not name its processes")

_CLAIMS = """
import os, sys
from dataclasses import replace
from datetime import timedelta, datetime, UTC
from digest.store import open_store
now, lease = datetime(2026, 3, 2, 6, 30, tzinfo=UTC), timedelta(minutes=2)
store = open_store(sys.argv[1])
store.slots.claim(now, "tower:1", now, lease)
ann, *_ = store.deliveries.claim("mon", "me", 2, now, lease)
store.deliveries.record([replace(ann, state="inflight")], "me", now, lease)
os._exit(9)
"""


def _killed(url: str) -> None:
    """A program that has claimed two copies and the slot, and died with one of them on its way."""
    subprocess.run([sys.executable, "-c", _CLAIMS, url], check=False)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/digest.db"


@pytest.fixture
def store(url: str) -> Store:
    opened = open_store(url)
    opened.editions.save("mon", date(2026, 3, 2), "{}", NOW)
    copies = [Delivery("mon", f"{name}@here.example", "pending", f"<{name}@here>") for name in ("ann", "bob")]
    opened.deliveries.enqueue(copies, NOW)
    return opened


def test_a_process_that_runs_is_not_dead_and_one_that_has_ended_is() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        name = process_name(other.pid)
        running = is_dead(name)
        other.kill()

    assert [False, False, True] == [is_dead(process_name()), running, is_dead(name)]


def test_a_process_of_another_machine_or_of_no_name_is_never_dead() -> None:
    machine, _, process = process_name().partition(":")
    names = ("", "elsewhere:1:1", "4711", f"{machine[::-1]}:{process}")
    assert [False] * 4 == [is_dead(name) for name in names]


def test_a_number_that_was_given_anew_is_another_process() -> None:
    assert is_dead(f"{process_name()}0")


def test_what_a_killed_program_of_this_machine_had_is_taken_over_at_once(store: Store, url: str) -> None:
    _killed(url)

    assert ("mon",) == store.deliveries.unfinished(NOW)
    assert ["ann@here.example"] == [copy.address for copy in store.deliveries.expire("mon", NOW)]
    assert {"pending": 1, "uncertain": 1} == store.deliveries.counts("mon")
    assert None is store.slots.working(NOW, NOW)
    assert store.slots.claim(NOW, "tower:2", NOW, LEASE)
    store.close()


def test_what_a_program_that_lives_has_stays_its_own(store: Store) -> None:
    store.deliveries.claim("mon", "me", 2, NOW, LEASE)
    store.slots.claim(NOW, "tower:1", NOW, LEASE)

    assert ((), ()) == (store.deliveries.unfinished(NOW), store.deliveries.expire("mon", NOW))
    assert ("tower:1", NOW + LEASE) == store.slots.working(NOW, NOW)
    assert not store.slots.claim(NOW, "tower:2", NOW, LEASE)
    store.close()
