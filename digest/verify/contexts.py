"""Contexts: what stands above a predicate and decides whether it is told as a fact.

Climbing from a word to the root of its sentence, each step is looked at: a negation, a modal verb, a condition, a verb that
does not vouch for what it governs. A word without a guard is asserted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from digest.text.languages.en import factuality as words
from digest.text.parsed import Parsed, Token

Kind = Literal[
    "negation",
    "modal",
    "condition",
    "question",
    "denial",
    "accusation",
    "plan",
    "said",
    "purpose",
    "unsure",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Guard:
    """Why what stands below is not told as a fact: the kind, the word that makes it so, who vouches.

    ``loose``: it stands over something in between (a noun that the predicate describes, a verb that says nothing of its
    complement), so that it forbids a proof and refutes nothing.
    """

    kind: Kind
    word: str
    by: Token | None = None
    loose: bool = False


@lru_cache(maxsize=4096)
def guards(text: Parsed, token: Token) -> tuple[Guard, ...]:
    """Everything between a predicate and the assertion of its sentence, innermost first."""
    found = [*own(text, token)]
    at, loose = token, False
    while at.head != at.index:
        above = text.tokens[at.head]
        loose = loose or _is_beside(text, at)
        found.extend(replace(guard, loose=loose or guard.loose) for guard in _step(text, at, above))
        if not _shares(at):
            veiled = loose or above.lemma not in words.IMPLIES
            found.extend(
                replace(guard, loose=veiled or guard.loose)
                for guard in own(text, above)
                if _reaches(at, above)
            )
        at = above
    if _asks(text, at):
        found.append(Guard("question", "?"))
    return tuple(found)


def _shares(at: Token) -> bool:
    """Whether it stands beside its head, not below it."""
    return at.basic in {"conj", "parataxis", "appos"} or at.relation == "acl:relcl"


def _is_beside(text: Parsed, at: Token) -> bool:
    """Whether it only describes what it hangs on: a relative clause, a participle, a phrase."""
    if at.relation == "acl:relcl" or at.basic in {"obj", "obl", "nmod", "nsubj", "appos", "compound", "amod"}:
        return True
    bare = not text.children(at, "mark", "case")
    return at.basic in {"acl", "advcl"} and bare and at.has("VerbForm=Part")


def _reaches(at: Token, above: Token) -> bool:
    """Whether what stands on a word reaches what hangs on it: not a clause beside it, nor what is said."""
    return at.relation != "advcl" and above.lemma not in words.SAYS


def own(text: Parsed, token: Token) -> Iterator[Guard]:
    """Negation and modal verbs on the word itself, shared ones of its first conjunct too, and inverted conditions."""
    yield from _negations(text, token)
    helpers = text.children(token, "aux")
    if token.basic == "conj" and not helpers and not text.children(token, "nsubj", "csubj"):
        helpers = text.children(text.tokens[token.head], "aux")
    for helper in helpers:
        if helper.lemma in words.MODALS or helper.text.lower() in words.MODALS:
            yield Guard("modal", helper.text.lower())
    for part in text.children(token, "advcl"):
        if word := condition(text, part, token):
            yield Guard("condition", word, loose=word in words.FUTURE_CONDITIONS)
    for phrase in text.children(token, "obl", "nmod"):
        if word := viewed(text, phrase):
            yield Guard("said", word, phrase)


def _negations(text: Parsed, token: Token) -> Iterator[Guard]:
    for child in text.children(token):
        low = child.text.lower()
        if low in words.NEGATIONS and child.basic in {
            "advmod",
            "det",
            "cc",
            "aux",
            "mark",
            "case",
            "dep",
            "nsubj",
        }:
            yield Guard("negation", low)
        elif child.basic in {"nsubj", "obj"}:
            for det in text.children(child, "det", "advmod", "amod"):
                if det.text.lower() in words.NEGATIONS | {"few", "little"}:
                    yield Guard("negation", det.text.lower())


def condition(text: Parsed, clause: Token, main: Token) -> str:
    """The word that makes a clause a condition of the main one; empty if it is none."""
    marks = [child.text.lower() for child in text.children(clause, "mark", "advmod", "case")]
    for word in marks:
        if word in words.CONDITIONS:
            return word
        if word in words.FUTURE_CONDITIONS and not _is_past(text, clause) and _lies_ahead(text, main):
            return word
    first = min((t for t in text.children(clause)), key=lambda t: t.index, default=clause)
    if (
        first.basic in {"aux", "cop"}
        and first.lemma in {"should", "have", "be"}
        and _has_subject_behind(text, clause, first)
    ):
        return first.text.lower()
    if clause.lemma in {"provide", "assume", "suppose", "give"} and not text.children(clause, "nsubj"):
        return clause.text.lower()
    return ""


def _has_subject_behind(text: Parsed, clause: Token, helper: Token) -> bool:
    return any(t.index > helper.index for t in text.children(clause, "nsubj", "det", "compound")) and not any(
        t.index < helper.index for t in text.subtree(clause)
    )


def _is_past(text: Parsed, clause: Token) -> bool:
    return any(t.has("Tense=Past") for t in (clause, *text.children(clause, "aux", "cop")))


def _lies_ahead(text: Parsed, main: Token) -> bool:
    helpers = text.children(main, "aux", "cop")
    return any(t.text.lower() in words.MODALS for t in helpers) or (
        main.has("Tense=Pres") and main.has("VerbForm=Fin")
    )


def viewed(text: Parsed, phrase: Token) -> str:
    """The word of a phrase that says whose word it is: "according to", "in the view of"."""
    inside = [phrase, *text.children(phrase, "case", "mark", "advmod")]
    return next((t.text.lower() for t in inside if t.text.lower() in words.VIEWS), "")


def _step(text: Parsed, at: Token, above: Token) -> Iterator[Guard]:
    """What one step up adds."""
    clause = at.basic in {"ccomp", "xcomp", "acl", "csubj"} and at.relation != "acl:relcl"
    charge = charged_with(text, at)
    if charge is not None:
        yield from _governed(text, at, charge)
    elif clause or is_governed_gerund(text, at):
        yield from _governed(text, at, above)
    elif at.basic == "advcl":
        yield from _circumstance(text, at, above)
    elif at.basic == "conj" and any(
        t.text.lower() in {"or", "otherwise", "nor"} for t in text.children(at, "cc", "advmod")
    ):
        yield Guard("unsure", "or")


def _circumstance(text: Parsed, at: Token, above: Token) -> Iterator[Guard]:
    """What makes a clause beside its main one something else than a fact."""
    marks = {child.text.lower() for child in text.children(at, "mark", "advmod", "case")}
    if word := condition(text, at, above):
        yield Guard("condition", word, loose=word in words.FUTURE_CONDITIONS)
    elif marks & {"to", "so", "lest", "for", "from"}:
        yield Guard("purpose", above.text)
    elif "without" in marks:
        yield Guard("negation", "without")


def charged_with(text: Parsed, at: Token) -> Token | None:
    """The verb in "accused the mayor of lying", where the parser has hung the gerund on the mayor; else None."""
    marks = {child.text.lower() for child in text.children(at, "mark")}
    noun = text.tokens[at.head]
    verb = text.tokens[noun.head]
    hung = at.relation == "acl" and bool(marks & {"of", "from"}) and noun.basic in {"obj", "nsubj"}
    return verb if hung and verb.lemma in words.ACCUSES | words.AVOIDS else None


def is_governed_gerund(text: Parsed, at: Token) -> bool:
    """Whether it is what somebody is accused of, kept from or praised for: "accused of lying"."""
    marks = {child.text.lower() for child in text.children(at, "mark")}
    return at.basic == "advcl" and at.has("VerbForm=Part") and bool(marks & {"of", "from", "for"})


_UNDER: tuple[tuple[frozenset[str], Kind], ...] = (
    (words.DENIES, "denial"),
    (words.AVOIDS, "negation"),
    (words.ACCUSES, "accusation"),
)
"""What the governing word makes of a clause, whatever the clause's form."""


