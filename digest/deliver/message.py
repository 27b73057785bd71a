"""An e-mail as bytes: built and encoded once, each reader's own parts put in place of tokens.

Building a MIME message costs milliseconds, replacing a token microseconds. A token is a word of fixed length
that no text contains; in the body it stands on a line of its own, between soft line breaks, so that encoding
cannot split it and a long address cannot make a line too long. They are counted when the letter is made: one
that has other tokens than were put in is not sent.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from digest.deliver.smtp.addresses import Mailbox, parse_address
from digest.errors import MessageError
from digest.models import Email
from digest.settings import SenderSettings

LINE_OCTETS = 998
"""Longest line of a message, without its end: RFC 5322, 2.1.1."""

UNSUBSCRIBE_URL = "https://reader.invalid/unsubscribe"
"""Stands in ``Email.html`` and ``Email.text`` where each reader's own address to leave by belongs."""
PREFERENCES_URL = "https://reader.invalid/preferences"
"""Stands there where each reader's own address to change what comes belongs."""

_TO = b"X8f2dToX8f2d"
_MESSAGE_ID = b"X8f2dIdX8f2d"
_LEAVE = b"X8f2dLeaveX8f2d"
_IN_BODY = (UNSUBSCRIBE_URL, PREFERENCES_URL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0085\u2028\u2029]")
_PIECE = 72


@dataclass(frozen=True, slots=True)
class Message:
    """A message for everybody, waiting for what differs from reader to reader."""

    sender: Mailbox
    """Envelope sender, where bounces go."""
    pieces: tuple[bytes, ...]
    """The message, cut where a token was: every second piece is a token."""
    default_leave: str
    """Where readers without an address of their own leave: a mailto: or https: address."""

    def copy(self, to: Mailbox, message_id: str, leave: str = "", prefer: str = "") -> bytes:
        """The message for one reader, in CRLF lines.

        ``leave`` is the reader's own one-click https address, ``prefer`` that of the reader's own preferences.
        """
        one_click = "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click" if leave else ""
        url = leave or self.default_leave
        values = {
            _TO: str(to).encode(),
            _MESSAGE_ID: message_id.encode("ascii"),
            _LEAVE: f"<{url}>{one_click}".encode("ascii"),
            UNSUBSCRIBE_URL.encode(): _soft_lines(url.encode("ascii")),
            PREFERENCES_URL.encode(): _soft_lines((prefer or url).encode("ascii")),
        }
        pieces = list(self.pieces)
        pieces[1::2] = [values[token] for token in self.pieces[1::2]]
        return b"".join(pieces)


def compose(email: Email, title: str, sender: SenderSettings, date: datetime) -> Message:
    """The letter of an e-mail; raises MessageError if it could not be sent as the standards ask.

    ``title`` stands in the From line where the sender has no name.
    """
    mailbox = _sender(sender.address)
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(_plain(sender.name or title), mailbox.local, mailbox.domain)
    message["To"] = _TO.decode()
    message["Subject"] = _plain(email.subject)
    message["Date"] = format_datetime(date)
    message["Message-ID"] = _MESSAGE_ID.decode()
    if sender.reply_to:
        message["Reply-To"] = str(_sender(sender.reply_to))
    message["List-Id"] = f"<{list_id(mailbox)}>"
    message["List-Unsubscribe"] = _LEAVE.decode()
    message.set_content(_lines(email.text), cte="quoted-printable")
    message.add_alternative(_lines(email.html), subtype="html", cte="quoted-printable")
    template = message.as_bytes()
    for url in _IN_BODY:
        template = _on_own_line(url, template)
    _check(template)
    in_body = {url: email.text.count(url) + email.html.count(url) for url in _IN_BODY}
    return Message(mailbox, _cut(template, in_body), _default_leave(sender, mailbox))


def message_id(edition: str, address: Mailbox, sender: Mailbox) -> str:
    """The Message-ID of a copy: the same in every try, unlike that of any other edition or reader."""
    known = sha256(f"{edition}\n{str(address).casefold()}".encode()).hexdigest()[:32]
    return f"<{known}@{sender.domain}>"


def list_id(sender: Mailbox) -> str:
    """RFC 2919: stays the same when the title of the digest changes."""
    local = re.sub(r"[^a-z0-9.-]+", "-", sender.local.lower()).strip(".-") or "digest"
    return f"{local}.{sender.domain}"


def _sender(address: str) -> Mailbox:
    if not address:
        raise MessageError("The digest has no sender. Set sender.address, then send again.")
    try:
        return parse_address(address)
    except ValueError as error:
        raise MessageError(f"{error} Correct it in sender.") from error


def _default_leave(sender: SenderSettings, mailbox: Mailbox) -> str:
    where = sender.unsubscribe or f"mailto:{mailbox}?subject=unsubscribe"
    if not re.fullmatch(r"(?:mailto|https):[!-;=?-~]+", where):
        raise MessageError(
            "sender.unsubscribe must be one mailto: or https: address in ASCII without spaces."
        )
    return where


def _check(template: bytes) -> None:
    longest = max(map(len, template.split(b"\r\n")))
    if longest > LINE_OCTETS:
        raise MessageError(f"A line of the message has {longest} octets; the most is {LINE_OCTETS}.")
    if re.search(rb"\r(?!\n)|(?<!\r)\n", template):
        raise MessageError("The message has a line end that is not CR LF.")


def _on_own_line(url: str, template: bytes) -> bytes:
    """The encoded message with that address on lines of its own, wherever encoding broke it."""
    broken = b"(?:=\r\n)?".join(re.escape(character.encode()) for character in url)
    return re.sub(broken, b"=\r\n" + url.encode() + b"=\r\n", template)


def _cut(template: bytes, in_body: Mapping[str, int]) -> tuple[bytes, ...]:
    """The template, cut at its tokens, of which there are exactly as many as were put in."""
    urls = {url.encode(): times for url, times in in_body.items()}
    expected = {_TO: 1, _MESSAGE_ID: 1, _LEAVE: 1, **urls}
    pieces = tuple(re.split(b"(" + b"|".join(map(re.escape, expected)) + b")", template))
    if any(pieces[1::2].count(token) != times for token, times in expected.items()):
        raise MessageError("The text of the edition contains a word that is reserved for addressing it.")
    return pieces


def _plain(text: str) -> str:
    """One line without control characters, so that no header can begin in it."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _lines(text: str) -> str:
    """The text with one kind of line end and no control characters."""
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _soft_lines(value: bytes) -> bytes:
    """An address in quoted-printable, in pieces that fit a line (RFC 2045, 6.7)."""
    encoded = value.replace(b"=", b"=3D")
    pieces = re.findall(rb"(?:=3D|[^=]){1,%d}" % (_PIECE // 3), encoded)
    return b"=\r\n".join(pieces)
