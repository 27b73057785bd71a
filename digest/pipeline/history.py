"""What an edition is called, how it is kept, and what later ones remember of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from digest import edition_json
from digest.models import EarlierCoverage, Edition, Pick
from digest.settings import Settings

if TYPE_CHECKING:
    from digest.store.store import Store

MEMORY = timedelta(days=14)
"""How far back an edition remembers what was told; affairs that rest longer are news again."""


def edition_id(settings: Settings, now: datetime) -> str:
    """The name of the day's edition: its date where the reader is."""
    return str(now.astimezone(settings.timezone).date())


def remembered(store: Store, settings: Settings, now: datetime) -> tuple[EarlierCoverage, ...]:
    """What the editions before today's told, the latest first: making a day again must not change it."""
    today = now.astimezone(settings.timezone).date()
    earlier = store.editions.between(today - MEMORY, today)
    return tuple(told for text in reversed(earlier) for told in _told(edition_json.read(text)))


def printed_urls(store: Store, settings: Settings, now: datetime) -> frozenset[str]:
    """The addresses of all articles that editions of the last two weeks rest on, today's too."""
    today = now.astimezone(settings.timezone).date()
    editions = store.editions.between(today - MEMORY, today + timedelta(days=1))
    return frozenset(url for text in editions for told in _told(edition_json.read(text)) for url in told.urls)


def _told(edition: Edition) -> Iterator[EarlierCoverage]:
    for brief in edition.briefs:
        urls = tuple(article.url for article in brief.articles)
        told = (brief.standfirst, *brief.points) if brief.standfirst else brief.points
        points = tuple(point.text for point in told)
        corrected = tuple(correction.text for correction in brief.corrections)
        yield EarlierCoverage(
            edition.id, edition.date, brief.story_id, brief.headline, urls, points, brief.storyline, corrected
        )


def keep_texts(edition: Edition, picks: Sequence[Pick], store: Store) -> None:
    """Keep the texts of the articles that the edition cites, so that its evidence can be shown where it stands."""
    cited = {e.url for b in edition.briefs for p in b.points for e in p.evidence}
    articles = (article for pick in picks for article in pick.story.articles)
    texts = {article.url: article.text for article in articles if article.url in cited}
    store.cited_texts.save(edition.id, texts, edition.made_at)


def save(edition: Edition, store: Store, *, again: bool = False) -> None:
    """Keep the edition.

    Raises ``EditionError`` if one of that day was already sent, and where one was edited or approved unless
    it is made ``again`` on purpose.
    """
    store.editions.save(edition.id, edition.date, edition_json.write(edition), edition.made_at, again=again)
