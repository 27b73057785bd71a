"""Words left out, for languages without a parser: what may go by its marks, its first word, and the words that hold others.

A claim is proved if its words are those of one cited sentence in their order and each run of words that is missing is of a
kind that takes nothing back: what a mark or an "and" parts off at the end, an insertion between marks, a phrase with a
preposition, a date. Words that hold what stands beside them (denials, conditions, "about", "according to") never go
with it. The tables are those of ``Language.omissions``; a language without them is proved verbatim only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from digest.text.languages import language as language_of
from digest.text.languages.language import Language
from digest.text.tokens import fold

_WORD = re.compile(r"\d+(?:[.,]\d+)*|\w+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = frozenset(",;:–—()")
_FEWEST = 4
"""Words of a claim; fewer are a fragment."""
_NEAR = 6
"""Words before a run that is missing in which an article or a "between" tells what it belongs to."""
_LONGEST_PHRASE = 10
_LONGEST_RUN = 40
"""Words inside a sentence that may go together; more are looked at no further."""
_ROOT = 3
"""Letters that the forms of a word for "all" share."""


@dataclass(frozen=True)
class Words:
    """The words of a sentence, folded and as they are spelt, and the marks before each and behind the last."""

    text: str
    words: tuple[str, ...]
    marks: tuple[str, ...]
    spelt: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """A run of words of a sentence that a claim leaves out, or a part of it: ``start`` to ``end``, exclusive."""

    sentence: Words
    start: int
    end: int
    tongue: Language
    run: tuple[int, int]
    """Start and end of the whole run."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        return self.sentence.words[self.start : self.end]

    @property
    def before(self) -> tuple[str, ...]:
        """The words right before the run."""
        return self.sentence.words[max(0, self.run[0] - _NEAR) : self.run[0]]

    @property
    def following(self) -> str:
        """The word behind the run; empty at the end of the sentence."""
        return self.sentence.words[self.run[1]] if self.run[1] < len(self.sentence.words) else ""

    def part(self, start: int, end: int) -> Gap:
        """Some of its words, as a part of the same run."""
        return Gap(self.sentence, start, end, self.tongue, self.run)

    @property
    def shown(self) -> str:
        return " ".join(self.words)

    def opens_at_mark(self) -> bool:
        return bool(_MARKS & set(self.sentence.marks[self.start]))

    def closes_at_mark(self, marks: frozenset[str] = _MARKS) -> bool:
        return bool(marks & set(self.sentence.marks[self.end]))

    def holds(self) -> bool:
        """Whether it has a word that holds what stands beside it, or denies it."""
        return any(_holds(word, self.tongue) for word in self.words)


