"""Sending an edition to a real relay: who got it, who waits, who is in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from digest.deliver import Campaign, SendResult, SignedLinks, open_relay, send
from digest.errors import RelayError
from digest.models import Bounce, Problem
from digest.store import Store
from tests.deliver.letters import email, settings
from tests.deliver.relays import FakeRelay
from tests.make import NOW

ANN, BOB, CEM = (f"{name}@reader.example" for name in ("ann", "bob", "cem"))


def _send(
    store: Store,
    relay: FakeRelay,
    addresses: Sequence[str],
    now: datetime = NOW,
    links: SignedLinks | None = None,
) -> SendResult:
    config = settings(relay.port)
    return send(
        Campaign("mon", email(), links=links),
        addresses,
        store.deliveries,
        open_relay(config.smtp),
        settings=config,
        clock=lambda: now,
    )


def test_every_reader_gets_one_copy(store: Store, relay: FakeRelay) -> None:
    report = _send(store, relay, [ANN, BOB, CEM])
    assert report == SendResult({"sent": 3}, 3, ())
    assert report.finished
    assert relay.recipients == [ANN, BOB, CEM]
    assert sorted(str(message["To"]) for message in relay.messages) == [ANN, BOB, CEM]
    assert len({message["Message-ID"] for message in relay.messages}) == 3


def test_a_second_send_mails_only_who_has_not_got_it(store: Store, relay: FakeRelay) -> None:
    _send(store, relay, [ANN])
    assert _send(store, relay, [ANN, BOB]) == SendResult({"sent": 2}, 1, ())
    assert relay.recipients == [ANN, BOB]


def test_a_copy_that_is_put_off_is_sent_later_with_the_same_message_id(
    store: Store, relay: FakeRelay
) -> None:
    tries: list[str] = []

    def greylist(address: str) -> str:
        tries.append(address)
        return "451 4.7.1 try again later" if len(tries) == 1 else "250 OK"

    relay.on_rcpt = greylist
    _send(store, relay, [ANN])
    (waiting,) = store.deliveries.rows("mon")
    early = _send(store, relay, [], NOW + timedelta(minutes=1))
    assert (early.counts, early.finished) == ({"deferred": 1}, False)
    assert early.problems == (
        Problem(
            "deliver",
            ANN,
            "Put off: 451 4.7.1 try again later. Send again later, or let the schedule do it.",
        ),
    )
    assert _send(store, relay, [], NOW + timedelta(minutes=2)) == SendResult({"sent": 1}, 1, ())
    assert [message["Message-ID"] for message in relay.messages] == [waiting.message_id]


def test_who_is_refused_gets_no_second_try_and_the_others_get_theirs(store: Store, relay: FakeRelay) -> None:
    relay.on_rcpt = lambda address: "550 5.1.1 no such user" if address == BOB else "250 OK"
    refused = Problem(
        "deliver", BOB, "The relay refuses this address: 550 5.1.1 no such user. Correct or remove it."
    )
    assert _send(store, relay, [ANN, BOB, CEM]) == SendResult(
        {"failed": 1, "sent": 2}, 2, (refused,), (Bounce("mon", BOB, "hard", "550 5.1.1 no such user", NOW),)
    )
    assert _send(store, relay, [ANN, BOB, CEM]).sent == 0
    assert relay.recipients == [ANN, CEM]


def test_a_connection_lost_after_the_message_leaves_a_copy_in_doubt_that_is_named_and_held(
    store: Store, relay: FakeRelay
) -> None:
    def cut(envelope: object) -> str:
        if relay.received:
            return "250 OK"
        raise ConnectionAbortedError

    relay.on_data = cut
    report = _send(store, relay, [ANN, BOB])
    assert (report.counts, report.sent, report.finished) == ({"sent": 1, "uncertain": 1}, 1, True)
    (doubt,) = report.problems
    assert (doubt.subject, doubt.reason.split(":")[0]) == (ANN, "Nobody knows whether this copy arrived")
    assert _send(store, relay, [ANN, BOB], NOW + timedelta(days=1)).sent == 0
    assert relay.recipients == [ANN, BOB]


def test_a_relay_that_refuses_the_sender_fails_no_reader(store: Store, relay: FakeRelay) -> None:
    relay.on_mail = lambda _address: "550 5.7.1 sender not allowed"
    report = _send(store, relay, [ANN, BOB])
    assert report.counts == {"pending": 2}
    assert [problem.subject for problem in report.problems] == ["relay"]
    relay.on_mail = lambda _address: "250 OK"
    assert _send(store, relay, []) == SendResult({"sent": 2}, 2, ())


def test_a_relay_that_closes_with_421_gets_the_rest_on_a_new_connection(
    store: Store, relay: FakeRelay
) -> None:
    seen: list[str] = []

    def busy(address: str) -> str:
        seen.append(address)
        return "421 4.3.2 too many messages" if len(seen) == 2 else "250 OK"

    relay.on_rcpt = busy
    assert _send(store, relay, [ANN, BOB, CEM]) == SendResult({"sent": 3}, 3, ())
    assert relay.recipients == [ANN, BOB, CEM]
    assert seen == [ANN, BOB, CEM, BOB]


def test_a_relay_that_is_away_ends_the_send_and_the_copies_wait(store: Store) -> None:
    with pytest.raises(RelayError, match="cannot be reached"):
        _send(store, FakeRelay(port=1), [ANN])
    assert store.deliveries.counts("mon") == {"pending": 1}


def test_an_address_that_cannot_be_written_to_is_told_and_stops_nobody(
    store: Store, relay: FakeRelay
) -> None:
    report = _send(store, relay, ["no address", ANN])
    assert (report.counts, report.sent) == ({"sent": 1}, 1)
    assert report.problems == (
        Problem(
            "deliver",
            "no address",
            "'no address' is not an e-mail address: write it as name@domain. Remove it from the subscribers.",
        ),
    )


def test_who_leaves_while_the_edition_goes_out_gets_no_copy(store: Store, relay: FakeRelay) -> None:
    store.subscribers.add(BOB, NOW)

    def leave(_envelope: object) -> str:
        store.subscribers.remove(BOB, NOW)
        return "250 OK"

    relay.on_data = leave
    assert _send(store, relay, [ANN, BOB]) == SendResult({"sent": 1, "suppressed": 1}, 1, ())
    assert relay.recipients == [ANN]


def test_a_readers_own_link_is_in_the_readers_own_copy(store: Store, relay: FakeRelay) -> None:
    own = SignedLinks("https://here.example", [b"a key"])
    _send(store, relay, [ANN, BOB], links=own)
    links = {str(message["To"]): message["List-Unsubscribe"] for message in relay.messages}
    assert links == {to: f"<{own.unsubscribe_url(to)}>" for to in (ANN, BOB)}


def test_an_address_beyond_ascii_is_written_to_where_the_relay_can(store: Store, relay: FakeRelay) -> None:
    assert _send(store, relay, ["jürgen@reader.example"]) == SendResult({"sent": 1}, 1, ())
    assert relay.recipients == ["jürgen@reader.example"]
    assert relay.messages[0]["To"] == "jürgen@reader.example"
    assert {"BODY=8BITMIME", "SMTPUTF8"} <= set(relay.received[0].mail_options)
