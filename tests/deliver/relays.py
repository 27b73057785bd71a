"""A real mail relay on loopback that can be told to misbehave, and what it received."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from queue import Queue
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session


@dataclass
class FakeRelay:
    """Answers ``250 OK`` to everything but what the hooks answer otherwise."""

    port: int = 0
    received: list[Envelope] = field(default_factory=list)
    on_mail: Callable[[str], str] = lambda _address: "250 OK"
    on_rcpt: Callable[[str], str] = lambda _address: "250 OK"
    on_data: Callable[[Envelope], str] = lambda _envelope: "250 OK queued"
    """May raise ConnectionAbortedError: then the connection is cut after the message arrived."""
    greetings: list[str] = field(default_factory=list)
    """What clients call themselves in EHLO."""

    async def handle_EHLO(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.greetings.append(hostname)
        session.host_name = hostname
        return responses

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if (answer := self.on_mail(address)).startswith("250"):
            envelope.mail_from = address
            envelope.mail_options.extend(options)
        return answer

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if (answer := self.on_rcpt(address)).startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        try:
            answer = self.on_data(envelope)
        except ConnectionAbortedError:
            self.received.append(envelope)
            assert isinstance(server.transport, asyncio.Transport)
            server.transport.abort()
            return "250 never heard"
        if answer.startswith("250"):
            self.received.append(envelope)
        return answer

    @property
    def recipients(self) -> list[str]:
        return sorted(address for envelope in self.received for address in envelope.rcpt_tos)

    @property
    def messages(self) -> list[EmailMessage]:
        return [parsed(envelope.original_content or b"") for envelope in self.received]


def parsed(message: bytes) -> EmailMessage:
    """A message as a mail program reads it."""
    read = message_from_bytes(message, policy=default)
    assert isinstance(read, EmailMessage)
    assert not read.defects
    return read


@contextmanager
def running(relay: FakeRelay, **options: Any) -> Iterator[FakeRelay]:
    """Serve the relay from a thread of its own; ``options`` go to aiosmtpd's ``SMTP``."""
    ready: Queue[Callable[[], object]] = Queue()

    async def serve() -> None:
        loop, stopping = asyncio.get_running_loop(), asyncio.Event()
        known = {"enable_SMTPUTF8": True, "hostname": "relay.test", "loop": loop, **options}
        server = await loop.create_server(lambda: SMTP(relay, **known), "127.0.0.1", 0)
        relay.port = server.sockets[0].getsockname()[1]
        ready.put(lambda: loop.call_soon_threadsafe(stopping.set))
        await stopping.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    stop = ready.get(timeout=5)
    try:
        yield relay
    finally:
        stop()
        thread.join(5)
