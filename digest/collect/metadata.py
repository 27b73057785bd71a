"""What a page says of itself in JSON-LD, OpenGraph and meta elements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from lxml.html import HtmlElement

from digest.collect import markup
from digest.collect.blocks import bare
from digest.collect.bylines import find_authors, without_contacts
from digest.collect.dates import parse_local_date
from digest.collect.titles import find_title
from digest.models import Form

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
_WRITTEN = re.compile(
    r"written|by\b|verfasst|autor|auteur|écrit|escrito|scritto|geschreven|skrevet", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page says of itself; empty where it says nothing."""

    title: str = ""
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""
    canonical: str = ""
    section: str = ""
    image: str = ""
    form: Form = "article"
    free: bool = True
    body: str = ""
    """The article text where the structured data has it."""


def read_metadata(root: HtmlElement, url: str = "") -> Facts:
    """What the page says of itself: structured data, then meta elements, then what it shows."""
    data = next(_articles(root), {})
    metas = _metas(root)
    return Facts(
        title=_title(root, data, metas, url),
        standfirst=_text(data.get("description")) or _first(metas, ("og:description", "description")),
        authors=_authors(root, data, metas),
        published=parse_local_date(_text(data.get("datePublished")) or _first(metas, _PUBLISHED)),
        updated=parse_local_date(_text(data.get("dateModified")) or _first(metas, _UPDATED)),
        language=_text(data.get("inLanguage")) or root.get("lang") or "",
        canonical=next(iter(root.xpath("//link[@rel='canonical']/@href")), "") or metas.get("og:url", ""),
        section=_text(data.get("articleSection")) or metas.get("article:section", ""),
        image=metas.get("og:image", ""),
        form="live_blog" if data.get("@type") == "LiveBlogPosting" else "article",
        free=str(data.get("isAccessibleForFree", True)).lower() != "false",
        body=markup.paragraphs(str(data.get("articleBody") or "")),
    )


def _title(root: HtmlElement, data: Mapping[str, Any], metas: Mapping[str, str], url: str) -> str:
    outlets = (metas.get("og:site_name", ""), metas.get("application-name", ""), _text(data.get("publisher")))
    return find_title(root, _text(data.get("headline")), _first(metas, _TITLES), outlets, url)


def _authors(root: HtmlElement, data: Mapping[str, Any], metas: Mapping[str, str]) -> tuple[str, ...]:
    """Who wrote it by structured data, by meta elements, by what the page shows; the outlet itself comes last."""
    outlets = {
        bare(_text(data.get("publisher"))),
        bare(metas.get("og:site_name", "")),
        bare(metas.get("publisher", "")),
    }
    told = without_contacts(_people(data.get("author")))
    meta = without_contacts(markup.plain(metas[name]) for name in _AUTHORS if metas.get(name))[:1]
    card = _names(metas.get("twitter:data1", "") if _WRITTEN.search(metas.get("twitter:label1", "")) else "")
    for names in (() if _is_organisation(data.get("author")) else told, meta, card):
        if names and bare(names[0]) not in outlets:
            return names
    return find_authors(root) or meta or told


def _is_organisation(author: object) -> bool:
    return isinstance(author, dict) and "Organization" in str(author.get("@type"))


def _articles(root: HtmlElement) -> Iterator[Mapping[str, Any]]:
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except ValueError:
            continue
        yield from _walk(data, 0)


def _walk(data: object, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for part in data[:100]:
            yield from _walk(part, depth + 1)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_ARTICLE) for kind in names):
            yield data
        yield from _walk(data.get("@graph", ()), depth + 1)
        yield from _walk(data.get("mainEntity", ()), depth + 1)


def _metas(root: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = meta.get("content") or ""
        if name and content.strip():
            found.setdefault(name, content.strip())
    return found


def _first(metas: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((markup.plain(metas[name]) for name in names if metas.get(name)), "")


def _text(value: object) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("url"))
    return markup.plain(value) if isinstance(value, str) else ""


def _people(value: object) -> tuple[str, ...]:
    people = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(name for name in map(_text, people) if name and not name.startswith("http")))


def _names(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
