"""What is said to the relay for one copy, and what its answers mean. Pure: octets out, replies in, no socket.

The commands of a copy are said at once if the relay offers PIPELINING (RFC 2920), the message with them where it
offers CHUNKING (RFC 3030) too: four round trips become two and one. What a lost line means depends on where it is
lost: before the last octet of a message has left, nothing was delivered; after it, and without an answer, nobody
knows (RFC 5321, 4.2.5 and 6.1).
"""

from __future__ import annotations

import re
from collections.abc import Container, Generator
from dataclasses import dataclass, replace
from typing import Literal

from digest.deliver.smtp.addresses import Mailbox

_WORDS = 300
"""Characters of the relay's answer that are remembered."""
_LEADING_DOT = re.compile(rb"\n\.")
_UNKNOWN_COMMAND = frozenset({500, 501, 502, 504})
"""A command that the relay does not know or have: RFC 5321, 4.2.4."""

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
    chunks: bool = True
    """False if the relay offers CHUNKING and then does not know BDAT."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of the relay."""

    code: int
    words: str

    @property
    def text(self) -> str:
        """The answer on one line."""
        return told(self.code, self.words)

    @property
    def good(self) -> bool:
        """Whether it is anything but a refusal."""
        return self.code < 400

    def refusal(self, permanent: Ending) -> Outcome:
        """What a reply that is no yes means, where a 5xx means ``permanent``."""
        if self.code == 421:
            return Outcome("unsent", self.text, usable=False)
        return Outcome("deferred" if self.code < 500 else permanent, self.text)


@dataclass(frozen=True, slots=True)
class Command:
    """Octets to say, none to hear on; then one reply is waited for."""

    octets: bytes = b""
    doubt: bool = False
    """Whether the message is whole once these octets have left, so that a lost line leaves the copy uncertain."""
    known: Outcome | None = None
    """How the copy ended, where that is known whatever becomes of the line."""
    wanted: int = 2
    """First digit of the answer that goes on; any other but 4 and 5 is an answer to something else."""

    def fits(self, reply: Reply) -> bool:
        """Whether that can be the answer to this."""
        return reply.code // 100 in {self.wanted, 4, 5}

    def lost(self, words: str, *, left: bool) -> Outcome:
        """How the copy ended when the line is lost here; ``left``: after all octets had left."""
        if self.known:
            return replace(self.known, usable=False)
        when = (
            "after the whole message had left" if self.doubt and left else "before the message was complete"
        )
        ending: Ending = "uncertain" if self.doubt and left else "unsent"
        return Outcome(ending, words.replace("{when}", when)[:_WORDS], usable=False)


Session = Generator[Command, Reply, Outcome]
"""A conversation: it is sent the reply to what it said last, and returns how it ended."""


def transmit(sender: Mailbox, to: Mailbox, message: bytes, abilities: Container[str]) -> Session:
    """Hand over one copy, in CRLF lines, to a relay that offers these ESMTP keywords, in lower case."""
    if to.needs_smtputf8 and "smtputf8" not in abilities:
        return Outcome("failed", "the relay cannot write to addresses beyond ASCII (SMTPUTF8)")
    mail, rcpt = _envelope(sender, to)
    if "pipelining" not in abilities:
        return (yield from _step_by_step(mail, rcpt, message))
    if "chunking" in abilities:
        return (yield from _in_one_go(mail, rcpt, message))
    return (yield from _in_two_goes(mail, rcpt, message))


def probe(sender: Mailbox, to: Mailbox) -> Session:
    """Ask whether mail between these addresses would be taken, and take the question back before any message.

    ``unsent`` on a usable line means yes.
    """
    mail, rcpt = _envelope(sender, to)
    commands: tuple[tuple[bytes, Ending], ...] = ((mail, "stopped"), (rcpt, "refused"))
    for command, permanent in commands:
        reply = yield Command(command)
        if not reply.good:
            return (yield from _reset(reply.refusal(permanent)))
    reply = yield Command(b"RSET\r\n")
    return Outcome("unsent", reply.text, usable=reply.good)


