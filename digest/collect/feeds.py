"""Feeds of every kind into one form: RSS 0.90 to 2.0, RDF, Atom and JSON Feed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

import feedparser

from digest.collect import addresses, markup
from digest.collect.dates import parse_date
from digest.collect.jsonfeed import is_json, parse_json
from digest.collect.parsed import Item, ParsedFeed, UnreadableError

MAX_ITEMS = 1000
"""Most items that are read of one feed, from the top: a day of a busy agency has fewer."""

_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]*\[.*?\]\s*>", re.DOTALL | re.IGNORECASE)
_DATES = ("published", "created", "issued", "date")


def parse_feed(body: bytes, url: str, content_type: str = "") -> ParsedFeed:
    """The feed in the bytes that ``url`` answered; raises UnreadableError where they are no feed.

    What is broken is read as far as it goes. Items without a usable address are left out.
    """
    if is_json(body):
        return parse_json(body, url)
    found = feedparser.parse(
        _start(body),
        response_headers={"content-location": url, "content-type": content_type},
        sanitize_html=False,
    )
    if not found.get("version") and not found.entries:
        raise UnreadableError(_no_feed(body))
    items = (_item(entry, url) for entry in found.entries[:MAX_ITEMS])
    return ParsedFeed(
        title=markup.plain(found.feed.get("title", "")),
        items=tuple(item for item in items if item),
        language=found.feed.get("language", ""),
        ttl=int(found.feed.get("ttl")) if str(found.feed.get("ttl", "")).isdigit() else 0,
    )


def _start(body: bytes) -> bytes:
    """The body without what stands before its first tag, which makes XML parsers give up, and without entities."""
    body = _ENTITIES.sub(b"", body, count=1) if b"<!ENTITY" in body else body
    at = body.find(b"<")
    return body[at:] if 0 < at < 1000 and not body[:at].strip(b"\xef\xbb\xbf\r\n\t ") else body


def _no_feed(body: bytes) -> str:
    start = body[:2000].lstrip().lower()
    if not start:
        return "it is empty"
    return (
        "it is a web page and no feed" if b"<html" in start or b"<!doctype html" in start else "it is no feed"
    )


def _item(entry: Mapping[str, Any], base: str) -> Item | None:
    url = addresses.clean(_link(entry), base)
    title = markup.plain(entry.get("title", ""))
    if not url or not (title or entry.get("summary")):
        return None
    content = "\n".join(_texts(entry.get("content", ())))
    summary = "" if entry.get("summary") == content else entry.get("summary", "")
    return Item(
        url=url,
        title=title,
        published=next(
            filter(None, (parse_date(entry.get(key) or "") for key in _DATES if key in entry)), None
        ),
        updated=parse_date(entry["updated"]) if "updated" in entry else None,
        summary=markup.plain(summary or content)[:4000],
        content=markup.paragraphs(content),
        authors=_authors(entry),
        categories=tuple(
            dict.fromkeys(markup.plain(t["term"]) for t in entry.get("tags", ()) if t.get("term"))
        ),
        language=_language(entry),
    )


def _link(entry: Mapping[str, Any]) -> str:
    links = entry.get("links", ())
    pages = [x for x in links if x.get("rel") == "alternate" and x.get("href")]
    best = next((x for x in pages if "html" in x.get("type", "html")), pages[0] if pages else None)
    identity = entry.get("id", "")
    return (
        (best or {}).get("href")
        or entry.get("link")
        or (identity if re.match(r"https?://", identity) else "")
    )


def _texts(contents: Iterable[Mapping[str, str]]) -> Iterable[str]:
    return (c["value"] for c in contents if c.get("value"))


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    names = [a.get("name", "") for a in entry.get("authors", ())] or [entry.get("author", "")]
    return tuple(dict.fromkeys(filter(None, (markup.plain(name) for name in names))))


def _language(entry: Mapping[str, Any]) -> str:
    details = (entry.get("content") or [{}])[0], entry.get("title_detail") or {}
    return next((d["language"] for d in details if d.get("language")), "")
