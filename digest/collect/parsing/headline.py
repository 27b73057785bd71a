"""The headline of a page among the titles that it gives itself, without the name of its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from digest.collect.parsing.blocks import bare
from digest.text.languages import alternatives

LONGEST = 500
"""Characters of a title; what goes on longer is none, and is cut."""

_MARK = re.compile(r"(\s[-–—·•»]+\s|(?<!\s)\s*[|｜]\s*|：)")
_AROUND = re.compile(
    rf"^(?:{alternatives(lambda language: language.page.articles)}|www)(?=\w{{2}})"
    r"|(?:online|news|digital|web|com|org|net|co|[a-z]{2})$"
)
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def find_title(root: HtmlElement, told: str, shared: str, outlets: Iterable[str], url: str) -> str:
    """The headline of structured data (``told``) if the page shows it too, else it or the one for sharing.

    Of the two the one that is nearer to the address is taken, since an address is made from the title under which a
    page appeared, in the longer form where one contains the other. A page that has neither has the title of its window.
    """
    names = _names(outlets, url)
    told, shared = without_outlet(told[:LONGEST], names), without_outlet(shared[:LONGEST], names)
    if not (told or shared):
        return without_outlet(" ".join((root.findtext(".//title") or "").split())[:LONGEST], names)
    if told and bare(told) in {bare(heading.text_content()) for heading in root.iter("h1")}:
        return told
    best = max((told, shared), key=lambda title: _nearness(title, url) if title else -1.0)
    return max((title for title in (told, shared) if bare(best) in bare(title)), key=len)


def without_outlet(title: str, names: frozenset[str]) -> str:
    """A title without what stands before its first or behind its last mark, if that is the outlet, a day or short.

    ``names`` are names of the outlet as letters and digits only.
    """
    parts = _MARK.split(title)
    while len(parts) > 1 and _is_apart(parts[-1], parts[-2], names, "".join(parts[:-2])):
        parts = parts[:-2]
    while len(parts) > 1 and _is_name(parts[0], names):
        parts = parts[2:]
    return "".join(parts).strip()


def _is_apart(part: str, mark: str, names: frozenset[str], rest: str) -> bool:
    section = "|" in mark and len(part) < 30 < len(rest)
    return section or _is_name(part, names) or bool(_DAY.fullmatch(part.strip()))


def _is_name(part: str, names: frozenset[str]) -> bool:
    name = bare(part)
    return bool(name) and (name in names or _AROUND.sub("", name) in names)


def _names(outlets: Iterable[str], url: str) -> frozenset[str]:
    """The names of an outlet with and without articles and endings, its host and the labels of that."""
    host = urlsplit(url).hostname or ""
    found = {bare(name) for name in (*outlets, host.removeprefix("www."), *host.split(".")[:-1])}
    return frozenset(name for one in found for name in (one, _AROUND.sub("", one)) if len(name) > 1)


def _nearness(title: str, url: str) -> float:
    """Share of the words of an address that stand in a title."""
    slug = re.findall(r"[^\W\d_]{3,}", unquote(urlsplit(url).path).lower())
    return sum(word in bare(title) for word in slug) / len(slug) if slug else 0.0
