"""Sign-ups and keys: asked once, confirmed in time, limited, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta

from sqlalchemy import event, insert

from digest.models import Preferences, Subscriber
from digest.store import Store, schema
from digest.store.signups import PATIENCE, Member, Proof, Wish
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
    assert list(store.signups.members()) == [
        Member(Subscriber(ANN, NOW, preferences=CHOSEN), PROOF, NOW, NOW)
    ]


def test_a_wish_is_confirmed_in_time_or_not_at_all(store: Store) -> None:
    store.signups.ask(WISH, "", NOW)
    assert not store.signups.confirm(ANN, NOW + PATIENCE)
    assert not store.signups.confirm("bob@reader.example", NOW)


def test_everybody_is_told_with_their_proof_a_page_a_statement(store: Store) -> None:
    addresses = [f"reader-{number:04}@reader.example" for number in range(2500)]
    rows = [{"id": a, "address": a, "since": NOW, "active": True, "preferences": "{}"} for a in addresses]
    with store._database.write() as connection:
        connection.execute(insert(schema.subscribers), rows)
    store.subscribers.remove("reader-0007@reader.example", NOW)
    store.signups.ask(WISH, "", NOW)
    store.signups.confirm(ANN, NOW)
    statements: list[str] = []
    with _heard(store, statements):
        members = list(store.signups.members())

    assert 2501 == len({member.reader.address for member in members})
    assert [Member(Subscriber(ANN, NOW, preferences=CHOSEN), PROOF, NOW, NOW)] == [
        member for member in members if member.proof
    ]
    assert ["reader-0007@reader.example"] == [m.reader.address for m in members if not m.reader.active]
    assert 3 == len(statements)


@contextmanager
def _heard(store: Store, statements: list[str]) -> Iterator[None]:
    """Collects the SELECTs that the database gets meanwhile."""
    engine = store._database._engine

    def hear(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", hear)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", hear)


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
