"""How much each sentence of a story says of it.

TF-IDF vectors of the sentences, their sum as the centroid of the story (Radev and others, "Centroid-based
summarization of multiple documents", 2004), a prior for what stands early, a bonus for what several outlets report.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from digest.models import Article, Sentence, Story
from digest.summarise.vectors import Vector, centroid, cosine, vectors
from digest.text.words import stems

CENTRE, EARLY, SHARED = 0.5, 0.3, 0.2
"""What the three parts of a sentence's weight count.

Chosen on labelled single articles and on stories of several outlets, of which one outlet's report stood in for the
summary; around these values the scores are flat.
"""
OPENING = 10
"""Sentences over which the prior for what stands early falls to nothing."""
ECHO = 0.3
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
    middle = centroid(
        (vector, 1 / math.sqrt(sentence.number)) for vector, (_, _, sentence) in zip(found, rows, strict=True)
    )
    closeness = [cosine(vector, middle) for vector in found]
    top = max(closeness, default=0) or 1
    echoes = _echoes([article.outlet for _, article, _ in rows], found)
    return [
        Ranked(*row, vector, CENTRE * close / top + EARLY * _early(row[2]) + SHARED * echo)
        for row, vector, close, echo in zip(rows, found, closeness, echoes, strict=True)
    ]


def _early(sentence: Sentence) -> float:
    return max(0.0, 1 - (sentence.number - 1) / OPENING)


def _echoes(outlets: Sequence[str], found: Sequence[Vector]) -> list[float]:
    """The share of the other outlets that report what each sentence says."""
    others = len(set(outlets)) - 1
    if others < 1:
        return [0.0] * len(found)
    heard: list[set[str]] = [set() for _ in found]
    for i, vector in enumerate(found):
        for j in range(i):
            if outlets[i] != outlets[j] and cosine(vector, found[j]) >= ECHO:
                heard[i].add(outlets[j])
                heard[j].add(outlets[i])
    return [len(names) / others for names in heard]
