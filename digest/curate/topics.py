"""Which of the reader's topics a report belongs to, from the words and phrases of the config.

A word counts by where it stands (title, beginning, rest), by how telling it is today (a name that the whole day uses
says little), and with diminishing returns. The reports that a topic is sure of then lend it their context: a report
with a vocabulary like theirs needs fewer of the reader's own words, and one that uses the word for something else needs more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from digest.curate.reports import Report
from digest.curate.similarity import Vector, dot, vectors
from digest.models import Topic
from digest.text.names import demonyms
from digest.text.tokens import stem, stems, words

_TITLE = 4.0
"""A word in the title counts as often as this many at the start of the text."""
_FADE = 20
"""Stems after which a word counts half: news begins with what it is about."""
_SATURATION = 2.0
"""Count at which a word has half of its weight; what is repeated is not more true."""
_UNSEEN, _USUAL = 100, 5
"""Other reports, and those of them with the word, that stand behind a day of few reports."""
_CONTEXT = 60.0
"""Points for a vocabulary exactly like that of the sure reports of a topic and unlike that of the day."""
_HALF_CONTEXT = 50
"""Sure reports at which their context has half of its weight: the vocabulary of a few says little of the topic."""
_USUAL_CLOSENESS = 0.0275
"""Closeness that says nothing: a report with a word of a topic shares a little of its vocabulary anyhow. The larger the part of
the day that is of the topic, the less it can be."""
_MIN_CLOSENESS = -0.04
"""Least closeness: a broad topic has no vocabulary of its own."""
_MIN_SURE = 2.0
"""Points of the reader's words at which a report is sure enough to lend its context."""
_MIN_SURE_IN_CONTEXT = 4.0
"""Points, that context included, at which it is sure enough to lend it once more, to all: now without those that only use the word."""
_MIN_POINTS = 1.8
"""Points at which a report belongs to a topic. Fitted with the constants above on one set of labelled news, whole and in days of
150 to 1,500 reports drawn from it: F1 is within .01 for a context of 40 to 60 and a usual closeness of .02 to .03."""
_POSSIBLE = 0.7
"""Points at which a report may belong to it: other reports of the story, or the whole page, can settle it."""
_UNDECIDED_FACTOR = 2.0
"""Factor around ``_MIN_POINTS`` within which the best report leaves a topic open. In both halves of the labelled news, a
quarter to a half of those below belonged to the topic, and a half to three quarters of those above."""
_MIN_SHARE_OF_BEST = 0.7
"""Part of the points of its strongest topic that a report needs for any other."""
_FULL_STRENGTH = 6.0
"""Points at which nothing is missing."""

_MARKS = "\"“”„«»'‘’"
"""Around a phrase that is to be found exactly as it is written."""
_MAX_ACRONYM = 3
"""Letters up to which a form of a country's name is an acronym, which the reader has to write."""

Phrase = tuple[str, ...]
Forms = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A topic that a report belongs to: strength from 0 to 1, the words that say so, each with where it stands first.

    One that is not sure needs another report of the story to share it. ``answered`` is one that a model decided.
    """

    topic: Topic
    strength: float
    words: tuple[tuple[str, str], ...]
    sure: bool = True
    answered: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    """A word of the reader in a report: how much it counts there and where it stands first."""

    word: str
    count: float
    place: str


def match_topics(reports: Sequence[Report], topics: Sequence[Topic]) -> list[tuple[Match, ...]]:
    """The topics of which each report has a word, the strongest first; ties keep the order of the config."""
    found = [{t.name: _find_words(r, t) for t in topics if _is_admitted(r, t)} for r in reports]
    idf = _inverse_frequency(found)
    points = [{name: _points(hits, idf[name]) for name, hits in f.items() if hits} for f in found]
    report_vectors = vectors(reports)
    first = _in_context(points, points, _MIN_SURE, report_vectors)
    placed = _in_context(points, first, _MIN_SURE_IN_CONTEXT, report_vectors)
    return [_matches(f, p, topics) for f, p in zip(found, placed, strict=True)]


@lru_cache(maxsize=1 << 14)
def forms(text: str, language: str) -> Forms:
    """What to find in a row: stems, the same written as one word, a country's people; quoted words as they stand."""
    if _is_quoted(text):
        return (words(text.strip()[1:-1]),)
    separate = stems(text, language) or words(text)
    if len(separate) == 1:
        return (separate, *((stem(form, language),) for form in demonyms(text) if len(form) > _MAX_ACRONYM))
    return (separate, (stem("".join(words(text)), language),))


