"""The zones of written times: offsets, abbreviations, and names as "America/New_York"."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

MAX_OFFSET = 15 * 60
"""Minutes; no zone is further from UTC."""

_ABBREVIATIONS = {
    "UTC": 0, "GMT": 0, "UT": 0, "Z": 0, "WET": 0, "WEST": 1, "BST": 1, "IST": 5.5, "CET": 1, "CEST": 2, "MEZ": 1,
    "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "SAST": 2, "PKT": 5, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9,
    "AWST": 8, "ACST": 9.5, "ACDT": 10.5, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "NST": -3.5, "NDT": -2.5,
    "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "ET": -5, "CST": -6, "CDT": -5, "CT": -6, "MST": -7, "MDT": -6,
    "MT": -7, "PST": -8, "PDT": -7, "PT": -8, "AKST": -9, "AKDT": -8, "HST": -10, "BRT": -3, "ART": -3,
}  # fmt: skip
_NAME = re.compile(r"\b[A-Z][A-Za-z]{2,}(?:/[A-Z][A-Za-z_-]{2,}){1,2}")
_FROM_GREENWICH = re.compile(r"(?:GMT|UTC)\s?([+\-−])(\d{1,2})(?::?(\d\d))?(?!\d)")
_OFFSET = re.compile(r"([+\-−])(?:(\d\d):?(\d\d)?|(\d):(\d\d))(?![\d:])")
_CAPITALS = re.compile(r"\b[A-Z]{1,5}\b")


def find_zone(text: str, behind: str, default: tzinfo) -> tzinfo:
    """The zone that a date names; an offset alone is one only ``behind`` the time of day, since "-02" may be a day."""
    if match := _FROM_GREENWICH.search(text):
        return _from_offset(match[1], int(match[2]), int(match[3] or 0), default)
    if match := _OFFSET.search(behind):
        return _from_offset(match[1], int(match[2] or match[4]), int(match[3] or match[5] or 0), default)
    for match in _NAME.finditer(text):
        try:
            return ZoneInfo(match[0])
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    names = [word for word in _CAPITALS.findall(text) if word in _ABBREVIATIONS]
    return timezone(timedelta(hours=_ABBREVIATIONS[names[-1]])) if names else default


def _from_offset(sign: str, hours: int, minutes: int, default: tzinfo) -> tzinfo:
    total = hours * 60 + minutes
    if total > MAX_OFFSET:
        return default
    return timezone(timedelta(minutes=total if sign == "+" else -total))
