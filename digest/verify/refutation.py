"""What the cited sentences contradict: the same event with another context, with its roles exchanged, or with somebody else in it.

Narrow on purpose: an editor's true point is refuted in one case of twenty at most. Two predicates are about one event only if
what stands in their roles agrees, and two names are two only if both are of one kind and have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from digest.models import Finding
from digest.text.parsed import Parsed, Token
from digest.verify import english
from digest.verify import factuality as words
from digest.verify.cast import Cast
from digest.verify.contexts import Guard
from digest.verify.passage import finding
from digest.verify.statements import Statement, alike, kind_of, name_of, statements, values
from digest.verify.tokens import stem

_REASONS = {
    "negation": "The source denies it: it says {}.",
    "modal": "The source says {} of it, the point tells it as a fact.",
    "condition": "The source says it under a condition, {}; the point leaves that out.",
    "question": "The source leaves it open: {}.",
    "denial": "The source tells this as denied: it says {}.",
    "accusation": "The source reports this as an accusation ({}), the point tells it as a fact.",
    "plan": "The source tells a plan, a wish or a demand ({}), the point tells it as done.",
    "unsure": "The source does not say that it is so: it says {}.",
    "said": "The source gives this as somebody's word ({}), the point tells it as a fact.",
}
_PRONOUNS = english.PRONOUNS | {"who", "which", "that", "them", "itself", "themselves"}


def contradicted(claim: Parsed, cited: Sequence[Parsed], cast: Cast) -> Iterator[Finding]:
    """What speaks against a claim for certain."""
    yield from added_quantifiers(claim, cited)
    told = [(text, statement) for text in cited for statement in statements(text)]
    for mine in statements(claim):
        same = [(text, theirs) for text, theirs in told if _is_same_word(mine, theirs)]
        if same:
            yield from _against(claim, mine, same, cast)


def _is_same_word(mine: Statement, theirs: Statement) -> bool:
    return alike(mine.predicate, theirs.predicate)


def _against(
    claim: Parsed, mine: Statement, same: list[tuple[Parsed, Statement]], cast: Cast
) -> Iterator[Finding]:
    matched = [(text, theirs) for text, theirs in same if _is_same_event(claim, mine, text, theirs, cast)]
    if matched:
        found = [list(_of_context(claim, mine, theirs)) for _, theirs in matched]
        yield from min(found, key=len)
        if len(same) == 1:
            yield from _of_amounts(claim, mine, *same[0])
        return
    if len(same) == 1:
        yield from _of_roles(claim, mine, *same[0], cast)


def _of_amounts(claim: Parsed, mine: Statement, text: Parsed, theirs: Statement) -> Iterator[Finding]:
    """Another number where the source has one, in the same role of the same event and of the same unit."""
    for role, token in mine.roles:
        own = _amount(claim, token)
        there = [_amount(text, t) for name, t in theirs.roles if name == role and alike(t, token)]
        if own and there and all(there) and not any(own & other for other in there):
            words_ = claim.words(list(claim.subtree(token)))
            yield finding("number", words_, "The source has another number there than {}.")


def _amount(text: Parsed, token: Token) -> frozenset[tuple[Decimal, str]]:
    inside = [t for t in text.subtree(token) if t.index <= token.index]
    return values(text.words(inside))


def _is_same_event(claim: Parsed, mine: Statement, text: Parsed, theirs: Statement, cast: Cast) -> bool:
    """Whether everything that the claim has in its main roles stands in the same role of the source, and something does."""
    hits = 0
    for role in ("subject", "object"):
        own, other = _named(mine, role), _named(theirs, role)
        if own and other:
            if not any(
                alike(a, b) or cast.share(name_of(claim, a), name_of(text, b)) for a in own for b in other
            ):
                return False
            hits += 1
    others = [(name, token) for name, token in mine.roles if name not in {"subject", "object", "clause"}]
    hits += sum(any(alike(token, t) for _, t in theirs.roles) for _, token in others)
    if _is_existential(claim, mine) and _is_existential(text, theirs):
        own, other = (
            claim.children(mine.predicate, "acl", "nmod"),
            text.children(theirs.predicate, "acl", "nmod"),
        )
        hits += any(alike(a, b) for a in own for b in other)
    hits += any(alike(a, b) for a in mine.fill("clause") for b in theirs.fill("clause"))
    return hits > (mine.predicate.lemma in words.LIGHT and hits < 2)


def _is_existential(text: Parsed, statement: Statement) -> bool:
    return bool(text.children(statement.predicate, "expl"))


def _named(statement: Statement, role: str) -> list[Token]:
    return [t for t in statement.fill(role) if t.text.lower() not in _PRONOUNS]


def _of_context(claim: Parsed, mine: Statement, theirs: Statement) -> Iterator[Finding]:
    """A context that one has and the other has not."""
    own, other = _firm(mine.guards), _firm(theirs.guards)
    plain = [
        [g.word for g in guards if g.kind == "negation" and g.word in words.NEGATIONS]
        for guards in (own, other)
    ]
    if (
        _kinds(own) == _kinds(other)
        and _kinds(own)
        and len(plain[0]) != len(plain[1])
        and mine.denied != theirs.denied
    ):
        word = (plain[1] or plain[0])[0]
        yield finding("negation", word, "Only one of the point and the source says {} here.")
        return
    if own and not theirs.guards and all(g.kind == "negation" for g in own):
        yield finding("negation", own[0].word, "The point denies ({}) what the source says.")
    if mine.guards or not _asserts(claim, mine):
        return
    guard = next((g for g in other if _opens(g, mine)), None)
    if guard is not None:
        yield finding(guard.kind, guard.word, _REASONS[guard.kind])


def _asserts(claim: Parsed, mine: Statement) -> bool:
    """Whether the predicate is a finite verb, or has one: "requiring checks" tells no time and no certainty."""
    helpers = claim.children(mine.predicate, "aux", "cop")
    return any(t.has("VerbForm=Fin") for t in (mine.predicate, *helpers)) or mine.predicate.relation == "conj"


def _kinds(guards: Sequence[Guard]) -> set[str]:
    """What else than a negation stands over a predicate."""
    return {str(guard.kind) for guard in guards} - {"negation", "said"}


def _firm(guards: Sequence[Guard]) -> list[Guard]:
    return [guard for guard in guards if not guard.loose]


def _opens(guard: Guard, mine: Statement) -> bool:
    """Whether what stands under the guard is not so, or not yet: "said" says it unless the verb leaves it in doubt."""
    if guard.kind in {"said", "accusation"} and stem(guard.word) in _CONTENTIOUS:
        return True
    coming = guard.word in words.WILL or (guard.kind == "plan" and stem(guard.word) in _SCHEDULED)
    if coming and not mine.predicate.has("Tense=Past"):
        return False
    return guard.kind in _REASONS and guard.kind != "said"


_CONTENTIOUS = frozenset(stem(word) for word in words.CONTENTIOUS)
_SCHEDULED = frozenset(stem(word) for word in words.SCHEDULED)


def _of_roles(
    claim: Parsed, mine: Statement, text: Parsed, theirs: Statement, cast: Cast
) -> Iterator[Finding]:
    """Roles that are exchanged, or that another fills for certain."""
    if mine.predicate.lemma in words.SYMMETRIC:
        return
    finite = _asserts(claim, mine)
    subject, object_ = _named(mine, "subject"), _named(mine, "object")
    their_subject, their_object = _named(theirs, "subject"), _named(theirs, "object")
    exchanged = _meet(object_, their_subject) or (not object_ and not their_subject)
    if finite and exchanged and _meet(subject, their_object) and not _meet(subject, their_subject):
        yield _another(text, theirs, subject[0], their_subject)
        return
    for role in dict.fromkeys(name for name, _ in mine.roles if name != "clause"):
        own, other = _named(mine, role), _named(theirs, role)
        if (
            (finite or role != "subject")
            and own
            and other
            and _are_two(claim, own, text, other, cast)
            and _rest_agrees(mine, theirs, role)
        ):
            yield _another(text, theirs, own[0], other)


def _meet(own: Sequence[Token], other: Sequence[Token]) -> bool:
    return any(alike(a, b) for a in own for b in other)


def _are_two(claim: Parsed, own: Sequence[Token], text: Parsed, other: Sequence[Token], cast: Cast) -> bool:
    """Whether all are names of one kind and none of one side has anything in common with one of the other."""
    kinds = {kind_of(t) for t in own} | {kind_of(t) for t in other}
    return kinds in _ONE_KIND and not any(
        cast.share(name_of(claim, a), name_of(text, b)) for a in own for b in other
    )


_ONE_KIND = ({"person"}, {"place"}, {"body"}, {"person", "name"})
"""Kinds of names that are two for certain; a name that the parser does not know may be a person's."""


def _rest_agrees(mine: Statement, theirs: Statement, role: str) -> bool:
    """Whether something else that the claim says of the event is said of the source's."""
    rest = [t for name, t in mine.roles if name != role and t.text.lower() not in _PRONOUNS]
    return any(alike(t, other) for t in rest for name, other in theirs.roles if name != role)


def _another(text: Parsed, theirs: Statement, own: Token, other: Sequence[Token]) -> Finding:
    who = " ".join(name_of(text, other[0])).title() or other[0].text if other else ""
    verb = theirs.predicate.text
    reason = (
        f"The source says of {who} what the point says of {{}} (“{verb}”)."
        if who
        else f"In the source {{}} has another part in “{verb}”."
    )
    return finding("role", own.text, reason)


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


_QUANTIFIES = frozenset({"det", "advmod", "amod", "nsubj", "appos", "dep"})
