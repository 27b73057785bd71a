"""Numbers of things, as messages for the user say them."""

from __future__ import annotations


def pluralise(number: float, one: str, many: str = "") -> str:
    """The number with its noun: "1 story", "1,446 stories". Without ``many`` the plural is ``one`` and an s."""
    figure = f"{number:,}" if isinstance(number, int) else f"{number:g}"
    return f"{figure} {one if number == 1 else many or one + 's'}"
