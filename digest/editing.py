"""Editing an edition by hand, before it goes out: pure, from an edition to an edition.

What can be edited has an address, as ``parts`` lists them: ``3`` is the third story, ``3.2`` its second point, ``3.line``
the line under its headline, ``3.sides`` what outlets disagree on; ``figure`` and ``quotation`` are those of the day,
``ahead.1`` is the first thing still to come. Addresses count from 1, in the edition as it was before any change.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from digest import verify
from digest.errors import EditionError
from digest.models import Brief, Edition, Evidence, Finding, KeyPoint, Section
from digest.text.plurals import pluralise

LONGEST = 1_000
"""Most characters of an edited text; what is longer was pasted by mistake."""
_ADDRESS = re.compile(
    r"(?P<story>\d{1,3})(?:\.(?P<inner>\d{1,3}|line|sides))?|ahead\.(?P<ahead>\d{1,3})|figure|quotation"
)


@dataclass(frozen=True, slots=True)
class EditedPart:
    """Something that can be edited or dropped: its address, its text, and what the checks say against it."""

    address: str
    text: str
    edited: bool = False
    doubts: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Edits:
    """What an editor wants, by address."""

    drop: tuple[str, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    """Addresses with their new words; those of a story are its headline."""
    first: str = ""
    """The story that leads the edition."""
    move: tuple[tuple[str, str], ...] = ()
    """Stories, each with the one whose place it takes, in that one's section."""


def parts(edition: Edition) -> Iterator[EditedPart]:
    """Everything that can be edited, in the order of the stories."""
    for number, brief in enumerate(edition.briefs, 1):
        yield EditedPart(
            str(number), brief.headline, brief.edited, _headline_doubts(brief) if brief.edited else ()
        )
        if brief.standfirst:
            yield _part(f"{number}.line", brief.standfirst)
        for place, point in enumerate(brief.points, 1):
            yield _part(f"{number}.{place}", point)
        if brief.contrasts:
            yield EditedPart(f"{number}.sides", "; ".join(contrast.about for contrast in brief.contrasts))
    for name, of_the_day in (("figure", edition.figure), ("quotation", edition.quotation)):
        if of_the_day:
            yield _part(name, of_the_day)
    for place, ahead in enumerate(edition.ahead, 1):
        yield _part(f"ahead.{place}", ahead.point)


def objections(edition: Edition) -> Iterator[tuple[EditedPart, Finding]]:
    """Everything that the checks say against texts that were edited, with the part that it is about."""
    return ((part, doubt) for part in parts(edition) for doubt in part.doubts)


def edit(edition: Edition, edits: Edits) -> Edition:
    """The edition with those changes: texts first, then the order, then what is dropped.

    A new text is marked as edited and keeps its evidence; what the checks say against it is kept with it. Raises
    ``EditionError`` for an address that is not there, a text that is empty or too long, and for a story that would
    be left without a point.
    """
    order = _Order(edition)
    made = edition
    for address, text in edits.texts:
        made = _written(made, order, address, text)
    if edits.first:
        made = replace(made, lead=order.story(edits.first))
    for address, place in edits.move:
        made = _moved(made, order.story(address), order.story(place))
    return _without(made, order, edits.drop)


class _Order:
    """What addresses mean, however the edition changes meanwhile: stories by their ids."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._known = {part.address for part in parts(edition)}

    def checked(self, address: str) -> str:
        """The address. Raises ``EditionError`` if nothing has it."""
        if address not in self._known:
            stories = len(self._edition.briefs)
            hint = (
                ""
                if _ADDRESS.fullmatch(address)
                else " Addresses are such as 3 for a story and 3.2 for a point."
            )
            raise EditionError(
                f"There is no {address!r} in the edition {self._edition.id}, which has {pluralise(stories, 'story', 'stories')}.{hint} "
                f"`digest edit {self._edition.id}` lists what there is."
            )
        return address

    def story(self, address: str) -> str:
        """The id of the story with that number."""
        number = self.checked(address).partition(".")[0]
        if not number.isdecimal():
            raise EditionError(f"{address!r} is not a story: stories have a number.")
        return self._edition.briefs[int(number) - 1].story_id


def _part(address: str, point: KeyPoint) -> EditedPart:
    edited = point.way == "edited"
    return EditedPart(address, point.text, edited, point.findings if edited else ())


def _headline_doubts(brief: Brief) -> tuple[Finding, ...]:
    """What the checks say against a headline: it may rest on the articles' own, and on what the points rest on."""
    titles = [Evidence(a.url, a.outlet, a.title, 0, len(a.title)) for a in brief.articles]
    passages = [passage for point in brief.points for passage in point.evidence]
    return verify.examine_edit(brief.headline, (*titles, *passages), brief.articles)


