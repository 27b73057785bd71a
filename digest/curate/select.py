"""The two public functions: what is worth fetching, and what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TypeVar

from digest.curate import memory, ranking, reports, subject, topics
from digest.curate.copies import copies
from digest.curate.disagreements import disagreements
from digest.curate.grouping import group
from digest.curate.reports import Report
from digest.models import Article, Entry, Missed, Pick, Selection, Story, Told, Topic
from digest.settings import EditionSettings

T = TypeVar("T")

_RESERVE = 2
"""Stories fetched for each one printed: pages fail, and some stories turn out to be told already."""
_SPARE = 2
"""Reports fetched beyond the most that a story may have: outlets repeat an agency or refuse the page."""
_SLOW_CLOCK = timedelta(hours=1)
"""How far ahead of ours the clock of a publisher may be."""
_MISSED = 5
"""Stories kept to say what narrowly missed."""
_UNTOLD = frozenset({"gallery", "video", "round_up"})
"""Forms with no telling of one event to print."""


Matches = tuple[topics.Match, ...]
Fit = tuple[ranking.Rank, topics.Match]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A group of reports under each topic that it fits, best first; empty where it fits none."""

    members: tuple[int, ...]
    fits: tuple[Fit, ...]

    @property
    def score(self) -> float:
        return max((rank.score for rank, _ in self.fits), default=0.0)


@dataclass(frozen=True, slots=True)
class Chance:
    """A story that may be printed: a pick for each topic that it fits, best first, and whether anything in it is new."""

    picks: tuple[Pick, ...]
    new: bool


def shortlist(
    entries: Sequence[Entry],
    wanted: Sequence[Topic],
    told: Sequence[Told],
    edition: EditionSettings,
    now: datetime,
) -> tuple[Entry, ...]:
    """The entries whose pages are worth fetching: those of the stories that can make the edition, best first.

    Twice the stories of the edition are kept, at most ``edition.outlets_per_story`` and two more entries of each.
    """
    distinct = _distinct([e for e in entries if _is_past(e.published, now)], lambda e: e.url)
    seen = [reports.of_entry(entry) for entry in distinct]
    known = {url for t in told for url in t.urls}
    found = [
        c
        for c in _candidates(seen, wanted, now)
        if c.fits and not all(seen[m].url in known for m in c.members)
    ]
    best = sorted(found, key=lambda c: (-c.score, _first(seen, c)))[: _RESERVE * edition.stories]
    limit = edition.outlets_per_story + _SPARE
    return tuple(distinct[m] for c in best for m in _by_outlet(c.members, seen)[:limit])


def curate(
    articles: Sequence[Article],
    wanted: Sequence[Topic],
    told: Sequence[Told],
    edition: EditionSettings,
    now: datetime,
) -> Selection:
    """Today's stories, each once: by topic in the order of the config, best first, with what narrowly missed."""
    distinct = _distinct([a for a in articles if _is_past(a.published, now)], lambda a: a.url)
    seen = [reports.of_article(article) for article in distinct]
    matched = dict(zip((a.url for a in distinct), topics.match(seen, wanted), strict=True))
    found = (_picks([distinct[m] for m in members], matched, told, edition, now) for members in group(seen))
    ranked = sorted((c for c in found if c.picks), key=lambda c: (-c.picks[0].score, c.picks[0].story.id))
    return _choose(ranked, wanted, edition)


def _candidates(seen: Sequence[Report], wanted: Sequence[Topic], now: datetime) -> list[Candidate]:
    matched = topics.match(seen, wanted)
    return [
        Candidate(
            members, _fits([seen[m] for m in members], [matched[m] for m in members], now, doubtful=True)
        )
        for members in group(seen)
    ]


def _fits(
    found: Sequence[Report], matched: Sequence[Matches], now: datetime, *, doubtful: bool = False
) -> tuple[Fit, ...]:
    """The topics of the story with its rank under each, the best first; ``doubtful`` is for entries."""
    politics = subject.is_politics(found)
    agreed = [m for m in topics.agree(matched, doubtful=doubtful) if politics or m.topic.any_subject]
    return tuple(sorted(((ranking.rank(found, m, now), m) for m in agreed), key=lambda fit: -fit[0].score))


