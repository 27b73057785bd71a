"""Places of a text that are taken, so that no two readings of it overlap."""

from __future__ import annotations

from bisect import bisect_left, insort


class Spans:
    """Half-open ranges ``start:end`` that do not overlap; looking one up takes the logarithm of their number."""

    def __init__(self) -> None:
        self._taken: list[tuple[int, int]] = []

    def take(self, start: int, end: int) -> bool:
        """Whether the range was still free; if so, it is taken from now on."""
        if self.overlaps(start, end):
            return False
        insort(self._taken, (start, end))
        return True

    def overlaps(self, start: int, end: int) -> bool:
        """Whether anything that is taken has a character in the range."""
        at = bisect_left(self._taken, (end, end))
        return at > 0 and self._taken[at - 1][1] > start
