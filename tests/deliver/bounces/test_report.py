"""What a mail that came back says, and what it cannot say."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver.bounces.bounce_report import MOST_OCTETS, NoticeKind, read_bounce_report, refusal_kind
from tests.deliver.reports import TOKEN_ADDRESS, complaint, delivery_report, reply


@pytest.mark.parametrize(
    ("action", "status", "expected"),
    [
        ("failed", "5.1.1", "hard"),
        ("failed", "5.2.2", "hard"),
        ("Failed", " 5.0.0 (undefined)", "hard"),
        ("failed", "4.4.7", "soft"),
        ("failed", "5.7.1", "soft"),
        ("delayed", "4.4.1", "soft"),
        ("delayed", "5.1.1", "soft"),
        ("delivered", "2.0.0", "ignored"),
        ("relayed", "2.1.9", "ignored"),
        ("expanded", "2.0.0", "ignored"),
        ("failed", "2.0.0", "ignored"),
    ],
)
def test_a_delivery_report_is_believed_by_its_action_and_status(
    action: str, status: str, expected: str
) -> None:
    notice = read_bounce_report(delivery_report(action=action, status=status, said="smtp; no"))
    assert notice.kind == expected


def test_a_report_without_a_status_is_read_by_what_the_receiver_said() -> None:
    report = delivery_report(status="", said="smtp; 550 5.1.1 <x>: no such user")
    notice = read_bounce_report(report)
    assert (notice.kind, notice.words) == ("hard", "5.1.1 smtp; 550 5.1.1 <x>: no such user")


def test_a_report_that_says_nothing_of_a_recipient_is_left_to_a_person() -> None:
    assert read_bounce_report(delivery_report(action="", status="", said="")).kind == "unknown"
    assert read_bounce_report(delivery_report(status="", said="smtp; no")).kind == "unknown"


@pytest.mark.parametrize("kind", ["abuse", "Fraud", "virus", "other", "opt-out"])
def test_a_complaint_is_one(kind: str) -> None:
    notice = read_bounce_report(complaint(kind=kind))
    assert (notice.kind, notice.words) == ("complaint", f"the reader reported it as {kind.lower()}")
    assert TOKEN_ADDRESS in notice.addresses


@pytest.mark.parametrize("kind", ["not-spam", "auth-failure"])
def test_other_feedback_is_none(kind: str) -> None:
    assert read_bounce_report(complaint(kind=kind)).kind == "ignored"


@pytest.mark.parametrize(
    "header",
    [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated",
        "Precedence: bulk",
        "X-Autoreply: yes",
    ],
)
def test_an_automatic_reply_is_no_bounce(header: str) -> None:
    assert read_bounce_report(reply(header=header)).kind == "ignored"


@pytest.mark.parametrize("header", ["X-Nothing: to say", "Auto-Submitted: no"])
def test_what_people_write_is_left_to_a_person_whatever_words_they_use(header: str) -> None:
    notice = read_bounce_report(reply(header=header))
    assert (notice.kind, notice.sender, notice.subject) == (
        "unknown",
        "Ann <ann@reader.example>",
        "Out of office",
    )


def test_the_return_address_is_looked_for_where_the_receiving_side_writes_it() -> None:
    assert TOKEN_ADDRESS in read_bounce_report(delivery_report()).addresses
    rewritten = delivery_report(to="somewhere@here.example").replace(
        b"Subject: Undelivered", b"Delivered-To: " + TOKEN_ADDRESS.encode() + b"\r\nSubject: Undelivered"
    )
    assert TOKEN_ADDRESS in read_bounce_report(rewritten).addresses
    inside = delivery_report(to="somewhere@here.example").replace(
        b"Subject: Council", b"Return-Path: <" + TOKEN_ADDRESS.encode() + b">\r\nSubject: Council"
    )
    assert TOKEN_ADDRESS in read_bounce_report(inside).addresses


def _nested(levels: int) -> bytes:
    opened = "".join(
        f'Content-Type: multipart/report; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(levels)
    )
    return opened.encode() + delivery_report()


HOSTILE = {
    "nothing": b"",
    "nul": b"\0" * 1000,
    "no header": b"\r\n\r\nbody",
    "nested": _nested(3000),
    "nested messages": b"Content-Type: message/rfc822\r\n\r\n" * 3000,
    "wrong charset": delivery_report()
    .replace(b"us-ascii", b"no-such-charset")
    .replace(b"Sorry", b"\xff\xfe"),
    "8 bits in headers": delivery_report().replace(b"Subject: Und", b"Subject: \xff\xfe\xc3 Und"),
    "unknown encoding": delivery_report().replace(
        b"Content-Type: message/delivery-status",
        b"Content-Type: message/delivery-status\r\nContent-Transfer-Encoding: base64",
    ),
    "no boundary": delivery_report().replace(b'; boundary="edge"', b""),
    "strange parameters": delivery_report().replace(b'boundary="edge"', b"boundary*0*=x'y'%ff; boundary*1=z"),
    "many headers": b"X: y\r\n" * 200_000,
    "a long line": b"To: " + b"a" * 5_000_000,
    "many dots": b"Content-Type: message/delivery-status\r\n\r\n"
    + b"\r\n\r\n".join([b"Status: 5.1.1"] * 20_000),
}


@pytest.mark.parametrize("octets", HOSTILE.values(), ids=HOSTILE)
def test_hostile_mail_is_read_in_little_time_and_never_raises(octets: bytes) -> None:
    start = process_time()
    notice = read_bounce_report(octets)
    assert notice.kind in {"unknown", "hard", "ignored"}
    assert len(notice.words) <= 200
    assert process_time() - start < 5


def test_no_more_is_read_than_a_report_needs() -> None:
    padding = b"X-Padding: " + b"a" * 100 + b"\r\n"
    late = padding * (MOST_OCTETS // len(padding) + 1) + delivery_report()
    assert read_bounce_report(late).kind == "unknown"


@given(st.binary(max_size=400))
def test_whatever_octets_come_there_is_a_notice_of_one_line(octets: bytes) -> None:
    notice = read_bounce_report(octets)
    assert all(text.isprintable() for text in (notice.words, notice.sender, notice.subject))


@given(st.binary(max_size=60), st.integers(0, 900), st.integers(0, 60))
def test_a_report_that_was_damaged_never_becomes_a_complaint(octets: bytes, at: int, cut: int) -> None:
    report = delivery_report()
    notice = read_bounce_report(report[:at] + octets + report[at + cut :])
    kinds: tuple[NoticeKind, ...] = ("hard", "soft", "ignored", "unknown")
    assert notice.kind in kinds


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("550 5.1.1 no such user", "hard"),
        ("550 no such user", "hard"),
        ("550 5.7.1 we do not like this network", "soft"),
        ("451 4.2.0 later", "soft"),
    ],
)
def test_a_refusal_is_for_good_unless_it_is_about_the_sender(words: str, expected: str) -> None:
    assert refusal_kind(words) == expected
