"""Numbers, dates and places of other languages, written the English way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.normalise import in_english_notation


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "1,5 Milliarden Euro", "1.5 billion Euro"),
        ("de-AT", "12.300 Menschen, zwölf Prozent", "12300 Menschen, twelve percent"),
        ("de", "dreiundzwanzig am 3. März 2026", "twenty-three am 3 March 2026"),
        ("de", "gestern in Moskau, im Mai", "yesterday in Moscow, in May"),
        ("fr", "1,5 milliard le 1er mai", "1.5 billion le 1 May"),
        ("fr", "12 300 voix, 2 points de pourcentage", "12300 voix, 2 percentage points"),
        ("fr", "aux États-Unis, hier", "aux United States, yesterday"),
        ("es", "1.500 millones de euros el 3 de marzo de 2026", "1500 million euros el 3 March 2026"),
        ("es", "veintidós por ciento, dos mil millones", "twenty-two percent, two billion"),
        ("es", "el lunes en Moscú", "el Monday en Moscow"),
        ("en", "1,500 people in May", "1,500 people in May"),
        ("xx", "1,5 Milliarden", "1,5 Milliarden"),
    ],
)
def test_what_has_a_value_of_its_own_is_written_the_english_way(
    language: str, text: str, expected: str
) -> None:
    assert expected == in_english_notation(text, language)


@given(st.text(max_size=60), st.sampled_from(["de", "fr", "es"]))
def test_any_text_can_be_written_so(text: str, language: str) -> None:
    in_english_notation(text, language)
