"""Which report of an event leads: its headline is printed, and it is read first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from digest.models import Article

_UNTOLD = frozenset({"gallery", "video", "round_up"})
"""Forms with no telling of one event to print."""
_LEADS: dict[str, int] = {"article": 0, "feed": 1, "stub": 2}
"""News before what else is said of it: a live blog or an opinion leads a story only where nothing else tells it."""
_TO_COME = re.compile(
    r"\b(?:set|poised|due|expected|likely|scheduled|about|preparing|prepares?|braced|ready) to\b|\bon the verge of\b",
    re.IGNORECASE,
)
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
