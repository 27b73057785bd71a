"""Which report of an event leads: its headline is printed, and it is read first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.models import Article
from digest.text.tokens import words

_NOT_PRINTED = frozenset({"gallery", "video", "round_up"})
"""Forms with no telling of one event to print."""
_LEAD_ORDER: dict[str, int] = {"article": 0, "feed": 1, "stub": 2}
"""News before what else is said of it: a live blog or an opinion leads a story only where nothing else tells it."""
_TO_COME = re.compile(
    r"\b(?:set|poised|due|expected|likely|scheduled|about|preparing|prepares?|braced|ready) to\b|\bon the verge of\b",
    re.IGNORECASE,
)
"""A headline in English that tells of what is about to happen."""


def printable_reports(members: Iterable[Article]) -> tuple[Article, ...]:
    """The reports that tell an event, in the order of print.

    News that was read in full leads, of a source that counts most, that says what happened rather than what will,
    and of these the one that was told first.
    """
    return tuple(
        sorted((article for article in members if article.form not in _NOT_PRINTED), key=_lead_order)
    )


def _lead_order(article: Article) -> tuple[int, float, bool, float, str]:
    told_at = article.published.timestamp() if article.published else float("inf")
    form = _LEAD_ORDER.get(article.form, len(_LEAD_ORDER))
    return form, -article.feed.weight, bool(_TO_COME.search(article.title)), told_at, article.url


_SHINGLE = 5
"""Words in a row that are compared; shorter runs are shared by chance (Broder 1997)."""
_MIN_REPEATED = 0.5
"""Share of the shorter text that stands in the longer one at which it is a copy."""
_MIN_SHINGLES = 12
"""Runs that a text must have to be judged; a two-line feed summary proves nothing."""


def copies(articles: Sequence[Article]) -> tuple[str, ...]:
    """Addresses of the articles that repeat an earlier one of the sequence, in its order.

    The sequence is that of the story: of two that share a text, the second is the copy.
    """
    found: list[str] = []
    originals: list[frozenset[tuple[str, ...]]] = []
    for article in articles:
        shingles = _shingles(article.text)
        if any(_repeats(shingles, original) for original in originals):
            found.append(article.url)
        else:
            originals.append(shingles)
    return tuple(found)


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    text_words = words(text)
    return frozenset(text_words[i : i + _SHINGLE] for i in range(len(text_words) - _SHINGLE + 1))


def _repeats(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _MIN_SHINGLES and len(one & other) >= _MIN_REPEATED * shorter
