"""The cast of an article: who is who, known from the names in all of its sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.text.names import initials, names, same_word
from digest.text.parsed import Token


@dataclass(frozen=True)
class Cast:
    """The names of some articles as their words, in lower case, longest first."""

    names: tuple[tuple[str, ...], ...] = ()

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for name in self.names for word in name)

    def whole(self, last: str) -> tuple[tuple[str, ...], ...]:
        """The full names that end in a word."""
        return tuple(name for name in self.names if len(name) > 1 and same_word(name[-1], last))

    def share(self, one: Sequence[str], other: Sequence[str]) -> bool:
        """Whether two names may be the same one's: a word in common, or a name of the article that has words of both."""
        short, long = initials(one), initials(other)
        if any(same_word(a, b) for a in one for b in other) or short in other or long in one:
            return True
        return any(
            any(same_word(a, w) for a in one for w in name)
            and any(same_word(b, w) for b in other for w in name)
            for name in self.names
        )

    def adds(self, word: Token, claim: Sequence[Token], source: Sequence[Token]) -> bool:
        """Whether a word of the claim spells out a name whose last word the source has, and that is nobody else's."""
        if word.pos != "PROPN":
            return False
        plain = word.text.lower()
        for last in (t for t in claim if t.pos == "PROPN" and word.index < t.index <= word.index + 3):
            full = self.whole(last.text.lower())
            if len({name[0] for name in full}) == 1 and any(plain in name for name in full):
                return any(t.text.lower() == last.text.lower() for t in source)
        return False


def cast(texts: Iterable[str]) -> Cast:
    """The cast of the sentences of an article, or of those that are cited where it is not at hand."""
    found = {name.words for text in texts for name in names(text)}
    return Cast(tuple(sorted(found, key=lambda words: (-len(words), words))))
