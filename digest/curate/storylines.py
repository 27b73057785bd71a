"""Storylines: different events that are reported in the same rare words, with a name in the headlines of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.curate.earlier_coverage import Memory, coverage_words, opening_words
from digest.models import Article, EarlierCoverage
from digest.text.languages import language
from digest.text.names import names, starts_sentence
from digest.text.tokens import stem, stems, stopwords, words

_MIN_SHARED = 0.2
"""Part of its rare words that an event shares with another one of its storyline, the mean of both ways.

On a day of news, unlike events share less. One event reported by two outlets shares more than twice as much.
"""
_MIN_SHARED_WITH_COVERAGE = 0.3
"""The same for earlier coverage, which has only a few points."""
_LEAD = 300
"""Characters of the lead report that say what the event is."""
_MAX_EVENTS, _MAX_PART = 3, 0.1
"""Events that may have a word in the headline that names one storyline, or that share of them if there are many."""
_OPENING = 600
"""Characters of a report in which its names are looked for."""
_NO_NAMES = stopwords("en") | language("en").news.common_in_names
_MAX_NAME_WORDS = 3
"""Words of a name; longer ones are run together from several."""
_POSSESSIVE = re.compile(r"['’]s?$")
_LABEL_NAMES = 2
"""Names that make the label of a storyline."""


@dataclass(frozen=True, slots=True)
class _StorylineMember:
    """An event of today or of before; ``names`` are those in its headlines, each stem with the word as it is written."""

    names: Mapping[str, str]
    lead_words: frozenset[str]
    opening_words: frozenset[str]
    storyline: str = ""
    is_earlier: bool = False


def storylines(stories: Sequence[Sequence[Article]], memory: Memory) -> list[str]:
    """The label of the storyline that each of today's stories belongs to; empty if it stands alone.

    A storyline that an earlier edition named keeps its label.
    """
    events = [*map(_from_story, stories), *map(_from_coverage, memory.coverage)]
    often = Counter(name for event in events for name in event.names)
    most = max(_MAX_EVENTS, int(_MAX_PART * len(events)))
    distinctive = frozenset(word for word, n in often.items() if 1 < n <= most)
    labels = [""] * len(events)
    for members in _connected(events, distinctive, memory):
        name = next((events[i].storyline for i in members if events[i].storyline), "")
        for i in members:
            labels[i] = name or _label([events[m] for m in members], distinctive)
    return labels[: len(stories)]


def _connected(
    events: Sequence[_StorylineMember], distinctive: frozenset[str], memory: Memory
) -> list[list[int]]:
    """The events that hang together, in groups of two and more; at least one of a pair is of today."""
    groups = [[i] for i in range(len(events))]
    for j, other in enumerate(events):
        for i, one in enumerate(events[:j]):
            if (
                not one.is_earlier
                and one.names.keys() & other.names.keys() & distinctive
                and _share_words(one, other, memory)
            ):
                first, second = (next(g for g in groups if n in g) for n in (i, j))
                if first is not second:
                    groups.remove(second)
                    first.extend(second)
    return [sorted(group) for group in groups if len(group) > 1]


def _share_words(today: _StorylineMember, other: _StorylineMember, memory: Memory) -> bool:
    of_today = memory.share(other.lead_words, today.opening_words)
    if other.is_earlier:
        return of_today >= _MIN_SHARED_WITH_COVERAGE
    return of_today + memory.share(today.lead_words, other.opening_words) >= 2 * _MIN_SHARED


def _label(events: Sequence[_StorylineMember], distinctive: frozenset[str]) -> str:
    """The names that most of the headlines share, as the latest of them writes them."""
    shared = Counter(name for event in events for name in event.names if name in distinctive)
    written = {name: form for event in reversed(events) for name, form in event.names.items()}
    common = sorted((name for name, n in shared.items() if n > 1), key=lambda name: (-shared[name], name))
    return ", ".join(written[name] for name in common[:_LABEL_NAMES])


def _from_story(articles: Sequence[Article]) -> _StorylineMember:
    lead = articles[0]
    lead_words = frozenset(stems(f"{lead.title} {lead.text[:_LEAD]}", lead.language))
    texts = [(article.title, article.text[:_OPENING]) for article in articles]
    return _StorylineMember(_headline_names(texts), lead_words, opening_words(articles))


def _from_coverage(earlier: EarlierCoverage) -> _StorylineMember:
    all_words = frozenset().union(*coverage_words(earlier))
    return _StorylineMember(
        _headline_names([(earlier.headline, " ".join(earlier.points))]),
        all_words,
        all_words,
        earlier.storyline,
        is_earlier=True,
    )


def _headline_names(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names of the headlines, by the stem of their last word, as the text below writes them within a sentence."""
    found: dict[str, str] = {}
    for title, text in texts:
        in_title = {stem(word) for word in words(title)}
        for name in names(text):
            last = name.words[-1]
            is_whole_name = len(name.words) <= _MAX_NAME_WORDS and not starts_sentence(text, name.start)
            if is_whole_name and stem(last) in in_title and last not in _NO_NAMES:
                found.setdefault(stem(last), _POSSESSIVE.sub("", text[name.start : name.end].strip(".,;:")))
    return found
