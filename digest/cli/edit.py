"""List what a saved edition prints, and change it before it goes out: drop, reword, reorder, hold or approve.

Every part has a number: 3 is the third story, 3.2 its second point. The numbers of one call are those of the last list.
A text that was changed is marked as edited, and what the checks say against it is printed; it stays as it was written.
`digest preview EDITION` does the same in the browser.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from digest.cli import wiring

if TYPE_CHECKING:
    from collections.abc import Iterator

    from digest.editing import Edits
    from digest.models import Edition
    from digest.pipeline.editorial import Revision


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("edition", nargs="?", help="the edition's id, such as 2026-03-02 (the latest)")
    parser.add_argument("--drop", metavar="PART", action="append", help="leave this out; may be repeated")
    parser.add_argument("--first", metavar="STORY", default="", help="the story that leads the edition")
    for option, names, words in (
        ("--headline", ("STORY", "WORDS"), "a new headline; may be repeated"),
        ("--text", ("PART", "WORDS"), "new words for a point; may be repeated"),
        ("--move", ("STORY", "PLACE"), "put a story in the place of another one; may be repeated"),
    ):
        parser.add_argument(option, nargs=2, metavar=names, action="append", default=[], help=words)
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument("--approve", action="store_true", help="let it go out as it is after these changes")
    decision.add_argument("--hold", action="store_true", help="let it not go out until it is approved")


def run(args: argparse.Namespace) -> int:
    from digest.pipeline import editorial

    setup = wiring.setup(args)
    with setup.store() as store:
        desk = editorial.EditSession(store, wiring.saved(store, args.edition).id, setup.clock)
        sheet = desk.change(desk.look(), _edits(args))
        if args.approve or args.hold:
            sheet = desk.decide(sheet, "approved" if args.approve else "held")
    print("\n".join(_listed(sheet.edition)))
    print(editorial.reason(sheet.row, setup.settings, setup.clock()) or _free(sheet))
    return 0


def _edits(args: argparse.Namespace) -> Edits:
    from digest.editing import Edits

    texts = tuple((part, words) for part, words in (*args.headline, *args.text))
    return Edits(
        tuple(args.drop or ()), texts, args.first, tuple((story, place) for story, place in args.move)
    )


def _listed(edition: Edition) -> Iterator[str]:
    """The parts with their addresses, a section at a time."""
    from digest.editing import parts

    yield f"{edition.id}  {edition.title}"
    topics = {brief.story_id: section.topic for section in edition.sections for brief in section.briefs[:1]}
    stories = {str(number): brief.story_id for number, brief in enumerate(edition.briefs, 1)}
    for part in parts(edition):
        story = stories.get(part.address, "")
        if story in topics:
            yield f"\n{topics[story]}"
        leads = "  [leads]" if edition.leading and story == edition.leading.story_id else ""
        yield _wrapped(part.address, f"{part.text}{leads}{'  [edited]' if part.edited else ''}")
        yield from (_wrapped("", f"! {doubt.check}: {doubt.reason}") for doubt in part.doubts)
    yield ""


def _wrapped(address: str, text: str) -> str:
    """The text in lines that fit the terminal, behind its address."""
    from shutil import get_terminal_size
    from textwrap import fill

    width = min(get_terminal_size().columns, 110)
    return fill(text, max(width, 40), initial_indent=f"  {address:<6} ", subsequent_indent=" " * 9)


def _free(sheet: Revision) -> str:
    """What is to be said of an edition that nothing stops."""
    if sheet.row.sent:
        return "It is being sent or was sent, and can no longer be changed."
    approved = "Approved" if sheet.row.standing == "approved" else "It needs no approval"
    return f"{_objected(sheet.edition)}{approved}: `digest send {sheet.edition.id}` sends it, and so does the next run that is due."


def _objected(edition: Edition) -> str:
    """What the checks hold against the edited parts, by name; empty if nothing."""
    from digest.editing import objections
    from digest.text.plurals import pluralise

    found = [f"{doubt.check} in {part.address}" for part, doubt in objections(edition)]
    if not found:
        return ""
    return f"The checks have {pluralise(len(found), 'objection')} to what was edited: {', '.join(found)}.\n"
