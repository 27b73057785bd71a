"""How much each sentence of a story says of it.

TF-IDF vectors of the sentences, their sum as the centroid of the story (Radev and others, "Centroid-based
summarization of multiple documents", 2004), a prior for what stands early, a bonus for what several outlets report.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from digest.models import Article, Sentence, Story
from digest.text.numbers import numbers
from digest.text.tokens import stems

Vector = Mapping[str, float]


def vectors(bags: Sequence[Sequence[str]]) -> list[Vector]:
    """A vector for each list of stems; what is rare among the lists counts more."""
    counts = [Counter(bag) for bag in bags]
    common = Counter(stem for count in counts for stem in count)
    idf = {stem: math.log(1 + len(bags) / n) for stem, n in common.items()}
    return [unit({stem: (1 + math.log(n)) * idf[stem] for stem, n in count.items()}) for count in counts]


def centroid(weighted: Iterable[tuple[Vector, float]]) -> Vector:
    """The direction of all vectors together, each with its weight."""
    total: defaultdict[str, float] = defaultdict(float)
    for vector, weight in weighted:
        for stem, value in vector.items():
            total[stem] += value * weight
    return unit(total)


def unit(vector: Vector) -> Vector:
    """The vector at length 1; empty if it has none."""
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {stem: value / length for stem, value in vector.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """How alike two vectors of unit length are, from 0 to 1."""
    if len(a) > len(b):
        a, b = b, a
    return sum(value * b[stem] for stem, value in a.items() if stem in b)


def overlaps(a: Vector, b: Vector, share: float) -> bool:
    """Whether the shorter sentence has at least that share of its stems in common with the other."""
    shorter = min(len(a), len(b))
    return shorter == 0 or len(a.keys() & b.keys()) >= share * shorter


CENTRALITY_WEIGHT, POSITION_WEIGHT, CORROBORATION_WEIGHT = 0.5, 0.3, 0.2
"""What the three parts of a sentence's weight count.

Chosen on labelled single articles and on stories of several outlets, of which one outlet's report stood in for the
summary; around these values the scores are flat.
"""
OPENING = 10
"""Sentences over which the prior for what stands early falls to nothing."""
MIN_CORROBORATION = 0.3
"""Cosine from which on a sentence of another outlet reports the same."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A sentence with its id, its vector and its weight from 0 to 1."""

    id: str
    article: Article
    sentence: Sentence
    vector: Vector
    weight: float

    @property
    def language(self) -> str:
        return self.article.language or "en"

    @property
    def first(self) -> bool:
        return self.sentence.number == 1


def rank(story: Story) -> list[Ranked]:
    """The sentences of a story in their order. Copies of another article's text say nothing new and are left out."""
    rows = [row for row in story.sentences() if row[1].url not in story.copies]
    found = vectors([stems(sentence.text, article.language or "en") for _, article, sentence in rows])
    story_centroid = centroid(
        (vector, 1 / math.sqrt(sentence.number)) for vector, (_, _, sentence) in zip(found, rows, strict=True)
    )
    closeness = [cosine(vector, story_centroid) for vector in found]
    top = max(closeness, default=0) or 1
    corroboration = _corroboration([article.outlet for _, article, _ in rows], found)
    return [
        Ranked(
            *row,
            vector,
            CENTRALITY_WEIGHT * close / top
            + POSITION_WEIGHT * _position_prior(row[2])
            + CORROBORATION_WEIGHT * support,
        )
        for row, vector, close, support in zip(rows, found, closeness, corroboration, strict=True)
    ]


def _position_prior(sentence: Sentence) -> float:
    return max(0.0, 1 - (sentence.number - 1) / OPENING)


def _corroboration(outlets: Sequence[str], found: Sequence[Vector]) -> list[float]:
    """The share of the other outlets that report what each sentence says."""
    others = len(set(outlets)) - 1
    if others < 1:
        return [0.0] * len(found)
    corroborating: list[set[str]] = [set() for _ in found]
    for i, vector in enumerate(found):
        for j in range(i):
            if outlets[i] != outlets[j] and cosine(vector, found[j]) >= MIN_CORROBORATION:
                corroborating[i].add(outlets[j])
                corroborating[j].add(outlets[i])
    return [len(names) / others for names in corroborating]


MIN_OVERLAP = 0.55
"""Share of the shorter sentence's stems from which on two sentences say the same."""
MIN_CENTRAL_OVERLAP = 0.5
"""Share of what is central in the shorter of two outlets' sentences from which on they tell one piece of news.

Read off a made-up day and a real one: the same news in other words has more, an addition to it less.
"""

MIN_FIGURE_OVERLAP = 0.4
"""The same for sentences with a figure in common."""

_SMALL = 10
"""Numbers up to this stand in sentences about anything."""
_YEARS = (1900, 2100)


def repeats(ranked: Ranked, chosen: Ranked, story_centroid: Vector) -> bool:
    """Whether a sentence says what a chosen one says; another outlet tells the same news in words of its own.

    Two figures in common are one fact, whatever words stand around them: the votes for and against, the dead and the
    wounded. ``story_centroid`` is the centroid of the story.
    """
    shared = _figures(ranked) & _figures(chosen)
    if len(shared) > 1 or (shared and overlaps(ranked.vector, chosen.vector, MIN_FIGURE_OVERLAP)):
        return True
    same_news = (
        ranked.article.outlet != chosen.article.outlet
        and _central_overlap(ranked, chosen, story_centroid) >= MIN_CENTRAL_OVERLAP
    )
    return same_news or overlaps(ranked.vector, chosen.vector, MIN_OVERLAP)


def _figures(ranked: Ranked) -> set[Decimal]:
    found = (number.value for number in numbers(ranked.sentence.text))
    return {value for value in found if value > _SMALL and not _YEARS[0] <= value < _YEARS[1]}


def _central_overlap(a: Ranked, b: Ranked, story_centroid: Vector) -> float:
    """The share that two sentences have in common, each stem counted by how central it is to the story."""
    shorter = min(_central_weight(a.vector, story_centroid), _central_weight(b.vector, story_centroid))
    return _central_weight(a.vector.keys() & b.vector.keys(), story_centroid) / shorter if shorter else 1.0


def _central_weight(stems: Iterable[str], story_centroid: Vector) -> float:
    return sum(story_centroid.get(stem, 0.0) for stem in stems)
