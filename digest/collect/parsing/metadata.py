"""What a page says of itself in JSON-LD, OpenGraph and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from digest.collect.parsing import html_text
from digest.collect.parsing.authors import find_authors, without_contacts
from digest.collect.parsing.blocks import Block, letters_and_digits
from digest.collect.parsing.headline import find_title
from digest.collect.parsing.timestamps import Habit, parse_local_timestamp
from digest.text.languages import alternatives

_ARTICLE = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_PUBLISHED = ("article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "publishdate", "sailthru.date", "parsely-pub-date", "og:published_time")  # fmt: skip
_UPDATED = ("article:modified_time", "datemodified", "last-modified", "og:updated_time", "lastmod")
_AUTHORS = (
    "author",
    "article:author",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "byl",
    "articleauthor",
    "twitter:misc:written by",
)
_WRITTEN = re.compile(alternatives(lambda language: language.page.written), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself; empty if it says nothing."""

    title: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""
    canonical: str = ""
    section: str = ""
    image: str = ""
    types: tuple[str, ...] = ()
    """Types of what the page shows, by schema.org and OpenGraph."""
    pictures: int = 0
    """Pictures with a caption."""
    players: int = 0
    """Players of videos."""
    is_opinion: bool = False
    """Whether it is said to be an opinion."""
    is_free: bool = True
    structured_text: str = ""
    """The article text if the structured data has it."""


def read_metadata(root: HtmlElement, url: str = "") -> Metadata:
    """What the page says of itself: structured data, then meta elements, then what it shows."""
    found = list(json_ld_objects(root))
    data = next((thing for thing in found if _is_article(thing)), {})
    metas = _meta_elements(root)
    own = [data] if data else found
    language = json_text(data.get("inLanguage")) or root.get("lang") or ""
    habit = Habit(language)
    return Metadata(
        title=_title(root, data, metas, url),
        standfirst=json_text(data.get("description"))
        or _first_meta(metas, ("og:description", "description")),
        authors=_authors(root, data, metas),
        published=parse_local_timestamp(
            json_text(data.get("datePublished")) or _first_meta(metas, _PUBLISHED), habit
        ),
        updated=parse_local_timestamp(
            json_text(data.get("dateModified")) or _first_meta(metas, _UPDATED), habit
        ),
        language=language,
        canonical=next(iter(root.xpath("//link[@rel='canonical']/@href")), "") or metas.get("og:url", ""),
        section=json_text(data.get("articleSection")) or metas.get("article:section", ""),
        image=metas.get("og:image", ""),
        types=(*(kind for thing in own for kind in schema_types(thing)), metas.get("og:type", "")),
        pictures=len(
            root.xpath(
                "//figure[.//img and not(ancestor::a)]/figcaption[string-length(normalize-space()) >= 20]"
            )
        ),
        players=len(root.xpath("//video | //iframe[contains(@src, 'player') or contains(@src, '/embed/')]")),
        is_opinion=metas.get("article:opinion", "").lower() == "true",
        is_free=str(data.get("isAccessibleForFree", True)).lower() != "false"
        and metas.get("article:content_tier", "").lower() != "locked",
        structured_text=json_paragraphs(data.get("articleBody")),
    )


def _title(root: HtmlElement, data: Mapping[str, Any], metas: Mapping[str, str], url: str) -> str:
    outlets = (
        metas.get("og:site_name", ""),
        metas.get("application-name", ""),
        json_text(data.get("publisher")),
    )
    return find_title(root, json_text(data.get("headline")), _first_meta(metas, _TITLES), outlets, url)


def _authors(root: HtmlElement, data: Mapping[str, Any], metas: Mapping[str, str]) -> tuple[str, ...]:
    """Who wrote it by structured data, by meta elements, by what the page shows; the outlet itself comes last."""
    outlets = {
        letters_and_digits(json_text(data.get("publisher"))),
        letters_and_digits(metas.get("og:site_name", "")),
        letters_and_digits(metas.get("publisher", "")),
    }
    structured = without_contacts(person_names(data.get("author")))
    meta = without_contacts(html_text.plain(metas[name]) for name in _AUTHORS if metas.get(name))[:1]
    card = _names(metas.get("twitter:data1", "") if _WRITTEN.search(metas.get("twitter:label1", "")) else "")
    for names in (() if _is_organisation(data.get("author")) else structured, meta, card):
        if names and letters_and_digits(names[0]) not in outlets:
            return names
    return find_authors(root) or meta or structured


