"""The public functions: what is worth fetching, what is left open, and what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from typing import TypeVar

from digest.curate import ranking, reports, topics
from digest.curate.clustering import group_by_event
from digest.curate.disagreements import disagreements
from digest.curate.earlier_coverage import Memory, corrections, new_articles, novelty, remember
from digest.curate.politics import is_politics
from digest.curate.reports import Report, copies, printable_reports
from digest.curate.selection import RankedCandidate, choose, runner_up
from digest.curate.storylines import storylines
from digest.models import (
    Answers,
    Article,
    EarlierCoverage,
    Entry,
    Pick,
    Question,
    RunnerUp,
    Selection,
    Story,
    Topic,
)
from digest.settings import EditionSettings

T = TypeVar("T")

_RESERVE_FACTOR = 2
"""Stories fetched for each one printed: pages fail, and some stories turn out to be printed already."""
_SPARE_REPORTS = 2
"""Reports fetched beyond the most that a story may have: outlets repeat an agency or refuse the page."""
_CLOCK_SKEW = timedelta(hours=1)
"""How far ahead of ours the clock of a publisher may be."""
_MAX_QUESTIONS = 40
"""Questions that are asked: as many as a small model can answer in one go."""
_MANY_OUTLETS = 3
"""Outlets from which on politics is printed whatever the reader's words: no list of words foresees all that happens."""
_MAX_ALSO_IMPORTANT = 3
"""Most stories in the section for it."""
_UNNAMED_FIT = 0.5
"""How well they fit it, from 0 to 1."""
_OPENING = 300
"""Characters of a story's text in a question: the opening says what news is about."""

