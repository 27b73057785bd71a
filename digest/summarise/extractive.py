"""The summariser without a model: sentences of the articles, chosen by what the whole story is about.

TF-IDF vectors of the sentences, their sum as the centroid of the story (Radev and others, "Centroid-based
summarization of multiple documents", 2004), a mild prior for what stands early, a bonus for what several outlets
report, and maximal marginal relevance against saying things twice (Carbonell and Goldstein, 1998).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from digest.models import Article, Claim, Draft, Kind, Pick, Sentence, Story
from digest.summarise.attribution import is_attributed, speaker
from digest.summarise.shorten import shorten
from digest.summarise.standalone import is_english, stands_alone
from digest.text.words import stems

CENTRE, EARLY, SHARED = 0.4, 0.4, 0.2
"""What the three parts of a sentence's weight count.

Chosen on labelled single articles and on stories of several outlets; around these values the scores are flat.
"""
NOVELTY = 0.3
"""How much a sentence loses for being like one already chosen (1 - lambda of MMR)."""
SAME = 0.55
"""Share of the shorter sentence's stems from which on two sentences say the same."""
ECHO = 0.3
"""Cosine from which on a sentence of another outlet reports the same."""
LONGEST_SHORTENED = 240
"""Characters of a point that is no sentence as it stands; a longer one is printed whole."""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Candidate:
    id: str
    article: Article
    sentence: Sentence
    vector: Vector

    @property
    def place(self) -> float:
        """1 for the first sentence of an article, falling towards 0."""
        return 1 / math.sqrt(self.sentence.number)

    @property
    def language(self) -> str:
        return self.article.language or "en"


def extract(pick: Pick, points: int) -> Draft:
    """At most ``points`` sentences of the story, each citing itself, the weightiest first.

    A sentence stays as it stands but for its dateline and a "However," in front.

    A story in which no sentence can stand alone gives a draft without claims.
    """
    candidates = _candidates(pick.story)
    chosen = _choose(candidates, _weights(candidates, pick.story), points)
    return Draft(tuple(_claim(candidate) for candidate in chosen))


def _candidates(story: Story) -> list[_Candidate]:
    """Every sentence with its vector and place; copies of another article's text say nothing new."""
    rows = [row for row in story.sentences() if row[1].url not in story.copies]
    bags = [Counter(stems(s.text, article.language or "en")) for _, article, s in rows]
    common = Counter(stem for bag in bags for stem in bag)
    rarity = {stem: math.log(1 + len(bags) / n) for stem, n in common.items()}
    return [
        _Candidate(id, article, sentence, _vector(bag, rarity))
        for (id, article, sentence), bag in zip(rows, bags, strict=True)  # noqa: A001 - the sentence's own id
    ]


def _vector(bag: Counter[str], rarity: Mapping[str, float]) -> Vector:
    raw = {stem: (1 + math.log(n)) * rarity[stem] for stem, n in bag.items()}
    length = math.sqrt(sum(weight * weight for weight in raw.values()))
    return {stem: weight / length for stem, weight in raw.items()} if length else {}


def _weights(candidates: Sequence[_Candidate], story: Story) -> dict[str, float]:
    """How much each sentence says of the story, from 0 to 1."""
    centroid = _centroid(candidates)
    closeness = {c.id: _cosine(c.vector, centroid) for c in candidates}
    top = max(closeness.values(), default=0) or 1
    others = max(1, len(story.outlets) - 1)
    return {
        c.id: CENTRE * closeness[c.id] / top + EARLY * c.place + SHARED * len(_echoes(c, candidates)) / others
        for c in candidates
    }


def _centroid(candidates: Sequence[_Candidate]) -> Vector:
    """What the story is about: early sentences say more of it than late ones."""
    centroid: Counter[str] = Counter()
    for candidate in candidates:
        centroid.update({stem: weight * candidate.place for stem, weight in candidate.vector.items()})
    return centroid


def _echoes(candidate: _Candidate, candidates: Sequence[_Candidate]) -> set[str]:
    """The other outlets that report what the sentence says."""
    return {
        c.article.outlet
        for c in candidates
        if c.article.outlet != candidate.article.outlet and _cosine(c.vector, candidate.vector) >= ECHO
    }


def _choose(candidates: Sequence[_Candidate], weights: Mapping[str, float], points: int) -> list[_Candidate]:
    """The best sentences that can be printed alone, none of which says what one before it says."""
    open_ = [c for c in candidates if _printed(c)]
    chosen: list[_Candidate] = []
    while open_ and len(chosen) < points:
        best = max(open_, key=lambda c: _marginal(c, chosen, weights))
        chosen.append(best)
        open_ = [c for c in open_ if c is not best and not _same(c.vector, best.vector)]
    return chosen


def _printed(candidate: _Candidate) -> str:
    """The sentence as a point, shortened where that is short enough; empty where it cannot stand alone.

    Other languages than English have no rules to check a shortened sentence by, so it is left whole.
    """
    text, first = candidate.sentence.text, candidate.sentence.number == 1
    short = shorten(text) if is_english(candidate.language) else text
    ways = (way for way in (short, text) if way == text or len(way) <= LONGEST_SHORTENED)
    return next((way for way in ways if stands_alone(way, candidate.language, first=first)), "")


def _marginal(candidate: _Candidate, chosen: Sequence[_Candidate], weights: Mapping[str, float]) -> float:
    likeness = max((_cosine(candidate.vector, c.vector) for c in chosen), default=0.0)
    return (1 - NOVELTY) * weights[candidate.id] - NOVELTY * likeness


def _same(a: Vector, b: Vector) -> bool:
    shorter = min(len(a), len(b))
    return shorter == 0 or len(a.keys() & b.keys()) >= SAME * shorter


def _cosine(a: Vector, b: Vector) -> float:
    if len(a) > len(b):
        a, b = b, a
    product = sum(weight * b[stem] for stem, weight in a.items() if stem in b)
    length = math.sqrt(sum(w * w for w in a.values()) * sum(w * w for w in b.values()))
    return product / length if length else 0.0


def _claim(candidate: _Candidate) -> Claim:
    text = _printed(candidate)
    said = is_attributed(text)
    kind: Kind = "opinion" if candidate.article.form == "opinion" else "claim" if said else "fact"
    return Claim(text, (candidate.id,), kind, speaker(text) if said else "")
