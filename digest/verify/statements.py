"""What a parsed text states: predicates with who does what to whom, whatever the form it is put in.

Voice is undone (the subject of a passive is an object, its agent a subject), relative clauses and participles get the noun they
describe, conjuncts share their subject, a noun of action ("Russia's claim") takes the roles of its verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from digest.text.languages.en import factuality as words
from digest.text.names import demonyms, same_word
from digest.text.numbers import numbers
from digest.text.parsed import Parsed, Token
from digest.verify.contexts import Guard, guards
from digest.verify.subjects import described, own_subject, subject_of
from digest.verify.wording import stem

_PERSONS = frozenset({"PERSON", "PER"})
_BODIES = frozenset({"ORG"})
_PLACES = frozenset({"GPE", "LOC"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A predicate, its roles ("subject", "object", "clause", or a preposition) and what guards it."""

    predicate: Token
    roles: tuple[tuple[str, Token], ...]
    guards: tuple[Guard, ...]

    def fill(self, *names: str) -> tuple[Token, ...]:
        return tuple(token for name, token in self.roles if name in names)

    @property
    def denied(self) -> bool:
        """Whether an odd number of negations stands over it."""
        return sum(g.kind in {"negation", "denial"} for g in self.guards) % 2 == 1


@lru_cache(maxsize=4096)
def statements(text: Parsed) -> tuple[Statement, ...]:
    """The statements of a text in the order of their predicates."""
    return tuple(
        Statement(t, tuple(dict.fromkeys(_roles(text, t))), guards(text, t))
        for t in text.tokens
        if _is_predicate(text, t)
    )


def _is_predicate(text: Parsed, token: Token) -> bool:
    if token.basic in {"aux", "cop", "case", "mark"}:
        return False
    return token.pos == "VERB" or bool(text.children(token, "cop", "nsubj"))


def _roles(text: Parsed, token: Token) -> Iterator[tuple[str, Token]]:
    passive = _is_passive(text, token)
    subject = subject_of(text, token)
    if subject is not None:
        for one in _with_conjuncts(text, subject):
            yield ("object" if passive else "subject"), one
    if token.relation == "acl" and token.pos == "VERB" and not text.children(token, "mark"):
        yield ("object" if passive else "subject"), described(text, text.tokens[token.head])
    for child in text.children(token):
        for role in _role(text, child, passive):
            for one in _with_conjuncts(text, child):
                yield role, one


def _is_passive(text: Parsed, token: Token) -> bool:
    if text.children(token, "aux:pass"):
        return True
    if token.basic == "conj" and own_subject(text, token) is None and token.has("VerbForm=Part"):
        return bool(text.children(text.tokens[token.head], "aux:pass")) and not text.children(token, "aux")
    return token.relation == "acl" and token.has("Aspect=Perf")


def _role(text: Parsed, child: Token, passive: bool) -> Iterator[str]:
    if child.basic in {"obj", "iobj"}:
        yield "object"
    elif child.basic in {"ccomp", "xcomp"}:
        yield "clause"
    elif child.basic in {"obl", "nmod"}:
        cases = [c.text.lower() for c in text.children(child, "case")]
        if passive and cases == ["by"]:
            yield "subject"
        elif cases:
            yield " ".join(cases)
    elif child.basic in {"nsubj", "csubj"} and child.relation.endswith(":pass"):
        yield "object"


def _with_conjuncts(text: Parsed, token: Token) -> tuple[Token, ...]:
    return (token, *text.children(token, "conj"))


def alike(one: Token, other: Token) -> bool:
    """Whether two words are forms of one, spellings of one, or the same name in a longer and a shorter form."""
    left, right = one.text.casefold().rstrip("."), other.text.casefold().rstrip(".")
    if (
        left == right
        or one.lemma == other.lemma
        or words.SPELT.get(left, left) == words.SPELT.get(right, right)
    ):
        return True
    return stem(left) == stem(right) or stem(one.lemma) == stem(other.lemma) or same_word(left, right)


def name_of(text: Parsed, token: Token) -> tuple[str, ...]:
    """The words of the name that the token is the head of, titles apart, in lower case; empty for other words."""
    if token.pos != "PROPN":
        return ()
    found = sorted(name_parts(text, token), key=lambda t: t.index)
    return tuple(t.text.lower() for t in found if t.pos == "PROPN" and t.lemma not in words.TITLES)


def name_parts(text: Parsed, token: Token) -> list[Token]:
    """The token and what is compounded with it, not what else hangs on it."""
    parts = [token]
    for part in parts:  # grows while it is read
        parts.extend(text.children(part, "compound", "flat"))
    return parts


def kind_of(token: Token) -> str:
    """Whether it names a person, a body or a place, or is a "name" of which the parser does not say; else empty."""
    if token.pos != "PROPN":
        return ""
    for kind, entities in (("person", _PERSONS), ("body", _BODIES), ("place", _PLACES)):
        if token.entity in entities:
            return kind
    return "" if token.entity or token.lemma in words.CAPITALS or demonyms(token.text) else "name"


def values(text: str) -> frozenset[tuple[Decimal, str]]:
    """The numbers of a text with their units."""
    return frozenset((number.value, number.unit) for number in numbers(text))
