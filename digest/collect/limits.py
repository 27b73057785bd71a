"""How much is asked at once: of everybody together, of one host, and how soon one host is asked again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore
    free_at: float = 0.0
    gate: asyncio.Lock = field(default_factory=asyncio.Lock)


class Limits:
    """Turns for requests: at most ``connections`` at once, ``per_host`` of them to one host."""

    def __init__(self, connections: int, per_host: int) -> None:
        self._all = asyncio.Semaphore(connections)
        self._per_host = per_host
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, pause: float = 0.0) -> AsyncIterator[None]:
        """Wait for a turn at that host, at least ``pause`` seconds after its last turn began."""
        state = self._hosts.setdefault(host, _Host(asyncio.Semaphore(self._per_host)))
        async with state.slots:
            if pause:
                await _space(state, pause)
            async with self._all:
                yield


async def _space(state: _Host, pause: float) -> None:
    async with state.gate:
        clock = asyncio.get_running_loop()
        await asyncio.sleep(max(0.0, state.free_at - clock.time()))
        state.free_at = clock.time() + pause
