"""One conversation with the relay, one copy after the other, in as few round trips as the relay allows.

The protocol engine is ``smtplib``'s; the commands of a copy are written at once where the relay offers
PIPELINING (RFC 2920), the message with them where it offers CHUNKING (RFC 3030) too: four round trips become
two and one. What a failure means depends on where it happens: before the last byte of a message has left,
nothing was delivered; after it, and without an answer, nobody knows (RFC 5321, 4.2.5 and 6.1).
"""

from __future__ import annotations

import re
import select
import smtplib
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Literal, Self

from digest.deliver.addresses import Mailbox

_REPLY = 300
"""Characters of the relay's answer that are remembered."""
_LEADING_DOT = re.compile(rb"\n\.")

Ending = Literal["sent", "deferred", "refused", "failed", "uncertain", "unsent", "stopped"]
"""``refused``: the recipient; ``failed``: the message. ``unsent``: the connection ended before the message was
whole. ``stopped``: the relay refuses the sender, so no copy can be sent now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one copy ended, and the relay's last words."""

    ending: Ending
    reply: str
    usable: bool = True
    """Whether the connection can take another copy."""


@dataclass(frozen=True, slots=True)
class _Reply:
    code: int
    words: bytes

    @property
    def text(self) -> str:
        return told(self.code, self.words)

    @property
    def good(self) -> bool:
        return 200 <= self.code < 400

    def refusal(self, permanent: Ending) -> Outcome:
        """What a reply that is no yes means, where a 5xx means ``permanent``."""
        if self.code == 421:
            return Outcome("unsent", self.text, usable=False)
        return Outcome("deferred" if self.code < 500 else permanent, self.text)


class Connection:
    """One open conversation with the relay."""

    def __init__(self, client: smtplib.SMTP, last_word: float) -> None:
        self._client = client
        self._last_word = last_word
        self._whole = False
        """Whether the last byte of the message has left."""
        self._pipelining = client.has_extn("pipelining")
        self._chunking = self._pipelining and client.has_extn("chunking")

    @property
    def abilities(self) -> dict[str, str]:
        """What the relay offers: ESMTP keywords in lower case, with their parameters."""
        return dict(self._client.esmtp_features)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def alive(self) -> bool:
        """Whether the relay is silent, as it must be between copies: otherwise it has said goodbye."""
        sock = self._client.sock
        return sock is not None and not select.select([sock], [], [], 0)[0]

    def close(self) -> None:
        """Say goodbye where the relay still listens."""
        try:
            self._client.quit()
        except (smtplib.SMTPException, OSError):
            self._client.close()

    def deliver(self, sender: Mailbox, to: Mailbox, message: bytes) -> Outcome:
        """Hand over one copy, in CRLF lines; never raises for what the relay or the network does."""
        if to.needs_smtputf8 and not self._client.has_extn("smtputf8"):
            return Outcome("failed", "the relay cannot write to addresses beyond ASCII (SMTPUTF8)")
        self._whole = False
        try:
            mail, rcpt = _envelope(sender, to)
            talk = self._in_chunks if self._chunking else self._in_lines
            outcome = talk(mail, rcpt, message)
        except (smtplib.SMTPException, OSError) as error:
            outcome = Outcome(
                "uncertain" if self._whole else "unsent", _lost(error, self._whole), usable=False
            )
        if not outcome.usable:
            self._client.close()
        return outcome

    def _in_chunks(self, mail: bytes, rcpt: bytes, message: bytes) -> Outcome:
        """All at once; a relay that refuses sender or recipient refuses the chunk as well."""
        refused, last = self._offer(mail, rcpt, b"BDAT %d LAST\r\n%b" % (len(message), message))
        return self._reset(refused) if refused else Outcome("sent", last.text)

    def _in_lines(self, mail: bytes, rcpt: bytes, message: bytes) -> Outcome:
        refused, data = self._offer(mail, rcpt, b"DATA\r\n")
        if refused and data.code == 354:
            # RFC 2920, 3.1: it waits for a message without a recipient, gets an empty one and refuses that.
            self._client.send(b".\r\n")
            self._reply()
        if refused:
            return self._reset(refused)
        self._client.send(_dotted(message))
        self._whole = True
        last = self._reply(last=True)
        return Outcome("sent", last.text) if last.good else self._reset(last.refusal("failed"))

    def _offer(self, mail: bytes, rcpt: bytes, data: bytes) -> tuple[Outcome | None, _Reply]:
        """Say the three commands, together where the relay allows; the first refusal, and the last reply."""
        if self._pipelining:
            self._client.send(mail + rcpt + data)
            self._whole = self._chunking
        refused: Outcome | None = None
        commands: tuple[tuple[bytes, Ending], ...] = ((mail, "stopped"), (rcpt, "refused"), (data, "failed"))
        for command, permanent in commands:
            if not self._pipelining:
                self._client.send(command)
            reply = self._reply(last=self._whole and command is data)
            if not reply.good:
                refused = refused or reply.refusal(permanent)
                self._whole = False  # whatever becomes of the connection, this copy goes nowhere
            if refused and (not self._pipelining or reply.code == 421):
                break
        return refused, reply

    def _reset(self, refused: Outcome) -> Outcome:
        """Ready for the next copy after a refusal, where the relay still talks."""
        if not refused.usable:
            return refused
        try:
            self._client.send(b"RSET\r\n")
            usable = self._reply().good
        except (smtplib.SMTPException, OSError):
            usable = False
        return replace(refused, usable=usable)

    def _reply(self, *, last: bool = False) -> _Reply:
        sock = self._client.sock
        if not last or sock is None:
            return _Reply(*self._client.getreply())
        usual = sock.gettimeout()
        sock.settimeout(self._last_word)
        reply = _Reply(*self._client.getreply())
        sock.settimeout(usual)
        return reply


def _envelope(sender: Mailbox, to: Mailbox) -> tuple[bytes, bytes]:
    # An address beyond ASCII stands in a header too, so that the message is no longer in seven bits (RFC 6531, 3.6).
    options = " BODY=8BITMIME SMTPUTF8" if to.needs_smtputf8 else ""
    return f"MAIL FROM:<{sender}>{options}\r\n".encode(), f"RCPT TO:<{to}>\r\n".encode()


def _dotted(message: bytes) -> bytes:
    """As DATA wants it: a dot before a line's first dot, and a lone dot at the end (RFC 5321, 4.5.2)."""
    # Looking first costs a fifth of replacing, and hardly a message has such a line.
    stuffed = message.replace(b"\r\n.", b"\r\n..") if _LEADING_DOT.search(message) else message
    return stuffed + (b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n")


def told(code: int, words: bytes | str) -> str:
    """The relay's answer on one line, and no longer than is worth remembering."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(f"{code} {text}".split())[:_REPLY]


def _lost(error: Exception, left: bool) -> str:
    when = "after the whole message had left" if left else "before the message was complete"
    if isinstance(error, TimeoutError):
        return f"the relay did not answer in time, {when}"
    return f"the connection was lost {when} ({' '.join(str(error).split())})"[:_REPLY]
