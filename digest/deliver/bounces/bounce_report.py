"""What a mail that came back says: RFC 3464 reports, RFC 5965 complaints, automatic replies. Pure.

Only what is written for programs is believed. A report's prose, its subject and its sender say nothing here: who
can write to the mailbox can write anything. Which copy a report is about follows from the signed return address
alone (see ``returns``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string
from email.errors import MessageError
from email.message import Message
from typing import Literal

from digest.models import BounceKind

MOST_OCTETS = 256_000
"""What is read of a message: reports stand before the mail that they return."""
_WORDS = 200
"""Characters of a report's words that are remembered."""

NoticeKind = Literal["soft", "hard", "complaint", "ignored", "unknown"]
"""``ignored``: automatic replies and good news. ``unknown``: for a person to look at."""

_ENVELOPE = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Return-Path")
_STATUS = re.compile(r"([245])\.(\d{1,3})\.\d{1,3}")
_POLICY = "7"
"""RFC 3463, 3.8: security or policy. It says something of the sender or the message, nothing of the mailbox."""
_COMPLAINTS = {"abuse", "fraud", "virus", "other", "opt-out"}
"""Feedback types of RFC 5965 and 6430 that mean: no more of this."""


@dataclass(frozen=True, slots=True)
class BounceReport:
    """What a message means, and the texts in which the return address of a copy may stand."""

    kind: NoticeKind
    words: str
    """The receiver's reason, for a person."""
    addresses: str = ""
    sender: str = ""
    subject: str = ""


def read_bounce_report(octets: bytes) -> BounceReport:
    """What the message means; never raises, whatever it is given."""
    try:
        message = message_from_bytes(octets[:MOST_OCTETS])
        parts = list(message.walk())
        kind, words = _meaning(message, parts)
        addresses = "\n".join(_addresses(message, parts))
        sender, subject = (_line(_header(message, name)) for name in ("From", "Subject"))
        return BounceReport(kind, _line(words), addresses, sender, subject)
    except (RecursionError, MessageError, ValueError, LookupError, TypeError, AttributeError) as error:
        # The parser of the standard library trips over some of what can be sent; that is for a person then.
        return BounceReport("unknown", f"cannot be read ({type(error).__name__})")


def _meaning(message: Message, parts: list[Message]) -> tuple[NoticeKind, str]:
    for part in parts:
        match part.get_content_type():
            case "message/delivery-status":
                return _delivery_status(part)
            case "message/feedback-report":
                return _complaint(part)
            case "message/disposition-notification":
                return "ignored", "a receipt of reading"
    if _is_automatic(message):
        return "ignored", "an automatic reply"
    return "unknown", "no report that a program can read"


def _delivery_status(part: Message) -> tuple[NoticeKind, str]:
    """The worst of what the report says of recipients; a copy has only one."""
    found = [_recipient(fields) for fields in _blocks(part) if fields.get("Action") or fields.get("Status")]
    worst: tuple[NoticeKind, ...] = ("hard", "soft", "ignored", "unknown")
    return min(found, key=lambda one: worst.index(one[0]), default=("unknown", "an empty delivery report"))


def _recipient(fields: Message) -> tuple[NoticeKind, str]:
    action = _header(fields, "Action").lower()
    status = _STATUS.search(_header(fields, "Status")) or _STATUS.search(_header(fields, "Diagnostic-Code"))
    words = f"{status[0] if status else action} {_header(fields, 'Diagnostic-Code')}"
    if action in {"delivered", "relayed", "expanded"} or (status and status[1] == "2"):
        return "ignored", words
    if action == "delayed":
        return "soft", words
    if status is None:
        return "unknown", f"a delivery report without a status: {action}"
    return refusal_kind(status[0]), words


def refusal_kind(words: str) -> BounceKind:
    """Whether a refusal is for good, by its status or, where it has none, by the code of its reply."""
    status = _STATUS.search(words)
    if status:
        return "hard" if status[1] == "5" and status[2] != _POLICY else "soft"
    return "hard" if words.startswith("5") else "soft"


def _complaint(part: Message) -> tuple[NoticeKind, str]:
    kind = next((_header(f, "Feedback-Type").lower() for f in _blocks(part) if f.get("Feedback-Type")), "")
    if kind in _COMPLAINTS:
        return "complaint", f"the reader reported it as {kind}"
    return ("ignored", f"feedback: {kind}") if kind else ("unknown", "a feedback report without a type")


def _is_automatic(message: Message) -> bool:
    """RFC 3834, and the headers that were in use before it."""
    automatic = _header(message, "Auto-Submitted").lower()
    return (
        (automatic not in {"", "no"})
        or _header(message, "Precedence").lower() in {"auto_reply", "bulk", "junk"}
        or any(message.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From"))
    )


def _blocks(part: Message) -> list[Message]:
    """The blocks of fields of a report, as header fields."""
    payload = part.get_payload()
    if isinstance(payload, list):
        # The standard library reads message/feedback-report as a message whose header is the report.
        return [block for block in payload if isinstance(block, Message)]
    return [message_from_string(text) for text in str(payload).replace("\r\n", "\n").split("\n\n")]


def _addresses(message: Message, parts: list[Message]) -> Iterator[str]:
    """Where the return address may stand: our side's envelope, the complaint, the mail that came back."""
    yield from (value for name in _ENVELOPE for value in _headers(message, name))
    for part in parts:
        match part.get_content_type():
            case "message/feedback-report":
                yield from (
                    value for block in _blocks(part) for value in _headers(block, "Original-Mail-From")
                )
            case "message/rfc822" | "text/rfc822-headers" | "message/rfc822-headers":
                yield from (value for block in _blocks(part) for value in _headers(block, "Return-Path"))


def _headers(message: Message, name: str) -> list[str]:
    return [str(value) for value in message.get_all(name, [])]


def _header(message: Message, name: str) -> str:
    return next(iter(_headers(message, name)), "").strip()


def _line(words: str) -> str:
    """One line that can be printed anywhere."""
    printable = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(printable.split())[:_WORDS]
