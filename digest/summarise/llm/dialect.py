"""What a server does not take, learnt from the words of its refusals, and requests in the form that it takes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

LIMITS = ("max_tokens", "max_completion_tokens")
"""The older name of the limit, which small servers know alone, and the newer, which newer models know alone."""

_STREAM = re.compile(
    r"\bstream(?:ing)?\b.{0,60}\b(?:only|required|must|true)\b|\b(?:only|must|requires?)\b.{0,40}\bstream",
    re.IGNORECASE,
)
_SYSTEM = re.compile(
    r"\b(?:system|developer)\b.{0,60}\b(?:not|only|unsupported|invalid|must)\b|\b(?:not|only)\b.{0,60}\bsystem\b"
    r"|\broles? must alternate\b|\bonly user and assistant roles\b",
    re.IGNORECASE,
)
_TOO_LONG = re.compile(
    r"context[ _](?:length|window|size)|maximum context|prompt is too long|too many tokens", re.IGNORECASE
)
_NO_MODEL = re.compile(
    r"\bmodel\b.{0,80}\b(?:not found|does not exist|not exist|unknown|not available|not loaded|invalid)\b"
    r"|\b(?:no such|unknown|invalid) model\b|\bmodel_not_found\b",
    re.IGNORECASE,
)

Message = dict[str, str]


@dataclass(slots=True)
class Dialect:
    """The form of requests to one server, for the length of a run."""

    limit: str = LIMITS[0]
    temperature: bool = True
    system: bool = True
    """Whether messages may have the role ``system``."""
    streaming: bool = False
    """Whether only answers in pieces are given."""
    _learnt: set[str] = field(default_factory=set)

    def learn(self, said: str, parameter: str | None = None) -> bool:
        """Take up what a refusal says, each thing once; False if it says nothing that could be changed here.

        ``said`` are the server's words, ``parameter`` is what it names as the culprit.
        """
        culprit = f"{parameter or ''} {said}"
        if "response_format" in culprit or "json_schema" in culprit:
            return False
        if any(name in culprit for name in LIMITS):
            return self._once("limit", limit=next(name for name in LIMITS if name != self.limit))
        if "temperature" in culprit:
            return self._once("temperature", temperature=False)
        if _STREAM.search(said):
            return self._once("streaming", streaming=True)
        if _SYSTEM.search(said):
            return self._once("system", system=False)
        return False

    def _once(self, what: str, **change: Any) -> bool:
        if what in self._learnt:
            return False
        self._learnt.add(what)
        for name, value in change.items():
            setattr(self, name, value)
        return True

    def options(self, max_tokens: int, temperature: float | None) -> dict[str, Any]:
        """Only what is set and taken: some models refuse a temperature."""
        options: dict[str, Any] = {self.limit: max_tokens}
        if temperature is not None and self.temperature:
            options["temperature"] = temperature
        return options

    def messages(self, messages: Sequence[Message]) -> list[Message]:
        """The messages, those of the system put before the next one of the user if the server has no such role."""
        if self.system:
            return list(messages)
        kept: list[Message] = []
        waiting: list[str] = []
        for message in messages:
            if message["role"] == "system":
                waiting.append(message["content"])
            else:
                kept.append({**message, "content": "\n\n".join([*waiting, message["content"]])})
                waiting = []
        return kept


def is_too_long(said: str) -> bool:
    """Whether a refusal says that the model cannot read so much at once."""
    return bool(_TOO_LONG.search(said))


def is_unknown_model(said: str) -> bool:
    """Whether a refusal says that the server does not have the model."""
    return bool(_NO_MODEL.search(said))
