"""Feeds that are not well-formed, read as far as they go with feedparser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import feedparser

from digest.collect.parsing.html_text import plain
from digest.collect.parsing.values import ParsedFeed, RawItem, UnreadableError, parsed_feed
from digest.collect.parsing.xml_feed import without_entities

_DATES = ("published", "created", "issued", "date")


def parse_leniently(body: bytes, url: str) -> ParsedFeed | None:
    """The feed in the bytes; None where nothing in them is of a feed, UnreadableError where they cannot be read."""
    headers = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    try:
        found = feedparser.parse(without_entities(body), response_headers=headers, sanitize_html=False)
    except Exception as error:  # what trips feedparser is broken beyond repair
        raise UnreadableError("it is broken beyond repair") from error
    if not found.get("version") and not found.entries:
        return None
    ttl = str(found.feed.get("ttl", ""))
    return parsed_feed(
        plain(found.feed.get("title") or ""),
        (_raw(entry, url) for entry in found.entries),
        language=found.feed.get("language") or "",
        ttl=int(ttl) if ttl.isdigit() else 0,
    )


def _raw(entry: Mapping[str, Any], url: str) -> RawItem:
    content = "\n".join(part["value"] for part in entry.get("content", ()) if part.get("value"))
    summary = entry.get("summary") or ""
    names = [author.get("name") or "" for author in entry.get("authors", ())]
    return RawItem(
        base=url,
        link=_link(entry),
        identity=entry.get("id", ""),
        title=entry.get("title") or "",
        published=next((entry[key] for key in _DATES if entry.get(key)), ""),
        updated=(entry["updated"] or "") if "updated" in entry else "",
        summary="" if summary == content else summary,
        content=content,
        authors=names or [entry.get("author") or ""],
        categories=[tag["term"] for tag in entry.get("tags", ()) if tag.get("term")],
        language=(entry.get("title_detail") or {}).get("language") or "",
    )


def _link(entry: Mapping[str, Any]) -> str:
    pages = [link for link in entry.get("links", ()) if link.get("rel") == "alternate" and link.get("href")]
    best = next((link for link in pages if "html" in link.get("type", "html")), pages[0] if pages else {})
    return str(best.get("href") or entry.get("link") or "")