Matches = tuple[topics.Match, ...]
Fit = tuple[ranking.Rank, topics.Match]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group of reports under each topic that it fits, best first; empty if it fits none."""

    members: tuple[int, ...]
    fits: tuple[Fit, ...]

    @property
    def score(self) -> float:
        return max((rank.score for rank, _ in self.fits), default=0.0)


@dataclass(frozen=True, slots=True)
class Event:
    """A story as it would be printed, its earlier coverage, and the independent reports that make it as big as it is."""

    story: Story
    earlier: EarlierCoverage | None
    is_new: bool
    novelty: float
    ordered: tuple[Article, ...]
    independent: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """The events of a day, the topics of which each article by its address has a word, and earlier coverage."""

    events: tuple[Event, ...]
    matched: Mapping[str, Matches]
    memory: Memory


def shortlist(
    entries: Sequence[Entry],
    wanted: Sequence[Topic],
    coverage: Sequence[EarlierCoverage],
    edition: EditionSettings,
    now: datetime,
) -> tuple[Entry, ...]:
    """The entries whose pages are worth fetching: those of the stories that can make the edition, best first.

    Twice the stories of the edition are kept, at most ``edition.outlets_per_story`` and two more entries of each.
    """
    distinct = _by_distinct_address([e for e in entries if _is_past(e.published, now)], lambda e: e.url)
    found_reports = [reports.of_entry(entry) for entry in distinct]
    last_covered = {url: t.date for t in sorted(coverage, key=lambda t: t.date) for url in t.urls}
    found = [
        c
        for c in _candidates(found_reports, wanted, edition, now)
        if c.fits and any(_can_be_news(distinct[m], last_covered) for m in c.members)
    ]
    best = sorted(found, key=lambda c: (-c.score, _first_url(found_reports, c)))[
        : _RESERVE_FACTOR * edition.stories
    ]
    limit = edition.outlets_per_story + _SPARE_REPORTS
    return tuple(distinct[m] for c in best for m in _one_outlet_at_a_time(c.members, found_reports)[:limit])


def curate(
    articles: Sequence[Article],
    wanted: Sequence[Topic],
    coverage: Sequence[EarlierCoverage],
    edition: EditionSettings,
    now: datetime,
    *,
    answers: Answers | None = None,
) -> Selection:
    """Today's stories, each once: by topic in the order of the config, best first, with the runners-up.

    ``answers`` to ``topic_questions`` override the words of the topics. What only they kept out is among
    the runners-up.
    """
    day = _read_day(articles, wanted, coverage, edition, now)
    candidates = [_ranked_candidate(event, day.matched, edition, now, answers or {}) for event in day.events]
    found = _with_storylines([c for c in candidates if c.picks], day.memory)
    selection = choose(found, (*wanted, *_also_important(edition)), edition)
    picks = (replace(pick, disagreements=disagreements(pick.story)) for pick in selection.picks)
    outside = [event for event, candidate in zip(day.events, candidates, strict=True) if not candidate.picks]
    refused = _refused_by_model(outside, day.matched, edition, now) if answers else ()
    return replace(selection, picks=tuple(picks), runners_up=selection.runners_up + refused)


def topic_questions(
    articles: Sequence[Article],
    wanted: Sequence[Topic],
    coverage: Sequence[EarlierCoverage],
    edition: EditionSettings,
    now: datetime,
) -> tuple[Question, ...]:
    """What the words of the topics leave open in the stories that could be printed, the most open first; at most forty.

    The arguments are those of ``curate``, which takes the answers.
    """
    day = _read_day(articles, wanted, coverage, edition, now)
    found = [
        found_question
        for event in day.events
        if event.is_new
        for found_question in _open_questions(event, day.matched)
    ]
    ordered = sorted(
        found,
        key=lambda found_question: (found_question[0], found_question[1].story_id, found_question[1].topic),
    )
    return tuple(question for _, question in ordered[:_MAX_QUESTIONS])


def _open_questions(event: Event, matched: Mapping[str, Matches]) -> Iterator[tuple[float, Question]]:
    """The open topics of an event, each with its distance from being decided."""
    found = [reports.of_article(article) for article in event.independent]
    politics, lead = is_politics(found), found[0]
    for distance, topic in topics.undecided([matched[report.url] for report in found]):
        if politics or topic.any_subject:
            opening = lead.text[:_OPENING]
            yield distance, Question(event.story.id, topic.name, topic.words, lead.title, opening)


def _read_day(
    articles: Sequence[Article],
    wanted: Sequence[Topic],
    coverage: Sequence[EarlierCoverage],
    edition: EditionSettings,
    now: datetime,
) -> Day:
    distinct = _by_distinct_address([a for a in articles if _is_past(a.published, now)], lambda a: a.url)
    seen = [reports.of_article(article) for article in distinct]
    matched = dict(zip((a.url for a in distinct), topics.match_topics(seen, wanted), strict=True))
    stories = [printable_reports(distinct[m] for m in members) for members in group_by_event(seen)]
    memory = remember(coverage, stories)
    return Day(tuple(_event_of(story, memory, edition) for story in stories if story), matched, memory)


def _can_be_news(entry: Entry, last_covered: Mapping[str, date]) -> bool:
    """Whether it was not printed yet, or was changed since: it may have been corrected."""
    day = last_covered.get(entry.url)
    return day is None or (entry.updated is not None and entry.updated.date() >= day)


def _candidates(
    seen: Sequence[Report], wanted: Sequence[Topic], edition: EditionSettings, now: datetime
) -> list[Candidate]:
    matched = topics.match_topics(seen, wanted)
    return [
        Candidate(
            members,
            _fitting_topics(
                [seen[m] for m in members],
                [matched[m] for m in members],
                edition,
                now,
                provisional=True,
            ),
        )
        for members in group_by_event(seen)
    ]


def _fitting_topics(
    found: Sequence[Report],
    matched: Sequence[Matches],
    edition: EditionSettings,
    now: datetime,
    novelty: float = 1.0,
    *,
    answers: Mapping[str, bool] | None = None,
    provisional: bool = False,
) -> tuple[Fit, ...]:
    """The topics of the story with its rank under each, the best first; ``provisional`` is for entries."""
    politics = is_politics(found)
    agreed = [
        m
        for m in topics.agreed_topics(matched, answers, provisional=provisional)
        if politics or m.topic.any_subject
    ]
    if politics and not agreed and len({report.outlet for report in found}) >= _MANY_OUTLETS:
        agreed = [topics.Match(topic, _UNNAMED_FIT, ()) for topic in _also_important(edition)]
    ranked = ((ranking.rank(found, m, edition.ranking, now, novelty), m) for m in agreed)
    return tuple(sorted(ranked, key=lambda fit: -fit[0].score))


def _also_important(edition: EditionSettings) -> tuple[Topic, ...]:
    """The section for what no topic has a word for; none if the digest has no such section."""
    name = edition.also_important
    return (Topic(name, (), max=_MAX_ALSO_IMPORTANT),) if name else ()


def _event_of(reported: Sequence[Article], memory: Memory, edition: EditionSettings) -> Event:
    """The story of these reports; of one with earlier coverage only what is new, if anything is."""
    before = memory.predecessor(reported)
    new = new_articles(reported, before) if before else tuple(reported)
    ordered = new or tuple(reported)
    repeated = frozenset(copies(ordered))
    independent = tuple(a for a in ordered if a.url not in repeated)
    limited = (*independent, *(a for a in ordered if a.url in repeated))[: edition.outlets_per_story]
    story = Story(_story_id(limited), limited, tuple(a.url for a in limited if a.url in repeated))
    # Comment may stand beside a report and is not one more; where nothing else tells of it, it has to do.
    reporting = tuple(a for a in independent if a.form != "opinion") or independent
    return Event(story, before, bool(new), novelty(ordered, before) if before else 1.0, ordered, reporting)


def _ranked_candidate(
    event: Event,
    matched: Mapping[str, Matches],
    edition: EditionSettings,
    now: datetime,
    answers: Answers,
) -> RankedCandidate:
    """The story under each topic that it fits."""
    fits = _fitting_topics(
        [reports.of_article(a) for a in event.independent],
        [matched[a.url] for a in event.independent],
        edition,
        now,
        event.novelty,
        answers={topic: answer for (story, topic), answer in answers.items() if story == event.story.id},
    )
    corrected = corrections(event.ordered, event.earlier) if event.earlier else ()
    picks = (
        Pick(
            event.story,
            m.topic.name,
            r.score,
            r.reasons,
            event.earlier,
            corrections=corrected,
            parts=r.parts,
            also_fits=tuple(other.topic.name for _, other in fits if other is not m),
        )
        for r, m in fits
    )
    return RankedCandidate(tuple(picks), event.is_new)


def _refused_by_model(
    outside: Iterable[Event], matched: Mapping[str, Matches], edition: EditionSettings, now: datetime
) -> tuple[RunnerUp, ...]:
    """The stories outside that the words alone would have let in, the best first."""
    by_words = (_ranked_candidate(event, matched, edition, now, {}) for event in outside)
    kept_out = sorted((c.best for c in by_words if c.picks), key=lambda pick: (-pick.score, pick.story.id))
    return tuple(runner_up(pick, f"a model said that it is not about {pick.topic}") for pick in kept_out)


def _with_storylines(candidates: Sequence[RankedCandidate], memory: Memory) -> list[RankedCandidate]:
    """The candidates with the storyline that each belongs to."""
    names = storylines([candidate.best.story.articles for candidate in candidates], memory)
    return [
        replace(candidate, picks=tuple(replace(pick, storyline=name) for pick in candidate.picks))
        for candidate, name in zip(candidates, names, strict=True)
    ]


def _story_id(articles: Sequence[Article]) -> str:
    """A name for the story that the same articles give on every machine."""
    return sha256("\n".join(sorted(a.url for a in articles)).encode()).hexdigest()[:12]


def _one_outlet_at_a_time(members: Iterable[int], seen: Sequence[Report]) -> list[int]:
    """One report of each outlet before a second of any, the best placed first."""
    ranked = sorted(members, key=lambda m: (-seen[m].feed.weight, seen[m].position, seen[m].url))
    turn: dict[str, int] = {}
    order: list[tuple[int, int, int]] = []
    for m in ranked:
        turn[seen[m].outlet] = turn.get(seen[m].outlet, 0) + 1
        order.append((turn[seen[m].outlet], len(order), m))
    return [m for *_, m in sorted(order)]


def _first_url(seen: Sequence[Report], candidate: Candidate) -> str:
    return min(seen[m].url for m in candidate.members)


def _is_past(moment: datetime | None, now: datetime) -> bool:
    return moment is None or moment <= now + _CLOCK_SKEW


def _by_distinct_address(items: Sequence[T], address: Callable[[T], str]) -> list[T]:
    # Reversed, so that of several items with one address the first is kept.
    return list({address(item): item for item in reversed(items)}.values())[::-1]
