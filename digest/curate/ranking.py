"""How much a story matters today, from 0 to 1, and the reasons in plain words."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from digest.curate.reports import Report
from digest.curate.topics import Match
from digest.models import Part

_OUTLETS, _RECENCY, _PROMINENCE, _MATCH = 0.5, 0.2, 0.1, 0.2
"""Shares of the score. Outlets that chose to report an event are the best sign of its weight."""
_MANY = 6.0
"""Weighted outlets at which another one adds nothing."""
_HALF_LIFE = 12.0
"""Hours in which the recency of a report halves; a day covers two of them."""
_TOP = 10.0
"""Place in a feed at which prominence has fallen to a half."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A score from 0 to 1 and why."""

    score: float
    reasons: tuple[str, ...]
    parts: tuple[Part, ...] = ()


def rank(reports: Sequence[Report], match: Match, now: datetime) -> Rank:
    """Rank of the story of these independent reports under that topic."""
    weights: dict[str, float] = {}
    for report in reports:
        weights[report.outlet] = max(weights.get(report.outlet, 0.0), report.feed.weight)
    outlets = min(1.0, math.log1p(sum(weights.values())) / math.log1p(_MANY))
    hours = _age(reports, now)
    recency = 0.5 if hours is None else 0.5 ** (hours / _HALF_LIFE)
    prominence = max(1 / (1 + report.position / _TOP) for report in reports)
    parts = (
        Part("outlets", round(outlets, 3), _OUTLETS),
        Part("freshness", round(recency, 3), _RECENCY),
        Part("fit", round(match.strength, 3), _MATCH),
        Part("prominence", round(prominence, 3), _PROMINENCE),
    )
    score = sum(part.share * part.value for part in parts) ** (1 / match.topic.weight)
    return Rank(round(score, 6), _reasons(list(weights), hours, match, reports), parts)


def _age(reports: Sequence[Report], now: datetime) -> float | None:
    """Hours since the newest report, 0 for one from a clock that is ahead; None without any date."""
    moments = [report.published for report in reports if report.published]
    return max(0.0, (now - max(moments)).total_seconds() / 3600) if moments else None


def _reasons(
    outlets: Sequence[str], hours: float | None, match: Match, reports: Sequence[Report]
) -> tuple[str, ...]:
    found = [_who(outlets), f"fits {match.topic.name}: {_placed(match.words[:3])}"]
    if hours is not None:
        found.append(
            "newest report less than an hour ago"
            if hours < 1
            else f"newest report {hours:.0f} hour{'s' * (round(hours) != 1)} ago"
        )
    top = min(reports, key=lambda report: report.position)
    if top.position < 3:
        found.append(f"number {top.position + 1} in the feed of {top.outlet}")
    if coverage := _coverage(reports):
        found.append(coverage)
    if match.topic.weight != 1:
        found.append(
            f"{match.topic.name} counts {'more' if match.topic.weight > 1 else 'less'} than other topics"
        )
    return tuple(found)


def _who(outlets: Sequence[str]) -> str:
    if len(outlets) == 1:
        return f"reported by {outlets[0]} alone"
    return f"reported by {len(outlets)} outlets: {', '.join(outlets)}"


def _coverage(reports: Sequence[Report]) -> str:
    """Where the outlets stand and write from, as the config says it; empty where it says nothing."""
    feeds = {report.outlet: report.feed for report in reports}
    named = [*(f.lean for f in feeds.values() if f.lean), *(f.region for f in feeds.values() if f.region)]
    return (
        "coverage: " + ", ".join(f"{name} {named.count(name)}" for name in sorted(set(named)))
        if named
        else ""
    )


def _placed(words: Sequence[tuple[str, str]]) -> str:
    """The words by the place where each stands first: “tax” in the title, “deficit” and “debt” in the text."""
    places: dict[str, list[str]] = {}
    for word, place in words:
        places.setdefault(place, []).append(f"“{word}”")
    return ", ".join(f"{' and '.join(listed)} in the {place}" for place, listed in places.items())
