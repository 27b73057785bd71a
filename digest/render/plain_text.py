"""Text without characters that cannot be printed, in lines of 72 columns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Brief, KeyPoint, Source

COLUMNS = 72
"""Lines up to 78 survive quoting in replies (RFC 5322, 2.1.1); 72 leaves room for the marks."""


_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls: MJML refuses them
    "\u202a-\u202e\u2066-\u2069"  # embeddings and overrides: they turn the text around them
    "\ud800-\udfff\ufffe\uffff]"  # no characters at all
)


def printable(text: str) -> str:
    """The text without control characters, bidirectional overrides and surrogates."""
    # Nearly every text is known to be clean by this, at a tenth of what the pattern takes.
    if text.replace("\n", "").isprintable():
        return text
    return _UNPRINTABLE.sub("", text)


def wrap(text: str, indent: str = "", first: str | None = None) -> str:
    """The text in lines of at most 72 columns. A word or address that is longer stays whole.

    ``indent`` stands before every line, ``first`` instead of it before the first one.
    """
    lines: list[str] = []
    line, empty = (indent if first is None else first), True
    for word in text.split():
        if not empty and len(line) + 1 + len(word) > COLUMNS:
            lines.append(line)
            line, empty = indent, True
        line, empty = (line + word if empty else f"{line} {word}"), False
    return "\n".join([*lines, line])


def truncate(text: str, width: int) -> str:
    """One printable line of at most ``width`` characters, cut between words and then ended by an ellipsis."""
    line = " ".join(printable(text).split())
    if len(line) <= width:
        return line
    return line[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:·–—-") + "…"


def horizontal_rule(character: str = "-") -> str:
    """A line across the page."""
    return character * COLUMNS


def text_sources(brief: Brief) -> tuple[Source, ...]:
    """The articles that stand below a story, numbered from 1: one of each outlet that reports independently, and what is cited."""
    cited = {evidence.url for point in _points(brief) for evidence in point.evidence}
    first: dict[str, str] = {}
    for article in brief.articles:
        if article.url not in brief.copies:
            first.setdefault(article.outlet, article.url)
    return tuple(a for a in brief.articles if a.url in cited or a.url == first.get(a.outlet))


def source_numbers(point: KeyPoint, brief: Brief) -> str:
    """The numbers of the articles that a point rests on, as marks behind it: ``[1][3]``."""
    numbers = {article.url: number for number, article in enumerate(text_sources(brief), 1)}
    cited = dict.fromkeys(evidence.url for evidence in point.evidence)
    return "".join(f"[{numbers[url]}]" for url in cited if url in numbers)


def _points(brief: Brief) -> Iterator[KeyPoint]:
    yield from filter(None, (brief.standfirst, *brief.points))
    yield from (point for contrast in brief.contrasts for point in contrast.points)
