"""Look through the e-mail of a saved edition before it goes out.

What a reader or a receiver would reject is an error, and forbids a send; what some mail programs show less
well is a warning. What the checks refuse of a text that was edited by hand is an error here and forbids nothing: the
words are the editor's.
"""

from __future__ import annotations

import argparse

from digest.cli import wiring
from digest.text.plurals import pluralise


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("edition", nargs="?", help="the edition's id, such as 2026-03-02 (the latest)")


def run(args: argparse.Namespace) -> int:
    from digest.editing import objections
    from digest.render.lint import errors, lint

    setup = wiring.setup(args)
    with setup.store() as store:
        edition = wiring.saved(store, args.edition)
    remarks = lint(edition, setup.settings)
    for remark in remarks:
        print(f"{remark.level:8}{remark.check}: {remark.reason}")
    edited = list(objections(edition))
    for part, doubt in edited:
        print(f"error   {doubt.check}: part {part.address}, “{part.text}”, edited by hand: {doubt.reason}")
    wrong, warnings = len(errors(remarks)) + len(edited), len(remarks) - len(errors(remarks))
    print(f"edition {edition.id}: {pluralise(wrong, 'error')}, {pluralise(warnings, 'warning')}")
    return 1 if wrong else 0
