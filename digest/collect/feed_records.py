"""What has to be remembered of feeds from run to run, and cannot be fetched again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from digest.models import FeedRecord, SeenItem


class FeedRecords(Protocol):
    """A record for each address of a feed, as the store keeps them."""

    def load(self, url: str) -> FeedRecord | None:
        """How reading that feed went; None if it was never asked."""

    def save(self, record: FeedRecord, now: datetime) -> None:
        """Keep the record in place of the earlier one of that address."""

    def note_articles(self, articles: Mapping[tuple[str, str], str]) -> None:
        """Under which address the article of an item stands: (feed, item) → article."""


class TransientFeedRecords:
    """Records that end with the process, for a check that leaves no trace."""

    def __init__(self) -> None:
        self._records: dict[str, FeedRecord] = {}

    def load(self, url: str) -> FeedRecord | None:
        return self._records.get(url)

    def save(self, record: FeedRecord, _now: datetime) -> None:
        self._records[record.url] = record

    def note_articles(self, articles: Mapping[tuple[str, str], str]) -> None:
        for url, record in self._records.items():
            items = tuple(_with_article(item, articles.get((url, item.url))) for item in record.items)
            self._records[url] = replace(record, items=items)


def _with_article(item: SeenItem, article_url: str | None) -> SeenItem:
    return item if article_url is None else replace(item, article_url=article_url)
