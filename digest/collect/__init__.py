"""Feeds of the config go in; entries come out, and articles for the entries that are worth reading.

``open_web`` opens what both need: the HTTP client with its limits, robots.txt, the parser processes and
what is kept between runs. What fails is a Problem of its source and hurts nothing else.
"""

from digest.collect.kept import Keep
from digest.collect.read_articles import read_articles
from digest.collect.read_feeds import read_feeds
from digest.collect.web import Web, open_web

__all__ = ["Keep", "Web", "open_web", "read_articles", "read_feeds"]
