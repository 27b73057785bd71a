"""A model server on this machine that judges, in as many ways as there are to go wrong."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Mapping
from typing import Any

from werkzeug import Request, Response

from digest.summarise.llm.exam import pairs

Policy = Callable[[int, str, list[str]], dict[str, Any] | None]
"""What a judge answers to a statement, given its number and its sentences; None leaves it out."""

KEY = {pair.hypothesis.text: pair.holds for pair in pairs()}
_SHOWN = re.compile(r"<statement number=(\d+)>(.*)</statement>((?:\n<sentence>.*</sentence>)+)")


def completion(answer: str | Mapping[str, object]) -> Response:
    """A chat completion that says so."""
    content = answer if isinstance(answer, str) else json.dumps(answer)
    choice = {
        "index": 0,
        "finish_reason": "stop",
        "message": {"role": "assistant", "content": content},
    }
    usage = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}
    whole = {
        "id": "1",
        "object": "chat.completion",
        "created": 0,
        "model": "trial",
        "choices": [choice],
        "usage": usage,
    }
    return Response(json.dumps(whole), content_type="application/json")


def is_for_a_judge(request: Request) -> bool:
    return "You check statements" in request.get_json()["messages"][0]["content"]


def shown(request: Request) -> list[tuple[int, str, list[str]]]:
    """The statements of a request: number, text, sentences."""
    text = request.get_json()["messages"][1]["content"]
    return [
        (int(number), statement, re.findall(r"<sentence>(.*)</sentence>", below))
        for number, statement, below in _SHOWN.findall(text)
    ]


def judged_by(policy: Policy) -> Callable[[Request], Response]:
    """A handler for a judge that answers so."""

    def answer(request: Request) -> Response:
        answers = [said for one in shown(request) if (said := policy(*one)) is not None]
        return completion({"answers": answers})

    return answer


def yes(number: int, _text: str, sentences: list[str]) -> dict[str, Any]:
    return {"number": number, "quotation": sentences[0], "unsaid": "", "says": True}


def no(number: int, text: str, sentences: list[str]) -> dict[str, Any]:
    return {
        "number": number,
        "quotation": sentences[0],
        "unsaid": text[:20],
        "says": False,
    }


def at_random(seed: int) -> Policy:
    """A judge that says yes or no by chance."""
    chance = random.Random(seed)

    def policy(*statement: Any) -> dict[str, Any]:
        return (yes if chance.random() < 0.5 else no)(*statement)

    return policy


def able(otherwise: Policy) -> Policy:
    """A judge that passes the exam and answers everything else in another way."""

    def policy(number: int, text: str, sentences: list[str]) -> dict[str, Any] | None:
        if text not in KEY:
            return otherwise(number, text, sentences)
        return (yes if KEY[text] else no)(number, text, sentences)

    return policy


def noted(handler: Callable[[Request], Response], into: list[Request]) -> Callable[[Request], Response]:
    """The handler, which notes each request before it answers: the log of the server lags behind its answers."""

    def answer(request: Request) -> Response:
        into.append(request)
        return handler(request)

    return answer
