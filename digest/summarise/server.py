"""What `model` asks of a server: bytes for messages, or one kind of failure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from pydantic import BaseModel

Message = dict[str, str]
"""``role`` and ``content``."""

Format = Literal["json_schema", "json_object", "text"]
"""How the server is told the shape of the answer, the strictest first."""

Blame = Literal["story", "format", "server", "setup"]
"""Whom a failure is blamed on: this story alone; the format of the answer, so that a looser one may do; the
server, so that it may come back; or the key or the name of the model, so that no call can do better."""


class Failure(Exception):  # noqa: N818 - expected, and never leaves the package
    """A call that led to no answer. The reason is a sentence or two: what happened and what to do."""

    def __init__(self, reason: str, blame: Blame = "story") -> None:
        super().__init__(reason)
        self.reason = reason
        self.blame = blame


class Server(Protocol):
    """A chat server."""

    @property
    def address(self) -> str: ...

    async def post(self, messages: Sequence[Message], form: Format, shape: type[BaseModel]) -> bytes:
        """The body of a response with status 200; raises ``Failure``. ``shape`` is that of the answer."""
        ...
