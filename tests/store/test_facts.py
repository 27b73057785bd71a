"""What cannot be fetched again has tables of its own, and what an older program had in its cache comes there."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import text

from digest.models import FeedRecord, SeenItem
from digest.store import Store, open_store, schema
from digest.store.database import Database
from digest.store.migrations import STEPS
from tests.make import NOW

DAY = timedelta(days=1)
FEED = "https://herald.example/feed"
ITEM = SeenItem("https://herald.example/1", NOW - DAY, NOW - 2 * DAY, "https://herald.example/budget")
UNDATED = SeenItem("https://herald.example/2", NOW)
RECORD = FeedRecord(FEED, NOW - DAY, NOW, "status 404", daily=2.5, items=(ITEM, UNDATED))


def test_a_channel_is_told_of_an_edition_once(store: Store) -> None:
    assert not store.announcements.was_told("mon", "json://desk.example")
    store.announcements.note("mon", "json://desk.example", NOW)
    store.announcements.note("mon", "json://desk.example", NOW + DAY)
    told = [
        store.announcements.was_told(edition, channel)
        for edition, channel in (
            ("mon", "json://desk.example"),
            ("mon", "json://other.example"),
            ("tue", "json://desk.example"),
        )
    ]
    assert [True, False, False] == told


def test_what_a_day_cost_adds_up_and_days_are_apart(store: Store) -> None:
    monday, other_run = (store.spending.of(date(2026, 3, 2)) for _ in range(2))
    monday.add(3_000_000_000, 0.25)
    other_run.add(5, 0.5)
    assert (3_000_000_005, 0.75) == monday.total()
    assert (0, 0.0) == store.spending.of(date(2026, 3, 3)).total()


def test_the_record_of_a_feed_is_what_was_saved_last(store: Store) -> None:
    assert store.feed_health.load(FEED) is None
    store.feed_health.save(FeedRecord(FEED, gone=NOW, items=(UNDATED, ITEM, UNDATED)), NOW)
    store.feed_health.save(RECORD, NOW)
    assert RECORD == store.feed_health.load(FEED)


def test_an_item_is_known_by_the_address_of_its_article(store: Store) -> None:
    store.feed_health.save(RECORD, NOW)
    places = {(FEED, UNDATED.url): "https://herald.example/own", ("other", ITEM.url): "https://other.example"}
    store.feed_health.note_articles(places)
    record = store.feed_health.load(FEED)
    assert record is not None
    assert [ITEM.article_url, "https://herald.example/own"] == [item.article_url for item in record.items]


def test_a_feed_that_is_no_longer_asked_is_forgotten(store: Store) -> None:
    store.feed_health.save(RECORD, NOW - DAY)
    store.feed_health.save(FeedRecord("https://courier.example/", items=(ITEM,)), NOW)
    assert 1 == store.feed_health.prune(NOW)
    assert [None, (ITEM,)] == [
        record and record.items
        for record in (store.feed_health.load(url) for url in (FEED, "https://courier.example/"))
    ]


def test_cited_texts_take_the_place_of_those_of_an_earlier_making(store: Store) -> None:
    store.cited_texts.save("mon", {"https://a.example": "old", "https://b.example": "gone"}, NOW)
    store.cited_texts.save("mon", {"https://a.example": "two € 🗳\0!"}, NOW)
    assert {"https://a.example": "two € 🗳\ufffd!"} == store.cited_texts.load("mon")
    store.cited_texts.save("mon", {}, NOW)
    assert {} == store.cited_texts.load("mon")


def test_cited_texts_are_forgotten_when_they_are_old(store: Store) -> None:
    for name, moment in (("mon", NOW - DAY), ("tue", NOW)):
        store.cited_texts.save(name, {"https://a.example": name}, moment)
    assert 1 == store.cited_texts.prune(NOW)
    assert [{}, {"https://a.example": "tue"}] == [store.cited_texts.load(name) for name in ("mon", "tue")]


def test_facts_in_the_cache_of_an_older_program_come_into_their_tables(url: str) -> None:
    _older_store(url, _facts())
    with open_store(url) as store:
        assert store.announcements.was_told("2026-03-02", "json://desk.example")
        assert (1200, 0.5) == store.spending.of(date(2026, 3, 2)).total()
        assert {"https://a.example": "A text \ufffd.", "https://b.example": ""} == store.cited_texts.load(
            "mon"
        )
        assert RECORD == store.feed_health.load(FEED)
        moved = [
            store.cache.get(kind, key) for kind, key in _facts() if kind in ("announced", "spent", "cited")
        ]
        assert [None, None, None] == moved
        assert store.cache.get("feed", FEED) == _facts()["feed", FEED]


def test_an_older_programs_cited_texts_are_as_old_as_they_were(url: str) -> None:
    _older_store(url, _facts())
    with open_store(url) as store:
        assert [0, 2] == [store.cited_texts.prune(NOW), store.cited_texts.prune(NOW + DAY)]


@pytest.mark.parametrize("source", ["", "[]", '{"success": "yesterday"}', '{"reason": null}'])
def test_a_record_in_a_form_that_nobody_knows_counts_as_not_there(url: str, source: str) -> None:
    _older_store(url, {("source", FEED): source})
    with open_store(url) as store:
        assert store.feed_health.load(FEED) is None


@pytest.mark.parametrize("kept", ["", "[]", '{"seen": {}, "feed": {"items": [{"url": "x"}]}}'])
def test_items_in_a_form_that_nobody_knows_are_items_that_nobody_saw(url: str, kept: str) -> None:
    _older_store(url, {("source", FEED): _facts()["source", FEED], ("feed", FEED): kept})
    with open_store(url) as store:
        record = store.feed_health.load(FEED)
        assert record is not None
        assert (NOW, ()) == (record.failing, record.items)


def _facts() -> dict[tuple[str, str], str]:
    """What the last program without these tables had in its cache, in its form."""
    desk = sha256(b"json://desk.example").hexdigest()
    source = {"url": FEED, "success": _json(NOW - DAY), "failing": _json(NOW), "gone": None}
    items = [
        {"url": ITEM.url, "published": None, "updated": _json(NOW - 2 * DAY)},
        {"url": UNDATED.url, "published": None, "updated": None},
    ]
    seen = {ITEM.url: _json(NOW - DAY), UNDATED.url: _json(NOW)}
    values = {
        ("announced", f"2026-03-02 {desk}"): NOW.isoformat(),
        ("spent", "2026-03-02"): {"tokens": 1200, "dollars": 0.5},
        ("cited", "mon"): {"https://a.example": "A text \0.", "https://b.example": ""},
        ("source", FEED): source | {"reason": "status 404", "daily": 2.5},
        ("feed", FEED): {"kept": {}, "feed": {"items": items}, "seen": seen},
        ("page", ITEM.url): {"url": "https://herald.example/1?from=feed", "body": "abc"},
        ("text", "abc"): {"canonical": ITEM.article_url},
    }
    return {place: value if isinstance(value, str) else json.dumps(value) for place, value in values.items()}


def _json(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def _older_store(url: str, kept: dict[tuple[str, str], str]) -> None:
    """A store as the fifth step left it, with those texts in its cache."""
    database = Database(url)
    with database.write() as connection:
        schema.migrations.create(connection)
        for number, step in enumerate(STEPS[:5], 1):
            for statement in step:
                assert isinstance(statement, str)
                connection.execute(text(statement))
            connection.execute(schema.migrations.insert().values(number=number, applied_at=NOW))
        rows = [
            {"kind": kind, "key": key, "value": value, "put_at": NOW} for (kind, key), value in kept.items()
        ]
        connection.execute(schema.keep.insert(), rows)
    database.close()