def _governed(text: Parsed, at: Token, above: Token) -> Iterator[Guard]:
    lemma, marks = above.lemma, {child.text.lower() for child in text.children(at, "mark")}
    kind = next((kind for lemmas, kind in _UNDER if lemma in lemmas), None)
    if kind is not None:
        yield Guard(kind, above.text)
    elif marks & {"whether", "if"}:
        yield Guard("question", "whether")
    elif is_governed_gerund(text, at):
        if lemma in words.PLANS:
            yield Guard("plan", above.text)
    else:
        yield from _complement(text, at, above, marks)


def _complement(text: Parsed, at: Token, above: Token, marks: set[str]) -> Iterator[Guard]:
    """What a verb or noun says of its "that" or "to": it vouches, reports, plans, or leaves open."""
    lemma = above.lemma
    told = at.basic == "ccomp" and lemma in words.SAYS
    if lemma in words.DOUBTFUL_NOUNS:
        yield Guard("unsure", above.text)
    elif lemma in words.PLANS and not told:
        yield Guard("plan", above.text)
    elif lemma in words.SAYS:
        yield Guard("said", above.text, next(iter(text.children(above, "nsubj")), None))
    elif lemma not in words.IMPLIES and not (at.basic == "acl" and "to" not in marks and at.pos == "VERB"):
        yield Guard("unknown", above.text)


def _asks(text: Parsed, root: Token) -> bool:
    return any(t.text == "?" for t in text.subtree(root))
