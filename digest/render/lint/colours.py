"""Checks of what stands in style attributes alone: some mail programs drop <style>."""

from __future__ import annotations

import re
from collections.abc import Iterator
from colorsys import hls_to_rgb, rgb_to_hls
from functools import lru_cache

from digest.render.lint.parsed_email import ParsedEmail, Remark, inherited
from digest.render.theme import MIN_CONTRAST, contrast

_HEX = re.compile(r"#(?:[0-9a-f]{6}|[0-9a-f]{3})(?![0-9a-f])", re.IGNORECASE)
_NAMES = {"black": "#000000", "white": "#ffffff"}


def contrasts(email: ParsedEmail) -> Iterator[Remark]:
    """Every text has enough contrast to its background."""
    for element in email.texts():
        ink = _colour(inherited(element, "color")) or "#000000"
        paper = _colour(inherited(element, "background-color", "background")) or "#ffffff"
        if contrast(ink, paper) < MIN_CONTRAST:
            reason = (
                f"{ink} on {paper} has a contrast of {contrast(ink, paper):.1f}; text needs {MIN_CONTRAST}."
            )
            yield Remark("error", "contrast", reason)


def dark_mode(email: ParsedEmail) -> Iterator[Remark]:
    """Programs that make a dark message of a light one by themselves turn lightness round: nothing vanishes in it."""
    for element in email.texts():
        ink = _inverted(_colour(inherited(element, "color")) or "#000000")
        paper = _inverted(_colour(inherited(element, "background-color", "background")) or "#ffffff")
        if contrast(ink, paper) < MIN_CONTRAST:
            reason = (
                f"Turned round for the dark, {ink} on {paper} has a contrast of {contrast(ink, paper):.1f}."
            )
            yield Remark("warning", "dark", reason)


@lru_cache(maxsize=256)
def _inverted(colour: str) -> str:
    """The colour with its lightness turned round, as Outlook and the apps of Gmail do it."""
    hue, lightness, saturation = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    return "#" + "".join(f"{round(part * 255):02x}" for part in hls_to_rgb(hue, 1 - lightness, saturation))


def without_style(email: ParsedEmail) -> Iterator[Remark]:
    """Without the style element each text still has its colour, size and type face."""
    wanted = {"colour": ("color",), "size": ("font-size", "font"), "type face": ("font-family", "font")}
    for element in email.texts():
        for name, properties in wanted.items():
            if not inherited(element, *properties):
                reason = f"A <{element.tag}> has its {name} from <style> alone, which Gmail on the mobile web drops."
                yield Remark("warning", "style", reason)


def _colour(value: str) -> str:
    """The colour in a value as ``#rrggbb``, empty if it is of another notation."""
    found = _HEX.search(value)
    digits = found[0][1:] if found else ""
    if len(digits) == 3:
        return "#" + "".join(2 * digit for digit in digits)
    return f"#{digits}" if digits else _NAMES.get(value, "")


CHECKS = (contrasts, dark_mode, without_style)
