"""The sink of the benchmarks, served from a thread: a relay with PIPELINING and CHUNKING that misbehaves on request."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue

from benchmarks.sink import Sink, listen


@contextmanager
def listening(sink: Sink) -> Iterator[int]:
    """The port on which the sink listens."""
    ready: Queue[tuple[int, Callable[[], object]]] = Queue()

    async def serve() -> None:
        stop = asyncio.Event()
        server = await listen(sink, 0)
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
