"""Who a clause is about where its own subject is missing or small: relative pronouns, shared subjects, pronouns for one person."""

from __future__ import annotations

from digest.text.languages.en import factuality as words
from digest.text.parsed import Parsed, Token
from digest.verify.contexts import charged_with, is_governed_gerund

_RELATIVE = frozenset({"who", "which", "that"})
_PERSONAL = frozenset({"he", "she"})
_PERSONS = frozenset({"PERSON", "PER"})


def own_subject(text: Parsed, verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    return next(iter(text.children(verb, "nsubj", "csubj")), None)


def subject_of(text: Parsed, verb: Token) -> Token | None:
    """The word that the clause is about: its subject, the noun behind a relative pronoun, the subject it shares.

    None if grammar alone does not say it.
    """
    while True:  # a loop, since a chain of clauses may be as long as the sentence
        subject = own_subject(text, verb)
        if subject is not None:
            return _antecedent(text, verb, subject)
        if verb.head == verb.index:
            return None
        head = text.tokens[verb.head]
        if charged_with(text, verb) is not None:
            return head
        if verb.relation == "xcomp" or is_governed_gerund(text, verb):
            if (controller := _controller(text, head)) is not None:
                return controller
        elif not (verb.relation == "conj" or _is_adjunct(text, verb)):
            return None
        verb = head


def _antecedent(text: Parsed, verb: Token, subject: Token) -> Token:
    """Whom a pronoun as a subject stands for; the subject itself if it is none or it is not certain."""
    low = subject.text.lower()
    if verb.relation == "acl:relcl" and low in _RELATIVE:
        return described(text, text.tokens[verb.head])
    return (only_person(text, subject) or subject) if low in _PERSONAL else subject


def _is_adjunct(text: Parsed, verb: Token) -> bool:
    """Whether it is a participle of saying, with the subject of its main clause: ", accusing his rival"."""
    bare = verb.relation == "advcl" and not text.children(verb, "mark", "case")
    return bare and verb.has("VerbForm=Part") and verb.lemma in words.SAYS | words.ACCUSES


def _controller(text: Parsed, head: Token) -> Token | None:
    """Who does what a verb governs: its object ("asked him to go"), the noun that it describes; None: its subject."""
    objects = text.children(head, "obj", "iobj")
    if objects and not text.children(head, "aux:pass"):
        return objects[0]
    if head.relation == "acl" and head.has("Aspect=Perf"):
        return described(text, text.tokens[head.head])
    return None


def described(text: Parsed, noun: Token) -> Token:
    """The noun that an apposition describes; the noun itself if it is none."""
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
