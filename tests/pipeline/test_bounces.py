"""From a mail that comes back to a reader who gets no more: counted, limited, never by what somebody made up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from digest.deliver import Campaign, open_relay, send
from digest.deliver.bounces import ReturnPath, open_return_path
from digest.models import Bounce, BounceKind, Delivery, UnrecognisedBounce
from digest.pipeline import handle_bounce
from digest.pipeline.bounces import believe, note
from digest.settings import BounceSettings, Settings
from digest.store import Store, open_store
from tests.deliver.letters import email, settings
from tests.deliver.relays import FakeRelay, running
from tests.deliver.reports import complaint, delivery_report, reply
from tests.make import NOW

ANN, BOB = "ann@reader.example", "bob@reader.example"
BOUNCES = BounceSettings(address="bounces@here.example", hard=2, soft=3, days=30)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as opened:
        for number in range(1, 6):
            opened.editions.save(f"day-{number}", date(2026, 3, number), "{}", NOW)
        for address in (ANN, BOB):
            opened.subscribers.add(address, NOW)
        yield opened


def _config(port: int = 1, **smtp: Any) -> Settings:
    return settings(port, **smtp).model_copy(update={"bounces": BOUNCES})


def _sent(store: Store, relay: FakeRelay, edition: str, now: datetime = NOW) -> dict[str, str]:
    """Send the edition; the return address of each reader's copy."""
    config, before = _config(relay.port), len(relay.received)
    send(
        Campaign(edition, email(), return_path=open_return_path(BOUNCES.address, store.keys.secrets(NOW))),
        [s.address for s in store.subscribers.active()],
        store.deliveries,
        open_relay(config.smtp),
        settings=config,
        clock=lambda: now,
    )
    return {e.rcpt_tos[0]: str(e.mail_from) for e in relay.received[before:]}


def _active(store: Store) -> list[str]:
    return [subscriber.address for subscriber in store.subscribers.active()]


def test_each_copy_leaves_with_a_return_address_of_its_own(store: Store) -> None:
    with running(FakeRelay()) as relay:
        returned = _sent(store, relay, "day-1")
    assert len(set(returned.values())) == 2
    assert all(address.startswith("bounces+") for address in returned.values())


def test_the_second_edition_that_is_refused_for_good_takes_a_reader_off_the_list(store: Store) -> None:
    with running(FakeRelay()) as relay:
        first, second = (_sent(store, relay, day)[ANN] for day in ("day-1", "day-2"))
    config = _config()
    assert handle_bounce(delivery_report(first), config, store, NOW) == "hard"
    assert handle_bounce(delivery_report(first), config, store, NOW) == "hard"
    assert _active(store) == [ANN, BOB]
    assert handle_bounce(delivery_report(second), config, store, NOW) == "removed"
    assert _active(store) == [BOB]
    (why,) = store.bounces.removed()
    assert why == Bounce("day-2", ANN, "hard", "5.1.1 smtp; 550 5.1.1 no such user", NOW)


def test_copies_that_are_put_off_take_longer(store: Store) -> None:
    with running(FakeRelay()) as relay:
        returned = [_sent(store, relay, f"day-{number}")[ANN] for number in (1, 2, 3)]
    reports = [delivery_report(address, action="delayed", status="4.2.2") for address in returned]
    assert [handle_bounce(report, _config(), store, NOW) for report in reports] == ["soft", "soft", "removed"]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("5.3.4", "smtp; 552 5.3.4 message size exceeds limit"),
        ("5.4.6", "smtp; routing loop detected"),
        ("5.7.1", "smtp; 554 5.7.1 rejected"),
        ("5.0.0", "smtp; 554 IP=192.0.2.1 - blocked by our list"),
    ],
)
def test_what_is_no_fault_of_the_reader_never_takes_anybody_off_and_can_be_seen(
    store: Store, status: str, said: str
) -> None:
    strict = BounceSettings(address=BOUNCES.address, hard=1, soft=1, days=30)
    config = _config().model_copy(update={"bounces": strict})
    with running(FakeRelay()) as relay:
        returned = [_sent(store, relay, f"day-{number}")[ANN] for number in range(1, 6)]
    reports = [delivery_report(address, status=status, said=said) for address in returned]
    assert [handle_bounce(report, config, store, NOW) for report in reports] == ["blocked"] * 5
    assert _active(store) == [ANN, BOB]
    assert store.bounces.counts() == {ANN: {"blocked": 5}}


