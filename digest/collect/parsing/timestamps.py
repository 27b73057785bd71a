"""Dates as feeds and pages write them, into moments in UTC."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from digest.collect.parsing.calendar_words import calendar_words, find_month, folded, plain
from digest.collect.parsing.time_zones import find_zone

EARLIEST = 1990
"""No news on the web is older; an earlier year is a zero or a slip."""

LATEST = 2200
"""Nor newer."""

MAX_LENGTH = 200
"""Characters of a text that are looked at; a date is shorter."""

_ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?!\d)(?:[T\s]+(?P<time>\d\d?:\d\d(?::\d\d)?)(?:[.,]\d+)?)?"
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<time>\d{4}(?:\d\d)?)(?P<zone>Z|[+-]\d{4})?)?"
)
_RFC_822 = re.compile(
    rf"(?:[A-Z][a-z]{{2}}, )?(?P<day>\d\d?) (?P<month>{'|'.join(_ENGLISH)}) (?P<year>\d{{4}}) (?P<time>\d\d:\d\d:\d\d) (?P<zone>GMT|[+-]\d{{4}})"
)
"""As nearly every feed writes dates, for speed."""
_SPACED = re.compile(
    r"(?P<year>(?<!\d)\d{4})\s?[/.年년-]\s?(?P<month>\d\d?)\s?[/.月월-]\s?(?P<day>\d\d?)(?=\D|$)\s?[日号일]?"
    r"|(?<!\d)(?P<day2>\d\d?)\.\s?(?P<month2>\d\d?)\.\s?(?P<year2>\d{4})(?!\d)"
)
_NUMBERS = re.compile(r"(?<!\d)(?P<one>\d\d?)\s?(?P<mark>[/-])\s?(?P<two>\d\d?)\s?(?P=mark)\s?(?P<year>\d{4})(?!\d)")  # fmt: skip
"""Day and month in an order that differs from place to place."""
_TIME = re.compile(
    r"(?<!\d)(?:(?P<hour>\d\d?)(?:[:.h]|\sh\s?)(?P<minute>\d\d)(?!\d)(?::(?P<second>\d\d))?(?:[.,]\d+)?"
    r"|(?P<hour2>\d\d?)[時时시点點]\s?(?:(?P<minute2>\d\d?)[분分]?)?"
    r"|(?P<hour3>\d\d?)(?=\s?[ap]\.?m\b))"
)
_HALF = re.compile(r"\s*(?P<half>[ap])\.?m\b\.?")
_HALVES = {"上午": 0, "下午": 12, "午前": 0, "午後": 12, "오전": 0, "오후": 12, "π.μ.": 0, "μ.μ.": 12}
"""Words for before and after noon that mean nothing else in any language."""
_NUMBER = re.compile(r"\d+")
_TWO_DIGIT_YEAR = re.compile(r"[\s-](\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Habit:
    """How whoever wrote a date writes dates, as far as it is known."""

    language: str = ""
    """A BCP 47 tag."""
    day_first: bool | None = None
    """Whether 3/2/2026 is the third of February, by other dates of the same hand."""
    zone: tzinfo = UTC
    """The zone of a text that names none."""


UNKNOWN = Habit()


def parse_timestamp(text: str, habit: Habit = UNKNOWN) -> datetime | None:
    """The moment that a date names, in UTC; None if it names none, or may name two.

    Reads ISO 8601 and RFC 3339, RFC 822 with named zones, dates in words in all languages of the CLDR that are usual in news,
    dates of East Asia, digits only and seconds since 1970. A date outside 1990 to 2199 does not count. 3/2/2026 is read in
    the order of ``habit``, without one only where a single order is possible.
    """
    moment = parse_local_timestamp(text, habit)
    return moment.astimezone(UTC) if moment else None


def parse_local_timestamp(text: str, habit: Habit = UNKNOWN) -> datetime | None:
    """The same in the zone that the text names, whose day is the day the publisher means."""
    try:
        moment = _parse(plain(text[:MAX_LENGTH]), habit)
    except (ValueError, OverflowError):
        return None
    return moment if moment and EARLIEST <= moment.year < LATEST else None


def numeric_order(texts: Iterable[str]) -> bool | None:
    """Whether the day comes first in dates like 3/2/2026, by those that can be read in one way only; None if nothing tells."""
    pairs = [(int(m["one"]), int(m["two"])) for text in texts if (m := _NUMBERS.search(text))]
    day_first, month_first = any(one > 12 for one, _ in pairs), any(two > 12 for _, two in pairs)
    return day_first if day_first != month_first else None


def _parse(text: str, habit: Habit) -> datetime | None:
    if text.isdigit() and len(text) in (10, 13):
        return datetime.fromtimestamp(int(text) / (1 if len(text) == 10 else 1000), UTC)
    if match := _RFC_822.fullmatch(text):
        zone = find_zone(match["zone"], match["zone"], habit.zone)
        month = _ENGLISH.index(match["month"]) + 1
        return _datetime(int(match["year"]), month, int(match["day"]), _clock(match["time"]), zone)
    if match := _COMPACT.fullmatch(text):
        clock = match["time"] or ""
        time = (int(clock[:2] or 0), int(clock[2:4] or 0), int(clock[4:6] or 0))
        zone = find_zone(match["zone"] or "", match["zone"] or "", habit.zone)
        return _datetime(int(match["year"]), int(match["month"]), int(match["day"]), time, zone)
    if match := _ISO.match(text):
        rest = text[match.end() :].strip().upper() if match["time"] else ""
        zone = find_zone(text[match.end() :], rest, UTC if rest == "Z" else habit.zone)
        return _datetime(
            int(match["year"]), int(match["month"]), int(match["day"]), _clock(match["time"] or ""), zone
        )
    return _as_spoken(text, habit)


def _as_spoken(text: str, habit: Habit) -> datetime | None:
    if match := _SPACED.search(text):
        year, month, day = (int(match[k] or match[f"{k}2"]) for k in ("year", "month", "day"))
        return _with_time(year, month, day, _without(text, match.start(), match.end()), habit)
    if match := _NUMBERS.search(text):
        return _in_numbers(text, match, habit)
    return _in_words(text, habit)


def _in_numbers(text: str, match: re.Match[str], habit: Habit) -> datetime | None:
    one, two = int(match["one"]), int(match["two"])
    day_first = habit.day_first
    if one == two or one > 12 or two > 12:
        day_first = one > 12 or one == two
    elif day_first is None and habit.language:
        day_first = calendar_words(habit.language).day_first
    if day_first is None:
        return None
    day, month = (one, two) if day_first else (two, one)
    return _with_time(int(match["year"]), month, day, _without(text, match.start(), match.end()), habit)


def _in_words(text: str, habit: Habit) -> datetime | None:
    line = folded(text)
    if len(_NUMBER.findall(line)) < 2 or not (month := find_month(line, habit.language)):
        return None
    time = _TIME.search(line, month.end) or _TIME.search(line)
    around = list(_NUMBER.finditer(line))
    if time:
        around = [n for n in around if not time.start() <= n.start() < time.end()]
    around = [n for n in around if n.end() <= month.start or n.start() >= month.end]
    days = [n for n in around if len(n[0]) < 3]
    years = [int(n[0]) for n in around if len(n[0]) == 4 and EARLIEST <= int(n[0]) < LATEST]
    if not days:
        return None
    day = min(days, key=lambda n: max(month.start - n.end(), n.start() - month.end))
    if not years and (short := _TWO_DIGIT_YEAR.match(line, max(month.end, day.end()))):
        years = [2000 + int(short[1])]
    if not years:
        return None
    return _with_time(years[0], month.number, int(day[0]), text, habit)


def _with_time(year: int, month: int, day: int, text: str, habit: Habit) -> datetime:
    time = _TIME.search(text.lower())
    zone = find_zone(text, text[time.end() :] if time else "", habit.zone)
    return _datetime(year, month, day, _clock(text, habit.language), zone)


def _datetime(year: int, month: int, day: int, clock: tuple[int, int, int], zone: tzinfo) -> datetime:
    hour, minute, second = clock
    # ISO 8601 knows 24:00 as the end of a day, and clocks leap seconds; datetime knows neither.
    late = timedelta(days=1) if hour == 24 else timedelta(0)
    return datetime(year, month, day, hour % 24, minute, min(second, 59), tzinfo=zone) + late


def _clock(text: str, language: str = "") -> tuple[int, int, int]:
    line = folded(text)
    match = _TIME.search(line)
    if not match:
        return (0, 0, 0)
    hour = int(match["hour"] or match["hour2"] or match["hour3"])
    half = _half(line, match.end(), language)
    if half is not None:
        hour = hour % 12 + half
    return (hour, int(match["minute"] or match["minute2"] or 0), int(match["second"] or 0))


def _half(line: str, end: int, language: str) -> int | None:
    """The hours to add to a time that stands before ``end``, if the text says which half of the day it is in."""
    if match := _HALF.match(line, end):
        return 12 if match["half"] == "p" else 0
    if line.isascii():
        return None
    halves = {**(calendar_words(language).halves if language else {}), **_HALVES}
    return next((hours for word, hours in halves.items() if not word.isascii() and word in line), None)


def _without(text: str, start: int, end: int) -> str:
    return f"{text[:start]} {text[end:]}"
