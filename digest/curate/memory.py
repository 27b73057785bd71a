"""What earlier editions told of a story, and whether there is anything new since."""

from __future__ import annotations

from collections.abc import Sequence

from digest.models import Article, Told
from digest.text.words import stems

_SAME = 0.34
"""Share of the headline's content words that stand in a report of the same event."""
_POINT = 3
"""Content words of the title that stand in one point that was told."""
_NEW = 0.25
"""Share of a report's opening words that was not told before, at which there is something new."""


def predecessor(articles: Sequence[Article], told: Sequence[Told]) -> Told | None:
    """The latest telling of the same event: a shared address, or the words of its headline and points."""
    urls = {article.url for article in articles} | {article.entry.url for article in articles}
    latest_first = sorted(told, key=lambda t: (t.date, t.edition), reverse=True)
    by_address = next((t for t in latest_first if urls & set(t.urls)), None)
    return by_address or next((t for t in latest_first if _same(articles, t)), None)


def news(articles: Sequence[Article], told: Told) -> tuple[Article, ...]:
    """The articles that say what the earlier edition did not, corrections first, else in their order."""
    new = [a for a in articles if a.corrections or (a.url not in told.urls and _says_new(a, told))]
    return tuple(sorted(new, key=lambda article: not article.corrections))


def _same(articles: Sequence[Article], told: Told) -> bool:
    return any(_close(article, told) for article in articles)


def _close(article: Article, told: Told) -> bool:
    """Half of the title was told, and it shares more than a name with the headline or with one of the points."""
    title = set(stems(article.title, article.language))
    headline, *points = (set(stems(part, article.language)) for part in (told.headline, *told.points))
    if 2 * len(title & headline.union(*points)) < len(title):
        return False
    shared = len(title & headline)
    return (shared >= 2 and shared >= _SAME * len(headline)) or any(len(title & p) >= _POINT for p in points)


def _says_new(article: Article, told: Told) -> bool:
    known = set(stems(" ".join((told.headline, *told.points)), article.language))
    opening = set(stems(f"{article.title} {article.text[:600]}", article.language))
    return len(opening - known) >= _NEW * len(opening)
