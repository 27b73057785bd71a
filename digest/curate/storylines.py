"""Long-running affairs: different events that are told in the same rare words, with a name in the headlines of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digest.curate.earlier_coverage import Memory, opening, parts
from digest.models import Article, EarlierCoverage
from digest.text.languages import language
from digest.text.names import names, starts_sentence
from digest.text.tokens import stem, stems, stopwords, words

_AKIN = 0.2
"""Part of its rare words that an event shares with another one of its affair, the mean of both ways.

On a day of news, unlike events share less. One event told by two outlets shares more than twice as much.
"""
_AKIN_TO_TOLD = 0.3
"""The same for what an earlier edition told in a few points."""
_CORE = 300
"""Characters of the lead report that say what the event is."""
_FEW, _PART = 3, 0.1
"""Events that may have a word in the headline that names one affair, or that part of them where there are many."""
_OPENING = 600
"""Characters of a report in which its names are looked for."""
_NO_NAMES = stopwords("en") | language("en").news.common_in_names
_LONGEST = 3
"""Words of a name; longer ones are run together from several."""
_POSSESSIVE = re.compile(r"['’]s?$")
_NAMES = 2
"""Words that an affair is called by."""


@dataclass(frozen=True, slots=True)
class _Event:
    """An event of today or of before; ``names`` are those in its headlines, each stem with the word as it is written."""

    names: Mapping[str, str]
    core: frozenset[str]
    opening: frozenset[str]
    affair: str = ""
    told: bool = False


def storylines(stories: Sequence[Sequence[Article]], memory: Memory) -> list[str]:
    """The name of the affair that each of today's stories belongs to; empty where it stands alone.

    An affair that an earlier edition named keeps its name.
    """
    events = [*map(_of_story, stories), *map(_of_told, memory.told)]
    often = Counter(name for event in events for name in event.names)
    most = max(_FEW, int(_PART * len(events)))
    telling = frozenset(word for word, n in often.items() if 1 < n <= most)
    affairs = [""] * len(events)
    for members in _joined(events, telling, memory):
        name = next((events[i].affair for i in members if events[i].affair), "")
        for i in members:
            affairs[i] = name or _called([events[m] for m in members], telling)
    return affairs[: len(stories)]


def _joined(events: Sequence[_Event], telling: frozenset[str], memory: Memory) -> list[list[int]]:
    """The events that hang together, in groups of two and more; at least one of a pair is of today."""
    groups = [[i] for i in range(len(events))]
    for j, other in enumerate(events):
        for i, one in enumerate(events[:j]):
            if not one.told and one.names.keys() & other.names.keys() & telling and _akin(one, other, memory):
                first, second = (next(g for g in groups if n in g) for n in (i, j))
                if first is not second:
                    groups.remove(second)
                    first.extend(second)
    return [sorted(group) for group in groups if len(group) > 1]


def _akin(today: _Event, other: _Event, memory: Memory) -> bool:
    back = memory.share(other.core, today.opening)
    if other.told:
        return back >= _AKIN_TO_TOLD
    return back + memory.share(today.core, other.opening) >= 2 * _AKIN


def _called(events: Sequence[_Event], telling: frozenset[str]) -> str:
    """The names that most of the headlines share, as the latest of them writes them."""
    shared = Counter(name for event in events for name in event.names if name in telling)
    written = {name: form for event in reversed(events) for name, form in event.names.items()}
    common = sorted((name for name, n in shared.items() if n > 1), key=lambda name: (-shared[name], name))
    return ", ".join(written[name] for name in common[:_NAMES])


def _of_story(articles: Sequence[Article]) -> _Event:
    lead = articles[0]
    core = frozenset(stems(f"{lead.title} {lead.text[:_CORE]}", lead.language))
    texts = [(article.title, article.text[:_OPENING]) for article in articles]
    return _Event(_names(texts), core, opening(articles))


def _of_told(told: EarlierCoverage) -> _Event:
    whole = frozenset().union(*parts(told))
    return _Event(_names([(told.headline, " ".join(told.points))]), whole, whole, told.storyline, told=True)


def _names(texts: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The names of the headlines, by the stem of their last word, as the text below writes them within a sentence."""
    found: dict[str, str] = {}
    for title, text in texts:
        in_title = {stem(word) for word in words(title)}
        for name in names(text):
            last = name.words[-1]
            whole = len(name.words) <= _LONGEST and not starts_sentence(text, name.start)
            if whole and stem(last) in in_title and last not in _NO_NAMES:
                found.setdefault(stem(last), _POSSESSIVE.sub("", text[name.start : name.end].strip(".,;:")))
    return found
