"""Text in lines of 72 columns, for people who read their mail as it is."""

from __future__ import annotations

COLUMNS = 72
"""Lines up to 78 survive quoting in replies (RFC 5322, 2.1.1); 72 leaves room for the marks."""


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """The text in lines of at most 72 columns. A word or address that is longer stays whole.

    ``indent`` stands before every line, ``first`` instead of it before the first one.
    """
    lines: list[str] = []
    line, empty = (indent if first is None else first), True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > COLUMNS:
            lines.append(line)
            line, empty = indent, True
        line, empty = (line + word if empty else f"{line} {word}"), False
    return "\n".join([*lines, line])


def rule(character: str = "-") -> str:
    """A line across the page."""
    return character * COLUMNS
