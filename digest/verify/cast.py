"""The cast of an article: who is who, known from its names, titles, appositions and initials."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.text.names import TITLES, initials, names, same_word
from digest.text.parsed import Parsed, Token

_PERSONS = frozenset({"PERSON", "PER"})


@dataclass(frozen=True)
class Cast:
    """The names of some articles as their words, in lower case, longest first."""

    names: tuple[tuple[str, ...], ...] = ()

    def whole(self, last: str) -> tuple[tuple[str, ...], ...]:
        """The full names that end in a word."""
        return tuple(name for name in self.names if len(name) > 1 and same_word(name[-1], last))

    def adds(self, word: Token, claim: Sequence[Token], source: Sequence[Token]) -> bool:
        """Whether a word of the claim only spells out a name whose last word the source has, and that is nobody else's."""
        if word.pos != "PROPN":
            return False
        behind = [t for t in claim if t.pos == "PROPN" and word.index < t.index <= word.index + 3]
        plain = word.text.lower()
        for last in behind:
            full = self.whole(last.text.lower())
            first = {name[0] for name in full}
            if len(first) == 1 and any(plain in name for name in full):
                return any(t.text.lower() == last.text.lower() for t in source)
        return False


def cast(texts: Iterable[str]) -> Cast:
    """The cast of the sentences of an article, or of those that are cited where it is not at hand."""
    found = {name.words for text in texts for name in names(text)}
    return Cast(tuple(sorted(found, key=lambda words: (-len(words), words))))
