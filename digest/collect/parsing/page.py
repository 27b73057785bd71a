"""An article page into its text and what it says of itself."""

from __future__ import annotations

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from digest.collect.parsing import boilerplate, html_text, urls
from digest.collect.parsing.blocks import join_lines, letters_and_digits, read_blocks
from digest.collect.parsing.encoding import decode, is_binary
from digest.collect.parsing.html_text import drop_hidden
from digest.collect.parsing.main_content import MIN_STANDFIRST, find_article_blocks
from digest.collect.parsing.metadata import Metadata, find_date, read_metadata
from digest.collect.parsing.page_type import page_type
from digest.collect.parsing.second_opinion import is_doubtful, second_opinion
from digest.collect.parsing.values import ParsedPage, UnreadableError

LOADED_BY_SCRIPT = 2
"""How many times longer than the page the text in its structured data is if a script loads the rest."""

_LINK_BLOCKS = frozenset({"li", "p", "h2", "h3", "h4", "h5", "h6", "div", "td", "span"})


def parse_page(body: bytes, url: str, content_type: str = "") -> ParsedPage:
    """The article in the bytes that ``url`` answered; raises UnreadableError if they are not a web page."""
    root = tree(body, content_type)
    metadata = read_metadata(root, url)
    drop_hidden(root)
    # Before links are dropped: what a paywall or a consent page asks for is often a link.
    visible = html_text.tidy(root.text_content())
    _drop_links(root)
    blocks = list(read_blocks(root))
    published = metadata.published or find_date(root, blocks, metadata.language)
    text = _complete_text(join_lines(find_article_blocks(blocks, metadata)), metadata)
    if is_doubtful(text, blocks):
        text = second_opinion(root, text)
    text, corrections = boilerplate.remove_boilerplate(text, metadata.title)
    return ParsedPage(
        text=text,
        title=metadata.title,
        standfirst=metadata.standfirst,
        authors=metadata.authors,
        published=published,
        updated=metadata.updated,
        language=metadata.language,
        canonical=urls.clean(metadata.canonical, url) if metadata.canonical else "",
        section=metadata.section,
        image=urls.clean(metadata.image, url) if metadata.image else "",
        form=page_type(text, visible, metadata, url),
        corrections=corrections,
    )


def _complete_text(text: str, metadata: Metadata) -> str:
    """The text, or the structured one if a free article's page shows only its beginning and loads the rest by script."""
    extracted, structured = letters_and_digits(text), letters_and_digits(metadata.structured_text)
    beginning = any(
        letters_and_digits(line) in structured for line in text.splitlines() if len(line) >= MIN_STANDFIRST
    )
    return (
        metadata.structured_text
        if metadata.is_free and beginning and len(structured) > LOADED_BY_SCRIPT * len(extracted)
        else text
    )


def _drop_links(root: HtmlElement) -> None:
    """Take out blocks that are nothing but a link: menus, headlines of other articles, cards that open over a name."""
    for element in _link_containers(root):
        if _is_detachable(element):
            links = list(element.iter("a"))
            text, linked = _length(element), sum(map(_length, links))
            if text and linked >= 0.8 * text and len(links) > (element.tag == "span"):
                element.drop_tree()


def _is_detachable(element: HtmlElement) -> bool:
    """Whether an element can go without a hole in a sentence: a block of its own, or a span within a span."""
    parent = element.getparent()
    if parent is None or parent.tag == "h1":
        return False
    return bool(parent.tag == "span" if element.tag == "span" else parent.tag != "p")


def _link_containers(root: HtmlElement) -> list[HtmlElement]:
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


def tree(body: bytes, content_type: str) -> HtmlElement:
    """The elements of a page; raises UnreadableError if the bytes are not a web page."""
    if is_binary(body):
        raise UnreadableError("it is a binary file and no web page")
    text = decode(body, content_type)
    try:
        return lxml.html.document_fromstring(
            text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (lxml.etree.LxmlError, ValueError) as error:
        raise UnreadableError("it is no web page") from error
