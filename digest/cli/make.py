"""Make today's edition and save it, without sending anything."""

from __future__ import annotations

import argparse

from digest.cli import common

HELP = "make today's edition and save it"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)


def run(args: argparse.Namespace) -> int:
    from digest import pipeline
    from digest.cli.progress import shown
    from digest.cli.report import summary

    setup = common.setup(args)
    with setup.store() as store:
        with shown() as progress:
            edition = pipeline.make(
                pipeline.Run(setup.settings, store, setup.now, setup.secrets.api_key, progress=progress)
            )
        pipeline.save(edition, store)
    print(summary(edition))
    print(f"Saved. `digest show {edition.id}` prints it, `digest send {edition.id}` sends it.")
    return 0
