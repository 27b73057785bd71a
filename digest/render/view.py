"""What the templates are given: an edition, arranged for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from digest.models import Brief, Edition, Section, Source
from digest.settings import Block, Settings

WORDS_A_MINUTE = 220
"""A calm pace: adults read English prose at 238 words a minute (Brysbaert 2019), a little less on a phone."""
ALSO = 3
"""Headlines that stand beside the lead in "today in short"."""


@dataclass(frozen=True, slots=True)
class Made:
    """How the points came to be: how many in which way, and how many did not hold."""

    written: int
    """By the language model, at the first or second try."""
    quoted: int
    """Sentences of the sources as they stand."""
    dropped: int

    @property
    def points(self) -> int:
        return self.written + self.quoted


@dataclass(frozen=True, slots=True)
class View:
    """An edition arranged for reading. A story stands in one place only: lead, section or "in brief"."""

    edition: Edition
    settings: Settings
    blocks: tuple[Block, ...]
    """What is printed between masthead and footer, in this order."""
    lead: Brief | None
    lead_topic: str
    also: tuple[Brief, ...]
    """The stories next in weight, for "today in short"."""
    sections: tuple[Section, ...]
    in_brief: tuple[Brief, ...]
    """The stories that are told in a line each, the most important first."""
    shortened: int
    """How many of these stand there only because the e-mail would have been too long."""
    stories: int
    outlets: tuple[str, ...]
    """Names of all outlets that the edition rests on, in the order they appear."""
    leans: dict[str, str]
    """Where an outlet stands, for those of which the config says it."""
    minutes: int
    made: Made
    failures: tuple[tuple[str, int], ...]
    """Stages with the number of their problems."""
    web: str
    """Address of this edition in the archive; empty where the config names none."""
    unsubscribe: str
    """Address where the reader leaves; empty where the config names none."""
    preferences: str
    """Address where the reader changes what comes; empty where there is none."""


def view(edition: Edition, settings: Settings, shortened: int = 0) -> View:
    """Arrange an edition. The lead is the story with the highest score, the first of them in print.

    ``shortened`` stories more than configured are told in brief, those of the lowest rank.
    """
    briefs, look = edition.briefs, settings.look
    ranked = sorted(briefs, key=lambda brief: -brief.score)
    blocks = look.blocks if "in_brief" in look.blocks or not shortened else (*look.blocks, "in_brief")
    lead = ranked[0] if ranked else None
    count = shortened + (look.in_brief if "in_brief" in look.blocks else 0)
    in_brief = ranked[max(1, len(ranked) - count) :] if count else []
    apart = [*in_brief, *ranked[: "lead" in blocks]]
    return View(
        edition=edition,
        settings=settings,
        blocks=blocks,
        lead=lead,
        lead_topic=next((s.topic for s in edition.sections if lead in s.briefs), ""),
        also=tuple(ranked[1 : 1 + ALSO]),
        sections=_without(apart, edition.sections),
        in_brief=tuple(in_brief),
        shortened=shortened,
        stories=len(briefs),
        outlets=tuple(dict.fromkeys(a.outlet for b in briefs for a in b.articles)),
        leans={feed.name: feed.lean for feed in settings.feeds if feed.lean},
        minutes=_minutes(briefs),
        made=_made(briefs),
        failures=tuple(Counter(problem.stage for problem in edition.problems).items()),
        web=_web(edition, settings),
        unsubscribe=_unsubscribe(settings),
        preferences=settings.sender.preferences,
    )


def _without(apart: Sequence[Brief], sections: tuple[Section, ...]) -> tuple[Section, ...]:
    rest = (Section(s.topic, tuple(b for b in s.briefs if b not in apart)) for s in sections)
    return tuple(section for section in rest if section.briefs)


def _minutes(briefs: tuple[Brief, ...]) -> int:
    """Minutes of reading, at least one."""
    texts = [text for b in briefs for text in (b.headline, *(point.text for point in b.points))]
    words = sum(len(text.split()) for text in texts)
    return max(1, round(words / WORDS_A_MINUTE))


def _made(briefs: tuple[Brief, ...]) -> Made:
    ways = Counter(point.way for brief in briefs for point in brief.points)
    return Made(
        written=ways["model"] + ways["repaired"],
        quoted=ways["verbatim"] + ways["extractive"],
        dropped=sum(len(brief.dropped) for brief in briefs),
    )


def _web(edition: Edition, settings: Settings) -> str:
    address = settings.web.url
    return f"{address}/{edition.id}/" if address and not edition.sample else ""


def _unsubscribe(settings: Settings) -> str:
    sender = settings.sender
    if sender.unsubscribe or not sender.address:
        return sender.unsubscribe
    return f"mailto:{quote(sender.address, safe='@')}?subject=unsubscribe"


def witnesses(brief: Brief) -> tuple[Source, ...]:
    """An article of each outlet that reports independently, the lead first; wire copies are left out."""
    first: dict[str, Source] = {}
    for article in brief.articles:
        if article.url not in brief.copies:
            first.setdefault(article.outlet, article)
    return tuple(first.values())
