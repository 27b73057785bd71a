"""Names of outlets in titles: what they are, and titles without them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from digest.collect.parsing.blocks import letters_and_digits
from digest.text.languages import alternatives

MIN_REPEATED = 3
"""Titles of one outlet that must have a part in common at either end, for it to be no news."""

LONGEST = 500
"""Characters of the longest title that is looked at: what is longer is no title."""

MAX_NAME = 6
"""Words of the longest part that is taken for a name because it is repeated."""

_MARK = re.compile(r"(\s[-–—·•»~/]+\s|(?<!\s)\s*(?:[|｜]|::)\s*|：|:\s)")
_AROUND = re.compile(
    rf"^(?:{alternatives(lambda language: language.page.articles)}|www)(?=\w{{2}})"
    r"|(?:online|news|digital|web|com|org|net|co|[a-z]{2})$"
)
_DAY = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def without_outlet(title: str, names: frozenset[str]) -> str:
    """A title without what stands before its first or behind its last mark, if that is the outlet, a day or short;
    the title as it is if nothing else stands in it.

    ``names`` are names of the outlet as letters and digits only.
    """
    if len(title) > LONGEST:
        return title
    parts = _MARK.split(title)
    while len(parts) > 1 and _is_no_headline(parts[-1], parts[-2], names, "".join(parts[:-2])):
        parts = parts[:-2]
    while len(parts) > 1 and _is_outlet_name(parts[0], names):
        parts = parts[2:]
    return "".join(parts).strip() or title


def _is_no_headline(part: str, mark: str, names: frozenset[str], rest: str) -> bool:
    section = "|" in mark and len(part) < 30 < len(rest)
    return section or _is_outlet_name(part, names) or bool(_DAY.fullmatch(part.strip()))


def _is_outlet_name(part: str, names: frozenset[str]) -> bool:
    name = letters_and_digits(part)
    return bool(name) and (name in names or _AROUND.sub("", name) in names)


def outlet_names(outlets: Iterable[str], url: str) -> frozenset[str]:
    """The names of an outlet as letters and digits, with and without articles and endings, its host and the labels of that."""
    host = urlsplit(url).hostname or ""
    found = {
        letters_and_digits(name) for name in (*outlets, host.removeprefix("www."), *host.split(".")[:-1])
    }
    return frozenset(name for one in found for name in (one, _AROUND.sub("", one)) if len(name) > 1)


def repeated_names(titles: Sequence[str]) -> frozenset[str]:
    """The parts that stand at the beginning or the end of at least half of an outlet's titles, as letters and digits."""
    different = set(titles)
    ends = Counter(
        (at, letters_and_digits(parts[at]))
        for title in different
        if len(parts := _MARK.split(title)) > 1
        for at in (0, -1)
        if len(parts[at].split()) <= MAX_NAME
    )
    enough = max(MIN_REPEATED, len(different) / 2)
    return frozenset(name for (_, name), count in ends.items() if name and count >= enough)
