"""Numbers in running text: figures, words, scales, percent and money, with comparable values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from digest.text.dates import dates
from digest.text.languages import language
from digest.text.spans import Spans

_ENGLISH = language("en").numbers
_SMALL = {word: n for n, word in enumerate(_ENGLISH.units)} | {
    word: 10 * n for n, word in enumerate(_ENGLISH.tens, 2)
}
_ORDINAL = {word: n for n, word in enumerate(_ENGLISH.ordinals)} | {
    word: 10 * n for n, word in enumerate(_ENGLISH.tenths, 2)
}
_SCALES, _FRACTIONS, _FIXED, _MONEY = _ENGLISH.scales, _ENGLISH.fractions, _ENGLISH.fixed, _ENGLISH.money
_WORD = "|".join(sorted([*_SMALL, *_ORDINAL], key=len, reverse=True))
_SCALE = "|".join(sorted(_SCALES, key=len, reverse=True))
_SCALES_IN_WORDS = [scale for scale in _SCALES if len(scale) > 2]
_FIGURE = r"\d{1,3}(?:[,.\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_PATTERN = re.compile(
    rf"""
    (?<![\w.,])(?P<sign>[-−–](?=\d))?
    (?:(?P<symbol>(?:US|A|C|NZ|HK)?\$|[£€¥₹₽])\s?)?
    (?:
        (?P<figure>(?:{_FIGURE})(?!\d))(?P<nth>st|nd|rd|th)?(?:[\s\u00a0-]?(?P<scale>{_SCALE})\b)?
      | (?P<words>(?:{_WORD})(?:(?:[\s-]|\sand\s)(?:{_WORD}|{"|".join(_SCALES_IN_WORDS)}))*)
      | (?P<fixed>{"|".join(sorted([*_FIXED, *_FRACTIONS, *_SCALES_IN_WORDS], key=len, reverse=True))})
    )
    (?(figure)|(?![^\W\d_]))
    (?P<unit>\s?%|[\s-]percentage[\s-]points?|\s?per\s?cents?\b|\s(?:US\s|Australian\s|Canadian\s)?(?:{"|".join(w for w in _MONEY if w.isalpha())})\b)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and what it counts in: ``unit`` is "%", "points", "nth", "many" (dozens), a currency or empty."""

    start: int
    end: int
    value: Decimal
    unit: str = ""


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text in their order. ``1.2bn``, ``1,200 million`` and ``1.2 billion`` have one value."""
    found = (_number(match) for match in _PATTERN.finditer(text))
    return tuple(number for number in found if number)


def word_value(word: str) -> int | None:
    """The value of a number word below a hundred, cardinal or ordinal; None for any other word."""
    return _SMALL.get(word, _ORDINAL.get(word))


def _number(match: re.Match[str]) -> Number | None:
    if match["figure"]:
        value = _figure(match["figure"])
        if value is not None and match["scale"]:
            value *= _SCALES[match["scale"].lower()]
    elif match["words"]:
        value = Decimal(_words(match["words"].lower()))
    else:
        word = match["fixed"].lower()
        value = Decimal(_FRACTIONS.get(word) or _FIXED.get(word) or _SCALES[word])
    if value is None:
        return None
    return Number(match.start(), match.end(), -value if match["sign"] else value, _unit(match))


def _unit(match: re.Match[str]) -> str:
    unit = (match["unit"] or "").strip().lower().replace("-", " ")
    if unit == "%" or unit.startswith("per"):
        return "points" if "point" in unit else "%"
    if match["nth"] or _ends_in_ordinal(match["words"]):
        return "nth"
    if (match["fixed"] or "").lower() in _ENGLISH.many:
        return "many"
    symbol = (match["symbol"] or "")[-1:]
    return _MONEY.get(symbol) or _MONEY.get(unit.split()[-1] if unit else "", "")


def _ends_in_ordinal(words: str | None) -> bool:
    return bool(words) and re.split(r"[\s-]", (words or "").lower())[-1] in _ORDINAL


def _figure(figure: str) -> Decimal | None:
    """The value of figures with English or continental separators; three digits after one are thousands."""
    plain = re.sub(r"[\u00a0\u202f]", "", figure)
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0:
        whole, rest = re.sub("[.,]", "", plain[:last]), plain[last + 1 :]
        grouped = (len(rest) == 3 and plain[last] == ",") or plain.count(plain[last]) > 1
        plain = whole + rest if grouped else f"{whole}.{rest}"
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _words(words: str) -> int:
    total = group = 0
    for word in re.split(r"[\s-]+", words):
        if word in _SMALL or word in _ORDINAL:
            group += _SMALL.get(word, _ORDINAL.get(word, 0))
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in _SCALES:
            total, group = total + (group or 1) * _SCALES[word], 0
    return total + group


CONTEXT = 40
"""Characters before a number that are looked at."""
MIN_COUNT = 1_000
"""From here on a count tells something without its unit; below, only a share, an amount of money or a scale does."""
_COUNTED = re.compile(r"\s[a-z]")
_SCORE = re.compile(r"\s?(?:to|[-–:/])\s?\d")
_BEFORE = re.compile(
    r"(?:\d\s?(?:to|[-–:/])\s?|\b(?:No|no|number|article|section|aged?|Article|Section)\.?\s)$"
)


def key_figure(text: str) -> Number | None:
    """The first share, amount or large count of a sentence in figures; None if it has none.

    Dates, ages, ordinals, scores and numbers of articles of law are none.
    """
    days = Spans()
    for day in dates(text):
        days.take(day.start, day.end)
    counts = (number for number in numbers(text) if not days.overlaps(number.start, number.end))
    return next((number for number in counts if _is_key_figure(text, number)), None)


def _is_key_figure(text: str, number: Number) -> bool:
    words = text[number.start : number.end]
    if number.unit == "nth" or not any(c.isdigit() for c in words):
        return False
    if _SCORE.match(text, number.end) or _BEFORE.search(text[max(0, number.start - CONTEXT) : number.start]):
        return False
    return bool(number.unit) or (number.value >= MIN_COUNT and bool(_COUNTED.match(text, number.end)))
