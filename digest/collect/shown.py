"""The day that a page shows its readers, for pages whose metadata does not say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from lxml.html import HtmlElement

from digest.collect.blocks import Block
from digest.collect.dates import parse_local_date

LONGEST = 60
"""Characters of the longest line that is a date and little else: "Published on Monday 2 March 2026, 06:30"."""


def find_day(root: HtmlElement, blocks: Sequence[Block]) -> datetime | None:
    """The first moment that is marked as one, else the first line that is a date; below the headline before above it."""
    times = (element.get("datetime") or element.text_content() for element in root.iter("time"))
    return next(_moments((*times, *_lines(blocks))), None)


def _lines(blocks: Sequence[Block]) -> list[str]:
    """The short lines of a page, those that follow its headline first."""
    head = next((i for i, block in enumerate(blocks) if block.owner.tag == "h1"), 0)
    return [b.text for b in (*blocks[head:], *blocks[:head]) if len(b.text) <= LONGEST]


def _moments(texts: Sequence[str]) -> Iterator[datetime]:
    for text in texts:
        if any(c.isdigit() for c in text) and (moment := parse_local_date(text)):
            yield moment
