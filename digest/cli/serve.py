"""Serve the pages for readers until stopped: the archive with its search and its feed, signing up and leaving.

It speaks plain HTTP and listens on this machine alone: put a web server with TLS before it. Without `web.url` it
shows the archive alone.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.cli.monitoring import monitored
from digest.errors import DigestError

if TYPE_CHECKING:
    from digest.store.store import Store
    from digest.web.signup import Signup


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)


def run(args: argparse.Namespace) -> int:
    from digest.pipeline.editorial import PublishedEditions
    from digest.web.app import site
    from digest.web.archive import Archive
    from digest.web.server import serve

    setup = wiring.setup(args)
    web = setup.settings.web

    def ready(address: str) -> None:
        public = f", for readers at {web.url}" if web.url else ""
        print(f"The archive is at {address}{public}. Ctrl-C ends it.", flush=True)

    with setup.store() as store, monitored(setup):
        signup = _signup(setup, store)
        if signup is None:
            print("Nobody can sign up here: web.url is empty, or web.signup is false.", flush=True)
        released = PublishedEditions(store.editions, setup.settings, setup.clock)
        app = site(Archive(released, setup.settings), signup)
        try:
            serve(app, web.port, host=web.host, open_browser=False, ready=ready)
        except OSError as error:
            raise DigestError(
                f"{web.host}:{web.port} cannot be used: {error.strerror}. Change web.host or web.port."
            ) from error
    return 0


def _signup(setup: wiring.Setup, store: Store) -> Signup | None:
    from digest.pipeline.send import reader_links
    from digest.web.signup import Signup

    links = reader_links(setup.settings, store, setup.now)
    if links is None:
        return None
    relay = setup.relay()
    return Signup(setup.settings, store, links, relay, setup.clock)
