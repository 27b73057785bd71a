"""Dates in running text: absolute ones and those that count from the day of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from digest.text.languages import language
from digest.text.spans import Spans

_ENGLISH = language("en")
_MONTHS = [month[0].title() for month in _ENGLISH.months]
_SHORT_MONTHS = [short.title() for month in _ENGLISH.months for short in month[1:]]
_MONTH = {name[:3].lower(): n for n, name in enumerate(_MONTHS, 1)}
_WEEKDAY = {name[:3]: n for n, name in enumerate(_ENGLISH.weekdays)}
_M = rf"(?P<month>(?:{'|'.join(_MONTHS)})\b|(?:{'|'.join(_SHORT_MONTHS)})\b\.?)"
_Y = r"(?P<year>(?:1[6-9]|20|21)\d\d)"
_D = r"(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)?"
_ABSOLUTE = [
    re.compile(rf"\b{_Y}-(?P<monthnumber>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])\b"),
    re.compile(rf"\b{_D}(?:\sof)?\s{_M}(?:,?\s{_Y}\b)?", re.IGNORECASE),
    re.compile(rf"\b{_M}\s{_D}\b(?!,\d)(?:,?\s{_Y}\b)?", re.IGNORECASE),
    re.compile(rf"\b{_M}(?:\sof)?,?\s{_Y}\b", re.IGNORECASE),
    re.compile(rf"(?<!\w)(?<![\d][.,])(?<![$£€]){_Y}s?(?![\w%])(?![.,]\d)(?!\s(?:people|per\s?cent|million|billion|troops|soldiers))"),
    re.compile(rf"\b(?!May\b|March\b|Mar\b|Dec\b|Jan\b){_M}"),
    re.compile(r"(?:(?<=\bin\s)|(?<=\bsince\s)|(?<=\blast\s)|(?<=\bnext\s)|(?<=\bof\s)|(?<=\bthis\s)|(?<=\buntil\s)|(?<=\bby\s)|(?<=\bearly\s)|(?<=\blate\s)|(?<=\bmid-))(?P<month>May|March)\b"),
]  # fmt: skip
_DAY = re.compile(
    rf"\b(?:(?P<which>last|next|this|past|coming)\s)?(?P<weekday>{'|'.join(d.title() for d in _ENGLISH.weekdays)}|Mon|Tues?|Wed|Thurs?|Fri)\b(?!['’]s\s[A-Z])"
)
_NEAR = re.compile(
    rf"\b(?:(?P<near>{'|'.join(_ENGLISH.near_days)})"
    r"|(?P<which>last|next|this|previous|coming|past)\s(?P<span>week|weekend|month|year|decade|century|quarter|spring|summer|autumn|fall|winter)"
    r"|(?P<count>\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|several|few)\s(?P<unit>day|week|month|year|decade|centurie|century|hour)s?\s(?P<side>ago|earlier|later|before))\b",
    re.IGNORECASE,
)
NEAR_DAYS = _ENGLISH.near_days
"""Words for days, and how many days they lie from the day they are written on."""
_SIDES = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


@dataclass(frozen=True, slots=True)
class When:
    """A date as far as the text gives it; ``phrase`` is what else tells it apart, in lower case."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """0 is Monday."""
    phrase: str = ""


def dates(text: str) -> tuple[When, ...]:
    """The dates of a text in their order, the longest reading of each place."""
    found: list[When] = []
    taken = Spans()
    for pattern in (*_ABSOLUTE, _DAY, _NEAR):
        found += (_when(match) for match in pattern.finditer(text) if taken.take(*match.span()))
    return tuple(sorted(found, key=lambda w: w.start))


def _when(match: re.Match[str]) -> When:
    part = match.groupdict()
    month = part.get("monthnumber") or _MONTH.get((part.get("month") or "")[:3].lower())
    weekday = _WEEKDAY.get((part.get("weekday") or "")[:3].lower())
    plain = any(part.get(key) for key in ("year", "month", "monthnumber", "weekday"))
    return When(
        match.start(),
        match.end(),
        year=int(part["year"]) if part.get("year") else None,
        month=int(month) if month else None,
        day=int(part["day"]) if part.get("day") else None,
        weekday=weekday,
        phrase=(part.get("which") or "").lower() if plain else " ".join(match[0].lower().split()),
    )


def resolve(when: When, anchor: date | None) -> tuple[date, ...]:
    """The days that it may mean, counted from the day of the article; empty if it names no single day.

    A weekday is read as the nearest one on either side, since "on Friday" is said of the past and of the
    future; "last" and "next" leave one of the two.
    """
    if when.day and when.month:
        years = [when.year] if when.year else [anchor.year] if anchor else []
        return tuple(d for y in years if (d := _date(y, when.month, when.day)))
    if anchor is None:
        return ()
    if when.weekday is not None:
        back = (anchor.weekday() - when.weekday) % 7
        past, coming = anchor - timedelta(days=back), anchor + timedelta(days=(7 - back) if back else 0)
        side = _SIDES.get(when.phrase, 0)
        return (past,) if side < 0 else (coming,) if side > 0 else (past, coming)
    if when.phrase in NEAR_DAYS:
        return (anchor + timedelta(days=NEAR_DAYS[when.phrase]),)
    return ()


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
