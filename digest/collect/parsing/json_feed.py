"""JSON Feed, versions 1 and 1.1 (jsonfeed.org)."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping
from typing import Any

from digest.collect.parsing import urls
from digest.collect.parsing.encoding import decode
from digest.collect.parsing.html_text import plain
from digest.collect.parsing.values import ParsedFeed, RawItem, UnreadableError, parsed_feed


def is_json(body: bytes) -> bool:
    """Whether the body is a JSON object rather than XML."""
    return body.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"


def parse_json(body: bytes, url: str) -> ParsedFeed:
    """The feed in a JSON body; raises UnreadableError where it is none."""
    try:
        feed = json.loads(decode(body), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is broken JSON") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise UnreadableError("it is JSON without a list of items, no JSON Feed")
    entries = (entry for entry in feed["items"] if isinstance(entry, dict))
    raw = (_raw(entry, feed, url) for entry in entries)
    return parsed_feed(plain(_text(feed, "title")), raw, language=_text(feed, "language"))


def _raw(entry: Mapping[str, Any], feed: Mapping[str, Any], url: str) -> RawItem:
    places = (_text(entry, key) for key in ("url", "external_url"))
    text = html.escape(_text(entry, "content_text"), quote=False)
    return RawItem(
        base=url,
        link=next((place for place in places if urls.clean(place, url)), ""),
        identity=_text(entry, "id"),
        title=html.escape(_text(entry, "title"), quote=False),
        published=_text(entry, "date_published"),
        updated=_text(entry, "date_modified"),
        summary=html.escape(_text(entry, "summary"), quote=False),
        content=_text(entry, "content_html") or text,
        authors=_authors(entry) or _authors(feed),
        categories=[tag for tag in entry.get("tags") or () if isinstance(tag, str)],
        language=_text(entry, "language"),
    )


def _text(values: Mapping[str, Any], key: str) -> str:
    value = values.get(key)
    return value if isinstance(value, str) else ""


def _authors(values: Mapping[str, Any]) -> list[str]:
    listed = values.get("authors") or [values.get("author")]
    people = listed if isinstance(listed, list) else []
    return [_text(person, "name") for person in people if isinstance(person, dict)]
