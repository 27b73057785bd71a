"""A press and a relay on loopback, a configuration that names them, and the command line itself."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from digest.cli import main
from digest.pipeline import Run, make
from digest.sample import Sample, serve
from digest.store import open_store
from tests.deliver.relays import FakeRelay, running

NOW = datetime(2026, 3, 2, 6, 31, tzinfo=UTC)
Digest = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def press() -> Iterator[Sample]:
    with serve(NOW) as sample:
        yield sample


@pytest.fixture(scope="session")
def read(press: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the press was read already, so that not every test reads it again."""
    folder = tmp_path_factory.mktemp("read")
    with open_store(f"sqlite:///{folder}/digest.db") as store:
        make(Run(press.today.settings(), store, NOW))
    return folder / "digest.db"


@pytest.fixture
def relay() -> Iterator[FakeRelay]:
    with running(FakeRelay()) as fake:
        yield fake


@pytest.fixture
def config(tmp_path: Path, press: Sample, relay: FakeRelay, read: Path) -> Path:
    """A configuration for the press of the sample country as if it were real, mailed through the relay."""
    settings = press.today.settings()
    text = {
        "title": "Morning Post",
        "feeds": [feed.model_dump(mode="json", exclude_defaults=True) for feed in settings.feeds],
        "topics": [topic.model_dump(mode="json", exclude_defaults=True) for topic in settings.topics],
        "collect": {"allow_private_hosts": ["127.0.0.1/32"], "connections_per_host": 8, "pause": 0},
        "sender": {"address": "post@morning.example", "postal_address": "1 Mill Lane, Halvern"},
        "smtp": {"host": "127.0.0.1", "port": relay.port, "security": "none"},
    }
    shutil.copy(read, tmp_path)
    path = tmp_path / "config.yaml"
    path.write_text(yaml.safe_dump(text), encoding="utf-8")
    return path


@pytest.fixture
def digest(config: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Digest:
    """Runs a command on that configuration at NOW; gives its exit status, output and errors."""
    monkeypatch.chdir(config.parent)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    def run(*args: str, now: datetime = NOW) -> tuple[int, str, str]:
        status = main([*args, "--config", str(config), "--now", now.isoformat()])
        out, err = capsys.readouterr()
        return status, out, err

    return run
