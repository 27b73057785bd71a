"""Servers that refuse a request for its form are asked in the form that they take, and the reason is remembered."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from digest.summarise.llm.dialect import Dialect, is_too_long, is_unknown_model
from tests.summarise.llm.test_model import CLAIM, PATH, asked, bodies, completion, together
from tests.summarise.llm.test_model import TOLD as STORY

JSON = "application/json"


def refused(message: str, status: int = 400, **more: Any) -> Response:
    return Response(json.dumps({"error": {"message": message, **more}}), status, content_type=JSON)


def answering(server: HTTPServer, wrong: Callable[[dict[str, Any]], str]) -> None:
    """A server that refuses what ``wrong`` has something against, in its words, and answers the rest."""

    def answer(request: Request) -> Response:
        if said := wrong(json.loads(request.get_data())):
            return refused(said)
        return Response(json.dumps(completion()), content_type=JSON)

    server.expect_request(PATH).respond_with_handler(answer)


NEWER_LIMIT = "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
NO_TEMPERATURE = "Unsupported value: 'temperature' does not support 0.3 with this model. Only the default (1) value is supported."
NO_SYSTEM = "System role not supported"


@pytest.mark.parametrize(
    ("wrong", "values"),
    [
        (lambda body: NEWER_LIMIT if "max_tokens" in body else "", {}),
        (lambda body: NO_TEMPERATURE if "temperature" in body else "", {"temperature": 0.3}),
        (lambda body: NO_SYSTEM if body["messages"][0]["role"] == "system" else "", {}),
        (
            lambda body: (
                NEWER_LIMIT if "max_tokens" in body else NO_TEMPERATURE if "temperature" in body else ""
            ),
            {"temperature": 0.3},
        ),
    ],
)
def test_what_a_server_refuses_is_put_otherwise_and_remembered(
    httpserver: HTTPServer, wrong: Callable[[dict[str, Any]], str], values: dict[str, Any]
) -> None:
    answering(httpserver, wrong)

    drafts = together(httpserver, [STORY], concurrency=1, **values)
    before = len(httpserver.log)
    assert [(CLAIM,), ()] == [drafts[0].claims, drafts[0].problems]
    assert not wrong(bodies(httpserver)[-1])
    assert before <= 3


def test_a_system_message_that_is_not_taken_stands_before_the_question(httpserver: HTTPServer) -> None:
    messages = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "What happened?"}]
    dialect = Dialect()

    assert dialect.learn(NO_SYSTEM)
    assert [{"role": "user", "content": "Be brief.\n\nWhat happened?"}] == dialect.messages(messages)


def test_a_server_that_only_streams_is_read_piece_by_piece(httpserver: HTTPServer) -> None:
    text = completion()["choices"][0]["message"]["content"]
    pieces = [text[at : at + 20] for at in range(0, len(text), 20)]

    def answer(request: Request) -> Response:
        if not json.loads(request.get_data()).get("stream"):
            return refused("This model only supports streaming. Set stream to true.")
        chunks = [{"choices": [{"index": 0, "delta": {"content": piece}}]} for piece in pieces]
        chunks.append({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        body = "".join(
            f"data: {json.dumps({'id': '1', 'object': 'chat.completion.chunk', **c})}\n\n" for c in chunks
        )
        return Response(f"{body}data: [DONE]\n\n", content_type="text/event-stream")

    httpserver.expect_request(PATH).respond_with_handler(answer)

    assert (CLAIM,) == asked(httpserver).claims


@pytest.mark.parametrize(
    ("message", "status", "said"),
    [
        ("This model's maximum context length is 2048 tokens", 400, "longer than the model can read"),
        ("The model `stub` does not exist", 400, "does not know summariser.model"),
        ("the request was refused because it is Monday", 400, "it is Monday"),
    ],
)
def test_what_cannot_be_put_otherwise_is_told_in_the_servers_words(
    httpserver: HTTPServer, message: str, status: int, said: str
) -> None:
    httpserver.expect_request(PATH).respond_with_handler(lambda _request: refused(message, status))

    reason = asked(httpserver).problems[0].reason

    assert said in reason
    assert message in reason


def test_a_model_that_is_not_there_is_told_with_those_that_are(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_handler(lambda _request: refused("no such model", 404))
    models = [{"id": name, "object": "model", "created": 1, "owned_by": "us"} for name in ("small", "large")]
    httpserver.expect_request("/v1/models").respond_with_json({"object": "list", "data": models})

    assert "It has: large, small." in asked(httpserver).problems[0].reason


def test_the_same_refusal_twice_changes_nothing_more() -> None:
    dialect = Dialect()

    assert [True, False] == [dialect.learn(NEWER_LIMIT) for _ in range(2)]
    assert {"max_completion_tokens": 10} == dialect.options(10, None)


@pytest.mark.parametrize(
    "said",
    [
        "Invalid schema for response_format 'answer'",
        "json_schema is not supported",
        "",
        "temporarily unavailable",
    ],
)
def test_a_refusal_of_the_format_is_left_to_a_looser_format(said: str) -> None:
    assert not Dialect().learn(said)
    assert not is_too_long(said)
    assert not is_unknown_model(said)
