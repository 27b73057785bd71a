"""Colours, type faces and space of an edition, made from the few wishes of the configuration."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from digest.settings import LookSettings

MIN_CONTRAST = 4.5
"""Least contrast of text and ground (WCAG 2.2, 1.4.3)."""
ACCENT_CONTRAST_ON_DARK = 7.0
"""The contrast that an accent gets on dark paper, where a colour that is merely readable looks dull."""
_GAPS = {"calm": 1.0, "compact": 0.65}


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one scheme as ``#rrggbb``; every text colour is readable on the paper."""

    paper: str
    ink: str
    quiet: str
    accent: str
    line: str
    thread: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What the templates need to know of the look."""

    light: Palette
    dark: Palette
    headline_font: Markup
    text_font: Markup
    gap_factor: float

    def gap(self, pixels: int) -> int:
        """A vertical space, smaller if the edition is dense."""
        return round(pixels * self.gap_factor)


@lru_cache(maxsize=16)
def theme(look: LookSettings) -> Theme:
    """The theme that the configuration asks for; an accent that could not be read is adjusted."""
    light = Palette("#fbfaf7", "#1d1c1a", "#66615a", look.accent, "#dcd6ca", "#cdc6b9")
    dark = Palette("#161514", "#ece8e1", "#a8a197", look.accent, "#3a3630", "#5b554c")
    return Theme(
        light=_with_readable_accent(light, look.accent, MIN_CONTRAST),
        dark=_with_readable_accent(dark, look.accent, ACCENT_CONTRAST_ON_DARK),
        # The settings let no character through that means something in CSS or HTML.
        headline_font=Markup(look.headline_font),  # noqa: S704
        text_font=Markup(look.text_font),  # noqa: S704
        gap_factor=_GAPS[look.density],
    )


def _with_readable_accent(palette: Palette, accent: str, least: float) -> Palette:
    colour = readable_colour(accent.lower(), palette.paper, palette.ink, least)
    return Palette(palette.paper, palette.ink, palette.quiet, colour, palette.line, palette.thread)


def readable_colour(colour: str, ground: str, towards: str, least: float = MIN_CONTRAST) -> str:
    """The colour, mixed with the least part of another one that gives it that contrast to the ground."""
    mixes = (_mixed(colour, towards, part / 50) for part in range(51))
    return next((mix for mix in mixes if contrast(mix, ground) >= least), towards)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours ``#rrggbb`` from 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _mixed(colour: str, other: str, part: float) -> str:
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
