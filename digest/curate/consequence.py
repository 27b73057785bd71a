"""Whether news changes something, as far as its headlines tell: a deed weighs more than a word about it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from statistics import fmean

from digest.curate.reports import Report
from digest.text.languages import language
from digest.text.languages.language import Words
from digest.text.tokens import stem, words

UNKNOWN = 0.5
"""For reports in a language without a table."""

_DEED, _DEED_AND_TALK, _NEITHER, _TALK = 0.85, 0.6, 0.45, 0.2
"""By what the headline has. Only their order matters: any other numbers in it give the edition of the labelled day
the same leading stories."""
_OPENING_DEED = 0.1
"""What a deed in the first sentence adds if the headline has none."""
_OFFICE = 0.15
"""What an office that binds a country adds."""
_OPENING = 160
"""Characters of the text that are its first sentence, more or less."""

_Phrases = frozenset[tuple[str, ...]]


def consequence(reports: Sequence[Report]) -> float:
    """From 0 to 1, the mean over the outlets; each outlet counts with the weightiest of its reports."""
    best: dict[str, float] = {}
    for report in reports:
        best[report.outlet] = max(best.get(report.outlet, 0.0), _of_report(report))
    return fmean(best.values())


def _of_report(report: Report) -> float:
    primary = report.language.partition("-")[0].lower() or "en"
    news = language(primary).news
    if not news.deeds:
        return UNKNOWN
    deeds, talk, offices = (_phrases(table, primary) for table in (news.deeds, news.talk, news.offices))
    title, opening = _stems(report.title, primary), _stems(report.text[:_OPENING], primary)
    deed, said = _has(title, deeds), _has(title, talk)
    value = (_DEED_AND_TALK if said else _DEED) if deed else _TALK if said else _NEITHER
    value += _OPENING_DEED * (not deed and _has(opening, deeds))
    return value + _OFFICE * (_has(title, offices) or _has(opening, offices))


def _stems(text: str, primary: str) -> tuple[str, ...]:
    return tuple(stem(word, primary) for word in words(text))


def _has(found: Sequence[str], phrases: _Phrases) -> bool:
    """Whether one of the phrases stands there."""
    return any(
        tuple(found[i : i + size]) in phrases
        for size in {len(phrase) for phrase in phrases}
        for i in range(len(found) - size + 1)
    )


@cache
def _phrases(table: Words, primary: str) -> _Phrases:
    return frozenset(_stems(entry, primary) for entry in table)
