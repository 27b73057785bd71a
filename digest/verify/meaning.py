"""Whether a claim turns what the cited sentences say: denials, hedges, who says it, words of its own."""

from __future__ import annotations

from collections.abc import Iterator

from digest.models import Claim, Finding
from digest.text.dates import dates
from digest.text.names import names
from digest.text.numbers import numbers
from digest.verify import english
from digest.verify.passage import Passage, Word, finding, stem, stems, words

_HEDGE_STEMS = frozenset(stem(word) for word in english.HEDGES)
_SAYING_STEMS = frozenset(stem(word) for word in english.SAYING)
_NEUTRAL_STEMS = frozenset(stem(word) for word in english.NEUTRAL_SAYING)


def nothing_is_negated(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """A claim denies where a cited sentence denies, and only there."""
    mine, theirs = _negations(claim.text), [_negations(text) for text in passage.texts]
    if mine and not any(theirs):
        yield finding("negation", mine[0].plain, "The point says {}, no cited sentence does.")
    if not mine and theirs and all(theirs):
        yield finding("negation", theirs[0][0].plain, "The cited sentence says {}, the point does not.")


def _negations(text: str) -> tuple[Word, ...]:
    return tuple(w for w in words(text) if w.plain in english.NEGATIONS or w.plain.endswith("n't"))


def nothing_is_hardened(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """What may be, could be or is said to be does not become what is."""
    mine = _hedges(claim.text)
    theirs = [_hedges(text) for text in passage.texts]
    if mine and not any(theirs):
        yield finding("modality", mine[0].plain, "The point says {}, no cited sentence does.")
    if not mine and theirs and all(theirs):
        yield finding("modality", theirs[0][0].plain, "The cited sentence says {}, the point does not.")
    certain = [w for w in words(claim.text) if w.plain in english.CERTAIN_MODALS]
    known = stems(passage.texts)
    for word in certain:
        if word.stem not in known:
            yield finding("modality", word.plain, "The point says {}, no cited sentence does.")


def _hedges(text: str) -> tuple[Word, ...]:
    return tuple(w for w in words(text) if w.stem in _HEDGE_STEMS)


def saying_is_kept(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """What somebody says stays said: where all cited sentences have a saying verb, the point has one."""
    said = [[w for w in words(text) if w.stem in _SAYING_STEMS] for text in passage.texts]
    if said and all(said) and not any(w.stem in _SAYING_STEMS for w in words(claim.text)):
        yield finding(
            "attribution", said[0][0].plain, "The cited sentence has {}; the point does not say who says it."
        )


def speaker_is_cited(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """The speaker is named in a cited sentence."""
    known = stems(passage.texts)
    strange = [
        w for w in words(claim.speaker) if w.stem not in known and w.plain not in english.FUNCTION_WORDS
    ]
    if strange:
        yield finding("attribution", claim.speaker[:80], "The speaker {} stands in no cited sentence.")


def words_are_cited(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """A word that carries content is a word of the cited sentences, in any of its forms."""
    known = stems(passage.texts)
    spans = [(n.start, n.end) for n in numbers(claim.text)]
    spans += [(d.start, d.end) for d in dates(claim.text)]
    spans += [(n.start, n.end) for n in names(claim.text)]
    for word in words(claim.text):
        if word.plain in english.FUNCTION_WORDS or word.stem in known or word.stem in _NEUTRAL_STEMS:
            continue
        if any(start <= word.start < end for start, end in spans):
            continue
        if all(stem(part) in known or part in english.FUNCTION_WORDS for part in word.plain.split("-")):
            continue
        yield finding("words", claim.text[word.start : word.end], "The word {} stands in no cited sentence.")
