"""An article page into its text and what it says of itself."""

from __future__ import annotations

import re

import lxml.etree
import lxml.html
import trafilatura
from lxml.html import HtmlElement

from digest.collect import addresses, furniture, markup
from digest.collect.blocks import texts
from digest.collect.body import find_body
from digest.collect.dates import parse_date
from digest.collect.decode import BOMS, decode
from digest.collect.forms import form_of
from digest.collect.hidden import drop_hidden
from digest.collect.metadata import Facts, read_metadata
from digest.collect.parsed import ParsedPage, UnreadableError

_BULLET = re.compile(r"^[-•*] +", re.MULTILINE)


def parse_page(body: bytes, url: str, content_type: str = "") -> ParsedPage:
    """The article in the bytes that ``url`` answered; raises UnreadableError where they are no web page."""
    root = _tree(body, content_type)
    facts = read_metadata(root, url)
    drop_hidden(root)
    visible = markup.tidy(root.text_content())
    _drop_links(root)
    text = texts(find_body(root, facts))
    guess = _guess(root, facts)
    text, corrections = furniture.remove(text, facts.title)
    return ParsedPage(
        text=text,
        title=facts.title,
        standfirst=facts.standfirst,
        authors=facts.authors or guess.authors,
        published=facts.published or guess.published,
        updated=facts.updated,
        language=facts.language,
        canonical=addresses.clean(facts.canonical, url) if facts.canonical else "",
        section=facts.section,
        image=addresses.clean(facts.image, url) if facts.image else "",
        form=form_of(text, visible, facts),
        corrections=corrections,
    )


def _guess(root: HtmlElement, facts: Facts) -> Facts:
    """Day and authors by trafilatura's reading of the page, where the page itself does not say them."""
    if facts.published and facts.authors:
        return facts
    found = trafilatura.extract_metadata(root)
    names = (name.strip() for name in (found.author or "").split(";"))
    return Facts(authors=tuple(filter(None, names)), published=parse_date(found.date or ""))


def _drop_links(root: HtmlElement) -> None:
    """Take out blocks that are nothing but a link: menus, headlines of other articles, cards that open over a name."""
    for block in reversed(list(root.iter("li", "p", "h2", "h3", "h4", "h5", "h6", "div", "td", "span"))):
        links = block.xpath(".//a")
        if len(links) < (2 if block.tag == "span" else 1) or block.getparent() is None:
            continue
        if next(block.iterdescendants(*markup.BLOCKS), None) is not None or block.getparent().tag == "h1":
            continue
        text, linked = _length(block), sum(map(_length, links))
        if text and linked >= 0.8 * text and (block.tag == "span" or block.getparent().tag != "p"):
            block.drop_tree()


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))


def _tree(body: bytes, content_type: str) -> HtmlElement:
    if b"\0" in body[:2000] and body[:2] not in BOMS:
        raise UnreadableError("it is a binary file and no web page")
    text = decode(body, content_type)
    try:
        return lxml.html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.LxmlError, ValueError) as error:
        raise UnreadableError("it is no web page") from error
