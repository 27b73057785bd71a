"""Reading a model's answer."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.models import Claim
from digest.summarise.llm import response

POINT = {"cites": ["A1.S2"], "text": "Arden has a budget.", "kind": "claim", "speaker": "Lena Holm"}
CLAIMED = Claim("Arden has a budget.", ("A1.S2",), "claim", "Lena Holm")
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


DRAFT = json.dumps({"points": [{**POINT, "text": "A first thought."}]})


@pytest.mark.parametrize(
    "text",
    [
        f"<think>{DRAFT}</think>{GOOD}",
        f"<thinking>Perhaps {DRAFT}.</thinking>\n```json\n{GOOD}\n```",
        f"First: {DRAFT}\nBetter: {GOOD}",
        f"<think>Nothing but {GOOD}",
    ],
)
def test_the_last_answer_counts_and_what_is_thought_before_does_not(text: str) -> None:
    found = response.read(text, response.Answer)
    assert found is not None
    assert ["Arden has a budget."] == [claim.text for claim in response.claims(found)]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"cites": "A1.S2"}, CLAIMED),
        ({"cites": ["A1.S2", 7, None]}, CLAIMED),
        ({"cites": "[A1.S2]"}, CLAIMED),
        ({"kind": "Claim"}, CLAIMED),
        ({"kind": " CLAIM "}, CLAIMED),
        ({"kind": "rumour"}, replace(CLAIMED, kind="fact")),
        ({"kind": 3}, replace(CLAIMED, kind="fact")),
        ({"speaker": ["Lena Holm"]}, replace(CLAIMED, speaker="")),
        ({"close": {}}, CLAIMED),
        ({"confidence": 0.9}, CLAIMED),
    ],
)
def test_a_field_of_another_kind_costs_itself_and_never_the_answer(
    change: dict[str, object], expected: Claim
) -> None:
    found = response.read(json.dumps({"points": [{**POINT, **change}]}), response.Answer)
    assert found is not None
    assert (expected,) == response.claims(found)


@pytest.mark.parametrize("bad", ["a sentence", 7, None, {}, {"text": 7, "cites": []}, ["A1.S1"]])
def test_a_bad_point_or_headline_costs_itself_and_never_the_others(bad: object) -> None:
    found = response.read(json.dumps({"headline": bad, "points": [bad, POINT]}), response.Answer)
    assert found is not None
    assert ((CLAIMED,), None) == (response.claims(found), response.line(found.headline))


@pytest.mark.parametrize(
    "message",
    [
        {"content": GOOD},
        {"content": [{"type": "text", "text": GOOD[:20]}, {"type": "text", "text": GOOD[20:]}]},
        {"content": ["", GOOD]},
        {"content": None, "reasoning_content": GOOD},
        {"content": "", "reasoning": GOOD},
        {
            "content": None,
            "tool_calls": [{"type": "function", "function": {"name": "answer", "arguments": GOOD}}],
        },
    ],
)
def test_the_text_of_an_answer_is_found_wherever_a_server_puts_it(message: dict[str, object]) -> None:
    body = json.dumps({"choices": [{"message": message, "finish_reason": "stop"}]}).encode()
    found = response.read_completion(body)
    assert found is not None
    assert GOOD == found.text


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda c: (
            st.lists(c)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "choices",
                        "message",
                        "content",
                        "error",
                        "points",
                        "cites",
                        "text",
                        "kind",
                        "tool_calls",
                        "function",
                        "arguments",
                    ]
                ),
                c,
            )
        ),
        max_leaves=12,
    )
)
def test_no_body_of_a_server_makes_the_reader_fail(body: object) -> None:
    octets = json.dumps(body).encode()
    found = response.read_completion(octets)
    response.read(octets.decode(), response.Answer)
    assert found is None or isinstance(found.text, str)


def test_letters_that_join_and_emoji_stay_as_the_source_has_them() -> None:
    persian, family = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\U0001f468\u200d\U0001f469"
    assert [persian, family] == [response.clean(persian), response.clean(f"\u202e{family}\u200b")]
