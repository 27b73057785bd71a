"""An article page into its text and what it says of itself."""

from __future__ import annotations

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from digest.collect.parsing import boilerplate, html_text, urls
from digest.collect.parsing.blocks import bare, read_blocks, texts
from digest.collect.parsing.encoding import decode, is_binary
from digest.collect.parsing.html_text import drop_hidden
from digest.collect.parsing.main_content import LEAST, find_article_blocks
from digest.collect.parsing.metadata import Metadata, find_day, read_metadata
from digest.collect.parsing.page_type import page_type
from digest.collect.parsing.values import ParsedPage, UnreadableError

LOADED = 2
"""How many times longer than the page the text in its structured data is where a script loads the rest."""

_LINK_BLOCKS = frozenset({"li", "p", "h2", "h3", "h4", "h5", "h6", "div", "td", "span"})


def parse_page(body: bytes, url: str, content_type: str = "") -> ParsedPage:
    """The article in the bytes that ``url`` answered; raises UnreadableError where they are no web page."""
    root = _tree(body, content_type)
    facts = read_metadata(root, url)
    drop_hidden(root)
    visible = html_text.tidy(root.text_content())
    _drop_links(root)
    blocks = list(read_blocks(root))
    text = _whole(texts(find_article_blocks(blocks, facts)), facts)
    text, corrections = boilerplate.remove(text, facts.title)
    return ParsedPage(
        text=text,
        title=facts.title,
        standfirst=facts.standfirst,
        authors=facts.authors,
        published=facts.published or find_day(root, blocks),
        updated=facts.updated,
        language=facts.language,
        canonical=urls.clean(facts.canonical, url) if facts.canonical else "",
        section=facts.section,
        image=urls.clean(facts.image, url) if facts.image else "",
        form=page_type(text, visible, facts, url),
        corrections=corrections,
    )


def _whole(text: str, facts: Metadata) -> str:
    """The text, or the structured one where the page of a free article shows its beginning and loads the rest by script."""
    shown, told = bare(text), bare(facts.body)
    beginning = any(bare(line) in told for line in text.splitlines() if len(line) >= LEAST)
    return facts.body if facts.free and beginning and len(told) > LOADED * len(shown) else text


def _drop_links(root: HtmlElement) -> None:
    """Take out blocks that are nothing but a link: menus, headlines of other articles, cards that open over a name."""
    for element in _around_links(root):
        if _is_apart(element):
            links = list(element.iter("a"))
            text, linked = _length(element), sum(map(_length, links))
            if text and linked >= 0.8 * text and len(links) > (element.tag == "span"):
                element.drop_tree()


def _is_apart(element: HtmlElement) -> bool:
    """Whether an element can go without a hole in a sentence: a block of its own, or a span within a span."""
    parent = element.getparent()
    if parent is None or parent.tag == "h1":
        return False
    return bool(parent.tag == "span" if element.tag == "span" else parent.tag != "p")


def _around_links(root: HtmlElement) -> list[HtmlElement]:
    """The spans around links, inner ones first, and the innermost blocks, as far as no other block is in them."""
    seen: set[HtmlElement] = set()
    found: list[HtmlElement] = []
    for link in root.iter("a"):
        for element in link.iterancestors():
            if element in seen:
                break
            seen.add(element)
            if element.tag in _LINK_BLOCKS and next(element.iterdescendants(*html_text.BLOCKS), None) is None:
                found.append(element)
            if element.tag in html_text.BLOCKS:
                break
    return sorted(found, key=_depth, reverse=True)


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _length(element: HtmlElement) -> int:
    return len(" ".join(element.text_content().split()))


def _tree(body: bytes, content_type: str) -> HtmlElement:
    if is_binary(body):
        raise UnreadableError("it is a binary file and no web page")
    text = decode(body, content_type)
    try:
        return lxml.html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.LxmlError, ValueError) as error:
        raise UnreadableError("it is no web page") from error
