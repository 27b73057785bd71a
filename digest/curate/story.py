"""Which report of an event leads: its headline is printed, and it is read first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digest.models import Article
from digest.text.languages import language
from digest.text.tokens import words

_UNTOLD = frozenset({"gallery", "video", "round_up"})
"""Forms with no telling of one event to print."""
_LEADS: dict[str, int] = {"article": 0, "feed": 1, "stub": 2}
"""News before what else is said of it: a live blog or an opinion leads a story only where nothing else tells it."""
_TO_COME = re.compile(language("en").news.to_come, re.IGNORECASE)
"""A headline in English that tells of what is about to happen."""


def printable(members: Iterable[Article]) -> tuple[Article, ...]:
    """The reports that tell an event, in the order of print.

    News that was read in full leads, of a source that counts most, that says what happened rather than what will,
    and of these the one that was told first.
    """
    return tuple(sorted((article for article in members if article.form not in _UNTOLD), key=_rank))


def _rank(article: Article) -> tuple[int, float, bool, float, str]:
    told_at = article.published.timestamp() if article.published else float("inf")
    form = _LEADS.get(article.form, len(_LEADS))
    return form, -article.feed.weight, bool(_TO_COME.search(article.title)), told_at, article.url


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
