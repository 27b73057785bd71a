"""The sink of the benchmarks, served from a thread: a relay with PIPELINING and CHUNKING that misbehaves on request."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
