"""What languages call months and the halves of a day: our own tables, and for what they lack the CLDR through Babel.

Babel is loaded when a date first needs it: 40 ms, 2 ms for a language, and about half a second once for the usual ones together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from digest.text.languages import every_language, language

if TYPE_CHECKING:
    from babel import Locale

USUAL = """en de fr es it nl pt pl da nb sv fi is cs sk sl hr bs sr mk bg uk ru be ro hu el tr az sq et lv lt ca gl eu ga
cy mt ka hy kk uz mn he ar fa ur hi bn ta te mr gu kn ml si th vi id ms fil sw af ko ja zh km lo my ne
am pa ps fr-CA""".split()
"""Languages that are tried where the text's own is not known; a word for different months in two of them is none."""

MAX_WORDS = 3
"""Words of the longest name of a month."""

_ELSEWHERE_ANOTHER = frozenset({"listopad", "listopada"})
"""Words of our tables that are another month in a language without one: November in Poland is October in Croatia."""

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0900-\u0903\u093a-\u094f\u0980-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u1059\u17b4-\u17d3"
# For Python the marks that are written on letters, as in Hindi, are no letters.
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*|\d+")
_MONTH_FIELD = re.compile(r"([^\W\d_a-zA-Z]*)M{3,4}(?:'([^\W\d_]+)')?")

Words = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """What the CLDR says of a language."""

    months: Words
    """Their numbers by their names, folded."""
    halves: Words
    """The hours to add by the words for before and after noon, folded: 0 or 12."""
    day_first: bool | None
    """Whether 3/2/2026 is the third of February; None if nothing tells."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month that a text names, and where."""

    number: int
    start: int
    end: int


def plain(text: str) -> str:
    """The text on one line, with plain digits and without the marks that only direct its display."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    return " ".join(text.split())


def folded(text: str) -> str:
    """The same in lower case."""
    return plain(text).casefold().replace("i̇", "i")  # what becomes of a Turkish İ


def find_month(text: str, code: str = "") -> Month | None:
    """The month that a folded text names, in the language of that code before any other; None if none or several."""
    for words in _tables(code):
        if found := list(_months(text, words)):
            if len({month.number for month in found}) > 1:  # "mar, 02 giu" begins with a Tuesday
                found = [month for month in found if text[month.start : month.end] not in _weekdays()]
            return found[0] if len({month.number for month in found}) == 1 else None
    return None


def _tables(code: str) -> Iterator[Words]:
    if code:
        yield _numbered(language(code).months)
    if code and language(code).code != "en":  # of which our table lacks nothing
        yield calendar_words(code).months
    yield _of_our_tables()
    yield _usual()


def _months(text: str, words: Words) -> Iterator[Month]:
    parts = list(_WORD.finditer(text))
    end = 0
    for at, part in enumerate(parts):
        for size in range(min(MAX_WORDS, len(parts) - at), 0, -1):
            number = words.get(" ".join(p[0] for p in parts[at : at + size]))
            if number and part.start() >= end:
                end = parts[at + size - 1].end()
                yield Month(number, part.start(), end)
                break


@cache
def _of_our_tables() -> Words:
    words = _unanimous(pair for one in every_language() for pair in _numbered(one.months).items())
    return {word: number for word, number in words.items() if word not in _ELSEWHERE_ANOTHER}


@cache
def _usual() -> Words:
    return _unanimous(pair for code in USUAL for pair in calendar_words(code).months.items())


@cache
def _weekdays() -> frozenset[str]:
    locales = filter(None, map(_locale, USUAL))
    return frozenset(_key(name) for one in locales for width in ("wide", "abbreviated") for name in one.days["format"][width].values())  # fmt: skip


def _numbered(months: Iterable[Iterable[str]]) -> dict[str, int]:
    return {_key(name): number for number, names in enumerate(months, 1) for name in names}


def _unanimous(pairs: Iterable[tuple[str, int]]) -> Words:
    """The words of which nobody says that they are another month."""
    found: dict[str, set[int]] = {}
    for name, number in pairs:
        found.setdefault(name, set()).add(number)
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}


@cache
def calendar_words(code: str) -> CalendarWords:
    """What the CLDR says of the language of a BCP 47 tag; nothing for one that it does not know."""
    locale = _locale(code)
    if locale is None:
        return CalendarWords({}, {}, None)
    return CalendarWords(_month_names(locale), _half_names(locale), _day_first(locale, code))


def _locale(code: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - few dates need it

    names = code.replace("_", "-").split("-")
    for size in range(len(names), 0, -1):
        try:
            return Locale.parse("-".join(names[:size]), sep="-")
        except (ValueError, UnknownLocaleError):
            continue
    return None


def _month_names(locale: Locale) -> dict[str, int]:
    """The names, and the same with what the language's dates write onto them: "ב" before, "ren" behind."""
    affixes = {("", "")}
    for width in ("full", "long", "medium"):
        affixes |= {(a, b or "") for a, b in _MONTH_FIELD.findall(str(locale.date_formats[width]))}
    return {
        _key(f"{before}{name}{behind}"): number
        for context in ("format", "stand-alone")
        for width in ("abbreviated", "wide")
        for number, name in locale.months[context][width].items()
        for before, behind in affixes
        if not name.isdigit()
    }


def _half_names(locale: Locale) -> dict[str, int]:
    return {
        folded(names[half]): hours
        for names in locale.day_periods["format"].values()
        for half, hours in (("am", 0), ("pm", 12))
        if half in names
    }


def _day_first(locale: Locale, code: str) -> bool | None:
    """By the language's short date, if that ends with the year; English alone is read in London and in New York."""
    pattern = str(locale.date_formats["short"])
    year, month, day = (pattern.find(letter) for letter in "yMd")
    return None if code.lower() == "en" or year < max(month, day) else day < month


def _key(name: str) -> str:
    return " ".join(_WORD.findall(folded(name)))
