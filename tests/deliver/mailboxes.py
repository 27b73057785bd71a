"""A mailbox on loopback that speaks as much IMAP (RFC 9051) as reading it takes, over TLS."""

from __future__ import annotations

import socketserver
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Mailbox:
    """Messages by number, from 1, and their flags; takes the password "open sesame"."""

    messages: list[bytes] = field(default_factory=list)
    flags: dict[int, str] = field(default_factory=dict)
    drops_at_fetch: bool = False
    port: int = 0


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    mailbox: Mailbox
    tls: ssl.SSLContext

    def get_request(self) -> tuple[ssl.SSLSocket, Any]:
        line, client = super().get_request()
        return self.tls.wrap_socket(line, server_side=True, do_handshake_on_connect=False), client

    def handle_error(self, *_client: Any) -> None:
        """A client that goes away is no failure of the server."""


class _Talk(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        self._say(b"* OK ready")
        while line := self.rfile.readline():
            tag, _, command = line.strip().partition(b" ")
            if not self._answer(tag, command.split(b" ")):
                return

    def _say(self, *lines: bytes) -> None:
        self.wfile.write(b"".join(line + b"\r\n" for line in lines))

    def _answer(self, tag: bytes, words: list[bytes]) -> bool:
        """Answer one command; False where the line ends."""
        command = b" ".join(words[:2] if words[0] == b"UID" else words[:1]).decode()
        if command == "UID FETCH" and self.server.mailbox.drops_at_fetch:
            return False
        refusal = self._refusal(command, words)
        if not refusal:
            self._say(*self._lines(command, words))
        self._say(tag + (b" NO " + refusal if refusal else b" OK done"))
        return command != "LOGOUT"

    def _refusal(self, command: str, words: list[bytes]) -> bytes:
        if command == "LOGIN" and words[2:] != [b'"open', b'sesame"']:
            return b"wrong: " + b" ".join(words[2:])
        return b"no such folder" if command == "SELECT" and words[1] != b'"INBOX"' else b""

    def _lines(self, command: str, words: list[bytes]) -> list[bytes]:
        mailbox = self.server.mailbox
        match command:
            case "CAPABILITY":
                return [b"* CAPABILITY IMAP4rev1"]
            case "SELECT":
                return [b"* %d EXISTS" % len(mailbox.messages)]
            case "UID SEARCH":
                new = [n for n, _ in enumerate(mailbox.messages, 1) if n not in mailbox.flags]
                return [b"* SEARCH " + " ".join(map(str, new)).encode()]
            case "UID FETCH":
                octets = mailbox.messages[int(words[2]) - 1]
                return [
                    b"* %b FETCH (UID %b BODY[]<0> {%d}" % (words[2], words[2], len(octets)),
                    octets + b")",
                ]
            case "UID STORE":
                mailbox.flags[int(words[2])] = b" ".join(words[4:]).decode()
        return []


@contextmanager
def serving(mailbox: Mailbox, tls: ssl.SSLContext) -> Iterator[Mailbox]:
    """Serve the mailbox from threads of its own."""
    with _Server(("127.0.0.1", 0), _Talk) as server:
        server.mailbox, server.tls = mailbox, tls
        mailbox.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield mailbox
        finally:
            server.shutdown()
            thread.join(5)
