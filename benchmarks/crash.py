"""What is lost, doubled or in doubt when a send is killed again and again.

    python -m benchmarks.crash [--database sqlite|postgresql] [--kills 20] [--recipients 10000] [--connections 8]

A process sends an edition to a sink that writes down what it takes; it is killed with SIGKILL at random moments
and started anew, until it ends by itself. Then the sink's list is compared with the table of copies: a copy is
lost if the table says "sent" and the sink has none, doubled if the sink has two, in doubt if the table says so.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from benchmarks.copies import EDITION, addresses, letter, settings
from digest.deliver import Campaign, open_relay, send
from digest.store import open_store
from tests.store.servers import postgres

PORT = 8841
LEASE = timedelta(seconds=1.5)


def work(url: str, recipients: int, connections: int) -> int:
    """The process that is killed: send until nothing is open."""
    config = settings(PORT, connections)
    with open_store(url) as store:
        while True:
            report = send(
                Campaign(EDITION, letter()),
                addresses(recipients),
                store.deliveries,
                open_relay(config.smtp),
                settings=config,
                lease=LEASE,
            )
            if report.finished:
                return 0
            time.sleep(0.2)


def measure(url: str, folder: Path, arguments: argparse.Namespace) -> dict[str, object]:
    """Kill and restart as often as asked, let the last one end, and compare."""
    with open_store(url) as store:
        store.editions.save(EDITION, date(2026, 3, 2), "{}", datetime.now(UTC))
    log = folder / "taken"
    sink = subprocess.Popen([sys.executable, "-m", "benchmarks.sink", str(PORT), "--log", str(log)])
    command = [sys.executable, "-m", "benchmarks.crash", "--work", url]
    command += ["--recipients", str(arguments.recipients), "--connections", str(arguments.connections)]
    try:
        time.sleep(1)
        kills, start = _killed(command, log, arguments), time.monotonic()
        subprocess.run(command, check=True)
    finally:
        sink.terminate()
        sink.wait()
    seconds = time.monotonic() - start
    return {**_compared(url, log, arguments, kills), "seconds_of_last_run": round(seconds, 1)}


def _killed(command: list[str], log: Path, arguments: argparse.Namespace) -> int:
    """Kill the process at random moments of its sending; says how often it was still at work."""
    chance, kills = random.Random(arguments.seed), 0  # noqa: S311 - moments, no secrets
    share = arguments.recipients / (arguments.kills + 2)
    while kills < arguments.kills:
        before = _lines(log)
        process = subprocess.Popen(command)
        aim = before + share * chance.uniform(0.2, 1)
        while _lines(log) < aim and process.poll() is None:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.02))
        if process.poll() is not None:
            break
        process.kill()
        process.wait()
        kills += 1
    return kills


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n") if log.exists() else 0


def _compared(url: str, log: Path, arguments: argparse.Namespace, kills: int) -> dict[str, object]:
    taken = Counter(line.split()[0] for line in log.read_text().splitlines())
    with open_store(url) as store:
        rows = store.deliveries.rows(EDITION)
    doubt = [row for row in rows if row.state == "uncertain"]
    bound = arguments.connections * kills
    lost = sum(row.state == "sent" and not taken[row.address] for row in rows)
    doubled = sum(count - 1 for count in taken.values())
    return {
        "benchmark": "crash",
        "database": url.partition(":")[0],
        "recipients": arguments.recipients,
        "connections": arguments.connections,
        "kills": kills,
        "states": dict(Counter(row.state for row in rows)),
        "without_row_or_open": arguments.recipients - sum(row.state in {"sent", "uncertain"} for row in rows),
        "lost": lost,
        "doubled": doubled,
        "uncertain": len(doubt),
        "uncertain_that_arrived": sum(bool(taken[row.address]) for row in doubt),
        "bound": bound,
        "holds": lost == 0 and doubled + len(doubt) <= bound,
    }


def _database(kind: str, folder: Path) -> AbstractContextManager[str]:
    return postgres() if kind == "postgresql" else nullcontext(f"sqlite:///{folder}/digest.db")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--recipients", type=int, default=10_000)
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", metavar="URL", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        sys.exit(work(arguments.work, arguments.recipients, arguments.connections))
    with tempfile.TemporaryDirectory() as name, _database(arguments.database, Path(name)) as url:
        print(json.dumps(measure(url, Path(name), arguments)))


if __name__ == "__main__":
    main()
