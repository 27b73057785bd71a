"""Text into numbered sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from digest.models import Sentence
from digest.text import languages
from digest.text.languages.language import Words

MAX_WHOLE_QUOTATION = 300
"""Characters up to which a quotation is kept whole, so that what is said stays with who said it."""

MAX_SENTENCE = 1_000
"""Characters from which on a "sentence" is text without full stops: nothing to print, and slow to compare."""

CONTEXT = 60
"""Characters before and after a mark that are looked at."""

_CLOSERS = "\"'”’»›)\\]」』）"
_OPENERS = "\"'“‘«‹(\\[„‚¿¡「『（—–\\-"
_MARKS = ".!?…؟۔।॥።፧\u037e"
# A run of marks is tried from its first one only: from each of them, ten thousand dots take seconds.
_END = re.compile(
    rf"(?<![{_MARKS}])(?P<mark>[{_MARKS}]+)(?P<closers>(?:[{_CLOSERS}]|[ \u00a0\u202f]»)*)(?P<space>\s+)"
    rf"|[。！？｡]+[{_CLOSERS}]*+(?!と)\s*"
)
_GLUED = re.compile(r"(?<=[a-zà-öø-ÿ]{3})[.!?](?=[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]+\s)")
_NEXT = re.compile(rf"(?:['’][snt]\s+)?[{_OPENERS}\s]*([^\W_]+)?")
_LAST = re.compile(r"[^\s\"“”«»‘’(\[—–/]+$")
_INITIAL = re.compile(r"(?:^|.*[-‐])[^\W\d_]$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]{1,3}$")
_QUOTATION = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|\"[^\"]*\"")


class _Words(NamedTuple):
    """What is known of a language, with what may stand in a text of any."""

    titles: Words
    inner: Words
    either: Words
    starters: Words
    ordinals: bool
    numbered: Words
    lettered: Words
    clock: Words


def split_sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """The sentences of a text whose paragraphs are lines, numbered from 1, with their offsets.

    ``language`` is a code such as ``en`` or ``de-AT``; one that is not known is read with the English
    abbreviations. A sentence never crosses a line; a quotation of up to QUOTED characters is not cut.
    """
    words = _words(re.split(r"[-_]", language.lower())[0])
    found: list[Sentence] = []
    offset = 0
    for paragraph, line in enumerate(text.split("\n")):
        for start, end in _spans(line, words):
            number, at = len(found) + 1, offset + start
            found.append(Sentence(number, at, offset + end, line[start:end], paragraph))
        offset += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=32)
def _words(language: str) -> _Words:
    """The tables of a language joined to the English ones, as English names and titles stand in texts of any language.

    A language without words that begin sentences has those of English.
    """
    own, english = languages.language(language).sentences, languages.language("en").sentences
    return _Words(
        own.titles | english.titles,
        own.inner | english.inner,
        own.either | english.either,
        own.starters or english.starters,
        own.ordinal_point,
        frozenset().union(*(one.sentences.numbered for one in languages.every_language())),
        frozenset().union(*(one.sentences.lettered for one in languages.every_language())),
        english.clock,
    )


@cache
def _after_quotation() -> Words:
    return frozenset().union(*(one.sentences.after_quotation for one in languages.every_language()))


def _spans(line: str, words: _Words) -> Iterator[tuple[int, int]]:
    """Where each sentence of a line begins and ends, without the space around it."""
    start = 0
    for cut in [*_boundaries(line, words), len(line)]:
        piece = line[start:cut]
        if body := piece.strip():
            at = start + piece.index(body)
            yield at, at + len(body)
        start = cut


def _boundaries(line: str, words: _Words) -> Iterator[int]:
    """Where a sentence ends and the next begins, but not within a quotation that is kept whole."""
    quotations = [m.span() for m in _QUOTATION.finditer(line) if len(m[0]) <= MAX_WHOLE_QUOTATION]
    starts = [start for start, _ in quotations]
    ends = [match for match in _END.finditer(line) if _is_end(line, match, words)]
    for match in sorted([*ends, *_GLUED.finditer(line)], key=re.Match.end):
        last = match.start() + len(match[0].rstrip())
        before = bisect_left(starts, last) - 1
        if before < 0 or last >= quotations[before][1]:
            yield match.end()


def _is_end(line: str, match: re.Match[str], words: _Words) -> bool:
    """Whether a sentence ends at a mark, by the word before and the words after it."""
    if match["mark"] is None:
        return True
    following = _NEXT.match(line, match.end())
    word = (following and following[1]) or ""
    if word[:1].islower():
        return False
    if match["closers"]:
        return not _goes_on_saying(line[match.end() : match.end() + CONTEXT], match["mark"])
    near = line[max(0, match.start() - CONTEXT) : match.start()]
    before = _LAST.search(near)
    if match["mark"] != "." or before is None:
        return True
    return _ends_with(before[0], near[: before.start()], word, words)


def _goes_on_saying(rest: str, mark: str) -> bool:
    """Whether a question or an exclamation is followed by who asked it: “Why?” Mayor Quill asked."""
    return mark != "." and bool(_after_quotation().intersection(re.findall(r"[^\W\d_]+", rest)[:4]))


def _ends_with(last: str, before: str, following: str, words: _Words) -> bool:
    """Whether a full stop after the word ``last`` ends a sentence that goes on with ``following``."""
    known, begins = last.lower(), following.lower() in words.starters
    if known in words.titles or known in words.inner or (following.isdigit() and known in words.numbered):
        return False
    if last.isdigit():
        return bool(before.strip()) and (begins or not words.ordinals or len(last) > 2)
    if known in ("a.m", "p.m"):
        return following.lower() not in words.clock
    if known in words.either or _DOTTED.fullmatch(last):
        return begins
    earlier = "".join(before.split()[-1:]).lower()
    return begins or earlier in words.lettered or last == "I" or not _INITIAL.fullmatch(last)


_TIE = re.compile(languages.language("en").sentences.ties, re.IGNORECASE)


def without_lead_in(text: str) -> str:
    """An English sentence without dateline and without the tie in front; as it stands if it has neither."""
    start = dateline_length(text)
    match = _TIE.match(text, start)
    if match and len(text) > match.end():
        start = match.end()
    return text[start : start + 1].upper() + text[start + 1 :] if start else text


_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+(?:[ /][A-ZÀ-Þ][A-ZÀ-Þ.'’\-]+){0,4}"
_REGION = r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)?"
_DAY = r"(?:, [A-Z][a-z]+\.? \d{1,2})?"
_AGENCY = r"\( ?[A-Z][\w ./&]{1,30}\)"
_DASH = r"\s*(?:[—–―]|--?)\s*"
_DATELINE = re.compile(
    rf"(?:{_PLACE}{_REGION}{_DAY}(?: ?{_AGENCY})?|[A-Z][\w .]{{2,30}}{_REGION}{_DAY} ?{_AGENCY}){_DASH}(?=[^\sa-z])"
    rf"|{_AGENCY}(?:{_DASH}| )(?=[^\sa-z])"
)


def without_dateline(text: str) -> str:
    """The text behind its dateline; as it stands if it has none."""
    return text[dateline_length(text) :]


def dateline_length(text: str) -> int:
    """Characters of the dateline with the dash and the spaces behind it; 0 if there is none."""
    match = _DATELINE.match(text)
    return match.end() if match else 0
