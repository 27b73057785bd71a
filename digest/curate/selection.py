"""The stories of an edition out of those that could be in it: the best first, and not one thing over and over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.models import Pick, RunnerUp, Selection, Topic
from digest.settings import SHARES, EditionSettings

_MAX_RUNNERS_UP = 5
"""Most runners-up that are kept, to say what narrowly missed."""
_MAX_PER_STORYLINE = 3
"""Most stories of one storyline in an edition."""
_SAME_TOPIC, _SAME_OUTLET, _SAME_STORYLINE = 0.01, 0.03, 0.06
"""What a story loses for each one that is in: of its topic, of the only outlet that reports it, of its storyline."""


@dataclass(frozen=True, slots=True)
class RankedCandidate:
    """A story that may be printed: a pick for each topic that it fits, best first, and whether anything in it is new."""

    picks: tuple[Pick, ...]
    is_new: bool

    @property
    def best(self) -> Pick:
        return self.picks[0]


@dataclass(slots=True)
class _EditionChoice:
    """What is chosen so far, and the room that is left."""

    settings: EditionSettings
    room: dict[str, int]
    picks: list[Pick] = field(default_factory=list)
    topics: Counter[str] = field(default_factory=Counter)
    sole_outlets: Counter[str] = field(default_factory=Counter)
    storylines: Counter[str] = field(default_factory=Counter)

    def take(self, pick: Pick) -> None:
        self.picks.append(pick)
        self.room[pick.topic] -= 1
        self.topics[pick.topic] += 1
        self.sole_outlets.update(_only_outlet(pick))
        self.storylines.update([pick.storyline] if pick.storyline else [])

    def pick_with_room(self, candidate: RankedCandidate) -> Pick | None:
        """The story under the best of its topics that has room."""
        return next((pick for pick in candidate.picks if self.room[pick.topic] > 0), None)

    def value(self, pick: Pick) -> float:
        """The score less what the story repeats of what is in."""
        repeats = (
            _SAME_TOPIC * self.topics[pick.topic]
            + _SAME_OUTLET * sum(self.sole_outlets[outlet] for outlet in _only_outlet(pick))
            + _SAME_STORYLINE * (self.storylines[pick.storyline] if pick.storyline else 0)
        )
        return pick.score - SHARES[self.settings.ranking.variety] * repeats

    def exclusion_reason(self, candidate: RankedCandidate) -> str:
        """Why the story stays out; empty if it may be printed."""
        best = candidate.best
        if not candidate.is_new and best.earlier:
            return f"told in the edition of {best.earlier.date}, and nothing is new since"
        if len(self.picks) >= self.settings.stories:
            return f"the edition is full: edition.stories is {self.settings.stories}"
        if best.storyline and self.storylines[best.storyline] >= _MAX_PER_STORYLINE:
            return f"{_MAX_PER_STORYLINE} stories of {best.storyline} are in already"
        return "" if self.pick_with_room(candidate) else f"the section {best.topic} is full"


def choose(
    candidates: Sequence[RankedCandidate], wanted: Sequence[Topic], settings: EditionSettings
) -> Selection:
    """Choose until the edition is full: at each step the story that is worth most beside those that are in.

    A story with something corrected comes before all others. The picks stand by topic in the order of the config, those
    of one storyline together.
    """
    left = sorted((c for c in candidates if c.picks), key=lambda c: (-c.best.score, c.best.story.id))
    choice = _EditionChoice(settings, {topic.name: topic.max for topic in wanted})
    excluded: list[RunnerUp] = []
    while left:
        candidate = max(left, key=lambda c: _choice_key(c, choice))
        left.remove(candidate)
        if why := choice.exclusion_reason(candidate):
            excluded.append(runner_up(candidate.best, why))
        elif pick := choice.pick_with_room(candidate):
            choice.take(pick)
        if len(choice.picks) >= settings.stories and len(excluded) >= _MAX_RUNNERS_UP:
            break
    return Selection(_print_order(choice.picks, wanted), tuple(excluded[:_MAX_RUNNERS_UP]))


def _choice_key(candidate: RankedCandidate, choice: _EditionChoice) -> tuple[bool, float]:
    return bool(candidate.best.corrections), choice.value(choice.pick_with_room(candidate) or candidate.best)


def _print_order(picks: Sequence[Pick], wanted: Sequence[Topic]) -> tuple[Pick, ...]:
    """By topic; in a topic what is corrected first, then by score, each storyline at the place of its best story."""
    place = {topic.name: i for i, topic in enumerate(wanted)}
    rank = {pick.story.id: (not pick.corrections, -pick.score, pick.story.id) for pick in picks}
    first: dict[tuple[str, str], tuple[bool, float, str]] = {}
    for pick in picks:
        key = (pick.topic, pick.storyline or pick.story.id)
        first[key] = min(first.get(key, rank[pick.story.id]), rank[pick.story.id])
    return tuple(
        sorted(
            picks,
            key=lambda p: (place[p.topic], first[p.topic, p.storyline or p.story.id], rank[p.story.id]),
        )
    )


def _only_outlet(pick: Pick) -> list[str]:
    """The outlet that alone reports the story; nothing if there are several."""
    outlets = pick.story.outlets
    return [*outlets] if len(outlets) == 1 else []


def runner_up(pick: Pick, why: str) -> RunnerUp:
    """The story as one that is not printed, and why."""
    return RunnerUp(pick.story.lead.title, pick.topic, pick.story.outlets, pick.score, why, pick.reasons)
