"""Quotations stand between quotation marks; an apostrophe opens none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.quotes import has_unpaired_mark, opening_quotation, quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We agree,” she said.", ["We agree,"]),
        ('"We agree," she said, "at last."', ["We agree,", "at last."]),
        ("She called it a ‘first step’ today.", ["first step"]),
        ("„Wir sind dafür“, sagte sie.", ["Wir sind dafür"]),
        ("Le ministre a dit « non » hier.", ["non"]),
        ("``We agree,'' she said.", ["We agree,"]),
        ("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"]),
        ("The workers’ rights and the minister’s plan", []),
        ("the '90s and the workers' rights", []),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert expected == [quotation.words for quotation in quotations(text)]


@pytest.mark.parametrize(
    ("text", "loose"), [("“We agree, she said.", True), ("“We agree,” she said.", False), ("Agreed.", False)]
)
def test_a_mark_that_closes_nothing_is_seen(text: str, loose: bool) -> None:
    assert loose == has_unpaired_mark(text)


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(q.words in text for q in quotations(text))


def test_a_quotation_that_opens_a_sentence_is_told_from_what_follows() -> None:
    assert ("“We agree,”", "she said.") == opening_quotation("“We agree,” she said.")
    assert ("“We agree”,", "she said.") == opening_quotation("“We agree”, she said.")
    assert ("", "She said: “We agree.”") == opening_quotation("She said: “We agree.”")
