"""Words, stems and stopwords."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.tokens import fold, stems, stopwords, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council's vote", ("the", "council", "vote")),
        ("The ministers’ vote", ("the", "ministers", "vote")),
        ("U.S. and UN envoys", ("us", "and", "un", "envoys")),
        ("2,300 seats, 1.5 per cent", ("2300", "seats", "1.5", "per", "cent")),
        ("a cease-fire", ("a", "cease", "fire")),
        ("l’élection d’hier", ("election", "hier")),
        ("Søren Łukasz Müller", ("soren", "lukasz", "muller")),
        ("O'Brien didn't go", ("obrien", "didn", "go")),
        ("выборы в Киеве", ("выборы", "в", "киеве")),
        ("選挙結果", ("選挙", "挙結", "結果")),
        ("", ()),
    ],
)
def test_words_are_folded_and_without_what_is_not_part_of_them(text: str, expected: tuple[str, ...]) -> None:
    assert expected == words(text)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The minister resigned", "ministers resigning"),
        ("en-GB", "elections", "an election"),
        ("de", "Die Wahlen", "der Wahl"),
        ("fr", "les élections", "L’élection"),
        ("es", "las elecciones", "la elección"),
    ],
)
def test_inflections_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stems(one, language) == stems(other, language)


def test_an_acronym_is_told_from_the_pronoun_it_looks_like() -> None:
    assert ("US", "troop", "help") == stems("US troops help us", "en")


def test_capitals_mean_nothing_in_a_line_of_capitals() -> None:
    assert ("tax",) == stems("THEY TAX US", "en")


def test_a_language_without_a_stemmer_keeps_its_words_whole() -> None:
    assert ("wybory", "samorzadowe") == stems("Wybory samorządowe", "pl")


def test_every_stopword_is_a_folded_word() -> None:
    listed = {word for language in ("en", "de", "fr", "es", "it", "pt", "nl") for word in stopwords(language)}
    assert set() == {word for word in listed if words(word) != (word,)}


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_of_any_text_are_folded_and_not_empty(text: str) -> None:
    assert [] == [w for w in words(text) if not w or w != w.lower()]
