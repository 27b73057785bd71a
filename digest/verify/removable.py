"""Which branches of a sentence's tree may be taken off, and the rest stays true.

An aside, an apposition, a place or a time, a modifier that only narrows: where nothing above turns narrowing into widening. Never a
negation, a condition, an exception, a measure, or a word that makes its noun another thing ("former", "would-be").
"""

from __future__ import annotations

from digest.text.languages.en import factuality as words
from digest.text.parsed import Parsed, Token
from digest.verify.contexts import condition, viewed

_CLAUSAL = frozenset({"advcl", "acl", "parataxis", "appos", "discourse", "vocative"})


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


def is_aside(text: Parsed, token: Token) -> bool:
    """Whether it stands between marks: what is said besides, which narrows nothing."""
    return token.basic in _CLAUSAL and is_set_off(text, token)


def is_set_off(text: Parsed, token: Token) -> bool:
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
    return head.lemma not in words.PARTITIVES or is_aside(text, token)


def _conjunct(text: Parsed, token: Token, head: Token) -> bool:
    if not is_plain_list(text, head) or head.pos == "NUM" or token.pos == "NUM":
        return False
    governor = text.head(head)
    subject = head.basic in {"nsubj", "obj"} and governor is not None
    return not (subject and governor is not None and governor.lemma in words.TOGETHER)


def _always(_: Parsed, __: Token, ___: Token) -> bool:
    return True


def _statement(text: Parsed, token: Token, head: Token) -> bool:
    """A clause put beside: it goes unless it says who says the rest."""
    return token.lemma not in words.SAYS or token.index > head.index + 40 or not text.children(token, "nsubj")


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


def is_plain_list(text: Parsed, first: Token) -> bool:
    """Whether the conjuncts are joined by "and" or "but", each true of its own."""
    joints = [c.text.lower() for t in (first, *text.children(first, "conj")) for c in text.children(t, "cc")]
    cases = {c.text.lower() for c in text.children(first, "case", "advmod")}
    return (
        bool(joints)
        and all(j in {"and", "but", "&", "while", "both"} for j in joints)
        and "between" not in cases
    )


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
