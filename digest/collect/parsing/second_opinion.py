"""What another extractor reads from a page, for pages of which ours takes suspiciously little."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from digest.collect.parsing.blocks import Block
from digest.collect.parsing.main_content import MIN_MENU_LINKS

DOUBTFUL_SHARE = 0.6
"""Share of a page's text, menus left out, below which an article is doubtful. Between .5 and .7, F1 on none of the four
labelled suites at hand changes by more than .004; a sixth to a third of the pages is read twice."""

MUCH_MORE = 2.0
"""How many times longer a second reading must be to be preferred: between 1.5 and 2.5 F1 changes by less than .005."""

MIN_LINE = 30
"""Characters of a line that may be text: menus have shorter ones."""

MIN_TEXT_SHARE = 0.5
"""Share of a second reading that must stand in such lines, for it not to be a menu."""

MAX_BLOCKS = 5_000
"""Blocks of the longest page that is read twice: no article has so many, and the second reading must not use up the time
for the first."""


def is_doubtful(text: str, blocks: Sequence[Block]) -> bool:
    """Whether so little of the page was taken for its article that more of it may be the article."""
    if len(blocks) > MAX_BLOCKS:
        return False
    on_page = sum(len(block.text) for block in blocks if block.link_density < MIN_MENU_LINKS)
    return len(text) < DOUBTFUL_SHARE * on_page


def second_opinion(root: HtmlElement, text: str) -> str:
    """The article by trafilatura if that finds much more of it; else ``text``, what was found before.

    ``root`` is the page without what is hidden in it, so that neither reading can print that; it is used up.
    """
    other = _read(root)
    return other if len(other) > MUCH_MORE * len(text) and (not text or _is_text(other)) else text


def _read(root: HtmlElement) -> str:
    import trafilatura  # noqa: PLC0415 - most pages never need it, and it takes a third of a second to load

    try:
        text = trafilatura.extract(root, fast=True, include_comments=False) or ""
    except Exception:  # noqa: BLE001 - a page that breaks it is left with the first reading
        return ""
    return re.sub(r"(?m)^- ", "", text)  # how it writes the items of a list


def _is_text(text: str) -> bool:
    lines = [line for line in text.splitlines() if len(line) >= MIN_LINE]
    return sum(map(len, lines)) >= MIN_TEXT_SHARE * len(text)
