"""Feeds of every kind into one form: RSS 0.90 to 2.0, RDF, Atom, JSON Feed and news sitemaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from digest.collect.parsing import urls
from digest.collect.parsing.encoding import decode, xml_bytes
from digest.collect.parsing.html_text import plain
from digest.collect.parsing.json_feed import is_json, parse_json
from digest.collect.parsing.values import ParsedFeed, UnreadableError
from digest.collect.parsing.xml_feed import parse_xml


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
    body = xml_bytes(body, content_type)
    return parse_xml(body, url) or _leniently(body, url)


def _leniently(body: bytes, url: str) -> ParsedFeed:
    from digest.collect.parsing.feedparser_fallback import parse_leniently  # noqa: PLC0415 - few feeds need it, and it loads slowly

    found = parse_leniently(body, url)
    if found is None:
        raise UnreadableError("it is no feed")
    return found


CANDIDATES = 8
"""Most addresses that are tried for one page."""

USUAL = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")

_TYPES = re.compile(
    r"application/(?:rss|atom|rdf)\+xml|application/feed\+json|(?:application|text)/xml", re.IGNORECASE
)
_COMMENTS = re.compile(r"comment", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|[/._-])(?:rss|atom|feeds?)(?:[/._-]|$)", re.IGNORECASE)


def is_page(body: bytes) -> bool:
    """Whether the bytes begin like a web page."""
    start = body[:2000].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (b"<html" in start and b"<rss" not in start)


def discover(body: bytes, url: str, content_type: str) -> ParsedFeed:
    """Where the feeds of a web page may be, the likeliest first."""
    try:
        root = lxml.html.document_fromstring(
            decode(body, content_type).encode(), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.LxmlError, ValueError):
        return ParsedFeed(title="", items=(), kind="page")
    found = (urls.clean(place, url) for place in _places(root))
    distinct = dict.fromkeys(place for place in found if place and place != url)
    return ParsedFeed(
        plain(root.findtext(".//title") or ""), (), elsewhere=tuple(islice(distinct, CANDIDATES)), kind="page"
    )


def _places(root: HtmlElement) -> Iterator[str]:
    links = [link for link in root.iter("link") if "alternate" in (link.get("rel") or "").lower()]
    named = [link for link in links if _TYPES.match(link.get("type") or "") and link.get("href")]
    yield from (
        link.get("href")
        for link in sorted(named, key=lambda link: bool(_COMMENTS.search(link.get("title") or "")))
    )
    yield from (link.get("href") for link in root.iter("a") if _NAMED.search(link.get("href") or ""))
    yield from USUAL
