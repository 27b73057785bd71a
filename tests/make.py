"""Builders for tests: short ways to whole values."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from digest.models import Article, EarlierCoverage, Entry, Feed, Pick, Story, Topic
from digest.text.sentences import split_sentences

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


def feed(outlet: str = "The Herald", **fields: Any) -> Feed:
    """A feed of an outlet, at an address made from its name."""
    host = outlet.lower().replace(" ", "-")
    return Feed(**{"url": f"https://{host}.example/feed.xml", "outlet": outlet, **fields})


def entry(title: str = "Council adopts budget", outlet: str = "The Herald", **fields: Any) -> Entry:
    """An entry an hour before NOW, at an address made from its title."""
    source = fields.pop("feed", None) or feed(outlet)
    slug = "-".join(title.lower().split())
    url = source.url.replace("feed.xml", slug)
    return Entry(
        **{
            "feed": source,
            "url": url,
            "title": title,
            "published": NOW - timedelta(hours=1),
            "language": "en",
            **fields,
        }
    )


def article(
    text: str, title: str = "Council adopts budget", outlet: str = "The Herald", **fields: Any
) -> Article:
    """An article with that text, a paragraph a line, split into sentences."""
    source = fields.pop("entry", None) or entry(title, outlet)
    values = {
        "entry": source,
        "url": source.url,
        "title": source.title,
        "text": text,
        "sentences": split_sentences(text, source.language or "en"),
        "published": source.published,
        "language": source.language,
    }
    return Article(**{**values, **fields})


def story(*texts: str | Article, id: str = "story-1") -> Story:  # noqa: A002 - the field's own name
    """A story of those articles; a text becomes an article of an outlet of its own."""
    outlets = ("The Herald", "Daily Courier", "Evening Post", "Morning Star")
    articles = [
        t if isinstance(t, Article) else article(t, outlet=outlets[i % 4]) for i, t in enumerate(texts)
    ]
    return Story(id=id, articles=tuple(articles))


def pick(*texts: str | Article, topic: str = "Politics", **fields: Any) -> Pick:
    """A pick of a story of those articles."""
    return Pick(**{"story": story(*texts), "topic": topic, "score": 0.5, **fields})


def topic(name: str = "Politics", *words: str, **fields: Any) -> Topic:
    """A topic with those words, or its own name as the only one."""
    return Topic(**{"name": name, "words": words or (name,), **fields})


def earlier_coverage(**fields: Any) -> EarlierCoverage:
    """What yesterday's edition told of a story."""
    values = {
        "edition_id": "2026-03-01",
        "date": date(2026, 3, 1),
        "story_id": "s1",
        "headline": "Council adopts budget",
        "urls": (),
        "points": ("The council adopted the budget.",),
    }
    return EarlierCoverage(**{**values, **fields})
