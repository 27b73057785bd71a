from __future__ import annotations

import json
from datetime import UTC, datetime

from digest.collect import cache
from digest.collect.cache import CachedFeed, CachedResponse
from digest.collect.parsing.values import FeedItem, ParsedFeed

NOW = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
FEED = CachedFeed(
    CachedResponse(NOW, "https://gazette.example/feed", etag='"1"'),
    ParsedFeed("The Gazette", (FeedItem("https://gazette.example/a", "A vote"),)),
)


def test_a_cached_feed_is_read_back_as_it_was() -> None:
    assert cache.load(cache.FEED, cache.dump(cache.FEED, FEED)) == FEED


def test_a_feed_keeps_the_keys_under_which_earlier_versions_cached_it() -> None:
    assert list(json.loads(cache.dump(cache.FEED, FEED))) == ["kept", "feed", "moved", "page"]


def test_what_is_not_of_today_s_form_counts_as_not_cached() -> None:
    assert cache.load(cache.FEED, '{"feed": {}}') is None
