"""A model for the length of one run: answers kept, calls limited, every failure survived.

A server that is dead, slow, refusing, truncating, lying or limiting costs quality, never the edition: whatever
happens ends in a `Reply`, with an answer or with the reason why there is none.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Generic, get_args
from urllib.parse import urlsplit

from digest.models import Usage
from digest.settings import SummariserSettings
from digest.summarise.llm import prompt, response
from digest.summarise.llm.answer_schema import strict
from digest.summarise.llm.budget import CHARACTERS, Budget, Cache, Spending, tokens
from digest.summarise.llm.client import ChatMessage, Failure, Format, Schema, Server
from digest.summarise.llm.response import A, Completion
from digest.text.plurals import pluralise

_FORMATS: tuple[Format, ...] = get_args(Format)
PATIENCE = 3
"""Failures of the server in a row after which it is not asked again in this run."""


@dataclass(frozen=True, slots=True)
class ModelReply(Generic[A]):
    """An answer, or the reason why there is none; and what it cost."""

    answer: A | None
    usage: Usage = field(default_factory=Usage)
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Wanted(Generic[A]):
    """The shape of an answer, and the schema of this one question where it has one."""

    shape: type[A]
    schema: Schema | None = None

    def as_schema(self, form: Format) -> Schema:
        """What is sent in that format."""
        return self.schema if self.schema and form == "story_schema" else strict(self.shape)


class Model:
    """Asks a server, at most ``concurrency`` times at once and until the deadline of the run."""

    def __init__(
        self,
        server: Server,
        settings: SummariserSettings,
        keep: Cache,
        budget: Budget,
        language: str = "en",
    ) -> None:
        self.reviewer: Model | None = None
        """Who reads a second time what this one wrote; None if nobody does."""
        self.budget = budget
        """The limits that its calls keep, which those of a judge share."""
        self.system = prompt.instructions(language, settings.instructions)
        self._server = server
        self._settings = settings
        self._keep = keep
        self._slots = asyncio.Semaphore(settings.concurrency)
        self._deadline = asyncio.get_running_loop().time() + settings.deadline
        self._failures = 0

    async def ask(
        self, messages: Sequence[ChatMessage], shape: type[A], schema: Schema | None = None
    ) -> ModelReply[A]:
        """The answer of that shape to those messages; one that was kept costs nothing.

        ``schema`` is one of this question's own, narrower than that of the shape.
        """
        key = self._key(messages)
        kept = self._keep.get("answer", key)
        if kept is not None:
            return ModelReply(response.read(kept, shape))
        spent: list[Usage] = []
        try:
            found = await self._in_time(messages, Wanted(shape, schema), spent)
        except Failure as failure:
            self._blame(failure)
            return ModelReply(None, sum(spent, Usage()), failure.reason)
        self._failures = 0
        self._keep.put("answer", key, found.model_dump_json())
        return ModelReply(found, sum(spent, Usage()))

    def estimate(self, messages: Sequence[ChatMessage], characters: int) -> Usage:
        """About what ``ask`` will cost: nothing for an answer that is kept, else one call and no second try.

        ``characters`` is the expected length of the answer.
        """
        if self._keep.get("answer", self._key(messages)) is not None:
            return Usage()
        usage = Usage(calls=1, prompt_tokens=tokens(messages), completion_tokens=characters // CHARACTERS)
        return self.budget.priced(usage)

    def priced(self, usage: Usage) -> Usage:
        """The usage with its cost, where prices are known."""
        return self.budget.priced(usage)

    def _key(self, messages: Sequence[ChatMessage]) -> str:
        """What an answer depends on; not the address, for the same model may move."""
        settings = self._settings
        asked = [settings.model, settings.temperature, settings.max_tokens, list(messages)]
        return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()

    def _blame(self, failure: Failure) -> None:
        if failure.blame == "setup":
            self._failures = PATIENCE
        elif failure.blame == "server":
            self._failures += 1

    async def _in_time(self, messages: Sequence[ChatMessage], wanted: Wanted[A], spent: list[Usage]) -> A:
        """The answer, when its turn comes before the deadline."""
        try:
            async with asyncio.timeout_at(self._deadline), self._slots:
                if self._failures >= PATIENCE:
                    raise Failure("The model was not asked, because its server had failed before.")
                return await self._in_one_call(messages, wanted, spent)
        except TimeoutError:
            raise Failure(
                f"The {pluralise(self._settings.deadline, 'second for all stories was', 'seconds for all stories were')} over before the model had answered. "
                "Allow more with summariser.deadline or summariser.concurrency."
            ) from None

    async def _in_one_call(self, messages: Sequence[ChatMessage], wanted: Wanted[A], spent: list[Usage]) -> A:
        """The answer, within the time for one call."""
        limit = asyncio.timeout(self._settings.timeout)
        try:
            async with limit:
                return await self._converse(messages, wanted, spent)
        except TimeoutError:
            if not limit.expired():
                raise
            raise Failure(
                f"The model did not answer within {pluralise(self._settings.timeout, 'second')}. "
                "Allow more with summariser.timeout, or use a faster model.",
                "server",
            ) from None

    async def _converse(self, messages: Sequence[ChatMessage], wanted: Wanted[A], spent: list[Usage]) -> A:
        """The answer; asked for again where the first was cut off or has another shape."""
        first = await self._complete(messages, wanted, spent)
        found = _read(first, wanted.shape)
        if found is None:
            again = prompt.shorter(messages) if first.cut_off else prompt.reminder(messages, first.text)
            second = await self._complete(again, wanted, spent)
            found = _read(second, wanted.shape)
            if found is None:
                raise Failure(_unusable(second))
        return found

    async def _complete(
        self, messages: Sequence[ChatMessage], wanted: Wanted[A], spent: list[Usage]
    ) -> Completion:
        """A completion that has a text."""
        with self.budget.call(messages) as call:
            received = response.read_completion(await self._post(messages, wanted, spent))
            call.usage = _counted(received, messages)
        spent.append(self.budget.priced(call.usage))
        if received is None:
            raise Failure(
                "The server answered with something that is not a chat completion. Check summariser.base_url.",
                "server",
            )
        if received.error and not received.text:
            raise Failure(f"The server answered with an error: {received.error}", "server")
        if received.refused:
            raise Failure("The model refused to work on this story.")
        if not received.text.strip():
            raise Failure("The model gave an empty answer.")
        return received

    async def _post(self, messages: Sequence[ChatMessage], wanted: Wanted[A], spent: list[Usage]) -> bytes:
        """The body of a response, in the strictest format that the server is not known to refuse."""
        server = f"{self._server.address} {self._settings.model}"
        known = self._keep.get("answer-format", server)
        for form in self._formats(known, wanted):
            try:
                body = await self._server.post(messages, form, wanted.as_schema(form))
            except asyncio.CancelledError:
                spent.append(Usage(calls=1))  # too slow, and asked all the same
                raise
            except Failure as failure:
                spent.append(Usage(calls=1))
                if failure.blame != "format" or form == _FORMATS[-1]:
                    raise
            else:
                if form != known and wanted.schema:
                    self._keep.put("answer-format", server, form)
                return body
        raise AssertionError("the last format returns or raises")

    def _formats(self, known: str | None, wanted: Wanted[A]) -> Sequence[Format]:
        """The formats to try in turn: from the one that worked, else from the strictest that costs nothing.

        OpenAI compiles a schema when it first sees it, which takes seconds and would come with every story, and
        refuses bounds of strings in strict mode: there one schema serves all stories.
        """
        start = _FORMATS.index(known) if known in _FORMATS else int(_compiles(self._server.address))
        return _FORMATS[start if wanted.schema else max(start, 1) :]


def _compiles(address: str) -> bool:
    return urlsplit(address).hostname == "api.openai.com"


@asynccontextmanager
async def open_model(
    settings: SummariserSettings,
    api_key: str | None,
    keep: Cache,
    language: str = "en",
    spending: Spending | None = None,
) -> AsyncIterator[Model | None]:
    """The model that the settings name, or None if they ask for summaries without one.

    ``language`` is the language of the digest, ``spending`` what its
    calls are counted in; without it, limits of a day hold for this run alone. A server that cannot be reached shows when it is first asked.
    """
    if settings.use == "extractive" or (settings.use == "auto" and not (api_key or settings.base_url)):
        yield None
        return
    from digest.summarise.llm.client import connect  # noqa: PLC0415 - a run without a model never imports openai

    async with connect(settings, api_key) as server:
        yield Model(server, settings, keep, Budget(settings, spending), language)


def _counted(received: Completion | None, messages: Sequence[ChatMessage]) -> Usage:
    """What a call cost by the server's count; by estimate where the server does not count."""
    if received is None or received.usage is not None:
        return received.spent() if received else Usage(calls=1)
    return Usage(1, tokens(messages), completion_tokens=len(received.text) // CHARACTERS)


def _read(received: Completion, shape: type[A]) -> A | None:
    return None if received.cut_off else response.read(received.text, shape)


def _unusable(received: Completion) -> str:
    if received.cut_off:
        return "The model's answer was cut off twice. Allow longer ones with summariser.max_tokens."
    return "The model's answer was twice not of the shape that was asked for. Another model may do better."
