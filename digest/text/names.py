"""Names of people, places and bodies in running text: runs of capitalised words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from digest.text.languages import language
from digest.text.tokens import stopwords

DEMONYMS = {form: forms[0] for forms in language("en").countries for form in forms}
"""The country or continent behind each form; all in lower case."""

TITLES = language("en").name_titles
"""Words before a name that are no part of it."""

_PART = r"(?:[A-ZÀ-ÖØ-ÞŁŚŠŽĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŘŞŢŤŪŮŰŹŻ][\w’'\-]*\w|[A-Z](?:\.[A-Z])*\.?)"
_LINK = r"(?:\s(?:of|de|da|do|dos|du|del|della|di|van|von|der|den|bin|ibn|al|el|la|le|for|of\sthe|for\sthe)\s|\s|\s&\s)"
_NAME = re.compile(rf"(?<![\w’'])(?:al-|el-|d’|d')?{_PART}(?:{_LINK}(?:al-|el-|d’|d')?{_PART})*")
_LINKS = frozenset("of the for and de da do di du del van von der den la le el al".split())
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: ``words`` are its words in lower case without accents, titles and possessive endings."""

    start: int
    end: int
    words: tuple[str, ...]
    initial: bool = False
    """Whether it starts a sentence, where any word is capitalised."""


def names(text: str) -> tuple[Name, ...]:
    """The names of a text in their order, each from its first word on that is neither title nor opener."""
    found = []
    for match in _NAME.finditer(text):
        initial = starts_sentence(text, match.start())
        parts = list(re.finditer(r"\S+", match[0]))
        while parts and (plain(parts[0][0]) in TITLES or (initial and _is_opener(parts[0][0]))):
            del parts[0]
        if parts:
            start = match.start() + parts[0].start()
            words = tuple(plain(part[0]) for part in parts)
            found.append(Name(start, match.end(), words, initial))
    return tuple(found)


def _is_opener(word: str) -> bool:
    """Whether it is capitalised only because it starts a sentence; "US" is a name there too."""
    return plain(word) in stopwords("en") and not (len(word) > 1 and word.isupper())


def plain(word: str) -> str:
    """A word of a name as it is compared: lower case, no accents, no full stops, no possessive ending."""
    bare = _POSSESSIVE.sub("", word.strip(".,;:"))
    letters = unicodedata.normalize("NFKD", bare.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c) and c not in ".'’")


def initials(words: Iterable[str]) -> str:
    """The acronym that the words of a name make, without small linking words."""
    return "".join(word[0] for word in words if word and word not in _LINKS)


@lru_cache(maxsize=50_000)
def same_word(one: str, other: str) -> bool:
    """Whether two plain words of names are one: spelt alike, transcribed in two ways, or country and people."""
    return (
        one == other
        or _country(one) == _country(other)
        or (len(one) > 4 and _transliteration_key(one) == _transliteration_key(other))
    )


def _country(word: str) -> str:
    return DEMONYMS.get(word, word)


def demonyms(word: str) -> tuple[str, ...]:
    """What the country of that name and its people are called, in lower case; nothing for any other word."""
    lower = plain(word)
    return (
        tuple(form for form, name in DEMONYMS.items() if name == lower)
        if DEMONYMS.get(lower) == lower
        else ()
    )


def _transliteration_key(word: str) -> str:
    """What transcriptions of one name share: Zelensky, Zelenskiy and Zelenskyy, Gaddafi and Kadhafi not."""
    for spelt, plain in (
        ("kh", "h"),
        ("ck", "k"),
        ("ph", "f"),
        ("w", "v"),
        ("y", "i"),
        ("j", "i"),
        ("ou", "u"),
    ):
        word = word.replace(spelt, plain)
    return re.sub(r"(.)\1+", r"\1", word).rstrip("i")


def starts_sentence(text: str, at: int) -> bool:
    """Whether nothing but marks stands between the place and the end of the sentence before."""
    before = text[:at].rstrip(" \"“‘'«([—–-")
    return not before or before[-1] in ".!?…:"
