"""The place, day and agency in front of a report: "BRUSSELS, March 3 (Reuters) - "."""

from __future__ import annotations

import re

_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+){0,4}"
_REGION = r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
_DAY = r"(?:, [A-Z][a-z]+\.? \d{1,2})?"
_AGENCY = r"\( ?[A-Z][\w ./&]{1,30}\)"
_DASH = r"\s*(?:[—–―]|--?)\s*"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_REGION}{_DAY}(?: ?{_AGENCY})?|[A-Z][\w .]{{2,30}}{_REGION}{_DAY} ?{_AGENCY}){_DASH}(?=[^\sa-z])"
    rf"|{_AGENCY}(?:{_DASH}| )(?=[^\sa-z])"
)


def without_dateline(text: str) -> str:
    """The text behind its dateline; as it stands where it has none."""
    return text[dateline_length(text) :]


def dateline_length(text: str) -> int:
    """Characters of the dateline with the dash and the spaces behind it; 0 where there is none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0
