"""What a mail that came back says: RFC 3464 and 6533 reports, RFC 5965 complaints, automatic replies. Pure.

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
from email.utils import parseaddr
from typing import Literal

from digest.deliver.bounces.refusals import refusal_kind
from digest.text.decoding import utf8

MOST_BYTES = 256_000
"""What is read of a message: reports stand before the mail that they return."""
_WORDS = 200
"""Characters of a report's words that are remembered."""

NoticeKind = Literal["blocked", "unreachable", "soft", "hard", "complaint", "ignored", "unknown"]
"""``ignored``: automatic replies and good news. ``unknown``: for a person to look at."""

_ENVELOPE = ("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Return-Path")
_STATUS = re.compile(r"([245])\.\d{1,3}\.\d{1,3}")
_REPLY = re.compile(r"(?:^|[;\s])[45]\d\d\b")
_RECIPIENTS = 100
"""Blocks of fields that are looked at; a copy has one recipient."""
_MACHINES = {"mailer-daemon", "postmaster", "mail-daemon", "mailerdaemon", "mailer_daemon"}
"""Local parts of those who send reports, and no automatic replies in a person's name."""

_DELIVERY = {"message/delivery-status", "message/global-delivery-status"}
_RECEIPT = {"message/disposition-notification", "message/global-disposition-notification"}
_FEEDBACK = "message/feedback-report"
_RETURNED = {
    *("message/rfc822", "message/global", "message/partial"),
    *("text/rfc822-headers", "message/rfc822-headers", "message/global-headers"),
}
"""The mail that came back, or its head (RFC 3462 and 6533)."""
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


class _MimePart(Message):
    """A part whose report is read as it was written.

    The standard library takes a ``message/...`` for a mail at once, before its transfer encoding is undone, and knows
    none of the types of RFC 6533: for its parser they are text.
    """

    @property
    def kind(self) -> str:
        """The content type, in lower case."""
        return super().get_content_type()

    def get_content_type(self) -> str:
        kind = super().get_content_type()
        encoded = str(self.get("Content-Transfer-Encoding", "")).strip().lower() in {
            "base64",
            "quoted-printable",
        }
        nested = kind == "message/rfc822" and not encoded
        return "text/plain" if kind.startswith("message/") and not nested else kind

    def get_content_maintype(self) -> str:
        return self.get_content_type().partition("/")[0]


def read_bounce_report(data: bytes) -> BounceReport:
    """What the message means; never raises, whatever it is given."""
    try:
        message = message_from_bytes(utf8(data[:MOST_BYTES]), _MimePart)
        parts = list(message.walk())
        kind, words = _meaning(message, parts)
        addresses = "\n".join(_addresses(message, parts))
        sender, subject = (_line(_header(message, name)) for name in ("From", "Subject"))
        return BounceReport(kind, _line(words), addresses, sender, subject)
    except (RecursionError, MessageError, ValueError, LookupError, TypeError, AttributeError) as error:
        # The parser of the standard library trips over some of what can be sent; that is for a person then.
        return BounceReport("unknown", f"cannot be read ({type(error).__name__})")


def _meaning(message: Message, parts: list[_MimePart]) -> tuple[NoticeKind, str]:
    for part in parts:
        if part.kind in _DELIVERY:
            return _delivery_status(part)
        if part.kind == _FEEDBACK:
            return _complaint(part)
        if part.kind in _RECEIPT:
            return "ignored", "a receipt of reading"
    if _is_automatic(message) and not _is_from_a_mail_server(message, parts):
        return "ignored", "an automatic reply"
    return "unknown", "no report that a program can read"


def _is_from_a_mail_server(message: Message, parts: list[_MimePart]) -> bool:
    """Whether it is a report, readable or not: those are sent as automatic replies too."""
    local = parseaddr(_header(message, "From"))[1].partition("@")[0].lower()
    return (
        local in _MACHINES
        or message.get("X-Failed-Recipients") is not None
        or any(part.kind == "multipart/report" for part in parts)
    )


def _delivery_status(part: _MimePart) -> tuple[NoticeKind, str]:
    """The worst of what the report says of recipients; a copy has only one."""
    found = [_recipient(fields) for fields in _blocks(part) if fields.get("Action") or fields.get("Status")]
    worst: tuple[NoticeKind, ...] = ("hard", "soft", "unreachable", "blocked", "ignored", "unknown")
    return min(found, key=lambda one: worst.index(one[0]), default=("unknown", "an empty delivery report"))


def _recipient(fields: Message) -> tuple[NoticeKind, str]:
    action, said = _header(fields, "Action").lower(), _header(fields, "Diagnostic-Code")
    written = _STATUS.search(_header(fields, "Status"))
    status = written or _STATUS.search(said)
    words = f"{status[0] if status else action} {said}"
    if action in {"delivered", "relayed", "expanded"} or (status and status[1] == "2"):
        return "ignored", words
    if status is None and not _REPLY.search(said):
        if action == "delayed":
            return "soft", words
        return "unknown", f"a delivery report without a status: {action}"
    return refusal_kind(f"{written[0] if written else ''} {said}", delayed=action == "delayed"), words


def _complaint(part: _MimePart) -> tuple[NoticeKind, str]:
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


def _blocks(part: _MimePart) -> list[Message]:
    """The blocks of fields of a report, as header fields, the transfer encoding undone."""
    if part.is_multipart():
        return [block for block in part.get_payload() if isinstance(block, Message)]
    payload = part.get_payload(decode=True)
    text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    blocks = re.split(r"\n[ \t]*\n", re.sub(r"\r\n?", "\n", text).lstrip("\n"), maxsplit=_RECIPIENTS)
    return [message_from_string(block) for block in blocks]


def _addresses(message: Message, parts: list[_MimePart]) -> Iterator[str]:
    """Where the return address may stand: our side's envelope, the complaint, the mail that came back."""
    yield from (value for name in _ENVELOPE for value in _headers(message, name))
    for part in parts:
        if part.kind == _FEEDBACK:
            yield from (value for block in _blocks(part) for value in _headers(block, "Original-Mail-From"))
        elif part.kind in _RETURNED:
            yield from (value for block in _blocks(part) for value in _headers(block, "Return-Path"))


def _headers(message: Message, name: str) -> list[str]:
    return [str(value) for value in message.get_all(name, [])]


def _header(message: Message, name: str) -> str:
    return next(iter(_headers(message, name)), "").strip()


def _line(words: str) -> str:
    """One line that can be printed anywhere."""
    printable = "".join(c if c.isprintable() else " " for c in words)
    return " ".join(printable.split())[:_WORDS]
