"""Keep the list of those who get the digest: add, remove, list."""

from __future__ import annotations

import argparse
import sys

from digest.cli import common

HELP = "keep the list of recipients: add, remove, list"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)
    parser.add_argument("what", choices=("add", "remove", "list"))
    parser.add_argument("address", nargs="*", help="e-mail addresses, for add and remove")


def run(args: argparse.Namespace) -> int:
    if bool(args.address) == (args.what == "list"):
        print(
            f"digest: `subscribers {args.what}` takes {'no' if args.address else 'at least one'} address.",
            file=sys.stderr,
        )
        return 2
    setup = common.setup(args)
    with setup.store() as store:
        if args.what == "list":
            for subscriber in store.subscribers.active():
                print(f"{subscriber.address}\tsince {subscriber.since:%Y-%m-%d}")
            return 0
        outcomes = [
            store.subscribers.add(address, setup.now)
            if args.what == "add"
            else store.subscribers.remove(address, setup.now)
            for address in args.address
        ]
    return 0 if all(outcomes) else 1
