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

_MAX_FORWARD_JUMP, _BACKWARD_JUMP, _SENTENCE_JUMP = 2.0, 3.0, 4.0
"""What jumps cost. Their order matters and not their size: ahead, however far, before back before another sentence."""
_PER_WORD_AHEAD, _PER_WORD_BACK = 0.1, 0.01
"""What each word that is passed over adds to the cost."""
_FUNCTION_WORD_WEIGHT = 0.3
"""Share of a jump's cost that counts at a function word: it may come from anywhere."""
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
    # One path for each position of the last aligned word is enough: the cost of what follows depends on that alone.
    best: dict[Position | None, tuple[float, tuple[Position | None, ...]]] = {None: (0.0, ())}
    for word in text.words:
        candidates = positions_of.get(word.stem, [])
        if not candidates:
            best = {position: (cost, (*path, None)) for position, (cost, path) in best.items()}
            continue
        best = {
            position: min(
                (
                    (
                        cost + _jump_cost(before, position, is_function_word=word.is_function_word),
                        (*path, position),
                    )
                    for before, (cost, path) in best.items()
                ),
                key=lambda option: option[0],
            )
            for position in candidates
        }
    return min(best.values(), key=lambda option: option[0])[1]


def _jump_cost(before: Position | None, position: Position, *, is_function_word: bool) -> float:
    """The cost of reading on from one position to another; function words count less."""
    if before is None:
        return 0.0
    weight = _FUNCTION_WORD_WEIGHT if is_function_word else 1.0
    if before[0] != position[0]:
        return weight * _SENTENCE_JUMP
    gap = position[1] - before[1]
    if gap > 0:
        return weight * min((gap - 1) * _PER_WORD_AHEAD, _MAX_FORWARD_JUMP)
    # The way back counts a little too, so that of two places behind the nearer one is taken.
    return weight * (_BACKWARD_JUMP + min(-gap * _PER_WORD_BACK, 1.0))
