"""What a mail that came back says, and what it cannot say."""

from __future__ import annotations

import base64
import quopri
from email import message_from_bytes
from email.policy import default
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver.bounces.bounce_report import MOST_BYTES, NoticeKind, read_bounce_report
from tests.deliver.reports import TOKEN_ADDRESS, complaint, delivery_report, reply
from tests.wild.corpus import mails


@pytest.mark.parametrize(
    ("action", "status", "expected"),
    [
        ("failed", "5.1.1", "hard"),
        ("failed", "5.2.2", "soft"),
        ("Failed", " 5.0.0 (undefined)", "hard"),
        ("failed", "4.4.7", "unreachable"),
        ("failed", "5.7.1", "blocked"),
        ("delayed", "4.4.1", "blocked"),
        ("delayed", "4.2.2", "soft"),
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
    late = padding * (MOST_BYTES // len(padding) + 1) + delivery_report()
    assert read_bounce_report(late).kind == "unknown"


@given(st.binary(max_size=400))
def test_whatever_octets_come_there_is_a_notice_of_one_line(octets: bytes) -> None:
    notice = read_bounce_report(octets)
    assert all(text.isprintable() for text in (notice.words, notice.sender, notice.subject))


@given(st.binary(max_size=60), st.integers(0, 900), st.integers(0, 60))
def test_a_report_that_was_damaged_never_becomes_a_complaint(octets: bytes, at: int, cut: int) -> None:
    report = delivery_report()
    notice = read_bounce_report(report[:at] + octets + report[at + cut :])
    kinds: tuple[NoticeKind, ...] = ("blocked", "hard", "soft", "ignored", "unknown")
    assert notice.kind in kinds


GLOBAL = {
    "message/delivery-status": "message/global-delivery-status",
    "text/rfc822-headers": "message/global-headers",
    "message/rfc822": "message/global",
}


def _sent_as(report: bytes, kind: str, encoding: str) -> bytes:
    """The report with its part of that type in that transfer encoding."""
    head, opened, rest = report.partition(b"Content-Type: " + kind.encode() + b"\r\n\r\n")
    body, edge, tail = rest.partition(b"\r\n--edge")
    coded = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(
        encoding.lower(), bytes
    )(body)
    typed = opened.replace(b"\r\n\r\n", b"\r\nContent-Transfer-Encoding: " + encoding.encode() + b"\r\n\r\n")
    return head + typed + coded.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") + edge + tail


@pytest.mark.parametrize("encoding", ["7bit", "8bit", "BASE64", "base64", "quoted-printable", "binary"])
@pytest.mark.parametrize("worldwide", [False, True])
@pytest.mark.parametrize(
    ("status", "said", "expected"),
    [
        ("5.1.1", "smtp; 550 5.1.1 Empfänger unbekannt", "hard"),
        ("5.2.2", "smtp; 552 5.2.2 Postfach voll", "soft"),
        ("5.7.1", "smtp; 554 5.7.1 gesperrt", "blocked"),
        ("2.0.0", "smtp; 250 zugestellt", "ignored"),
    ],
)
def test_a_report_is_read_in_every_form_that_the_standards_allow(
    encoding: str, worldwide: bool, status: str, said: str, expected: str
) -> None:
    report = delivery_report(status=status, said=said).replace(
        b"rfc822; someone.else@reader.example", "utf-8; zoë@lésér.example".encode()
    )
    report = report.replace(b"Subject: Council", b"Return-Path: <inside@here.example>\r\nSubject: Council")
    for kind in ("message/delivery-status", "text/rfc822-headers"):
        report = _sent_as(report, kind, encoding)
    if worldwide:
        for old, new in GLOBAL.items():
            report = report.replace(old.encode(), new.encode())

    notice = read_bounce_report(report)

    assert (notice.kind, notice.words) == (expected, f"{status} {said}")
    assert "inside@here.example" in notice.addresses


@pytest.mark.parametrize("kind", ["message/rfc822", "message/global"])
@pytest.mark.parametrize("encoding", ["8bit", "base64", "quoted-printable"])
def test_the_mail_that_came_back_whole_is_looked_into_in_every_form(kind: str, encoding: str) -> None:
    report = delivery_report().replace(b"text/rfc822-headers", b"message/rfc822")
    report = report.replace(b"Subject: Council", b"Return-Path: <inside@here.example>\r\nSubject: Council")
    report = _sent_as(report, "message/rfc822", encoding).replace(b"message/rfc822", kind.encode())
    assert "inside@here.example" in read_bounce_report(report).addresses


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_a_report_that_went_through_a_shell_is_read(mark: bytes, ends: str) -> None:
    text = delivery_report().decode().replace("\r\n", ends)
    for octets in (mark + text.encode(), text.encode("utf-16"), text.encode("utf-16-le")):
        notice = read_bounce_report(octets)
        assert (notice.kind, TOKEN_ADDRESS in notice.addresses) == ("hard", True)


@pytest.mark.parametrize(
    "change",
    [
        (b"message/delivery-status", b"message/x-delivery-notice"),
        (b"message/delivery-status", b"application/octet-stream"),
        (
            b"Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 no such user",
            b"Nothing: at all",
        ),
        (b"multipart/report; report-type=delivery-status", b"text/plain; old=yes"),
    ],
)
def test_a_report_that_cannot_be_read_is_left_to_a_person_and_never_taken_for_an_automatic_reply(
    change: tuple[bytes, bytes],
) -> None:
    assert read_bounce_report(delivery_report().replace(*change)).kind == "unknown"


def test_a_report_without_mime_is_known_by_the_header_that_its_server_gives_it() -> None:
    octets = reply(header="Auto-Submitted: auto-replied\nX-Failed-Recipients: ann@reader.example")
    assert read_bounce_report(octets).kind == "unknown"


@pytest.mark.parametrize("octets", mails())
def test_the_standard_library_finds_the_same_sender_and_status(octets: bytes) -> None:
    message = message_from_bytes(octets, policy=default)
    reported = [
        str(status)
        for part in message.walk()
        if part.get_content_type() == "message/delivery-status"
        for block in part.iter_parts()
        for status in block.get_all("Status", [])
    ]
    notice = read_bounce_report(octets)

    assert str(message["From"]) == notice.sender
    assert [] == [status for status in reported if not notice.words.startswith(status)]


@given(st.sampled_from(mails()), st.binary(max_size=60), st.integers(0, 900), st.integers(0, 60))
def test_what_was_seen_and_is_damaged_never_becomes_a_complaint(
    mail: bytes, octets: bytes, at: int, cut: int
) -> None:
    assert read_bounce_report(mail[:at] + octets + mail[at + cut :]).kind != "complaint"
