"""What the templates are given: an edition, arranged for reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from digest.models import Brief, Correction, Edition, KeyPoint, Section, Source, UpcomingEvent
from digest.render.tiers import in_a_line, in_tiers
from digest.settings import Block, FeedSettings, Settings
from digest.text import reading_time
from digest.text.numbers import key_figure
from digest.text.quotes import opening_quotation

MAX_ALSO = 3
"""Headlines that stand beside the lead in "today in short"."""


@dataclass(frozen=True, slots=True)
class PointCounts:
    """How the points came to be: how many in which way, and how many did not hold."""

    written: int
    """By the language model, at the first or second try."""
    quoted: int
    """Sentences of the sources as they stand."""
    dropped: int
    points: int
    edited: int
    """Points and headlines in an editor's words."""


@dataclass(frozen=True, slots=True)
class Highlight:
    """A point that is printed large, in two parts: the number and its sentence, the words and who spoke them."""

    large: str
    small: str
    point: KeyPoint


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
    """The stories that get a line each, the most important first."""
    shortened: int
    """How many of these stand there only because the e-mail would have been too long."""
    ahead: tuple[UpcomingEvent, ...]
    """What is still to come in these stories, the next day first."""
    figure: Highlight | None
    """The number of the day and its sentence."""
    quotation: Highlight | None
    """The quotation of the day and who said it."""
    corrections: tuple[tuple[Brief, Correction], ...]
    """What outlets put right since an earlier edition, with the story that it belongs to."""
    stories: int
    outlets: tuple[str, ...]
    """Names of all outlets that the edition rests on, in the order they appear."""
    coverages: dict[str, Coverage]
    """Who reports a story, by the story's id."""
    headlines: dict[str, str]
    """Headlines by the id of their story: what is to come says which story it belongs to."""
    kickers: dict[str, str]
    """The storyline of a story, by the story's id, if other stories of the edition share it."""
    languages: dict[str, str]
    """The language of an article by its address, if it is not that of the edition."""
    minutes: int
    made: PointCounts
    incomplete: bool
    """Whether sources could not be read, so that reports may be missing."""
    archive: str
    """Address of the archive without a slash at its end; empty if the config names none."""
    web: str
    """Address of this edition in the archive; empty if the config names none."""
    unsubscribe: str
    """Address where the reader leaves; empty if the config names none."""
    preferences: str
    """Address where the reader changes what comes; empty if there is none."""

    def earlier(self, edition: str, story: str = "") -> str:
        """Address of an earlier edition in the archive, at that story; empty if the config names none."""
        return f"{self.archive}/{edition}/{f'#{story}' if story else ''}" if self.archive else ""


def view(edition: Edition, settings: Settings, shortened: int = 0) -> View:
    """Arrange an edition. The lead is the editor's choice, or the story with the highest score, the first in print.

    ``shortened`` stories more than configured are told in brief, those of the lowest rank; with the style "brief" all
    but the lead and the five behind it are.
    """
    short = settings.edition.style == "brief"
    edition = in_tiers(edition) if short else edition
    briefs, look = edition.briefs, settings.look
    lines = max(look.in_brief if "in_brief" in look.blocks else 0, in_a_line(edition) if short else 0)
    ranked = edition.ranked
    count = shortened + lines
    blocks = look.blocks if "in_brief" in look.blocks or not count else (*look.blocks, "in_brief")
    lead = edition.leading
    in_brief = ranked[max(1, len(ranked) - count) :] if count else []
    printed_elsewhere = [*in_brief, *ranked[: "lead" in blocks]]
    archive = "" if edition.sample else settings.web.url
    return View(
        edition=edition,
        settings=settings,
        blocks=blocks,
        lead=lead,
        lead_topic=next((s.topic for s in edition.sections if lead in s.briefs), ""),
        also=tuple(ranked[1 : 1 + MAX_ALSO]),
        sections=_remaining(printed_elsewhere, edition.sections),
        in_brief=tuple(in_brief),
        shortened=shortened,
        ahead=tuple(event for event in edition.ahead if event.story_id in {b.story_id for b in briefs}),
        figure=_number_of_day(edition),
        quotation=_quotation_of_day(edition),
        corrections=tuple((brief, correction) for brief in briefs for correction in brief.corrections),
        stories=len(briefs),
        outlets=tuple(dict.fromkeys(a.outlet for b in briefs for a in b.articles)),
        coverages={brief.story_id: coverage(brief, settings.feeds) for brief in briefs},
        headlines={brief.story_id: brief.headline for brief in briefs},
        kickers=_kickers(briefs),
        languages=_languages(edition),
        minutes=_minutes(edition),
        made=_point_counts(edition),
        incomplete=any(problem.missing for problem in edition.problems),
        archive=archive,
        web=f"{archive}/{edition.id}/" if archive else "",
        unsubscribe=_unsubscribe(settings),
        preferences=settings.sender.preferences,
    )


