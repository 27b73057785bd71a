"""Make today's edition from the feeds and show it, without saving or sending it; or show a saved one, to edit it.

On a terminal the page opens in the browser; elsewhere it is written to a file, unless --port or --no-open asks for it to be served. Where not one feed can be
read the bundled sample day is shown instead, marked as a sample. A saved edition can be changed, held and approved
there until it is sent.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.errors import DigestError, OfflineError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from digest.models import Edition
    from digest.settings import Settings
    from digest.web.editing import Editing


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("edition", nargs="?", help="a saved edition to look at and edit (makes today's anew)")
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
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: a number up to 65535")
    return int(text)


def run(args: argparse.Namespace) -> int:
    from digest.cli.sample_day import sample_edition

    setup = wiring.setup(args)
    if args.edition:
        return _saved(setup, args)
    try:
        edition, texts = _made(setup)
    except OfflineError as error:
        print(f"{error}\nHere is the bundled sample day instead.", file=sys.stderr)
        with sample_edition(setup.settings, setup.now) as (sample, own_settings, texts):
            return display(lambda: sample, lambda: own_settings, args, texts)
    return display(lambda: edition, lambda: wiring.setup(args).settings, args, texts)


def _made(setup: wiring.Setup) -> tuple[Edition, Mapping[str, str]]:
    from digest import pipeline
    from digest.cli.display import shown

    with setup.store() as store:
        with shown() as progress:
            edition = pipeline.make(setup.run(store, progress))
        return edition, store.cited_texts.load(edition.id)


def _saved(setup: wiring.Setup, args: argparse.Namespace) -> int:
    """Show the saved edition with its form."""
    from secrets import token_urlsafe

    from digest.pipeline.editorial import EditSession
    from digest.web.editing import Editing

    def settings() -> Settings:
        return wiring.setup(args).settings

    with setup.store() as store:
        desk = EditSession(store, args.edition, setup.clock)
        texts = store.cited_texts.load(args.edition)
        editing = Editing(desk, settings, token_urlsafe())
        return display(lambda: desk.look().edition, settings, args, texts, editing)


def display(
    edition: Callable[[], Edition],
    settings: Callable[[], Settings],
    args: argparse.Namespace,
    texts: Mapping[str, str],
    editing: Editing | None = None,
) -> int:
    """Print the summary and show the edition: in a file, or in the browser on a terminal.

    Edition and settings are asked for anew while they are shown, so that changes are seen at once.
    """
    from digest.cli.report import summary
    from digest.render import render_page

    now = edition()
    print(summary(now))
    served = sys.stdout.isatty() or args.no_open or args.port
    if args.out or not served:
        return _write(render_page(now, settings()), args.out or Path(f"digest-{now.id}.html"))
    from digest.web.preview import serve_preview

    def ready(address: str) -> None:
        print(f"The edition is at {address} until you press Ctrl-C.", flush=True)

    try:
        serve_preview(
            lambda: (edition(), settings()),
            args.config,
            args.port,
            not args.no_open,
            ready,
            texts=texts,
            editing=editing,
        )
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
