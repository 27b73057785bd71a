from __future__ import annotations

import pytest

from digest.text.numbers import key_figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rule had kept 310,000 people from voting by post.", "310,000"),
        ("Rents rose by 8.1 percent in 2025, wages by 3.9 percent.", "8.1 percent"),
        ("It costs €3.2 billion.", "€3.2 billion"),
        ("The Assembly voted 118 to 109 on 2 March 2026.", None),
        ("Kroll, 61, has led two arbitrations.", None),
        ("The 1,000th visitor came in 2025.", None),
        ("Two thirds of them agreed.", None),
        ("Nothing is counted here.", None),
    ],
)
def test_the_telling_number_of_a_sentence(text: str, expected: str | None) -> None:
    number = key_figure(text)

    assert expected == (text[number.start : number.end].strip() if number else None)
