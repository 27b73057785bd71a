"""A mail relay that takes everything, checks what it takes, writes it down, and misbehaves on request.

It offers PIPELINING, CHUNKING and SMTPUTF8. Of each message that it answers for it writes a line
``recipient message-id`` before it answers, so that what it has is known after any crash of the sender.

    python -m benchmarks.sink PORT [--delay SECONDS] [--log FILE] [--fault NAME] [--plain]
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from digest.deliver.message import LINE_OCTETS

FAULTS = ("none", "refuse", "hang", "drop", "cut", "greylist", "busy", "quota", "starve")
"""550 for some; no answer to a message; line lost after one, in the midst of one; 450 at first; 421 after a
message; 452 after a hundred; 421 to all connections but two."""

_MESSAGE_ID = re.compile(rb"^message-id:\s*(\S+)\r$", re.IGNORECASE | re.MULTILINE)
_TO = re.compile(rb"^to:\s*(\S+)\r$", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class Sink:
    """What all connections share."""

    delay: float = 0.0
    """Seconds before each answer, as a relay far away has."""
    abilities: tuple[str, ...] = ("PIPELINING", "CHUNKING", "8BITMIME", "SMTPUTF8", "SIZE 10485760")
    fault: str = "none"
    every: int = 7
    """Of so many messages one meets the fault."""
    checked: bool = True
    log: int | None = None
    """File descriptor for the lines."""
    taken: Counter[bytes] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    connections: int = 0
    most: int = 0
    _seen: set[bytes] = field(default_factory=set)
    _messages: int = 0

    def meets_fault(self) -> bool:
        """Whether this message is one of those that meet the fault."""
        self._messages += 1
        return self._messages % self.every == 0

    def is_new(self, recipient: bytes) -> bool:
        """Whether nobody tried this recipient before."""
        new = recipient not in self._seen
        self._seen.add(recipient)
        return new

    def take(self, recipient: bytes, message: bytes) -> None:
        """Write the message down, and what is wrong with it."""
        known = _MESSAGE_ID.search(message[:4000])
        self.taken[recipient] += 1
        if self.checked:
            self._check(recipient, message)
        if self.log is not None:
            os.write(self.log, recipient + b" " + (known[1] if known else b"-") + b"\n")

    def _check(self, recipient: bytes, message: bytes) -> None:
        to = _TO.search(message[:4000])
        if to is None or to[1].lower() != recipient.lower():
            self.wrong.append(f"a copy for {recipient!r} is addressed to {to and to[1]!r}")
        ends = {message.count(end) for end in (b"\r", b"\n", b"\r\n")}
        if len(ends) > 1 or max(map(len, message.split(b"\r\n"))) > LINE_OCTETS:
            self.wrong.append(f"the copy for {recipient!r} has a line that is too long or ends wrongly")


class Talk(asyncio.Protocol):
    """One connection."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._buffer = bytearray()
        self._wanted = 0
        """Octets of a chunk that are still to come; -1 while lines of DATA come."""
        self._recipient = b""
        self._mute = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._sink.connections += 1
        self._sink.most = max(self._sink.most, self._sink.connections)
        if self._sink.fault == "starve" and self._sink.connections > 2:
            self._say(b"421 4.7.0 too many connections")
            self._transport.close()
            return
        self._say(b"220 sink.test ESMTP")

    def connection_lost(self, _error: Exception | None) -> None:
        self._sink.connections -= 1

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while not self._transport.is_closing() and self._step():
            pass

    def _step(self) -> bool:
        """Deal with one command or message; False where more octets must come first."""
        if self._wanted > 0:
            return self._chunk()
        if self._wanted < 0:
            return self._lines()
        end = self._buffer.find(b"\r\n")
        if end < 0:
            return False
        line = bytes(self._buffer[:end])
        del self._buffer[: end + 2]
        self._command(line)
        return True

    def _chunk(self) -> bool:
        if len(self._buffer) < self._wanted:
            return False
        message = bytes(self._buffer[: self._wanted])
        del self._buffer[: self._wanted]
        self._wanted = 0
        self._message(message)
        return True

    def _lines(self) -> bool:
        end = 0 if self._buffer.startswith(b".\r\n") else self._buffer.find(b"\r\n.\r\n") + 2
        if end == 1:
            return False
        message = bytes(self._buffer[:end]).replace(b"\r\n..", b"\r\n.")
        del self._buffer[: end + 3]
        self._wanted = 0
        self._message(message)
        return True

    def _command(self, line: bytes) -> None:
        word = line[:4].upper()
        if word == b"EHLO":
            offered = [b"250-sink.test", *(f"250-{ability}".encode() for ability in self._sink.abilities)]
            self._say(b"\r\n".join([*offered, b"250 HELP"]))
        elif word == b"MAIL":
            self._recipient = b""
            self._say(b"250 2.1.0 ok")
        elif word == b"RCPT":
            self._rcpt(line[line.index(b"<") + 1 : line.index(b">")])
        elif word == b"BDAT":
            self._wanted = int(line.split()[1])
            self._is_cut()
        elif word == b"DATA" and not self._is_cut():
            self._wanted = -1 if self._recipient else 0
            self._say(b"354 go on" if self._recipient else b"554 5.5.1 no valid recipients")
        elif word == b"QUIT":
            self._say(b"221 2.0.0 bye")
            self._transport.close()
        else:
            self._say(b"250 2.0.0 ok")

    def _is_cut(self) -> bool:
        if self._sink.fault == "cut" and self._sink.meets_fault():
            self._transport.abort()
        return self._transport.is_closing()

    def _rcpt(self, recipient: bytes) -> None:
        sink = self._sink
        new = sink.is_new(recipient)
        if sink.fault == "greylist" and new:
            self._say(b"450 4.2.0 greylisted")
        elif sink.fault == "refuse" and b"7@" in recipient:
            self._say(b"550 5.1.1 no such user")
        elif sink.fault == "quota" and sink.taken.total() >= 100:
            self._say(b"452 4.5.3 quota used up")
        else:
            self._recipient = recipient
            self._say(b"250 2.1.5 ok")

    def _message(self, message: bytes) -> None:
        sink = self._sink
        if not self._recipient:
            self._say(b"503 5.5.1 no valid recipients")
            return
        fault = sink.fault in {"hang", "drop", "busy"} and sink.meets_fault()
        if fault and sink.fault == "busy":
            self._say(b"421 4.3.2 too busy")
            self._transport.close()
            return
        sink.take(self._recipient, message)
        if fault and sink.fault == "drop":
            self._transport.abort()
        if fault:
            self._mute = True
        self._say(b"250 2.0.0 queued")

    def _say(self, words: bytes) -> None:
        if self._mute:
            return
        if self._sink.delay:
            asyncio.get_running_loop().call_later(self._sink.delay, self._write, words)
        else:
            self._write(words)

    def _write(self, words: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(words + b"\r\n")


async def listen(sink: Sink, port: int, talk: type[Talk] = Talk) -> asyncio.Server:
    """Serve the sink on loopback; port 0 takes any free one."""
    loop = asyncio.get_running_loop()
    return await loop.create_server(lambda: talk(sink), "127.0.0.1", port, backlog=256)


async def _serve(arguments: argparse.Namespace) -> Sink:
    log = os.open(arguments.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644) if arguments.log else None
    sink = Sink(delay=arguments.delay, fault=arguments.fault, log=log, checked=not arguments.unchecked)
    if arguments.plain:
        sink.abilities = ("8BITMIME",)
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    server = await listen(sink, arguments.port)
    await stop.wait()
    server.close()
    return sink


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("port", type=int)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--log")
    parser.add_argument("--report", help="file for: messages, wrong ones, most connections at once")
    parser.add_argument("--fault", choices=FAULTS, default="none")
    parser.add_argument("--plain", action="store_true", help="offer neither PIPELINING nor CHUNKING")
    parser.add_argument("--unchecked", action="store_true", help="look at no message")
    arguments = parser.parse_args()
    sink = asyncio.run(_serve(arguments))
    if arguments.report:
        lines = [f"{sink.taken.total()} {len(sink.wrong)} {sink.most}", *sink.wrong[:10]]
        Path(arguments.report).write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
