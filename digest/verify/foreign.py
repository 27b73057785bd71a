"""Numbers, dates, names and quotations that neither the cited sentences nor the cast of their articles have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from digest.models import Finding
from digest.text.dates import When, dates, resolve
from digest.text.languages.en import factuality as words
from digest.text.names import Name, initials, names, plain, same_word
from digest.text.numbers import Number, numbers
from digest.text.quotes import quotations
from digest.verify.cast import Cast
from digest.verify.passage import finding, normalise_marks

_COUNTED = {
    "two": "both|pair|couple|half", "half": "two|second|equally|50", "dozen": "twelve|12", "half a dozen": "six|6",
    "double": "twice|doubled", "twice": "double|doubled", "triple": "three|tripled",
}  # fmt: skip
"""Words for numbers, and words for the same ones."""
_NO_NUMBER = re.compile(r"\b(?:9/11|24/7|one|first|once|half a dozen)\b", re.IGNORECASE)


def foreign(claim: str, cited: Sequence[str], cast: Cast, days: Sequence[date] = ()) -> Iterator[Finding]:
    """What a claim brings in from elsewhere. ``days`` are those of the articles, from which "Friday" is counted."""
    yield from foreign_numbers(claim, cited)
    yield from foreign_dates(claim, cited, days)
    yield from foreign_names(claim, cited, cast)
    yield from foreign_quotations(claim, cited)


def foreign_numbers(claim: str, cited: Sequence[str]) -> Iterator[Finding]:
    """A number whose value no cited sentence has, or has with another unit only."""
    there = [number for text in cited for number in numbers(text)]
    years = {when.year for text in cited for when in dates(text)}
    for number in _counted(claim):
        shown = claim[number.start : number.end].strip()
        if _NO_NUMBER.fullmatch(shown) or number.value in years:
            continue
        if _is_derived(number, shown, there, cited):
            continue
        equal = [other for other in there if other.value == number.value]
        if not equal:
            yield finding("number", shown, "The number {} is not in the cited sentences.")
        elif number.unit and all(o.unit and o.unit != number.unit for o in equal):
            yield finding("number", shown, "The cited sentences have this number in another unit than {}.")


def _is_derived(number: Number, shown: str, there: Sequence[Number], cited: Sequence[str]) -> bool:
    """Whether it may be reckoned from the cited ones: "two" for "both", 20 percent for a fifth, the points between two shares."""
    low = shown.lower()
    if low in _COUNTED:
        return any(re.search(rf"\b(?:{_COUNTED[low]})\b", text, re.IGNORECASE) for text in cited)
    if number.unit == "%" and any(
        other.unit in {"", "nth"} and _part(other) == number.value for other in there
    ):
        return True
    shares = [other.value for other in there if other.unit == "%"]
    return any(abs(a - b) == number.value for a in shares for b in shares if a != b)


def _part(number: Number) -> Decimal:
    """How many percent a fraction is: "a half" by its value, "a fifth" by the ordinal."""
    value = number.value
    return 100 / value if number.unit == "nth" and value > 2 else 100 * value


def _counted(text: str) -> list[Number]:
    spans = [(when.start, when.end) for when in dates(text)] + [m.span() for m in _NO_NUMBER.finditer(text)]
    return [n for n in numbers(text) if not any(start < n.end and n.start < end for start, end in spans)]


def foreign_dates(claim: str, cited: Sequence[str], days: Sequence[date]) -> Iterator[Finding]:
    """A date that no cited sentence has and that is no day of one, counted from the articles' days."""
    there = [when for text in cited for when in dates(text)]
    figures = {number.value for text in cited for number in numbers(text)}
    for when in dates(claim):
        if (when.year in figures and not when.month) or _stands_in(claim[when.start : when.end], cited):
            continue
        if when.phrase.endswith(("later", "earlier", "before")):
            continue  # a span between two days, which may be reckoned
        if not any(_agrees(when, other, days) for other in there):
            yield finding("date", claim[when.start : when.end], "The date {} is not in the cited sentences.")


def _stands_in(words_: str, cited: Sequence[str]) -> bool:
    """Whether a sentence has it as it is, in a place where "May" alone is not taken for a month."""
    return any(re.search(rf"\b{re.escape(words_)}\b", text) for text in cited)


def _agrees(said: When, there: When, days: Sequence[date]) -> bool:
    parts = ("year", "month", "day", "weekday")
    if said.phrase == there.phrase and all(
        getattr(said, part) in {None, getattr(there, part)} for part in parts
    ):
        return True
    return any(set(resolve(said, day)) & set(resolve(there, day)) for day in days)


def foreign_names(claim: str, cited: Sequence[str], cast: Cast) -> Iterator[Finding]:
    """A name that no cited sentence has and the articles do not give to anybody."""
    known = {word for text in cited for word in _plain_words(text)} | cast.words
    known |= {short for name in cast.names if len(short := initials(name)) > 1}
    days = [(when.start, when.end) for when in dates(claim)]
    for name in names(claim):
        opener = name.initial and len(name.words) == 1
        dated = any(start <= name.start < end for start, end in days)
        if not opener and not dated and not _is_known(name, known):
            yield finding("name", claim[name.start : name.end], "The name {} is not in the cited sentences.")


def _plain_words(text: str) -> Iterator[str]:
    for run in text.split():
        yield from (plain(part) for part in re.split(r"[-–—/()\[\]“”\"]+", run) if part)


def _is_known(name: Name, known: set[str]) -> bool:
    alias = words.ALIASES.get(" ".join(name.words), "")
    return all(_is_known_word(word, known) for word in name.words) or bool(
        initials(name.words) in known or (alias and set(alias.split()) & known)
    )


def _is_known_word(word: str, known: set[str]) -> bool:
    if word in words.TITLES or word in words.LINKS or word in known:
        return True
    if set(words.ALIASES.get(word, "").split()) & known:
        return True
    parts = re.split(r"[-–—/]", word)
    return all(
        part in known
        or any(
            same_word(part, other) or _is_people(part, other) or _is_people(other, part) for other in known
        )
        or words.CAPITALS.get(part, "-") in known
        or any(words.CAPITALS.get(other) == part for other in known)
        for part in parts
    )


def _is_people(word: str, place: str) -> bool:
    """Whether a word is made of a place's name as the name of its people is: "Osterland", "Osterlandic"."""
    return len(place) > 3 and word.startswith(place) and word[len(place) :] in words.PEOPLE_ENDINGS


def foreign_quotations(claim: str, cited: Sequence[str]) -> Iterator[Finding]:
    """Words between quotation marks that stand so in no cited sentence."""
    there = " ".join(_bare(text) for text in cited)
    for quotation in quotations(claim):
        if _bare(quotation.words) not in there:
            yield finding("quotation", quotation.words, "No cited sentence has the words {}.")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+|…|\.\.\.", normalise_marks(text).lower()))
