"""Proof by leaving words out: a claim that is its source's sentence with safe parts taken away.

The claim's words are found in their order in one sentence. What is missing then are whole branches of the source's tree, and each has
to be one without which the rest stays true: an aside, an apposition, a place, a modifier that only narrows, where nothing
above turns narrowing into widening (natural logic: van Benthem, 1986; MacCartney and Manning, 2009).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from digest.text.parsed import Parsed, Token
from digest.text.sentences import dateline_length
from digest.verify import factuality as words
from digest.verify.cast import Cast
from digest.verify.contexts import Guard, condition, guards, own, viewed
from digest.verify.subjects import own_subject, subject_of

_FREE = frozenset({"the", "a", "an", "that"})
"""Words that a claim may have of its own."""
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_CLAUSAL = frozenset({"advcl", "acl", "parataxis", "appos", "discourse", "vocative"})


@dataclass(frozen=True, slots=True)
class Objection:
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
    """The words of a claim in their order in the sentence, with as few gaps as can be; None where one is missing."""
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


def objections(cut: Cut) -> Iterator[Objection]:
    """What speaks against leaving out what is not kept; nothing where the rest follows from the sentence."""
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
            yield Objection(token.text, "In the source {} belongs to words that the point leaves out.")
    for token in cut.gone:
        head = cut.source.head(token)
        if head is not None and cut.has(head):
            yield from _branch_gone(cut, token, head, top)
        if _is_joined(cut, token):
            yield Objection(
                token.text, "The point leaves out {}, without which the word says something else."
            )


def guarded(cut: Cut, top: Token) -> Iterator[Objection]:
    """Whether the source tells the clause of that word as a fact, wherever in the sentence it stands."""
    own_guards = set(own(cut.source, top))
    for guard in guards(cut.source, top):
        if guard not in own_guards:
            yield Objection(guard.word, _REASONS[guard.kind])
    for guard in own_guards - {Guard("question", "?")}:
        if guard.by is not None and not cut.has(guard.by):
            yield Objection(guard.word, _REASONS[guard.kind])


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
    if token.relation == "obl:npmod" and token.index > top.index and _is_set_off(text, token):
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
    return token.relation == "conj" and _is_plain_list(cut.source, head)


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


def hyphenated(text: Parsed, token: Token) -> list[Token]:
    """The tokens of a word with hyphens, which the parser takes for several."""
    first = last = token.index
    tokens = text.tokens
    while first > 0 and _touch(tokens[first - 1], tokens[first]):
        first -= 1
    while last + 1 < len(tokens) and _touch(tokens[last], tokens[last + 1]):
        last += 1
    return list(tokens[first : last + 1])


def _touch(one: Token, two: Token) -> bool:
    return one.end == two.start and (one.text in {"-", "‑"} or two.text in {"-", "‑"})


def _is_plain_list(text: Parsed, first: Token) -> bool:
    """Whether the conjuncts are joined by "and" or "but", each true of its own."""
    joints = [c.text.lower() for t in (first, *text.children(first, "conj")) for c in text.children(t, "cc")]
    cases = {c.text.lower() for c in text.children(first, "case", "advmod")}
    return (
        bool(joints)
        and all(j in {"and", "but", "&", "while", "both"} for j in joints)
        and "between" not in cases
    )


def _branch_gone(cut: Cut, token: Token, head: Token, top: Token) -> Iterator[Objection]:
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
        yield Objection(token.text, "The point leaves out {}, on which other words of it hang.")
    elif not may_go(text, token, head):
        yield Objection(token.text, "The point leaves out {}, without which the rest says something else.")
    elif not _is_aside(text, token) and (word := narrowing(text, token)):
        yield Objection(token.text, f"Under “{word}” the point may not leave out {{}}.")


def _is_resolved(cut: Cut, token: Token, head: Token) -> bool:
    """Whether it is a pronoun as a subject, and the point has the one whom it stands for."""
    subject = subject_of(cut.source, head)
    return (
        token is own_subject(cut.source, head)
        and subject is not None
        and subject is not token
        and cut.has(subject)
    )


def narrowing(text: Parsed, token: Token) -> str:
    """The word above under which leaving out a restriction says more, not less: "not", "all", "only", "if"."""
    if token.basic in {"conj", "cc", "punct", "parataxis"} or _is_circumstance(text, token):
        return ""
    below = token
    for above in text.ancestors(token):
        for child in text.children(above):
            low = child.text.lower()
            if (
                child.index != token.index
                and (
                    low in words.NEGATIONS | words.FIRM | {"if", "unless", "first", "last"}
                    or child.has("Degree=Sup")
                )
                and child.basic in {"advmod", "det", "amod", "mark", "cc", "aux"}
            ):
                return low
        if below.basic in {"ccomp", "xcomp", "acl"} and above.lemma in words.DENIES | words.AVOIDS:
            return above.text
        below = above
    return ""


def _is_circumstance(text: Parsed, token: Token) -> bool:
    """Whether it is a clause that tells what happened besides, and which a "not" before it leaves alone."""
    marks = {c.text.lower() for c in text.children(token, "mark")}
    finite = any(t.has("VerbForm=Fin") for t in (token, *text.children(token, "aux", "cop")))
    return (
        token.relation == "advcl" and finite and bool(marks & {"after", "as", "while", "although", "though"})
    )


def _is_aside(text: Parsed, token: Token) -> bool:
    """Whether it stands between marks: what is said besides, which narrows nothing."""
    return token.basic in _CLAUSAL and _is_set_off(text, token)


def _is_set_off(text: Parsed, token: Token) -> bool:
    first = min(t.index for t in text.subtree(token))
    return first > 0 and text.tokens[first - 1].text in {",", "(", "-", "–", "—", "--", "["}


def may_go(text: Parsed, token: Token, head: Token) -> bool:
    """Whether the branch can be taken off its head and the rest be as true, nothing above turning it round."""
    rule = _RULES.get(token.relation) or _RULES.get(token.basic)
    return rule is not None and rule(text, token, head)


def _determiner(_: Parsed, token: Token, __: Token) -> bool:
    return token.lemma in {"the", "a", "an", "this", "these", "that", "those"}


def _modifier(text: Parsed, token: Token, head: Token) -> bool:
    low = token.text.lower()
    unreal = words.SAYS | words.DENIES | words.ACCUSES | words.PLANS | words.AVOIDS
    return (
        not (token.pos == "VERB" and token.lemma in unreal and len(hyphenated(text, token)) < 2)
        and low not in words.PRIVATIVE | words.QUANTIFIERS | words.SCOPE
        and not low.startswith(tuple(p + "-" for p in words.PREFIXES))
        and token.pos != "NUM"
        and not token.has("NumType=Ord")
        and not token.has("Degree=Sup")
        and all(may_go(text, child, token) or child.pos == "PUNCT" for child in text.children(token, "cc"))
        and not _cuts_name(token, head)
    )


def _cuts_name(token: Token, head: Token) -> bool:
    """Whether it is a part of the name of a body or place, which is another one without it."""
    return (
        token.relation == "compound"
        and token.pos == "PROPN"
        and head.pos == "PROPN"
        and head.entity not in {"PERSON", "PER"}
        and (token.entity == head.entity or not token.entity)
        and token.lemma not in words.TITLES
    )


def _adverb(_: Parsed, token: Token, head: Token) -> bool:
    return head.pos != "NUM" and token.text.lower() not in words.SCOPE | words.NEGATIONS | words.VIEWS


def _phrase(text: Parsed, token: Token, head: Token) -> bool:
    """A prepositional phrase: it goes unless it excepts, sets a condition, says whose word it is, or says of what."""
    cases = {t.text.lower() for t in text.children(token, "case", "mark", "advmod")}
    if (
        cases & (words.EXCEPTIONS | words.NEGATIONS)
        or viewed(text, token)
        or token.lemma in words.DOUBTFUL_NOUNS
    ):
        return False
    if "of" in cases and (head.lemma in words.PARTITIVES or head.pos == "NUM"):
        return False
    return not (head.lemma in words.NEED_PHRASE and cases & {"of", "from", "to", "in", "on", "with"})


def _measure(_: Parsed, token: Token, __: Token) -> bool:
    return token.pos not in {"NUM", "SYM"} and token.lemma not in words.PARTITIVES


def _clause(text: Parsed, token: Token, head: Token) -> bool:
    """A clause beside its main one: it goes unless the main one depends on it."""
    marks = {t.text.lower() for t in text.children(token, "mark", "case", "advmod")}
    if condition(text, token, head) or marks & (words.EXCEPTIONS | words.NEGATIONS | {"than", "like"}):
        return False
    if "as" in marks and marks & {"though", "if", "long", "soon"}:
        return False
    return not any(t.text.lower() in {"too", "enough", "so", "such"} for t in text.children(head, "advmod"))


def _relative(text: Parsed, token: Token, head: Token) -> bool:
    return head.lemma not in words.PARTITIVES or _is_aside(text, token)


def _conjunct(text: Parsed, token: Token, head: Token) -> bool:
    if not _is_plain_list(text, head) or head.pos == "NUM" or token.pos == "NUM":
        return False
    governor = text.head(head)
    subject = head.basic in {"nsubj", "obj"} and governor is not None
    return not (subject and governor is not None and governor.lemma in words.TOGETHER)


def _always(_: Parsed, __: Token, ___: Token) -> bool:
    return True


def _statement(text: Parsed, token: Token, head: Token) -> bool:
    """A clause put beside: it goes unless it says who says the rest."""
    return token.lemma not in words.SAYS or token.index > head.index + 40 or not text.children(token, "nsubj")


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
_RULES = {
    "det": _determiner,
    "amod": _modifier,
    "compound": _modifier,
    "nmod": _phrase,
    "nmod:poss": _always,
    "obl": _phrase,
    "obl:agent": _always,
    "obl:npmod": _measure,
    "obl:mod": _phrase,
    "obl:arg": lambda *_: False,
    "iobj": _always,
    "appos": _always,
    "flat": _always,
    "acl": _relative,
    "advcl": _clause,
    "advmod": _adverb,
    "conj": _conjunct,
    "cc": _always,
    "case": _always,
    "mark": lambda _, token, __: token.text.lower() == "that",
    "parataxis": _statement,
    "discourse": _always,
    "compound:prt": lambda *_: False,
}
