"""Make today's edition and save it, without sending anything.

An edition without a story is saved as well: the first of its problems says why, and the exit status is 3.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.models import Usage


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument(
        "--estimate", action="store_true", help="say what the model would cost, and make nothing"
    )

    parser.add_argument(
        "--again", action="store_true", help="make it anew even where it was edited or approved by hand"
    )


def run(args: argparse.Namespace) -> int:
    from digest import pipeline
    from digest.cli.display import shown
    from digest.cli.going_out import next_step
    from digest.cli.report import summary

    setup = wiring.setup(args)
    with setup.store() as store:
        if not args.estimate:
            store.editions.check_open(pipeline.edition_id(setup.settings, setup.now), again=args.again)
        with shown() as progress:
            run = setup.run(store, progress)
            if args.estimate:
                print(_estimated(pipeline.estimate(run)))
                return 0
            edition = pipeline.make(run)
        pipeline.save(edition, store, again=args.again)
        print(summary(edition))
        if not edition.sections:
            return wiring.NO_STORY
        print(
            f"Saved. `digest preview {edition.id}` shows it and lets you edit it. {next_step(setup, store, edition)}"
        )
    return 0


def _estimated(usage: Usage) -> str:
    """What a run would cost at most, second tries aside."""
    if not usage.calls:
        return "No model is asked: points are sentences of the articles, and nothing costs money."
    cost = "at a price that is not in the configuration" if usage.cost is None else f"${usage.cost:.4f}"
    return f"About {pluralise(usage.calls, 'call')}, {usage.prompt_tokens:,} + {pluralise(usage.completion_tokens, 'token')}, {cost}; retries come on top."
