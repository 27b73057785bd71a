"""Write the archive of saved editions as plain files, for any web server."""

from __future__ import annotations

import argparse
from pathlib import Path

from digest.cli import wiring
from digest.errors import DigestError
from digest.text.plurals import pluralise


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where to write; it is made if need be")


def run(args: argparse.Namespace) -> int:
    from digest.pipeline.editorial import PublishedEditions
    from digest.web.archive import Archive
    from digest.web.export import export

    setup = wiring.setup(args)
    with setup.store() as store:
        released = PublishedEditions(store.editions, setup.settings, setup.clock)
        archive = Archive(released, setup.settings, served=False)
        try:
            written = export(archive, args.folder)
        except OSError as error:
            raise DigestError(
                f"{args.folder} cannot be written: {error.strerror}. Name another folder."
            ) from error
        print(
            f"{pluralise(len(archive.rows()), 'edition')} in {args.folder}: {pluralise(written, 'file')} new or changed"
        )
    return 0
