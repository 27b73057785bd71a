"""Figures of one story that count the same thing and cannot both be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from digest.curate.disagreements.counts import Count, differ
from digest.models import Disagreement, Side
from digest.text.tokens import stems

_MAX_RATIO = 5
"""Figures that are more times apart do not count the same thing."""
_OPENING = 12
"""Sentences that tell the event; what is further down is background."""
_SHARED, _PART = 2, 0.4
"""Content words that two sentences have in common around a counted noun, and their part of the shorter sentence."""
_SHARED_OF_SHARE, _PART_OF_SHARE = 3, 0.6
"""The same for money and percentages, which have no noun to say what they are of."""


def find_conflicting_figures(found: Sequence[Count]) -> Iterator[Disagreement]:
    """The disagreements among the figures of a story; each side names its outlets, the earliest side first."""
    pairs = [
        (one, other)
        for one, other in combinations(found, 2)
        if differ(one, other) and _of_one_kind(one, other) and _of_one_thing(one, other, found)
    ]
    for group in _grouped(pairs):
        yield _disagreement(group)


def _of_one_kind(one: Count, other: Count) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    return one.unit == other.unit and one.years == other.years and low > 0 and high <= _MAX_RATIO * low


def _of_one_thing(one: Count, other: Count, found: Sequence[Count]) -> bool:
    if one.article is other.article:
        return _of_two_parties(one, other)
    return one.outlet != other.outlet and _of_two_outlets(one, other, found)


def _of_two_parties(one: Count, other: Count) -> bool:
    """One article sets the figures of two parties side by side."""
    apart = one.party and other.party and not set(stems(one.party)) & set(stems(other.party))
    if not apart or other.at - one.at > 1:
        return False
    if one.fate and one.fate == other.fate:
        return one.noun == other.noun
    return other.direct and (one.direct or not (one.noun and other.noun) or one.noun == other.noun)


def _of_two_outlets(one: Count, other: Count, found: Sequence[Count]) -> bool:
    """Two outlets tell the same of what they count, and neither gives a second figure for it."""
    alike = (one.noun, one.fate) == (other.noun, other.fate) and (one.noun or one.unit)
    if not alike or max(one.at, other.at) > _OPENING:
        return False
    if one.names and other.names and not one.names & other.names:
        return False
    return _same_context(one, other) and all(_is_only(count, found) for count in (one, other))


def _same_context(one: Count, other: Count) -> bool:
    shared = len(one.context & other.context)
    if one.fate:
        return shared > 0
    fewest, part = (_SHARED, _PART) if one.noun else (_SHARED_OF_SHARE, _PART_OF_SHARE)
    return shared >= fewest and shared >= part * min(len(one.context), len(other.context))


def _is_only(count: Count, found: Sequence[Count]) -> bool:
    """Whether its article gives no other figure for the like."""
    kind = (count.article, count.noun, count.fate, count.unit)
    return not any(kind == (c.article, c.noun, c.fate, c.unit) and differ(count, c) for c in found)


def _grouped(pairs: Sequence[tuple[Count, Count]]) -> list[list[Count]]:
    """The pairs put together if they have a figure in common."""
    groups: list[list[Count]] = []
    for pair in pairs:
        values = {(count.value, count.unit) for count in pair}
        touching = [group for group in groups if values & {(c.value, c.unit) for c in group}]
        groups = [group for group in groups if group not in touching]
        groups.append(list(dict.fromkeys([*(c for group in touching for c in group), *pair])))
    return groups


def _disagreement(group: Sequence[Count]) -> Disagreement:
    about = next((count.about for count in group if count.noun), "") or group[0].about
    values = sorted(
        dict.fromkeys(c.value for c in group),
        key=lambda v: min(_published_at(c) for c in group if c.value == v),
    )
    return Disagreement("figure", about, tuple(_side(group, value) for value in values))


def _side(group: Sequence[Count], value: object) -> Side:
    """The outlets and sentences of one figure; a sentence that gives this figure alone comes first."""
    elsewhere = {count.sentence_id for count in group if count.value != value}
    own = sorted(
        (c for c in group if c.value == value), key=lambda c: (c.sentence_id in elsewhere, _published_at(c))
    )
    return Side(
        max((count.words for count in own), key=len),
        tuple(dict.fromkeys(count.outlet for count in own)),
        tuple(dict.fromkeys(count.sentence_id for count in own)),
    )


def _published_at(count: Count) -> tuple[float, int]:
    """When it was published, to the sentence."""
    published = count.article.published
    return (published.timestamp() if published else float("inf"), count.at)