def words_of(text: str) -> Words:
    """The words of a text with the marks between them."""
    found = list(_WORD.finditer(text))
    edges = [0, *(edge for match in found for edge in match.span()), len(text)]
    marks = tuple(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    spelt = tuple(match[0] for match in found)
    return Words(text, tuple(map(fold, spelt)), marks, spelt)


def left_out(claim: str, sentence: str, language: str) -> tuple[str, ...] | None:
    """The runs of words that the claim may not leave out of the sentence; None if it is not the sentence with words left out.

    ``language`` is the code of a language (ISO 639-1). Empty means that what is left out may go.
    """
    tongue = language_of(language)
    mine, whole = words_of(claim), words_of(sentence)
    if not tongue.omissions.prepositions or len(mine.words) < _FEWEST:
        return None
    if mine.words == whole.words:
        return () if "?" not in claim + sentence else None
    ways = [gaps for gaps in _alignments(mine.words, whole, tongue) if gaps]
    if not ways:
        return None
    return min((tuple(_kept_in(gaps, mine)) for gaps in ways), key=len)


def added_or_dropped_denial(claim: str, sentence: str, language: str) -> str:
    """The denial that is all, or all between two words, by which the claim differs from the sentence; empty if none is."""
    tongue = language_of(language)
    denials = re.compile(tongue.denials or r"(?!)")
    mine, whole = words_of(claim), words_of(sentence)

    def bare(words: Sequence[str]) -> list[str]:
        return [word for word in words if not denials.search(word)]

    own = [word for word in mine.words if denials.search(word)]
    there = [word for word in whole.words if denials.search(word)]
    if own and not there and _first_match(bare(mine.words), whole.words) is not None:
        return own[0]
    for gaps in _alignments(mine.words, whole, tongue):
        for gap in gaps:
            if gap.following and gap.start and not bare(gap.words):
                return gap.words[0]
    return ""


def added_universal(claim: str, sentences: Sequence[str], code: str) -> str:
    """A word for all, none, the first or the only one that the claim has and no sentence has in any form; empty if none."""
    universals = language_of(code).omissions.universals
    there = {word[:_ROOT] for text in sentences for word in words_of(text).words}
    return next((w for w in words_of(claim).words if w in universals and w[:_ROOT] not in there), "")


def _kept_in(gaps: Sequence[Gap], claim: Words) -> Iterator[str]:
    """The runs that had to stay."""
    universals = gaps[0].tongue.omissions.universals
    every = any(
        word in universals and (at == 0 or not claim.spelt[at][0].isupper())  # a "Premier ministre" is a name
        for at, word in enumerate(claim.words)
    )
    for gap in gaps:
        if not _may_go(gap, every=every):
            yield gap.shown


def _may_go(gap: Gap, *, every: bool) -> bool:
    """Whether a run takes nothing back. Under "all" only what is parted off may go: a phrase would narrow it."""
    if not gap.following:
        return _closing_may_go(gap, every=every)
    if gap.start == 0:
        return _is_date(gap) or _opening_may_go(gap)
    return _inside_may_go(gap, every=every)


def _inside_may_go(gap: Gap, *, every: bool) -> bool:
    """What stands inside a sentence: a date, an insertion or a phrase, or several of them one behind the other."""
    if gap.end - gap.start > _LONGEST_RUN:
        return False
    ends = {gap.start}
    for end in range(gap.start + 1, gap.end + 1):
        if any(_piece_may_go(gap.part(start, end), every=every) for start in ends):
            ends.add(end)
    return gap.end in ends


def _piece_may_go(gap: Gap, *, every: bool) -> bool:
    if _is_date(gap):
        return True
    if gap.opens_at_mark() and gap.closes_at_mark():
        return _joins(gap, gap.start) or _is_clause(gap) or (_only_adds(gap) and not gap.holds())
    return not every and _is_phrase(gap) and not _has_leaning_neighbour(gap)


def _closing_may_go(gap: Gap, *, every: bool) -> bool:
    """The end of a sentence: what stands behind a mark or an "and", with a phrase before that."""
    inner = next(
        (at for at in range(gap.start, gap.end) if _MARKS & set(gap.sentence.marks[at]) or _joins(gap, at)),
        gap.end,
    )
    phrase = gap.part(gap.start, inner)
    if phrase.words and not (_is_date(phrase) or (not every and _is_phrase(phrase))):
        return False
    rest = gap.part(inner, gap.end)
    return not rest.words or _rest_may_go(rest)


def _rest_may_go(rest: Gap) -> bool:
    """What stands behind a mark or an "and" at the end."""
    soon = range(rest.start, min(rest.start + 3, rest.end))
    if any(_joins(rest, at) for at in soon):
        return not set(rest.before) & rest.tongue.omissions.pairs
    if {";", "("} & set(rest.sentence.marks[rest.start]):
        return True
    return _is_clause(rest) or (
        _only_adds(rest) and not any(_holds(word, rest.tongue) for word in rest.words[:2])
    )


def _is_clause(gap: Gap) -> bool:
    """Whether its first word begins a clause that only adds; what that clause holds is its own."""
    first = gap.sentence.spelt[gap.start].lower()
    return bool(re.fullmatch(gap.tongue.omissions.adds or r"(?!)", first))


def _only_adds(gap: Gap) -> bool:
    """Whether its first word is one of a phrase, or of another name for what stands before it."""
    tables, first = gap.tongue.omissions, gap.words[0]
    if first in tables.relatives and (set(gap.before) & tables.indefinite or _follows_initials(gap)):
        return True
    if first in tables.relatives or first in tables.purposes:
        return False
    begins = first in tables.prepositions | tables.articles
    return begins or gap.sentence.spelt[gap.start][0].isupper()


def _opening_may_go(gap: Gap) -> bool:
    """The beginning: a phrase before a comma, or a whole clause before a semicolon."""
    if gap.closes_at_mark(frozenset(";")):
        return not gap.holds()
    tables = gap.tongue.omissions
    starts = gap.words[0] in tables.prepositions - tables.purposes
    return starts and gap.closes_at_mark(frozenset(",")) and not gap.holds()


def _is_phrase(gap: Gap) -> bool:
    """Whether it is a phrase with a preposition, with no mark inside and nothing that holds."""
    marks = gap.sentence.marks[gap.start + 1 : gap.end]
    plain = not any(_MARKS & set(mark) for mark in marks) and len(gap.words) <= _LONGEST_PHRASE
    return plain and gap.words[0] in gap.tongue.omissions.prepositions and not gap.holds()


def _has_leaning_neighbour(gap: Gap) -> bool:
    """Whether what stands beside it would hang on another word without it."""
    tables = gap.tongue.omissions
    small = tables.prepositions | tables.genitives | tables.articles
    leaning = tables.genitives if _is_place(gap) else tables.prepositions | tables.genitives
    return gap.following in leaning - tables.purposes or gap.before[-1] in small


def _follows_initials(gap: Gap) -> bool:
    """Whether it stands behind the name of a body in capitals, of which there is one only."""
    last = gap.sentence.spelt[gap.start - 1] if gap.start else ""
    return len(last) > 1 and last.isupper()


def _is_place(gap: Gap) -> bool:
    """Whether it is a preposition and a name, which hangs on the verb as well as on what stands before it."""
    spelt = gap.sentence.spelt[gap.start + 1 : gap.end]
    names = [word for word in spelt if fold(word) not in gap.tongue.omissions.articles]
    return 0 < len(names) <= 3 and all(word[0].isupper() for word in names)


def _joins(gap: Gap, at: int) -> bool:
    return gap.sentence.words[at] in gap.tongue.omissions.joins


def _is_date(gap: Gap) -> bool:
    """Whether it is a day, a month or a year, and the small words before it."""
    tables = gap.tongue.omissions
    small = tables.prepositions | tables.articles | tables.genitives
    return any(_is_day(word, gap.tongue) for word in gap.words) and all(
        _is_day(word, gap.tongue) or word in small or word.isdigit() for word in gap.words
    )


def _is_day(word: str, tongue: Language) -> bool:
    """A weekday, with its "morning" in one word as well, a month, "yesterday", a year."""
    weekdays, others = _days(tongue.code)
    near = word in others or word in tongue.omissions.day_parts
    return near or word.startswith(weekdays) or bool(_YEAR.fullmatch(word))


@cache
def _days(code: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The weekdays of a language; its months and words for days near."""
    tongue = language_of(code)
    near = (*(name for names in tongue.months for name in names), *tongue.near_days)
    return tuple(map(fold, tongue.weekdays)), frozenset(map(fold, near))


def _holds(word: str, tongue: Language) -> bool:
    return word in tongue.omissions.holds or bool(tongue.denials and re.fullmatch(tongue.denials, word))


def _alignments(claim: Sequence[str], sentence: Words, tongue: Language) -> Iterator[list[Gap]]:
    """Up to two ways to find the claim in the sentence, its words as early and as late as can be, each as what is missing."""
    early = _first_match(claim, sentence.words)
    if early is None:
        return
    size = len(sentence.words)
    late = _first_match(claim[::-1], sentence.words[::-1]) or []
    for places in (early, [size - 1 - at for at in reversed(late)]):
        edges = [-1, *places, size]
        runs = [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]
        yield [Gap(sentence, start, end, tongue, (start, end)) for start, end in runs]


def _first_match(claim: Sequence[str], words: Sequence[str]) -> list[int] | None:
    """Where the words of a claim stand, each as early as can be; None if they do not stand there in this order."""
    places: list[int] = []
    at = 0
    for word in claim:
        while at < len(words) and words[at] != word:
            at += 1
        if at == len(words):
            return None
        places.append(at)
        at += 1
    return places
