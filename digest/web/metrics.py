"""The figures as Prometheus reads them (OpenMetrics 1.0)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from prometheus_client import CollectorRegistry
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST as MEDIA_TYPE
from prometheus_client.openmetrics.exposition import generate_latest
from prometheus_client.registry import Collector

from digest.models import Edition, OperatingFigures
from digest.pipeline.health import Health, feed_counts
from digest.settings import Settings

__all__ = ["MEDIA_TYPE", "exposition"]


def exposition(health: Health, settings: Settings, now: datetime) -> bytes:
    """All figures as a text. They are gauges read from the store, so that restarts lose nothing."""
    registry = CollectorRegistry()
    registry.register(_Once([*_state(health), *_store(health, settings, now), *_edition(health.edition)]))
    text: bytes = generate_latest(registry)  # type: ignore[no-untyped-call]
    return text


class _Once(Collector):
    """Gives metrics that are known already."""

    def __init__(self, metrics: Iterable[Metric]) -> None:
        self._metrics = list(metrics)

    def collect(self) -> Iterable[Metric]:
        return self._metrics


def _gauge(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(f"digest_{name}", about, value=value)


def _gauges(name: str, about: str, label: str, values: Mapping[Any, float]) -> Metric:
    family = GaugeMetricFamily(f"digest_{name}", about, labels=[label])
    for key, value in values.items():
        family.add_metric([str(key)], value)
    return family


def _state(health: Health) -> Iterator[Metric]:
    """What can be said without a store as well."""
    checks = {check.name: float(check.ok) for check in health.checks}
    yield _gauges("ready", "Whether what a run needs is there, by check.", "check", checks)
    coming = health.next_edition.astimezone(UTC).timestamp()
    yield _gauge("next_edition_timestamp_seconds", "When the next edition is due.", coming)


def _store(health: Health, settings: Settings, now: datetime) -> Iterator[Metric]:
    figures = health.figures
    if figures is None:
        return
    yield _gauges("editions", "Editions by state.", "state", dict(figures.editions))
    yield _gauges(
        "copies", "Copies of the edition that was sent last, by state.", "state", dict(figures.copies)
    )
    yield _gauge("queue_age_seconds", "Age of the oldest copy that may be sent.", _queue_age(figures, now))
    yield _gauges("bounces", "Copies that came back in thirty days, by kind.", "kind", dict(figures.bounces))
    yield _gauge("subscribers", "Readers on the list.", figures.subscribers)
    yield _gauges("signups", "Sign-ups by state.", "state", dict(figures.signups))
    yield _gauges("feeds", "Feeds of the configuration by health.", "health", feed_counts(figures, settings))
    yield _gauge("spent_tokens", "Tokens of the model today (UTC).", figures.tokens)
    yield _gauge("spent_dollars", "US dollars for the model today (UTC).", figures.dollars)


def _queue_age(figures: OperatingFigures, now: datetime) -> float:
    return (now - figures.queued_since).total_seconds() if figures.queued_since else 0.0


def _edition(edition: Edition | None) -> Iterator[Metric]:
    """What the last edition is made of, and what making it took."""
    if edition is None:
        return
    points = Counter(point.way for brief in edition.briefs for point in brief.points)
    findings = (f.check for brief in edition.briefs for rejected in brief.dropped for f in rejected.findings)
    problems, usage = Counter(problem.stage for problem in edition.problems), edition.usage
    made = edition.made_at.timestamp()
    yield _gauge("edition_made_timestamp_seconds", "When the last edition was made.", made)
    yield _gauge("edition_stories", "Stories of the last edition.", len(edition.briefs))
    yield _gauges("edition_points", "Points of the last edition by how they were written.", "way", points)
    yield _gauges("edition_refused", "Findings on points refused, by check.", "check", Counter(findings))
    yield _gauges("edition_problems", "Problems of the last edition by stage.", "stage", problems)
    yield _gauges("edition_stage_seconds", "Seconds of each stage.", "stage", dict(usage.seconds))
    yield _gauge("edition_pages", "Pages fetched for the last edition.", usage.pages)
    yield _gauge("edition_model_calls", "Calls of the model for the last edition.", usage.calls)
    tokens = {"sent": usage.prompt_tokens, "written": usage.completion_tokens}
    yield _gauges("edition_model_tokens", "Tokens for the last edition.", "direction", tokens)
    if usage.cost is not None:
        yield _gauge("edition_model_dollars", "US dollars for the last edition.", usage.cost)
