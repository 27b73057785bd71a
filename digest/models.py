"""The nouns of the program: immutable values that the stages hand to each other.

Datetimes are aware and in UTC. Scores run from 0 to 1, higher is better. Offsets count code points,
the end is exclusive. Collections are tuples, so that every value can be compared and hashed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Form = Literal["article", "feed", "stub", "live_blog", "round_up", "gallery", "video", "opinion"]
"""What a page turned out to be. ``feed`` and ``stub`` have only what the feed itself said."""

Kind = Literal["fact", "claim", "opinion"]
Way = Literal["model", "repaired", "verbatim", "extractive"]
"""How a key point came to be: the model's words, its second try, the cited sentence, no model at all."""

DeliveryState = Literal[
    "pending", "claimed", "inflight", "sent", "deferred", "failed", "suppressed", "uncertain"
]


@dataclass(frozen=True, slots=True)
class Problem:
    """An expected failure, told and survived: one feed, one page, one claim, one address."""

    stage: str
    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Window:
    """The span of time that an edition covers; ``start`` is exclusive, ``end`` inclusive."""

    start: datetime
    end: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.start < moment <= self.end


@dataclass(frozen=True, slots=True)
class Feed:
    """A source in the config. ``weight`` multiplies what its report counts; 1 is ordinary."""

    url: str
    outlet: str
    weight: float = 1.0
    lean: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one item. All text is plain: markup is removed, entities are resolved."""

    feed: Feed
    url: str
    title: str
    published: datetime | None = None
    updated: datetime | None = None
    summary: str = ""
    content: str = ""
    """The full text where the feed carries it, a paragraph a line."""
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str = ""
    position: int = 0
    """Place in the feed, 0 is the top."""

    @property
    def outlet(self) -> str:
        return self.feed.outlet


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: ``article.text[start:end] == text``. Numbers start at 1."""

    number: int
    start: int
    end: int
    text: str
    paragraph: int = 0


@dataclass(frozen=True, slots=True)
class Article:
    """An entry and the text behind it, a paragraph a line, split into numbered sentences."""

    entry: Entry
    url: str
    """The address to print: canonical, without tracking parameters."""
    title: str
    text: str
    sentences: tuple[Sentence, ...]
    form: Form = "article"
    standfirst: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""
    section: str = ""
    image: str = ""
    corrections: tuple[str, ...] = ()

    @property
    def outlet(self) -> str:
        return self.entry.outlet

    @property
    def feed(self) -> Feed:
        return self.entry.feed


