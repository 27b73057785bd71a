"""Stay up and make and send each edition when it is due, until stopped."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime

from digest.cli import common, run as run_command
from digest.errors import DigestError

HELP = "stay up and send each edition when it is due"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)


def run(args: argparse.Namespace) -> int:
    from digest.schedule import next_slot, tick_forever

    setup = common.setup(args)
    first = next_slot(setup.now, setup.settings.schedule, setup.settings.timezone)
    print(f"Waiting. The next edition is due {first:%a %d %b %H:%M %Z}. Ctrl-C ends it.", flush=True)

    def job() -> None:
        try:
            run_command.due(common.setup(args))
        except DigestError as error:
            print(f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC: {error}", file=sys.stderr, flush=True)

    tick_forever(job)
    return 0
