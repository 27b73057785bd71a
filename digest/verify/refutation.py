"""What the cited sentences contradict: the same event in another context, its roles exchanged, somebody or so much else in it.

Narrow on purpose: an editor's true point may be refuted in one case of twenty at most. Two predicates are about one event only if
what stands in their roles agrees, and two names are two only if both are of one kind and have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digest.models import Finding
from digest.text.languages.en import factuality as words
from digest.text.languages.en.claims import PRONOUNS
from digest.text.parsed import Parsed, Token
from digest.verify.cast import Cast
from digest.verify.contexts import Guard
from digest.verify.passage import finding
from digest.verify.statements import Statement, alike, kind_of, name_of, name_parts, statements, values
from digest.verify.wording import stem

_REASONS = {
    "negation": "The source denies it: it says {}.",
    "modal": "The source says {} of it, the point tells it as a fact.",
    "condition": "The source says it under a condition, {}; the point leaves that out.",
    "question": "The source leaves it open: {}.",
    "denial": "The source tells this as denied: it says {}.",
    "accusation": "The source reports this as an accusation ({}), the point tells it as a fact.",
    "plan": "The source tells a plan, a wish or a demand ({}), the point tells it as done.",
    "unsure": "The source does not say that it is so: it says {}.",
}
"""Of the kinds of guards that refute. A purpose may have been reached, and what is said may be so."""
_SPOKEN = "The source has this from somebody who only says so ({}), the point tells it as a fact."
_PRONOUNS = PRONOUNS | {"who", "which", "that", "them", "itself", "themselves"}
_CONTENTIOUS = frozenset(stem(word) for word in words.CONTENTIOUS)
_SCHEDULED = frozenset(stem(word) for word in words.SCHEDULED)
_MAIN = ("subject", "object")
_ONE_KIND = ({"person"}, {"place"}, {"body"}, {"person", "name"})
"""Kinds of names that are two for certain; a name that the parser does not know may be a person's."""
_QUANTIFIES = frozenset({"det", "advmod", "amod", "nsubj", "appos", "dep"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement of the claim and one of a cited sentence with the same predicate."""

    claim: Parsed
    mine: Statement
    source: Parsed
    theirs: Statement
    cast: Cast

    def agree(self, own: Sequence[Token], other: Sequence[Token]) -> bool:
        """Whether one of each may be the same: the same word, or names with something in common."""
        return any(
            alike(a, b) or self.cast.share(name_of(self.claim, a), name_of(self.source, b))
            for a in own
            for b in other
        )

    def is_one_event(self) -> bool:
        """Whether what both have in a main role agrees, and enough does: one role, two for a verb like "make"."""
        shared = [role for role in _MAIN if _named(self.mine, role) and _named(self.theirs, role)]
        if not all(self.agree(_named(self.mine, role), _named(self.theirs, role)) for role in shared):
            return False
        beside = [t for role, t in self.mine.roles if role not in {*_MAIN, "clause"}]
        hits = len(shared) + sum(_meet([t], [other for _, other in self.theirs.roles]) for t in beside)
        hits += _meet(self.mine.fill("clause"), self.theirs.fill("clause")) + self._are_there()
        return hits + self._is_told_of() >= (2 if self.mine.predicate.lemma in words.LIGHT else 1)

    def _is_told_of(self) -> bool:
        """Whether both say with "be" that somebody is so: the predicate has content of its own."""
        ways = ((self.claim, self.mine.predicate), (self.source, self.theirs.predicate))
        return all(text.children(token, "cop") and text.children(token, "nsubj") for text, token in ways)

    def _are_there(self) -> bool:
        """Whether both say that there is such a thing: "there was no evidence to support it"."""
        ways = ((self.claim, self.mine.predicate), (self.source, self.theirs.predicate))
        below = [text.children(token, "acl", "nmod") for text, token in ways if text.children(token, "expl")]
        return len(below) == 2 and _meet(*below)

    def asserts(self) -> bool:
        """Whether the claim's predicate has a finite verb: "requiring checks" tells no time and no certainty."""
        predicate = self.mine.predicate
        helpers = self.claim.children(predicate, "aux", "cop")
        return predicate.relation == "conj" or any(t.has("VerbForm=Fin") for t in (predicate, *helpers))


def contradicted(claim: Parsed, cited: Sequence[Parsed], cast: Cast) -> Iterator[Finding]:
    """What speaks against a claim for certain; nothing if there is doubt."""
    yield from added_quantifiers(claim, cited)
    told = [(text, statement) for text in cited for statement in statements(text)]
    for mine in statements(claim):
        pairs = [
            Pair(claim, mine, text, theirs, cast)
            for text, theirs in told
            if alike(mine.predicate, theirs.predicate)
        ]
        yield from _against(pairs)
        if not pairs:
            yield from _reversed(
                [
                    Pair(claim, mine, text, theirs, cast)
                    for text, theirs in told
                    if theirs.predicate.lemma in words.AGAINST.get(mine.predicate.lemma, ())
                ]
            )


def _against(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Against one statement: each of the source's that is about the event has to contradict it, the mildest is told."""
    one_event = [pair for pair in pairs if pair.is_one_event()]
    if one_event:
        yield from min((list(_of_context(pair)) for pair in one_event), key=len)
    if len(pairs) == 1:
        yield from _of_amounts(pairs[0]) if one_event else _of_roles(pairs[0])


def _reversed(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The opposite told of the same: "upheld the law" for "struck down the law"."""
    for pair in pairs:
        both = [role for role in _MAIN if _named(pair.mine, role) and _named(pair.theirs, role)]
        plain = not _firm(pair.theirs.guards) and all(g.kind == "said" for g in pair.mine.guards)
        if plain and len(both) == 2 and pair.asserts() and pair.is_one_event():
            verb = pair.theirs.predicate.text
            yield finding("direction", pair.mine.predicate.text, f"The source says “{verb}”, the point {{}}.")


def _of_context(pair: Pair) -> Iterator[Finding]:
    """A context that one has and the other has not."""
    mine, own, other = pair.mine, _firm(pair.mine.guards), _firm(pair.theirs.guards)
    if own and not pair.theirs.guards and all(g.kind == "negation" for g in own):
        yield finding("negation", own[0].word, "The point denies ({}) what the source says.")
    elif _kinds(own) and _kinds(own) == _kinds(other):
        word = _one_sided(own, other)
        if word and mine.denied != pair.theirs.denied:
            yield finding("negation", word, "Only one of the point and the source says {} here.")
    elif pair.asserts() and all(g.kind == "said" for g in mine.guards):
        told = {stem(t.text) for t in pair.claim.tokens}
        guard = next((g for g in other if _opens(g, mine) and stem(g.word) not in told), None)
        if guard is not None:
            yield finding(guard.kind, guard.word, _REASONS.get(guard.kind, _SPOKEN))


def _firm(guards: Sequence[Guard]) -> list[Guard]:
    return [guard for guard in guards if not guard.loose]


def _kinds(guards: Sequence[Guard]) -> set[str]:
    """What else than a negation stands over a predicate."""
    return {str(guard.kind) for guard in guards} - {"negation", "said"}


def _one_sided(own: Sequence[Guard], other: Sequence[Guard]) -> str:
    """The "not" that only one side has; empty if both have one or none."""
    nots = [[g.word for g in side if g.word in words.NEGATIONS] for side in (own, other)]
    return "" if len(nots[0]) == len(nots[1]) else (nots[1] or nots[0])[0]


def _opens(guard: Guard, mine: Statement) -> bool:
    """Whether what stands under the guard is not so, or not yet; what is only said is so unless the verb leaves doubt."""
    if guard.kind == "said":
        return not mine.guards and stem(guard.word) in _CONTENTIOUS
    coming = guard.word in words.WILL or (guard.kind == "plan" and stem(guard.word) in _SCHEDULED)
    return guard.kind in _REASONS and (not coming or mine.predicate.has("Tense=Past"))


def _of_amounts(pair: Pair) -> Iterator[Finding]:
    """Another number where the source has one, in the same role of the same event."""
    for role, token in pair.mine.roles:
        own = _amount(pair.claim, token)
        there = [_amount(pair.source, t) for name, t in pair.theirs.roles if name == role and alike(t, token)]
        if own and there and all(there) and not any(own & other for other in there):
            shown = pair.claim.words(list(pair.claim.subtree(token)))
            yield finding("number", shown, "The source has another number there than {}.")


def _amount(text: Parsed, token: Token) -> frozenset[tuple[Decimal, str]]:
    return values(text.words([t for t in text.subtree(token) if t.index <= token.index]))


def _of_roles(pair: Pair) -> Iterator[Finding]:
    """Roles that are exchanged, or that another fills for certain."""
    subject, object_ = (_named(pair.mine, role) for role in _MAIN)
    their_subject, their_object = (_named(pair.theirs, role) for role in _MAIN)
    exchanged = _meet(object_, their_subject) or (not object_ and not their_subject)
    exchanged = exchanged and pair.mine.predicate.lemma not in words.SYMMETRIC
    asserts = pair.asserts()
    if asserts and exchanged and _meet(subject, their_object) and not _meet(subject, their_subject):
        yield _another(pair, subject[0], their_subject)
        return
    for role in dict.fromkeys(name for name, _ in pair.mine.roles if name != "clause"):
        own, other = _named(pair.mine, role), _named(pair.theirs, role)
        certain = (asserts or role != "subject") and bool(own and other)
        if certain and _are_two(pair, own, other) and _rest_agrees(pair, role):
            yield _another(pair, own[0], other)


def _named(statement: Statement, role: str) -> list[Token]:
    return [t for t in statement.fill(role) if t.text.lower() not in _PRONOUNS]


def _meet(own: Sequence[Token], other: Sequence[Token]) -> bool:
    return any(alike(a, b) for a in own for b in other)


def _are_two(pair: Pair, own: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether all are names of one kind and none of one side has anything in common with one of the other."""
    return {kind_of(t) for t in (*own, *other)} in _ONE_KIND and not pair.agree(own, other)


def _rest_agrees(pair: Pair, role: str) -> bool:
    """Whether something else that the claim says of the event is said of the source's."""
    rest = [t for name, t in pair.mine.roles if name != role and t.text.lower() not in _PRONOUNS]
    return _meet(rest, [t for name, t in pair.theirs.roles if name != role])


def _another(pair: Pair, own: Token, other: Sequence[Token]) -> Finding:
    verb = pair.theirs.predicate.text
    if not other:
        return finding("role", own.text, f"In the source {{}} has another part in “{verb}”.")
    who = pair.source.words(name_parts(pair.source, other[0]))
    return finding("role", own.text, f"The source says “{verb}” of {who}, the point says it of {{}}.")


def added_quantifiers(claim: Parsed, cited: Sequence[Parsed]) -> Iterator[Finding]:
    """ "All", "most", "only" where no cited sentence has a word of that force."""
    there = {
        words.GROUPS.get(form) for text in cited for t in text.tokens for form in (t.text.lower(), t.lemma)
    }
    for token in claim.tokens:
        low = token.text.lower()
        group = words.GROUPS.get(low) if token.basic in _QUANTIFIES and low not in words.WEAK else None
        if group in {"all", "most", "only"} and group not in there:
            yield finding("amount", token.text, "No cited sentence says {} of it.")
