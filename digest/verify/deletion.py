"""Proof by leaving words out: a claim that is its source's sentence with safe parts taken away.

The claim's words are found in their order in one sentence. What is missing then are whole branches of the source's tree, and each has
to be one without which the rest stays true: an aside, an apposition, a place, a modifier that only narrows, where nothing
above turns narrowing into widening (natural logic: van Benthem, 1986; MacCartney and Manning, 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.text.languages.en import factuality as words
from digest.text.parsed import Parsed, Token
from digest.text.sentences import dateline_length
from digest.verify.cast import Cast
from digest.verify.contexts import Guard, guards, own
from digest.verify.removable import hyphenated, is_aside, is_plain_list, is_set_off, may_go, narrowing
from digest.verify.subjects import own_subject, subject_of

_FREE = frozenset({"the", "a", "an", "that"})
"""Words that a claim may have of its own."""


_REASONS = {
    "negation": "The source denies this: {}.",
    "modal": "The source has {} before it.",
    "condition": "The source makes it depend on a condition: {}.",
    "question": "The source leaves it open: {}.",
    "denial": "The source says it of something denied: {}.",
    "accusation": "The source reports an accusation: {}.",
    "plan": "The source tells a plan, a wish or a demand, not a fact: {}.",
    "said": "In the source this is somebody's word: {}.",
    "purpose": "The source gives it as a purpose of {}, not as a fact.",
    "unsure": "The source does not say that it is so: {}.",
    "unknown": "The source has it under {}, which does not say that it is so.",
}


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a step is not safe: words of the source, and the reason with a place ({}) for them."""

    words: str
    reason: str


@dataclass(frozen=True)
class Cut:
    """A sentence and the tokens of it that a claim keeps."""

    source: Parsed
    kept: frozenset[int]

    @cached_property
    def gone(self) -> tuple[Token, ...]:
        """The words that are left out; marks and a dateline do not count."""
        start = dateline_length(self.source.text)
        return tuple(
            t
            for t in self.source.tokens
            if t.index not in self.kept and t.pos != "PUNCT" and t.relation != "punct" and t.start >= start
        )

    def has(self, token: Token) -> bool:
        return token.index in self.kept


def aligned(claim: Sequence[Token], source: Parsed, cast: Cast) -> Cut | None:
    """The words of a claim in their order in the sentence, with as few gaps as can be; None if one is missing."""
    start = dateline_length(source.text)
    mine = [t for t in claim if t.pos != "PUNCT"]
    theirs = [t for t in source.tokens if t.pos != "PUNCT" and t.start >= start]
    best: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for word in mine:
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        free = word.text.lower() in _FREE or cast.adds(word, claim, theirs)
        for last, (cost, path) in best.items():
            if free and (last not in following or following[last][0] > cost + 1):
                following[last] = (cost + 1, path)
            for place in range(last + 1, len(theirs)):
                if same_form(word, theirs[place]):
                    step = cost + (0.0 if place == last + 1 else 1.0 + 0.001 * place)
                    if place not in following or following[place][0] > step:
                        following[place] = (step, (*path, theirs[place].index))
        best = following
    if not best or not mine:
        return None
    return Cut(source, frozenset(min(best.values())[1]))


def same_form(one: Token, other: Token) -> bool:
    """Whether two words are the same word in the same form, spelt in one of its ways."""
    return _spelling(one) == _spelling(other)


def _spelling(token: Token) -> str:
    plain = token.text.casefold().replace("’", "'").rstrip(".")
    return words.SPELT.get(plain, plain)


def obstacles(cut: Cut) -> Iterator[Obstacle]:
    """What speaks against leaving out what is not kept; nothing if the rest follows from the sentence."""
    tops = [
        t
        for t in map(cut.source.tokens.__getitem__, sorted(cut.kept))
        if not _is_article(t) and not _hangs(cut, t)
    ]
    top = next((t for t in tops if t.pos in {"VERB", "AUX", "ADJ"}), tops[0]) if tops else None
    if top is None:
        return
    yield from guarded(cut, top)
    for token in tops:
        if token is not top and not _is_shared(cut, token, top):
            yield Obstacle(token.text, "In the source {} belongs to words that the point leaves out.")
    for token in cut.gone:
        head = cut.source.head(token)
        if head is not None and cut.has(head):
            yield from _branch_gone(cut, token, head, top)
        if _is_joined(cut, token):
            yield Obstacle(token.text, "The point leaves out {}, without which the word says something else.")


