"""The one number of a sentence that can stand above it in large type."""

from __future__ import annotations

import re

from digest.text.dates import dates
from digest.text.numbers import Number, numbers

LARGE = 1_000
"""From here on a count tells something without its unit; below, only a share, an amount of money or a scale does."""
_COUNTED = re.compile(r"\s[a-z]")
_SCORE = re.compile(r"\s?(?:to|[-–:/])\s?\d")
_BEFORE = re.compile(
    r"(?:\d\s?(?:to|[-–:/])\s?|\b(?:No|no|number|article|section|aged?|Article|Section)\.?\s)$"
)


def telling(text: str) -> Number | None:
    """The first share, amount or large count of a sentence in figures; None where it has none.

    Dates, ages, ordinals, scores and numbers of articles of law are none.
    """
    days = dates(text)
    taken = (n for n in numbers(text) if not any(d.start < n.end and n.start < d.end for d in days))
    return next((number for number in taken if _tells(text, number)), None)


def _tells(text: str, number: Number) -> bool:
    words = text[number.start : number.end]
    if number.unit == "nth" or not any(c.isdigit() for c in words):
        return False
    if _SCORE.match(text, number.end) or _BEFORE.search(text[: number.start]):
        return False
    return bool(number.unit) or (number.value >= LARGE and bool(_COUNTED.match(text, number.end)))
