"""Stay up and make and send each edition when it is due, until stopped.

A configuration that is broken for a moment stops nothing: the one before is used until it is mended. Ctrl-C and SIGTERM stop it
before anything is sent; while copies are on their way these are finished first, and a second Ctrl-C breaks them off.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from typing import TextIO

from digest.cli import wiring
from digest.cli.monitoring import monitored
from digest.cli.run import coming, worked
from digest.errors import ConfigError, DigestError


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)


def run(args: argparse.Namespace) -> int:
    from digest.schedule import tick_forever

    setup = wiring.setup(args)
    print(
        f"Keeping to the schedule until Ctrl-C: what is due is sent now; the next edition is due {coming(setup)}.",
        flush=True,
    )
    said = ""

    def say_once(words: str, stream: TextIO | None = None) -> None:
        nonlocal said
        if words and words != said:
            print(words, file=stream, flush=True)
            said = words

    def job() -> None:
        nonlocal setup
        setup, broken = reloaded(args, setup)
        say_once(broken, sys.stderr)
        try:
            outcome = worked(setup)
            say_once(
                broken or (outcome and (outcome.waits or f"The next edition is due {coming(setup)}.")) or ""
            )
        except DigestError as error:
            print(f"{setup.now:%Y-%m-%d %H:%M} UTC: {error}", file=sys.stderr, flush=True)

    try:
        with monitored(setup):
            tick_forever(job)
    except KeyboardInterrupt:
        print(
            "Stopped in the middle of an edition. What was saved stays saved; the next start goes on from there."
        )
    return 0


def reloaded(args: argparse.Namespace, last: wiring.Setup) -> tuple[wiring.Setup, str]:
    """The configuration as it is now; if it is broken, the last one that was whole, and what is to be said about it."""
    try:
        return wiring.setup(args), ""
    except ConfigError as error:
        now = last.now if last.pretended else datetime.now(UTC)
        return last._replace(
            now=now
        ), f"{error}\nUntil that is mended, the configuration as it was before is used."
