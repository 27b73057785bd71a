"""The number and the quotation of the day: what may be one and what may not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from digest.models import Claim
from digest.summarise import key_figures, notable_quotes
from digest.summarise.number_of_day import is_number_of_day
from digest.summarise.quote_of_day import quoted_speaker
from tests.make import article, story

TREES = "The city planted 31,400 trees last year, twice as many as in 2024."


@pytest.mark.parametrize(
    "text",
    [
        TREES,
        "Rents in the capital rose by 8.1 per cent, the highest rise since 1998.",
        "Turnout fell to 61 per cent.",
    ],
)
def test_a_compared_number_may_be_the_number_of_the_day(text: str) -> None:
    assert is_number_of_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed 1,400 people, more than any other since 1953.",
        "The attack left 12,000 people homeless, twice as many as last year's.",
        "The city planted 31,400 trees last year.",
        "The party claimed 40,000 new members, twice as many as last year.",
        "Costs rose by 12 per cent, wages by 3 per cent and prices by 5 per cent.",
        "To find the 84 million crowns, the minister cut the fund by half.",
        "“We planted 31,400 trees, twice as many as last year,” the mayor said.",
    ],
)
def test_grim_bare_doubtful_crowded_and_quoted_numbers_are_none(text: str) -> None:
    assert not is_number_of_day(text)


def test_a_disputed_number_is_none() -> None:
    assert not is_number_of_day(TREES, {Decimal(31_400)})


def test_the_shorter_sentence_with_the_earlier_number_is_first() -> None:
    late = "In the year to the end of last month the city of Arden planted as many as 31,400 trees, twice as many as before."
    early = "Rents in the city of Arden rose by 8.1 per cent to a record."

    assert [early, late] == [claim.text for _, claim in key_figures(story(f"{late}\n{early}"))]


def test_opinion_pieces_give_neither_number_nor_quotation() -> None:
    said = "“The harbour belongs to those who work in the harbour,” said Lena Holm of the union."

    assert () == key_figures(story(article(TREES, form="opinion")))
    assert () == notable_quotes(story(article(said, form="opinion")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The harbour belongs to those who work in the harbour,” said Lena Holm.", "Lena Holm"),
        ("“The harbour belongs to those who work in the harbour,” Lena Holm said on Monday.", "Lena Holm"),
        (
            "“The harbour belongs to those who work in the harbour,” said the union's secretary, Lena Holm.",
            "Lena Holm",
        ),
        ("“The harbour belongs to those who work in the harbour,” said a spokesman for Lena Holm.", ""),
        ("“The harbour belongs to those who work in the harbour,” said Holm.", ""),
        ("“They took it from those who work in the harbour every day,” said Lena Holm.", ""),
        ("“The harbour is ours,” said Lena Holm.", ""),
        ("Lena Holm said: “The harbour belongs to those who work in the harbour.”", ""),
        (
            "“The harbour belongs to those who work in the harbour,” the union said, according to Lena Holm.",
            "",
        ),
    ],
)
def test_a_quotation_of_the_day_opens_its_sentence_and_has_a_speaker_with_a_full_name(
    text: str, expected: str
) -> None:
    assert expected == quoted_speaker(text)


def test_a_saying_is_a_claim_of_its_speaker() -> None:
    text = "“The harbour belongs to those who work in the harbour,” said Lena Holm of the union."

    assert (Claim(text, ("A1.S1",), "claim", "Lena Holm"),) == notable_quotes(story(text))
