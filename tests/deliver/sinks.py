"""The sink of the benchmarks, served from a thread: a relay with PIPELINING and CHUNKING that misbehaves on request."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from queue import Queue

from benchmarks.sink import Sink, Talk, listen


@contextmanager
def listening(sink: Sink, talk: type[Talk] = Talk) -> Iterator[int]:
    """The port on which the sink listens."""
    ready: Queue[tuple[int, Callable[[], object]]] = Queue()

    async def serve() -> None:
        stop = asyncio.Event()
        server = await listen(sink, 0, talk)
        loop = asyncio.get_running_loop()
        ready.put((server.sockets[0].getsockname()[1], lambda: loop.call_soon_threadsafe(stop.set)))
        await stop.wait()
        server.close()

    thread = threading.Thread(target=lambda: asyncio.run(serve()))
    thread.start()
    port, stop = ready.get(timeout=5)
    try:
        yield port
    finally:
        stop()
        thread.join(5)


@contextmanager
def answering(answer: Callable[[socket.socket], None], abilities: str = "PIPELINING") -> Iterator[int]:
    """The port of a relay that takes one connection, greets, and then does what it is told to."""

    def serve() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"220 here\r\n")
            connection.recv(1000)
            connection.sendall(f"250-here\r\n250 {abilities}\r\n".encode())
            answer(connection)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(5)


@contextmanager
def serving(serve: Callable[[socket.socket, int], None], small: bool = False) -> Iterator[int]:
    """The port of a relay that serves each connection as it is told to, by its number, in a thread of its own.

    A ``small`` one takes little more than what it reads.
    """

    def one(line: socket.socket, number: int) -> None:
        with line, suppress(OSError):
            serve(line, number)

    def accept() -> None:
        with suppress(OSError):
            for number in count():
                line, _ = listener.accept()
                lines.append(line)
                threads.append(threading.Thread(target=one, args=(line, number)))
                threads[-1].start()

    lines: list[socket.socket] = []
    threads: list[threading.Thread] = []
    with socket.create_server(("127.0.0.1", 0), backlog=100) as listener:
        if small:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        accepting = threading.Thread(target=accept)
        accepting.start()
        try:
            yield listener.getsockname()[1]
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            accepting.join(5)
            for line in lines:
                with suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)
            for thread in threads:
                thread.join(5)


def greeted(line: socket.socket, *abilities: str) -> None:
    """Greet, and offer that much."""
    line.sendall(b"220 here\r\n")
    line.recv(1000)
    line.sendall("".join([*(f"250-{one}\r\n" for one in ("here", *abilities)), "250 HELP\r\n"]).encode())
