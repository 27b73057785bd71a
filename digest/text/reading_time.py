"""How long a text takes to read."""

from __future__ import annotations

from collections.abc import Iterable

WORDS_A_MINUTE = 220
"""A calm pace: adults read English prose at 238 words a minute (Brysbaert 2019), a little less on a phone."""


def reading_minutes(texts: Iterable[str]) -> float:
    """Minutes of reading that the texts take together."""
    return sum(len(text.split()) for text in texts) / WORDS_A_MINUTE
