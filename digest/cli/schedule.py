"""Stay up and make and send each edition when it is due, until stopped."""

from __future__ import annotations

import argparse
import sys

from digest.cli import wiring
from digest.cli.run import coming, worked
from digest.errors import DigestError


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)


def run(args: argparse.Namespace) -> int:
    from digest.schedule import tick_forever

    setup = wiring.setup(args)
    print(f"Keeping to the schedule until Ctrl-C: what is due is sent now, then {coming(setup)}.", flush=True)
    said = ""

    def job() -> None:
        nonlocal said
        setup = wiring.setup(args)
        try:
            outcome = worked(setup)
            words = outcome and (outcome.waits or f"The next edition is due {coming(setup)}.")
            if words and words != said:
                print(words, flush=True)
                said = words
        except DigestError as error:
            print(f"{setup.now:%Y-%m-%d %H:%M} UTC: {error}", file=sys.stderr, flush=True)

    tick_forever(job)
    return 0
