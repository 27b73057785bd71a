"""The headline of a page among the titles that it gives itself, without the name of its outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from digest.collect.parsing.blocks import letters_and_digits
from digest.text.languages import alternatives

MAX_TITLE = 500
"""Characters of a title; a longer one is cut."""

_MARK = re.compile(r"(\s[-–—·•»]+\s|(?<!\s)\s*[|｜]\s*|：)")
_AROUND = re.compile(
    rf"^(?:{alternatives(lambda language: language.page.articles)}|www)(?=\w{{2}})"
    r"|(?:online|news|digital|web|com|org|net|co|[a-z]{2})$"
)
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def find_title(root: HtmlElement, structured: str, social: str, outlets: Iterable[str], url: str) -> str:
    """The headline of structured data (``structured``) if the page shows it too, else it or the one for sharing.

    Of the two the one that is nearer to the address is taken, since an address is made from the title under which a
    page appeared, in the longer form if one contains the other. A page that has neither has the title of its window.
    """
    names = _outlet_names(outlets, url)
    structured, social = (
        without_outlet(structured[:MAX_TITLE], names),
        without_outlet(social[:MAX_TITLE], names),
    )
    if not (structured or social):
        return without_outlet(" ".join((root.findtext(".//title") or "").split())[:MAX_TITLE], names)
    if structured and letters_and_digits(structured) in {
        letters_and_digits(heading.text_content()) for heading in root.iter("h1")
    }:
        return structured
    best = max((structured, social), key=lambda title: _slug_overlap(title, url) if title else -1.0)
    return max(
        (title for title in (structured, social) if letters_and_digits(best) in letters_and_digits(title)),
        key=len,
    )


def without_outlet(title: str, names: frozenset[str]) -> str:
    """A title without what stands before its first or behind its last mark, if that is the outlet, a day or short.

    ``names`` are names of the outlet as letters and digits only.
    """
    parts = _MARK.split(title)
    while len(parts) > 1 and _is_no_headline(parts[-1], parts[-2], names, "".join(parts[:-2])):
        parts = parts[:-2]
    while len(parts) > 1 and _is_outlet_name(parts[0], names):
        parts = parts[2:]
    return "".join(parts).strip()


def _is_no_headline(part: str, mark: str, names: frozenset[str], rest: str) -> bool:
    section = "|" in mark and len(part) < 30 < len(rest)
    return section or _is_outlet_name(part, names) or bool(_DAY.fullmatch(part.strip()))


def _is_outlet_name(part: str, names: frozenset[str]) -> bool:
    name = letters_and_digits(part)
    return bool(name) and (name in names or _AROUND.sub("", name) in names)


def _outlet_names(outlets: Iterable[str], url: str) -> frozenset[str]:
    """The names of an outlet with and without articles and endings, its host and the labels of that."""
    host = urlsplit(url).hostname or ""
    found = {
        letters_and_digits(name) for name in (*outlets, host.removeprefix("www."), *host.split(".")[:-1])
    }
    return frozenset(name for one in found for name in (one, _AROUND.sub("", one)) if len(name) > 1)


def _slug_overlap(title: str, url: str) -> float:
    """Share of the words of an address that stand in a title."""
    slug = re.findall(r"[^\W\d_]{3,}", unquote(urlsplit(url).path).lower())
    return sum(word in letters_and_digits(title) for word in slug) / len(slug) if slug else 0.0
