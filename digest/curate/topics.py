"""Which of the reader's topics a report belongs to, from the words and phrases of the config."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digest.curate.reports import Report
from digest.models import Topic
from digest.text.words import stems, words

_TITLE, _LEAD, _BODY = 3.0, 1.5, 0.5
_MOST = 3
"""How often a word is counted in one place: a text that repeats it is not more about it."""
_ENOUGH = 1.5
"""Points at which a report belongs to a topic: the word stands in the title or in the lead."""
_FULL = 9.0
"""Points at which nothing is missing."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A topic that a report belongs to: strength from 0 to 1 and the words that say so."""

    topic: Topic
    strength: float
    words: tuple[str, ...]
    place: str


def match(report: Report, topics: Sequence[Topic]) -> tuple[Match, ...]:
    """The topics of the report, the strongest first; ties keep the order of the config."""
    found = [m for topic in topics if (m := _match(report, topic))]
    return tuple(sorted(found, key=lambda m: -m.strength))


def _match(report: Report, topic: Topic) -> Match | None:
    if topic.sources and report.outlet not in topic.sources:
        return None
    places = (
        ("title", _TITLE, report.title_stems),
        ("summary", _LEAD, report.lead_stems),
        ("text", _BODY, report.body_stems),
    )
    if any(_count(phrase(w, report.language), found) for w in topic.exclude for _, _, found in places[:2]):
        return None
    points, hits, where = 0.0, [], ""
    for word in topic.words:
        wanted = phrase(word, report.language)
        counts = [min(_MOST, _count(wanted, found)) for _, _, found in places]
        if any(counts):
            hits.append((sum(n * weight for n, (_, weight, _) in zip(counts, places, strict=True)), word))
            where = where or next(name for n, (name, _, _) in zip(counts, places, strict=True) if n)
            points += hits[-1][0]
    if points < _ENOUGH:
        return None
    return Match(
        topic, min(1.0, points / _FULL), tuple(w for _, w in sorted(hits, key=lambda h: -h[0])), where
    )


def phrase(text: str, language: str) -> Phrase:
    """Stems to find in a row; quotation marks around a phrase are allowed and mean nothing more."""
    plain = text.strip().strip("\"“”'‘’")
    return stems(plain, language) or words(plain)


def _count(wanted: Phrase, found: Sequence[str]) -> int:
    if not wanted:
        return 0
    if len(wanted) == 1:
        return sum(1 for stem in found if stem == wanted[0])
    size = len(wanted)
    return sum(1 for i in range(len(found) - size + 1) if tuple(found[i : i + size]) == wanted)
