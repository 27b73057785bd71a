"""Make today's edition from the feeds and show it, without saving or sending it.

On a terminal the page opens in the browser; elsewhere it is written to a file. Where not one feed can be
read the bundled sample day is shown instead, marked as a sample.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import common
from digest.errors import DigestError, OfflineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from digest.models import Edition
    from digest.settings import Settings

HELP = "make today's edition and show it in the browser"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)
    display_options(parser)


def display_options(parser: argparse.ArgumentParser) -> None:
    """Add the options on where a page goes."""
    parser.add_argument("--out", metavar="FILE", type=Path, help="write the page to this file and end")
    parser.add_argument("--no-open", action="store_true", help="serve the page, but leave the browser alone")
    parser.add_argument(
        "--port",
        type=_port,
        default=0,
        metavar="PORT",
        help="port of the page on this machine (any free one)",
    )


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 <= int(text) <= 65_535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: a number up to 65535")
    return int(text)


def run(args: argparse.Namespace) -> int:
    from digest.cli import demo

    setup = common.setup(args)
    try:
        edition = _made(setup)
    except OfflineError as error:
        print(f"{error}\nHere is the bundled sample day instead.", file=sys.stderr)
        return demo.show_sample(args, setup.settings, setup.now)
    return display(edition, lambda: common.setup(args).settings, args)


def _made(setup: common.Setup) -> Edition:
    from digest import pipeline
    from digest.cli.progress import shown

    with setup.store() as store, shown() as progress:
        return pipeline.make(
            pipeline.Run(setup.settings, store, setup.now, setup.secrets.api_key, progress=progress)
        )


def display(edition: Edition, settings: Callable[[], Settings], args: argparse.Namespace) -> int:
    """Print the summary and show the edition: in a file, or in the browser on a terminal.

    ``settings`` are asked for anew while the edition is shown, so that changes are seen at once.
    """
    from digest.cli.report import summary
    from digest.render import render_page

    print(summary(edition))
    if args.out or not sys.stdout.isatty():
        return _write(render_page(edition, settings()), args.out or Path(f"digest-{edition.id}.html"))
    from digest.web.preview import serve_preview

    def ready(address: str) -> None:
        print(f"The edition is at {address} until you press Ctrl-C.")

    try:
        serve_preview(lambda: (edition, settings()), args.config, args.port, not args.no_open, ready)
    except OSError as error:
        raise DigestError(
            f"Port {args.port} cannot be used: {error.strerror}. Without --port a free one is taken."
        ) from error
    return 0


def _write(page: str, path: Path) -> int:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise DigestError(
            f"{path} cannot be written: {error.strerror}. Name another with --out FILE."
        ) from error
    print(f"The edition is in {path}")
    return 0
