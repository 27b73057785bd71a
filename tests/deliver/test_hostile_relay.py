"""Relays that do what no standard allows: each costs a copy or a connection, never the walk."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from time import monotonic, sleep, thread_time

import pytest

from digest.deliver import Relay, parse_address
from digest.errors import RelayError
from tests.deliver.letters import settings
from tests.deliver.sinks import greeted, serving

SENDER, ANN, BOB = (parse_address(f"{name}@reader.example") for name in ("brief", "ann", "bob"))
MESSAGE = b"Subject: x\r\n\r\nx\r\n"
LARGE = b"Subject: x\r\n\r\n" + b"x" * 70 + b"\r\n" + (b"y" * 70 + b"\r\n") * 100_000
BOTH = ("PIPELINING", "CHUNKING")


def _relay(port: int, last_word: float = 1.0, **smtp: object) -> Relay:
    return Relay(settings(port, **{"timeout": 1.0, **smtp}).smtp, last_word=last_word)


def test_a_relay_that_answers_and_does_not_read_on_is_waited_for_in_peace() -> None:
    def serve(line: socket.socket, _number: int) -> None:
        greeted(line, *BOTH)
        line.recv(1000)
        line.sendall(b"250 ok\r\n250 ok\r\n")
        sleep(1)
        rest = len(LARGE) - 1000
        while rest > 0 and (octets := line.recv(1_000_000)):
            rest -= len(octets)
        line.sendall(b"250 queued\r\n")
        line.recv(1000)

    with serving(serve, small=True) as port, _relay(port, 10).connect() as connection:
        start = thread_time()
        outcome = connection.deliver(SENDER, ANN, LARGE)
        assert thread_time() - start < 0.3
    assert outcome.ending == "sent"


def test_a_relay_that_hangs_up_in_the_midst_of_a_large_message_leaves_no_doubt() -> None:
    def serve(line: socket.socket, _number: int) -> None:
        greeted(line, *BOTH)
        line.recv(1000)
        line.sendall(b"250 ok\r\n250 ok\r\n")
        line.shutdown(socket.SHUT_WR)
        line.recv(1)
        sleep(1.5)

    with serving(serve, small=True) as port, _relay(port, 2).connect() as connection:
        start = monotonic()
        outcome = connection.deliver(SENDER, ANN, LARGE)
        assert monotonic() - start < 1
    assert outcome.ending == "unsent"


@pytest.mark.parametrize("drip", [b"220 " + b"x" * 4000, b"220-x\r\n" * 4000], ids=["a line", "many lines"])
def test_a_relay_that_drips_its_greeting_is_left_in_time(drip: bytes) -> None:
    stop = threading.Event()

    def serve(line: socket.socket, _number: int) -> None:
        for octet in drip:
            if stop.wait(0.001):
                break
            line.sendall(bytes([octet]))

    with serving(serve) as port:
        start = monotonic()
        with pytest.raises(RelayError):
            _relay(port, timeout=0.3).connect()
        stop.set()
    assert monotonic() - start < 1


@pytest.mark.parametrize("challenge", [b"334 !!!\r\n", b"334 \xff\xfe\r\n", b"334 YQ=\r\n"])
def test_a_relay_whose_challenge_is_junk_cannot_be_used(challenge: bytes) -> None:
    def serve(line: socket.socket, _number: int) -> None:
        greeted(line, "AUTH CRAM-MD5")
        while line.recv(1000):
            line.sendall(challenge)

    with serving(serve) as port, pytest.raises(RelayError):
        _relay(port, username="brief").connect()


def test_a_password_beyond_ascii_is_no_crash() -> None:
    def serve(line: socket.socket, _number: int) -> None:
        greeted(line, "AUTH PLAIN LOGIN")
        while line.recv(1000):
            line.sendall(b"535 no\r\n")

    with serving(serve) as port, pytest.raises(RelayError):
        Relay(settings(port, username="brief").smtp, "schlüssel").connect()


def _replies(*replies: bytes) -> Callable[[socket.socket, int], None]:
    def serve(line: socket.socket, _number: int) -> None:
        greeted(line)
        for reply in replies:
            line.recv(100_000)
            line.sendall(reply + b"\r\n")
        line.recv(100_000)

    return serve


@pytest.mark.parametrize(
    ("replies", "ending"),
    [
        ((b"250 ok", b"250 ok", b"250 ok", b"550 no"), "unsent"),
        ((b"250 ok", b"250 ok", b"354 go on", b"354 go on"), "uncertain"),
        ((b"250 ok", b"250 ok", b"354 go on", b"150 hm"), "uncertain"),
        ((b"250 ok", b"250 ok", b"354 go on", b"999 hm"), "uncertain"),
        ((b"354 ok",), "unsent"),
    ],
)
def test_an_answer_that_does_not_fit_is_no_yes_and_no_no(replies: tuple[bytes, ...], ending: str) -> None:
    with serving(_replies(*replies)) as port, _relay(port).connect() as connection:
        outcome = connection.deliver(SENDER, ANN, MESSAGE)
    assert (outcome.ending, outcome.usable) == (ending, False)


def test_what_the_relay_says_is_remembered_without_control_characters() -> None:
    with (
        serving(_replies(b"550 no\x00 \x1b[2Jsuch", b"250 ok")) as port,
        _relay(port).connect() as connection,
    ):
        assert connection.deliver(SENDER, ANN, MESSAGE).reply == "550 no [2Jsuch"
