"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from digest.collect import addresses, markup
from digest.collect.dates import parse_date
from digest.collect.parsed import Item, ParsedFeed, UnreadableError


def is_json(body: bytes) -> bool:
    """Whether the body is a JSON object rather than XML."""
    return body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def parse_json(body: bytes, url: str) -> ParsedFeed:
    """The feed in a JSON body; raises UnreadableError where it is none."""
    try:
        feed = json.loads(body.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is broken JSON") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise UnreadableError("it is JSON without a list of items, no JSON Feed")
    items = (_item(entry, feed, url) for entry in feed["items"][:1000] if isinstance(entry, dict))
    return ParsedFeed(
        title=markup.plain(_text(feed, "title")),
        items=tuple(item for item in items if item),
        language=_text(feed, "language"),
    )


def _item(entry: Mapping[str, Any], feed: Mapping[str, Any], base: str) -> Item | None:
    url = next(
        filter(
            None,
            (
                addresses.clean(_text(entry, k), base)
                for k in ("url", "external_url", "id")
                if _text(entry, k)
            ),
        ),
        "",
    )
    content = markup.paragraphs(_text(entry, "content_html")) or markup.tidy(_text(entry, "content_text"))
    summary = markup.plain(_text(entry, "summary")) or " ".join(content.split())[:4000]
    if not url or not (_text(entry, "title") or summary):
        return None
    return Item(
        url=url,
        title=markup.plain(_text(entry, "title")),
        published=parse_date(_text(entry, "date_published")),
        updated=parse_date(_text(entry, "date_modified")),
        summary=summary,
        content=content,
        authors=_authors(entry) or _authors(feed),
        categories=tuple(t for t in entry.get("tags") or () if isinstance(t, str)),
        language=_text(entry, "language"),
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _authors(values: Mapping[str, Any]) -> tuple[str, ...]:
    listed = values.get("authors") or [values.get("author")]
    people = listed if isinstance(listed, list) else []
    return tuple(filter(None, (markup.plain(_text(p, "name")) for p in people if isinstance(p, dict))))
