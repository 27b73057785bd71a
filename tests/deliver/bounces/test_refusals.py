"""Whose fault a refusal is, by its code and by the words of those who refuse."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from digest.deliver.bounces.refusals import RefusalKind, refusal_class, refusal_kind

BY_CODE: dict[RefusalKind, str] = {
    "hard": "1.0 1.1 1.2 1.3 1.4 1.6 1.10 2.1 7.13 7.17 7.18",
    "soft": "2.2 2.4 3.1 3.2",
    "unreachable": "4.1 4.2 4.4 4.7",
    "blocked": "1.7 1.8 1.9 2.3 3.3 3.4 3.5 3.6 4.0 4.3 4.5 4.6 5.1 5.2 5.3 5.4 5.5 5.6 6.0 6.1 6.2 6.3 6.4 "
    "6.5 6.6 6.7 6.8 6.9 6.10 7.0 7.1 7.2 7.3 7.4 7.5 7.6 7.7 7.8 7.9 7.10 7.11 7.12 7.14 7.15 7.16 7.19 7.20 7.21 7.22 "
    "7.23 7.24 7.25 7.26 7.27 7.28 7.29 7.30 7.515 7.606 7.708",
}
"""The registry of enhanced status codes, without those that mean success or nothing in particular."""
CODES = [(detail, kind) for kind, details in BY_CODE.items() for detail in details.split()]


@pytest.mark.parametrize(("detail", "expected"), CODES)
def test_every_code_of_the_registry_says_whose_fault_it_is(detail: str, expected: RefusalKind) -> None:
    assert refusal_kind(f"550 5.{detail} no") == expected
    assert refusal_kind(f"5.{detail} smtp; nein") == expected
    assert refusal_kind(f"5.0.0 smtp; 554 5.{detail} no") == expected


@pytest.mark.parametrize(("detail", "expected"), CODES)
def test_what_may_pass_is_never_for_good(detail: str, expected: RefusalKind) -> None:
    passing = "soft" if expected == "hard" else expected
    assert refusal_kind(f"450 4.{detail} no") == passing
    tried_on = "blocked" if expected == "unreachable" else passing
    assert refusal_kind(f"5.{detail} smtp; no", delayed=True) == tried_on


SAID: dict[RefusalKind, tuple[str, ...]] = {
    "blocked": (
        "554 IP=192.0.2.1 - blocked by our list",
        "550 Service unavailable; client host [192.0.2.1] blocked using a list of ours",
        "550 Service unavailable, Client host [192.0.2.1] blocked using Spamhaus",
        "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation",
        "550 Unfortunately, messages from [192.0.2.1] weren't sent; part of their network is on our block list (S3140)",
        "550 (OU-002) Unfortunately, messages from 192.0.2.1 weren't sent",
        "550 Access denied, sending domain [HERE.EXAMPLE] does not meet the required authentication level",
        "554 Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints; [TSS04]",
        "554 Message not accepted for policy reasons",
        "550 Our system has detected that this message is likely unsolicited mail",
        "550 This mail has been blocked because the sender is unauthenticated",
        "550 The IP you're using to send mail is not authorized to send email directly to our servers",
        "554 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1",
        "550 Mail rejected by our filter, DMARC",
        "550 SPF check failed",
        "550 Sender address rejected: Domain not checked",
        "554 Transaction failed. Reject due to policy restrictions",
        "550 spam message rejected",
        "552 Message size exceeds fixed maximum message size",
        "552 message too large",
        "554 too many hops, this message is looping",
        "550 relaying denied",
        "550 Bad HELO",
        "503 sequence of commands",
        "530 must issue STARTTLS",
    ),
    "unreachable": (
        "554 delivery time expired",
        "550 retry timeout exceeded",
        "4.4.1 connect to mx.reader.example[192.0.2.7]:25: Connection timed out",
        "4.4.1 connect to mx.reader.example[192.0.2.7]:25: Connection refused",
        "550 Unrouteable address",
    ),
    "soft": (
        "552 mailbox full",
        "550 The mailbox is over quota",
        "550 user has exceeded their quota",
        "554 Mailbox size limit exceeded: mailbox full",
        "552 requested mail action aborted: exceeded storage allocation",
        "550 The user you are trying to contact is receiving mail at a rate that prevents more",
        "550 account temporarily disabled",
        "550 please try again later",
        "550 Host or domain name not found. Name service error",
        "554 nein",
        "552 nein",
    ),
    "hard": (
        "550 no such user",
        "550 User unknown in virtual mailbox table",
        "550 The email account that you tried to reach does not exist. Please double-check the address",
        "550 Requested action not taken: mailbox unavailable",
        "554 delivery error: dd This user doesn't have an account here",
        "550 Recipient address rejected: Access denied",
        "551 not our customer",
        "550 mailbox is disabled",
        "550 invalid recipient",
        "550 Benutzer unbekannt",
        "no",
    ),
}
WORDS = [(words, kind) for kind, said in SAID.items() for words in said]


@pytest.mark.parametrize(("words", "expected"), WORDS)
@pytest.mark.parametrize("written", ["{}", "5.0.0 smtp; {}", "5.3.0 {}", "5.5.0 smtp;{}"])
def test_where_the_code_says_nothing_the_words_of_the_receivers_do(
    words: str, expected: RefusalKind, written: str
) -> None:
    if words == "no" and written == "{}":
        pytest.skip("nothing at all is no refusal")
    assert refusal_kind(written.format(words)) == expected
    assert refusal_kind(written.format(words.upper())) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("550 5.1.1 recipient rejected: blocked using a list of Spamhaus", "blocked"),
        ("5.1.1 smtp; 552 5.2.2 mailbox full", "soft"),
        ("5.1.1 smtp; 550 5.1.1 user unknown (mx.spamhaus-customer.example)", "hard"),
        ("550 5.4.1 Recipient address rejected: Access denied", "hard"),
        ("550 5.7.1 Recipient address rejected: Access denied", "blocked"),
        ("5.4.4 Host or domain name not found. Name service error for name=gone.example", "soft"),
        ("550 5.1.0 Unknown address error 550-'5.7.1 command rejected'", "blocked"),
        ("421 4.7.28 unusual rate of mail", "blocked"),
        ("554 nothing to do with 192.5.1.1 or 5.1.1.7", "soft"),
    ],
)
def test_where_code_and_words_contradict_each_other_the_reader_is_given_the_benefit(
    text: str, expected: RefusalKind
) -> None:
    assert refusal_kind(text) == expected


@given(
    st.sampled_from([w for w in SAID["blocked"] if not w.startswith(("503", "530"))]),
    st.sampled_from(BY_CODE["hard"].split()),
)
def test_no_code_makes_a_fault_of_the_sender_one_of_the_reader(words: str, detail: str) -> None:
    assert refusal_kind(f"5.{detail} smtp; {words}") == "blocked"


@given(st.text(max_size=300))
@example("5." * 5000)
@example("mailbox " * 5000)
def test_whatever_is_said_there_is_a_kind_and_what_begins_with_4_is_never_hard(text: str) -> None:
    assert refusal_kind(text) in {"soft", "hard", "blocked"}
    assert refusal_kind(f"450 4.0.0 {text}") != "hard"


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("550 5.7.1 no", "5.7"),
        ("554 5.7.26 no", "5.7"),
        ("550 no", "550"),
        ("550 5.1.10 no", "5.1"),
        ("no", ""),
    ],
)
def test_refusals_are_equal_by_class_and_subject_or_by_the_code_of_their_reply(
    reply: str, expected: str
) -> None:
    assert refusal_class(reply) == expected
