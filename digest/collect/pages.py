"""An article page into its text and what it says of itself."""

from __future__ import annotations

import re

import lxml.etree
import lxml.html
import trafilatura
from lxml.html import HtmlElement
from trafilatura.settings import Document

from digest.collect import addresses, furniture, markup
from digest.collect.dates import parse_date
from digest.collect.forms import form_of
from digest.collect.hidden import drop_hidden
from digest.collect.metadata import read_metadata
from digest.collect.parsed import ParsedPage, UnreadableError

_BOMS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_BULLET = re.compile(r"^[-•*] +", re.MULTILINE)


def parse_page(body: bytes, url: str, content_type: str = "") -> ParsedPage:
    """The article in the bytes that ``url`` answered; raises UnreadableError where they are no web page."""
    root = _tree(body, content_type)
    facts = read_metadata(root)
    drop_hidden(root)
    visible = markup.tidy(root.text_content())
    _drop_links(root)
    found = trafilatura.bare_extraction(
        root, url=url, fast=True, include_comments=False, include_tables=False, with_metadata=True
    )
    if not isinstance(found, Document):
        text, title, authors, day = "", "", "", ""
    else:
        text, title, authors, day = found.text or "", found.title or "", found.author or "", found.date or ""
    text = _BULLET.sub("", markup.tidy(text))
    text, corrections = furniture.remove(text, facts.title or title)
    return ParsedPage(
        text=text,
        title=facts.title or markup.plain(title),
        standfirst=facts.standfirst,
        authors=facts.authors or tuple(filter(None, (a.strip() for a in authors.split(";")))),
        published=facts.published or parse_date(day),
        updated=facts.updated,
        language=facts.language,
        canonical=addresses.clean(facts.canonical, url) if facts.canonical else "",
        section=facts.section,
        image=addresses.clean(facts.image, url) if facts.image else "",
        form=form_of(text, visible, facts),
        corrections=corrections,
    )


def _drop_links(root: HtmlElement) -> None:
    """Take out blocks that are nothing but a link: menus, and headlines of other articles."""
    for block in list(root.iter("li", "p", "h2", "h3", "h4", "h5", "h6", "div", "td", "span")):
        links = block.xpath(".//a")
        if (
            not links
            or block.getparent() is None
            or next(block.iterdescendants(*markup.BLOCKS), None) is not None
        ):
            continue
        text = " ".join(block.text_content().split())
        linked = sum(len(" ".join(link.text_content().split())) for link in links)
        if text and linked >= 0.8 * len(text) and block.getparent().tag not in ("p", "h1"):
            block.drop_tree()


def _tree(body: bytes, content_type: str) -> HtmlElement:
    if b"\0" in body[:2000] and body[:2] not in _BOMS:
        raise UnreadableError("it is a binary file and no web page")
    text = decode(body, content_type)
    try:
        return lxml.html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.LxmlError, ValueError) as error:
        raise UnreadableError("it is no web page") from error


def decode(body: bytes, content_type: str) -> str:
    """The text of a page: by byte order mark, HTTP header, meta element, then UTF-8 where it fits, then Windows-1252."""
    declared = re.search(r"charset=[\"']?([\w-]+)", content_type, re.IGNORECASE)
    meta = re.search(rb"<meta[^>]{0,200}charset=[\"']?([\w-]+)", body[:4096], re.IGNORECASE)
    names = [
        _BOMS.get(body[:2], "utf-8-sig"),
        declared[1] if declared else "",
        meta[1].decode() if meta else "",
    ]
    for name in filter(None, names):
        try:
            return body.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("cp1252", "replace")
