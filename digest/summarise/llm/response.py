"""The shape of a model's answer, and how to read one that is nearly of that shape."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from digest.models import SENTENCE_ID, Claim, Kind, Usage
from digest.text.invisible import visible

A = TypeVar("A", bound=BaseModel)

LONGEST_SPEAKER = 80
"""Characters. What is longer names nobody: some models copy the whole sentence there."""
MOST_CITES = 3
_MOST_TRIES = 50
"""Opening braces that are tried in an answer with text around its JSON."""


_THOUGHT = re.compile(r"<(think|thinking|reasoning)>.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE)


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore")


def _listed(value: Any) -> list[str]:
    """Citations as a list of texts, whatever the model made of them: one text, one number, numbers among texts."""
    return [str(one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str | int)]


def _text_or_none(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _kind_or_none(value: Any) -> str | None:
    known = value.strip().lower() if isinstance(value, str) else ""
    return known if known in get_args(Kind) else None


def _parts(value: Any) -> Any:
    """The points that are objects: one that is not costs itself and no other."""
    return [one for one in value if isinstance(one, dict | Point)] if isinstance(value, list) else value


def _object_or_none(value: Any) -> Any:
    return value if isinstance(value, dict | CitedLine) else None


Cites = Annotated[list[str], BeforeValidator(_listed)]
Text = Annotated[str, BeforeValidator(lambda value: value if isinstance(value, str) else "")]
TextOrNone = Annotated[str | None, BeforeValidator(_text_or_none)]


class CitedLine(_Part):
    """A headline or a standfirst, and the sentences it rests on. A field of another type counts as empty."""

    cites: Cites = []
    text: Text = ""


class Point(_Part):
    """One point in two wordings. The citations stand first: a model that names its source first stays closer to it."""

    cites: Cites = []
    text: Text = ""
    close: TextOrNone = None
    kind: Annotated[Kind | None, BeforeValidator(_kind_or_none)] = None
    speaker: TextOrNone = None


class Answer(_Part):
    """What the model is asked for. Lengths and counts are asked for in words, by a schema besides where that is
    enforced, and are checked afterwards.
    """

    headline: Annotated[CitedLine | None, BeforeValidator(_object_or_none)] = None
    standfirst: Annotated[CitedLine | None, BeforeValidator(_object_or_none)] = None
    points: Annotated[list[Point], BeforeValidator(_parts)]


def read(text: str, shape: type[A]) -> A | None:
    """The answer of that shape in the text, in a code fence or between chatter as well; None if there is none.

    Of several the last one counts: models write a draft first. What they think before is looked at only if nothing
    else holds an answer.
    """
    spoken = _THOUGHT.sub("", text)
    for part in dict.fromkeys((spoken, text)):
        for candidate in (part, *reversed(list(_objects(part)))):
            try:
                return shape.model_validate_json(candidate)
            except ValidationError:
                continue
    return None


def _objects(text: str) -> Iterator[str]:
    """The JSON objects in a text that are in no other one, in their order."""
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
    """The text on one line, without characters that nobody sees, but for those that its script needs."""
    return " ".join(visible(text).split())


def _ids(cites: list[str]) -> tuple[str, ...]:
    """Sentence ids, whatever brackets the model put around them."""
    found = [match[0] for cite in cites for match in SENTENCE_ID.finditer(cite)]
    return tuple(dict.fromkeys(found))[:MOST_CITES]


def _speaker(text: str) -> str:
    name = clean(text)
    return name if len(name) <= LONGEST_SPEAKER else ""


def _joined(content: Any) -> str | None:
    """The text of a message, which some servers give in parts: ``[{"type": "text", "text": ...}]``."""
    if not isinstance(content, list):
        return content if isinstance(content, str) else None
    texts = (part.get("text") if isinstance(part, dict) else part for part in content)
    return "".join(text for text in texts if isinstance(text, str))


def _arguments(calls: Any) -> str:
    """What a model that answers by calling a tool gives to it."""
    found = calls if isinstance(calls, list) else []
    functions = (call.get("function") for call in found if isinstance(call, dict))
    given = (function.get("arguments") for function in functions if isinstance(function, dict))
    return next((text for text in given if isinstance(text, str)), "")


class _Message(_Part):
    content: Annotated[str | None, BeforeValidator(_joined)] = None
    refusal: TextOrNone = None
    tool_calls: Annotated[str, BeforeValidator(_arguments)] = ""
    reasoning_content: TextOrNone = None
    reasoning: TextOrNone = None

    @property
    def text(self) -> str:
        """The content; else what was given to a tool; else what a server took for reasoning."""
        ways = (self.content, self.tool_calls, self.reasoning_content, self.reasoning)
        return next((way for way in ways if way and way.strip()), "")


class _Choice(_Part):
    message: _Message
    finish_reason: str | None = None


class _Cached(_Part):
    cached_tokens: int | None = None


class _Tokens(_Part):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Cached | None = None


def _reason(error: Any) -> str:
    message = error.get("message") if isinstance(error, dict) else error
    return " ".join(message.split())[:200] if isinstance(message, str) else "no reason given" if error else ""


class Completion(_Part):
    """A chat completion: as much of it as is needed here."""

    choices: Annotated[list[_Choice], BeforeValidator(lambda value: value or [])] = []
    usage: _Tokens | None = None
    error: Annotated[str, BeforeValidator(_reason)] = ""
    """What the provider says went wrong, though the status is 200."""

    @property
    def text(self) -> str:
        """What the model wrote; empty if it wrote nothing or refused."""
        return self.choices[0].message.text if self.choices else ""

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
