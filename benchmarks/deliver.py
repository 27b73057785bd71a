"""How fast copies of 60 KB leave, each with its row in the database, and what many readers cost.

    python -m benchmarks.deliver speed [--messages 1000]   ours against smtplib, into our sink, 0 and 20 ms a reply
    python -m benchmarks.deliver postfix [--messages 2000] ours against Postfix's smtp-source, into its smtp-sink
    python -m benchmarks.deliver scale [--recipients 1000 10000 100000]   CPU, memory, database time

Rivals take turns, in one program, on the same machine; look at the ratios. Each figure is the median of its rounds.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import smtplib
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime
from statistics import median

from benchmarks.copies import EDITION, addresses, letter, settings
from digest.deliver import Campaign, open_relay, send
from digest.deliver.message import compose
from digest.deliver.smtp.addresses import parse_address
from digest.store import Store, open_store

PORT = 8845

Sender = Callable[[int, int], float]
"""Seconds for so many messages over so many connections."""


def ours(messages: int, connections: int) -> float:
    """Seconds for sending with a row per copy, marked before it leaves and when it ended."""
    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/digest.db") as store:
        store.editions.save(EDITION, date(2026, 3, 2), "{}", datetime.now(UTC))
        start = time.perf_counter()
        report = _sent(store, messages, connections)
        assert report == {"sent": messages}, report
        return time.perf_counter() - start


def _sent(store: Store, messages: int, connections: int) -> object:
    config, relay = settings(PORT, connections), open_relay(settings(PORT, connections).smtp)
    readers = addresses(messages)
    return send(Campaign(EDITION, letter()), readers, store.deliveries, relay, settings=config).counts


def plain(messages: int, connections: int) -> float:
    """Seconds for smtplib's own sending of one message that was built before, remembering nothing."""
    config = settings(PORT, connections)
    message = compose(letter(), config.title, config.sender, datetime.now(UTC)).copy(
        parse_address("reader@reader.example"), "<1@here.example>"
    )

    def work(readers: Sequence[str]) -> None:
        with smtplib.SMTP("127.0.0.1", PORT) as client:
            for reader in readers:
                client.sendmail("brief@here.example", [reader], message)

    readers = list(addresses(messages))
    start = time.perf_counter()
    with ThreadPoolExecutor(connections) as threads:
        list(threads.map(work, [readers[i::connections] for i in range(connections)]))
    return time.perf_counter() - start


def source(messages: int, connections: int) -> float:
    """Seconds of Postfix's generator of messages, which keeps its connections open."""
    command = ["smtp-source", "-d", "-s", str(connections), "-l", "62000", "-m", str(messages)]
    start = time.perf_counter()
    subprocess.run(
        [*command, "-f", "a@here.example", "-t", "b@there.example", f"127.0.0.1:{PORT}"], check=True
    )
    return time.perf_counter() - start


@contextmanager
def _running(*command: str) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    time.sleep(1)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def _sink(delay: float) -> tuple[str, ...]:
    return (sys.executable, "-m", "benchmarks.sink", str(PORT), "--delay", str(delay), "--unchecked")


def _in_turns(us: Sender, them: Sender, messages: int, connections: int, rounds: int) -> list[float]:
    """Messages a second of both: the machine may slow down for a while, and then does for both."""
    seconds = [(us(messages, connections), them(messages, connections)) for _ in range(rounds)]
    return [messages / median(column) for column in zip(*seconds, strict=True)]


def speed(arguments: argparse.Namespace) -> Iterator[dict[str, object]]:
    for delay in (0.0, 0.02):
        for connections in arguments.connections:
            messages = min(arguments.messages, connections * 100 if delay else arguments.messages)
            with _running(*_sink(delay)):
                us, them = _in_turns(ours, plain, messages, connections, arguments.rounds)
            yield {
                "benchmark": "deliver speed",
                "ms_a_reply": delay * 1000,
                "connections": connections,
                "messages": messages,
                "ours_per_second": round(us),
                "smtplib_per_second": round(them),
                "ratio": round(us / them, 2),
            }


def postfix(arguments: argparse.Namespace) -> Iterator[dict[str, object]]:
    if not shutil.which("smtp-sink"):
        yield {"benchmark": "deliver postfix", "skipped": "smtp-sink is not installed (Debian: postfix)"}
        return
    for connections in arguments.connections:
        with _running("smtp-sink", "-u", "nobody", f"127.0.0.1:{PORT}", "256"):
            us, them = _in_turns(ours, source, arguments.messages, connections, arguments.rounds)
        yield {
            "benchmark": "deliver postfix",
            "connections": connections,
            "messages": arguments.messages,
            "ours_per_second": round(us),
            "smtp_source_per_second": round(them),
            "ratio": round(us / them, 2),
        }


def scale(arguments: argparse.Namespace) -> Iterator[dict[str, object]]:
    """Each size in a process of its own, whose memory and time are its own."""
    for recipients in arguments.recipients:
        with _running(*_sink(0.0)):
            command = [sys.executable, "-m", "benchmarks.deliver", "one", "--recipients", str(recipients)]
            yield json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def one(arguments: argparse.Namespace) -> Iterator[dict[str, object]]:
    (recipients,) = arguments.recipients
    busy = 0.0

    class Timed:
        """The outbox, with a clock around each of its answers."""

        def __init__(self, outbox: object) -> None:
            self._outbox = outbox

        def __getattr__(self, name: str) -> object:
            method = getattr(self._outbox, name)

            def timed(*args: object, **kwargs: object) -> object:
                nonlocal busy
                start = time.perf_counter()
                try:
                    return method(*args, **kwargs)
                finally:
                    busy += time.perf_counter() - start

            return timed

    with tempfile.TemporaryDirectory() as folder, open_store(f"sqlite:///{folder}/digest.db") as store:
        store.editions.save(EDITION, date(2026, 3, 2), "{}", datetime.now(UTC))
        store.deliveries = Timed(store.deliveries)  # type: ignore[assignment] # answers like the outbox
        start = time.perf_counter()
        counts = _sent(store, recipients, 8)
        seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_SELF)
    yield {
        "benchmark": "deliver scale",
        "recipients": recipients,
        "counts": counts,
        "seconds": round(seconds, 1),
        "cpu_ms_a_copy": round((used.ru_utime + used.ru_stime) * 1000 / recipients, 2),
        "database_ms_a_copy": round(busy * 1000 / recipients, 2),
        "peak_memory_mb": round(used.ru_maxrss / 1024),
    }


def main() -> None:
    programs = {"speed": speed, "postfix": postfix, "scale": scale, "one": one}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", choices=programs)
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, nargs="+", default=[1, 4, 16, 64])
    parser.add_argument("--recipients", type=int, nargs="+", default=[1000, 10_000, 100_000])
    arguments = parser.parse_args()
    for line in programs[arguments.program](arguments):
        print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
