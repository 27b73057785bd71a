"""Numbers in figures and words have comparable values."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.numbers import numbers


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,234 people", "1234", ""),
        ("3.5 percent", "3.5", "%"),
        ("3.5%", "3.5", "%"),
        ("two per cent", "2", "%"),
        ("two percentage points", "2", "points"),
        ("$1.2bn", "1200000000", "dollar"),
        ("1.2 billion dollars", "1200000000", "dollar"),
        ("€40m", "40000000", "euro"),
        ("twenty-five", "25", ""),
        ("two hundred and six", "206", ""),
        ("three million", "3000000", ""),
        ("the 21st", "21", "nth"),
        ("the third", "3", "nth"),
        ("a dozen", "12", ""),
        ("12,5 Prozent", "12.5", ""),
        ("the 40cm pipe", "40", ""),
        ("the 60s", "60", ""),
    ],
)
def test_a_number_is_read_with_its_scale_and_unit(text: str, value: str, unit: str) -> None:
    assert [(Decimal(value), unit)] == [(number.value, number.unit) for number in numbers(text)]


def test_a_range_has_two_numbers() -> None:
    assert [10, 12] == [number.value for number in numbers("between 10 and 12 seats")]


def test_digits_inside_a_word_are_no_number() -> None:
    assert () == numbers("the G7x and COVID19")


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_with_and_without_separators_have_one_value(value: int) -> None:
    assert [value] == [number.value for number in numbers(f"about {value:,} of them")]
    assert [value] == [number.value for number in numbers(f"about {value} of them")]


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(text[n.start : n.end] for n in numbers(text))
