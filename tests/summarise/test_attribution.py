"""Who speaks in a sentence."""

from __future__ import annotations

import pytest

from digest.summarise.attribution import is_attributed, speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Holm said the harbour would close.", "Lena Holm"),
        ("Foreign Minister Lena Holm on Tuesday denied that the harbour would close.", "Lena Holm"),
        ("Lena Holm, who leads the opposition, has repeatedly warned of the costs.", "Lena Holm"),
        ("“The harbour must close,” said Lena Holm.", "Lena Holm"),
        ("The harbour will close, according to the mayor Jon Vik.", "Jon Vik"),
        ("The Ministry of Trade said Norland would answer.", "Ministry of Trade"),
        ("Jon Vik accused Lena Holm of lying.", "Jon Vik"),
        ("The harbour will close, a spokesman said on Tuesday.", ""),
        ("A lawyer told the Herald that the harbour would close.", ""),
        ("The harbour closed on Monday.", ""),
    ],
)
def test_the_speaker_is_the_name_beside_the_saying_verb(text: str, expected: str) -> None:
    assert expected == speaker(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A spokesman said the harbour would close.", True),
        ("The harbour will close, according to people who know the plan.", True),
        ("The harbour allegedly closed.", True),
        ("The harbour closed on Monday.", False),
        ("A banner with the words “they said no” hung over the harbour.", False),
    ],
)
def test_a_sentence_is_attributed_when_it_says_that_it_is_said(text: str, expected: bool) -> None:
    assert expected == is_attributed(text)