def _is_admitted(report: Report, topic: Topic) -> bool:
    """Whether sources and excluded words let the report in."""
    if topic.sources and report.outlet not in topic.sources:
        return False
    excluded = ((forms(word, report.language), _searched_text(word, report)[:2]) for word in topic.exclude)
    return not any(
        _positions(form, part) for wanted, opening in excluded for form in wanted for part in opening
    )


def _find_words(report: Report, topic: Topic) -> tuple[_Hit, ...]:
    """The topic's words in the report."""
    hits = []
    for word in topic.words:
        wanted, (heading, lead, body) = forms(word, report.language), _searched_text(word, report)
        title = any(_positions(form, heading) for form in wanted)
        positions = sorted(p for form in wanted for p in _positions(form, lead))
        positions += sorted(len(lead) + p for form in wanted for p in _positions(form, body))
        if title or positions:
            first = "title" if title else "opening" if positions[0] < len(lead) else "text"
            count = _TITLE * title + sum(_FADE / (_FADE + p) for p in positions)
            hits.append(_Hit(word, count, first))
    return tuple(hits)


def _searched_text(word: str, report: Report) -> tuple[Phrase, Phrase, Phrase]:
    """Title, beginning and rest of a report, in the words that a quoted phrase is looked for in, else in stems."""
    if _is_quoted(word):
        return words(report.title), words(report.lead), words(report.rest)
    return report.title_stems, report.lead_stems, report.body_stems


def _is_quoted(text: str) -> bool:
    plain = text.strip()
    return len(plain) > 2 and plain[0] in _MARKS and plain[-1] in _MARKS


def _positions(wanted: Phrase, found: Sequence[str]) -> list[int]:
    """Where the stems stand in a row."""
    if not wanted or wanted[0] not in found:
        return []
    size = len(wanted)
    return [i for i in range(len(found) - size + 1) if tuple(found[i : i + size]) == wanted]


def _inverse_frequency(found: Sequence[Mapping[str, Sequence[_Hit]]]) -> dict[str, dict[str, float]]:
    """Inverse document frequency of each topic's words on this day."""
    frequency = Counter((name, hit.word) for f in found for name, hits in f.items() for hit in hits)
    idf: dict[str, dict[str, float]] = {name: {} for f in found for name in f}
    for (name, word), n in frequency.items():
        idf[name][word] = math.log((len(found) + _UNSEEN) / (n + _USUAL))
    return idf


def _points(hits: Sequence[_Hit], idf: Mapping[str, float]) -> float:
    return sum(idf[hit.word] * hit.count / (hit.count + _SATURATION) for hit in hits)


def _in_context(
    points: Sequence[Mapping[str, float]],
    judged: Sequence[Mapping[str, float]],
    least: float,
    report_vectors: Sequence[Vector],
) -> list[dict[str, float]]:
    """The points, raised or lowered by how close a report's vocabulary is to that of the topic's sure reports.

    Those are the ones with ``least`` points as they were ``judged`` so far.
    """
    day = _centroid(report_vectors)
    names = {name for p in judged for name in p}
    sure = {
        name: [v for v, p in zip(report_vectors, judged, strict=True) if _is_sure(name, p, least)]
        for name in names
    }
    centres = {name: _centroid(vectors) for name, vectors in sure.items()}
    weights = {
        name: _CONTEXT * len(vectors) / (len(vectors) + _HALF_CONTEXT) for name, vectors in sure.items()
    }
    usual = {
        name: _USUAL_CLOSENESS * (1 - len(vectors) / len(report_vectors)) for name, vectors in sure.items()
    }
    return [
        {name: n + weights[name] * _closeness(v, centres[name], day, usual[name]) for name, n in p.items()}
        for v, p in zip(report_vectors, points, strict=True)
    ]


