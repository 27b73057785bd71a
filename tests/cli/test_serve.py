"""The pages for readers: one server, from its first word to Ctrl-C."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest
import yaml

from tests.cli.conftest import Digest


def with_web(config: Path, **web: object) -> None:
    text = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**text, "web": web}), encoding="utf-8")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def serving(config: Path) -> Iterator[str]:
    """The address that `digest serve` prints, while it runs; Ctrl-C ends it well."""
    command = [sys.executable, "-m", "digest", "serve", "--config", str(config)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ) as process:
        assert process.stdout is not None
        try:
            yield (
                next(line for line in process.stdout if line.startswith("The archive is at"))
                .split()[4]
                .rstrip(",.")
            )
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(15) == 0


@pytest.mark.slow
def test_archive_and_sign_up_stand_on_one_server(digest: Digest, config: Path) -> None:
    digest("make")
    with_web(config, url="https://post.morning.example", port=free_port())

    with serving(config) as address:
        paths = ("", "2026-03-02/", "search?q=harbour", "feed.xml", "signup", "nowhere/")
        statuses = {path: httpx2.get(address + path).status_code for path in paths}

    assert {**dict.fromkeys(paths, 200), "nowhere/": 404} == statuses


@pytest.mark.slow
def test_without_a_public_address_the_archive_is_served_alone(digest: Digest, config: Path) -> None:
    with_web(config, port=free_port())

    with serving(config) as address:
        assert (200, 404) == tuple(httpx2.get(address + path).status_code for path in ("", "signup"))


def test_a_port_that_is_taken_is_named(digest: Digest, config: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with_web(config, port=port)

        status, _out, err = digest("serve")

    assert (
        2,
        f"digest: 127.0.0.1:{port} cannot be used: Address already in use. Change web.host or web.port.\n",
    ) == (
        status,
        err,
    )


def test_a_host_that_is_not_of_this_machine_is_named(digest: Digest, config: Path) -> None:
    with_web(config, host="192.0.2.1", port=free_port())

    status, _out, err = digest("serve")

    assert status == 2
    assert "192.0.2.1" in err
    assert "Change web.host or web.port." in err
