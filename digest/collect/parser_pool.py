"""Processes that parse what comes from the web, each stopped when it takes too long.

What is parsed is not trusted: a parser that loops, eats memory or crashes costs its own process and
one Problem. Bodies go in and JSON comes out, so that nothing is unpickled.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from asyncio.subprocess import Process
from types import TracebackType
from typing import Self

from digest.collect.parsing import LENGTH, READY
from digest.text.plurals import pluralise

TASK_SECONDS = 10.0
"""Longest time for one feed or page; a feed of 5 MB takes under 2 s, an ordinary page 0.05 s."""

START_SECONDS = 60.0
"""Longest time for a parser to load its libraries; half a second on an idle machine."""


class ParserError(Exception):
    """A document could not be parsed; the message is a sentence for the user."""


class ParserPool:
    """A few parser processes, started by ``wake`` or when they are needed. Use as an async context manager."""

    def __init__(self, count: int | None = None, seconds: float = TASK_SECONDS) -> None:
        self._seconds = seconds
        # Last in, first out: a short run needs few parsers, and the others are not started at all.
        self._idle: asyncio.LifoQueue[asyncio.Task[Process] | None] = asyncio.LifoQueue()
        for _ in range(count or min(4, os.cpu_count() or 1)):
            self._idle.put_nowait(None)
        self._parsers: set[asyncio.Task[Process]] = set()
        self.parses = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for parser in tuple(self._parsers):
            await self._stop(parser)

    def wake(self) -> None:
        """Let the idle ones load their libraries now, while the first documents are still on their way."""
        for parser in [self._idle.get_nowait() for _ in range(self._idle.qsize())]:
            self._idle.put_nowait(parser or self._spawn())

    async def parse(self, task: str, url: str, body: bytes, content_type: str = "") -> bytes:
        """The JSON that a parser process makes of the body; raises ParserError if it fails or takes too long."""
        parser = await self._idle.get() or self._spawn()
        try:
            process = await asyncio.shield(parser)
            request = json.dumps({"task": task, "url": url, "type": content_type}).encode()
            async with asyncio.timeout(self._seconds):
                answer = await _exchange(process, request, body)
        except BaseException as error:
            await self._stop(parser)
            self._idle.put_nowait(None)
            raise _parser_error(error, self._seconds) from error
        self._idle.put_nowait(parser)
        self.parses += 1
        if answer.startswith(b"!"):
            raise ParserError(answer[1:].decode())
        return answer

    def _spawn(self) -> asyncio.Task[Process]:
        parser = asyncio.create_task(_start())
        self._parsers.add(parser)
        return parser

    async def _stop(self, parser: asyncio.Task[Process]) -> None:
        self._parsers.discard(parser)
        parser.cancel()
        (process,) = await asyncio.gather(parser, return_exceptions=True)
        if isinstance(process, Process):
            await _kill(process)


async def _start() -> Process:
    """A parser that has loaded its libraries."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "digest.collect.parsing",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert process.stdout
    try:
        async with asyncio.timeout(START_SECONDS):
            await process.stdout.readexactly(len(READY))
    except BaseException as error:
        await _kill(process)
        if isinstance(error, (TimeoutError, asyncio.IncompleteReadError)):
            raise ParserError("no parser could be started: is the machine out of memory?") from error
        raise
    return process


async def _kill(process: Process) -> None:
    if process.returncode is None:
        process.kill()
    await process.wait()


async def _exchange(process: Process, request: bytes, body: bytes) -> bytes:
    assert process.stdin
    assert process.stdout
    for part in (request, body):
        process.stdin.write(LENGTH.pack(len(part)) + part)
    await process.stdin.drain()
    (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
    return await process.stdout.readexactly(length)


def _parser_error(error: BaseException, seconds: float) -> BaseException:
    if isinstance(error, TimeoutError):
        return ParserError(f"reading it took longer than {pluralise(seconds, 'second')}, so it was given up")
    if isinstance(error, (asyncio.IncompleteReadError, BrokenPipeError, ConnectionResetError)):
        return ParserError("reading it needed too much memory or ended the parser, so it was given up")
    return error
