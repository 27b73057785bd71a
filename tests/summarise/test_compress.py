"""Sentences shortened by their grammar."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.grammar import open_parser
from digest.models import Problem
from digest.summarise.compress import AIM, asserts, compress
from digest.text.parsed import Parsed


@cache
def parsed(text: str) -> Parsed:
    parser = open_parser("en")
    assert not isinstance(parser, Problem), parser.reason
    return parser.parse([text])[0]


SHORTENED = {
    "an aside in brackets": (
        (
            "Mayor Anna Brandt (Greens) told the council on Tuesday evening that the city would spend 40 million euros on 12 "
            "schools in the northern districts by 2030."
        ),
        (
            "Mayor Anna Brandt told the council on Tuesday evening that the city would spend 40 million euros on 12 "
            "schools in the northern districts by 2030."
        ),
    ),
    "a relative clause that adds": (
        (
            "The harbour bridge, which was built in 1931 and carries some 20,000 cars and lorries on an ordinary working day, "
            "will be closed for repairs from April until the autumn of next year."
        ),
        "The harbour bridge will be closed for repairs from April until the autumn of next year.",
    ),
    "an apposition": (
        (
            "Casimir Holt, the former judge who led the inquiry into the collapse of the state bank nine years ago, asked the "
            "ministry and the unions on Friday to return to the table by Monday."
        ),
        "Casimir Holt asked the ministry and the unions on Friday to return to the table by Monday.",
    ),
    "a participle at the end": (
        (
            "The government raised the price of bread by a third on Monday, prompting long queues outside shops in the capital "
            "and angry words from farmers and bakers in the south."
        ),
        "The government raised the price of bread by a third on Monday.",
    ),
    "a clause of time at the end": (
        (
            "Opposition leaders called on President Lena Holm to cancel the meeting with the prime minister of Arden on Friday "
            "after prosecutors charged seven officers with spying on members of parliament."
        ),
        "Opposition leaders called on President Lena Holm to cancel the meeting with the prime minister of Arden on Friday.",
    ),
    "a second thing that the same people did": (
        (
            "The strikers blocked the two bridges over the river and the road to the airport for most of the day and burned a "
            "cardboard figure of the transport minister in front of the town hall."
        ),
        "The strikers blocked the two bridges over the river and the road to the airport for most of the day.",
    ),
}


@pytest.mark.parametrize("kind", SHORTENED)
def test_what_only_adds_is_left_out(kind: str) -> None:
    sentence, expected = SHORTENED[kind]

    assert expected == compress(parsed(sentence))


KEPT = {
    "a condition": (
        (
            "The army would move into the border province of Osten within days, two officers said, if the talks between the two "
            "governments that began in Halvern last week should collapse."
        ),
        "if the talks",
    ),
    "who says it": (
        (
            "According to the statistics office, unemployment in the eastern districts of the country fell for the fourth month "
            "in a row in January, reaching the lowest level since records began in 1991."
        ),
        "According to the statistics office",
    ),
    "a denial": (
        (
            "Tom Reyes, who denies that he took money from the builders of the new harbour bridge, will stand trial in the "
            "capital in March together with three of his former aides."
        ),
        "who denies that he took money",
    ),
    "an exception": (
        (
            "All nine members of the council voted for the budget of the coming year, except for the councillor of the Farmers' "
            "Party, who had left the hall before the vote was taken on Monday."
        ),
        "except for the councillor",
    ),
    "a quotation": (
        (
            "“We will not close a single one of the nine libraries of this city, which our grandparents built with their own "
            "hands,” Mayor Anna Brandt told the council on Tuesday evening."
        ),
        "which our grandparents built",
    ),
}


@pytest.mark.parametrize("kind", KEPT)
def test_what_a_statement_hangs_on_stays(kind: str) -> None:
    sentence, words = KEPT[kind]

    assert words in compress(parsed(sentence))


def test_a_pronoun_keeps_the_name_that_it_means() -> None:
    sentence = (
        "In a bitter letter to Anna Brandt, the council demanded on Tuesday that her plan for the nine libraries of the city "
        "and the two swimming pools be put to a vote of all residents."
    )

    assert "Anna Brandt" in compress(parsed(sentence))


def test_a_short_sentence_stays_as_it_is() -> None:
    sentence = "The mayor, who is ill, resigned on Monday, officials said."

    assert sentence == compress(parsed(sentence))


def test_an_abbreviation_at_the_new_end_has_one_full_stop() -> None:
    sentence = (
        "Chief Justice John Roberts administered the oath of 38 words on the steps of the Capitol at 12:00 p.m., while the "
        "crowd stood in the cold rain and waved small paper flags for the cameras."
    )

    assert ".." not in compress(parsed(sentence))
    assert "p.m." in compress(parsed(sentence))


def test_a_text_that_was_not_parsed_stays_as_it_is() -> None:
    assert "a, " * 400 == compress(Parsed("a, " * 400))


WORDS = st.sampled_from(
    "the mayor , who that and ( ) said if not – “ ” Brandt voted closed schools in on Monday because which nine .".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_nothing_is_added_and_nothing_changes_places(text: str) -> None:
    rest = iter("".join(text.split()).lower())

    short = compress(parsed(text))

    assert all(character in rest for character in "".join(short.split()).lower())
    assert short == text or len(text.split()) > AIM


@pytest.mark.parametrize(
    "text",
    [
        (
            "A grand jury indicted the officers on Friday, on charges of stealing more than two million dollars from a fund "
            "that had been set up for the families of colleagues killed in service."
        ),
        (
            "A grand jury indicted the two officers on Friday, after a long inquiry by the state into the events of last "
            "spring, on charges of assault and official misconduct in the death of a prisoner."
        ),
    ],
)
def test_what_somebody_is_accused_of_or_punished_for_stays(text: str) -> None:
    assert compress(parsed(text)) == text


@pytest.mark.parametrize(
    "text", ["Ada Quill resigned.", "There are nine libraries.", "“We stay,” Brandt said."]
)
def test_a_statement_is_known_by_its_finite_verb(text: str) -> None:
    assert asserts(parsed(text))


@pytest.mark.parametrize(
    "text",
    [
        "Where is the money?",
        "Vote on Tuesday.",
        "Leave now.",
        "A ship burns in this undated photo.",
        "Nine libraries to close.",
    ],
)
def test_questions_fragments_orders_and_captions_state_nothing(text: str) -> None:
    assert not asserts(parsed(text))
