"""Keep the list of those who get the digest: add, remove, list."""

from __future__ import annotations

import argparse

from digest.cli import common
from digest.errors import AddressError

HELP = "keep the list of recipients: add, remove, list"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)
    parser.add_argument("what", choices=("add", "remove", "list"))
    parser.add_argument("address", nargs="*", help="e-mail addresses, for add and remove")


def run(args: argparse.Namespace) -> int:
    if bool(args.address) == (args.what == "list"):
        raise AddressError(
            f"`subscribers {args.what}` takes {'no' if args.address else 'at least one'} address."
        )
    setup = common.setup(args)
    with setup.store() as store:
        if args.what == "list":
            for subscriber in store.subscribers.active():
                print(f"{subscriber.address}\tsince {subscriber.since:%Y-%m-%d}")
        elif args.what == "add":
            for address in common.addresses(args.address):
                added = store.subscribers.add(address, setup.now)
                print(f"{address} {'gets the digest from now on' if added else 'was on the list already'}.")
        else:
            for address in args.address:
                removed = store.subscribers.remove(address, setup.now)
                print(f"{address} {'gets no more copies' if removed else 'was not on the list'}.")
    return 0
