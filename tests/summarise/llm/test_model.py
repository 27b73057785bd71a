"""Asking a model on a server: real requests to a server on loopback that behaves or does not."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from digest.models import Claim, Draft, Pick, Usage
from digest.settings import SummariserSettings
from digest.summarise import Model, open_model, propose
from digest.summarise.llm.budget import Budget, tokens
from digest.summarise.llm.client import ChatMessage, Format, Schema
from digest.summarise.llm.prompt import instructions, proposal
from digest.summarise.llm.propose import estimate
from tests.make import pick

PATH = "/v1/chat/completions"
TOLD = pick("The council of Arden adopted a budget. It is small.")
POINT = {"cites": ["A1.S1"], "text": "The council of Arden adopted a budget.", "kind": "fact", "speaker": ""}
GOOD = json.dumps({"headline": {"cites": ["A1.S1"], "text": "Arden adopts a budget"}, "points": [POINT]})
CLAIM = Claim("The council of Arden adopted a budget.", ("A1.S1",))
TOKENS = {"prompt_tokens": 900, "completion_tokens": 40, "prompt_tokens_details": {"cached_tokens": 512}}
TOKENS_OF_ONE = 940


class Memory(dict[tuple[str, str], str]):
    """A keep that lasts as long as the test."""

    def get(self, kind: str, key: str) -> str | None:  # type: ignore[override]  # a keep's get has a kind
        return super().get((kind, key))

    def put(self, kind: str, key: str, value: str) -> None:
        self[kind, key] = value


def completion(text: str | None = GOOD, finish: str = "stop", **message: Any) -> dict[str, Any]:
    said = {"role": "assistant", "content": text, **message}
    choice = {"index": 0, "finish_reason": finish, "message": said}
    return {
        "id": "1",
        "object": "chat.completion",
        "created": 1,
        "model": "m",
        "choices": [choice],
        "usage": TOKENS,
    }


def settings(server: HTTPServer, **values: Any) -> SummariserSettings:
    return SummariserSettings(**{"base_url": server.url_for("/v1"), "model": "stub", "timeout": 5, **values})


def asked(server: HTTPServer, told: Pick = TOLD, keep: Memory | None = None, **values: Any) -> Draft:
    """The draft of one story."""
    return together(server, [told], keep, **values)[0]


def together(server: HTTPServer, picks: list[Pick], keep: Memory | None = None, **values: Any) -> list[Draft]:
    """The drafts of stories that are summarised at the same time."""

    async def run() -> list[Draft]:
        async with open_model(
            settings(server, **values), "key", keep if keep is not None else Memory()
        ) as model:
            assert model is not None
            return await asyncio.gather(*(propose(told, 3, model) for told in picks))

    return asyncio.run(run())


@dataclass(frozen=True)
class Slow:
    """A server in the same process that answers well after some seconds."""

    seconds: float
    address: str = "http://slow.example/v1"

    async def post(self, messages: Sequence[ChatMessage], form: Format, schema: Schema) -> bytes:
        await asyncio.sleep(self.seconds)
        return json.dumps(completion()).encode()


def bodies(server: HTTPServer) -> list[dict[str, Any]]:
    return [json.loads(request.get_data()) for request, _ in server.log]


def test_claims_and_headline_come_from_the_answer(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    usage = Usage(calls=1, prompt_tokens=900, cached_tokens=512, completion_tokens=40)
    assert Draft((CLAIM,), Claim("Arden adopts a budget", ("A1.S1",)), usage) == asked(httpserver)


def test_the_answer_is_asked_for_by_its_schema(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    asked(httpserver, max_tokens=500)
    body = bodies(httpserver)[0]
    assert ("json_schema", True) == (
        body["response_format"]["type"],
        body["response_format"]["json_schema"]["strict"],
    )
    assert 500 == body["max_tokens"]
    assert "temperature" not in body


def test_a_second_run_asks_nothing(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    keep = Memory()
    first, second = asked(httpserver, keep=keep), asked(httpserver, keep=keep)
    assert (first.claims, first.headline, Usage()) == (second.claims, second.headline, second.usage)
    assert 1 == len(httpserver.log)


@pytest.mark.parametrize("change", [{"model": "other"}, {"temperature": 0.5}, {"instructions": "Be brief."}])
def test_another_model_or_prompt_asks_again(httpserver: HTTPServer, change: dict[str, Any]) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    keep = Memory()
    asked(httpserver, keep=keep)
    asked(httpserver, keep=keep, **change)
    assert 2 == len(httpserver.log)


@pytest.mark.parametrize(
    ("answer", "reason", "calls"),
    [
        (completion(None, refusal="No."), "refused to work", 1),
        (completion("", "content_filter"), "refused to work", 1),
        (completion(""), "empty answer", 1),
        (completion(None), "empty answer", 1),
        ({"choices": []}, "empty answer", 1),
        (completion("words and nothing else"), "not of the shape", 2),
        (completion('{"result": 1}'), "not of the shape", 2),
        (completion(GOOD[:60], "length"), "cut off twice", 2),
        ({"choices": None}, "empty answer", 1),
        ({"error": "an error with status 200"}, "an error with status 200", 1),
        ({"error": {"message": "quota of the day is used up"}}, "quota of the day is used up", 1),
        (["not", "even", "an", "object"], "not a chat completion", 1),
    ],
)
def test_an_answer_that_is_none_is_a_problem(
    httpserver: HTTPServer, answer: Any, reason: str, calls: int
) -> None:
    httpserver.expect_request(PATH).respond_with_json(answer)
    draft = asked(httpserver)
    assert ((), None, calls) == (draft.claims, draft.headline, draft.usage.calls)
    assert reason in draft.problems[0].reason
    assert ("summarise", "Council adopts budget") == (draft.problems[0].stage, draft.problems[0].subject)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (401, "refused the key"),
        (403, "refused the key"),
        (404, "does not know summariser.model"),
        (400, "refused the request"),
        (429, "limits how often"),
        (500, "server failed"),
        (503, "server failed"),
    ],
)
def test_an_error_of_the_server_is_a_problem(httpserver: HTTPServer, status: int, reason: str) -> None:
    failed = Response(
        '{"error": {"message": "out of order"}}', status, {"retry-after-ms": "1"}, "application/json"
    )
    httpserver.expect_request(PATH).respond_with_response(failed)
    draft = asked(httpserver)
    assert () == draft.claims
    assert reason in draft.problems[0].reason
    assert "out of order" in draft.problems[0].reason


def test_a_page_of_html_is_a_problem(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_data("<h1>Bad gateway</h1>", content_type="text/html")
    assert "not a chat completion" in asked(httpserver).problems[0].reason


def test_a_server_that_is_not_there_is_a_problem(httpserver: HTTPServer) -> None:
    draft = asked(httpserver, base_url="http://127.0.0.1:9/v1")
    assert "cannot be reached" in draft.problems[0].reason


def test_a_passing_error_is_survived(httpserver: HTTPServer) -> None:
    busy = Response("{}", 429, {"retry-after-ms": "1"}, "application/json")
    httpserver.expect_ordered_request(PATH).respond_with_response(busy)
    httpserver.expect_ordered_request(PATH).respond_with_json(completion())
    assert (CLAIM,) == asked(httpserver).claims


def test_a_fence_around_the_answer_costs_no_second_call(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion(f"Here it is:\n```json\n{GOOD}\n```"))
    draft = asked(httpserver)
    assert ((CLAIM,), 1) == (draft.claims, draft.usage.calls)


def test_after_a_cut_off_answer_a_shorter_one_is_asked_for(httpserver: HTTPServer) -> None:
    httpserver.expect_ordered_request(PATH).respond_with_json(completion(GOOD[:40], "length"))
    httpserver.expect_ordered_request(PATH).respond_with_json(completion())
    draft = asked(httpserver)
    assert ((CLAIM,), 2, 1800) == (draft.claims, draft.usage.calls, draft.usage.prompt_tokens)
    assert bodies(httpserver)[1]["messages"][-1]["content"].endswith("most important points.")


@pytest.mark.parametrize(("refused", "taken"), [(1, "json_object"), (2, "text")])
def test_a_format_that_the_server_refuses_is_found_out_once(
    httpserver: HTTPServer, refused: int, taken: str
) -> None:
    def answer(request: Request) -> Response:
        form = request.get_json().get("response_format", {}).get("type", "text")
        if form in ["json_schema", "json_object"][:refused]:
            return Response('{"error": {"message": "unsupported"}}', 400, content_type="application/json")
        return Response(json.dumps(completion()), content_type="application/json")

    httpserver.expect_request(PATH).respond_with_handler(answer)
    keep = Memory()
    assert (CLAIM,) == asked(httpserver, keep=keep).claims
    assert (CLAIM,) == asked(httpserver, pick("Norland has a harbour."), keep).claims
    forms = [body.get("response_format", {}).get("type", "text") for body in bodies(httpserver)]
    assert ["json_schema", *["json_schema", "json_object", "text"][: refused + 1], taken] == forms


def test_a_slow_server_is_left_after_the_time_for_one_call(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_handler(late(1))
    started = time.monotonic()
    draft = asked(httpserver, timeout=0.2)
    assert time.monotonic() - started < 0.9
    assert "did not answer" in draft.problems[0].reason
    assert 1 == draft.usage.calls


def test_the_deadline_holds_for_all_stories() -> None:
    limits = SummariserSettings(base_url="http://slow.example/v1", concurrency=1, deadline=0.5)

    async def run() -> list[Draft]:
        model = Model(Slow(0.05), limits, Memory(), Budget(limits, None))
        return await asyncio.gather(*(propose(pick(f"Arden has budget {n}."), 3, model) for n in range(40)))

    drafts = asyncio.run(run())
    assert 0 < sum(len(draft.claims) for draft in drafts) < 40
    assert "0.5 seconds for all stories" in drafts[-1].problems[0].reason


def test_no_more_calls_at_once_than_allowed() -> None:
    lock, running, most = threading.Lock(), 0, 0

    def answer(_: Request) -> Response:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.05)
        with lock:
            running -= 1
        return Response(json.dumps(completion()), content_type="application/json")

    with HTTPServer(threaded=True) as server:
        server.expect_request(PATH).respond_with_handler(answer)
        together(server, [pick(f"Arden has budget {n}.") for n in range(6)], concurrency=2)
    assert 2 == most


def test_a_server_that_keeps_failing_is_left_alone(httpserver: HTTPServer) -> None:
    failed = Response("{}", 500, {"x-should-retry": "false"}, "application/json")
    httpserver.expect_request(PATH).respond_with_response(failed)
    drafts = together(httpserver, [pick(f"Arden has budget {n}.") for n in range(8)], concurrency=1)
    assert 3 == len(httpserver.log)
    assert "was not asked" in drafts[-1].problems[0].reason


def test_a_refused_key_is_tried_once(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_data("{}", 401, content_type="application/json")
    together(httpserver, [pick(f"Arden has budget {n}.") for n in range(4)], concurrency=1)
    assert 1 == len(httpserver.log)


def test_the_stories_beyond_the_budget_are_not_asked_for(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    picks = [pick(f"Arden has budget {n}.") for n in range(4)]
    most = tokens(proposal(picks[0], 3, instructions())) + 100
    limit = TOKENS_OF_ONE + most
    drafts = together(httpserver, picks, concurrency=1, max_tokens=100, budget={"run_tokens": limit})
    assert [1, 1, 0, 0] == [len(draft.claims) for draft in drafts]
    assert f"summariser.budget.run_tokens ({limit})" in drafts[-1].problems[0].reason


def test_a_server_that_does_not_count_is_counted_for(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json({**completion(), "usage": None})
    usage = asked(httpserver).usage
    assert (1, True, True) == (usage.calls, usage.prompt_tokens > 500, usage.completion_tokens > 20)


def test_the_cost_is_told_where_prices_are_known(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    usage = asked(httpserver, prices={"prompt": 1, "cached": 0.5, "completion": 10}).usage
    assert usage.cost == pytest.approx((388 + 256 + 400) / 1_000_000)


def test_an_estimate_counts_only_what_is_not_kept(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    keep, picks = Memory(), [TOLD, pick("Norland has a harbour.")]

    async def run() -> Usage:
        async with open_model(
            settings(httpserver, prices={"prompt": 1, "completion": 2}), None, keep
        ) as model:
            assert model is not None
            return estimate(picks, 3, model)

    before = asyncio.run(run())
    asked(httpserver, keep=keep, prices={"prompt": 1, "completion": 2})
    after = asyncio.run(run())
    assert (2, 1) == (before.calls, after.calls)
    assert before.cost is not None
    assert after.cost == pytest.approx(before.cost / 2, rel=0.1)


@pytest.mark.parametrize(
    ("values", "key", "expected"),
    [
        ({}, None, False),
        ({}, "key", True),
        ({"base_url": "http://127.0.0.1:9/v1"}, None, True),
        ({"use": "extractive"}, "key", False),
        ({"use": "openai"}, None, True),
    ],
)
def test_a_model_is_used_where_there_is_a_key_or_a_server(
    values: dict[str, Any], key: str | None, *, expected: bool
) -> None:
    async def run() -> Model | None:
        async with open_model(SummariserSettings(**values), key, Memory()) as model:
            return model

    assert expected == (asyncio.run(run()) is not None)


def late(seconds: float) -> Callable[[Request], Response]:
    """A handler that takes its time."""

    def answer(_: Request) -> Response:
        time.sleep(seconds)
        return Response(json.dumps(completion()), content_type="application/json")

    return answer
