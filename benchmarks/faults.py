"""Whether a send survives what relays and databases do: nothing lost, nothing doubled, done when the fault ends.

    python -m benchmarks.faults [--recipients 300] [--connections 4]

For each fault an edition is sent while it lasts, then it ends and the edition is sent again until it is finished;
time between the sends is made up, so that nobody waits for pauses. A line each.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

from benchmarks.copies import EDITION, addresses, letter, settings
from benchmarks.sink import Sink
from digest.deliver import Campaign, Relay, SendResult, send
from digest.errors import DigestError
from digest.store import Store, open_store
from tests.deliver.sinks import listening

START = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
QUARTER = timedelta(minutes=15)
LAST_WORD = 1.0
"""Seconds to wait for the answer to a message: the real ten minutes would make this a long program."""

During = Callable[[Store, Path], AbstractContextManager[None]]


def measure(name: str, during: During, arguments: argparse.Namespace) -> dict[str, object]:
    """Send while the fault lasts, then until nothing is open."""
    start = monotonic()
    sink = Sink(fault=name if name in RELAY_FAULTS else "none", every=23)
    with _disk(small=name == "disk full") as folder, open_store(f"sqlite:///{folder}/digest.db") as store:
        store.editions.save(EDITION, date(2026, 3, 2), "{}", START)
        with listening(sink) as port:
            with during(store, folder):
                first = _send(store, port, arguments, START)
            sink.fault = "none"
            last, walks = _until_finished(store, port, arguments)
        rows = store.deliveries.rows(EDITION)
    taken = sink.taken
    lost = [row for row in rows if row.state == "sent" and not taken[row.address.encode()]]
    doubled = sum(count - 1 for count in taken.values())
    named = {problem.subject for problem in last.problems} if last else set()
    return {
        "benchmark": "faults",
        "fault": name,
        "while_it_lasts": first if isinstance(first, str) else dict(first.counts),
        "after_it": dict(last.counts) if last else None,
        "walks_after": walks,
        "lost": len(lost),
        "doubled": doubled,
        "in_doubt": sum(row.state == "uncertain" for row in rows),
        "all_named": {row.address for row in rows if row.state in {"uncertain", "failed"}} <= named,
        "wrong_messages": len(sink.wrong),
        "finished": last.finished if last else False,
        "seconds": round(monotonic() - start, 1),
    }


def _send(store: Store, port: int, arguments: argparse.Namespace, now: datetime) -> SendResult | str:
    config = settings(port, arguments.connections)
    smtp = config.smtp.model_copy(update={"timeout": 2.0})
    try:
        return send(
            Campaign(EDITION, letter(8)),
            addresses(arguments.recipients),
            store.deliveries,
            Relay(smtp, last_word=LAST_WORD),
            settings=config,
            clock=lambda: now,
        )
    except DigestError as error:
        return f"{type(error).__name__}: {error}"


def _until_finished(store: Store, port: int, arguments: argparse.Namespace) -> tuple[SendResult | None, int]:
    for walk in range(1, 50):
        report = _send(store, port, arguments, START + walk * QUARTER)
        if isinstance(report, SendResult) and report.finished:
            return report, walk
    return None, 50


@contextmanager
def _locked(_store: Store, folder: Path) -> Iterator[None]:
    """Another program holds the database for longer than a writer waits, and then lets go."""
    other = sqlite3.connect(folder / "digest.db", isolation_level=None, check_same_thread=False)

    def hold() -> None:
        sleep(0.5)
        other.execute("BEGIN IMMEDIATE")
        sleep(17)
        other.execute("ROLLBACK")

    thread = threading.Thread(target=hold)
    thread.start()
    try:
        yield
    finally:
        thread.join()
        other.close()


@contextmanager
def _full(_store: Store, folder: Path) -> Iterator[None]:
    """The disk has no room left for some seconds in the midst of the send."""
    ballast = folder / "ballast"

    def fill() -> None:
        sleep(0.4)
        with ballast.open("wb", buffering=0) as file, suppress(OSError):
            while file.write(bytes(4096)):
                pass
        sleep(6)
        ballast.unlink()

    thread = threading.Thread(target=fill)
    thread.start()
    try:
        yield
    finally:
        thread.join()


@contextmanager
def _disk(*, small: bool) -> Iterator[Path]:
    """A folder of its own; a small one is a file system in memory, which only root can mount."""
    with tempfile.TemporaryDirectory() as folder:
        if not small:
            yield Path(folder)
            return
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", folder], check=True)
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


def _calm(_store: Store, _folder: Path) -> AbstractContextManager[None]:
    return nullcontext()


RELAY_FAULTS = ("refuse", "hang", "drop", "cut", "greylist", "busy", "quota", "starve")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--recipients", type=int, default=300)
    parser.add_argument("--connections", type=int, default=4)
    arguments = parser.parse_args()
    for name in RELAY_FAULTS:
        print(json.dumps(measure(name, _calm, arguments)), flush=True)
    print(json.dumps(measure("database locked", _locked, arguments)), flush=True)
    if os.geteuid() == 0:
        print(json.dumps(measure("disk full", _full, arguments)), flush=True)


if __name__ == "__main__":
    main()