def _written(edition: Edition, order: _Order, address: str, text: str) -> Edition:
    """The edition with a new text at that address."""
    words = verify.clean(text)
    if not words or len(words) > LONGEST:
        reason = f"has {len(words)} characters, {LONGEST} fit" if words else "is empty: drop it instead"
        raise EditionError(f"The new text of {address} {reason}.")
    name, _, inner = order.checked(address).partition(".")
    sources = [article for brief in edition.briefs for article in brief.articles]

    def new(point: KeyPoint) -> KeyPoint:
        return verify.edited_point(words, point, sources)

    if name == "figure" and edition.figure:
        return replace(edition, figure=new(edition.figure))
    if name == "quotation" and edition.quotation:
        return replace(edition, quotation=new(edition.quotation))
    if name == "ahead":
        entries = list(edition.ahead)
        entries[int(inner) - 1] = replace(entries[int(inner) - 1], point=new(entries[int(inner) - 1].point))
        return replace(edition, ahead=tuple(entries))
    if inner == "sides":
        raise EditionError("What outlets disagree on is theirs to say: it can be dropped, not rewritten.")
    return _with(edition, order.story(address), lambda brief: _rewritten(brief, inner, words, new))


def _rewritten(brief: Brief, inner: str, words: str, new: Callable[[KeyPoint], KeyPoint]) -> Brief:
    """The brief with a new headline (no ``inner``), standfirst or point."""
    if not inner:
        return brief if words == brief.headline else replace(brief, headline=words, edited=True)
    if inner == "line" and brief.standfirst:
        return replace(brief, standfirst=new(brief.standfirst))
    points = list(brief.points)
    points[int(inner) - 1] = new(points[int(inner) - 1])
    return replace(brief, points=tuple(points))


def _moved(edition: Edition, story: str, place: str) -> Edition:
    """The story in the place of another one, which it pushes back, or forward where it comes from before it."""
    if story == place:
        return edition
    ids = [brief.story_id for brief in edition.briefs]
    behind = ids.index(story) < ids.index(place)
    moving = next(brief for brief in edition.briefs if brief.story_id == story)

    def placed(brief: Brief) -> tuple[Brief, ...]:
        if brief.story_id == story:
            return ()
        if brief.story_id != place:
            return (brief,)
        return (brief, moving) if behind else (moving, brief)

    return _sections(edition, placed)


def _without(edition: Edition, order: _Order, addresses: Sequence[str]) -> Edition:
    """The edition without what stands at those addresses."""
    stories = {order.story(a) for a in addresses if order.checked(a).isdecimal()}
    ahead = {int(a.partition(".")[2]) for a in addresses if a.startswith("ahead.")}
    inner: dict[str, set[str]] = {}
    for address in addresses:
        name, _, rest = address.partition(".")
        if rest and name != "ahead":
            inner.setdefault(order.story(address), set()).add(rest)
    for story in inner.keys() - stories:
        edition = _with(edition, story, partial(_shortened, gone=inner[story]))
    edition = replace(
        edition,
        figure=None if "figure" in addresses else edition.figure,
        quotation=None if "quotation" in addresses else edition.quotation,
        ahead=tuple(entry for place, entry in enumerate(edition.ahead, 1) if place not in ahead),
    )
    return _without_stories(edition, stories)


def _shortened(brief: Brief, gone: set[str]) -> Brief:
    points = tuple(point for place, point in enumerate(brief.points, 1) if str(place) not in gone)
    if not points:
        raise EditionError(f"No point of “{brief.headline}” would be left. Drop the whole story instead.")
    return replace(
        brief,
        points=points,
        standfirst=None if "line" in gone else brief.standfirst,
        contrasts=() if "sides" in gone else brief.contrasts,
    )


def _without_stories(edition: Edition, stories: set[str]) -> Edition:
    """The edition without those stories, and without what else it prints that rests on them alone."""
    if not stories:
        return edition
    left = _sections(edition, lambda brief: () if brief.story_id in stories else (brief,))
    urls = {article.url for brief in left.briefs for article in brief.articles}

    def rests(point: KeyPoint | None) -> KeyPoint | None:
        return point if point and any(passage.url in urls for passage in point.evidence) else None

    return replace(
        left,
        lead="" if left.lead in stories else left.lead,
        ahead=tuple(entry for entry in left.ahead if entry.story_id not in stories),
        figure=rests(left.figure),
        quotation=rests(left.quotation),
    )


def _with(edition: Edition, story: str, change: Callable[[Brief], Brief]) -> Edition:
    return _sections(edition, lambda brief: (change(brief),) if brief.story_id == story else (brief,))


def _sections(edition: Edition, change: Callable[[Brief], tuple[Brief, ...]]) -> Edition:
    """The edition with each brief replaced by what it becomes; a section without any goes."""
    changed = (Section(s.topic, tuple(new for b in s.briefs for new in change(b))) for s in edition.sections)
    return replace(edition, sections=tuple(section for section in changed if section.briefs))
