"""Preferences by a link: changed, exported and erased by whoever has the link, and by nobody and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from digest.models import Bounce, Delivery, Preferences, Subscriber, UnrecognisedBounce
from digest.pipeline.bounces import note
from digest.settings import BounceSettings
from digest.store import Store, open_store
from digest.store.signups import Proof, Wish
from tests.deliver.relays import FakeRelay
from tests.make import NOW
from tests.web.test_signup import ANN, BOB, Site

CHOSEN = Preferences(("Energy",), days="weekdays", language="de", timezone="Asia/Tokyo", quiet="lead")
SENT = {
    "topics": "Energy",
    "days": "weekdays",
    "language": "de",
    "timezone": "Asia/Tokyo",
    "quiet": "lead",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as opened:
        yield opened


@pytest.fixture
def site(store: Store) -> Site:
    site = Site(store, FakeRelay())
    store.subscribers.add(ANN, NOW)
    return site


def _path(site: Site, address: str = ANN, tail: str = "") -> str:
    return urlsplit(site.links.preferences_url(address)).path + tail


def _all(store: Store) -> list[Subscriber]:
    return [member.reader for member in store.signups.members()]


def test_a_reader_changes_what_comes_and_sees_it(site: Site, store: Store) -> None:
    page = site.browser.post(_path(site), data=SENT)
    assert (page.status_code, "Gespeichert" in page.text) == (200, True)
    assert _all(store) == [Subscriber(ANN, NOW, preferences=CHOSEN)]
    shown = site.browser.get(_path(site)).text
    assert '<option value="Asia/Tokyo" selected>' in shown
    assert 'value="Energy" checked' in shown


def test_opening_the_page_its_data_or_the_page_for_erasing_changes_nothing(site: Site, store: Store) -> None:
    site.browser.post(_path(site), data=SENT)
    for tail in ("", "/data", "/erase"):
        for method in ("GET", "HEAD"):
            path = _path(site, tail=tail) + "?topics=Budget&days=sun"
            assert site.browser.request(method, path).status_code == 200
    assert _all(store) == [Subscriber(ANN, NOW, preferences=CHOSEN)]


def test_no_page_that_is_there_changes_anything_when_it_is_looked_at(
    site: Site, store: Store, tmp_path: Path
) -> None:
    store.signups.ask(Wish(BOB, Proof("form", "yes"), CHOSEN), "", NOW)
    store.editions.save("mon", date(2026, 3, 2), "{}", NOW)
    store.deliveries.enqueue([Delivery("mon", ANN, "pending", "<1@here.example>")], NOW)
    links = [site.links.confirm_url, site.links.unsubscribe_url, site.links.preferences_url]
    tokens = [make(address).rpartition("/")[2] for make in links for address in (ANN, BOB)]
    paths = {route.path.replace("{token}", token) for route in site.pages.routes() for token in tokens}
    before = _dump(tmp_path)
    statuses = {
        site.browser.request(method, path).status_code for path in paths for method in ("GET", "HEAD")
    }
    assert (len(paths), statuses) == (2 + 5 * len(tokens), {200, 404})
    assert _dump(tmp_path) == before


def _dump(folder: Path) -> list[str]:
    with closing(sqlite3.connect(folder / "digest.db")) as database:
        return list(database.iterdump())


def test_a_link_for_something_else_forged_or_of_a_stranger_opens_no_preferences(
    site: Site, store: Store
) -> None:
    other = urlsplit(site.links.unsubscribe_url(ANN)).path.replace("unsubscribe", "preferences")
    for path in (other, f"{_path(site)[:-1]}!", _path(site, BOB)):
        assert site.browser.get(path).status_code == 404
        assert site.browser.post(path, data=SENT).status_code == 404
    assert [site.browser.get(path + "/data").status_code for path in (other, f"{_path(site)[:-1]}!")] == [
        404
    ] * 2
    assert site.browser.post(other + "/erase").status_code == 404
    assert _all(store) == [Subscriber(ANN, NOW)]


def test_what_is_kept_about_a_reader_comes_as_a_file(site: Site, store: Store) -> None:
    wish = Wish(BOB, Proof("form", "Send me the digest."), CHOSEN)
    store.signups.ask(wish, "", NOW)
    store.signups.confirm(BOB, NOW)
    answer = site.browser.get(_path(site, BOB, "/data"))
    assert answer.headers["content-disposition"] == 'attachment; filename="my-data.json"'
    when = "2026-03-02T06:30:00+00:00"
    written = '{"days": "weekdays", "language": "de", "quiet": "lead", "timezone": "Asia/Tokyo", "topics": ["Energy"]}'
    assert answer.json() == {
        "subscriber": [{"id": BOB, "address": BOB, "since": when, "active": True, "preferences": written}],
        "signup": [
            {
                "id": BOB,
                "address": BOB,
                "form": "form",
                "consent": "Send me the digest.",
                "asked_at": when,
                "confirmed_at": when,
                "preferences": written,
                "network": "",
            }
        ],
        "bounces": [],
        "copies": [],
    }


def test_an_erased_reader_leaves_no_trace_but_a_hash_and_is_not_brought_back_by_others(
    site: Site, store: Store, tmp_path: Path
) -> None:
    store.editions.save("mon", date(2026, 3, 2), "{}", NOW)
    store.deliveries.enqueue([Delivery("mon", ANN, "pending", "<1@here.example>")], NOW)
    note(Bounce("mon", ANN, "soft", f"{ANN} is full", NOW), BounceSettings(soft=9), store)
    store.bounces.stray(UnrecognisedBounce("1", f"Ann <{ANN}>", "Away", "a reply", NOW))
    assert [site.browser.post(_path(site, tail="/erase")).status_code for _ in range(2)] == [200, 200]
    assert store.personal.everything(ANN) == {"subscriber": [], "signup": [], "bounces": [], "copies": []}
    assert store.deliveries.counts("mon") == {"suppressed": 1}
    assert store.subscribers.bring(Subscriber(ANN, NOW)) == "erased"
    assert store.subscribers.add(ANN.upper(), NOW) == "erased"
    store.close()
    traces = [file.name for file in tmp_path.iterdir() if ANN.encode() in file.read_bytes()]
    assert traces == []


def test_who_has_left_can_still_see_and_erase_what_is_kept(site: Site, store: Store) -> None:
    site.post(site.links.unsubscribe_url(ANN))
    assert [site.browser.get(_path(site, tail=tail)).status_code for tail in ("", "/data", "/erase")] == [
        404,
        200,
        200,
    ]
    site.browser.post(_path(site, tail="/erase"))
    assert _all(store) == []


def test_pages_speak_the_language_of_their_reader(site: Site, store: Store) -> None:
    store.signups.ask(Wish(BOB, Proof("form", "yes"), CHOSEN), "", NOW)
    confirm = urlsplit(site.links.confirm_url(BOB)).path
    leave = urlsplit(site.links.unsubscribe_url(BOB)).path
    pages = [site.browser.get(confirm), site.browser.post(confirm), site.browser.get(leave)]
    pages += [site.browser.get(_path(site, BOB, "/erase")), site.browser.post(leave)]
    assert [page.text.count('<html lang="de" dir="ltr">') for page in pages] == [1] * 5


def test_a_reader_who_comes_back_the_same_day_can_be_erased_again(site: Site, store: Store) -> None:
    store.editions.save("mon", date(2026, 3, 2), "{}", NOW)
    for _ in range(2):
        store.deliveries.enqueue([Delivery("mon", ANN, "pending", "<1@here.example>")], NOW)
        assert store.personal.erase(ANN, NOW)
    assert store.deliveries.counts("mon") == {"suppressed": 2}


def test_who_was_erased_can_sign_up_again(site: Site, store: Store) -> None:
    site.browser.post(_path(site, tail="/erase"))
    store.signups.ask(Wish(ANN, Proof("form", "yes"), Preferences()), "", NOW)
    site.post(site.links.confirm_url(ANN))
    assert site.readers == [ANN]
    site.store.subscribers.remove(ANN, NOW)
    assert store.subscribers.bring(Subscriber(ANN, NOW)) == "left"


def test_a_body_that_is_too_large_changes_nothing(site: Site, store: Store) -> None:
    assert site.browser.post(_path(site), data=SENT | {"x": "y" * 10_000}).status_code == 413
    assert _all(store) == [Subscriber(ANN, NOW)]
