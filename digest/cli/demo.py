"""Show the bundled sample day: a made-up country's press, fully offline.

Nothing in it is real, and it can never be sent. Yesterday's edition is made first, so that today's says
what is new since.
"""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from digest.cli import preview, wiring
from digest.cli.sample_day import sample_edition


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    preview.display_options(parser)


def run(args: argparse.Namespace) -> int:
    from digest import config

    settings = config.parse(config.default_text())
    with sample_edition(settings, args.now or datetime.now(UTC)) as (edition, own_settings, texts):
        return preview.display(lambda: edition, lambda: own_settings, args, texts)
