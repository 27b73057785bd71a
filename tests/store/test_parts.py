"""Texts, editions, subscribers and slots: what is put in comes out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from digest.errors import ConflictError, EditionError
from digest.models import Delivery, Subscriber
from digest.store import Store
from digest.store.editions import EditionRow
from tests.make import NOW

HOUR = timedelta(hours=1)
MONDAY, TUESDAY = date(2026, 3, 2), date(2026, 3, 3)


def test_a_text_is_kept_by_kind_and_key(store: Store) -> None:
    store.cache.put("page", "a", "one")
    store.cache.put("page", "a", "two € 🗳")
    store.cache.put("feed", "a", "other")
    assert [store.cache.get("page", "a"), store.cache.get("feed", "a")] == ["two € 🗳", "other"]
    assert store.cache.get("page", "b") is None


def test_pruning_forgets_only_what_is_older(store: Store) -> None:
    store.cache.put("page", "a", "one")
    assert store.cache.prune(datetime.now(UTC) - HOUR) == 0
    assert store.cache.prune(datetime.now(UTC) + HOUR) == 1
    assert store.cache.get("page", "a") is None


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
    assert [member.reader for member in store.signups.members()] == [
        Subscriber("ann@reader.example", NOW, active=False)
    ]
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


def test_the_slot_of_a_program_that_died_is_free_when_its_lease_is_over(store: Store) -> None:
    store.slots.claim(NOW, "dead", NOW, HOUR)
    assert store.slots.claim(NOW, "next", NOW + HOUR, HOUR)
    store.slots.finish(NOW, "dead", NOW + HOUR)
    assert store.slots.claim(NOW, "next", NOW + HOUR, HOUR)


def test_a_slot_that_failed_in_order_is_free_at_once(store: Store) -> None:
    store.slots.claim(NOW, "here", NOW, HOUR)
    store.slots.release(NOW, "here", NOW)
    assert store.slots.claim(NOW, "there", NOW, HOUR)


def test_an_edit_takes_the_place_of_the_revision_that_was_seen(store: Store) -> None:
    store.editions.save("mon", MONDAY, "draft", NOW)
    store.editions.edit("mon", "better", 1, NOW + HOUR)
    assert store.editions.find("mon") == EditionRow("mon", MONDAY, NOW + HOUR, 2, edited=True)
    with pytest.raises(ConflictError, match="Somebody else has changed the edition mon"):
        store.editions.edit("mon", "other", 1, NOW + HOUR)
    assert store.editions.load("mon") == "better"
    assert store.editions.find("tue") is None


def test_an_approval_is_for_what_was_seen_and_ends_with_the_next_edit(store: Store) -> None:
    store.editions.save("mon", MONDAY, "draft", NOW)
    store.editions.decide("mon", "approved", 1)
    assert store.editions.find("mon") == EditionRow("mon", MONDAY, NOW, 2, standing="approved")
    with pytest.raises(ConflictError):
        store.editions.decide("mon", "held", 1)
    store.editions.edit("mon", "better", 2, NOW)
    assert store.editions.find("mon") == EditionRow("mon", MONDAY, NOW, 3, edited=True)


def test_what_is_held_stays_held_when_it_is_edited_or_made_anew(store: Store) -> None:
    store.editions.save("mon", MONDAY, "draft", NOW)
    store.editions.decide("mon", "held", 1)
    store.editions.save("mon", MONDAY, "draft 2", NOW)
    store.editions.edit("mon", "better", 3, NOW)
    assert store.editions.find("mon") == EditionRow("mon", MONDAY, NOW, 4, edited=True, standing="held")


def test_work_by_hand_is_not_overwritten_unasked(store: Store) -> None:
    for edition, change in (
        ("mon", partial(store.editions.edit, "mon", "better", 1, NOW)),
        ("tue", partial(store.editions.decide, "tue", "approved", 1)),
    ):
        store.editions.save(edition, MONDAY, "draft", NOW)
        change()
        for call in (
            store.editions.check_open,
            partial(store.editions.save, date=MONDAY, document="x", saved_at=NOW),
        ):
            with pytest.raises(EditionError, match=r"was edited or approved by hand.*make --again"):
                call(edition)
        store.editions.check_open(edition, again=True)
        store.editions.save(edition, MONDAY, "anew", NOW, again=True)
        assert store.editions.load(edition) == "anew"
        assert store.editions.find(edition) == EditionRow(edition, MONDAY, NOW, 3)


def test_an_edition_of_which_a_copy_left_is_neither_edited_nor_decided_about(store: Store) -> None:
    store.editions.save("mon", MONDAY, "final", NOW)
    store.deliveries.enqueue([Delivery("mon", "ann@reader.example", "pending", "<1@here.example>")], NOW)
    store.editions.edit("mon", "last words", 1, NOW)
    store.deliveries.claim("mon", "here", 1, NOW, HOUR)
    for change in (
        partial(store.editions.edit, "mon", "too late", 2, NOW),
        partial(store.editions.decide, "mon", "held", 2),
    ):
        with pytest.raises(EditionError, match="The edition mon is being sent or was sent"):
            change()
    assert store.editions.list() == (EditionRow("mon", MONDAY, NOW, 2, edited=True, sent=True),)
