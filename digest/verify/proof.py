"""The verdict on a claim: proved, refuted or undecided, by words and structure alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from digest.models import Finding, Standing
from digest.text.parsed import Parsed, Token
from digest.verify import other_language
from digest.verify.cast import Cast, cast
from digest.verify.deletion import aligned, obstacles
from digest.verify.foreign import foreign
from digest.verify.passage import finding, normalise_marks
from digest.verify.refutation import contradicted

LANGUAGES = frozenset({"en"})
"""Languages with a table of words for contexts: without one, a "not" would be a word like any other."""

_PREDICATES = frozenset({"VERB", "AUX"})
"""Parts of speech of which a claim has at least one; without, it asserts nothing that could be proved."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What the cited sentences make of a claim, and why: what refutes it, or what a proof lacks."""

    standing: Standing
    findings: tuple[Finding, ...] = ()


def decide(
    claim: Parsed,
    cited: Sequence[Parsed],
    whole: Cast | None = None,
    days: Sequence[date] = (),
    language: str = "en",
) -> Decision:
    """Whether the cited sentences prove a claim, refute it, or leave it to somebody who understands.

    ``whole`` is the cast of the cited articles (that of the sentences alone, if None), ``days`` are the articles'. Proved: each
    statement is one sentence's with words left out that may go. Refuted: a number, date, name or quotation is
    foreign, or the sentences contradict it. Texts that no parser could read are proved only verbatim; in a language whose
    words for contexts are not known here, structure has no say, and words that are left out are told by marks and lists
    (``other_language``). Nothing is raised.
    """
    own = normalise_marks(claim.text).strip()
    if own and any(own == normalise_marks(text.text).strip() for text in cited):
        return Decision("proved")
    texts = [text.text for text in cited]
    known = whole or cast(texts)
    code = language.partition("-")[0].lower()
    if code not in LANGUAGES:
        return Decision(*other_language.examine(claim.text, texts, known, days, code))
    if against := tuple(dict.fromkeys(foreign(claim.text, texts, known, days))):
        return Decision("refuted", against)
    if unread := _unread(claim, cited):
        return Decision("undecided", unread)
    return _by_structure(claim, cited, known)


def _unread(claim: Parsed, cited: Sequence[Parsed]) -> tuple[Finding, ...]:
    """Why structure says nothing here."""
    if not claim or not all(cited):
        return (Finding("grammar", claim.text[:40], "The sentence could not be parsed."),)
    if not any(token.pos in _PREDICATES for token in claim.tokens):
        return (Finding("grammar", claim.text[:40], "It says nothing: it has no verb."),)
    return ()


def _by_structure(claim: Parsed, cited: Sequence[Parsed], known: Cast) -> Decision:
    lacking = tuple(dict.fromkeys(f for part in _clauses(claim) for f in _unproved(part, cited, known)))
    if not lacking:
        return Decision("proved")
    if against := tuple(dict.fromkeys(contradicted(claim, cited, known))):
        return Decision("refuted", against)
    return Decision("undecided", lacking)


def _clauses(claim: Parsed) -> list[list[Token]]:
    """The claim's main clauses, each with a subject of its own: one sentence has to prove each."""
    parts: list[list[Token]] = []
    for root in claim.roots:
        apart = [c for c in claim.children(root, "conj", "parataxis", "ccomp") if _is_apart(claim, root, c)]
        inside = {t.index for c in apart for t in claim.subtree(c)}
        parts.append([t for t in claim.tokens if t.index not in inside and _root(claim, t) is root])
        parts.extend(sorted(claim.subtree(c), key=lambda t: t.index) for c in apart)
    return [part for part in parts if any(t.pos != "PUNCT" for t in part)]


def _is_apart(claim: Parsed, root: Token, clause: Token) -> bool:
    between = claim.tokens[min(root.index, clause.index) : max(root.index, clause.index)]
    return any(t.text == ";" for t in between) and bool(claim.children(clause, "nsubj"))


def _root(claim: Parsed, token: Token) -> Token:
    return next((t for t in claim.ancestors(token) if t.head == t.index), token)


def _unproved(part: Sequence[Token], cited: Sequence[Parsed], known: Cast) -> tuple[Finding, ...]:
    """What a proof of one clause lacks, on the sentence where least is missing."""
    found: list[tuple[Finding, ...]] = []
    for text in cited:
        cut = aligned(part, text, known)
        if cut is not None:
            found.append(tuple(finding("structure", o.words, o.reason) for o in obstacles(cut)))
    if found:
        return min(found, key=len)
    words = " ".join(t.text for t in part)
    return (Finding("words", words[:80], "No cited sentence says this in these words."),)
