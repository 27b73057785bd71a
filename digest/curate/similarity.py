"""How much two reports have in common: the cosine of their words, words that are rare in the language counting most.

What a word weighs is known from the language and not from the day, so that two reports are as alike among a hundred
thousand others as alone. The day has a say only on words that stand in more reports than one event has: the names of
a storyline, or a line that an outlet prints under every text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice

from digest.curate.reports import Report
from digest.text.word_frequency import rate

Vector = dict[str, float]
"""Weights from 0 to 1 by stem, the heaviest first; at most of unit length."""
Neighbours = tuple[int, int, float]
"""The places of two vectors, the first the smaller, and their similarity."""

_TITLE_WEIGHT = 3
"""A word of the title counts as often as this many in the text."""
_MAX_TERMS = 60
"""Words of a report that are compared, the heaviest; what the others would add is chance."""
_MAX_WEIGHT = 0.35
"""Most weight of one word: one name that two reports share, however rare, is no event."""
_EVENT_REPORTS = 40
"""Reports that one event may have before a word that stands in more of them loses weight."""
_DAY_REPORTS = 20_000
"""Reports of a day up to which shares are taken of this number: a storyline is no smaller for what else is read."""
_MAX_EXCESS = 0.01
"""Most that this makes of a word; what stands in more is judged by its share of the day."""
_PROBES = 14
"""Words of a report that find it candidates, the heaviest of those that another report has as well."""
_MIN_SHARED_PROBES = 2
"""Such words that two reports have in common before they are compared: with ``_MAX_WEIGHT``, one makes no event."""
_WINDOW = 30
"""Reports looked at for each of these words; this bounds the work for a word that half the day uses."""
_MAX_CANDIDATES = 20
"""Reports that are compared in full with a report, those that share most words first."""


class _InverseFrequency(dict[str, float]):
    """What each stem of a language weighs, worked out when it is first asked for."""

    def __init__(self, language: str, excess: Mapping[str, float]) -> None:
        super().__init__()
        self._language, self._excess = language, excess

    def __missing__(self, stem: str) -> float:
        usual = rate(stem, self._language) + self._excess.get(stem, 0.0)
        self[stem] = weight = -math.log(min(1.0, usual))
        return weight


def vectors(reports: Sequence[Report]) -> list[Vector]:
    """A vector for each report: log term frequency times the rarity of the stem."""
    found = [_term_frequency(report.title_stems, report.opening_stems) for report in reports]
    excess = {
        stem: max((n - _EVENT_REPORTS) / len(found), min(_MAX_EXCESS, (n - _EVENT_REPORTS) / _DAY_REPORTS))
        for stem, n in Counter(chain.from_iterable(found)).items()
        if n > _EVENT_REPORTS
    }
    idf = {
        language: _InverseFrequency(language, excess) for language in {report.language for report in reports}
    }
    return [_tf_idf(count, idf[r.language]) for r, count in zip(reports, found, strict=True)]


def refined_vectors(reports: Sequence[Report]) -> list[Vector]:
    """Vectors of reports that are all alike, by what sets some of them apart from the others.

    What most of them share weighs little, and so does a stem that only one of them has.
    """
    found = [_term_frequency(report.title_stems, report.lead_stems) for report in reports]
    several = {stem: n for stem, n in Counter(chain.from_iterable(found)).items() if n > 1}
    apart = {stem: math.log(len(found) / n) for stem, n in several.items()}
    return [
        _tf_idf(count, {s: min(apart.get(s, 0.0), -math.log(rate(s, r.language))) for s in count})
        for r, count in zip(reports, found, strict=True)
    ]


def neighbours(found: Sequence[Vector], least: float) -> Iterator[Neighbours]:
    """The pairs at least so alike, as far as heavy words that they share find them.

    Takes time in proportion to the number of vectors; of many that share a word, those next to each other are compared.
    """
    frequency = Counter(chain.from_iterable(found))
    index: dict[str, list[int]] = defaultdict(list)
    size = len(found)
    for i, vector in enumerate(found):
        probes = _probes(vector, frequency)
        shared = Counter(chain.from_iterable([index[stem][-_WINDOW:] for stem in probes]))
        # How many words are shared and by whom, in one number: numbers are sorted nearly four times as fast as pairs.
        promising = [n * size + j for j, n in shared.items() if n >= _MIN_SHARED_PROBES]
        promising.sort(reverse=True)
        for j in [code % size for code in promising[:_MAX_CANDIDATES]]:
            similarity = dot(vector, found[j])
            if similarity >= least:
                yield j, i, similarity
        for stem in probes:
            index[stem].append(i)


def dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The scalar product."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[stem] for stem, weight in one.items() if stem in other])


def _term_frequency(title: Sequence[str], opening: Sequence[str]) -> Counter[str]:
    """How often each stem stands in the opening, a stem of the title as if it stood there three times more."""
    found = Counter(opening)
    for stem in title:
        found[stem] += _TITLE_WEIGHT
    return found


def _tf_idf(count: Mapping[str, int], idf: Mapping[str, float]) -> Vector:
    weights = [(math.log1p(n) * idf[stem], stem) for stem, n in count.items()]
    length = math.sqrt(sum([weight * weight for weight, _ in weights])) or 1.0
    # The heaviest first: `_probes` relies on that order.
    weights.sort(reverse=True)
    return {stem: min(_MAX_WEIGHT, weight / length) for weight, stem in weights[:_MAX_TERMS] if weight > 0}


def _probes(vector: Vector, frequency: Mapping[str, int]) -> list[str]:
    """The stems by which its candidates are found; of those that weigh the same, the ones fewest reports have."""
    shared = [(-vector[stem], n, stem) for stem in islice(vector, 2 * _PROBES) if (n := frequency[stem]) > 1]
    shared.sort()
    return [stem for *_, stem in shared[:_PROBES]]
