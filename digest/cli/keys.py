"""Make a new key for readers' links, when somebody may have seen the old one.

From now on links are signed by the new key. Those in older mails work for 400 days more, since readers must be able to
leave by them; a program that serves the pages need not be started anew.
"""

from __future__ import annotations

import argparse

from digest.cli import wiring


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("what", choices=("rotate",))


def run(args: argparse.Namespace) -> int:
    from digest.store.keys import LIFE

    setup = wiring.setup(args)
    with setup.store() as store:
        number = store.keys.rotate(setup.now)
    print(
        f"Key {number} signs readers' links from now on. "
        f"Links in older copies work until {setup.now + LIFE:%Y-%m-%d}."
    )
    return 0
