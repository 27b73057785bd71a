"""What the cited sentences contradict: the same event with another context, with its roles exchanged, or with somebody else in it.

Narrow on purpose: an editor's true point is refuted in one case of twenty at most. Two predicates are about one event only if
what stands in their roles agrees, and two names are two only if both are of one kind and have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digest.models import Finding
from digest.text.parsed import Parsed, Token
from digest.verify import english
from digest.verify import factuality as words
from digest.verify.cast import Cast
from digest.verify.contexts import Guard
from digest.verify.passage import finding
from digest.verify.statements import Statement, alike, kind_of, name_of, statements
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
    return alike(mine.predicate, theirs.predicate) and mine.predicate.lemma not in {"be", "have", "do", "say"} | (
        {mine.predicate.lemma} & {"tell", "add"}
    )


def _against(
    claim: Parsed, mine: Statement, same: list[tuple[Parsed, Statement]], cast: Cast
) -> Iterator[Finding]:
    matched = [(text, theirs) for text, theirs in same if _is_same_event(mine, theirs)]
    if matched:
        found = [list(_of_context(mine, theirs)) for _, theirs in matched]
        yield from min(found, key=len)
        return
    if len(same) == 1:
        yield from _of_roles(claim, mine, *same[0], cast)


def _is_same_event(mine: Statement, theirs: Statement) -> bool:
    """Whether everything that the claim has in its main roles stands in the same role of the source, and something does."""
    hits = 0
    for role in ("subject", "object"):
        own, other = _named(mine, role), _named(theirs, role)
        if own and other:
            if not any(alike(a, b) for a in own for b in other):
                return False
            hits += 1
    others = [(name, token) for name, token in mine.roles if name not in {"subject", "object", "clause"}]
    hits += sum(any(alike(token, t) for _, t in theirs.roles) for _, token in others)
    return hits > 0


def _named(statement: Statement, role: str) -> list[Token]:
    return [t for t in statement.fill(role) if t.text.lower() not in _PRONOUNS]


def _of_context(mine: Statement, theirs: Statement) -> Iterator[Finding]:
    """A context that one has and the other has not."""
    own, other = _firm(mine.guards), _firm(theirs.guards)
    if own and not theirs.guards and all(g.kind == "negation" for g in own):
        yield finding("negation", own[0].word, "The point denies ({}) what the source says.")
    if mine.guards or mine.predicate.has("VerbForm=Inf"):
        return
    guard = next((g for g in other if _opens(g, mine)), None)
    if guard is not None:
        yield finding(guard.kind, guard.word, _REASONS[guard.kind])


def _firm(guards: Sequence[Guard]) -> list[Guard]:
    return [guard for guard in guards if not guard.loose]


def _opens(guard: Guard, mine: Statement) -> bool:
    """Whether what stands under the guard is not so, or not yet: "said" says it unless the verb leaves it in doubt."""
    if guard.kind in {"said", "accusation"} and stem(guard.word) in _CONTENTIOUS:
        return True
    if guard.kind == "plan" and stem(guard.word) in _SCHEDULED and mine.predicate.has("Tense=Pres"):
        return False
    return guard.kind in _REASONS and guard.kind != "said"


_CONTENTIOUS = frozenset(stem(word) for word in words.CONTENTIOUS)
_SCHEDULED = frozenset(stem(word) for word in words.SCHEDULED)


def _of_roles(claim: Parsed, mine: Statement, text: Parsed, theirs: Statement, cast: Cast) -> Iterator[Finding]:
    """Roles that are exchanged, or that another fills for certain."""
    if mine.predicate.lemma in words.SYMMETRIC:
        return
    subject, object_ = _named(mine, "subject"), _named(mine, "object")
    their_subject, their_object = _named(theirs, "subject"), _named(theirs, "object")
    if _meet(subject, their_object) and not _meet(subject, their_subject):
        if _meet(object_, their_subject) or (not object_ and not their_subject):
            yield _another(text, theirs, subject[0], their_subject)
            return
    for role, own, other in (("subject", subject, their_subject), ("object", object_, their_object)):
        if own and other and _are_two(claim, own, text, other, cast) and _rest_agrees(mine, theirs, role):
            yield _another(text, theirs, own[0], other)


def _meet(own: Sequence[Token], other: Sequence[Token]) -> bool:
    return any(alike(a, b) for a in own for b in other)


def _are_two(claim: Parsed, own: Sequence[Token], text: Parsed, other: Sequence[Token], cast: Cast) -> bool:
    """Whether all are names of one kind and none of one side has anything in common with one of the other."""
    kinds = {kind_of(claim, t) for t in own} | {kind_of(text, t) for t in other}
    return len(kinds) == 1 and "" not in kinds and not any(
        cast.share(name_of(claim, a), name_of(text, b)) for a in own for b in other
    )


def _rest_agrees(mine: Statement, theirs: Statement, role: str) -> bool:
    """Whether something else that the claim says of the event is said of the source's."""
    rest = [t for name, t in mine.roles if name != role and t.text.lower() not in _PRONOUNS]
    return any(alike(t, other) for t in rest for name, other in theirs.roles if name != role)


def _another(text: Parsed, theirs: Statement, own: Token, other: Sequence[Token]) -> Finding:
    who = " ".join(name_of(text, other[0])).title() or other[0].text if other else ""
    verb = theirs.predicate.text
    reason = f"The source says of {who} what the point says of {{}} (“{verb}”)." if who else f"In the source {{}} has another part in “{verb}”."
    return finding("role", own.text, reason)


def added_quantifiers(claim: Parsed, cited: Sequence[Parsed]) -> Iterator[Finding]:
    """ "All", "most", "only" where no cited sentence has a word of that force."""
    there = {words.GROUPS.get(form) for text in cited for t in text.tokens for form in (t.text.lower(), t.lemma)}
    for token in claim.tokens:
        group = words.GROUPS.get(token.text.lower())
        if group in {"all", "most", "only"} and group not in there and token.basic in {"det", "advmod", "amod", "nsubj", "appos", "dep"}:
            if token.text.lower() not in {"just", "any", "both", "alone"}:
                yield finding("amount", token.text, "No cited sentence says {} of it.")