def test_a_copy_that_was_blocked_counts_as_refused_once_that_is_heard(store: Store) -> None:
    kinds: tuple[BounceKind, ...] = ("blocked", "hard", "blocked")
    for kind in kinds:
        note(Bounce("day-1", ANN, kind, "no", NOW), BOUNCES, store)
    assert store.bounces.counts() == {ANN: {"hard": 1}}


def test_a_copy_that_was_put_off_and_then_refused_counts_once_as_refused(store: Store) -> None:
    with running(FakeRelay()) as relay:
        returned = _sent(store, relay, "day-1")[ANN]
    handle_bounce(delivery_report(returned, action="delayed", status="4.2.2"), _config(), store, NOW)
    handle_bounce(delivery_report(returned), _config(), store, NOW)
    handle_bounce(delivery_report(returned, action="delayed", status="4.2.2"), _config(), store, NOW)
    assert store.bounces.counts() == {ANN: {"hard": 1}}


def test_old_bounces_and_those_before_a_new_sign_up_are_forgotten(store: Store) -> None:
    for day in (1, 2):
        note(Bounce(f"day-{day}", ANN, "hard", "no", NOW + day * timedelta(days=31)), BOUNCES, store)
        note(Bounce(f"day-{day + 2}", BOB, "hard", "no", NOW), BOUNCES, store)
    assert _active(store) == [ANN]
    store.subscribers.add(BOB, NOW + timedelta(days=1))
    assert not note(Bounce("day-5", BOB, "hard", "no", NOW + timedelta(days=1)), BOUNCES, store)
    assert _active(store) == [ANN, BOB]
    assert store.bounces.removed() == ()


def test_a_complaint_takes_a_reader_off_at_once_in_the_middle_of_a_send_too(store: Store) -> None:
    with running(FakeRelay()) as relay:
        returned = _sent(store, relay, "day-1")[ANN]
        assert handle_bounce(complaint(returned), _config(), store, NOW) == "removed"
        assert list(_sent(store, relay, "day-2")) == [BOB]


def test_a_report_that_was_made_up_changes_nothing_and_can_be_seen(store: Store) -> None:
    with running(FakeRelay()) as relay:
        real = _sent(store, relay, "day-1")[ANN]
    local, _, domain = real.partition("@")
    message = store.deliveries.rows("day-1")[0].message_id
    forged = [
        f"{local[:-1]}{'a' if local[-1] != 'a' else 'q'}@{domain}".replace("+", "+x", 1),
        "bounces+ann=reader.example@here.example",
        str(ReturnPath("bounces+", "here.example", (b"another key",)).address(message)),
        ANN,
    ]
    for address in forged:
        assert handle_bounce(delivery_report(address), _config(), store, NOW) == "unknown"
        assert handle_bounce(complaint(address), _config(), store, NOW) == "unknown"
    assert _active(store) == [ANN, BOB]
    assert store.bounces.counts() == {}
    assert {stray.reason for stray in store.bounces.strays()} == {"it names no copy of ours"}


def test_a_reply_from_a_person_is_kept_in_sight_and_an_automatic_one_is_not(store: Store) -> None:
    with running(FakeRelay()) as relay:
        returned = _sent(store, relay, "day-1")[ANN]
    assert handle_bounce(reply(returned, "Auto-Submitted: auto-replied"), _config(), store, NOW) == "ignored"
    for _ in range(2):
        assert handle_bounce(reply(returned), _config(), store, NOW) == "unknown"
    (stray,) = store.bounces.strays()
    assert stray == UnrecognisedBounce(
        stray.id,
        "Ann <ann@reader.example>",
        "Out of office",
        "no report that a program can read",
        NOW,
    )


def test_mail_that_nobody_reads_does_not_fill_the_database(store: Store) -> None:
    for number in range(1010):
        store.bounces.stray(
            UnrecognisedBounce(f"{number:04}", "a", "b", "c", NOW + timedelta(seconds=number))
        )
    kept = store.bounces.strays()
    assert (len(kept), kept[0].id, kept[-1].id) == (1000, "1009", "0010")


SILENCE = {"status": "4.4.1", "said": "smtp; connect to mx.reader.example: Connection timed out"}
"""What a relay reports of a server that answers nobody, after five days."""


def _after_silence(
    store: Store, days: list[int], answered: tuple[int, ...] = (), *, bob_too: bool = False
) -> list[str]:
    """What each report means that comes five days after an edition of those days; Ann's copy arrives on some days."""
    results: list[str] = []
    with running(FakeRelay()) as relay:
        for day in days:
            now, edition = NOW + timedelta(days=day), f"after-{day}"
            store.editions.save(edition, now.date(), "{}", now)
            returned = _sent(store, relay, edition, now)
            heard = now + timedelta(days=5)
            if bob_too:
                handle_bounce(delivery_report(returned[BOB], **SILENCE), _config(), store, heard)
            if day not in answered:
                results.append(
                    handle_bounce(delivery_report(returned[ANN], **SILENCE), _config(), store, heard)
                )
    return results


