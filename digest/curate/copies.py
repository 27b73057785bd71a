"""Articles that repeat another one's text: an agency report printed by several outlets is one witness."""

from __future__ import annotations

from collections.abc import Sequence

from digest.models import Article
from digest.text.words import words

_LENGTH = 5
"""Words in a row that are compared; shorter runs are shared by chance (Broder 1997)."""
_REPEATED = 0.5
"""Share of the shorter text that stands in the longer one at which it is a copy."""
_SHORTEST = 12
"""Runs that a text must have to be judged; a two-line feed summary proves nothing."""


def copies(articles: Sequence[Article]) -> tuple[str, ...]:
    """Addresses of the articles that repeat an earlier one of the sequence, in its order.

    The sequence is that of the story: of two that share a text, the second is the copy.
    """
    found: list[str] = []
    originals: list[frozenset[tuple[str, ...]]] = []
    for article in articles:
        runs = _runs(article.text)
        if any(_repeats(runs, original) for original in originals):
            found.append(article.url)
        else:
            originals.append(runs)
    return tuple(found)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    found = words(text)
    return frozenset(found[i : i + _LENGTH] for i in range(len(found) - _LENGTH + 1))


def _repeats(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _SHORTEST and len(one & other) >= _REPEATED * shorter
