"""Say why each story of a saved edition is in it, and what narrowly missed.

With STORY (its number as listed, the beginning of its id, or words of its headline) it tells all of one story: what
its score is made of, what was told before, and for each point its passage, how it came to be, what was found and what
was dropped.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.errors import EditionError
from digest.models import ORIGINS
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.models import Brief, Edition, Finding, KeyPoint, RunnerUp, ScorePart

_FAIR, _STRONG = 0.35, 0.7
"""From where on a part of a score is called fair or strong."""


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument(
        "story", nargs="?", help="its number, the beginning of its id, or words of its headline (all stories)"
    )
    parser.add_argument("--edition", metavar="ID", help="the edition's id, such as 2026-03-02 (the latest)")


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    with setup.store() as store:
        edition = wiring.saved(store, args.edition)
    if args.story is None:
        print("\n".join(_whole(edition)))
    elif (missed := _missed(edition, args.story)) is not None:
        print("\n".join(_narrowly([missed])).strip())
    else:
        number, brief = find(edition, args.story)
        print("\n".join(_story(edition, number, brief)))
    return 0


def find(edition: Edition, wanted: str) -> tuple[int, Brief]:
    """The story with its number, counted from 1. Raises ``EditionError`` if none or more than one fits."""
    numbered = list(enumerate(edition.briefs, 1))
    found = [pair for pair in numbered if wanted == str(pair[0])]
    found = found or [pair for pair in numbered if pair[1].story_id.startswith(wanted)]
    found = found or [pair for pair in numbered if _named(pair[1].headline, wanted)]
    if len(found) == 1:
        return found[0]
    which = "\n".join(f"  {number}  {brief.headline}" for number, brief in found or numbered)
    fits = "More than one story fits" if found else "No story fits"
    raise EditionError(f"{fits} {wanted!r} in edition {edition.id}. Name one by its number:\n{which}")


def _missed(edition: Edition, wanted: str) -> RunnerUp | None:
    """The story with these words in its headline that is not printed, if none is that has them."""
    if any(_named(brief.headline, wanted) for brief in edition.briefs):
        return None
    return next((story for story in edition.missed if _named(story.headline, wanted)), None)


def _named(headline: str, wanted: str) -> bool:
    """Whether the headline has all these words."""
    from digest.text.tokens import words

    return bool(words(wanted)) and set(words(headline)).issuperset(words(wanted))


def _whole(edition: Edition) -> Iterator[str]:
    yield f"edition {edition.id}: {pluralise(len(edition.briefs), 'story', 'stories')}"
    numbers = {brief.story_id: number for number, brief in enumerate(edition.briefs, 1)}
    for section in edition.sections:
        yield f"\n{section.topic}"
        for brief in section.briefs:
            yield f"{numbers[brief.story_id]:3}  {brief.headline}{_leads(edition, brief)}"
            yield from _why(brief)
    yield from _narrowly(edition.missed)
    yield "\n`digest explain NUMBER` tells all of one story."


def _leads(edition: Edition, brief: Brief) -> str:
    return "  [leads]" if brief == edition.leading else ""


def _why(brief: Brief) -> Iterator[str]:
    yield from (f"       {reason}" for reason in brief.reasons)
    yield f"       score {_score(brief.score, brief.parts)}"
    if brief.also_fits:
        yield f"       also fits {', '.join(brief.also_fits)}"
    if brief.storyline:
        yield f"       part of a longer affair: {brief.storyline}"
    if brief.told:
        yield f"       told in the edition of {brief.told.date} as “{brief.told.headline}”; only what is new is printed"


def _score(score: float, parts: Sequence[ScorePart]) -> str:
    said = ", ".join(f"{part.name} {_strength(part.value)} (counts {part.share:.0%})" for part in parts)
    return f"{score:.2f} of 1: {said}" if said else f"{score:.2f} of 1"


def _strength(value: float) -> str:
    return "strong" if value >= _STRONG else "fair" if value >= _FAIR else "weak"


def _narrowly(missed: Sequence[RunnerUp]) -> Iterator[str]:
    if missed:
        yield "\nNarrowly missed"
    for story in missed:
        yield f"  -  {story.headline}"
        yield f"       {story.why}"
        yield from (f"       {reason}" for reason in story.reasons)
        yield f"       score {story.score:.2f} of 1"


def _story(edition: Edition, number: int, brief: Brief) -> Iterator[str]:
    topic = next(section.topic for section in edition.sections if brief in section.briefs)
    yield f"{number}  {brief.headline}{_leads(edition, brief)}"
    yield f"   story {brief.story_id}, in {topic}, edition {edition.id}"
    yield "\nWhy it is in"
    yield from _why(brief)
    yield "\nArticles"
    for article in brief.articles:
        copied = ", the same text as another: no second witness" if article.url in brief.copies else ""
        yield f"  -  {article.outlet}: {article.title} ({article.form.replace('_', ' ')}{copied})"
        yield f"       {article.url}"
    if brief.corrections:
        yield "\nCorrected since it was told"
        yield from (f"  -  {c.outlet}: {c.text} (edition {c.edition_id})" for c in brief.corrections)
    yield "\nPoints"
    for point in brief.points:
        yield from _point(point)
    for contrast in brief.contrasts:
        yield f"\nSaid differently: {contrast.about}"
        for point in contrast.points:
            yield from _point(point)
    yield from _dropped(brief)


def _point(point: KeyPoint) -> Iterator[str]:
    yield f"  -  {point.text}"
    speaker = f", said by {point.speaker}" if point.speaker else ""
    yield f"       {point.kind}{speaker}; {ORIGINS[point.way]}{_vouched(point)}"
    for evidence in point.evidence:
        yield f"       {evidence.outlet}, characters {evidence.start} to {evidence.end}: “{evidence.quote}”"
    label = "the checks object" if point.way == "edited" else "found in an earlier try"
    yield from _findings(label, point.findings)


def _vouched(point: KeyPoint) -> str:
    return f"; judged by {point.judged_by}" if point.judged_by else "; proved" if point.proved else ""


def _dropped(brief: Brief) -> Iterator[str]:
    if brief.dropped:
        yield "\nDropped"
    for rejected in brief.dropped:
        yield f"  -  {rejected.claim.text}"
        yield f"       cites {', '.join(rejected.claim.cites) or 'nothing'}"
        yield from _findings("found", rejected.findings)


def _findings(label: str, findings: Sequence[Finding]) -> Iterator[str]:
    yield from (f"       {label}: {finding.reason} ({finding.check})" for finding in findings)
