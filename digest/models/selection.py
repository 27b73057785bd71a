"""What is chosen of the day: topics, picks, and earlier coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from digest.models.news import Story


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject that the reader asked for. ``words`` may be phrases; ``exclude`` rules a story out."""

    name: str
    words: tuple[str, ...]
    exclude: tuple[str, ...] = ()
    max: int = 4
    weight: float = 1.0
    sources: tuple[str, ...] = ()
    """Names of outlets whose stories alone may enter; empty means all."""
    any_subject: bool = False
    """Whether stories that are not politics (sport, celebrity) may enter."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether a story is about a topic, asked if the reader's words leave it open."""

    story_id: str
    topic: str
    words: tuple[str, ...]
    """What the reader wrote for the topic."""
    headline: str
    opening: str
    """The first words of the story."""


Answers = Mapping[tuple[str, str], bool]
"""Whether a story, by its id, is about a topic, by its name; what is not in it was not answered."""


@dataclass(frozen=True, slots=True)
class EarlierCoverage:
    """What an earlier edition printed of a story."""

    edition_id: str
    date: date
    story_id: str
    headline: str
    urls: tuple[str, ...]
    points: tuple[str, ...]
    storyline: str = ""
    """Label of the storyline that it belonged to."""
    corrections: tuple[str, ...] = ()
    """What it printed of corrections, so that none is printed twice."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a disagreement says: the telling words, who prints them, the sentences that hold them."""

    words: str
    outlets: tuple[str, ...]
    sentence_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Outlets that give different figures for one thing, or parties that claim the opposite. Nobody is judged."""

    kind: Literal["figure", "claim"]
    about: str
    """What it is about, in the words of the sources: "people killed"."""
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What an outlet put right in an article that an earlier edition rested on, word for word."""

    text: str
    url: str
    outlet: str
    edition_id: str
    """The edition that printed the story before."""


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A part of a score: how the story did in it, from 0 to 1, and which share of the score it makes."""

    name: str
    value: float
    share: float


@dataclass(frozen=True, slots=True)
class Pick:
    """A story chosen for this edition, and why."""

    story: Story
    topic: str
    score: float
    reasons: tuple[str, ...] = ()
    earlier: EarlierCoverage | None = None
    storyline: str = ""
    """Label of the storyline that this event belongs to; picks of one storyline share it."""
    disagreements: tuple[Disagreement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    parts: tuple[ScorePart, ...] = ()
    """What the score is made of, in the order of their shares."""
    also_fits: tuple[str, ...] = ()
    """Other topics that the story fits, the best first: readers of these alone get it too."""


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """A story that could have been printed and is not, and why."""

    headline: str
    topic: str
    outlets: tuple[str, ...]
    score: float
    why: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selection:
    """What curation chose, in the order of print, and the runners-up, the closest first."""

    picks: tuple[Pick, ...]
    runners_up: tuple[RunnerUp, ...] = ()