def _remaining(printed_elsewhere: Sequence[Brief], sections: tuple[Section, ...]) -> tuple[Section, ...]:
    ids = {id(brief) for brief in printed_elsewhere}
    rest = (Section(s.topic, tuple(b for b in s.briefs if id(b) not in ids)) for s in sections)
    return tuple(section for section in rest if section.briefs)


def _number_of_day(edition: Edition) -> Highlight | None:
    """The number apart from its sentence, which is printed whole."""
    point = edition.figure
    number = key_figure(point.text) if point else None
    if point is None or number is None or not _is_in_edition(point, edition):
        return None
    return Highlight(point.text[number.start : number.end].strip(), point.text, point)


def _quotation_of_day(edition: Edition) -> Highlight | None:
    """The sentence in two parts, the quoted words and what is left: "said ...", as the source has it."""
    point = edition.quotation
    if point is None or not _is_in_edition(point, edition):
        return None
    words, speaker = opening_quotation(point.text)
    return Highlight(words, speaker, point)


def _is_in_edition(point: KeyPoint, edition: Edition) -> bool:
    """Whether the story it is from is in this edition: one for fewer topics, or edited by hand, has fewer."""
    urls = {article.url for brief in edition.briefs for article in brief.articles}
    return all(passage.url in urls for passage in point.evidence)


def _kickers(briefs: Sequence[Brief]) -> dict[str, str]:
    shared = Counter(brief.storyline for brief in briefs if brief.storyline)
    return {brief.story_id: brief.storyline for brief in briefs if shared[brief.storyline] > 1}


def _languages(edition: Edition) -> dict[str, str]:
    articles = (article for brief in edition.briefs for article in brief.articles)
    foreign = ((a.url, a.language) for a in articles if a.language)
    return {url: language for url, language in foreign if _primary(language) != _primary(edition.language)}


def _primary(language: str) -> str:
    return language.lower().partition("-")[0]


def checked_points(brief: Brief) -> Iterator[KeyPoint]:
    """Every point of a story as it is read: its standfirst, its points, both sides of disagreements."""
    if brief.standfirst:
        yield brief.standfirst
    yield from brief.points
    yield from (point for contrast in brief.contrasts for point in contrast.points)


def all_points(edition: Edition) -> Iterator[KeyPoint]:
    """Every point of the edition: of its stories, and what stands apart from them."""
    for brief in edition.briefs:
        yield from checked_points(brief)
    yield from (point for point in (edition.figure, edition.quotation) if point)
    yield from (ahead.point for ahead in edition.ahead)


def _minutes(edition: Edition) -> int:
    """Minutes of reading, at least one."""
    texts = [*(brief.headline for brief in edition.briefs), *(point.text for point in all_points(edition))]
    return max(1, round(reading_time.reading_minutes(texts)))


def _point_counts(edition: Edition) -> PointCounts:
    ways = Counter(point.way for point in all_points(edition))
    return PointCounts(
        written=ways["model"] + ways["repaired"],
        quoted=ways["verbatim"] + ways["extractive"],
        dropped=sum(len(brief.dropped) for brief in edition.briefs),
        points=ways.total(),
        edited=ways["edited"] + sum(brief.edited for brief in edition.briefs),
    )


def _unsubscribe(settings: Settings) -> str:
    sender = settings.sender
    if sender.unsubscribe or not sender.address:
        return sender.unsubscribe
    return f"mailto:{quote(sender.address, safe='@')}?subject=unsubscribe"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The outlets that report a story independently. What the configuration does not say is left out."""

    reports: tuple[Source, ...]
    """An article of each outlet, the lead's first."""
    leans: tuple[tuple[str, int], ...]
    """Where they stand, with how many, in the order of the configuration."""
    regions: tuple[tuple[str, int], ...]
    """Where they write from, with how many; empty if all write from one place."""


def coverage(brief: Brief, feeds: Sequence[FeedSettings]) -> Coverage:
    """The coverage of a story; wire copies do not count."""
    reports = _independent_reports(brief)
    outlets = {report.outlet for report in reports}
    regions = _outlet_counts((feed.name, feed.region) for feed in feeds if feed.name in outlets)
    return Coverage(
        reports,
        _outlet_counts((feed.name, feed.lean) for feed in feeds if feed.name in outlets),
        regions if len(regions) > 1 else (),
    )


def _independent_reports(brief: Brief) -> tuple[Source, ...]:
    first: dict[str, Source] = {}
    for article in brief.articles:
        if article.url not in brief.copies:
            first.setdefault(article.outlet, article)
    return tuple(first.values())


def _outlet_counts(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    """How many outlets are said to be each; an outlet of several feeds counts once."""
    value_of = {outlet: value for outlet, value in pairs if value}
    counts = dict.fromkeys(value_of.values(), 0)
    for value in value_of.values():
        counts[value] += 1
    return tuple(counts.items())
