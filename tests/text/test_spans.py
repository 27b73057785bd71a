from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digest.text.spans import Spans


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9))))
def test_a_range_is_taken_exactly_if_no_character_of_it_was(ranges: list[tuple[int, int]]) -> None:
    spans, taken = Spans(), set[int]()
    for start, length in ranges:
        characters = set(range(start, start + length))
        free = not characters & taken

        assert (not free, free) == (spans.overlaps(start, start + length), spans.take(start, start + length))
        taken |= characters if free else set()
