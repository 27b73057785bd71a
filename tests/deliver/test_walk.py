"""A walk outlives what one connection or one copy meets: relays that make no sense, letters that cannot be written."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

import pytest

from benchmarks.sink import Sink, Talk
from digest.deliver import Campaign, Relay, SendResult, send
from digest.deliver.send import now_utc
from digest.errors import MessageError, StoreError
from digest.models import Delivery, Email
from digest.store import Store
from tests.deliver.letters import email, settings
from tests.deliver.sinks import greeted, listening, serving

BOTH = ("PIPELINING", "CHUNKING")


def _send(
    store: Store,
    port: int,
    readers: int,
    *,
    connections: int = 1,
    variant_email: Callable[[str], Email] | None = None,
    **others: Any,
) -> SendResult:
    config = settings(port, timeout=1.0, connections=connections)
    addresses = [f"reader{number:02}@reader.example" for number in range(readers)]
    relay = Relay(config.smtp, last_word=1.0)
    return send(
        Campaign("mon", email(), variant_email), addresses, store.deliveries, relay, settings=config, **others
    )


def test_an_answer_too_many_is_not_taken_for_the_answer_to_the_next_copy(store: Store) -> None:
    class Chatty(Talk):
        def _message(self, message: bytes) -> None:
            if self._recipient.startswith(b"reader01"):
                self._say(b"554 5.7.1 spam")
            else:
                super()._message(message)
                self._say(b"250 2.0.0 queued, really")

    sink = Sink()
    with listening(sink, Chatty) as port:
        report = _send(store, port, 2)
    assert report.counts == {"failed": 1, "sent": 1}


@pytest.mark.parametrize("connections", [1, 3])
def test_a_relay_that_hangs_up_after_its_greeting_is_not_called_for_ever(
    store: Store, connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.deliver.pool.PATIENCE", 2)
    calls: list[int] = []

    def serve(line: socket.socket, number: int) -> None:
        calls.append(number)
        if len(calls) > 100:
            return
        greeted(line, *BOTH)
        line.sendall(b"421 4.3.2 too many messages\r\n")

    with serving(serve) as port:
        report = _send(store, port, 3, connections=connections)
    assert len(calls) < 20
    assert "uncertain" not in report.counts
    assert "sent" not in report.counts
    assert report.problems


def test_a_copy_that_cannot_be_composed_waits_and_the_others_are_sent(store: Store) -> None:
    late = [
        Delivery("mon", f"late{number}@reader.example", "pending", f"<{number}@x>", variant="late")
        for number in range(3)
    ]

    def variant_email(_variant: str) -> Email:
        raise MessageError("It has no text.")

    def another_program_adds(_stage: str, done: int, _total: int) -> None:
        if done == 1:
            store.deliveries.enqueue(late, now_utc())

    with listening(Sink()) as port:
        report = _send(store, port, 20, variant_email=variant_email, progress=another_program_adds)
    assert report.counts == {"deferred": 3, "sent": 20}
    assert {problem.subject for problem in report.problems} == {copy.address for copy in late}


def test_a_sign_of_life_that_cannot_be_written_ends_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise StoreError("The database is locked.")

    monkeypatch.setattr(store.deliveries, "renew", locked)
    with listening(Sink(delay=0.05)) as port:
        report = _send(store, port, 3, lease=timedelta(seconds=0.2))
    assert report.counts == {"sent": 3}


def test_connections_that_are_never_greeted_are_not_opened_again_once_all_is_sent(store: Store) -> None:
    calls: list[int] = []

    def serve(line: socket.socket, number: int) -> None:
        calls.append(number)
        if number == 0:
            greeted(line)
        while said := line.recv(100_000):
            if number == 0:
                line.sendall(b"354 go on\r\n" if said == b"DATA\r\n" else b"250 ok\r\n")

    with serving(serve) as port:
        report = _send(store, port, 4, connections=4)
    assert report.counts == {"sent": 4}
    assert calls == [0, 1, 2, 3]


def test_what_ended_while_the_database_could_not_be_written_is_written_down_at_last(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.deliver.outbox.PERSISTENCE", 0)
    record, calls = store.deliveries.record, count()

    def full_once(*arguments: Any) -> tuple[Delivery, ...]:
        if next(calls) == 3:
            raise StoreError("The disk is full.")
        return record(*arguments)

    monkeypatch.setattr(store.deliveries, "record", full_once)
    with listening(Sink(delay=0.01)) as port, pytest.raises(StoreError):
        _send(store, port, 30, connections=4)
    counts = store.deliveries.counts("mon")
    assert set(counts) == {"claimed", "sent"}
