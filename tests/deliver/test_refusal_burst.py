"""A receiver that refuses copy after copy stops the send, and its readers are not struck off for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver import Campaign, SendResult, open_relay, send
from digest.deliver.refusal_burst import FEWEST, IN_A_ROW, RefusalBurst
from digest.models import Delivery, Problem
from digest.store import Store
from tests.deliver.letters import email, settings
from tests.deliver.relays import FakeRelay
from tests.make import NOW

BLOCKED, UNKNOWN = "554 5.7.1 blocked by our list", "550 5.1.1 no such user"
BIG = [f"reader{number:03}@big.example" for number in range(60)]
SMALL = [f"reader{number:03}@small{number}.example" for number in range(60)]


def _send(store: Store, relay: FakeRelay, addresses: Sequence[str], hours: int = 0) -> SendResult:
    config = settings(relay.port)
    now = NOW + timedelta(hours=hours)
    outbox, to = store.deliveries, open_relay(config.smtp)
    return send(Campaign("mon", email()), addresses, outbox, to, settings=config, clock=lambda: now)


def _at_big(answer: str) -> Callable[[str], str]:
    return lambda address: answer if address.endswith("@big.example") else "250 OK"


@pytest.mark.parametrize("answer", [BLOCKED, UNKNOWN, "550 nein"])
def test_a_receiver_that_refuses_everybody_stops_the_send_and_nobody_is_struck_off(
    store: Store, relay: FakeRelay, answer: str
) -> None:
    relay.on_rcpt = _at_big(answer)

    report = _send(store, relay, [*BIG, *SMALL])

    assert report.counts == {"deferred": FEWEST, "pending": 101, "sent": 9}
    assert (report.refused, report.finished) == ((), False)
    assert report.problems[0] == Problem(
        "deliver",
        "big.example",
        f"It refused 10 copies for one reason ({answer}), so sending stopped, the rest waits, and it counts against no "
        "reader: mend what it says, or ask its postmaster, then send again.",
    )


def test_after_it_is_mended_everybody_gets_one_copy(store: Store, relay: FakeRelay) -> None:
    relay.on_rcpt = _at_big(BLOCKED)
    _send(store, relay, [*BIG, *SMALL])
    relay.on_rcpt = lambda _address: "250 OK"

    assert _send(store, relay, []).counts == {"deferred": FEWEST, "sent": 110}
    assert _send(store, relay, [], hours=2).counts == {"sent": 120}
    assert relay.recipients == sorted([*BIG, *SMALL])


def test_a_message_that_is_refused_by_whoever_gets_it_stops_the_send_as_well(
    store: Store, relay: FakeRelay
) -> None:
    relay.on_data = lambda _envelope: "554 5.7.1 looks like spam"

    report = _send(store, relay, SMALL)

    assert report.counts == {"deferred": IN_A_ROW, "pending": 60 - IN_A_ROW}
    assert report.problems[0].subject == "the relay"


def test_a_few_old_addresses_on_a_short_list_stop_nothing(store: Store, relay: FakeRelay) -> None:
    relay.on_rcpt = lambda address: UNKNOWN if address in BIG[: FEWEST - 1] else "250 OK"
    report = _send(store, relay, BIG)
    assert report.counts == {"failed": FEWEST - 1, "sent": 60 - FEWEST + 1}
    assert [bounce.kind for bounce in report.refused] == ["hard"] * (FEWEST - 1)


def test_addresses_that_nobody_was_asked_about_are_no_burst(store: Store) -> None:
    burst = RefusalBurst(30)
    assert not any(
        burst.refusal(_copy(a, "the relay cannot write to addresses beyond ASCII")) for a in BIG[:30]
    )


def test_a_refusal_that_is_not_about_the_address_says_so(store: Store, relay: FakeRelay) -> None:
    relay.on_rcpt = _at_big("550 5.7.26 unauthenticated")
    report = _send(store, relay, BIG[:1])
    assert [bounce.kind for bounce in report.refused] == ["blocked"]
    (problem,) = report.problems
    assert problem.reason == (
        "Refused, and not for a fault of this address: 550 5.7.26 unauthenticated. Mend what it says; the next edition "
        "goes there again."
    )


def _copy(address: str, reply: str) -> Delivery:
    return Delivery("mon", address, "failed", "<1@here.example>", reply=reply)


ANSWERS = st.sampled_from(["", BLOCKED, UNKNOWN])


@given(st.lists(st.tuples(st.sampled_from(["a.example", "b.example"]), ANSWERS), max_size=80))
def test_a_burst_is_equal_refusals_in_a_row_or_of_too_many(answers: list[tuple[str, str]]) -> None:
    burst = RefusalBurst(total=10_000)
    for number, (domain, answer) in enumerate(answers):
        copy = _copy(f"{number}@{domain}", answer)
        if answer:
            burst.refusal(copy)
        else:
            burst.taken(copy)
        if burst.receiver:
            break
    if burst.receiver:
        assert len(burst.refused) >= IN_A_ROW
        assert len({copy.reply for copy in burst.refused}) == 1
    else:
        assert _longest(answers) < IN_A_ROW


def _longest(answers: list[tuple[str, str]]) -> int:
    """The longest row of equal refusals without a copy taken in between, at one receiver or at all."""
    longest = 0
    for domain in ("a.example", "b.example", ".example"):
        row, before = 0, ""
        for at, answer in answers:
            if at.endswith(domain):
                row = 0 if not answer else row + 1 if answer == before else 1
                before = answer
                longest = max(longest, row)
    return longest
