"""How the tests read a rendered page: its links and its words."""

from __future__ import annotations

import re
from urllib.parse import unquote

from lxml import html

_TEXT_LINK = re.compile(r"(?:https?://|mailto:)\S+")


def tree(markup: str) -> html.HtmlElement:
    """The page as a tree."""
    return html.document_fromstring(markup)


def links(markup: str) -> set[str]:
    """Every address that a reader can follow outside the page."""
    return {href for href in tree(markup).xpath("//a/@href") if not href.startswith("#")}


def pages(addresses: set[str]) -> set[str]:
    """The addresses without the passages at which they open: those of the text part."""
    return {address.partition(":~:text=")[0].removesuffix("#") for address in addresses}


def text_links(text: str) -> set[str]:
    """Every address in a plain text."""
    return set(_TEXT_LINK.findall(text))


def words(markup: str) -> str:
    """The visible text of the page on one line."""
    body = tree(markup).body
    for unseen in body.xpath("//style | //*[contains(@style, 'display:none')]"):
        unseen.drop_tree()
    return " ".join(body.text_content().split())


def elements(markup: str) -> list[str]:
    """The names of the elements in the body of the page, in their order."""
    return [str(element.tag) for element in tree(markup).body.iter() if isinstance(element.tag, str)]


def directive(url: str) -> list[str]:
    """The decoded terms of the text directive in an address."""
    return [unquote(term) for term in url.split(":~:text=")[1].split(",")]
