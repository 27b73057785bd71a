"""What is printed: briefs in sections, an edition, and the e-mail made of it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Literal

from digest.models.claims import KeyPoint, Rejected, Usage
from digest.models.news import PageType, Problem
from digest.models.selection import Correction, EarlierCoverage, RunnerUp, ScorePart

ApprovalState = Literal["open", "held", "approved"]
"""What was decided about an edition before it goes out: nothing yet, that it stays, that it may go."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is printed of an article: enough to name it and to open it."""

    url: str
    outlet: str
    title: str
    published: datetime | None = None
    language: str = ""
    form: PageType = "article"


@dataclass(frozen=True, slots=True)
class Contrast:
    """A disagreement as printed: what it is about, and a point for each side."""

    about: str
    points: tuple[KeyPoint, ...]


@dataclass(frozen=True, slots=True)
class UpcomingEvent:
    """Something still to come that a source names: the day, the sentence that says so, the story it is from."""

    date: date
    point: KeyPoint
    story_id: str


@dataclass(frozen=True, slots=True)
class Brief:
    """One story as printed."""

    story_id: str
    headline: str
    articles: tuple[Source, ...]
    points: tuple[KeyPoint, ...]
    copies: tuple[str, ...] = ()
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    told: EarlierCoverage | None = None
    dropped: tuple[Rejected, ...] = ()
    standfirst: KeyPoint | None = None
    """The story in a line, checked like every point."""
    contrasts: tuple[Contrast, ...] = ()
    storyline: str = ""
    corrections: tuple[Correction, ...] = ()
    parts: tuple[ScorePart, ...] = ()
    """What the score is made of."""
    edited: bool = False
    """Whether an editor wrote the headline."""
    also_fits: tuple[str, ...] = ()
    """Topics beside that of its section that the story fits, the best first."""


@dataclass(frozen=True, slots=True)
class Section:
    """The briefs of one topic, the most important first."""

    topic: str
    briefs: tuple[Brief, ...]


@dataclass(frozen=True, slots=True)
class WritingYield:
    """What became of the points that a model proposed, and of its headlines and standfirsts."""

    proposed: int = 0
    as_written: int = 0
    close: int = 0
    """In the words of their citations, the other wording that is asked for."""
    repaired: int = 0
    sentences: int = 0
    """Cited sentences in the place of points that did not hold."""
    dropped: int = 0
    lines_proposed: int = 0
    """Headlines and standfirsts."""
    lines_printed: int = 0

    @property
    def held(self) -> int:
        """Points that are printed in words of the model."""
        return self.as_written + self.close + self.repaired

    def __add__(self, other: WritingYield) -> WritingYield:
        return WritingYield(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@dataclass(frozen=True, slots=True)
class Edition:
    """A day's briefs by topic, with its problems and what it cost. Complete: nothing else is needed to print it."""

    id: str
    date: date
    """The day in the reader's own time zone."""
    made_at: datetime
    title: str
    sections: tuple[Section, ...]
    language: str = "en"
    summariser: str = ""
    """The model that wrote the points; empty if no model was used."""
    sample: bool = False
    """Whether it was made from the bundled sample day: it can be shown and never sent."""
    problems: tuple[Problem, ...] = ()
    usage: Usage = field(default_factory=Usage)
    written: WritingYield = field(default_factory=WritingYield)
    """What became of what a model wrote."""
    number: int = 0
    """Which edition of this digest it is, counted from 1; 0 if it was not counted."""
    ahead: tuple[UpcomingEvent, ...] = ()
    """What is still to come, the next day first."""
    figure: KeyPoint | None = None
    """The number of the day."""
    quotation: KeyPoint | None = None
    """The quotation of the day."""
    missed: tuple[RunnerUp, ...] = ()
    """Stories that narrowly stayed out, the closest first."""
    lead: str = ""
    """The story that an editor put first; empty if the one of the highest score leads."""

    @property
    def briefs(self) -> tuple[Brief, ...]:
        return tuple(brief for section in self.sections for brief in section.briefs)

    @property
    def leading(self) -> Brief | None:
        """The story that leads: the editor's choice, or the one with the highest score, the first in print."""
        return next(iter(self.ranked), None)

    @property
    def ranked(self) -> tuple[Brief, ...]:
        """The stories by rank: the one that leads, then by their scores, equals in the order of print."""
        return tuple(sorted(self.briefs, key=lambda brief: (brief.story_id != self.lead, -brief.score)))


@dataclass(frozen=True, slots=True)
class Email:
    """One message before it is addressed; ``html`` and ``text`` say the same."""

    subject: str
    preheader: str
    html: str
    text: str