def goodbye() -> Session:
    """End the connection as RFC 5321, 4.1.1.10 asks."""
    reply = yield Command(b"QUIT\r\n")
    return Outcome("unsent", reply.text, usable=False)


def told(code: int, words: bytes | str) -> str:
    """The relay's answer on one line, and no longer than is worth remembering."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    # What controls a terminal is no word, and no database but SQLite keeps a NUL.
    printable = "".join(c if c.isprintable() else " " for c in f"{code} {text}")
    return " ".join(printable.split())[:_WORDS]


def _in_one_go(mail: bytes, rcpt: bytes, message: bytes) -> Session:
    """All at once; a relay that refuses sender or recipient refuses the chunk as well."""
    chunk = b"BDAT %d LAST\r\n%b" % (len(message), message)
    refused, last = yield from _together(mail + rcpt + chunk, whole=True)
    if refused and refused.ending == "failed" and last.code in _UNKNOWN_COMMAND:
        # It takes the lines of the message for commands now, so nothing more is said on this line.
        return Outcome("unsent", last.text, usable=False, chunks=False)
    return (yield from _reset(refused)) if refused else Outcome("sent", last.text)


def _in_two_goes(mail: bytes, rcpt: bytes, message: bytes) -> Session:
    refused, data = yield from _together(mail + rcpt + b"DATA\r\n", whole=False)
    if refused and data.code == 354:
        # RFC 2920, 3.1: it waits for a message without a recipient, gets an empty one and refuses that.
        yield Command(b".\r\n", known=refused)
    return (yield from _reset(refused) if refused else _message(message))


def _step_by_step(mail: bytes, rcpt: bytes, message: bytes) -> Session:
    commands: tuple[tuple[Command, Ending], ...] = (
        (Command(mail), "stopped"),
        (Command(rcpt), "refused"),
        (Command(b"DATA\r\n", wanted=3), "failed"),
    )
    for command, permanent in commands:
        reply = yield command
        if not reply.good:
            return (yield from _reset(reply.refusal(permanent)))
    return (yield from _message(message))


def _together(octets: bytes, *, whole: bool) -> Generator[Command, Reply, tuple[Outcome | None, Reply]]:
    """Say sender, recipient and what follows at once; the first refusal, and the last of the three replies."""
    reply = yield Command(octets, doubt=whole)
    refused = None if reply.good else reply.refusal("stopped")
    following: tuple[tuple[Ending, int], ...] = (("refused", 2), ("failed", 2 if whole else 3))
    for permanent, wanted in following:
        if reply.code == 421:
            break
        # Once something is refused this copy goes nowhere, whatever becomes of the line.
        reply = yield Command(doubt=whole, known=refused, wanted=wanted)
        if not reply.good:
            refused = refused or reply.refusal(permanent)
    return refused, reply


def _message(message: bytes) -> Session:
    last = yield Command(_dotted(message), doubt=True)
    return Outcome("sent", last.text) if last.good else (yield from _reset(last.refusal("failed")))


def _reset(refused: Outcome) -> Session:
    """Ready for the next copy after a refusal, if the relay still talks."""
    if not refused.usable:
        return refused
    reply = yield Command(b"RSET\r\n", known=refused)
    return replace(refused, usable=reply.good)


def _envelope(sender: Mailbox, to: Mailbox) -> tuple[bytes, bytes]:
    # An address beyond ASCII stands in a header too, so that the message is no longer in seven bits (RFC 6531, 3.6).
    options = " BODY=8BITMIME SMTPUTF8" if to.needs_smtputf8 else ""
    return f"MAIL FROM:<{sender}>{options}\r\n".encode(), f"RCPT TO:<{to}>\r\n".encode()


def _dotted(message: bytes) -> bytes:
    """As DATA wants it: a dot before a line's first dot, and a lone dot at the end (RFC 5321, 4.5.2)."""
    # Looking first costs half of replacing, and hardly a message has such a line.
    stuffed = message.replace(b"\r\n.", b"\r\n..") if _LEADING_DOT.search(message) else message
    return stuffed + (b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n")
