"""A claim in the language of its sentences, if that is not English and nothing parses it.

What needs no grammar holds in every language: numbers and dates (written the English way first), names, quotations, and
denials by the words of the language. The rest is proved by ``word_deletion`` or left to a judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from digest.models import Finding, Standing
from digest.text.languages import CODES, language
from digest.text.names import names, plain, same_word
from digest.text.normalise import in_english_notation
from digest.text.tokens import fold, stopwords, words
from digest.verify.cast import Cast
from digest.verify.foreign import foreign_dates, foreign_numbers, foreign_quotations
from digest.verify.passage import finding
from digest.verify.word_deletion import added_or_dropped_denial, added_universal, left_out

_ELISION = re.compile(r"^(?:[dlnsmtcj]|qu|jusqu|lorsqu)['’]", re.IGNORECASE)
_NOUNS_HAVE_CAPITALS = frozenset({"de"})
"""Languages in which a capital makes no name: only what runs on over two words is taken for one."""
_SHARED = 4
"""Letters at the beginning that a name and what is made of it have in common at least: "Turanien", "turanisch"."""
_ENDING = 4
"""Letters that such an ending has at most."""


def examine(
    claim: str, cited: Sequence[str], cast: Cast, days: Sequence[date], code: str
) -> tuple[Standing, tuple[Finding, ...]]:
    """The standing of a claim, and why. ``code`` is the language of both (ISO 639-1), ``days`` are the articles'."""
    if against := tuple(dict.fromkeys(_against(claim, cited, cast, days, code))):
        return "refuted", against
    ways = [gaps for text in cited if (gaps := left_out(claim, text, code)) is not None]
    if () in ways:
        return "proved", ()
    if not ways:
        return "undecided", (Finding("words", claim[:80], "No cited sentence says this in these words."),)
    reason = "The point leaves out {}, which may change what is left."
    return "undecided", tuple(finding("structure", gap, reason) for gap in min(ways, key=len))


def is_written_in(text: str, code: str, other: str) -> bool:
    """Whether a text has small words of the language, and no fewer than of the other one."""
    found = words(text)
    mine = sum(w in stopwords(code) for w in found)
    return 0 < mine >= sum(w in stopwords(other) for w in found)


def _against(
    claim: str, cited: Sequence[str], cast: Cast, days: Sequence[date], code: str
) -> Iterator[Finding]:
    own = in_english_notation(claim, code)
    there = [in_english_notation(text, code) for text in cited]
    yield from foreign_numbers(own, there)
    yield from foreign_dates(own, there, days)
    yield from _foreign_names(own, there, cast, code)
    yield from foreign_quotations(claim, cited)
    if code in CODES:
        word = next(filter(None, (added_or_dropped_denial(claim, text, code) for text in cited)), "")
        if word:
            yield finding("negation", word, "Only one of the point and the cited sentence says {}.")
        if every := added_universal(claim, cited, code):
            yield finding("amount", every, "No cited sentence says {} of it.")


def _foreign_names(claim: str, cited: Sequence[str], cast: Cast, code: str) -> Iterator[Finding]:
    """A name of which no cited sentence has a word and the articles have none."""
    known = {
        plain(_bare(word)) for text in cited for word in re.split(r"[\s\-–—/()«»„“”\"]+", text)
    } | cast.words
    small = stopwords(code) | _calendar()
    for name in names(claim):
        told = [_bare(word) for word in re.split(r"[\s\-]+", claim[name.start : name.end])]
        if name.initial:
            told = told[1:]
        strange = [
            w for w in told if w[:1].isupper() and fold(w) not in small and not _is_known(plain(w), known)
        ]
        capitals = [w for w in told if w[:1].isupper()]
        if code in _NOUNS_HAVE_CAPITALS and (len(capitals) < 2 or len(capitals) < len(told)):
            continue
        if strange and len(strange) == len([w for w in capitals if fold(w) not in small]):
            yield finding("name", " ".join(told), "The name {} is not in the cited sentences.")


def _bare(word: str) -> str:
    return _ELISION.sub("", word).strip(".,;:!?")


def _calendar() -> frozenset[str]:
    english = language("en")
    return frozenset((*(fold(month[0]) for month in english.months), *english.weekdays))


def _is_known(word: str, known: set[str]) -> bool:
    return len(word) < 2 or any(same_word(word, other) or _is_derived(word, other) for other in known)


def _is_derived(one: str, other: str) -> bool:
    """Whether two words begin alike and differ in an ending alone."""
    shorter = min(len(one), len(other))
    common = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    return common >= _SHARED and max(len(one), len(other)) - common <= _ENDING
