"""Who a clause is about where its own subject is missing or small: relative pronouns, shared subjects, one-person pronouns."""

from __future__ import annotations

from digest.text.parsed import Parsed, Token
from digest.verify import factuality as words
from digest.verify.contexts import is_governed_gerund

_RELATIVE = frozenset({"who", "which", "that"})
_PERSONAL = frozenset({"he", "she"})
_PERSONS = frozenset({"PERSON", "PER"})


def _controller(text: Parsed, head: Token) -> Token | None:
    """Who does what a verb governs: its object ("asked him to go", "accused him of lying"), else its subject."""
    passive = bool(text.children(head, "aux:pass"))
    objects = text.children(head, "obj", "iobj")
    if objects and not passive:
        return objects[0]
    if head.relation == "acl" and head.has("Aspect=Perf"):
        return described(text, text.tokens[head.head])
    return subject_of(text, head)


def own_subject(text: Parsed, verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    return next(iter(text.children(verb, "nsubj", "csubj")), None)


def subject_of(text: Parsed, verb: Token) -> Token | None:
    """The word that the clause is about: its subject, the noun behind a relative pronoun, the subject it shares.

    None where grammar alone does not say it.
    """
    subject = own_subject(text, verb)
    if subject is not None:
        low = subject.text.lower()
        if verb.relation == "acl:relcl" and low in _RELATIVE:
            return described(text, text.tokens[verb.head])
        if low in _PERSONAL:
            shared = own_subject(text, text.tokens[verb.head]) if verb.relation == "conj" else None
            if shared is not None and shared.entity in _PERSONS and only_person(text, subject) is None:
                return subject
            return only_person(text, subject) or subject
        return subject
    head = text.tokens[verb.head]
    if verb.relation == "conj":
        return subject_of(text, head)
    if verb.relation == "xcomp" or is_governed_gerund(text, verb):
        return _controller(text, head)
    if verb.relation == "advcl" and verb.has("VerbForm=Part") and not text.children(verb, "mark", "case"):
        return subject_of(text, text.tokens[verb.head]) if verb.lemma in words.SAYS | words.ACCUSES else None
    return None


def described(text: Parsed, noun: Token) -> Token:
    """The noun that an apposition describes; the noun itself where it is none."""
    while noun.relation == "appos":
        noun = text.tokens[noun.head]
    return noun


def only_person(text: Parsed, pronoun: Token) -> Token | None:
    """The one person named in the sentence before "he" or "she", who is a subject there; None with two or none."""
    named = [t for t in text.tokens[: pronoun.index] if t.entity in _PERSONS]
    heads = [t for t in named if t.relation not in {"compound", "flat", "flat:name"}]
    if len({t.text for t in heads}) != 1 or heads[0].basic != "nsubj":
        return None
    return heads[0]
