"""Send a saved edition to the subscribers, or to one address.

Whoever has got a copy gets no second one, however often this is called; it goes on where it was stopped.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from digest.cli import common
from digest.errors import EditionError, RelayError

if TYPE_CHECKING:
    from digest.deliver import Report
    from digest.models import Edition
    from digest.store.store import Store

HELP = "send a saved edition"


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)
    parser.add_argument("edition", nargs="?", help="the edition's id, such as 2026-03-02 (the latest)")
    parser.add_argument(
        "--to", metavar="ADDRESS", action="append", help="send to this address alone; may be repeated"
    )
    parser.add_argument("--dry-run", action="store_true", help="say who would get it, and send nothing")


def run(args: argparse.Namespace) -> int:
    from digest import pipeline

    setup = common.setup(args)
    with setup.store() as store:
        edition = common.saved(store, args.edition)
        email = pipeline.letter(edition, setup.settings)
        addresses = common.addresses(args.to or [s.address for s in store.subscribers.active()])
        if not addresses:
            raise EditionError("Nobody is on the list. `digest subscribers add ADDRESS` adds somebody.")
        if args.dry_run:
            have = {copy.address for copy in store.deliveries.rows(edition.id, ("sent", "uncertain"))}
            print(
                f"Subject: {email.subject}\n{len(email.html.encode()):,} bytes of HTML, {len(email.text):,} characters of text"
            )
            for address in addresses:
                print(f"{address}\t{'has it already' if address in have else 'would get it'}")
            return 0
        if args.to:
            _alone(store, edition.id, addresses)
        return told(sent(edition, setup, store, addresses))


def _alone(store: Store, edition: str, addresses: list[str]) -> None:
    """Raises ``EditionError`` where a copy for somebody else would go out with those that were named."""
    waiting = {copy.address for copy in store.deliveries.rows(edition, ("pending", "deferred"))} - set(
        addresses
    )
    if waiting:
        raise EditionError(
            f"{len(waiting)} other readers still wait for edition {edition}. `digest resume` sends their copies first."
        )


def sent(edition: Edition, setup: common.Setup, store: Store, addresses: list[str]) -> Report:
    """Send the edition, showing progress. Raises ``DigestError`` where nothing could be sent."""
    from digest import deliver, pipeline
    from digest.cli.progress import shown

    if not setup.settings.smtp.host:
        raise RelayError(
            "smtp.host is not set, so nothing can be sent. Fill in `smtp` and `sender` in the configuration."
        )
    relay = deliver.open_relay(setup.settings.smtp, setup.secrets.smtp_password or "")
    with shown() as progress:
        return pipeline.send(
            edition, setup.settings, store, relay, addresses, clock=setup.clock, progress=progress
        )


def told(report: Report) -> int:
    """Print what became of the copies; the exit status is 1 where one is not settled."""
    counts = ", ".join(f"{count} {state}" for state, count in sorted(report.counts.items()) if count)
    print(f"sent      {report.sent} copies now; in all: {counts or 'none'}")
    for problem in report.problems:
        print(f"  {problem.subject}: {problem.reason}", file=sys.stderr)
    return 0 if report.finished and not report.problems else 1
