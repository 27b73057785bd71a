"""A receiver that refuses copy after copy stops the send, and its readers are not struck off for it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver import Campaign, SendResult, open_relay, send
from digest.deliver.refusal_burst import FEWEST, IN_A_ROW, RefusalBurst, too_many_refused
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
        "reader: mend what it says, or ask its postmaster, then send again. If those addresses really take no mail, say so "
        "with `digest bounces --believe mon`.",
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

    assert report.counts == {"deferred": FEWEST, "pending": 60 - FEWEST}
    assert [problem.subject for problem in report.problems] == ["the relay"]


def test_a_message_that_everybody_refuses_is_one_sentence_and_nobody_failed(
    store: Store, relay: FakeRelay
) -> None:
    relay.on_data = lambda _envelope: "554 rejected"

    report = _send(store, relay, SMALL[:3])

    assert report.counts == {"deferred": 2, "pending": 1}
    assert [problem.reason.partition(",")[0] for problem in report.problems] == [
        "It refused 2 copies for one reason (554 rejected)"
    ]


def test_unlike_refusals_of_a_few_receivers_stop_a_send_as_well(store: Store, relay: FakeRelay) -> None:
    replies = iter([UNKNOWN, "550 nein", BLOCKED] * 4)
    relay.on_rcpt = lambda address: next(replies) if int(address[6:9]) % 5 == 0 else "250 OK"

    report = _send(store, relay, SMALL)

    assert (report.counts["deferred"], report.refused) == (10, ())
    assert report.problems[0].subject == "the relay"


def test_who_believes_the_refusals_gets_the_rest_sent(store: Store, relay: FakeRelay) -> None:
    relay.on_rcpt = lambda address: UNKNOWN if int(address[6:9]) % 4 else "250 OK"
    config = settings(relay.port)
    believed = Campaign("mon", email(), refusals_believed=True)

    report = send(
        believed, SMALL, store.deliveries, open_relay(config.smtp), settings=config, clock=lambda: NOW
    )

    assert (report.counts, len(report.refused)) == ({"failed": 45, "sent": 15}, 45)


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
def test_a_burst_is_refusals_in_a_row_or_of_too_many(answers: list[tuple[str, str]]) -> None:
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
    else:
        assert _longest(answers) < IN_A_ROW


def _longest(answers: list[tuple[str, str]]) -> int:
    """The longest row of refusals without a copy taken in between."""
    longest = row = 0
    for _, answer in answers:
        row = row + 1 if answer else 0
        longest = max(longest, row)
    return longest


@pytest.mark.parametrize(
    ("total", "most"), [(1, 1), (2, 1), (3, 1), (12, 6), (60, 9), (180, 9), (200, 10), (10_000, 500)]
)
def test_how_many_refusals_of_how_many_copies_are_about_readers(total: int, most: int) -> None:
    assert (too_many_refused(most, total), too_many_refused(most + 1, total)) == (False, True)
