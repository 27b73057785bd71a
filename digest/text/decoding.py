"""The text of files that people write and other programs save: by their byte order mark, as UTF-16, as UTF-8.

Editors and shells of Windows write a mark before UTF-8, and UTF-16 with or without one. What is none of these is not
guessed at, unless the caller names what else it may be.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # it begins like the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
"""Bytes in which NULs are counted."""


def decode(data: bytes, otherwise: str = "") -> str:
    """The text, without its mark, its line ends as they are. Raises UnicodeError if it is no text in UTF-8 or UTF-16.

    ``otherwise`` is the encoding to read it in then.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name)
    if name := _unmarked(data):
        return data.decode(name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        if not otherwise:
            raise
        return data.decode(otherwise)


def utf8(data: bytes) -> bytes:
    """The same text in UTF-8 without a mark; the data unchanged if it is not text in UTF-8 or UTF-16."""
    try:
        return decode(data).encode()
    except UnicodeError:
        return data


def _unmarked(data: bytes) -> str:
    """UTF-16 without a mark: text has ASCII in it, and so a NUL in every other byte; no other text has any."""
    even, odd = data[:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    if (
        len(data) % 2
        or max(even, odd) * 4 < min(len(data), _SAMPLE) // 2
        or min(even, odd) * 8 > max(even, odd)
    ):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"
