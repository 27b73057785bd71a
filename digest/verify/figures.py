"""Numbers and dates: each one in a claim stands in a cited sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from digest.models import Claim, Finding
from digest.text.dates import When, dates, resolve
from digest.text.numbers import Number, numbers
from digest.verify.passage import Passage, finding


def numbers_are_cited(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """A number has the value and the unit of one in a cited sentence."""
    there = [number for text in passage.texts for number in numbers(text)]
    years = {when.year for text in passage.texts for when in dates(text)}
    spans = [(when.start, when.end) for when in dates(claim.text)]
    for number in numbers(claim.text):
        if any(start < number.end and number.start < end for start, end in spans):
            continue
        if number.value in years or any(_same(number, other) for other in there):
            continue
        words = claim.text[number.start : number.end].strip()
        yield finding("number", words, "The number {} stands in no cited sentence.")


def _same(one: Number, other: Number) -> bool:
    return one.value == other.value and (one.unit == other.unit or not one.unit)


def dates_are_cited(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """A date is one of a cited sentence, or the same day counted from the day of the article."""
    there = [when for text in passage.texts for when in dates(text)]
    figures = {number.value for text in passage.texts for number in numbers(text)}
    for when in dates(claim.text):
        if any(_agrees(when, other, passage.day) for other in there):
            continue
        if when.year in figures and not when.month:
            continue
        words = claim.text[when.start : when.end]
        yield finding("date", words, "The date {} stands in no cited sentence.")


def _agrees(said: When, there: When, day: date | None) -> bool:
    """Whether the source's date gives everything that the claim's date says."""
    if said.phrase == there.phrase and all(
        mine is None or mine == theirs
        for mine, theirs in (
            (said.year, there.year),
            (said.month, there.month),
            (said.day, there.day),
            (said.weekday, there.weekday),
        )
    ):
        return True
    mine, theirs = resolve(said, day), resolve(there, day)
    return bool(set(mine) & set(theirs))
