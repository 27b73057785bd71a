"""What besides shared words says whether reports tell one event: whom they are about, and when they were published."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from digest.curate.reports import Report
from digest.text.names import DEMONYMS
from digest.text.tokens import stem, stems
from digest.text.word_frequency import rate

_CAPITALISED = re.compile(r"(?<=[a-zß-ÿ,;)] )[\"“‘'(]?([A-ZÀ-Þ]\w*)")
"""A word with a capital within a sentence."""
_PROTAGONIST_WEIGHT = 0.15
"""What it adds to the similarity of two groups that all reports of each name the protagonists of the other, instead of none."""
_USUAL_SHARE = 0.65
"""Share of each other's protagonists that two reports name if it says nothing.

Fitted with the weight and with ``clustering``'s least similarity on halves of two collections of labelled news. The mean is
within .004 for weights from .1 to .15 and shares from .6 to .7."""
MAX_ADJUSTMENT = _PROTAGONIST_WEIGHT * (1 - _USUAL_SHARE)
"""Most that circumstances add to a similarity."""
_DIFFERENT = 0.1
"""Share of the other's protagonists that at least one of two groups has to name, or they tell of different people."""
_YEAR = 365.0
"""Days apart from which on two reports are as far apart as can be."""
_YEAR_PENALTY = 0.1
"""What that takes from the similarity. Not fitted: follow-ups of months stay, of two years only what is clearly alike does."""
_SECONDS = 86_400

Key = TypeVar("Key")
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Whom the reports of a group are about, whom they name, and when they were published; the default is nothing known."""

    protagonists: Weights = field(default_factory=dict)
    """For each report that has some, weights that sum to 1, summed over the group."""
    with_protagonists: int = 0
    mentions: Weights = field(default_factory=dict)
    """How many reports of the group name a protagonist, theirs or that of another report."""
    days: float = 0.0
    """The days on which they were published, counted from a fixed one, summed over those that are dated."""
    dated: int = 0

    def __add__(self, other: Circumstances) -> Circumstances:
        return Circumstances(
            summed(self.protagonists, other.protagonists),
            self.with_protagonists + other.with_protagonists,
            summed(self.mentions, other.mentions),
            self.days + other.days,
            self.dated + other.dated,
        )


NOTHING_KNOWN = Circumstances()
"""Those of a group of which nothing is known."""


def circumstances(reports: Sequence[Report]) -> list[Circumstances]:
    """Those of each report by itself."""
    protagonists = [_protagonists(report) for report in reports]
    names = {name for weights in protagonists for name in weights}
    # Looked up as they are written, so that the many other words of a report are passed over at once.
    known = {name: name for name in names} | {
        form: name for form, name in _countries().items() if name in names
    }
    return [_of_report(report, weights, known) for report, weights in zip(reports, protagonists, strict=True)]


def adjustment(one: Circumstances, other: Circumstances, size: int, other_size: int) -> float:
    """What is added to the similarity of two groups of so many reports, from -1.1 to ``MAX_ADJUSTMENT``; 0 if nothing is known of one of them."""
    return _who(one, other, size, other_size) + _when(one, other)


def summed(one: Mapping[Key, float], other: Mapping[Key, float]) -> dict[Key, float]:
    """The sum by key."""
    total = dict(one)
    for key, weight in other.items():
        total[key] = total.get(key, 0.0) + weight
    return total


def _who(one: Circumstances, other: Circumstances, size: int, other_size: int) -> float:
    """Mean over all pairs of how much of its protagonists either report names, beside what is usual.

    If neither names those of the other, they are two events however alike their words.
    """
    if not (one.with_protagonists and other.with_protagonists):
        return 0.0
    there = _named(one.protagonists, other.mentions) / (one.with_protagonists * other_size)
    here = _named(other.protagonists, one.mentions) / (other.with_protagonists * size)
    if max(there, here) < _DIFFERENT:
        return -1.0
    return _PROTAGONIST_WEIGHT * ((there + here) / 2 - _USUAL_SHARE)


def _named(protagonists: Weights, mentions: Weights) -> float:
    return sum([weight * mentions[name] for name, weight in protagonists.items() if name in mentions])


def _when(one: Circumstances, other: Circumstances) -> float:
    if not (one.dated and other.dated):
        return 0.0
    apart = abs(one.days / one.dated - other.days / other.dated)
    return -_YEAR_PENALTY * min(1.0, apart / _YEAR)


def _of_report(report: Report, protagonists: Weights, known: Mapping[str, str]) -> Circumstances:
    told = (*report.title_stems, *report.lead_stems, *report.body_stems) if known else ()
    found = {known[s] for s in told if s in known}
    return Circumstances(
        protagonists,
        int(bool(protagonists)),
        dict.fromkeys(found, 1.0),
        report.published.timestamp() / _SECONDS if report.published else 0.0,
        int(report.published is not None),
    )


def _protagonists(report: Report) -> dict[str, float]:
    """The words of the title that the text writes with a capital within a sentence; rare ones weigh most, all sum to 1.

    A title alone does not tell them: many outlets write each of its words with a capital.
    """
    found = _CAPITALISED.findall(report.lead + report.rest)
    capitalised = set(stems(" ".join(found), report.language)) if found else set()
    rarity = {
        _country(s): -math.log(rate(s, report.language)) for s in report.title_stems if s in capitalised
    }
    total = sum(rarity.values())
    return {name: weight / total for name, weight in rarity.items()} if total else {}


def _country(stemmed: str) -> str:
    """One name for a country, its people and its adjective."""
    return _countries().get(stemmed, stemmed)


@cache
def _countries() -> Mapping[str, str]:
    # An acronym that would read as a stopword keeps its capitals among stems.
    return {form: stem(name) for short, name in DEMONYMS.items() for form in (stem(short), short.upper())}
