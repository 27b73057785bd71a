"""Who reports a story, and where those outlets stand and write from, as far as the configuration says it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digest.models import Brief, Source
from digest.settings import FeedSettings


@dataclass(frozen=True, slots=True)
class Coverage:
    """The outlets that report a story independently. What the configuration does not say is left out."""

    reports: tuple[Source, ...]
    """An article of each outlet, the lead's first."""
    leans: tuple[tuple[str, int], ...]
    """Where they stand, with how many, in the order of the configuration."""
    regions: tuple[tuple[str, int], ...]
    """Where they write from, with how many; empty where all write from one place."""


def coverage(brief: Brief, feeds: Sequence[FeedSettings]) -> Coverage:
    """The coverage of a story; wire copies are no witnesses and are left out."""
    reports = _witnesses(brief)
    outlets = {report.outlet for report in reports}
    regions = _counted((feed.name, feed.region) for feed in feeds if feed.name in outlets)
    return Coverage(
        reports,
        _counted((feed.name, feed.lean) for feed in feeds if feed.name in outlets),
        regions if len(regions) > 1 else (),
    )


def _witnesses(brief: Brief) -> tuple[Source, ...]:
    first: dict[str, Source] = {}
    for article in brief.articles:
        if article.url not in brief.copies:
            first.setdefault(article.outlet, article)
    return tuple(first.values())


def _counted(said: Iterable[tuple[str, str]]) -> tuple[tuple[str, int], ...]:
    """How many outlets are said to be each; an outlet of several feeds counts once."""
    of = {outlet: what for outlet, what in said if what}
    counts = dict.fromkeys(of.values(), 0)
    for what in of.values():
        counts[what] += 1
    return tuple(counts.items())
