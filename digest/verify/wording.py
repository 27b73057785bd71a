"""A text as words with their stems, clauses and places: what the checks compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from digest.text import tokens as vocabulary
from digest.text.numbers import word_value
from digest.verify.strict import english

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*"  # figures with their separators
    r"|(?:[^\W\d_]\.){2,}"  # an acronym written with points
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_BREAK = re.compile(r"[,;:()\[\]–—\"“”„«».!?…]|\s-\s")
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: ``text[start:end]``; ``plain`` is folded and has no possessive ending."""

    start: int
    end: int
    plain: str
    stem: str
    clause: int
    """Number of the clause; a clause ends at a mark and before a word that opens another."""
    is_name: bool = False
    """Whether it is capitalised although it starts no sentence."""

    @property
    def is_function_word(self) -> bool:
        """Whether it is a function word, which only holds others together."""
        return self.plain in english.WORDS.free


@dataclass(frozen=True, slots=True)
class Text:
    """A text and its words."""

    text: str
    words: tuple[Word, ...]

    def __getitem__(self, word: Word) -> str:
        return self.text[word.start : word.end]


@lru_cache(maxsize=4096)
def read(text: str) -> Text:
    """The words of a text. ``don't`` stays one word; the parts of a hyphenated word are words of their own."""
    found: list[Word] = []
    clause = end = 0
    for match in _WORD.finditer(text):
        plain = _POSSESSIVE.sub("", vocabulary.fold(match[0]).replace("’", "'")).replace(".", "")
        if match[0][0].isdigit():
            plain = match[0].replace(",", "")
        if _BREAK.search(text, end, match.start()) or plain in english.WORDS.opens_clause:
            clause += 1
        starts = not found or bool(re.search(r"[.!?…:]", text[end : match.start()]))
        name = match[0][0].isupper() and not (starts and not match[0].isupper()) and plain != "i"
        found.append(Word(match.start(), match.end(), plain, stem(plain), clause, name))
        end = match.end()
    return Text(text, tuple(found))


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of a word share: irregular forms, American spellings and number words among them."""
    number = word_value(word)
    if number is not None:
        return str(number)
    return vocabulary.stem(english.spelling(english.BASE_FORMS.get(word, word)))


def content(text: Text) -> tuple[Word, ...]:
    """The words that say something: neither function words nor operators on others."""
    return tuple(w for w in text.words if not w.is_function_word)
