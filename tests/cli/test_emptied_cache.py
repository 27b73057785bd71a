"""The cache may be emptied at any time: neither an operator nor a reader notices."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from digest.store import Store, open_store
from tests.cli.conftest import Digest
from tests.deliver.relays import FakeRelay

TODAY = date(2026, 3, 2)


@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")  # one of apprise's services uses it
def test_a_store_whose_cache_was_emptied_has_lost_nothing(
    digest: Digest,
    config: Path,
    relay: FakeRelay,
    httpserver: HTTPServer,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DIGEST_CHANNELS", f"json://127.0.0.1:{httpserver.port}/")
    httpserver.expect_request("/").respond_with_data("ok")
    digest("subscribers", "add", "ann@reader.example")
    digest("make")
    digest("send")
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        store.spending.of(TODAY).add(500, 0.25)
        before, feeds = _noticeable(store), digest("feeds", "list")
        assert all(before)
        assert store.cache.prune(datetime.now(UTC) + timedelta(days=1)) > 0

        assert (before, feeds) == (_noticeable(store), digest("feeds", "list"))

    digest("send")
    assert (1, ["ann@reader.example"]) == (len(httpserver.log), relay.recipients)


def _noticeable(store: Store) -> tuple[dict[str, str], tuple[int, float], str | None]:
    """The texts that evidence is shown in, what the day cost, and the edition."""
    name = str(TODAY)
    return store.cited_texts.load(name), store.spending.of(TODAY).total(), store.editions.load(name)
