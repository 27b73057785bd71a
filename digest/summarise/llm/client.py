"""Talking to an OpenAI-compatible server. The only file that knows the `openai` package.

Importing the package takes half a second, so this file is imported when a model is used.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, Literal, Protocol

import openai

from digest.settings import SummariserSettings
from digest.summarise.llm.dialect import LIMITS, Dialect, is_too_long, is_unknown_model

Schema = dict[str, Any]
"""A JSON schema."""

ChatMessage = dict[str, str]
"""``role`` and ``content``."""

Format = Literal["story_schema", "json_schema", "json_object", "text"]
"""How the server is told the shape of the answer, the strictest first: by a schema of the question's own, by one that is
the same for all questions of a kind, as any JSON object, in words."""

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

    async def post(self, messages: Sequence[ChatMessage], form: Format, schema: Schema) -> bytes:
        """The body of a response with status 200; raises ``Failure``. ``schema`` is that of the answer."""
        ...


MODELS_NAMED = 8
"""Models that are named if the one that was asked for is not there."""

RETRIES = 2
"""How often the package repeats a request that met 408, 409, 429, 5xx or a broken connection."""

_FORMATS: dict[Format, Any] = {"json_object": {"type": "json_object"}, "text": openai.omit}


def _enforced(schema: Schema) -> Any:
    return {"type": "json_schema", "json_schema": {"name": "answer", "schema": schema, "strict": True}}


class OpenAIServer:
    """A server reached with the `openai` package."""

    def __init__(self, client: openai.AsyncOpenAI, settings: SummariserSettings) -> None:
        self._client = client
        self._settings = settings
        self._dialect = Dialect(limit=LIMITS[0] if settings.base_url else LIMITS[1])

    @property
    def address(self) -> str:
        return str(self._client.base_url)

    async def post(self, messages: Sequence[ChatMessage], form: Format, schema: Schema) -> bytes:
        """The body of a response with status 200; raises ``Failure``.

        A request that is refused for something that can be put otherwise is put otherwise, from then on.
        """
        while True:
            try:
                return await self._create(messages, form, schema)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if not self._dialect.learn(error.message, error.param):
                    raise _failure(error, self._settings) from error
            except openai.NotFoundError as error:
                raise await self._unknown_model(error) from error
            except openai.APIError as error:
                raise _failure(error, self._settings) from error

    async def _create(self, messages: Sequence[ChatMessage], form: Format, schema: Schema) -> bytes:
        """One request; the body of the answer.

        It is left unread: the package's own reading loses the tokens spent if an answer has another shape, and fails
        with an AttributeError on a page of HTML.
        """
        request: dict[str, Any] = {
            "model": self._settings.model,
            "messages": self._dialect.messages(messages),
            "response_format": _FORMATS[form] if form in _FORMATS else _enforced(schema),
            **self._dialect.options(self._settings.max_tokens, self._settings.temperature),
        }
        if self._dialect.streaming:
            return await self._joined(request)
        response = await self._client.chat.completions.with_raw_response.create(**request)
        body: bytes = response.content
        return body

    async def _joined(self, request: dict[str, Any]) -> bytes:
        """The answer of a server that gives it in pieces only, as the body of one that gives it whole."""
        text, finish = "", None
        async for chunk in await self._client.chat.completions.create(**request, stream=True):
            for choice in chunk.choices[:1]:
                text += choice.delta.content or ""
                finish = choice.finish_reason or finish
        return json.dumps({"choices": [{"message": {"content": text}, "finish_reason": finish}]}).encode()

    async def _unknown_model(self, error: openai.NotFoundError) -> Failure:
        """What to do about a model that is not there: the names of those that are."""
        failure = _failure(error, self._settings)
        try:
            names = sorted([model.id async for model in await self._client.models.list()])[:MODELS_NAMED]
        except openai.APIError:
            names = []
        return Failure(f"{failure.reason} It has: {', '.join(names)}." if names else failure.reason, "setup")


@asynccontextmanager
async def connect(settings: SummariserSettings, api_key: str | None) -> AsyncIterator[OpenAIServer]:
    """The server of the settings. Nothing is sent yet. A server without keys gets a word in place of one."""
    async with openai.AsyncOpenAI(
        api_key=api_key or "none",
        base_url=settings.base_url or None,
        timeout=settings.timeout,
        max_retries=RETRIES,
    ) as client:
        yield OpenAIServer(client, settings)


_BLAME: dict[type[openai.APIError], tuple[Blame, str]] = {
    openai.APITimeoutError: (
        "server",
        "The server did not answer in time. Allow more with summariser.timeout",
    ),
    openai.APIConnectionError: ("server", "The server cannot be reached or broke the connection"),
    openai.AuthenticationError: ("setup", "The server refused the key in OPENAI_API_KEY"),
    openai.PermissionDeniedError: ("setup", "The server refused the key in OPENAI_API_KEY"),
    openai.NotFoundError: (
        "setup",
        "The server does not know summariser.model, or summariser.base_url is wrong",
    ),
    openai.RateLimitError: (
        "server",
        "The server limits how often it may be asked, or the credit is used up",
    ),
    openai.BadRequestError: ("format", "The server refused the request"),
    openai.UnprocessableEntityError: ("format", "The server refused the request"),
}
"""A class stands before those that it is derived from."""


def _failure(error: openai.APIError, settings: SummariserSettings) -> Failure:
    """The failure behind an exception of the package."""
    found = (known for kind, known in _BLAME.items() if isinstance(error, kind))
    blame, reason = next(found, ("server", "The server failed"))
    where = settings.base_url or "OpenAI"
    said = " ".join(error.message.split())[:200]
    if blame == "format" and is_too_long(said):
        blame, reason = (
            "story",
            "The story is longer than the model can read at once. Use one that reads more",
        )
    elif blame == "format" and is_unknown_model(said):
        blame, reason = "setup", "The server does not know summariser.model"
    return Failure(f"{reason} ({where}: {said})", blame)
