"""What monitors are told, over real HTTP."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import httpx2
from prometheus_client.openmetrics.parser import text_string_to_metric_families

from digest.pipeline.health import HealthWatch
from digest.settings import FeedSettings, HealthSettings, Settings, TopicSettings
from digest.store import open_store
from digest.web.health import answering
from digest.web.server import listening
from tests.make import NOW

READER = "ann@reader.example"


def free_port() -> int:
    with listening() as found:
        port: int = found.getsockname()[1]
        return port


def settings(port: int) -> Settings:
    feed = FeedSettings(name="The Herald", url="https://the-herald.example/feed.xml")
    topic = TopicSettings(name="Budget", words=("budget",))
    return Settings(feeds=(feed,), topics=(topic,), health=HealthSettings(port=port))


def asked(url: str, *paths: str, **headers: str) -> list[httpx2.Response]:
    config, later = settings(free_port()), NOW + timedelta(hours=2)
    watch = HealthWatch(lambda: open_store(url), config, lambda: later)
    with answering(watch, config, lambda: later) as address, httpx2.Client(base_url=address) as client:
        return [client.get(path, headers=headers) for path in paths]


def test_a_store_that_is_well_makes_a_program_ready_and_gives_figures(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/digest.db"
    with open_store(url) as store:
        store.subscribers.add(READER, NOW)
    answers = asked(url, "healthz", "readyz", "metrics")
    text = answers[2].text
    families = text_string_to_metric_families(text)  # type: ignore[no-untyped-call]
    found = {family.name: family for family in families}

    assert [200, 200, 200] == [answer.status_code for answer in answers]
    assert answers[2].headers["content-type"].startswith("application/openmetrics-text")
    assert [1.0] == [sample.value for sample in found["digest_subscribers"].samples]
    assert {"digest_ready", "digest_feeds", "digest_queue_age_seconds"} <= found.keys()
    assert READER not in text + answers[1].text


def test_a_late_edition_makes_a_program_unready_and_alive(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/digest.db"
    with open_store(url) as store:
        store.subscribers.add(READER, NOW)
        store.slots.claim(NOW - timedelta(days=1), "here:1", NOW, timedelta(hours=1))
    alive, ready, metrics = asked(url, "healthz", "readyz", "metrics")

    assert [200, 503, 200] == [answer.status_code for answer in (alive, ready, metrics)]
    assert ["edition"] == [check["name"] for check in ready.json()["checks"] if not check["ok"]]
    assert 'digest_ready{check="edition"} 0.0' in metrics.text


def test_without_a_store_the_program_is_alive_and_says_what_is_missing(tmp_path: Path) -> None:
    alive, ready, metrics = asked(f"sqlite:///{tmp_path}/nowhere/digest.db", "healthz", "readyz", "metrics")

    assert [200, 503, 200] == [answer.status_code for answer in (alive, ready, metrics)]
    assert 'digest_ready{check="store"} 0.0' in metrics.text


def test_a_page_elsewhere_cannot_ask_under_a_name_of_its_own(tmp_path: Path) -> None:
    (answer,) = asked(f"sqlite:///{tmp_path}/digest.db", "metrics", Host="rebound.example")

    assert 400 == answer.status_code


def test_port_zero_means_that_nobody_is_answered(tmp_path: Path) -> None:
    config = settings(0)
    watch = HealthWatch(lambda: open_store(f"sqlite:///{tmp_path}/digest.db"), config, lambda: NOW)
    with answering(watch, config, lambda: NOW) as address:
        assert "" == address
