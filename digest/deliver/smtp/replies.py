"""What the relay says, cut into answers; it may come in pieces, too early, too much, or be no SMTP at all."""

from __future__ import annotations

import re
import smtplib
import socket
from time import monotonic

from digest.deliver.smtp.session import Reply

_MOST = 65536
"""Octets of an answer that are read; RFC 5321, 4.5.3.1.5 allows 512 a line."""
_READ = 4096
_LINE = re.compile(rb"(\d{3})(?:([ -])([^\r\n]*))?\r?\n")


class Answers:
    """What was heard on a line and not taken yet."""

    def __init__(self) -> None:
        self._heard = bytearray()

    def __bool__(self) -> bool:
        return bool(self._heard)

    def hear(self, line: socket.socket) -> None:
        """Read on; raises OSError if nothing can be read, now or any more."""
        octets = line.recv(_READ)
        if not octets or len(self._heard) > _MOST:
            raise ConnectionError("the relay hung up" if not octets else "its answer has no end")
        self._heard += octets

    def take(self) -> Reply | None:
        """The first answer, once it is whole. Raises ValueError if it is none."""
        words: list[bytes] = []
        at = 0
        while line := _LINE.match(self._heard, at):
            at = line.end()
            words.append(line[3] or b"")
            if line[2] != b"-":
                reply = Reply(int(line[1]), b"\n".join(words).decode("utf-8", "replace"))
                del self._heard[:at]
                return reply
        if b"\n" in self._heard[at:]:
            raise ValueError("its answer is not SMTP")
        return None


class Opening(smtplib.SMTP):
    """A connection that is being opened. A whole answer must come in time: ``smtplib`` waits anew for each octet."""

    _line: socket.socket | None = None
    _answers: Answers

    @property
    def answers(self) -> Answers:
        """What was heard on the socket that it has now: nothing that was said before TLS counts after it."""
        if self._line is not self.sock:
            self._line, self._answers = self.sock, Answers()
        return self._answers

    def getreply(self) -> tuple[int, bytes]:
        """The next answer; raises SMTPServerDisconnected if none comes."""
        assert self.sock is not None
        try:
            reply = self._awaited(self.sock, monotonic() + self.timeout)
            self.sock.settimeout(self.timeout)
        except (OSError, ValueError) as error:
            self.close()
            raise smtplib.SMTPServerDisconnected(" ".join(str(error).split())) from error
        return reply.code, reply.words.encode()

    def _awaited(self, line: socket.socket, until: float) -> Reply:
        while (reply := self.answers.take()) is None:
            if (left := until - monotonic()) <= 0:
                raise TimeoutError("it did not answer in time")
            line.settimeout(left)
            self.answers.hear(line)
        return reply


class OpeningOverTls(Opening, smtplib.SMTP_SSL):
    """The same over TLS from the first octet on."""
