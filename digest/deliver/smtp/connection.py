"""One connection to the relay that is never waited for: it says and hears what the socket takes and has.

Opening it is left to ``smtplib``: greeting, TLS, signing in. From then on it does not block, so that one loop can
serve many of them; ``deliver`` and ``close`` are for who has only one.
"""

from __future__ import annotations

import selectors
import socket
import ssl
from time import monotonic
from types import TracebackType
from typing import Self

from digest.deliver.smtp.addresses import Mailbox
from digest.deliver.smtp.replies import Opening
from digest.deliver.smtp.session import Command, Outcome, Session, goodbye, probe, transmit

_NOT_NOW = (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError)


class Connection:
    """One open conversation with the relay, with one copy at a time."""

    def __init__(self, client: Opening, last_word: float, *, chunks: bool = True) -> None:
        assert client.sock is not None
        self._socket: socket.socket = client.sock
        self._patience = self._socket.gettimeout() or last_word
        self._last_word = last_word
        self._socket.setblocking(False)
        self.abilities: dict[str, str] = dict(client.esmtp_features)
        """What the relay offers: ESMTP keywords in lower case, with their parameters."""
        if not chunks:
            self.abilities.pop("chunking", None)
        self._talk: Session | None = None
        self._said = Command()
        self._to_say = memoryview(b"")
        self._mute = False
        """Whether TLS must hear something before it can say more."""
        self._answers = client.answers
        self._usable = True
        self.deadline = 0.0
        """When the relay must have answered, on the monotonic clock."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def fileno(self) -> int:
        """The descriptor of the socket, to wait for."""
        return self._socket.fileno()

    @property
    def events(self) -> int:
        """What to wait for, as ``selectors`` names it: to be heard where something is still to be said, and to hear."""
        return selectors.EVENT_READ | (selectors.EVENT_WRITE if self._to_say and not self._mute else 0)

    @property
    def alive(self) -> bool:
        """Whether the relay is silent, as it must be between copies: otherwise it has said goodbye.

        Or it said more than it was asked, and its next answer would be taken for that to something else.
        """
        try:
            return not self._answers and not self._hear()
        except OSError:
            return False

    def begin(self, sender: Mailbox, to: Mailbox, message: bytes) -> Outcome | None:
        """Begin to hand over one copy, in CRLF lines; the outcome, if there is one already."""
        return self._begin(transmit(sender, to, message, self.abilities))

    def leave(self) -> Outcome | None:
        """Begin to say goodbye."""
        return self._begin(goodbye())

    def advance(self) -> Outcome | None:
        """Say and hear what is possible now; how the conversation ended, once it has.

        Never raises for what the relay or the network does.
        """
        return self._go_on(hear=True)

    def deliver(self, sender: Mailbox, to: Mailbox, message: bytes) -> Outcome:
        """Hand over one copy, in CRLF lines, and wait for what becomes of it."""
        return self._awaited(self.begin(sender, to, message))

    def probe(self, sender: Mailbox, to: Mailbox) -> Outcome:
        """Ask whether mail between these addresses would be taken, without sending any; ``unsent`` means yes."""
        return self._awaited(self._begin(probe(sender, to)))

    def close(self) -> None:
        """Say goodbye if the relay still listens."""
        if self._usable:
            self._awaited(self.leave())
        self.drop()

    def drop(self) -> None:
        """Let go of the line without a word."""
        self._socket.close()

    def _begin(self, talk: Session) -> Outcome | None:
        self._talk = talk
        try:
            self._say(next(talk))
        except StopIteration as end:
            return self._ended(end.value)
        return self._go_on(hear=False)

    def _go_on(self, *, hear: bool) -> Outcome | None:
        try:
            self._send()
            outcome = self._answered()
            while hear and outcome is None and self._hear():
                outcome = self._answered()
                hear = self._has_more()
            if outcome:
                return outcome
            if self._mute:
                self._send()
        except (OSError, ValueError) as error:
            return self._lost(f"the connection was lost {{when}} ({' '.join(str(error).split())})")
        if monotonic() > self.deadline:
            return self._lost("the relay did not answer in time, {when}")
        return None

    def _say(self, say: Command) -> None:
        self._said, self._to_say = say, memoryview(say.octets)
        self.deadline = monotonic() + (self._last_word if say.doubt else self._patience)

    def _send(self) -> None:
        try:
            while self._to_say:
                self._to_say = self._to_say[self._socket.send(self._to_say) :]
        except ssl.SSLWantReadError:
            self._mute = True
        except _NOT_NOW:
            self._mute = False

    def _hear(self) -> bool:
        """Read on, also where it is not its turn: unread, it would wake the loop again and again."""
        try:
            self._answers.hear(self._socket)
        except _NOT_NOW:
            return False
        return True

    def _has_more(self) -> bool:
        """Whether something came that no waiting for the socket tells: what TLS has taken from it and not handed out."""
        return isinstance(self._socket, ssl.SSLSocket) and self._socket.pending() > 0

    def _answered(self) -> Outcome | None:
        """Go on with the answers that are whole, where everything is said that they answer."""
        assert self._talk is not None
        while not self._to_say and (reply := self._answers.take()):
            if not self._said.fits(reply):
                raise ValueError(f"it answered out of turn: {reply.text}")
            try:
                self._say(self._talk.send(reply))
            except StopIteration as end:
                return self._ended(end.value)
            self._send()
        return None

    def _lost(self, words: str) -> Outcome:
        return self._ended(self._said.lost(words, left=not self._to_say))

    def _ended(self, outcome: Outcome) -> Outcome:
        self._talk, self._said, self._to_say = None, Command(), memoryview(b"")
        self._usable = outcome.usable
        return outcome

    def _awaited(self, outcome: Outcome | None) -> Outcome:
        while outcome is None:
            with selectors.DefaultSelector() as waiting:
                waiting.register(self, self.events)
                waiting.select(max(0.0, self.deadline - monotonic()))
            outcome = self.advance()
        return outcome
