"""Where a mark of a source may stand on a line: not torn apart, and not alone on the next one."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

MAX_UNBROKEN = 20
"""Longest name that stays on one line: at 320 pixels and twice the size a longer one would not fit there."""
_FIXED = Markup("&#160;")


@lru_cache(maxsize=4096)
def no_break(name: str) -> Markup:
    """The name of an outlet, kept on one line where it is short."""
    safe = escape(name)
    return safe.replace(" ", _FIXED) if len(name) <= MAX_UNBROKEN else safe


def no_break_space(text: str, name: str) -> Markup:
    """The space between a text and the mark behind it: they stay on one line where last word and name are short."""
    last = len(text) - text.rfind(" ") - 1
    return _FIXED if last + len(name) < MAX_UNBROKEN else Markup(" ")
