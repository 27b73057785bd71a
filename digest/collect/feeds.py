"""Feeds of every kind into one form: RSS 0.90 to 2.0, RDF, Atom, JSON Feed and news sitemaps."""

from __future__ import annotations

from digest.collect.discover import discover, is_page
from digest.collect.jsonfeed import is_json, parse_json
from digest.collect.parsed import ParsedFeed, UnreadableError
from digest.collect.xmlfeed import parse_xml


def parse_feed(body: bytes, url: str, content_type: str = "") -> ParsedFeed:
    """The feed in the bytes that ``url`` answered; raises UnreadableError where they are no feed.

    What is broken is read as far as it goes. Items without a usable address are left out. A web page gives the
    addresses where its feeds may be, an index of sitemaps those of the newest (``elsewhere``).
    """
    if not body.strip():
        raise UnreadableError("it is empty")
    if is_json(body):
        return parse_json(body, url)
    if is_page(body):
        return discover(body, url, content_type)
    return parse_xml(body, url) or _leniently(body, url, content_type)


def _leniently(body: bytes, url: str, content_type: str) -> ParsedFeed:
    from digest.collect.lenient import parse_leniently  # noqa: PLC0415 - few feeds need it, and it loads slowly

    found = parse_leniently(body, url, content_type)
    if found is None:
        raise UnreadableError("it is no feed")
    return found
