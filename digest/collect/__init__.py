"""Feeds of the config go in; entries come out, and articles for the entries that are worth reading.

``open_web`` opens what both need: the HTTP client with its limits, robots.txt, the parser processes and
the cache. What fails becomes a Problem of its source and affects nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.collect.articles import read_articles
    from digest.collect.cache import Cache
    from digest.collect.feeds import read_feeds
    from digest.collect.web_client import WebClient, open_web

__all__ = ["Cache", "WebClient", "open_web", "read_articles", "read_feeds"]

_HOMES = {
    "Cache": "cache",
    "WebClient": "web_client",
    "open_web": "web_client",
    "read_articles": "articles",
    "read_feeds": "feeds",
}


def __getattr__(name: str) -> object:
    # Every collection starts parser processes, which need neither HTTP nor what is kept: most of their start.
    if name in _HOMES:
        return getattr(import_module(f"digest.collect.{_HOMES[name]}"), name)
    raise AttributeError(name)
