"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.sentences import split


def texts(text: str, language: str = "en") -> list[str]:
    return [sentence.text for sentence in split(text, language)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Aldane met Sen. Ruiz and Gen. Okoye in St. Merrin.",
        "The U.S. Treasury and the U.K. Home Office agreed.",
        "It lives at No. 10 and costs 3.5 percent of the budget.",
        "J. K. Marlow and George W. Tennant voted for it.",
        "Talks begin on Jan. 5 at 9 a.m. Friday at the latest.",
        "Acme Inc. President Lena Holt resigned.",
        "The case of Marlow v. Tennant goes on.",
        "The site example.org was down for 2.5 hours.",
        '"Will you go? Will you stay?" asked the chair.',
        "“Never!” Holt said as she left.",
        "The law that ... Parliament wanted is gone.",
        "It ended (see art. 5) in a draw.",
        "Bread, milk etc. were sold out.",
    ],
)
def test_what_is_one_sentence_stays_one(sentence: str) -> None:
    assert [sentence] == texts(sentence)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The council voted.", "It was late."),
        ("She lives in the U.S.", "The others do not."),
        ("He left at 5 p.m.", "They stayed."),
        ("Did it pass?", "Nobody knows."),
        ("They chose plan B.", "The mayor agreed."),
        ("It grew by 3.5.", "Prices fell."),
        ("“We lost.”", "The party met on Monday."),
        ("He said “we lost.”", "Then he left."),
        ("The answer was no.", "Few were surprised."),
        ("It went on…", "Then it stopped."),
        ("Acme Inc.", "It was founded in May."),
        ("It ended (in May.)", "Nobody saw it."),
        ("Ruiz won.", "“I am glad,” she said."),
        ("“We will go,” she said.", "“We will not stay.”"),
        ("It costs £5.", "60 members agreed."),
    ],
)
def test_what_is_two_sentences_becomes_two(first: str, second: str) -> None:
    assert [first, second] == texts(f"{first} {second}")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "Am 3. März sprach Dr. Weber. Danach schwieg er.",
            ["Am 3. März sprach Dr. Weber.", "Danach schwieg er."],
        ),
        ("de", "Das gilt z. B. für Nr. 5. Das reicht.", ["Das gilt z. B. für Nr. 5.", "Das reicht."]),
        (
            "fr",
            "« Nous partons », dit-elle. M. Roux reste.",
            ["« Nous partons », dit-elle.", "M. Roux reste."],
        ),
        ("es", "El Sr. Paz habló. ¿Y ahora? Nada.", ["El Sr. Paz habló.", "¿Y ahora?", "Nada."]),
        ("zh", "议会通过了预算。总理辞职了。", ["议会通过了预算。", "总理辞职了。"]),
        ("hi", "संसद बैठी। बजट पारित हुआ।", ["संसद बैठी।", "बजट पारित हुआ।"]),
    ],
)
def test_other_languages_end_sentences_in_their_own_way(
    language: str, text: str, expected: list[str]
) -> None:
    assert expected == texts(text, language)


def test_a_speech_of_several_sentences_keeps_its_speaker() -> None:
    speech = '"We saw it. We heard it. We left," said Ruiz.'

    assert [speech] == texts(speech)


def test_a_very_long_speech_is_split() -> None:
    speech = "“" + "We saw it all and we will say so. " * 20 + "That is all,” said Ruiz."

    assert len(texts(speech)) > 10


def test_bullets_and_numbers_of_a_list_are_no_sentences() -> None:
    assert ["Taxes rise.", "Rents fall.", "1. The council votes."] == texts(
        "• Taxes rise.\n- Rents fall.\n1. The council votes."
    )


def test_a_paragraph_ends_a_sentence_without_a_full_stop() -> None:
    sentences = split("A heading\nIt rained. It snowed.")

    assert [(1, 0, "A heading"), (2, 1, "It rained."), (3, 1, "It snowed.")] == [
        (s.number, s.paragraph, s.text) for s in sentences
    ]


@given(st.text(alphabet=st.sampled_from("aA .!?…\"“”«»()\n1Mr'’。-")))
def test_every_sentence_stands_in_the_text_where_it_says(text: str) -> None:
    sentences = split(text)

    assert [s.text for s in sentences] == [text[s.start : s.end] for s in sentences]
    assert all(s.text == s.text.strip() and s.text for s in sentences)
    assert [s.number for s in sentences] == list(range(1, len(sentences) + 1))


@given(st.text(alphabet=st.sampled_from("aA .!?…\"“”«»()\n1Mr'’。-")))
def test_nothing_but_space_and_bullets_is_lost(text: str) -> None:
    kept = "".join(s.text for s in split(text))

    assert [c for c in text if c.isalnum()] == [c for c in kept if c.isalnum()]
