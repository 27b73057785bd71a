"""What is said of a headline as a line of text."""

from __future__ import annotations

import pytest

from digest.text.titles import shouts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PROTEST in the capital", True),
        ("ПРОТЕСТ в столице", True),
        ("UNICEF asks for aid", False),
        ("Protests in the capital", False),
        ("", False),
    ],
)
def test_a_word_of_seven_capitals_shouts_in_any_alphabet(text: str, expected: bool) -> None:
    assert expected == shouts(text)


def test_fewer_letters_may_be_asked_for() -> None:
    assert shouts("TRUMP wins", 5)
