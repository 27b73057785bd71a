"""`digest schedule` that is told to stop: before anything is sent, or once what is on its way has arrived."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
import yaml
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from digest.store import open_store
from tests.cli.conftest import Digest
from tests.deliver.relays import FakeRelay

READERS = tuple(f"{name}@reader.example" for name in ("ann", "bob", "cem"))
STOPPED = (
    "Stopped in the middle of an edition. What was saved stays saved; the next start goes on from there."
)


def _changed(config: Path, section: str, value: object) -> None:
    plain = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**plain, section: value}), encoding="utf-8")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_while_feeds_are_read_it_stops_and_nothing_is_sent(
    digest: Digest, config: Path, relay: FakeRelay, httpserver: HTTPServer, number: signal.Signals
) -> None:
    def stop(_request: Request) -> Response:
        os.kill(os.getpid(), number)
        return Response("", 503)

    httpserver.expect_request("/feed").respond_with_handler(stop)
    feeds = yaml.safe_load(config.read_text(encoding="utf-8"))["feeds"]
    address = httpserver.url_for("/feed").replace("localhost", "127.0.0.1")
    _changed(config, "feeds", [*feeds, {"name": "Slow", "url": address}])
    digest("subscribers", "add", READERS[0])

    status, out, _err = digest("schedule")

    assert (0, []) == (status, relay.received)
    assert STOPPED in out


def test_while_copies_leave_it_finishes_what_is_on_its_way_and_says_so(
    digest: Digest, config: Path, relay: FakeRelay
) -> None:
    for reader in READERS:
        digest("subscribers", "add", reader)
    smtp = {"host": "127.0.0.1", "port": relay.port, "security": "none", "connections": 1}
    _changed(config, "smtp", smtp)

    def stop(_envelope: object) -> str:
        os.kill(os.getpid(), signal.SIGINT)
        return "250 OK"

    relay.on_data = stop

    status, out, err = digest("schedule")

    assert (0, [READERS[0]]) == (status, relay.recipients)
    assert "what is on its way is finished, nothing more is sent. Press Ctrl-C again to break it off." in err
    assert STOPPED in out
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        assert {"pending": 2, "sent": 1} == store.deliveries.counts("2026-03-02")
