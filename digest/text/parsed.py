"""Parsed texts: words with their lemmas, heads and relations, as a parser hands them to the stages.

Relations are those of Universal Dependencies 2 (https://universaldependencies.org/u/dep/), whatever labels the
parser has of its own; parts of speech are UD's too. A stage gets a ``Parser`` handed in and never opens one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a text: ``text`` is ``parsed.text[start:end]``."""

    index: int
    text: str
    lemma: str
    """Lower case."""
    pos: str
    """UD: NOUN, PROPN, VERB, AUX, ..."""
    head: int
    """Index of the word it hangs on; its own for the root of a sentence."""
    relation: str
    """UD with its subtypes: ``nsubj:pass``, ``obl:agent``, ``acl:relcl``; ``root`` for the root."""
    start: int
    end: int
    entity: str = ""
    """The parser's own kind of name (PERSON, PER, ORG, GPE, ...), empty for other words."""
    morph: tuple[str, ...] = ()
    """Features as ``Tense=Past``."""

    @property
    def basic(self) -> str:
        """The relation without its subtype."""
        return self.relation.partition(":")[0]

    def has(self, feature: str) -> bool:
        return feature in self.morph


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text with its tokens; without tokens where the parser refused it."""

    text: str
    tokens: tuple[Token, ...] = ()
    _children: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token)
        object.__setattr__(self, "_children", tuple(map(tuple, below)))

    def __bool__(self) -> bool:
        return bool(self.tokens)

    @property
    def roots(self) -> tuple[Token, ...]:
        return tuple(token for token in self.tokens if token.head == token.index)

    def head(self, token: Token) -> Token | None:
        """What it hangs on; None for a root."""
        return None if token.head == token.index else self.tokens[token.head]

    def children(self, token: Token, *relations: str) -> tuple[Token, ...]:
        """What hangs on it, in the order of the text; of ``relations`` only (``nsubj`` covers ``nsubj:pass``)."""
        below = self._children[token.index]
        if not relations:
            return below
        return tuple(c for c in below if c.relation in relations or c.basic in relations)

    def subtree(self, token: Token) -> Iterator[Token]:
        """The token and all that hangs on it, heads first."""
        waiting = [token]
        while waiting:
            at = waiting.pop()
            yield at
            waiting.extend(self._children[at.index])

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above, nearest first."""
        while token.head != token.index:
            token = self.tokens[token.head]
            yield token

    def words(self, tokens: Sequence[Token]) -> str:
        """The text from the first to the last of some tokens."""
        return self.text[min(t.start for t in tokens) : max(t.end for t in tokens)] if tokens else ""


class Parser(Protocol):
    """Parses texts of one language. Texts it cannot read come back without tokens; nothing is raised."""

    @property
    def language(self) -> str: ...

    def parse(self, texts: Sequence[str]) -> tuple[Parsed, ...]: ...
