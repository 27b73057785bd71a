"""Send a saved edition to the readers on the list, or a test copy to an address.

Readers who already have a copy are skipped, however often this is called; it goes on where it was stopped. A copy for
an address given by --to is a test: it is marked as one and changes nothing, and the edition stays open to edits.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.errors import EditionError, RelayError
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.deliver import Recipient, Relay, SendResult
    from digest.models import Edition
    from digest.pipeline import Dispatch
    from digest.store.store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("edition", nargs="?", help="the edition's id, such as 2026-03-02 (the latest)")
    parser.add_argument(
        "--to", metavar="ADDRESS", action="append", help="send a test copy to this address; may be repeated"
    )
    parser.add_argument("--dry-run", action="store_true", help="say who would get it, and send nothing")


def run(args: argparse.Namespace) -> int:
    setup = wiring.setup(args)
    with setup.store() as store:
        edition = wiring.saved(store, args.edition)
        dispatch = setup.dispatch(edition, store)
        email = dispatch.email()
        if not args.to and not store.subscribers.count():
            raise EditionError("Nobody is on the list. `digest subscribers add ADDRESS` adds somebody.")
        if args.dry_run:
            print(
                f"Subject: {email.subject}\n{pluralise(len(email.html.encode()), 'byte')} of HTML, {pluralise(len(email.text), 'character')} of text"
            )
            _print_recipients(dispatch, args.to)
            return 0
        if args.to:
            return _test(edition, setup, store, args.to)
        status = report(sent(edition, setup, store))
        return max(status, announced(edition, setup, store))


def _test(edition: Edition, setup: wiring.Setup, store: Store, to: Sequence[str]) -> int:
    from digest import pipeline
    from digest.cli.display import shown

    addresses, relay = wiring.addresses(to), _relay(setup)
    with shown() as progress:
        status = report(pipeline.send_test(setup.dispatch(edition, store, progress), relay, addresses))
    print("That was a test: the edition stays as it was, and its readers still get their copies.")
    return status


def _print_recipients(dispatch: Dispatch, to: Sequence[str] | None) -> None:
    for address in wiring.addresses(to or []):
        print(f"{address}\twould get a test copy")
    if to:
        return
    have = {
        copy.address for copy in dispatch.store.deliveries.rows(dispatch.edition.id, ("sent", "uncertain"))
    }
    for reader in dispatch.recipients():
        when = f" at {reader.due:%H:%M} UTC" if reader.due and reader.due > dispatch.clock() else ""
        print(f"{reader.address}\t{'has it already' if reader.address in have else f'would get it{when}'}")


def sent(
    edition: Edition, setup: wiring.Setup, store: Store, to: Sequence[Recipient] | None = None
) -> SendResult:
    """Send the edition to the readers on the list or to those given, showing progress.

    Raises ``DigestError`` if nothing could be sent.
    """
    from digest import pipeline
    from digest.cli.display import shown

    relay = _relay(setup)
    with shown() as progress:
        return pipeline.send(setup.dispatch(edition, store, progress), relay, to)


def _relay(setup: wiring.Setup) -> Relay:
    if not setup.settings.smtp.host:
        raise RelayError(
            "smtp.host is not set, so nothing can be sent. Fill in `smtp` and `sender` in the configuration."
        )
    return setup.relay()


def announced(edition: Edition, setup: wiring.Setup, store: Store) -> int:
    """Tell other channels that the edition is out; 1 if one could not be told."""
    from digest import pipeline
    from digest.deliver.notify import read_channels

    channels = read_channels(setup.secrets.channels or "", setup.settings.channels.file)
    problems = pipeline.announce(setup.dispatch(edition, store), channels)
    for problem in problems:
        print(f"  {problem.subject}: {problem.reason}", file=sys.stderr)
    return int(bool(problems))


def report(result: SendResult) -> int:
    """Print what became of the copies; the exit status is 1 if one is not settled and could be."""
    counts = ", ".join(f"{count} {state}" for state, count in sorted(result.counts.items()) if count)
    print(f"sent      {pluralise(result.sent, 'copy', 'copies')} now; in all: {counts or 'none'}")
    for problem in result.problems:
        print(f"  {problem.subject}: {problem.reason}", file=sys.stderr)
    return 0 if result.settled else 1
