"""How quickly the sign-up pages answer while an edition goes out, and what ten thousand hostile sign-ups achieve.

    python -m benchmarks.signup [--requests 2000] [--hostile 10000] [--recipients 30000]

Pages, send and relay are processes of their own. A tenth of the requests sign somebody up, a tenth unsubscribe,
the rest read pages. The hostile ones come from one network: a third name one victim, the rest a stranger each.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import httpx2

from benchmarks.copies import EDITION, addresses, letter, settings
from digest.deliver import Campaign, SignedLinks, open_relay, send
from digest.store import open_store

PAGES, RELAY = 8848, 8849
URL = f"http://127.0.0.1:{PAGES}"
AT_ONCE = 8


def edition(url: str, recipients: int) -> None:
    """The process that sends an edition."""
    config = settings(RELAY, 4)
    with open_store(url) as store:
        store.editions.save(EDITION, date(2026, 3, 2), "{}", datetime.now(UTC))
        relay = open_relay(config.smtp)
        send(Campaign(EDITION, letter()), addresses(recipients), store.deliveries, relay, settings=config)


def config_file(folder: Path) -> Path:
    path = folder / "config.yaml"
    values = {
        "feeds": [{"name": "The Herald", "url": "https://the-herald.example/feed.xml"}],
        "topics": [{"name": "Budget", "words": ["budget"]}],
        "sender": {"address": "brief@here.example"},
        "smtp": {"host": "127.0.0.1", "port": RELAY, "security": "none"},
        "web": {"url": URL, "port": PAGES},
        "store": {"url": f"sqlite:///{folder}/digest.db"},
    }
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


async def requests(count: int, links: SignedLinks) -> dict[str, list[float]]:
    """Seconds of each request, by what it does."""
    seconds: dict[str, list[float]] = {"sign up": [], "leave": [], "look": []}
    numbers = iter(range(count))

    async def visitor(client: httpx2.AsyncClient) -> None:
        for number in numbers:
            start, kind = time.perf_counter(), "look"
            match number % 10:
                case 0:
                    kind, data = "sign up", {"address": f"new{number}@reader.example"}
                    answer = await client.post("/signup", data=data)
                case 1:
                    kind = "leave"
                    answer = await client.post(links.unsubscribe_url(f"reader{number:06}@reader.example"))
                case 2 | 3 | 4:
                    answer = await client.get(links.unsubscribe_url(f"reader{number:06}@reader.example"))
                case _:
                    answer = await client.get("/signup")
            answer.raise_for_status()
            seconds[kind].append(time.perf_counter() - start)

    async with httpx2.AsyncClient(base_url=URL, timeout=30) as client:
        await asyncio.gather(*(visitor(client) for _ in range(AT_ONCE)))
    return seconds


async def hostile(count: int) -> Counter[int]:
    """Statuses of sign-ups that nobody asked for."""
    statuses: Counter[int] = Counter()
    numbers = iter(range(count))

    async def attacker(client: httpx2.AsyncClient) -> None:
        for number in numbers:
            address = "victim@reader.example" if number % 3 == 0 else f"stranger{number}@reader.example"
            statuses[(await client.post("/signup", data={"address": address})).status_code] += 1

    async with httpx2.AsyncClient(base_url=URL, timeout=60) as client:
        await asyncio.gather(*(attacker(client) for _ in range(AT_ONCE)))
    return statuses


def _wait_for_pages() -> None:
    for _ in range(100):
        try:
            httpx2.get(URL)
        except httpx2.TransportError:
            time.sleep(0.2)
        else:
            return


def measure(arguments: argparse.Namespace, folder: Path) -> None:
    url, log = f"sqlite:///{folder}/digest.db", folder / "taken"
    with open_store(url) as store:
        links = SignedLinks(URL, store.keys.secrets(datetime.now(UTC)))
    python = [sys.executable, "-m"]
    relay = subprocess.Popen([*python, "benchmarks.sink", str(RELAY), "--log", str(log), "--unchecked"])
    pages = subprocess.Popen([*python, "digest.cli", "serve", "--config", str(config_file(folder))])
    try:
        _wait_for_pages()
        _busy(arguments, url, python, links)
        _flooded(arguments, log)
    finally:
        for process in (pages, relay):
            process.terminate()
            process.wait()


def _busy(arguments: argparse.Namespace, url: str, python: list[str], links: SignedLinks) -> None:
    command = ["benchmarks.signup", "--work", url, "--recipients", str(arguments.recipients)]
    for sending in (False, True):
        process = subprocess.Popen([*python, *command]) if sending else None
        time.sleep(2 if sending else 0)
        start = time.perf_counter()
        kinds = asyncio.run(requests(arguments.requests, links))
        seconds = sorted(second for kind in kinds.values() for second in kind)
        line = {
            "benchmark": "signup answers",
            "while_sending": sending,
            "still_sending_at_the_end": process is not None and process.poll() is None,
            "requests": len(seconds),
            "per_second": round(len(seconds) / (time.perf_counter() - start)),
            "p50_ms": round(seconds[len(seconds) // 2] * 1000, 1),
            "p99_ms": _p99(seconds),
            "p99_ms_by_kind": {kind: _p99(each) for kind, each in kinds.items()},
            "worst_ms": round(seconds[-1] * 1000, 1),
        }
        print(json.dumps(line), flush=True)
        if process:
            process.kill()
            process.wait()


def _p99(seconds: list[float]) -> float:
    return round(sorted(seconds)[len(seconds) * 99 // 100] * 1000, 1)


def _flooded(arguments: argparse.Namespace, log: Path) -> None:
    def asked() -> Counter[str]:
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        return Counter(line.split()[0] for line in lines if line.startswith(("victim", "stranger", "new")))

    before, start = asked(), time.perf_counter()
    statuses = asyncio.run(hostile(arguments.hostile))
    seconds = time.perf_counter() - start
    time.sleep(1)
    mails = asked() - before
    line = {
        "benchmark": "signup hostile",
        "attempts": arguments.hostile,
        "statuses": dict(statuses),
        "per_second": round(arguments.hostile / seconds),
        "mails_to_the_victim": mails["victim@reader.example"],
        "mails_in_all": asked().total(),
        "limit_a_network_an_hour": 10,
    }
    print(json.dumps(line), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=2000)
    parser.add_argument("--hostile", type=int, default=10_000)
    parser.add_argument("--recipients", type=int, default=30_000)
    parser.add_argument("--work", metavar="URL", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.work:
        edition(arguments.work, arguments.recipients)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(arguments, Path(folder))


if __name__ == "__main__":
    main()