def _closeness(vector: Vector, sure: Vector, day: Vector, usual: float) -> float:
    """How much closer than usual a report's vocabulary is to that of the sure ones than to that of the day; 0 if none is sure."""
    return max(_MIN_CLOSENESS, dot(vector, sure) - dot(vector, day) - usual) if sure else 0.0


def _is_sure(name: str, points: Mapping[str, float], least: float) -> bool:
    own = points.get(name, 0.0)
    return own >= least and own == max(points.values())


def _centroid(report_vectors: Sequence[Vector]) -> Vector:
    """The direction of all vectors together, at unit length; empty for none."""
    total: Counter[str] = Counter()
    for vector in report_vectors:
        total.update(vector)
    length = math.sqrt(sum(weight * weight for weight in total.values()))
    return {term: weight / length for term, weight in total.items()} if length else {}


def _matches(
    found: Mapping[str, Sequence[_Hit]], points: Mapping[str, float], topics: Sequence[Topic]
) -> tuple[Match, ...]:
    enough = max(_MIN_POINTS, _MIN_SHARE_OF_BEST * max(points.values(), default=0.0))
    fitting = [topic for topic in topics if points.get(topic.name, 0.0) > 0]
    fitting.sort(key=lambda topic: -points[topic.name])
    return tuple(_match(topic, found[topic.name], points[topic.name], enough) for topic in fitting)


def _match(topic: Topic, hits: Sequence[_Hit], points: float, enough: float) -> Match:
    best_first = sorted(hits, key=lambda hit: -hit.count)
    listed = tuple((hit.word, hit.place) for hit in best_first)
    return Match(topic, min(1.0, points / _FULL_STRENGTH), listed, points >= enough)


def agreed_topics(
    matched: Sequence[tuple[Match, ...]],
    answers: Mapping[str, bool] | None = None,
    *,
    provisional: bool = False,
) -> tuple[Match, ...]:
    """The topics of a story from those of its reports: one report is sure, or two together are.

    ``answers`` decide instead for the topics, by name, that they hold. Strength is the mean over all reports.
    ``provisional`` lets in whatever has one of the words: the page behind an entry may show that it fits.
    """
    agreed = []
    for name, found in _by_topic(matched).items():
        best = max(found, key=lambda m: m.strength)
        mean = sum(m.strength for m in found) / len(matched)
        shared = provisional or (mean >= _POSSIBLE / _FULL_STRENGTH and (len(found) > 1 or best.sure))
        answer = (answers or {}).get(name)
        if shared if answer is None else answer:
            agreed.append(replace(best, strength=mean, answered=answer is not None))
    return tuple(agreed)


def undecided(matched: Sequence[tuple[Match, ...]]) -> list[tuple[float, Topic]]:
    """The topics that the words of a story's reports leave open, each with its distance from being decided, from 0."""
    found = (max(m, key=lambda m: m.strength) for m in _by_topic(matched).values())
    # By ratio: half of the points needed is as far from being decided as twice as many.
    distances = (
        (abs(math.log(max(best.strength * _FULL_STRENGTH, 1e-9) / _MIN_POINTS)), best.topic) for best in found
    )
    return [(distance, topic) for distance, topic in distances if distance <= math.log(_UNDECIDED_FACTOR)]


def _by_topic(matched: Sequence[tuple[Match, ...]]) -> dict[str, list[Match]]:
    found: dict[str, list[Match]] = {}
    for m in (m for of_report in matched for m in of_report):
        found.setdefault(m.topic.name, []).append(m)
    return found
