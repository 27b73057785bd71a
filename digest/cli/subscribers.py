"""Keep the list of those who get the digest: add, remove, list; import and export it; tell or erase one reader.

A file to import is CSV with a line of headings, ours or that of another tool (Mailchimp, listmonk, Substack and
most others): addresses, dates of consent and who has left are found by the names of the columns. Who left this list
or was erased is not brought back by a file. `export` writes the whole list as CSV; with an address, all that
is kept about that reader as JSON. `restore --since DATE` puts those back whom bounces took off from that day on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import wiring
from digest.errors import AddressError
from digest.text.plurals import pluralise

if TYPE_CHECKING:
    from digest.models import BounceKind
    from digest.store import Store
    from digest.store.subscribers import Joined


_ADDED: dict[Joined, str] = {
    "added": "gets the digest from now on",
    "known": "was on the list already",
    "erased": "was erased and stays away: only its reader can sign up again",
}

_BOUNCED: dict[BounceKind, str] = {
    "blocked": "refusal for no fault of the reader",
    "unreachable": "unanswered attempt",
    "soft": "soft bounce",
    "hard": "hard bounce",
    "complaint": "complaint",
}


def arguments(parser: argparse.ArgumentParser) -> None:
    wiring.options(parser)
    parser.add_argument("what", choices=("add", "remove", "list", "import", "export", "erase", "restore"))
    parser.add_argument(
        "address", nargs="*", help="e-mail addresses for add, remove, export and erase, files for import"
    )
    parser.add_argument(
        "--since", metavar="DATE", help="restore who was taken off by bounces from this day (UTC) on"
    )


def run(args: argparse.Namespace) -> int:
    _check(args.what, args.address)
    since = _day(args.since) if args.what == "restore" else None
    setup = wiring.setup(args)
    with setup.store() as store:
        if args.what == "import":
            return max(_brought(store, Path(file), setup.now) for file in args.address)
        if since:
            return _restore(store, since)
        kept = {"list": _list, "add": _add, "remove": _remove, "export": _export, "erase": _erase}
        kept[args.what](store, args.address, setup.now)
    return 0


def _check(what: str, given: list[str]) -> None:
    """Raises AddressError if an address or a file is missing, or one too many."""
    if what in {"list", "restore"} and given:
        raise AddressError(f"`subscribers {what}` takes no address.")
    if what not in {"list", "export", "restore"} and not given:
        raise AddressError(
            f"`subscribers {what}` takes at least one {'file' if what == 'import' else 'address'}."
        )


def _day(text: str | None) -> datetime:
    """The beginning of the day. Raises AddressError if it is none."""
    try:
        return datetime.combine(date.fromisoformat(text or ""), time(), UTC)
    except ValueError:
        raise AddressError(
            "`subscribers restore` takes the first day of the bounces that are to be undone: --since 2026-03-02."
        ) from None


def _restore(store: Store, since: datetime) -> int:
    """Put those on the list again who were taken off it by bounces; never who left or complained."""
    back = store.bounces.restore(since)
    for address in back:
        print(f"{address} gets the digest again.")
    print(f"{pluralise(len(back), 'reader')} put back; who left or complained stays away.")
    return 0


def _list(store: Store, _addresses: list[str], _now: datetime) -> None:
    bounced = store.bounces.counts()
    for subscriber in sorted(store.subscribers.active(), key=lambda reader: reader.address.casefold()):
        counts = bounced.get(subscriber.address.casefold(), {})
        came_back = (f"\t{pluralise(count, _BOUNCED[kind])}" for kind, count in counts.items())
        print(f"{subscriber.address}\tsince {subscriber.since:%Y-%m-%d}{''.join(came_back)}")


def _add(store: Store, addresses: list[str], now: datetime) -> None:
    for address in wiring.addresses(addresses):
        print(f"{address} {_ADDED[store.subscribers.add(address, now)]}.")


def _remove(store: Store, addresses: list[str], now: datetime) -> None:
    for address in addresses:
        removed = store.subscribers.remove(address, now)
        print(f"{address} {'gets no more copies' if removed else 'was not on the list'}.")


def _erase(store: Store, addresses: list[str], now: datetime) -> None:
    for address in addresses:
        erased = store.personal.erase(address, now)
        print(f"{address} {'has been erased' if erased else 'was not known'}.")


def _export(store: Store, addresses: list[str], _now: datetime) -> None:
    from digest.cli import subscriber_files

    if not addresses:
        subscriber_files.export(store, sys.stdout)
    for address in addresses:
        print(json.dumps(store.personal.everything(address), ensure_ascii=False, indent=2))


def _brought(store: Store, file: Path, now: datetime) -> int:
    """Take the readers of the file; the exit status is 1 if an address could not be used."""
    from dataclasses import replace

    from digest.cli import subscriber_files

    counts: Counter[str] = Counter()
    for row in subscriber_files.rows(file, now):
        address = row.subscriber.address
        if row.skipped:
            counts["skipped"] += 1
            print(f"{file}:{row.line}: {address} is left out: {row.skipped}.", file=sys.stderr)
            continue
        try:
            (plain,) = wiring.addresses([address])
        except AddressError:
            counts["unusable"] += 1
            print(f"{file}:{row.line}: {address!r} is not an e-mail address.", file=sys.stderr)
        else:
            counts[store.subscribers.bring(replace(row.subscriber, address=plain))] += 1
    print(
        f"{file}: {counts['added']} added, {pluralise(counts['known'], 'was', 'were')} on the list already, "
        f"{pluralise(counts['left'] + counts['erased'], 'had left and stays', 'had left and stay')} away, {counts['skipped']} left out, "
        f"{counts['unusable']} unusable."
    )
    return int(bool(counts["unusable"]))
