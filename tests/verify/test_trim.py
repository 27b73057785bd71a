"""A sentence printed verbatim loses what can go, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.models import Claim
from digest.verify import verbatim
from digest.verify.passage import trim
from tests import make

LONG = (
    "The council, which had met for eleven hours without a break, adopted the budget (and two smaller bills)."
)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("OSTEN (Reuters) - The council adopted the budget.", "The council adopted the budget."),
        ("PORT SABLE, March 3 — The council adopted the budget.", "The council adopted the budget."),
        ("However, the council adopted the budget.", "The council adopted the budget."),
        ("But the council adopted the budget.", "The council adopted the budget."),
        ("iron prices rose.", "iron prices rose."),
        ("NATO - the alliance - adopted the budget.", "NATO - the alliance - adopted the budget."),
        ("“However, we agree,” Brandt said.", "“However, we agree,” Brandt said."),
        ("“But the council agreed, Brandt said.", "“But the council agreed, Brandt said."),
        ("On Tuesday, the council adopted the budget.", "On Tuesday, the council adopted the budget."),
    ],
)
def test_what_only_introduces_a_sentence_goes(sentence: str, expected: str) -> None:
    assert expected == trim(sentence, 240)


def test_asides_go_only_where_the_sentence_is_too_long() -> None:
    assert LONG == trim(LONG, 240)
    assert "The council adopted the budget." == trim(LONG, 40)


def test_a_number_in_parentheses_stays() -> None:
    sentence = "The council adopted a budget of 40 million euros (43 million dollars)."
    assert sentence == trim(sentence, 40)


def test_the_passage_behind_a_trimmed_point_is_the_whole_sentence() -> None:
    point = verbatim(Claim("Wrong.", ("A1.S1",)), make.story("But the council adopted the budget."))
    assert point
    assert ("The council adopted the budget.", "But the council adopted the budget.") == (
        point.text,
        point.evidence[0].quote,
    )


def test_a_sentence_of_a_language_without_rules_is_not_trimmed() -> None:
    source = make.article("OSTEN - Der Rat nahm den Haushalt an.", language="de")
    point = verbatim(Claim("Wrong.", ("A1.S1",)), make.story(source))
    assert point
    assert "OSTEN - Der Rat nahm den Haushalt an." == point.text


@given(st.text(max_size=120))
def test_trimming_takes_away_and_adds_nothing(sentence: str) -> None:
    assert len(trim(sentence, 40)) <= len(sentence) + 2  # one character can have two capitals
