"""Serve the archive of saved editions on this machine.

It listens on loopback alone: put your own web server before it, or write plain files with `digest export`.
"""

from __future__ import annotations

import argparse

from digest.cli import common
from digest.errors import DigestError

HELP = "serve the archive of saved editions"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)
    parser.add_argument("--port", type=int, default=8001, help="port on this machine (8001)")


def run(args: argparse.Namespace) -> int:
    from digest.web.archive import Archive
    from digest.web.server import serve
    from digest.web.site import site

    setup = common.setup(args)

    def ready(address: str) -> None:
        print(f"The archive is at {address} until you press Ctrl-C.", flush=True)

    with setup.store() as store:
        try:
            serve(site(Archive(store.editions, setup.settings)), args.port, open_browser=False, ready=ready)
        except OSError as error:
            raise DigestError(
                f"Port {args.port} cannot be used: {error.strerror}. Name another with --port."
            ) from error
    return 0
