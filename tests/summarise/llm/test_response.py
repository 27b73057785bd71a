"""Reading a model's answer."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.models import Claim
from digest.summarise.llm import response

POINT = {"cites": ["A1.S2"], "text": "Arden has a budget.", "kind": "claim", "speaker": "Lena Holm"}
GOOD = json.dumps({"headline": {"cites": ["A1.S1"], "text": "A budget"}, "points": [POINT]})


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        f"```json\n{GOOD}\n```",
        f"Sure! Here is {{what}} you asked for:\n{GOOD}\nAnything else?",
        f"<think>The {{}} should hold points.</think>{GOOD}",
        f'{{"note": "first another object"}} {GOOD}',
    ],
)
def test_the_answer_is_found_in_fences_and_chatter(text: str) -> None:
    found = response.read(text, response.Answer)
    assert found is not None
    assert (Claim("Arden has a budget.", ("A1.S2",), "claim", "Lena Holm"),) == response.claims(found)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"points": "none"}', '{"result": [1]}', "{" * 5000])
def test_what_is_of_another_shape_is_no_answer(text: str) -> None:
    assert response.read(text, response.Answer) is None


@given(st.text())
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert response.read(text, response.Answer) is None


def test_ids_are_taken_out_of_brackets_and_at_most_three() -> None:
    cites = ["[A1.S2]", "A1.S2, A2.S11", "sentence 5", "A3.S1", "A3.S2"]
    found = response.Answer(points=[response.Point(cites=cites, text="Arden has a budget.")])
    assert (("A1.S2", "A2.S11", "A3.S1"),) == tuple(claim.cites for claim in response.claims(found))


def test_control_characters_and_line_breaks_are_taken_out() -> None:
    found = response.Answer(
        points=[response.Point(cites=["A1.S1"], text="Arden\u202e has\na \x00budget.\u200b")]
    )
    assert ("Arden has a budget.",) == tuple(claim.text for claim in response.claims(found))


def test_a_point_without_text_is_left_out() -> None:
    found = response.Answer(points=[response.Point(cites=["A1.S1"], text=" \n")])
    assert () == response.claims(found)


def test_a_whole_sentence_is_no_speaker() -> None:
    found = response.Answer(
        points=[response.Point(cites=["A1.S1"], text="Arden has a budget.", speaker="Lena " * 30)]
    )
    assert ("",) == tuple(claim.speaker for claim in response.claims(found))


def test_an_answer_without_headline_is_still_one() -> None:
    found = response.read('{"points": []}', response.Answer)
    assert found is not None
    assert response.line(found.headline) is None
