"""The headline of a page among the titles that it gives itself, without the name of its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from digest.collect.parsing.blocks import letters_and_digits
from digest.collect.parsing.outlet_names import outlet_names, without_outlet

MAX_TITLE = 500
"""Characters of a title; a longer one is cut."""


def find_title(root: HtmlElement, structured: str, social: str, outlets: Iterable[str], url: str) -> str:
    """The headline of structured data (``structured``) if the page shows it too, else it or the one for sharing.

    Of the two the one that is nearer to the address is taken, since an address is made from the title under which a
    page appeared, in the longer form if one contains the other. A page that has neither has the title of its window, or its first heading.
    """
    names = outlet_names(outlets, url)
    structured, social = (
        without_outlet(structured[:MAX_TITLE], names),
        without_outlet(social[:MAX_TITLE], names),
    )
    if not (structured or social):
        heading = root.find(".//h1")
        window = root.findtext(".//title") or ("" if heading is None else heading.text_content())
        return without_outlet(" ".join(window.split())[:MAX_TITLE], names)
    if structured and letters_and_digits(structured) in {
        letters_and_digits(heading.text_content()) for heading in root.iter("h1")
    }:
        return structured
    best = max((structured, social), key=lambda title: _slug_overlap(title, url) if title else -1.0)
    return max(
        (title for title in (structured, social) if letters_and_digits(best) in letters_and_digits(title)),
        key=len,
    )


def _slug_overlap(title: str, url: str) -> float:
    """Share of the words of an address that stand in a title."""
    slug = re.findall(r"[^\W\d_]{3,}", unquote(urlsplit(url).path).lower())
    return sum(word in letters_and_digits(title) for word in slug) / len(slug) if slug else 0.0
