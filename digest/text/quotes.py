"""Quotations in running text: what stands between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.text.spans import Spans

_PAIRS = (("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("‹", "›"), ("「", "」"))
_DOUBLE = [re.compile(rf"{a}([^{a}{b}\n]+){b}") for a, b in _PAIRS]
_STRAIGHT = re.compile(r'"([^"\n]+)"')
_TYPEWRITER = re.compile(r"``([^`\n]{1,2000}?)''")
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?!\d0s)([^‘\n]{1,2000}?)[’'](?!\w)")
_MARKS = re.compile("[\"“”„«»‹›「」]|``|''")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: ``text[start:end]`` has the marks, ``words`` has not."""

    start: int
    end: int
    words: str


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text in their order; the outermost where one stands inside another.

    An apostrophe opens no quotation: single marks count only where no letter stands before the first or
    after the second.
    """
    found: list[Quotation] = []
    taken = Spans()
    for pattern in (*_DOUBLE, _TYPEWRITER, _STRAIGHT, _SINGLE):
        matches = (match for match in pattern.finditer(text) if taken.take(*match.span()))
        found += (Quotation(match.start(), match.end(), match[1].strip()) for match in matches)
    return tuple(sorted(found, key=lambda q: q.start))


def has_loose_mark(text: str) -> bool:
    """Whether a double quotation mark opens or closes nothing."""
    rest = list(text)
    for quotation in quotations(text):
        rest[quotation.start : quotation.end] = " " * (quotation.end - quotation.start)
    return bool(_MARKS.search("".join(rest)))


def opening_quotation(text: str) -> tuple[str, str]:
    """The quotation that opens the text with its marks, and what follows it; empty and all of it without one."""
    first = next(iter(quotations(text)), None)
    if first is None or first.start:
        return "", text
    end = first.end + (text[first.end : first.end + 1] == ",")
    return text[:end], text[end:].strip()