SENTENCE_ID = re.compile(r"A([1-9][0-9]{0,3})\.S([1-9][0-9]{0,4})")


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event, the lead article first; its sentences are called ``A1.S7``."""

    id: str
    articles: tuple[Article, ...]
    copies: tuple[str, ...] = ()
    """Addresses of articles that repeat another one's text: a wire copy is no second witness."""

    @property
    def lead(self) -> Article:
        return self.articles[0]

    @property
    def outlets(self) -> tuple[str, ...]:
        """Names of the outlets that report independently, in the order of their articles."""
        names = (a.outlet for a in self.articles if a.url not in self.copies)
        return tuple(dict.fromkeys(names))

    def sentences(self) -> Iterator[tuple[str, Article, Sentence]]:
        """Every sentence with its id, article by article."""
        for a, article in enumerate(self.articles, 1):
            for sentence in article.sentences:
                yield f"A{a}.S{sentence.number}", article, sentence

    def find(self, sentence_id: str) -> tuple[Article, Sentence] | None:
        """The sentence of that id, or None where there is none."""
        match = SENTENCE_ID.fullmatch(sentence_id)
        if not match or int(match[1]) > len(self.articles):
            return None
        article = self.articles[int(match[1]) - 1]
        number = int(match[2])
        return next(((article, s) for s in article.sentences if s.number == number), None)


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
    """Whether stories that are no politics (sport, celebrity) may enter."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an earlier edition told of a story."""

    edition: str
    date: date
    story: str
    headline: str
    urls: tuple[str, ...]
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """A story chosen for this edition, and why."""

    story: Story
    topic: str
    score: float
    reasons: tuple[str, ...] = ()
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Selection:
    """What curation chose, in the order of print, and what narrowly missed, the closest first."""

    picks: tuple[Pick, ...]
    missed: tuple[Pick, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What a summariser says. Untrusted: only ``verify`` turns it into something to print."""

    text: str
    cites: tuple[str, ...]
    kind: Kind = "fact"
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Why a check objects to a claim: the name of the check, the offending words, the explanation."""

    check: str
    words: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A claim that did not pass, with what the checks found."""

    claim: Claim
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification made of some claims: points to print, and claims that did not pass."""

    points: tuple[KeyPoint, ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact passage behind a point: ``article.text[start:end] == quote``."""

    url: str
    outlet: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """A claim that passed. Made only in ``verify``: a test reads the source for other makers."""

    text: str
    evidence: tuple[Evidence, ...]
    kind: Kind = "fact"
    speaker: str = ""
    way: Way = "extractive"
    findings: tuple[Finding, ...] = ()
    """What was found in earlier tries, for a point that was repaired or fell back to the sentence."""

    def __post_init__(self) -> None:
        if not self.text or not self.evidence:
            raise ValueError("a key point needs a text and the passage it rests on")


@dataclass(frozen=True, slots=True)
class Usage:
    """What something cost. ``cost`` is in US dollars, None where the price is not known."""

    calls: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    completion_tokens: int = 0
    cost: float | None = None
    requests: int = 0
    pages: int = 0
    bytes: int = 0
    seconds: tuple[tuple[str, float], ...] = ()
    """Seconds of each stage, in the order they ran."""

    def __add__(self, other: Usage) -> Usage:
        costs = [c for c in (self.cost, other.cost) if c is not None]
        return Usage(
            calls=self.calls + other.calls,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cost=sum(costs) if costs else None,
            requests=self.requests + other.requests,
            pages=self.pages + other.pages,
            bytes=self.bytes + other.bytes,
            seconds=self.seconds + other.seconds,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """A summariser's answer for one story: claims in the order of their weight, and what it cost."""

    claims: tuple[Claim, ...]
    headline: Claim | None = None
    usage: Usage = field(default_factory=Usage)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What is printed of an article: enough to name it and to open it."""

    url: str
    outlet: str
    title: str
    published: datetime | None = None
    language: str = ""
    form: Form = "article"


@dataclass(frozen=True, slots=True)
class Brief:
    """One story as printed."""

    story: str
    headline: str
    articles: tuple[Source, ...]
    points: tuple[KeyPoint, ...]
    copies: tuple[str, ...] = ()
    score: float = 0.0
    reasons: tuple[str, ...] = ()
    told: Told | None = None
    dropped: tuple[Rejected, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """The briefs of one topic, the most important first."""

    topic: str
    briefs: tuple[Brief, ...]


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
    """The model that wrote the points; empty where no model was used."""
    sample: bool = False
    """Whether it was made from the bundled sample day: it can be shown and never sent."""
    problems: tuple[Problem, ...] = ()
    usage: Usage = field(default_factory=Usage)

    @property
    def briefs(self) -> tuple[Brief, ...]:
        return tuple(brief for section in self.sections for brief in section.briefs)


@dataclass(frozen=True, slots=True)
class Email:
    """One message before it is addressed; ``html`` and ``text`` say the same."""

    subject: str
    preheader: str
    html: str
    text: str


@dataclass(frozen=True, slots=True)
class Subscriber:
    """Somebody who asked for the digest."""

    address: str
    since: datetime
    active: bool = True


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one copy: an edition for one address, with the relay's last word."""

    edition: str
    address: str
    state: DeliveryState
    message_id: str
    attempts: int = 0
    reply: str = ""
    at: datetime | None = None
    due: datetime | None = None
    """When it may be tried next, for a copy that is pending or deferred."""
