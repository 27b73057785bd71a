"""Who wrote an article, by what the page shows: for pages whose structured data names nobody or only the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from digest.text.languages import alternatives

MAX_BYLINE = 120
"""Characters of the longest byline; what is longer is a portrait of the author."""

MAX_AUTHORS = 5
"""Most authors that are taken from a byline."""

_MARKED = re.compile(
    rf"(?:^|[\s_-])(?:{alternatives(lambda language: language.page.author_classes)})(?:$|[\s_-])|byline",
    re.IGNORECASE,
)
_PATH = re.compile(
    rf"/(?:{alternatives(lambda language: language.page.author_paths)})/[^/]",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"^(?:(?:{alternatives(lambda language: language.page.before_by)}) )?"
    rf"(?:{alternatives(lambda language: language.page.byline)})\s+",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    rf"\s*(?:,|;|\||/|•|·|\n|\b(?:{alternatives(lambda language: language.page.joins_names)})\b|&)\s*"
)
_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*|d[aeiu]|de[lnr]?|v[ao]n|bin|al|la|le|of|ten|ter)"
_NAME = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,4}}")
_SIGN = re.compile(r"[^\W\d_]{2,12}(?:/[^\W\d_]{2,12})*")
_ROLE = re.compile(
    rf"\b(?:{alternatives(lambda language: language.page.roles)})\b|\d|@",
    re.IGNORECASE,
)


def find_authors(root: HtmlElement) -> tuple[str, ...]:
    """The names in the first byline of a page; empty if none is marked as such."""
    for element in _byline_elements(root):
        text = " ".join(element.text_content().split())
        if len(text) <= MAX_BYLINE and (names := _split_names(text)):
            return names
    return _agency_initials(root)


def _agency_initials(root: HtmlElement) -> tuple[str, ...]:
    """The signs by which agencies and desks go, "abc/mno": where a page says outright that they are its authors."""
    for element in root.iterfind(".//*[@itemprop='author']"):
        text = " ".join(element.text_content().split())
        found = tuple(sign.strip() for sign in text.split(";"))
        if len(text) <= MAX_BYLINE and all(_SIGN.fullmatch(sign) for sign in found):
            return found[:MAX_AUTHORS]
    return ()


def without_contacts(names: Iterable[str]) -> tuple[str, ...]:
    """Names without those that are an e-mail address, a web address or a number."""
    return tuple(n for n in names if "@" not in n and not re.match(r"https?:|www\.|\d+$", n))


def _byline_elements(root: HtmlElement) -> Iterator[HtmlElement]:
    """Elements that are marked as the author, the surest marks first."""
    yield from root.xpath("//*[@rel='author' or @itemprop='author']")
    elements = list(
        root.iter("a", "span", "p", "div", "li", "address", "cite", "strong", "em", "h5", "h6", "td")
    )
    yield from (e for e in elements if e.tag == "a" and _PATH.search(e.get("href") or ""))
    yield from (e for e in elements if _MARKED.search(e.get("class") or ""))


def _split_names(text: str) -> tuple[str, ...]:
    parts = (part.strip(" .:–—-") for part in _BETWEEN.split(_BY.sub("", text)))
    return tuple(dict.fromkeys(p for p in parts if _NAME.fullmatch(p) and not _ROLE.search(p)))[:MAX_AUTHORS]
