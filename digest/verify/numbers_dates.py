"""Numbers and dates: each one in a claim stands in a cited sentence."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from digest.models import Finding
from digest.text.dates import NEAR_DAYS, When, dates, resolve
from digest.text.numbers import Number, numbers
from digest.verify.alignment import Alignment
from digest.verify.passage import Passage, finding
from digest.verify.strict import english


def numbers_are_cited(alignment: Alignment) -> Iterator[Finding]:
    """A number has the value and the unit of one in a cited sentence."""
    text, texts = alignment.text.text, alignment.passage.texts
    there = [number for source in texts for number in numbers(source)]
    years = {when.year for source in texts for when in dates(source)}
    for number in _numbers_outside_dates(text):
        if number.value not in years and not any(_same(number, other, text) for other in there):
            yield finding(
                "number",
                text[number.start : number.end].strip(),
                "The number {} is not in the cited sentences.",
            )


def qualifiers_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """What is more than, less than, nearly or about a number stays so."""
    text = alignment.text.text
    there = [
        (number, _qualifier(source, number))
        for source in alignment.passage.texts
        for number in numbers(source)
    ]
    for number in _numbers_outside_dates(text):
        mine = _qualifier(text, number)
        theirs = {qualifier for other, qualifier in there if _same(number, other, text)}
        if theirs and mine not in theirs:
            said = " or ".join(f"“{word}”" for word in sorted(theirs) if word) or "no such word"
            words = text[number.start : number.end].strip()
            yield finding(
                "number",
                words,
                f"Before {{}} the cited sentence has {said}, the point has “{mine or 'nothing'}”.",
            )


def _numbers_outside_dates(text: str) -> list[Number]:
    """The numbers that are not part of a date."""
    spans = [(when.start, when.end) for when in dates(text)]
    return [n for n in numbers(text) if not any(start < n.end and n.start < end for start, end in spans)]


def _qualifier(text: str, number: Number) -> str:
    before = text[max(0, number.start - 20) : number.start]
    if english.RANGE_BEFORE.search(before) or (
        english.RANGE_BEHIND.match(text, number.end) and not before.endswith("from ")
    ):
        return "range"
    return next((group for group, pattern in english.QUALIFIERS if pattern.search(before)), "")


def _same(one: Number, other: Number, text: str) -> bool:
    """Whether two numbers agree; a unit may stand with another number of the claim: "from 4 to 5 percent"."""
    if one.value != other.value or one.unit == other.unit:
        return one.value == other.value
    return not one.unit and other.unit in {number.unit for number in numbers(text)}


def dates_are_cited(alignment: Alignment) -> Iterator[Finding]:
    """A date is one of a cited sentence, or the same day counted from the day of the article."""
    text = alignment.text.text
    there = [when for source in alignment.passage.texts for when in dates(source)]
    figures = {number.value for source in alignment.passage.texts for number in numbers(source)}
    for when in dates(text):
        if when.year in figures and not when.month:
            continue
        if not any(agrees(when, other, alignment.passage) for other in there):
            yield finding("date", text[when.start : when.end], "The date {} is not in the cited sentences.")


def agrees(said: When, there: When, passage: Passage) -> bool:
    """Whether the source's date gives everything that the claim's date says.

    "Tomorrow" has to be the source's own word: readers count it from another day than the article.
    """
    parts = (
        (said.year, there.year),
        (said.month, there.month),
        (said.day, there.day),
        (said.weekday, there.weekday),
    )
    if said.phrase == there.phrase and all(mine in {None, theirs} for mine, theirs in parts):
        return True
    if said.phrase in NEAR_DAYS:
        return False
    return any(set(resolve(said, day)) & set(resolve(there, day)) for day in passage.days)


def no_date_has_passed(alignment: Alignment, today: date) -> Iterator[Finding]:
    """What a point announces for a day is not announced when that day is over."""
    text = alignment.text.text
    if not any(word.plain in english.WORDS.coming for word in alignment.text.words):
        return
    for when in dates(text):
        days = [day for anchor in alignment.passage.days for day in _days_ahead(when, anchor)]
        if days and max(days) < today:
            yield finding("stale", text[when.start : when.end], "{} is over, and the point announces it.")


def _days_ahead(when: When, anchor: date) -> list[date]:
    """The days that it may mean and that lie on or after the day of the article."""
    return [day for day in resolve(when, anchor) if day >= anchor]
