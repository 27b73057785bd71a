"""Well-formed RSS 0.90 to 2.0, RDF and Atom 0.3 and 1.0, and news sitemaps, read with lxml.

Nine feeds of ten are well-formed, and reading those this way costs a fraction of the CPU of a reader that also
mends broken ones (see ``feedparser_fallback``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

import lxml.etree
from lxml.etree import _Element

from digest.collect.parsing.html_text import plain
from digest.collect.parsing.values import ParsedFeed, RawItem, UnreadableError, parsed_feed

MAX_SITEMAPS = 3
"""How many sitemaps of an index are read, the newest first: an index goes back for years."""

_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")
_PLAIN = (
    "",
    *_ATOM,
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
)
_DC = ("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/")
_CONTENT = ("http://purl.org/rss/1.0/modules/content/",)
_MEDIA = ("http://search.yahoo.com/mrss/",)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTITIES = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)


def parse_xml(body: bytes, url: str) -> ParsedFeed | None:
    """The feed in well-formed XML; None if it is not well-formed or nothing that is known here.

    Raises UnreadableError for a sitemap without news and for elements nested deeper than 256. Entities other than XML's own are not known, so a feed that
    defines or uses some is not well-formed here.
    """
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = lxml.etree.fromstring(without_entities(body), parser, base_url=url)
    except (lxml.etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise UnreadableError("its elements are nested too deeply") from error
        return None
    name = lxml.etree.QName(root).localname.lower()
    if name in ("urlset", "sitemapindex"):
        return _sitemap(root, url) if name == "urlset" else _index(root)
    if name not in ("rss", "rdf", "feed", "channel"):
        return None
    raw = [_raw_item(entry, url) for entry in root.iter("{*}item", "{*}entry")]
    if not raw and _has_items_of_another_case(root):
        return None
    return parsed_feed(
        plain(_channel(root, "title")),
        raw,
        language=root.get(_LANGUAGE) or _channel(root, "language"),
        ttl=int(ttl) if (ttl := _channel(root, "ttl")).isdigit() else 0,
        rest_hours=_numbers(root, "skipHours"),
    )


def _has_items_of_another_case(root: _Element) -> bool:
    """Whether there are elements such as ITEM: XML takes them for others, publishers do not."""
    names = (lxml.etree.QName(element).localname.lower() for element in root.iter(lxml.etree.Element))
    return any(name in ("item", "entry") for name in names)


def without_entities(body: bytes) -> bytes:
    """The body without a document type, where entities are defined, and without what stands before its first tag."""
    at = max(0, body.find(b"<", 0, 1000))
    body = body if body[:at].strip(b"\xef\xbb\xbf\r\n\t ") else body[at:]
    return _ENTITIES.sub(b"", body, count=1) if b"<!DOCTYPE" in body[:2000].upper() else body


def _channel(root: _Element, name: str) -> str:
    """The text of the first element of that name outside of items."""
    for parent in (root, *root.iterchildren("{*}channel")):
        for child in parent.iterchildren(f"{{*}}{name}"):
            if _family(_namespace(child), _namespace(parent)) in ("plain", "dc"):
                return (child.text or "").strip()
    return ""


def _numbers(root: _Element, name: str) -> tuple[int, ...]:
    texts = (element.text or "" for hours in root.iter(f"{{*}}{name}") for element in hours)
    return tuple(int(text) for text in texts if text.strip().isdigit())


def _namespace(element: _Element) -> str:
    return lxml.etree.QName(element).namespace or ""


def _raw_item(entry: _Element, url: str) -> RawItem:
    raw = RawItem(base=entry.base or url, language=entry.get(_LANGUAGE) or "")
    for child in entry.iterchildren(tag=lxml.etree.Element):
        name = lxml.etree.QName(child)
        if read := _FIELDS.get((_family(name.namespace or "", _namespace(entry)), name.localname)):
            read(raw, child)
    return raw


def _family(space: str, around: str) -> str:
    """What elements of a namespace are to a feed; ``around`` is the namespace of the item or channel they are in.

    Whatever namespace a feed declares for its items, its plain elements are those that share it.
    """
    families = (("plain", (*_PLAIN, around)), ("dc", _DC), ("content", _CONTENT), ("media", _MEDIA))
    known = next((family for family, spaces in families if space in spaces), "")
    return known or ("feedburner" if "feedburner" in space else "")


def _text(element: _Element) -> str:
    """The text of an element with its markup: XHTML content as it is, plain Atom text escaped."""
    if len(element):
        inner = (lxml.etree.tostring(child, encoding="unicode") for child in element)
        return (element.text or "") + "".join(inner)
    text = element.text or ""
    if element.get("type") == "text" and _namespace(element) in _ATOM:
        return text.replace("&", "&amp;").replace("<", "&lt;")
    return text


def _set_once(name: str) -> Callable[[RawItem, _Element], None]:
    def read(raw: RawItem, element: _Element) -> None:
        if not getattr(raw, name):
            setattr(raw, name, _text(element))

    return read


def _link(raw: RawItem, element: _Element) -> None:
    href = element.get("href")
    if href is None:
        raw.link = raw.link or (element.text or "").strip()
    elif element.get("rel", "alternate") == "alternate" and (
        "html" in element.get("type", "html") or not raw.link
    ):
        raw.link, raw.base = href, element.base or raw.base


def _set_identity(raw: RawItem, element: _Element) -> None:
    if element.get("isPermaLink") != "false":
        raw.identity = (element.text or "").strip()


def _set_original_link(raw: RawItem, element: _Element) -> None:
    raw.link = (element.text or "").strip() or raw.link


def _author(raw: RawItem, element: _Element) -> None:
    names = [child.text or "" for child in element.iterchildren("{*}name")] or [_text(element)]
    raw.authors += (re.sub(r"^\S+@\S+\s*\((.*)\)$", r"\1", name.strip()) for name in names)


def _media(raw: RawItem, element: _Element) -> None:
    """The description of a video; beside a group it would be the caption of a picture."""
    raw.summary = raw.summary or element.findtext("{*}description") or ""


def _category(raw: RawItem, element: _Element) -> None:
    raw.categories.append(element.get("label") or element.get("term") or element.text or "")


_FIELDS: dict[tuple[str, str], Callable[[RawItem, _Element], None]] = {
    ("plain", "title"): _set_once("title"),
    ("plain", "link"): _link,
    ("plain", "guid"): _set_identity,
    ("plain", "id"): _set_identity,
    ("feedburner", "origLink"): _set_original_link,
    ("plain", "description"): _set_once("summary"),
    ("plain", "summary"): _set_once("summary"),
    ("plain", "content"): _set_once("content"),
    ("content", "encoded"): _set_once("content"),
    ("plain", "author"): _author,
    ("dc", "creator"): _author,
    ("plain", "category"): _category,
    ("dc", "subject"): _category,
    ("dc", "title"): _set_once("title"),
    ("dc", "language"): _set_once("language"),
    ("media", "group"): _media,
    ("plain", "pubDate"): _set_once("published"),
    ("plain", "published"): _set_once("published"),
    ("plain", "issued"): _set_once("published"),
    ("plain", "created"): _set_once("published"),
    ("dc", "date"): _set_once("published"),
    ("dc", "created"): _set_once("published"),
    ("plain", "updated"): _set_once("updated"),
    ("plain", "modified"): _set_once("updated"),
    ("dc", "modified"): _set_once("updated"),
}


def _sitemap(root: _Element, url: str) -> ParsedFeed:
    """The articles of a news sitemap (Google's sitemap-news schema, and the sitemaps.org protocol)."""
    entries = list(root.iterchildren("{*}url"))
    reports = [_sitemap_item(entry, url) for entry in entries if entry.find("{*}news") is not None]
    if entries and not reports:
        raise UnreadableError("it is a sitemap without news")
    return parsed_feed(root.findtext(".//{*}publication/{*}name") or "", reports)


def _sitemap_item(entry: _Element, url: str) -> RawItem:
    def describe_status(name: str) -> str:
        return (entry.findtext(f".//{{*}}{name}") or "").strip()

    return RawItem(
        base=url,
        link=(entry.findtext("{*}loc") or "").strip(),
        title=describe_status("title"),
        published=describe_status("publication_date"),
        updated=(entry.findtext("{*}lastmod") or "").strip(),
        categories=describe_status("keywords").split(","),
        language=describe_status("language"),
    )


def _index(root: _Element) -> ParsedFeed:
    """Where the newest sitemaps of an index are."""
    return ParsedFeed(
        title="", items=(), elsewhere=tuple(islice(_newest_sitemaps(root), MAX_SITEMAPS)), kind="index"
    )


def _newest_sitemaps(root: _Element) -> Iterator[str]:
    listed = [(part.findtext("{*}lastmod") or "", (part.findtext("{*}loc") or "").strip()) for part in root]
    yield from (place for _, place in sorted(listed, key=lambda part: part[0], reverse=True) if place)