def _is_organisation(author: object) -> bool:
    return isinstance(author, dict) and "Organization" in str(author.get("@type"))


def _is_article(thing: Mapping[str, Any]) -> bool:
    return any(kind.endswith(_ARTICLE) for kind in schema_types(thing))


def _meta_elements(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = meta.get("content") or ""
        if name and content.strip():
            found.setdefault(name, content.strip())
    return found


def _first_meta(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((html_text.plain(metas[name]) for name in names if metas.get(name)), "")


def _names(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


JsonLd = Mapping[str, Any]

MAX_DEPTH = 4
"""Levels of lists, graphs and main entities that are looked into."""

MAX_OBJECTS = 100
"""Things of one list that are looked at."""

_WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$|;\s*$")


def json_ld_objects(root: HtmlElement) -> Iterator[JsonLd]:
    """What a page says that it shows, in its order; what is not JSON is passed over."""
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            try:
                data = json.loads(_WRAPPED.sub("", script.text or ""), strict=False)
            except (ValueError, RecursionError):
                continue
            yield from _nested_objects(data, 0)


def schema_types(thing: JsonLd) -> tuple[str, ...]:
    """The types of a thing without the address of their vocabulary."""
    found = thing.get("@type")
    names = found if isinstance(found, list) else [found]
    return tuple(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))


def json_text(value: object, depth: int = 0) -> str:
    """A value on one line: a string, the first of a list, the name or the address of a thing."""
    if isinstance(value, list):
        return json_text(value[0], depth + 1) if value and depth < MAX_DEPTH else ""
    if isinstance(value, dict):
        named = value.get("name") or value.get("@value") or value.get("url")
        return json_text(named, depth + 1) if depth < MAX_DEPTH else ""
    return html_text.plain(value) if isinstance(value, str) else ""


def json_paragraphs(value: object) -> str:
    """A text with a paragraph a line, from a string or a list of them."""
    parts = value if isinstance(value, list) else [value]
    return "\n".join(html_text.paragraphs(part) for part in parts if isinstance(part, str))


def person_names(value: object) -> tuple[str, ...]:
    """The names of persons or organisations, each once."""
    listed = value if isinstance(value, list) else [value]
    names = (json_text(one) for one in listed[:MAX_OBJECTS])
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("http")))


def _nested_objects(data: object, depth: int) -> Iterator[JsonLd]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for part in data[:MAX_OBJECTS]:
            yield from _nested_objects(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        yield from _nested_objects(data.get("@graph", ()), depth + 1)
        yield from _nested_objects(data.get("mainEntity", ()), depth + 1)


MAX_DATE_LINE = 60
"""Characters of the longest line that is a date and little else: "Published on Monday 2 March 2026, 06:30"."""


def find_date(root: HtmlElement, blocks: Sequence[Block], language: str = "") -> datetime | None:
    """The first moment that is marked as one, else the first line that is a date; below the headline before above it."""
    times = (element.get("datetime") or element.text_content() for element in root.iter("time"))
    return next(_timestamps((*times, *_short_lines(blocks)), Habit(language)), None)


def _short_lines(blocks: Sequence[Block]) -> list[str]:
    """The short lines of a page, those that follow its headline first."""
    head = next((i for i, block in enumerate(blocks) if block.element.tag == "h1"), 0)
    return [b.text for b in (*blocks[head:], *blocks[:head]) if len(b.text) <= MAX_DATE_LINE]


def _timestamps(texts: Sequence[str], habit: Habit) -> Iterator[datetime]:
    for text in texts:
        if any(c.isdigit() for c in text) and (moment := parse_local_timestamp(text, habit)):
            yield moment
