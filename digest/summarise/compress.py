"""A sentence without what only adds to it, by its grammar.

What goes are asides: brackets, relative clauses and appositions between commas, participles and clauses of time and
cause, a second thing that the same subject did. What stays are who says it, conditions, denials, and quotations as they
are, and what somebody is accused of, tried or punished for. Deletion only, so that each word of what is left is the source's (Knight and Marcu, "Summarization beyond sentence
extraction", 2002; the kinds of what may go follow Zajic and others, "Multi-candidate reduction", 2007).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digest.text.parsed import Parsed, Token
from digest.text.quotes import quotations

AIM = 24
"""Words up to which nothing is left out."""
GOOD, LEAST = 12, 8
"""Words of the shortest sentence that is made, from one that could be printed as it stands (LONGEST) and from a longer one."""
LONGEST = 30
"""Words of the longest sentence that is printed as it stands."""

_COMMAS = frozenset({",", "–", "—", "--"})
_ENDS = frozenset({".", "!", "?", ";"})
_TIMES_AND_CAUSES = frozenset(
    "after although as because before even once since though when where whereas while".split()
)
"""Clauses with these add to a statement. Those with others (if, unless, until, in case) may be what it hangs on."""
_GUARDED = frozenset(
    "according accord if unless until except provided whether without deny dispute reject dismiss contest plead only "
    "alone despite under unlike nor neither".split()
)
"""Lemmas of conditions, exceptions, sources and replies: nothing with one of them goes."""
_FOR_WHAT = frozenset(
    "accuse acquit arraign arrest blame charge clear convict detain fine fault impeach imprison indict investigate jail "
    "prosecute sanction sentence sue suspect try".split()
)
"""Verbs that say little without what it is that somebody is accused of, tried or punished for."""
_FOR = frozenset("of for in on over to with".split())
"""Words that open the phrase with it."""
_PERSON = frozenset("he him his she her hers himself herself".split())
_MANY = frozenset("they them their theirs themselves".split())


@dataclass(frozen=True, slots=True)
class _Cut:
    """Tokens that can go together, ``first`` to ``last``; a lower ``cost`` loses less."""

    cost: int
    first: int
    last: int


def compress(parsed: Parsed, aim: int = AIM) -> str:
    """The sentence with as little left out as brings it to ``aim`` words, or as near as its grammar lets.

    The text itself if it is short enough, was not parsed, or has nothing to leave out.
    """
    kept = frozenset(range(len(parsed.tokens)))
    for cut in sorted(_cuts(parsed), key=lambda cut: (cut.cost, cut.first - cut.last)):
        if _length(parsed, kept) <= aim:
            break
        left = kept - frozenset(range(cut.first, cut.last + 1))
        least = GOOD if _length(parsed, kept) <= LONGEST else LEAST
        if _length(parsed, left) >= least and _still_names_whom_it_means(parsed, kept, left):
            kept = left
    return _written(parsed, kept) if len(kept) < len(parsed.tokens) else parsed.text


def _cuts(parsed: Parsed) -> Iterator[_Cut]:
    found = (*_brackets(parsed), *(cut for token in parsed.tokens if (cut := _cut(parsed, token))))
    quoted = [(q.start, q.end) for q in quotations(parsed.text)]
    for cut in found:
        tokens = parsed.tokens[cut.first : cut.last + 1]
        start, end = tokens[0].start, tokens[-1].end
        whole = all(e <= start or end <= s or (start <= s and e <= end) for s, e in quoted)
        if whole and not _GUARDED.intersection(token.lemma for token in tokens):
            yield cut


def _brackets(parsed: Parsed) -> Iterator[_Cut]:
    opened: int | None = None
    for token in parsed.tokens:
        if token.text == "(":
            opened = token.index
        elif token.text == ")" and opened is not None:
            yield _Cut(0, opened, token.index)
            opened = None


def _cut(parsed: Parsed, token: Token) -> _Cut | None:
    """What goes if this token goes, with the commas around it; None if it has to stay."""
    first, last = _extent(parsed, token)
    found: _Cut | None = None
    stays = token.head == token.index or _says_for_what(parsed, token)
    if not stays and _is_whole(parsed, token, first, last):
        match token.relation:
            case "acl:relcl" if first:
                found = _between_commas(parsed, 1, first, last)
            case "appos" | "acl" if first:
                found = _between_commas(parsed, 2, first, last)
            case "advcl" if _only_adds(parsed, token, first):
                found = _between_commas(parsed, 3, first, last) or _at_the_end(parsed, 6, first, last)
            case "conj" if token.pos in {"VERB", "AUX"}:
                found = _second_statement(parsed, token, last)
            case "obl" | "nmod" if not _is_dated(parsed, first, last):
                found = _between_commas(parsed, 5, first, last)
    return found


def _says_for_what(parsed: Parsed, token: Token) -> bool:
    """Whether it is the phrase or clause that a verb of accusing, judging or punishing requires."""
    if parsed.tokens[token.head].lemma not in _FOR_WHAT or token.basic not in {"obl", "nmod", "advcl", "acl"}:
        return False
    opening = [t for t in parsed.children(token, "case", "mark") if t.index < token.index]
    return any(t.lemma in _FOR for t in opening)


def _is_dated(parsed: Parsed, first: int, last: int) -> bool:
    return any(token.entity in {"DATE", "TIME"} for token in parsed.tokens[first : last + 1])


def _extent(parsed: Parsed, token: Token) -> tuple[int, int]:
    inside = [t.index for t in parsed.subtree(token)]
    first, last = min(inside), max(inside)
    while last > first and parsed.tokens[last].text in _COMMAS | _ENDS:
        last -= 1
    while first < last and parsed.tokens[first].text in _COMMAS:
        first += 1
    return first, last


def _is_whole(parsed: Parsed, token: Token, first: int, last: int) -> bool:
    """Whether everything between the two ends hangs on the token; marks may hang elsewhere."""
    inside = {t.index for t in parsed.subtree(token)}
    return all(i in inside or parsed.tokens[i].pos == "PUNCT" for i in range(first, last + 1))


def _between_commas(parsed: Parsed, cost: int, first: int, last: int) -> _Cut | None:
    """The range with the comma before it, and the one behind it if the sentence goes on."""
    tokens = parsed.tokens
    before = tokens[first - 1].text if first else ""
    behind = tokens[last + 1].text if last + 1 < len(tokens) else "."
    if before in _COMMAS and behind == before:
        return _Cut(cost, first - 1, last + 1)
    if before in _COMMAS and behind in _ENDS:
        return _Cut(cost, first - 1, last)
    if first == 0 and behind == ",":
        return _Cut(cost, first, last + 1)
    return None


def _at_the_end(parsed: Parsed, cost: int, first: int, last: int) -> _Cut | None:
    behind = parsed.tokens[last + 1].text if last + 1 < len(parsed.tokens) else "."
    return _Cut(cost, first, last) if first and behind in _ENDS else None


def _only_adds(parsed: Parsed, token: Token, first: int) -> bool:
    """Whether a clause tells when, why or with what result, and is not what the statement hangs on."""
    marks = {mark.lemma for mark in parsed.children(token, "mark", "advmod") if mark.index < token.index}
    opening = parsed.tokens[first]
    if marks & _TIMES_AND_CAUSES or opening.lemma in _TIMES_AND_CAUSES:
        return True
    return not marks and opening.index == token.index and token.has("VerbForm=Part")


def _second_statement(parsed: Parsed, token: Token, last: int) -> _Cut | None:
    """The last of several things that are said of one subject, with the "and" before it."""
    head = parsed.tokens[token.head]
    links = [t for t in parsed.children(token, "cc") if t.index < token.index and t.lemma in {"and", "but"}]
    later = [t for t in parsed.children(head, "conj") if t.index > token.index]
    if not links or later or head.pos not in {"VERB", "AUX"}:
        return None
    ends = last + 1 == len(parsed.tokens) or parsed.tokens[last + 1].text in _ENDS | _COMMAS
    if not ends or any(t.index > last and t.pos != "PUNCT" for t in parsed.subtree(head)):
        return None  # what follows may belong to both
    start = links[0].index
    return _Cut(4, start - 1 if start and parsed.tokens[start - 1].text in _COMMAS else start, last)


def _still_names_whom_it_means(parsed: Parsed, kept: frozenset[int], left: frozenset[int]) -> bool:
    """Whether no "he" or "their" loses the name that stood before it."""
    named = [i for i in sorted(kept - left) if parsed.tokens[i].pos == "PROPN"]
    if not named:
        return True
    return all(_is_named_before(parsed, left, i) for i in left if i > named[0])


def _is_named_before(parsed: Parsed, left: frozenset[int], pronoun: int) -> bool:
    """Whether a word is no pronoun, or somebody whom it can mean stands before it."""
    word = parsed.tokens[pronoun].text.lower()
    kinds = {"PERSON"} if word in _PERSON else {"PERSON", "NORP", "ORG", "GPE"} if word in _MANY else None
    return kinds is None or any(parsed.tokens[i].entity in kinds for i in left if i < pronoun)


def _length(parsed: Parsed, kept: frozenset[int]) -> int:
    return len(_written(parsed, kept).split())


def _written(parsed: Parsed, kept: frozenset[int]) -> str:
    """The kept tokens with the spaces of the text, one where something was left out between two words."""
    parts: list[str] = []
    last: Token | None = None
    for token in (parsed.tokens[i] for i in sorted(kept)):
        if last is not None:
            joined = last.index + 1 == token.index
            parts.append(parsed.text[last.end : token.start] if joined else _gap(parsed, last, token))
        parts.append(token.text)
        last = token
    if parts[-1:] == ["."] and "".join(parts[-3:-2]).endswith("."):
        parts = parts[:-2]  # the full stop of an abbreviation ends the sentence as well
    text = "".join(parts).strip()
    return text[:1].upper() + text[1:]


def _gap(parsed: Parsed, last: Token, token: Token) -> str:
    closes = (
        token.text in _ENDS | {",", ":", ")", "”", "’s", "'s"}
        and parsed.text[token.start - 1 : token.start] != " "
    )
    return "" if closes or last.text in {"(", "“"} else " "


_PICTURES = frozenset("photo photograph picture image footage screenshot frame illustration".split())
_SHOWN = frozenset("this undated file handout these".split())


def asserts(parsed: Parsed) -> bool:
    """Whether the text is one whole statement: a finite verb with its subject, no question, no caption of a picture."""
    if not parsed or parsed.text.rstrip("\"”'’ ").endswith("?"):
        return False
    captioned = any(
        token.lemma in _PICTURES and any(c.lemma in _SHOWN for c in parsed.children(token))
        for token in parsed.tokens
    )
    return not captioned and all(_is_finite(parsed, root) for root in parsed.roots if root.pos != "PUNCT")


def _is_finite(parsed: Parsed, root: Token) -> bool:
    verbs = (root, *parsed.children(root, "aux", "cop"))
    subject = parsed.children(root, "nsubj", "csubj", "expl")
    return bool(subject) and any(verb.has("VerbForm=Fin") for verb in verbs)