@pytest.mark.parametrize(
    "days", [list(range(22)), [0, 7, 14, 21], [0, 20, 40]], ids=["daily", "weekly", "rarely"]
)
def test_a_server_that_answers_nobody_for_three_weeks_takes_its_reader_off(
    store: Store, days: list[int]
) -> None:
    results = _after_silence(store, days)

    assert ["unreachable"] * (len(days) - 1) + ["removed"] == results
    assert [BOB] == _active(store)


@pytest.mark.parametrize(
    ("days", "answered", "bob_too"),
    [
        (list(range(21)), (), False),
        (list(range(30)), (12,), False),
        ([0, 30], (), False),
        (list(range(30)), (), True),
    ],
    ids=["less than three weeks", "one copy arrived", "two copies", "nobody got it"],
)
def test_a_server_that_may_come_back_costs_nobody_the_subscription(
    store: Store, days: list[int], answered: tuple[int, ...], bob_too: bool
) -> None:
    results = _after_silence(store, days, answered, bob_too=bob_too)

    assert {"unreachable"} == set(results)
    assert [ANN, BOB] == _active(store)


def test_who_comes_back_to_the_list_begins_anew(store: Store) -> None:
    _after_silence(store, [0, 10, 21])
    store.subscribers.add(ANN, NOW + timedelta(days=30))

    assert ["unreachable", "unreachable"] == _after_silence(store, [31, 32])


EVERYBODY = [f"reader{number:02}@{number}.example" for number in range(12)]


def _refused(store: Store, edition: str, addresses: list[str]) -> None:
    for address in addresses:
        note(Bounce(edition, address, "hard", "550 5.1.1 no such user", NOW), BOUNCES, store)


@pytest.fixture
def twelve(store: Store) -> Store:
    """A list of twelve readers with a copy each of two editions."""
    for address in (ANN, BOB):
        store.subscribers.remove(address, NOW)
    for address in EVERYBODY:
        store.subscribers.add(address, NOW)
    for day in ("day-1", "day-2"):
        copies = [
            Delivery(day, address, "pending", f"<{day}{address}>", due=NOW + timedelta(hours=1))
            for address in EVERYBODY
        ]
        store.deliveries.enqueue(copies, NOW)
    return store


def test_a_relay_that_refuses_everybody_on_two_days_takes_nobody_off(twelve: Store) -> None:
    for day in ("day-1", "day-2"):
        _refused(twelve, day, EVERYBODY)

    assert _active(twelve) == EVERYBODY
    assert twelve.bounces.removed() == ()


def test_who_says_that_the_refusals_are_true_has_them_counted(twelve: Store) -> None:
    for day in ("day-1", "day-2"):
        _refused(twelve, day, EVERYBODY)

    taken = [believe(day, BOUNCES, twelve, NOW) for day in ("day-1", "day-2")]

    assert (taken, _active(twelve)) == ([0, 12], [])


def test_who_was_taken_off_before_too_many_came_back_is_put_back(twelve: Store) -> None:
    _refused(twelve, "day-1", EVERYBODY[:6])
    _refused(twelve, "day-2", EVERYBODY[:6])
    assert _active(twelve) == EVERYBODY[6:]

    _refused(twelve, "day-2", EVERYBODY[6:7])

    assert _active(twelve) == EVERYBODY


def test_bounces_are_undone_but_not_for_who_left_or_complained(twelve: Store) -> None:
    for day in ("day-1", "day-2"):
        _refused(twelve, day, EVERYBODY[:4])
    twelve.subscribers.remove(EVERYBODY[0], NOW)
    note(Bounce("day-2", EVERYBODY[1], "complaint", "abuse", NOW), BOUNCES, twelve)
    note(Bounce("day-2", EVERYBODY[5], "complaint", "abuse", NOW), BOUNCES, twelve)

    assert twelve.bounces.restore(NOW + timedelta(seconds=1)) == ()
    assert twelve.bounces.restore(NOW) == tuple(EVERYBODY[2:4])
    assert twelve.bounces.restore(NOW) == ()
    assert _active(twelve) == [*EVERYBODY[2:5], *EVERYBODY[6:]]
    _refused(twelve, "day-3", EVERYBODY[2:3])
    assert EVERYBODY[2] in _active(twelve)
