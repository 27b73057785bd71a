"""How usual a stem is in its language, on any day: what a word tells of the event does not hang on how much else is read."""

from __future__ import annotations

from functools import cache

from digest.text.languages import frequency_bands

RARE = 1 / 3000
"""Rate of a stem that is in no list: about where the lists end, so that a misspelling is not rarer than a name."""
_NUMBER = 0.002
"""Rate of a number of up to four digits: ages, counts, days and years stand in texts of every kind."""


def rate(stem: str, language: str) -> float:
    """Share of texts of a hundred words in which the stem stands, from ``RARE`` to 1.

    ``language`` is a BCP 47 tag. In a language without a list (all but English, French, German and Spanish) every
    stem is rare.
    """
    if stem.isdigit() and len(stem) <= 4:
        return _NUMBER
    return _rates(language.partition("-")[0].lower() or "en").get(stem, RARE)


@cache
def _rates(primary: str) -> dict[str, float]:
    bands = frequency_bands(primary)
    return {stem: 0.75 / 2**n for n, band in enumerate(bands) for stem in band.split()}
