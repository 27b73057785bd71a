"""Copies: claimed by one, marked before they leave, never lost, never sent twice unseen."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain
from pathlib import Path

import pytest

from digest.models import Delivery, DeliveryState
from digest.store import Store, open_store
from digest.store.database import Database
from tests.make import NOW

LEASE = timedelta(minutes=10)
MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _edition(store: Store) -> None:
    store.editions.save("mon", date(2026, 3, 2), "{}", NOW)


def _copy(name: str) -> Delivery:
    return Delivery("mon", f"{name}@reader.example", "pending", f"<{name}.mon@here.example>")


def _claimed(store: Store, *names: str) -> tuple[Delivery, ...]:
    store.deliveries.enqueue([_copy(name) for name in names], NOW)
    return store.deliveries.claim("mon", "here", 100, NOW, LEASE)


def _names(copies: tuple[Delivery, ...]) -> list[str]:
    return [copy.address.partition("@")[0] for copy in copies]


def test_a_copy_is_enqueued_once_and_keeps_its_message_id(store: Store) -> None:
    store.deliveries.enqueue([_copy("ann"), _copy("bob")], NOW)
    again = replace(_copy("ann"), address="Ann@Reader.example", message_id="<other@here.example>")
    store.deliveries.enqueue([again, _copy("cem")], NOW)
    assert store.deliveries.rows("mon") == tuple(
        replace(_copy(name), at=NOW, due=NOW) for name in ("ann", "bob", "cem")
    )


def test_a_copy_is_claimed_by_one_holder_only(store: Store) -> None:
    store.deliveries.enqueue([_copy(name) for name in ("ann", "bob", "cem")], NOW)
    assert _names(store.deliveries.claim("mon", "here", 2, NOW, LEASE)) == ["ann", "bob"]
    assert _names(store.deliveries.claim("mon", "there", 2, NOW, LEASE)) == ["cem"]
    assert store.deliveries.claim("mon", "there", 2, NOW, LEASE) == ()


def test_many_holders_at_once_share_the_copies_without_overlap(store: Store) -> None:
    store.deliveries.enqueue([_copy(f"r{i:03}") for i in range(60)], NOW)

    def work(holder: str) -> list[str]:
        mine: list[str] = []
        while taken := store.deliveries.claim("mon", holder, 7, NOW, LEASE):
            mine += _names(taken)
        return mine

    with ThreadPoolExecutor(4) as threads:
        shares = list(threads.map(work, ["a", "b", "c", "d"]))
    assert sorted(chain.from_iterable(shares)) == [f"r{i:03}" for i in range(60)]


def test_the_end_of_one_copy_and_the_departure_of_the_next_are_one_record(store: Store) -> None:
    ann, bob = _claimed(store, "ann", "bob")
    store.deliveries.record([replace(ann, state="inflight", attempts=1)], "here", NOW, LEASE)
    done = replace(ann, state="sent", attempts=1, reply="250 2.0.0 queued")
    assert store.deliveries.record([done, replace(bob, state="inflight")], "here", NOW + MINUTE, LEASE) == ()
    assert store.deliveries.counts("mon") == {"sent": 1, "inflight": 1}
    assert store.deliveries.rows("mon", ["sent"]) == (replace(done, at=NOW + MINUTE),)


def test_a_deferred_copy_is_claimed_when_its_time_has_come(store: Store) -> None:
    (ann,) = _claimed(store, "ann")
    late = replace(ann, state="deferred", attempts=1, reply="451 later", due=NOW + 5 * MINUTE)
    store.deliveries.record([late], "here", NOW, LEASE)
    assert store.deliveries.claim("mon", "here", 9, NOW + 4 * MINUTE, LEASE) == ()
    (again,) = store.deliveries.claim("mon", "here", 9, NOW + 5 * MINUTE, LEASE)
    assert (again.attempts, again.reply) == (1, "451 later")


def test_only_the_holder_may_record(store: Store) -> None:
    (ann,) = _claimed(store, "ann")
    leaving = replace(ann, state="inflight")
    assert store.deliveries.record([leaving], "other", NOW, LEASE) == (leaving,)
    assert store.deliveries.record([replace(ann, state="sent")], "other", NOW, LEASE) == ()
    assert store.deliveries.counts("mon") == {"claimed": 1}


def test_what_a_dead_holder_had_claimed_is_pending_and_what_was_on_its_way_uncertain(store: Store) -> None:
    ann, _ = _claimed(store, "ann", "bob")
    store.deliveries.record([replace(ann, state="inflight", attempts=1)], "here", NOW, LEASE)
    assert store.deliveries.expire("mon", NOW + LEASE - MINUTE) == ()
    assert _names(store.deliveries.expire("mon", NOW + LEASE)) == ["ann"]
    assert store.deliveries.counts("mon") == {"uncertain": 1, "pending": 1}
    assert _names(store.deliveries.claim("mon", "next", 9, NOW + LEASE, LEASE)) == ["bob"]


def test_a_holder_that_was_thought_dead_may_still_say_how_it_ended(store: Store) -> None:
    (ann,) = _claimed(store, "ann")
    store.deliveries.record([replace(ann, state="inflight")], "here", NOW, LEASE)
    store.deliveries.expire("mon", NOW + LEASE)
    assert store.deliveries.record([replace(ann, state="sent")], "here", NOW + LEASE, LEASE) == ()
    assert store.deliveries.counts("mon") == {"sent": 1}


def test_a_holder_that_lost_its_claim_may_not_let_the_copy_leave(store: Store) -> None:
    (ann,) = _claimed(store, "ann")
    store.deliveries.expire("mon", NOW + LEASE)
    leaving = replace(ann, state="inflight")
    assert store.deliveries.record([leaving], "here", NOW + LEASE, LEASE) == (leaving,)


@pytest.mark.parametrize("state", ["sent", "failed", "suppressed"])
def test_a_settled_copy_is_never_claimed_again(store: Store, state: DeliveryState) -> None:
    (ann,) = _claimed(store, "ann")
    store.deliveries.record([replace(ann, state=state)], "here", NOW, LEASE)
    store.deliveries.enqueue([_copy("ann")], NOW)
    assert store.deliveries.claim("mon", "here", 9, NOW + LEASE, LEASE) == ()
    assert store.deliveries.expire("mon", NOW + LEASE) == ()


def test_who_leaves_the_list_gets_no_copy_even_when_it_was_claimed(store: Store) -> None:
    store.subscribers.add("ann@reader.example", NOW)
    (ann,) = _claimed(store, "ann")
    store.subscribers.remove("ann@reader.example", NOW)
    leaving = replace(ann, state="inflight")
    assert store.deliveries.record([leaving], "here", NOW, LEASE) == (leaving,)
    assert store.deliveries.counts("mon") == {"suppressed": 1}


def test_who_had_left_before_is_looked_at_again_when_copies_are_claimed(store: Store) -> None:
    store.subscribers.add("ann@reader.example", NOW)
    store.subscribers.remove("ann@reader.example", NOW)
    assert _names(_claimed(store, "ann", "bob")) == ["bob"]
    assert store.deliveries.counts("mon") == {"suppressed": 1, "claimed": 1}


def test_a_person_decides_about_copies_in_doubt_and_about_no_others(store: Store) -> None:
    ann, bob = _claimed(store, "ann", "bob")
    store.deliveries.record([replace(ann, state="uncertain")], "here", NOW, LEASE)
    everybody = [ann.address, bob.address]
    assert store.deliveries.decide("mon", everybody, "pending", NOW) == 1
    assert store.deliveries.counts("mon") == {"pending": 1, "claimed": 1}


def test_of_several_departures_only_the_refused_ones_are_told(store: Store) -> None:
    store.subscribers.add("bob@reader.example", NOW)
    copies = _claimed(store, "ann", "bob", "cem")
    store.subscribers.remove("bob@reader.example", NOW)
    leaving = [replace(copy, state="inflight") for copy in copies]
    assert _names(store.deliveries.record(leaving, "here", NOW, LEASE)) == ["bob"]
    assert store.deliveries.counts("mon") == {"inflight": 2, "suppressed": 1}


def test_a_holder_that_gives_a_sign_of_life_keeps_its_copies(store: Store) -> None:
    ann, _ = _claimed(store, "ann", "bob")
    store.deliveries.record([replace(ann, state="inflight")], "here", NOW, LEASE)
    store.deliveries.renew("here", NOW + LEASE / 2, LEASE)
    assert store.deliveries.expire("mon", NOW + LEASE) == ()
    assert store.deliveries.counts("mon") == {"inflight": 1, "claimed": 1}


def test_a_holder_that_ends_in_order_gives_back_what_it_did_not_begin(store: Store) -> None:
    ann, _ = _claimed(store, "ann", "bob")
    store.deliveries.record([replace(ann, state="inflight")], "here", NOW, LEASE)
    store.deliveries.release("here", NOW)
    assert store.deliveries.counts("mon") == {"inflight": 1, "pending": 1}


def test_copies_are_counted_that_may_be_sent_now(store: Store) -> None:
    ann, bob, _ = _claimed(store, "ann", "bob", "cem")
    late = replace(bob, state="deferred", due=NOW + MINUTE)
    store.deliveries.record([replace(ann, state="sent"), late], "here", NOW, LEASE)
    store.deliveries.release("here", NOW)
    assert [store.deliveries.waiting("mon", NOW + i * MINUTE) for i in (0, 1)] == [1, 2]


def test_copies_are_counted_that_were_handed_to_the_relay_in_a_span_of_time(store: Store) -> None:
    ann, bob, cem = _claimed(store, "ann", "bob", "cem")
    states = [replace(ann, state="sent"), replace(bob, state="uncertain"), replace(cem, state="failed")]
    store.deliveries.record(states, "here", NOW, LEASE)
    assert [store.deliveries.departed_since(NOW + i * MINUTE) for i in (0, 1)] == [2, 0]


def test_an_edition_is_unfinished_while_a_copy_is_due_or_was_left_behind(store: Store) -> None:
    (ann,) = _claimed(store, "ann")
    assert store.deliveries.unfinished(NOW) == ()
    assert store.deliveries.unfinished(NOW + LEASE) == ("mon",)
    store.deliveries.record([replace(ann, state="deferred", due=NOW + MINUTE)], "here", NOW, LEASE)
    assert [store.deliveries.unfinished(NOW + i * MINUTE) for i in (0, 1)] == [(), ("mon",)]


def test_what_was_claimed_when_the_machine_itself_stopped_is_in_doubt(tmp_path: Path) -> None:
    file = tmp_path / "digest.db"
    with open_store(f"sqlite:///{file}") as store:
        store.editions.save("mon", date(2026, 3, 2), "{}", NOW)
        _claimed(store, "ann")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE deliveries SET holder = 'uptime-of-before/here'")
    with open_store(f"sqlite:///{file}") as store:
        assert store.deliveries.expire("mon", NOW + LEASE - MINUTE) == ()
        assert _names(store.deliveries.expire("mon", NOW + LEASE)) == ["ann"]
        assert store.deliveries.counts("mon") == {"uncertain": 1}


def test_only_the_marks_of_copies_do_not_wait_for_the_disk(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/digest.db")
    with database.write(synced=False) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == (1 if database.session else 2)
    with database.write() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    database.close()
