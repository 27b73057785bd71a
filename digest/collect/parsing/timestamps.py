"""Dates as feeds and pages write them, into moments in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from digest.text.languages import every_language

EARLIEST = 1990
"""No news on the web is older; an earlier year is a zero or a slip."""

LATEST = 2200
"""Nor newer."""

_ZONES = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "IST": 5.5, "CET": 1, "CEST": 2, "MEZ": 1,
    "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "SAST": 2, "PKT": 5, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9,
    "AWST": 8, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "NST": -3.5, "NDT": -2.5,
    "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6,
    "MT": -7, "PST": -8, "PDT": -7, "PT": -8, "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3, "ART": -3,
}  # fmt: skip
_MONTHS = {
    name: number
    for language in every_language()
    for number, names in enumerate(language.months, 1)
    for name in names
}
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[T\s]+(?P<time>\d\d?:\d\d(?::\d\d)?)(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|[+-]\d\d:?\d\d|[+-]\d\d|[A-Z]{2,5})?\b"
)
_COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?:T?(?P<time>\d{4}(?:\d\d)?)(?P<zone>Z|[+-]\d{4})?)?"
)
_SPACED = re.compile(
    r"(?P<year>\d{4})\s?[/.年]\s?(?P<month>\d\d?)\s?[/.月]\s?(?P<day>\d\d?)(?=\D|$)\s?日?|(?P<day2>\d\d?)\.\s?(?P<month2>\d\d?)\.\s?(?P<year2>\d{4})"
)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>\d\d?)(?:[:.h]|\sh\s?)(?P<minute>\d\d)(?::(?P<second>\d\d))?(?:[.,]\d+)?\s*(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:GMT|UTC)?\s*([+-])(\d\d):?(\d\d)?\s*$")
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d+")


def parse_timestamp(text: str, zone: tzinfo = UTC) -> datetime | None:
    """The moment that a date names, in UTC; ``zone`` is that of a text which names none. None if it names none.

    Reads ISO 8601 and RFC 3339, RFC 822 with named zones, dates in words in ten languages, dates of East Asia, digits only and
    seconds since 1970. A date outside 1990 to 2199 does not count.
    """
    moment = parse_local_timestamp(text, zone)
    return moment.astimezone(UTC) if moment else None


def parse_local_timestamp(text: str, zone: tzinfo = UTC) -> datetime | None:
    """The same in the zone that the text names, whose day is the day the publisher means."""
    try:
        moment = _parse(" ".join(text.split())[:100], zone)
    except (ValueError, OverflowError):
        return None
    return moment if moment and EARLIEST <= moment.year < LATEST else None


def _parse(text: str, zone: tzinfo) -> datetime | None:
    if text.isdigit() and len(text) in (10, 13):
        return datetime.fromtimestamp(int(text) / (1 if len(text) == 10 else 1000), UTC)
    if match := _COMPACT.fullmatch(text):
        time = match["time"] or ""
        clock = (int(time[:2] or 0), int(time[2:4] or 0), int(time[4:6] or 0))
        return _datetime(
            int(match["year"]),
            int(match["month"]),
            int(match["day"]),
            clock,
            _zone(match["zone"] or "", zone),
        )
    if match := _ISO.match(text):
        return _datetime(
            int(match["year"]),
            int(match["month"]),
            int(match["day"]),
            _clock(match["time"] or ""),
            _zone(match["zone"] or "", zone),
        )
    if match := _SPACED.search(text):
        year, month, day = (int(match[k] or match[f"{k}2"]) for k in ("year", "month", "day"))
        rest = text[: match.start()] + " " + text[match.end() :]
        return _datetime(year, month, day, _clock(rest), _zone(rest, zone))
    return _in_words(text, zone)


def _in_words(text: str, zone: tzinfo) -> datetime | None:
    month = next((_MONTHS[w] for w in _WORD.findall(text.lower()) if w in _MONTHS), 0)
    if not month:
        return None
    time = _TIME.search(text)
    bare = _OFFSET.sub(" ", text)
    bare = bare.replace(time[0], " ", 1) if time else bare
    numbers = [n for n in _NUMBER.findall(bare) if len(n) in (1, 2, 4)]
    years = [n for n in numbers if len(n) == 4]
    days = [n for n in numbers if len(n) < 3]
    if not days or not (years or len(days) > 1):
        return None
    year = int(years[0]) if years else 2000 + int(days[1])
    return _datetime(year, month, int(days[0]), _clock(text), _zone(text, zone))


def _datetime(year: int, month: int, day: int, clock: tuple[int, int, int], zone: tzinfo) -> datetime:
    hour, minute, second = clock
    # ISO 8601 knows 24:00 as the end of a day, and clocks leap seconds; datetime knows neither.
    late = timedelta(days=1) if hour == 24 else timedelta(0)
    return datetime(year, month, day, hour % 24, minute, min(second, 59), tzinfo=zone) + late


def _clock(text: str) -> tuple[int, int, int]:
    match = _TIME.search(text)
    if not match:
        return (0, 0, 0)
    hour, half = int(match["hour"]), (match["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return (hour, int(match["minute"]), int(match["second"] or 0))


def _zone(text: str, zone: tzinfo) -> tzinfo:
    if match := _OFFSET.search(text):
        minutes = int(match[2]) * 60 + int(match[3] or 0)
        return timezone(timedelta(minutes=minutes if match[1] == "+" else -minutes))
    names = [w for w in re.findall(r"\b[A-Z]{1,5}\b", text) if w in _ZONES]
    return timezone(timedelta(hours=_ZONES[names[-1]])) if names else zone
