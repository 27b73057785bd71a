"""Structured data in a page: JSON-LD, which publishers write in every shape there is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from digest.collect import markup

Thing = Mapping[str, Any]

DEEPEST = 4
"""Levels of lists, graphs and main entities that are looked into."""

MOST = 100
"""Things of one list that are looked at."""

_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$|;\s*$")


def things(root: HtmlElement) -> Iterator[Thing]:
    """What a page says that it shows, in its order; what is no JSON says nothing."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                data = json.loads(_WRAPPED.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _walk(data, 0)


def kinds(thing: Thing) -> tuple[str, ...]:
    """The types of a thing without the address of their vocabulary."""
    found = thing.get("@type")
    names = found if isinstance(found, list) else [found]
    return tuple(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))


def text(value: object, depth: int = 0) -> str:
    """A value on one line: a string, the first of a list, the name or the address of a thing."""
    if isinstance(value, list):
        return text(value[0], depth + 1) if value and depth < DEEPEST else ""
    if isinstance(value, dict):
        named = value.get("name") or value.get("@value") or value.get("url")
        return text(named, depth + 1) if depth < DEEPEST else ""
    return markup.plain(value) if isinstance(value, str) else ""


def paragraphs(value: object) -> str:
    """A text with a paragraph a line, from a string or a list of them."""
    parts = value if isinstance(value, list) else [value]
    return "\n".join(markup.paragraphs(part) for part in parts if isinstance(part, str))


def people(value: object) -> tuple[str, ...]:
    """The names of persons or organisations, each once."""
    listed = value if isinstance(value, list) else [value]
    names = (text(one) for one in listed[:MOST])
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _walk(data: object, depth: int) -> Iterator[Thing]:
    if depth > DEEPEST:
        return
    if isinstance(data, list):
        for part in data[:MOST]:
            yield from _walk(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _walk(data.get("@graph", ()), depth + 1)
        yield from _walk(data.get("mainEntity", ()), depth + 1)
