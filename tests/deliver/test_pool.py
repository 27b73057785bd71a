"""Many connections at once: nothing lost, nothing doubled, and a relay that gets fewer of them when it groans."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import datetime, timedelta
from time import monotonic

import pytest

from benchmarks.sink import Sink
from digest.deliver import Campaign, Relay, SendResult, send
from digest.errors import StoreError
from digest.models import Delivery
from digest.settings import Settings
from digest.store import Store
from tests.deliver.letters import email, settings
from tests.deliver.sinks import listening
from tests.make import NOW

Progress = Callable[[str, int, int], None]
READERS = [f"reader{number:03}@reader.example" for number in range(120)]


def _silent(_stage: str, _done: int, _total: int) -> None:
    pass


def _send(store: Store, config: Settings, now: datetime = NOW, progress: Progress = _silent) -> SendResult:
    return send(
        Campaign("mon", email()),
        READERS,
        store.deliveries,
        Relay(config.smtp, last_word=0.5),
        settings=config,
        clock=lambda: now,
        progress=progress,
    )


def _until_finished(store: Store, config: Settings) -> SendResult:
    """Send again and again, a quarter of an hour apart, as the schedule does."""
    report = _send(store, config)
    for hours in range(1, 60):
        if report.finished:
            break
        report = _send(store, config, NOW + hours * timedelta(minutes=15))
    return report


def _once_each(sink: Sink) -> bool:
    return sink.taken == {address.encode(): 1 for address in READERS} and not sink.wrong


@pytest.mark.parametrize("connections", [1, 8])
def test_every_reader_gets_one_copy_over_many_connections(store: Store, connections: int) -> None:
    sink = Sink()
    with listening(sink) as port:
        report = _send(store, settings(port, connections=connections))
    assert report == SendResult({"sent": 120}, 120, ())
    assert _once_each(sink)
    assert sink.most <= connections


@pytest.mark.parametrize("fault", ["busy", "greylist", "starve"])
def test_trouble_before_a_message_is_taken_loses_nothing_and_doubles_nothing(
    store: Store, fault: str
) -> None:
    sink = Sink(fault=fault)
    with listening(sink) as port:
        report = _until_finished(store, settings(port, connections=8))
    assert report.counts == {"sent": 120}
    assert _once_each(sink)


def test_a_relay_that_takes_a_few_connections_only_gets_no_more(store: Store) -> None:
    sink = Sink(fault="starve", delay=0.01)
    with listening(sink) as port:
        report = _send(store, settings(port, connections=8))
    assert report.counts == {"sent": 120}
    assert _once_each(sink)


@pytest.mark.parametrize("fault", ["drop", "hang"])
def test_copies_in_doubt_are_held_and_named_and_the_others_sent(store: Store, fault: str) -> None:
    sink = Sink(fault=fault, every=20)
    with listening(sink) as port:
        report = _until_finished(store, settings(port, connections=4))
    assert report.finished
    assert report.counts == {"sent": 114, "uncertain": 6}
    assert len(report.problems) == 6
    assert _once_each(sink)


def test_a_copy_in_doubt_is_sent_once_more_with_the_same_message_id_where_that_is_wished(
    store: Store,
) -> None:
    sink = Sink(fault="drop", every=60)
    with listening(sink) as port:
        config = settings(port, connections=2, doubtful="resend")
        assert _send(store, config).counts == {"sent": 118, "uncertain": 2}
        sink.fault = "none"
        assert _send(store, config).counts == {"sent": 120}
    assert sorted(sink.taken.values()) == [1] * 118 + [2, 2]


def test_the_days_quota_is_kept_across_walks_and_the_rest_follows_the_next_day(store: Store) -> None:
    sink = Sink()
    with listening(sink) as port:
        config = settings(port, connections=4, per_day=50)
        first = _send(store, config)
        assert (first.counts, first.finished) == ({"pending": 70, "sent": 50}, False)
        assert [problem.subject for problem in first.problems] == ["relay"]
        assert _send(store, config, NOW + timedelta(hours=23)).sent == 0
        assert _send(store, config, NOW + timedelta(hours=25)).sent == 50
    assert sink.taken.total() == 100


def test_a_limit_a_minute_spreads_the_copies(store: Store) -> None:
    sink = Sink()
    with listening(sink) as port:
        config, start = settings(port, connections=4, per_minute=12_000), monotonic()
        assert _send(store, config).counts == {"sent": 120}
    assert monotonic() - start > 119 * 60 / 12_000
    assert _once_each(sink)


def test_a_database_that_is_locked_for_a_while_delays_the_send_and_loses_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.deliver.outbox.sleep", lambda _seconds: None)
    sink, failures = Sink(), iter(range(5))
    record = store.deliveries.record

    def locked(copies: list[Delivery], holder: str, now: datetime, lease: timedelta) -> tuple[Delivery, ...]:
        if next(failures, None) is not None:
            raise StoreError("The database is locked.")
        return record(copies, holder, now, lease)

    monkeypatch.setattr(store.deliveries, "record", locked)
    with listening(sink) as port:
        assert _send(store, settings(port, connections=4)).counts == {"sent": 120}
    assert _once_each(sink)


def test_a_database_that_stays_unwritable_ends_the_send_and_leaves_at_most_one_doubt_a_connection(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("digest.deliver.outbox.sleep", lambda _seconds: None)
    sink, well = Sink(), iter(range(10))
    record = store.deliveries.record

    def full(copies: list[Delivery], holder: str, now: datetime, lease: timedelta) -> tuple[Delivery, ...]:
        if next(well, None) is None:
            raise StoreError("The disk is full.")
        return record(copies, holder, now, lease)

    with listening(sink) as port:
        config = settings(port, connections=4)
        with monkeypatch.context() as patch:
            patch.setattr(store.deliveries, "record", full)
            with pytest.raises(StoreError, match="disk is full"):
                _send(store, config)
        report = _send(store, config, NOW + timedelta(hours=1))
    assert report.finished
    assert 0 < report.counts["uncertain"] <= 4
    assert _once_each(sink)


def test_ctrl_c_lets_what_is_on_its_way_end_and_gives_the_rest_back(store: Store) -> None:
    sink, interrupted = Sink(delay=0.005), iter([True])

    def progress(_stage: str, _done: int, _total: int) -> None:
        if next(interrupted, False):
            signal.raise_signal(signal.SIGINT)

    with listening(sink) as port:
        config = settings(port, connections=4)
        with pytest.raises(KeyboardInterrupt):
            _send(store, config, progress=progress)
        counts = store.deliveries.counts("mon")
        assert set(counts) == {"pending", "sent"}
        assert 0 < counts["sent"] == sink.taken.total() <= 8
        assert _send(store, config).counts == {"sent": 120}
    assert _once_each(sink)


def test_a_second_ctrl_c_stops_at_once_and_leaves_at_most_one_doubt_a_connection(store: Store) -> None:
    def progress(_stage: str, _done: int, _total: int) -> None:
        signal.raise_signal(signal.SIGINT)

    with listening(Sink(delay=0.005)) as port:
        config = settings(port, connections=4)
        with pytest.raises(KeyboardInterrupt):
            _send(store, config, progress=progress)
        assert store.deliveries.counts("mon").get("inflight", 0) <= 4
        report = _send(store, config, NOW + timedelta(hours=1))
    assert report.finished
    assert report.counts.get("uncertain", 0) <= 4


def test_after_a_crash_the_next_walk_goes_on_when_the_lease_is_over(store: Store) -> None:
    store.deliveries.enqueue([Delivery("mon", READERS[0], "pending", "<1@here.example>")], NOW)
    (copy,) = store.deliveries.claim("mon", "dead", 1, NOW, timedelta(minutes=2))
    sink = Sink()
    with listening(sink) as port:
        early = _send(store, settings(port), NOW + timedelta(minutes=1))
        assert (early.counts, early.finished) == ({"claimed": 1, "sent": 119}, False)
        assert [problem.reason.partition(",")[0] for problem in early.problems] == [
            "1 copy is with another program"
        ]
        assert _send(store, settings(port), NOW + timedelta(minutes=3)).counts == {"sent": 120}
    assert copy.address == READERS[0]
