"""Feeds that are not well-formed, read as far as they go with feedparser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import feedparser

from digest.collect.items import MAX_ITEMS, RawItem, finished
from digest.collect.markup import plain
from digest.collect.parsed import ParsedFeed
from digest.collect.xmlfeed import without_entities

_DATES = ("published", "created", "issued", "date")


def parse_leniently(body: bytes, url: str, content_type: str) -> ParsedFeed | None:
    """The feed in the bytes; None where nothing in them is of a feed."""
    headers = {"content-location": url, "content-type": content_type}
    found = feedparser.parse(without_entities(body), response_headers=headers, sanitize_html=False)
    if not found.get("version") and not found.entries:
        return None
    ttl = str(found.feed.get("ttl", ""))
    return ParsedFeed(
        title=plain(found.feed.get("title", "")),
        items=finished(_raw(entry, url) for entry in found.entries[:MAX_ITEMS]),
        language=found.feed.get("language", ""),
        ttl=int(ttl) if ttl.isdigit() else 0,
    )


def _raw(entry: Mapping[str, Any], url: str) -> RawItem:
    content = "\n".join(part["value"] for part in entry.get("content", ()) if part.get("value"))
    summary = entry.get("summary", "")
    names = [author.get("name", "") for author in entry.get("authors", ())]
    return RawItem(
        base=url,
        link=_link(entry),
        title=entry.get("title", ""),
        published=next((entry[key] for key in _DATES if entry.get(key)), ""),
        updated=entry["updated"] if "updated" in entry else "",  # noqa: SIM401 - get() would give published for it
        summary="" if summary == content else summary,
        content=content,
        authors=names or [entry.get("author", "")],
        categories=[tag["term"] for tag in entry.get("tags", ()) if tag.get("term")],
        language=(entry.get("title_detail") or {}).get("language") or "",
    )


def _link(entry: Mapping[str, Any]) -> str:
    pages = [link for link in entry.get("links", ()) if link.get("rel") == "alternate" and link.get("href")]
    best = next((link for link in pages if "html" in link.get("type", "html")), pages[0] if pages else {})
    identity = entry.get("id", "")
    return str(best.get("href") or entry.get("link") or (identity if identity.startswith("http") else ""))
