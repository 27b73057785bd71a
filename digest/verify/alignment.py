"""The alignment of a claim with the cited sentences: which of its words comes from which of theirs.

The cheapest path wins: reading on costs little, a jump back or into another sentence costs more.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from digest.models import Claim
from digest.verify.passage import Passage
from digest.verify.wording import Text, Word, read

_BACKWARD_JUMP = 3.0
_SENTENCE_JUMP = 4.0
_MAX_FORWARD_JUMP = 2.0
_MAX_POSITIONS = 50
"""Positions of one word that are considered. No prose has more in three sentences, and the search is quadratic in them."""

Position = tuple[int, int]
"""Number of the cited sentence and of the word in it, both from 0."""


@dataclass(frozen=True)
class Alignment:
    """A claim, its passage, and for each word of the claim the position in the passage that it comes from."""

    claim: Claim
    passage: Passage
    text: Text
    sources: tuple[Text, ...]
    positions: tuple[Position | None, ...]

    def source(self, index: int) -> Word | None:
        """The word of the passage behind the word of the claim with that index."""
        position = self.positions[index]
        return self.sources[position[0]].words[position[1]] if position else None

    @cached_property
    def index(self) -> dict[Position, int]:
        """The other way round: which word of the claim comes from a position."""
        return {position: i for i, position in enumerate(self.positions) if position}

    @cached_property
    def content(self) -> tuple[int, ...]:
        """Indices of the claim's content words."""
        return tuple(i for i, word in enumerate(self.text.words) if not word.is_function_word)


def align(claim: Claim, passage: Passage) -> Alignment:
    """Align the words of a claim with the passage; a word that the passage lacks has no position."""
    text, sources = read(claim.text), passage.read
    return Alignment(claim, passage, text, sources, _cheapest_path(text, sources))


def _cheapest_path(text: Text, sources: tuple[Text, ...]) -> tuple[Position | None, ...]:
    """Viterbi search: the sequence of positions with the least sum of jump costs."""
    positions_of: dict[str, list[Position]] = defaultdict(list)
    for s, source in enumerate(sources):
        for w, word in enumerate(source.words):
            if len(positions_of[word.stem]) < _MAX_POSITIONS:
                positions_of[word.stem].append((s, w))
    best: dict[Position | None, tuple[float, tuple[Position | None, ...]]] = {None: (0.0, ())}
    for word in text.words:
        candidates = positions_of.get(word.stem, [])
        if not candidates:
            best = {position: (cost, (*path, None)) for position, (cost, path) in best.items()}
            continue
        best = {
            position: min(
                (
                    (cost + _jump_cost(before, position, free=word.is_function_word), (*path, position))
                    for before, (cost, path) in best.items()
                ),
                key=lambda option: option[0],
            )
            for position in candidates
        }
    return min(best.values(), key=lambda option: option[0])[1]


def _jump_cost(before: Position | None, position: Position, *, free: bool) -> float:
    """The cost of reading on from one position to another; function words count less."""
    if before is None:
        return 0.0
    weight = 0.3 if free else 1.0
    if before[0] != position[0]:
        return weight * _SENTENCE_JUMP
    gap = position[1] - before[1]
    return weight * (
        min((gap - 1) * 0.1, _MAX_FORWARD_JUMP) if gap > 0 else _BACKWARD_JUMP + min(-gap * 0.01, 1.0)
    )
