"""Send a saved edition to the subscribers, or to one address.

Whoever has got a copy gets no second one, however often this is called; it goes on where it was stopped. An edition
that waits to be approved goes to a named address as a trial copy: marked as one, and the edition stays open to edits.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.errors import EditionError, RelayError
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.deliver import Recipient, Relay, SendResult
    from digest.models import Edition
    from digest.store.store import Store


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("edition", nargs="?", help="the edition's id, such as 2026-03-02 (the latest)")
    parser.add_argument(
        "--to", metavar="ADDRESS", action="append", help="send to this address alone; may be repeated"
    )
    parser.add_argument("--dry-run", action="store_true", help="say who would get it, and send nothing")


def run(args: argparse.Namespace) -> int:
    from digest import pipeline

    setup = wiring.setup(args)
    with setup.store() as store:
        edition = wiring.saved(store, args.edition)
        email = pipeline.letter(edition, setup.settings)
        if not args.to and not store.subscribers.count():
            raise EditionError("Nobody is on the list. `digest subscribers add ADDRESS` adds somebody.")
        readers = _named(args.to) or pipeline.addressed(edition, store.subscribers.active(), setup.settings)
        if args.dry_run:
            print(
                f"Subject: {email.subject}\n{pluralise(len(email.html.encode()), 'byte')} of HTML, {pluralise(len(email.text), 'character')} of text"
            )
            _foretold(readers, setup, store, edition.id)
            return 0
        if args.to:
            return _by_name(edition, args.to, setup, store)
        status = told(sent(edition, setup, store, readers))
        return max(status, announced(edition, setup, store))


def _named(addresses: Sequence[str] | None) -> list[Recipient]:
    """Those who were named get the whole edition at once, whatever they chose."""
    from digest.deliver import Recipient

    return [Recipient(address) for address in wiring.addresses(addresses or [])]


def _by_name(edition: Edition, to: Sequence[str], setup: wiring.Setup, store: Store) -> int:
    """A copy for somebody who was named goes now or not at all: none waits to go out with the next send."""
    from digest import pipeline

    row = store.editions.find(edition.id)
    if row and (why := pipeline.reason(row, setup.settings, setup.clock())):
        return _on_trial(edition, to, setup, store, why)
    _alone(store, edition.id, to, setup.now)
    try:
        return told(sent(edition, setup, store, _named(to)))
    finally:
        store.deliveries.withdraw(edition.id, wiring.addresses(to))


def _on_trial(edition: Edition, to: Sequence[str], setup: wiring.Setup, store: Store, why: str) -> int:
    from digest import pipeline

    named, relay = wiring.addresses(to), _relay(setup)
    status = told(pipeline.trial(edition, setup.settings, store, relay, named, clock=setup.clock))
    print(f"That was on trial and changes nothing. {why}")
    return status


def _foretold(readers: Iterable[Recipient], setup: wiring.Setup, store: Store, edition: str) -> None:
    have = {copy.address for copy in store.deliveries.rows(edition, ("sent", "uncertain"))}
    for reader in readers:
        when = f" at {reader.due:%H:%M} UTC" if reader.due and reader.due > setup.now else ""
        print(f"{reader.address}\t{'has it already' if reader.address in have else f'would get it{when}'}")


def _alone(store: Store, edition: str, named: Sequence[str], now: datetime) -> None:
    """Raises ``EditionError`` where a copy for somebody else would go out with those that were named."""
    rows = store.deliveries.rows(edition, ("pending", "deferred"))
    waits = {copy.address for copy in rows if copy.state == "deferred" or not (copy.due and copy.due > now)}
    waiting = waits - set(wiring.addresses(named))
    if waiting:
        raise EditionError(
            f"{pluralise(len(waiting), 'other reader still waits', 'other readers still wait')} for edition {edition}. `digest resume` sends what is missing first."
        )


def sent(edition: Edition, setup: wiring.Setup, store: Store, readers: Iterable[Recipient]) -> SendResult:
    """Send the edition, showing progress. Raises ``DigestError`` where nothing could be sent."""
    from digest import pipeline
    from digest.cli.display import shown

    relay = _relay(setup)
    with shown() as progress:
        return pipeline.send(
            edition, setup.settings, store, relay, readers, clock=setup.clock, progress=progress
        )


def _relay(setup: wiring.Setup) -> Relay:
    if not setup.settings.smtp.host:
        raise RelayError(
            "smtp.host is not set, so nothing can be sent. Fill in `smtp` and `sender` in the configuration."
        )
    return setup.relay()


def announced(edition: Edition, setup: wiring.Setup, store: Store) -> int:
    """Tell other channels that the edition is out; 1 where one could not be told."""
    from digest import deliver, pipeline

    channels = deliver.read_channels(setup.secrets.channels or "", setup.settings.channels.file)
    problems = pipeline.announce(edition, setup.settings, store, channels, setup.clock())
    for problem in problems:
        print(f"  {problem.subject}: {problem.reason}", file=sys.stderr)
    return int(bool(problems))


def told(report: SendResult) -> int:
    """Print what became of the copies; the exit status is 1 where one is not settled and could be."""
    counts = ", ".join(f"{count} {state}" for state, count in sorted(report.counts.items()) if count)
    print(f"sent      {pluralise(report.sent, 'copy', 'copies')} now; in all: {counts or 'none'}")
    for problem in report.problems:
        print(f"  {problem.subject}: {problem.reason}", file=sys.stderr)
    return 0 if report.settled else 1
