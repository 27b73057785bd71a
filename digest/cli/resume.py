"""Go on with an edition whose sending was stopped, until every copy is settled; decide about uncertain copies.

Nobody gets a second copy, but the addresses that ``--again`` names. It waits for copies that the relay put off;
Ctrl-C ends it at any time and loses nothing.
"""

from __future__ import annotations

import argparse
from time import sleep
from typing import TYPE_CHECKING

from digest.cli import send, wiring
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.models import DeliveryState
    from digest.store.store import Store


ALL = "all"
"""In place of addresses: every copy that is uncertain."""

PAUSE = 15
"""Seconds between two looks at what has become due."""


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("edition", nargs="?", help="the edition's id (the latest)")
    parser.add_argument(
        "--again",
        metavar="ADDRESS",
        nargs="+",
        default=[],
        help="send these uncertain copies again; `all` for every one",
    )
    parser.add_argument(
        "--arrived",
        metavar="ADDRESS",
        nargs="+",
        default=[],
        help="these uncertain copies did arrive; `all` for every one",
    )
    parser.add_argument("--no-wait", action="store_true", help="do not wait for copies that were put off")


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    with setup.store() as store:
        edition = wiring.saved(store, args.edition)
        _decide(store, edition.id, args.again, "pending", setup)
        _decide(store, edition.id, args.arrived, "sent", setup)
        report = send.sent(edition, setup, store, [])
        while not report.finished and not args.no_wait:
            sleep(PAUSE)
            report = send.sent(edition, setup, store, [])
        return send.report(report)


def _decide(
    store: Store, edition: str, addresses: list[str], state: DeliveryState, setup: wiring.Setup
) -> None:
    if addresses == [ALL]:
        addresses = [copy.address for copy in store.deliveries.rows(edition, ["uncertain"])]
    if addresses:
        settled = store.deliveries.decide(edition, addresses, state, setup.clock())
        print(
            f"{settled} of {pluralise(len(addresses), 'uncertain copy', 'uncertain copies')} {'is' if settled == 1 else 'are'} now {state}."
        )
