"""Keep the list of those who get the digest: add, remove, list; import and export it as CSV.

A file to import has a line of headings; the column with the addresses is called address, email or e-mail
address, and a column since, date or optin date, where there is one, says since when. Other columns are left alone,
so what other mailing tools export can be read. Who left this list is not brought back by a file.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import common
from digest.errors import AddressError

if TYPE_CHECKING:
    from digest.store import Store

HELP = "keep the list of recipients: add, remove, list, import, export"

_ADDRESS = ("address", "email", "e-mail", "email address", "e-mail address")
_SINCE = ("since", "date", "created_at", "subscribed_at", "confirm_time", "optin_time", "optin date")


def arguments(parser: argparse.ArgumentParser) -> None:
    common.options(parser)
    parser.add_argument("what", choices=("add", "remove", "list", "import", "export"))
    parser.add_argument("address", nargs="*", help="e-mail addresses for add and remove, files for import")


def run(args: argparse.Namespace) -> int:
    if bool(args.address) == (args.what in {"list", "export"}):
        what = "file" if args.what == "import" else "address"
        raise AddressError(
            f"`subscribers {args.what}` takes {'no' if args.address else 'at least one'} {what}."
        )
    setup = common.setup(args)
    with setup.store() as store:
        if args.what == "import":
            return max(_brought(store, Path(file), setup.now) for file in args.address)
        kept = {"list": _list, "add": _add, "remove": _remove, "export": _export}
        kept[args.what](store, args.address, setup.now)
    return 0


def _list(store: Store, _addresses: list[str], _now: datetime) -> None:
    bounced = store.bounces.counts()
    for subscriber in store.subscribers.active():
        counts = bounced.get(subscriber.address.casefold(), {})
        came_back = "".join(f"\t{count} {kind} bounces" for kind, count in counts.items())
        print(f"{subscriber.address}\tsince {subscriber.since:%Y-%m-%d}{came_back}")


def _add(store: Store, addresses: list[str], now: datetime) -> None:
    for address in common.addresses(addresses):
        added = store.subscribers.add(address, now)
        print(f"{address} {'gets the digest from now on' if added else 'was on the list already'}.")


def _remove(store: Store, addresses: list[str], now: datetime) -> None:
    for address in addresses:
        removed = store.subscribers.remove(address, now)
        print(f"{address} {'gets no more copies' if removed else 'was not on the list'}.")


def _brought(store: Store, file: Path, now: datetime) -> int:
    """Take the addresses of the file; the exit status is 1 where one could not be used."""
    counts: Counter[str] = Counter()
    for line, address, since in _rows(file, now):
        try:
            counts[store.subscribers.bring(common.addresses([address])[0], since)] += 1
        except AddressError:
            counts["unusable"] += 1
            print(f"{file}:{line}: {address!r} is no e-mail address.", file=sys.stderr)
    print(
        f"{file}: {counts['added']} added, {counts['known']} were on the list already, "
        f"{counts['left']} had left and stay away, {counts['unusable']} unusable."
    )
    return int(bool(counts["unusable"]))


def _rows(file: Path, now: datetime) -> Iterator[tuple[int, str, datetime]]:
    """Line, address and date of each row. Raises AddressError where the file has no column of addresses."""
    try:
        with file.open(newline="", encoding="utf-8-sig") as text:
            reader = csv.DictReader(text)
            names = {name.strip().lower(): name for name in reversed(reader.fieldnames or [])}
            column = next((names[name] for name in _ADDRESS if name in names), None)
            if column is None:
                raise AddressError(f"{file} has no column of addresses. Call one of its columns address.")
            since = next((names[name] for name in _SINCE if name in names), "")
            for row in reader:
                yield reader.line_num, (row[column] or "").strip(), _moment(row.get(since) or "", now)
    except (OSError, UnicodeError, csv.Error) as error:
        raise AddressError(
            f"{file} cannot be read as CSV in UTF-8: {error}. Save it anew and try again."
        ) from error


def _moment(text: str, now: datetime) -> datetime:
    """The date of a row; now where it has none that can be read."""
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return now
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _export(store: Store, _addresses: list[str], _now: datetime) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["address", "since", "active", "asked_at", "confirmed_at", "form", "consent"])
    for reader in store.subscribers.list():
        proof = store.signups.proof(reader.address)
        kept = (
            (proof[1].isoformat(), proof[2] and proof[2].isoformat(), proof[0].form, proof[0].consent)
            if proof
            else ()
        )
        writer.writerow([reader.address, reader.since.isoformat(), "yes" if reader.active else "no", *kept])
