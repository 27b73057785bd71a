"""Serve the pages on which readers sign up, confirm and leave, until stopped.

It speaks plain HTTP and listens on this machine alone: put a web server with TLS before it.
"""

from __future__ import annotations

import argparse

from digest.cli import common
from digest.errors import ConfigError

HELP = "serve the pages on which readers sign up and leave"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)


def run(args: argparse.Namespace) -> int:
    import uvicorn

    from digest import deliver, pipeline
    from digest.web.signup import Signup

    setup = common.setup(args)
    settings = setup.settings
    with setup.store() as store:
        links = pipeline.own_links(settings, store, setup.now)
        if links is None:
            raise ConfigError(f"{args.config}: web.url is empty. Set the public address of the pages.")
        relay = deliver.open_relay(settings.smtp, setup.secrets.smtp_password or "")
        app = Signup(settings, store, links, relay, setup.clock).app()
        print(
            f"Readers sign up on {settings.web.url}, served from {settings.web.host}:{settings.web.port}. Ctrl-C ends it.",
            flush=True,
        )
        # Not in the log: a reader's own address is a key to the list.
        uvicorn.run(
            app,
            host=settings.web.host,
            port=settings.web.port,
            log_level="warning",
            access_log=False,
            server_header=False,
        )
    return 0
