"""The figures of a store, on each database that there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from digest.models import Bounce, Delivery, FeedCondition, FeedRecord, LatestEdition, OperatingFigures
from digest.store import Store
from digest.store.bounces import BounceRules
from digest.store.migrations import STEPS
from tests.make import NOW

ANN, BOB, CID = "ann@reader.example", "bob@reader.example", "cid@reader.example"
DAY = date(2026, 3, 2)
RULES = BounceRules({"soft": 5}, NOW, timedelta(days=21), lambda _hard, _all: False)


def test_the_figures_are_those_of_what_was_put_in(store: Store) -> None:
    for address in (ANN, BOB, CID):
        store.subscribers.add(address, NOW)
    store.editions.save("2026-03-01", date(2026, 3, 1), "{}", NOW)
    store.editions.save("2026-03-02", DAY, "{}", NOW)
    store.slots.claim(NOW - timedelta(days=1), "here:1", NOW, timedelta(hours=1))
    store.slots.finish(NOW - timedelta(days=1), "here:1", NOW)
    store.slots.claim(NOW, "here:1", NOW, timedelta(hours=1))
    copies = [Delivery("2026-03-02", a, "pending", f"<{a}>") for a in (ANN, BOB, CID)]
    store.deliveries.enqueue(copies, NOW)
    (mine,) = store.deliveries.claim("2026-03-02", "me", 1, NOW, timedelta(minutes=2))
    store.deliveries.record([replace(mine, state="inflight")], "me", NOW, timedelta(minutes=2))
    store.deliveries.record([replace(mine, state="sent")], "me", NOW, timedelta(minutes=2))
    store.bounces.note(Bounce("2026-03-02", mine.address, "soft", "mailbox full", NOW), RULES)
    store.feed_health.save(FeedRecord("https://a.example/f", failing=NOW, reason="404"), NOW)
    store.spending.of(NOW.date()).add(1000, 0.25)
    store.keys.secrets(NOW)
    later = NOW + timedelta(hours=1)

    assert OperatingFigures(
        schema=len(STEPS),
        known_schema=len(STEPS),
        known_since=NOW - timedelta(days=1),
        has_key=True,
        latest=LatestEdition("2026-03-02", DAY, NOW, 1, "open", True),
        editions=(("open", 1), ("sent", 1)),
        finished=frozenset({NOW - timedelta(days=1)}),
        copies=(("pending", 2), ("sent", 1)),
        queued_since=NOW,
        bounces=(("soft", 1),),
        subscribers=3,
        feeds=(FeedCondition("https://a.example/f", None, NOW, None, NOW),),
        tokens=1000,
        dollars=0.25,
    ) == store.operations.figures(later)
