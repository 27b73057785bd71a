"""Sign-ups and keys: asked once, confirmed in time, limited, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from digest.models import Preferences, Subscriber
from digest.store import Store
from digest.store.signups import PATIENCE, Proof, Wish
from tests.make import NOW

ANN = "Ann@reader.example"
PROOF = Proof("https://digest.example/", "Send me the digest.", "192.0.2.0/24")
CHOSEN = Preferences(("Budget",), days="sun", language="de", timezone="Asia/Tokyo", quiet="lead")
WISH = Wish(ANN, PROOF, CHOSEN)


def test_a_confirmed_wish_puts_the_address_on_the_list(store: Store) -> None:
    assert store.signups.ask(WISH, "192.0.2.0/24", NOW) == "confirm"
    assert tuple(store.subscribers.active()) == ()
    assert store.signups.confirm(ANN.lower(), NOW)
    assert store.signups.confirm(ANN, NOW)
    assert tuple(store.subscribers.active()) == (Subscriber(ANN, NOW, preferences=CHOSEN),)
    assert store.signups.proof(ANN) == (PROOF, NOW, NOW)


def test_a_wish_is_confirmed_in_time_or_not_at_all(store: Store) -> None:
    store.signups.ask(WISH, "", NOW)
    assert not store.signups.confirm(ANN, NOW + PATIENCE)
    assert not store.signups.confirm("bob@reader.example", NOW)


def test_what_nobody_confirmed_is_let_go_of(store: Store) -> None:
    store.signups.ask(WISH, "", NOW)
    store.signups.forget(NOW + PATIENCE)
    assert store.personal.everything(ANN)["signup"] == []


def test_a_wish_that_was_cancelled_cannot_be_confirmed(store: Store) -> None:
    store.signups.ask(WISH, "", NOW)
    store.signups.cancel(ANN)
    assert not store.signups.confirm(ANN, NOW)


def test_the_limits_hold_when_many_ask_at_once(store: Store) -> None:
    with ThreadPoolExecutor(8) as threads:
        asked = list(threads.map(lambda _: store.signups.ask(WISH, "192.0.2.0/24", NOW), range(24)))
    assert asked.count("confirm") == 3
    assert set(asked) == {"confirm", None}


def test_a_day_later_the_address_may_be_asked_again(store: Store) -> None:
    for _ in range(4):
        store.signups.ask(WISH, "", NOW)
    assert store.signups.ask(WISH, "", NOW + timedelta(days=1)) == "confirm"


def test_who_is_on_the_list_is_known_and_the_limits_hold_for_them_too(store: Store) -> None:
    store.subscribers.add(ANN, NOW)
    assert [store.signups.ask(WISH, "", NOW) for _ in range(4)] == ["known"] * 3 + [None]
    assert store.signups.wanted(ANN, NOW) is None


def test_the_key_is_made_once_and_a_new_one_comes_first(store: Store) -> None:
    (first,) = store.keys.secrets(NOW)
    assert store.keys.secrets(NOW) == (first,)
    store.keys.rotate(NOW)
    second, old = store.keys.secrets(NOW)
    assert (old, len(second)) == (first, 32)
    assert second != first
