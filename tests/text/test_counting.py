"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from digest.text.plurals import pluralise


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 stories"), (1, "1 story"), (2, "2 stories"), (1446, "1,446 stories")]
)
def test_one_thing_is_named_in_the_singular(number: int, said: str) -> None:
    assert said == pluralise(number, "story", "stories")


@pytest.mark.parametrize(("number", "said"), [(1, "1 item"), (1.0, "1 item"), (0.5, "0.5 items")])
def test_most_nouns_only_add_an_s(number: float, said: str) -> None:
    assert said == pluralise(number, "item")
