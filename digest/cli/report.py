"""The summary at the end of a run: what was made, what was dropped and why, what it cost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.models import Edition

SHOWN = 12
"""Problems told one by one; the page and the JSON have them all."""


def summary(edition: Edition) -> str:
    """The edition and its making in a few lines."""
    return "\n".join(
        [
            _made(edition),
            *_written(edition),
            _dropped(edition),
            _model(edition),
            *_vouched(edition),
            _spent(edition),
            *_problems(edition),
        ]
    )


def _made(edition: Edition) -> str:
    outlets = {article.outlet for brief in edition.briefs for article in brief.articles}
    ways = Counter(point.way for brief in edition.briefs for point in brief.points)
    told = ", ".join(f"{count} {way}" for way, count in ways.most_common())
    return (
        f"edition   {edition.id}: {pluralise(len(edition.briefs), 'story', 'stories')} in {pluralise(len(edition.sections), 'section')} "
        f"from {pluralise(len(outlets), 'outlet')}, {pluralise(sum(ways.values()), 'point')}{f' ({told})' if told else ''}"
    )


def _written(edition: Edition) -> list[str]:
    """What became of the points that a model proposed; nothing if none was asked."""
    found = edition.written
    if not found.proposed:
        return []
    ways = (
        (found.as_written, "as written"),
        (found.close, "in the words of their sources"),
        (found.repaired, "written again"),
        (found.sentences, "sentences in their place"),
        (found.dropped, "dropped"),
    )
    said = ", ".join(f"{count} {way}" for count, way in ways if count)
    lines = pluralise(found.lines_proposed, "headline and standfirst", "headlines and standfirsts")
    points = pluralise(found.proposed, "point")
    return [f"written   {points} proposed: {said}; {found.lines_printed} of {lines} held"]


def _dropped(edition: Edition) -> str:
    dropped = [rejected for brief in edition.briefs for rejected in brief.dropped]
    checks = Counter(check for rejected in dropped for check in {f.check for f in rejected.findings})
    why = ", ".join(f"{check} {count}" for check, count in checks.most_common())
    return f"dropped   {pluralise(len(dropped), 'point')}{f': {why}' if why else ''}"


def _model(edition: Edition) -> str:
    usage = edition.usage
    if not usage.calls:
        return (
            "model     not asked: points are sentences of the articles"
            if not edition.summariser
            else (f"model     {edition.summariser}: 0 calls, all answers were kept from an earlier run")
        )
    cost = "cost unknown" if usage.cost is None else f"${usage.cost:.4f}"
    cached = f" ({usage.cached_tokens:,} cached)" if usage.cached_tokens else ""
    return (
        f"model     {edition.summariser or 'nothing of it is printed'}: {pluralise(usage.calls, 'call')}, {usage.prompt_tokens:,}{cached} + "
        f"{pluralise(usage.completion_tokens, 'token')}, {cost}"
    )


def _vouched(edition: Edition) -> Iterator[str]:
    """How many of a model's points are proved, and how many rest on which judge; nothing if no model wrote any."""
    points = [point for brief in edition.briefs for point in brief.points]
    judged = Counter(point.judged_by for point in points if point.judged_by)
    proved = sum(point.proved for point in points)
    told = [f"{count} judged by {name}" for name, count in judged.most_common()]
    if proved or told:
        yield f"vouched   {', '.join([*told, f'{proved} proved by rules'])}"


def _spent(edition: Edition) -> str:
    usage = edition.usage
    seconds = ", ".join(f"{stage} {spent:.1f}" for stage, spent in usage.seconds)
    return f"spent     {pluralise(usage.requests, 'request')}, {pluralise(usage.pages, 'page')} fetched, {usage.bytes / 1e6:.1f} MB; seconds: {seconds}"


def _problems(edition: Edition) -> list[str]:
    """The problems, those of one reason in one line."""
    subjects: dict[tuple[str, str], list[str]] = {}
    for problem in edition.problems:
        subjects.setdefault((problem.stage, problem.reason), []).append(problem.subject)
    if not subjects:
        return ["problems  none"]
    lines = [f"  {stage}: {_named(names)}: {reason}" for (stage, reason), names in subjects.items()]
    rest = [f"  and {pluralise(len(lines) - SHOWN, 'more reason')}: `digest show --format json` has them all"]
    grouped = f", for {pluralise(len(lines), 'reason')}" if len(lines) < len(edition.problems) else ""
    return [
        f"problems  {len(edition.problems)}{grouped}",
        *lines[:SHOWN],
        *(rest if len(lines) > SHOWN else []),
    ]


def _named(subjects: list[str]) -> str:
    return subjects[0] if len(subjects) == 1 else f"{subjects[0]} and {len(subjects) - 1} more"
