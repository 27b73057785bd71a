"""The schemas that are sent: one a story, which leaves nothing open that a small model could fill without end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from digest.summarise.llm import answer_schema
from digest.summarise.llm.budget import Budget
from digest.summarise.llm.client import ChatMessage, Failure, Format
from digest.summarise.llm.model import Model
from digest.summarise.llm.propose import propose
from digest.summarise.llm.response import Answer
from digest.summarise.llm.topic_questions import Answered
from tests.make import pick
from tests.summarise.llm.test_model import PATH, POINT, TOLD, Memory, asked, bodies, completion


class Taker:
    """A server that refuses some formats and remembers what it was sent."""

    def __init__(self, address: str, refused: tuple[Format, ...] = ()) -> None:
        self.address = address
        self.refused = refused
        self.sent: list[tuple[Format, dict[str, Any]]] = []

    async def post(self, messages: Sequence[ChatMessage], form: Format, schema: dict[str, Any]) -> bytes:
        self.sent.append((form, schema))
        if form in self.refused:
            raise Failure("unsupported", "format")
        return json.dumps(completion()).encode()


def forms(server: Taker, stories: int = 2) -> list[Format]:
    """The formats that are tried for so many stories, one after the other."""
    limits = settings_of(server)

    async def run() -> None:
        model = Model(server, limits, Memory(), Budget(limits, None))
        for n in range(stories):
            await propose(pick(f"Arden has budget {n}."), 3, model)

    asyncio.run(run())
    return [form for form, _ in server.sent]


def settings_of(server: Taker) -> Any:
    from digest.settings import SummariserSettings  # noqa: PLC0415 - beside its only use

    return SummariserSettings(base_url=server.address, model="stub")


def test_a_storys_schema_has_its_ids_at_most_three_of_them_and_so_many_points(httpserver: HTTPServer) -> None:
    httpserver.expect_request(PATH).respond_with_json(completion())
    asked(httpserver)
    sent = bodies(httpserver)[0]["response_format"]["json_schema"]["schema"]
    cites = sent["$defs"]["Point"]["properties"]["cites"]
    assert {
        "type": "array",
        "items": {"type": "string", "enum": ["A1.S1", "A1.S2"]},
        "minItems": 1,
        "maxItems": 3,
    } == cites
    assert cites == sent["$defs"]["CitedLine"]["properties"]["cites"]
    assert (1, 3) == (sent["properties"]["points"]["minItems"], sent["properties"]["points"]["maxItems"])


@pytest.mark.parametrize("name", ["text", "close", "speaker"])
def test_no_string_of_a_storys_schema_is_without_end(name: str) -> None:
    string = answer_schema.of_story(["A1.S1"], 3)["$defs"]["Point"]["properties"][name]
    assert {"type": "string", "maxLength": answer_schema.LONGEST[name]} == string


@pytest.mark.parametrize("shape", [Answer, Answered])
def test_in_a_plain_schema_every_key_is_required_and_no_other_allowed(shape: Any) -> None:
    plain = answer_schema.strict(shape)
    objects = [plain, *plain["$defs"].values()]
    assert [(list(one["properties"]), False) for one in objects] == [
        (one["required"], one["additionalProperties"]) for one in objects
    ]


def test_a_server_of_ones_own_gets_a_schema_for_each_story() -> None:
    assert ["story_schema", "story_schema"] == forms(Taker("http://llama.example/v1"))


def test_a_server_that_refuses_bounds_gets_the_plain_schema_and_is_not_asked_again() -> None:
    server = Taker("http://cloud.example/v1", ("story_schema",))
    assert ["story_schema", "json_schema", "json_schema"] == forms(server)
    assert answer_schema.strict(Answer) == server.sent[1][1]


def test_openai_which_compiles_each_new_schema_gets_one_for_all_stories() -> None:
    assert ["json_schema", "json_schema"] == forms(Taker("https://api.openai.com/v1/"))


def test_a_wording_that_the_bound_cut_off_is_not_a_wording(httpserver: HTTPServer) -> None:
    cut = {**POINT, "text": "a" * answer_schema.LONGEST["text"], "close": POINT["text"]}
    both = {**cut, "close": "a" * answer_schema.LONGEST["close"]}
    httpserver.expect_request(PATH).respond_with_json(completion(json.dumps({"points": [cut, both]})))
    assert [("The council of Arden adopted a budget.", "")] == [
        (c.text, c.close) for c in asked(httpserver, TOLD).claims
    ]


def test_a_point_has_two_wordings_or_the_one_that_there_is(httpserver: HTTPServer) -> None:
    one = "Arden has a budget."
    given = [("A", "B"), ("A", "A"), ("", "B"), ("A", None)]
    points = [{**POINT, "text": text and one + text, "close": close and one + close} for text, close in given]
    httpserver.expect_request(PATH).respond_with_json(completion(json.dumps({"points": points})))
    wordings = [(c.text[-1], c.close[-1:]) for c in asked(httpserver, TOLD).claims]
    assert [("A", "B"), ("A", ""), ("B", "")] == wordings
