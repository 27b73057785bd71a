"""Names are runs of capitalised words, without titles and possessive endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.names import names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Anna Brandt on", [("anna", "brandt")]),
        ("said Mayor Anna Brandt’s aide", [("anna", "brandt")]),
        ("in Bosnia and the Bank of Norland", [("bosnia",), ("bank", "of", "norland")]),
        ("met José Müller-Díaz", [("jose", "muller-diaz")]),
        ("the U.N. and the EU", [("un",), ("eu",)]),
    ],
)
def test_a_name_is_found(text: str, expected: list[tuple[str, ...]]) -> None:
    assert expected == [name.words for name in names(text)]


def test_the_first_word_of_a_sentence_is_marked() -> None:
    assert [True, False] == [name.initial for name in names("Taxes rise. “They” saw Reyes")][:1] + [
        name.initial for name in names("they saw Reyes")
    ]


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(text[n.start : n.end] for n in names(text))
