"""How much a story matters today, from 0 to 1, and the reasons in plain words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from digest.curate.consequence import consequence
from digest.curate.reports import Report
from digest.curate.topics import Match
from digest.models import Feed, ScorePart
from digest.settings import SHARES, RankingSettings

_SATURATION = 6.0
"""Weighted outlets at which another one adds nothing."""
_HALF_LIFE = 12.0
"""Hours in which the freshness of a report halves; a day covers two of them."""
_UNDATED = 0.5
"""Freshness of reports without a date."""
_HALF_PROMINENCE = 10.0
"""Place in a feed at which prominence has fallen to a half."""
_LEADS = 3.0
"""Outlets that lead with a story at which another one adds nothing."""
_TILT = 0.3
"""How far a topic's weight goes: a score of .6 becomes .66 with `high` and .53 with `low`. It tilts, it does not decide."""


@dataclass(frozen=True, slots=True)
class Rank:
    """A score from 0 to 1, what it is made of, and why."""

    score: float
    parts: tuple[ScorePart, ...]
    reasons: tuple[str, ...]


def rank(
    reports: Sequence[Report], match: Match, ranking: RankingSettings, now: datetime, novelty: float = 1.0
) -> Rank:
    """Rank of the story of these independent reports under that topic; ``novelty`` is the part of it that is new."""
    feeds = _outlet_feeds(reports)
    hours = _hours_since_newest(reports, now)
    values = {
        "outlets": min(1.0, math.log1p(sum(feed.weight for feed in feeds)) / math.log1p(_SATURATION)),
        "freshness": _UNDATED if hours is None else 0.5 ** (hours / _HALF_LIFE),
        "fit": match.strength,
        "prominence": _prominence(reports),
        "consequence": consequence(reports),
        "novelty": novelty,
        "diversity": _diversity(feeds),
    }
    parts = _parts(values, ranking)
    # A root and not a factor: whatever the weight of the topic, the score stays between 0 and 1.
    score = sum(part.share * part.value for part in parts) ** (1 / match.topic.weight**_TILT)
    return Rank(round(score, 6), parts, _reasons(feeds, hours, match, reports))


def _prominence(reports: Sequence[Report]) -> float:
    """How many outlets lead with it, and how nearly: 1 for three whose first item it is."""
    best: dict[str, float] = {}
    for report in reports:
        place = 1 / (1 + report.position / _HALF_PROMINENCE)
        best[report.outlet] = max(best.get(report.outlet, 0.0), place)
    return min(1.0, math.log1p(sum(best.values())) / math.log1p(_LEADS))


def _parts(values: dict[str, float], ranking: RankingSettings) -> tuple[ScorePart, ...]:
    """The parts that count, the one with the largest share first; all are equal if every weight is off."""
    weights = {name: SHARES[getattr(ranking, name)] for name in values}
    whole = sum(weights.values())
    shares = {name: weight / whole if whole else 1 / len(weights) for name, weight in weights.items()}
    listed = sorted(values, key=lambda name: -shares[name])
    return tuple(
        ScorePart(name, round(values[name], 3), round(shares[name], 3)) for name in listed if shares[name]
    )


def _outlet_feeds(reports: Sequence[Report]) -> tuple[Feed, ...]:
    """The feeds of the outlets, for each outlet the one that counts most."""
    found: dict[str, Feed] = {}
    for report in reports:
        known = found.get(report.outlet)
        if known is None or report.feed.weight > known.weight:
            found[report.outlet] = report.feed
    return tuple(found.values())


def _diversity(feeds: Sequence[Feed]) -> float:
    """0 for outlets of one lean and region, or of none that is known, towards 1 the more of them there are."""
    voices = {(feed.lean, feed.region) for feed in feeds if feed.lean or feed.region}
    return 1 - 1 / len(voices) if voices else 0.0


def _hours_since_newest(reports: Sequence[Report], now: datetime) -> float | None:
    """Hours since the newest report, 0 for one from a clock that is ahead; None without any date."""
    moments = [report.published for report in reports if report.published]
    return max(0.0, (now - max(moments)).total_seconds() / 3600) if moments else None


def _reasons(
    feeds: Sequence[Feed], hours: float | None, match: Match, reports: Sequence[Report]
) -> tuple[str, ...]:
    found = [_reported_by(feeds)]
    if match.words:
        found.append(f"fits {match.topic.name}: {_words_by_place(match.words[:3])}")
    else:
        found.append("politics that no topic has a word for")
    if match.answered:
        found.append(f"a model said that it is about {match.topic.name}")
    if hours is not None:
        found.append(_newest_report(hours))
    top = min(reports, key=lambda report: report.position)
    if top.position < 3:
        found.append(f"number {top.position + 1} in the feed of {top.outlet}")
    if coverage := (*_label_counts(f.lean for f in feeds), *_label_counts(f.region for f in feeds)):
        found.append(f"coverage: {', '.join(coverage)}")
    if match.topic.weight != 1:
        counts = "more" if match.topic.weight > 1 else "less"
        found.append(f"{match.topic.name} counts {counts} than other topics")
    return tuple(found)


def _label_counts(labels: Iterable[str]) -> list[str]:
    """Each lean or region that the config gives, with how many outlets have it, the most frequent first."""
    counted = Counter(label for label in labels if label)
    return [f"{label} {n}" for label, n in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))]


def _reported_by(feeds: Sequence[Feed]) -> str:
    if len(feeds) == 1:
        return f"reported by {feeds[0].outlet} alone"
    return f"reported by {len(feeds)} outlets: {', '.join(feed.outlet for feed in feeds)}"


def _newest_report(hours: float) -> str:
    if hours < 1:
        return "newest report less than an hour ago"
    return f"newest report {hours:.0f} hour{'s' * (round(hours) != 1)} ago"


def _words_by_place(words: Sequence[tuple[str, str]]) -> str:
    """The words by the place where each stands first: “tax” in the title, “deficit” and “debt” in the text."""
    places: dict[str, list[str]] = {}
    for word, place in words:
        places.setdefault(place, []).append(f"“{word}”")
    return ", ".join(f"{' and '.join(listed)} in the {place}" for place, listed in places.items())
