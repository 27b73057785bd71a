"""Text into folded words and into the stems of its content words.

A word is lower-case and without accents; ``Zelenskiy's`` is ``zelenskiy``, ``U.S.`` is ``us``, ``2,300`` is
``2300``. In scripts without spaces (Chinese, Japanese, Thai) two neighbouring characters count as a word, which
is how such text is indexed without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from typing import Protocol

import snowballstemmer

from digest.text import languages

_MARKS = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "\u00ad": None, "\u200b": None, "\u2060": None,
    "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i",
})  # fmt: skip
_UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"  # a number with its separators
    r"|[^\W\d_](?:\.[^\W\d_])+(?![^\W\d_])"  # an acronym written with points
    rf"|[{_UNSPACED}]+"
    rf"|[^\W{_UNSPACED}]+(?:'[^\W\d_]+)*"
)
_CONTRACTION = re.compile(r"(?<=n)'t$|'(?:s|re|ve|ll|d|m)?$")
_ELISION = re.compile(r"^(?:[cdjlmnst]|qu|dell|all|nell|sull|un)'(?=\w)")
_ENDING = re.compile(r"(?:iy|yy|ij|yj|yi|ii)$")  # of Slavic names: Zelenskiy, Zelenskyy, Zelensky
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's own name


def fold(text: str) -> str:
    """The text in lower case, without accents, with plain quotation marks, apostrophes and hyphens."""
    if text.isascii():
        return text.lower()
    return _without_accents(_without_accents(text).lower())


def words(text: str) -> tuple[str, ...]:
    """The words of a text in their order, folded; parts of a hyphenated word are words of their own."""
    return tuple(word for token in _TOKEN.findall(_without_accents(text)) for word in _parts(token))


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """The stems of the content words in their order: no stopwords, no single letters.

    ``language`` is a BCP 47 tag; a text in a language without a stemmer keeps its words whole. An acronym that
    would read as a stopword keeps its capitals, so that ``US`` is not ``us``.
    """
    tokens = _TOKEN.findall(_without_accents(text))
    capital = len(tokens) == 1 or not text.isupper()
    return tuple(chain.from_iterable([_stems(token, language, capital) for token in tokens]))


def stem(word: str, language: str = "en") -> str:
    """The stem of one folded word."""
    return _stem(word, _primary(language))


@cache
def stopwords(language: str) -> frozenset[str]:
    """Words that say nothing of the subject, folded; empty for a language without a list."""
    return languages.language(_primary(language)).stopwords


@lru_cache(maxsize=1 << 17)
def _stems(token: str, language: str, capital: bool) -> tuple[str, ...]:
    """The stems of one token; ``capital`` says that capitals mean something in its text."""
    plain = stopwords(language)
    found = []
    for word in _parts(token):
        if word in plain:
            if capital and _is_acronym(token):
                found.append(word.upper())
        elif len(word) > 1 or word.isdigit():
            found.append(stem(word, language))
    return tuple(found)


@lru_cache(maxsize=1 << 17)
def _stem(word: str, primary: str) -> str:
    stemmer = _stemmer(primary)
    if not word.isalpha():
        return word
    return _ENDING.sub("i", stemmer.stemWord(word) if stemmer else word)


@cache
def _stemmer(primary: str) -> _Stemmer | None:
    name = _SNOWBALL.get(primary)
    return snowballstemmer.stemmer(name) if name else None


@cache
def _primary(language: str) -> str:
    return language.partition("-")[0].lower() or "en"


def _without_accents(text: str) -> str:
    """The text without accents and with plain marks, its capitals kept."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.translate(_MARKS))
    kept = "".join(c for c in apart if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", kept).replace("ß", "ss")


@lru_cache(maxsize=1 << 17)
def _parts(token: str) -> tuple[str, ...]:
    """The folded words of one token: a point, a possessive and an elided article fall away."""
    first = token[0]
    if first.isdigit():
        return (_THOUSANDS.sub("", token),) if "," in token else (token.lower(),)
    word = token.lower()
    if "." in word:
        return (word.replace(".", ""),)
    if "'" in word:
        word = _ELISION.sub("", _CONTRACTION.sub("", word)).replace("'", "")
    if first >= "\u0e00" and re.match(f"[{_UNSPACED}]", first):
        return tuple(word[i : i + 2] for i in range(max(1, len(word) - 1)))
    return (word,) if word else ()


def _is_acronym(token: str) -> bool:
    letters = token.partition("'")[0].replace(".", "")
    return 2 <= len(letters) <= 5 and letters.isupper()