def guarded(cut: Cut, top: Token) -> Iterator[Obstacle]:
    """Whether the source tells the clause of that word as a fact, wherever in the sentence it stands."""
    own_guards = set(own(cut.source, top))
    for guard in guards(cut.source, top):
        if guard not in own_guards:
            yield Obstacle(guard.word, _REASONS[guard.kind])
    for guard in own_guards - {Guard("question", "?")}:
        if guard.by is not None and not cut.has(guard.by):
            yield Obstacle(guard.word, _REASONS[guard.kind])


def _hangs(cut: Cut, token: Token) -> bool:
    """Whether it hangs on a kept word, or has taken the place of a head that does or that was the root."""
    head = cut.source.head(token)
    if head is None:
        return False
    return cut.has(head) or (_takes_place(cut, token, head) and _hangs(cut, head))


def _is_article(token: Token) -> bool:
    return token.lemma in {"the", "a", "an"} or (
        token.relation == "case" and token.text in {"'s", "’s", "'", "’"}
    )


def _is_shared(cut: Cut, token: Token, top: Token) -> bool:
    """Whether it is the subject that the clause of ``top`` shares, or a small word shared by conjuncts."""
    text = cut.source
    subject = subject_of(text, top)
    if (
        subject is not None
        and not cut.has(own_subject(text, top) or subject)
        and token in (subject, *text.children(subject))
    ):
        return True
    head = text.head(token)
    heir = next((t for t in text.children(head) if _takes_place(cut, t, head)), None) if head else None
    if heir is not None and head is not None:
        if heir.relation == "conj" and token.basic in {"nsubj", "aux"}:
            return own_subject(text, heir) is None
        return token.basic in {"case", "mark", "cc"}
    if token.relation == "obl:npmod" and token.index > top.index and is_set_off(text, token):
        return True  # "..., a charge that Osten denied" takes up the whole clause before it
    return token.index > 0 and token.basic in {"mark", "cc"} and token.text.lower() in {"that", "and", "but"}


def _takes_place(cut: Cut, token: Token, head: Token) -> bool:
    """Whether a kept word stands for its head that is left out: a conjunct, an apposition, "the city of Osten"."""
    if token.head != head.index or not cut.has(token) or cut.has(head):
        return False
    if token.relation == "appos":
        return token.pos == "PROPN" or head.pos == "PROPN"
    if token.relation == "nmod":
        return head.lemma in words.PLACES and token.pos == "PROPN" and _has_case(cut.source, token, "of")
    return token.relation == "conj" and is_plain_list(cut.source, head)


def _has_case(text: Parsed, token: Token, word: str) -> bool:
    return any(c.text.lower() == word for c in text.children(token, "case"))


def _is_joined(cut: Cut, token: Token) -> bool:
    """Whether it is joined by a hyphen to a word that is kept, or is a part of "would-be" before one that is."""
    run = hyphenated(cut.source, token)
    if len(run) < 2:
        return False
    behind = run[-1].index + 1
    whole = cut.source.words(run).lower()
    turned = whole in words.PRIVATIVE or whole.startswith(tuple(f"{p}-" for p in words.PREFIXES))
    return any(cut.has(t) for t in run) or (turned and behind in cut.kept)


def _branch_gone(cut: Cut, token: Token, head: Token, top: Token) -> Iterator[Obstacle]:
    text = cut.source
    if any(_takes_place(cut, t, token) for t in text.children(token)):
        return
    if (token.basic == "mark" and head is top) or _is_resolved(cut, token, head):
        return
    inside = set(text.subtree(token))
    if top in inside:
        return
    subject = subject_of(text, top)
    shared = set(text.subtree(subject)) if subject is not None and subject in inside else set()
    if any(cut.has(t) and not _is_article(t) and t not in shared for t in inside):
        yield Obstacle(token.text, "The point leaves out {}, on which other words of it hang.")
    elif not may_go(text, token, head):
        yield Obstacle(token.text, "The point leaves out {}, without which the rest says something else.")
    elif not is_aside(text, token) and (word := narrowing(text, token)):
        yield Obstacle(token.text, f"Under “{word}” the point may not leave out {{}}.")


def _is_resolved(cut: Cut, token: Token, head: Token) -> bool:
    """Whether it is a pronoun as a subject, and the point has the one whom it stands for."""
    subject = subject_of(cut.source, head)
    return (
        token is own_subject(cut.source, head)
        and subject is not None
        and subject is not token
        and cut.has(subject)
    )