def _picks(
    members: Sequence[Article],
    matched: Mapping[str, Matches],
    told: Sequence[Told],
    edition: EditionSettings,
    now: datetime,
) -> Chance:
    """The story under each topic that it fits; of one that was told before only what is new, if anything is."""
    printable = sorted((a for a in members if a.form not in _UNTOLD), key=_print_order)
    before = memory.predecessor(printable, told)
    new = memory.news(printable, before) if before else tuple(printable)
    ordered = new or tuple(printable)
    repeated = frozenset(copies(ordered))
    independent = [a for a in ordered if a.url not in repeated]
    limited = [*independent, *(a for a in ordered if a.url in repeated)][: edition.outlets_per_story]
    story = Story(_id(limited), tuple(limited), tuple(a.url for a in limited if a.url in repeated))
    fits = _fits([reports.of_article(a) for a in independent], [matched[a.url] for a in independent], now)
    picks = (
        Pick(story, match.topic.name, rank.score, rank.reasons, before, parts=rank.parts)
        for rank, match in fits
    )
    return Chance(tuple(picks), bool(new))


def _print_order(article: Article) -> tuple[bool, float, float, str]:
    """The article that leads: read in full, of a source that counts most, told first, then by address."""
    told_at = article.published.timestamp() if article.published else float("inf")
    return article.form != "article", -article.feed.weight, told_at, article.url


def _choose(ranked: Sequence[Chance], wanted: Sequence[Topic], edition: EditionSettings) -> Selection:
    """Best story first, each under the first of its topics with room, until the edition is full."""
    room = {topic.name: topic.max for topic in wanted}
    chosen: list[Pick] = []
    missed: list[Missed] = []
    for chance in ranked:
        free = next((p for p in chance.picks if room[p.topic] > 0), None)
        if why := _why_not(chance, free, len(chosen), edition):
            missed.append(_missed(chance.picks[0], why))
        elif free:
            room[free.topic] -= 1
            chosen.append(free)
    place = {topic.name: i for i, topic in enumerate(wanted)}
    chosen.sort(key=lambda p: place[p.topic])
    told = (replace(pick, disagreements=disagreements(pick.story)) for pick in chosen)
    return Selection(tuple(told), tuple(missed[:_MISSED]))


def _why_not(chance: Chance, free: Pick | None, chosen: int, edition: EditionSettings) -> str:
    """Why the story stays out; empty where nothing speaks against it."""
    best = chance.picks[0]
    if not chance.new and best.told:
        return f"told in the edition of {best.told.date}, and nothing is new since"
    if chosen == edition.stories:
        return f"the edition is full: edition.stories is {edition.stories}"
    return "" if free else f"the section {best.topic} is full"


def _missed(pick: Pick, why: str) -> Missed:
    return Missed(pick.story.lead.title, pick.topic, pick.story.outlets, pick.score, why, pick.reasons)


def _id(articles: Sequence[Article]) -> str:
    """A name for the story that the same articles give on every machine."""
    return sha256("\n".join(sorted(a.url for a in articles)).encode()).hexdigest()[:12]


def _by_outlet(members: Iterable[int], seen: Sequence[Report]) -> list[int]:
    """One report of each outlet before a second of any, the best placed first."""
    ranked = sorted(members, key=lambda m: (-seen[m].feed.weight, seen[m].position, seen[m].url))
    turn: dict[str, int] = {}
    order: list[tuple[int, int, int]] = []
    for m in ranked:
        turn[seen[m].outlet] = turn.get(seen[m].outlet, 0) + 1
        order.append((turn[seen[m].outlet], len(order), m))
    return [m for *_, m in sorted(order)]


def _first(seen: Sequence[Report], candidate: Candidate) -> str:
    return min(seen[m].url for m in candidate.members)


def _is_past(moment: datetime | None, now: datetime) -> bool:
    return moment is None or moment <= now + _SLOW_CLOCK


def _distinct(items: Sequence[T], address: Callable[[T], str]) -> list[T]:
    return list({address(item): item for item in reversed(items)}.values())[::-1]
