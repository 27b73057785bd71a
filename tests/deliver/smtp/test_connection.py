"""The conversation with a relay: in one round trip, in two or in four, and what each failure means."""

from __future__ import annotations

import select
import socket
import threading
from contextlib import suppress
from time import sleep

import pytest

from benchmarks.sink import Sink, Talk
from digest.deliver import Campaign, Relay, parse_address, send
from digest.deliver.smtp.session import Outcome
from digest.store import Store
from tests.deliver.letters import email, settings
from tests.deliver.sinks import answering, listening

ALL = ("PIPELINING", "CHUNKING")
WAYS = [ALL, ("PIPELINING",), ()]
SENDER, ANN, BOB7 = (parse_address(f"{name}@reader.example") for name in ("brief", "ann", "bob7"))
MESSAGE = b"To: ann@reader.example\r\nMessage-ID: <1@here.example>\r\n\r\n.\r\n..dots\r\nend\r\n"


def _relay(port: int, patience: float = 0.3) -> Relay:
    return Relay(settings(port, timeout=5).smtp, last_word=patience)


@pytest.mark.parametrize("abilities", WAYS)
def test_a_message_arrives_octet_for_octet_whatever_the_relay_offers(abilities: tuple[str, ...]) -> None:
    taken: list[bytes] = []

    class Keeping(Sink):
        def take(self, recipient: bytes, message: bytes) -> None:
            taken.append(message)

    with listening(Keeping(abilities=abilities)) as port, _relay(port).connect() as connection:
        outcomes = [connection.deliver(SENDER, ANN, MESSAGE) for _ in range(2)]
    assert outcomes == [Outcome("sent", "250 2.0.0 queued")] * 2
    assert taken == [MESSAGE, MESSAGE]


@pytest.mark.parametrize("abilities", WAYS)
def test_after_a_refused_reader_the_next_one_is_served(abilities: tuple[str, ...]) -> None:
    sink = Sink(abilities=abilities, fault="refuse", checked=False)
    with listening(sink) as port, _relay(port).connect() as connection:
        refused = connection.deliver(SENDER, BOB7, MESSAGE)
        served = connection.deliver(SENDER, ANN, MESSAGE)
    assert refused == Outcome("refused", "550 5.1.1 no such user")
    assert served.ending == "sent"
    assert sink.taken == {b"ann@reader.example": 1}


@pytest.mark.parametrize("abilities", WAYS)
@pytest.mark.parametrize(
    ("fault", "ending"),
    [("drop", "uncertain"), ("hang", "uncertain"), ("busy", "unsent"), ("greylist", "deferred")],
)
def test_what_a_failure_means_depends_on_where_it_happens(
    fault: str, ending: str, abilities: tuple[str, ...]
) -> None:
    sink = Sink(abilities=abilities, fault=fault, every=1)
    with listening(sink) as port, _relay(port).connect() as connection:
        assert connection.deliver(SENDER, ANN, MESSAGE).ending == ending


@pytest.mark.parametrize("abilities", [("PIPELINING",), ()])
def test_a_line_that_is_cut_before_the_message_left_leaves_no_doubt(abilities: tuple[str, ...]) -> None:
    sink = Sink(abilities=abilities, fault="cut", every=1)
    with listening(sink) as port, _relay(port).connect() as connection:
        outcome = connection.deliver(SENDER, ANN, MESSAGE)
    assert (outcome.ending, outcome.usable) == ("unsent", False)


def test_a_relay_that_said_goodbye_while_nothing_was_sent_is_seen_before_the_next_copy() -> None:
    told = threading.Event()

    def leave(line: socket.socket) -> None:
        told.wait(5)
        line.sendall(b"421 4.4.2 idle too long\r\n")

    with answering(leave) as port, _relay(port).connect() as connection:
        assert connection.alive
        told.set()
        select.select([connection], [], [], 5)
        assert not connection.alive


def test_an_answer_in_many_lines_and_pieces_is_one_answer() -> None:
    def answer(line: socket.socket) -> None:
        line.recv(1000)
        for piece in (b"550-5.1.1 no", b" such\r", b"\n550-5.1.1", b"\r\n550 5.1.1 user\r\n250 ok\r\n"):
            line.sendall(piece)
            sleep(0.01)

    with answering(answer, abilities="8BITMIME") as port, _relay(port).connect() as connection:
        outcome = connection.deliver(SENDER, ANN, MESSAGE)
    assert outcome == Outcome("stopped", "550 5.1.1 no such 5.1.1 5.1.1 user")


@pytest.mark.parametrize("rubbish", [b"HTTP/1.1 400 Bad Request\r\n", b"220" + b"-" * 200_000, b"\x00\xff\n"])
def test_a_relay_that_talks_rubbish_is_left_and_the_copy_waits(rubbish: bytes) -> None:
    def answer(line: socket.socket) -> None:
        with suppress(OSError):
            line.recv(1000)
            line.sendall(rubbish)
            line.recv(1000)

    with answering(answer) as port, _relay(port).connect() as connection:
        outcome = connection.deliver(SENDER, ANN, MESSAGE)
    assert (outcome.ending, outcome.usable) == ("unsent", False)


def test_a_relay_that_offers_chunks_and_does_not_know_them_gets_the_next_copies_in_lines(
    store: Store,
) -> None:
    class Forgetful(Talk):
        deaf = False

        def data_received(self, data: bytes) -> None:
            if not self.deaf:  # the message may come in a piece of its own, and its lines are no commands
                super().data_received(data)

        def _command(self, line: bytes) -> None:
            if line.startswith(b"BDAT"):
                self._say(b"500 5.5.1 unknown command")
                self._buffer.clear()
                self.deaf = True
            else:
                super()._command(line)

    sink = Sink(abilities=ALL)
    with listening(sink, Forgetful) as port:
        config = settings(port)
        report = send(
            Campaign("mon", email()),
            ["ann@reader.example"],
            store.deliveries,
            Relay(config.smtp),
            settings=config,
        )
    assert (report.counts, sink.taken) == ({"sent": 1}, {b"ann@reader.example": 1})
