"""What is said to a relay and what its answers mean: no socket, only octets and replies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver.smtp.addresses import parse_address
from digest.deliver.smtp.session import Outcome, Reply, transmit

SENDER, ANN = parse_address("brief@here.example"), parse_address("ann@reader.example")
MAIL, RCPT = b"MAIL FROM:<brief@here.example>\r\n", b"RCPT TO:<ann@reader.example>\r\n"
MESSAGE = b"Subject: x\r\n\r\n.hidden\r\nend\r\n"
STUFFED = b"Subject: x\r\n\r\n..hidden\r\nend\r\n.\r\n"
CHUNK = b"BDAT %d LAST\r\n%b" % (len(MESSAGE), MESSAGE)

YES, GO_ON, NO, LATER = Reply(250, "ok"), Reply(354, "go on"), Reply(550, "no"), Reply(451, "later")
BUSY, UNKNOWN = Reply(421, "busy"), Reply(502, "what?")
NOWAYS: tuple[str, ...] = ()
TWO, ONE = ("pipelining",), ("pipelining", "chunking")


def _talk(abilities: Sequence[str], *replies: Reply) -> tuple[list[bytes], Outcome]:
    """What is said to a relay that answers so, and how it ends."""
    talk, said = transmit(SENDER, ANN, MESSAGE, abilities), []
    try:
        said.append(next(talk).octets)
        for reply in replies:
            said.append(talk.send(reply).octets)  # noqa: PERF401 - the conversation ends within
    except StopIteration as end:
        return [octets for octets in said if octets], end.value
    raise AssertionError("it goes on")


@pytest.mark.parametrize(
    ("abilities", "replies", "said"),
    [
        (NOWAYS, [YES, YES, GO_ON, YES], [MAIL, RCPT, b"DATA\r\n", STUFFED]),
        (TWO, [YES, YES, GO_ON, YES], [MAIL + RCPT + b"DATA\r\n", STUFFED]),
        (ONE, [YES, YES, YES], [MAIL + RCPT + CHUNK]),
    ],
)
def test_a_copy_takes_as_few_round_trips_as_the_relay_allows(
    abilities: Sequence[str], replies: list[Reply], said: list[bytes]
) -> None:
    assert _talk(abilities, *replies) == (said, Outcome("sent", "250 ok"))


@pytest.mark.parametrize(
    ("abilities", "replies", "outcome"),
    [
        (NOWAYS, [NO, YES], Outcome("stopped", "550 no")),
        (NOWAYS, [YES, NO, YES], Outcome("refused", "550 no")),
        (NOWAYS, [YES, LATER, YES], Outcome("deferred", "451 later")),
        (NOWAYS, [YES, YES, GO_ON, NO, YES], Outcome("failed", "550 no")),
        (TWO, [YES, NO, NO, YES], Outcome("refused", "550 no")),
        (TWO, [YES, BUSY], Outcome("unsent", "421 busy", usable=False)),
        (ONE, [NO, NO, NO, YES], Outcome("stopped", "550 no")),
        (ONE, [YES, YES, LATER, YES], Outcome("deferred", "451 later")),
        (ONE, [YES, YES, BUSY], Outcome("unsent", "421 busy", usable=False)),
        (ONE, [YES, YES, UNKNOWN], Outcome("unsent", "502 what?", usable=False, chunks=False)),
        (ONE, [YES, NO, UNKNOWN, YES], Outcome("refused", "550 no")),
    ],
)
def test_the_first_refusal_says_what_becomes_of_the_copy(
    abilities: Sequence[str], replies: list[Reply], outcome: Outcome
) -> None:
    assert _talk(abilities, *replies)[1] == outcome


def test_a_relay_that_waits_for_a_message_without_a_recipient_gets_an_empty_one() -> None:
    said, outcome = _talk(TWO, YES, NO, GO_ON, NO, YES)
    assert said == [MAIL + RCPT + b"DATA\r\n", b".\r\n", b"RSET\r\n"]
    assert outcome == Outcome("refused", "550 no")


def test_a_line_that_will_not_be_reset_takes_no_other_copy() -> None:
    assert _talk(NOWAYS, YES, NO, NO)[1] == Outcome("refused", "550 no", usable=False)


@pytest.mark.parametrize(
    ("abilities", "heard", "left", "ending"),
    [
        (NOWAYS, [YES, YES, GO_ON], False, "unsent"),
        (NOWAYS, [YES, YES, GO_ON], True, "uncertain"),
        (TWO, [], True, "unsent"),
        (ONE, [], False, "unsent"),
        (ONE, [], True, "uncertain"),
        (ONE, [YES, YES], True, "uncertain"),
        (ONE, [YES, NO], True, "refused"),
    ],
)
def test_a_lost_line_leaves_doubt_only_once_a_whole_message_has_left(
    abilities: Sequence[str], heard: list[Reply], left: bool, ending: str
) -> None:
    talk = transmit(SENDER, ANN, MESSAGE, abilities)
    say = next(talk)
    for reply in heard:
        say = talk.send(reply)
    lost = say.lost("the line was cut {when}", left=left)
    assert (lost.ending, lost.usable) == (ending, False)


@given(
    st.sampled_from([NOWAYS, TWO, ONE]),
    st.lists(st.builds(Reply, st.integers(200, 599), st.text(max_size=8)), min_size=9, max_size=9),
)
def test_whatever_a_relay_answers_it_ends_and_only_a_yes_to_the_whole_message_means_sent(
    abilities: Sequence[str], replies: list[Reply]
) -> None:
    said, outcome = _talk(abilities, *replies)
    whole = CHUNK in said[0] or STUFFED in said
    assert outcome.ending != "sent" or (whole and outcome.reply.startswith(("2", "3")))


def test_an_address_beyond_ascii_is_no_use_to_a_relay_without_smtputf8() -> None:
    talk = transmit(SENDER, parse_address("jürgen@reader.example"), MESSAGE, TWO)
    with pytest.raises(StopIteration) as end:
        next(talk)
    assert end.value.value == Outcome("failed", "the relay cannot write to addresses beyond ASCII (SMTPUTF8)")
