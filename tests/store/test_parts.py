"""Texts, editions, subscribers and slots: what is put in comes out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from digest.errors import EditionError
from digest.models import Delivery, Subscriber
from digest.store import Store
from digest.store.editions import EditionRow
from tests.make import NOW

HOUR = timedelta(hours=1)
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def test_a_text_is_kept_by_kind_and_key(store: Store) -> None:
    store.keep.put("page", "a", "one")
    store.keep.put("page", "a", "two € 🗳")
    store.keep.put("feed", "a", "other")
    assert [store.keep.get("page", "a"), store.keep.get("feed", "a")] == ["two € 🗳", "other"]
    assert store.keep.get("page", "b") is None


def test_pruning_forgets_only_what_is_older(store: Store) -> None:
    store.keep.put("page", "a", "one")
    assert store.keep.prune(datetime.now(UTC) - HOUR) == 0
    assert store.keep.prune(datetime.now(UTC) + HOUR) == 1
    assert store.keep.get("page", "a") is None


def test_the_latest_edition_is_that_of_the_last_date(store: Store) -> None:
    assert store.editions.latest() is None
    store.editions.save("tue", TUESDAY, '{"id": "tue"}', NOW)
    store.editions.save("mon", MONDAY, '{"id": "mon"}', NOW + HOUR)
    assert store.editions.latest() == '{"id": "tue"}'
    assert store.editions.load("mon") == '{"id": "mon"}'
    assert store.editions.load("wed") is None
    assert store.editions.list() == (EditionRow("tue", TUESDAY, NOW), EditionRow("mon", MONDAY, NOW + HOUR))


def test_what_was_told_between_two_days_comes_oldest_first_without_the_last_day(store: Store) -> None:
    store.editions.save("tue", TUESDAY, "second", NOW)
    store.editions.save("mon", MONDAY, "first", NOW)
    assert store.editions.between(MONDAY, date(2026, 3, 4)) == ("first", "second")
    assert store.editions.between(MONDAY, TUESDAY) == ("first",)


def test_editions_are_counted_by_their_days_and_one_made_again_keeps_its_number(store: Store) -> None:
    assert 1 == store.editions.number(MONDAY)
    store.editions.save("mon", MONDAY, "first", NOW)
    store.editions.save("tue", TUESDAY, "second", NOW)
    store.editions.save("tue", TUESDAY, "again", NOW)

    assert (1, 2, 3) == tuple(store.editions.number(day) for day in (MONDAY, TUESDAY, date(2026, 3, 9)))


def test_an_edition_is_replaced_until_a_copy_of_it_may_have_left(store: Store) -> None:
    store.editions.save("mon", MONDAY, "draft", NOW)
    store.deliveries.enqueue([Delivery("mon", "ann@reader.example", "pending", "<1@here.example>")], NOW)
    store.editions.save("mon", MONDAY, "final", NOW)
    assert store.editions.load("mon") == "final"
    store.deliveries.claim("mon", "here", 1, NOW, HOUR)
    with pytest.raises(EditionError, match="The edition mon is being sent or was sent"):
        store.editions.save("mon", MONDAY, "too late", NOW)
    assert store.editions.load("mon") == "final"


def test_an_address_is_on_the_list_once_however_it_is_written(store: Store) -> None:
    assert store.subscribers.add("Ann@Reader.example", NOW) == "added"
    assert store.subscribers.add(" ann@reader.EXAMPLE", NOW + HOUR) == "known"
    assert tuple(store.subscribers.active()) == (Subscriber("Ann@Reader.example", NOW),)


def test_who_left_is_remembered_and_may_come_back(store: Store) -> None:
    store.subscribers.add("ann@reader.example", NOW)
    assert store.subscribers.remove("ANN@reader.example", NOW)
    assert not store.subscribers.remove("ann@reader.example", NOW)
    assert not store.subscribers.remove("bob@reader.example", NOW)
    assert tuple(store.subscribers.active()) == ()
    assert store.subscribers.list() == (Subscriber("ann@reader.example", NOW, active=False),)
    assert store.subscribers.add("ann@reader.example", NOW + HOUR) == "added"
    assert tuple(store.subscribers.active()) == (Subscriber("ann@reader.example", NOW + HOUR),)


def test_an_address_of_another_list_is_added_but_who_left_stays_away(store: Store) -> None:
    store.subscribers.add("bob@reader.example", NOW)
    store.subscribers.add("cem@reader.example", NOW)
    store.subscribers.remove("cem@reader.example", NOW)
    brought = [
        store.subscribers.bring(Subscriber(f"{name}@Reader.example", NOW)) for name in ("ann", "bob", "cem")
    ]
    assert brought == ["added", "known", "left"]
    assert [reader.address for reader in store.subscribers.active()] == [
        "ann@Reader.example",
        "bob@reader.example",
    ]


def test_a_slot_is_claimed_once(store: Store) -> None:
    assert store.slots.claim(NOW, "here", NOW, HOUR)
    assert not store.slots.claim(NOW, "there", NOW, HOUR)
    assert store.slots.claim(NOW, "here", NOW, HOUR)


def test_a_finished_slot_is_never_claimed_again(store: Store) -> None:
    store.slots.claim(NOW, "here", NOW, HOUR)
    store.slots.finish(NOW, "here", NOW)
    assert not store.slots.claim(NOW, "here", NOW + 9 * HOUR, HOUR)
    assert store.slots.last_finished() == NOW


def test_the_slot_of_a_program_that_died_is_free_when_its_lease_is_over(store: Store) -> None:
    store.slots.claim(NOW, "dead", NOW, HOUR)
    assert store.slots.claim(NOW, "next", NOW + HOUR, HOUR)
    store.slots.finish(NOW, "dead", NOW + HOUR)
    assert store.slots.last_finished() is None


def test_a_slot_that_failed_in_order_is_free_at_once(store: Store) -> None:
    store.slots.claim(NOW, "here", NOW, HOUR)
    store.slots.release(NOW, "here", NOW)
    assert store.slots.claim(NOW, "there", NOW, HOUR)
