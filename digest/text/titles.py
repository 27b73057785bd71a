"""What a headline has to be for a line of a mailbox, whoever wrote it."""

from __future__ import annotations

import re

MAX_HEADLINE = 75
"""Characters of a headline that mailboxes and the page show in full."""

_LETTERS = re.compile(r"\b[^\W\d_]+\b")


def shouts(text: str, letters: int = 7) -> bool:
    """Whether a word of at least so many letters is in capitals; seven are more than most acronyms have."""
    return any(len(word) >= letters and word.isupper() for word in _LETTERS.findall(text))
