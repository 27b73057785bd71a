"""Which word of a claim goes back to which word of the cited sentences.

The path that stays closest together wins: reading on is cheap, going back or into another sentence is not.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from digest.models import Claim
from digest.verify.passage import Passage
from digest.verify.wording import Text, Word, read

_BACK = 3.0
_ELSEWHERE = 4.0
_FARTHEST = 2.0
_MOST_PLACES = 50
"""Places of one word that are looked at. No prose has more in three sentences, and the search is quadratic in them."""

Place = tuple[int, int]
"""Number of the cited sentence and of the word in it, both from 0."""


@dataclass(frozen=True)
class Trace:
    """A claim, its passage, and for each word of the claim the place it goes back to."""

    claim: Claim
    passage: Passage
    text: Text
    sources: tuple[Text, ...]
    places: tuple[Place | None, ...]

    def source(self, index: int) -> Word | None:
        """The word of the passage behind the word of the claim with that index."""
        place = self.places[index]
        return self.sources[place[0]].words[place[1]] if place else None

    @cached_property
    def index(self) -> dict[Place, int]:
        """The other way round: the word of the claim that goes back to a place."""
        return {place: i for i, place in enumerate(self.places) if place}

    @cached_property
    def content(self) -> tuple[int, ...]:
        """Indices of the claim's words that are not free."""
        return tuple(i for i, word in enumerate(self.text.words) if not word.free)


def trace(claim: Claim, passage: Passage) -> Trace:
    """Trace the words of a claim; a word that stands nowhere in the passage has no place."""
    text, sources = read(claim.text), passage.read
    return Trace(claim, passage, text, sources, _places(text, sources))


def _places(text: Text, sources: tuple[Text, ...]) -> tuple[Place | None, ...]:
    """Viterbi search over the candidates of each word, after the cheapest way from the word before."""
    where: dict[str, list[Place]] = defaultdict(list)
    for s, source in enumerate(sources):
        for w, word in enumerate(source.words):
            if len(where[word.stem]) < _MOST_PLACES:
                where[word.stem].append((s, w))
    best: dict[Place | None, tuple[float, tuple[Place | None, ...]]] = {None: (0.0, ())}
    for word in text.words:
        candidates = where.get(word.stem, [])
        if not candidates:
            best = {place: (cost, (*path, None)) for place, (cost, path) in best.items()}
            continue
        best = {
            place: min(
                (
                    (cost + _step(before, place, free=word.free), (*path, place))
                    for before, (cost, path) in best.items()
                ),
                key=lambda option: option[0],
            )
            for place in candidates
        }
    return min(best.values(), key=lambda option: option[0])[1]


def _step(before: Place | None, place: Place, *, free: bool) -> float:
    """What it costs to go on from one place to another; free words pull less."""
    if before is None:
        return 0.0
    weight = 0.3 if free else 1.0
    if before[0] != place[0]:
        return weight * _ELSEWHERE
    gap = place[1] - before[1]
    return weight * (min((gap - 1) * 0.1, _FARTHEST) if gap > 0 else _BACK + min(-gap * 0.01, 1.0))
