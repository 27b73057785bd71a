"""The shape of a model's answer, and how to read one that is nearly of that shape."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from digest.models import SENTENCE_ID, Claim, Kind, Usage

A = TypeVar("A", bound=BaseModel)

LONGEST_SPEAKER = 80
"""Characters. What is longer names nobody: some models copy the whole sentence there."""
MOST_CITES = 3
_MOST_TRIES = 50
"""Opening braces that are tried in an answer with text around its JSON."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


class CitedLine(_Part):
    """A headline or a standfirst, and the sentences it rests on."""

    cites: list[str]
    text: str


class Point(_Part):
    """One point in two wordings. The citations stand first: a model that names its source first stays closer to it."""

    cites: list[str]
    text: str
    close: str | None = None
    kind: Kind | None = None
    speaker: str | None = None


class Answer(_Part):
    """What the model is asked for. Lengths and counts are asked for in words, by a schema besides where that is
    enforced, and are checked afterwards.
    """

    headline: CitedLine | None = None
    standfirst: CitedLine | None = None
    points: list[Point]


def read(text: str, shape: type[A]) -> A | None:
    """The answer of that shape in the text, in a code fence or between chatter as well; None if there is none."""
    for candidate in _objects(text):
        try:
            return shape.model_validate_json(candidate)
        except ValidationError:
            continue
    return None


def _objects(text: str) -> Iterator[str]:
    """The whole text, then the JSON objects inside it, the outermost first."""
    yield text
    start, tries = text.find("{"), 0
    while start >= 0 and tries < _MOST_TRIES:
        try:
            _, end = json.JSONDecoder().raw_decode(text, start)
            yield text[start:end]
        except (ValueError, RecursionError):
            end = start + 1
        start, tries = text.find("{", end), tries + 1


def line(said: CitedLine | None) -> Claim | None:
    """A headline or a standfirst as a claim, None if the answer has none."""
    text = clean(said.text) if said else ""
    return Claim(text, _ids(said.cites)) if said and text else None


def claims(answer: Answer) -> tuple[Claim, ...]:
    """The points as claims, in the model's order."""
    found = (_claim(clean(point.text), clean(point.close or ""), point) for point in answer.points)
    return tuple(claim for claim in found if claim.text)


def _claim(text: str, close: str, point: Point) -> Claim:
    """The point as a claim. Where one wording is missing the other is the only one."""
    first, second = (text, close) if text else (close, "")
    return Claim(
        first,
        _ids(point.cites),
        point.kind or "fact",
        _speaker(point.speaker or ""),
        "" if second == first else second,
    )


def clean(text: str) -> str:
    """The text on one line, without control characters and marks that change the direction of writing."""
    visible = "".join(
        " " if c.isspace() else c
        for c in text
        if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf", "Co"}
    )
    return re.sub(" +", " ", visible).strip()


def _ids(cites: list[str]) -> tuple[str, ...]:
    """Sentence ids, whatever brackets the model put around them."""
    found = [match[0] for cite in cites for match in SENTENCE_ID.finditer(cite)]
    return tuple(dict.fromkeys(found))[:MOST_CITES]


def _speaker(text: str) -> str:
    name = clean(text)
    return name if len(name) <= LONGEST_SPEAKER else ""


class _Message(_Part):
    content: str | None = None
    refusal: str | None = None


class _Choice(_Part):
    message: _Message
    finish_reason: str | None = None


class _Cached(_Part):
    cached_tokens: int | None = None


class _Tokens(_Part):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Cached | None = None


class Completion(_Part):
    """A chat completion: as much of it as is needed here."""

    choices: list[_Choice] = []
    usage: _Tokens | None = None

    @property
    def text(self) -> str:
        """What the model wrote; empty if it wrote nothing or refused."""
        return (self.choices[0].message.content or "") if self.choices else ""

    @property
    def refused(self) -> bool:
        return bool(self.choices) and bool(
            self.choices[0].message.refusal or self.choices[0].finish_reason == "content_filter"
        )

    @property
    def cut_off(self) -> bool:
        return bool(self.choices) and self.choices[0].finish_reason == "length"

    def spent(self) -> Usage:
        """One call and the tokens that the server counted for it."""
        tokens = self.usage or _Tokens()
        cached = tokens.prompt_tokens_details or _Cached()
        return Usage(
            calls=1,
            prompt_tokens=max(0, tokens.prompt_tokens or 0),
            cached_tokens=max(0, cached.cached_tokens or 0),
            completion_tokens=max(0, tokens.completion_tokens or 0),
        )


def read_completion(body: bytes) -> Completion | None:
    """The completion in the body of a response with status 200; None if it is something else."""
    try:
        return Completion.model_validate_json(body)
    except ValidationError:
        return None
