from __future__ import annotations

from datetime import timedelta

import pytest
from pytest_httpserver import HTTPServer

from digest.collect.feed_health import FoundFeed, feed_health, find_feed
from digest.collect.parsing.opml import read_opml, write_opml
from digest.collect.parsing.values import UnreadableError
from digest.models import Feed, FeedRecord, Problem, SeenItem
from tests.collect.harness import Memory, articles_of, entries_of, item, on_the_web, page, rss, serve
from tests.make import NOW

XML = "application/rss+xml"


def test_a_list_of_feeds_survives_the_way_to_opml_and_back() -> None:
    feeds = (
        Feed("https://herald.example/feed", "The Herald & Post"),
        Feed("https://courier.example/", "Kurier „heute“"),
    )

    assert feeds == read_opml(write_opml(feeds, "Mine"))


def test_opml_of_other_readers_has_folders_and_other_spellings() -> None:
    body = b"""<opml version="1.0"><head/><body><outline text="News"><outline TEXT="Herald" xmlurl="https://herald.example/feed?utm_source=x"/>
    <outline text="again" xmlUrl="https://herald.example/feed"/><outline text="no feed" url="https://a.example"/></outline></body></opml>"""

    assert (Feed("https://herald.example/feed", "Herald"),) == read_opml(body)


@pytest.mark.parametrize("body", [b"", b"<html/>", b"\0\1", b"plain"])
def test_what_is_no_opml_is_told(body: bytes) -> None:
    with pytest.raises(UnreadableError, match="it is no OPML file"):
        read_opml(body)


def test_the_feed_behind_an_address_is_shown_before_it_is_added(httpserver: HTTPServer) -> None:
    place = serve(
        httpserver, "/", '<html><head><link rel="alternate" type="application/rss+xml" href="/all"></head>'
    )
    feed = serve(httpserver, "/all", rss(item()), XML)

    expected = FoundFeed(feed, "The Herald", ("Council adopts budget",), 1, NOW - timedelta(hours=1))
    assert expected == on_the_web(lambda web: find_feed(place, web))


def test_an_address_without_a_feed_is_a_problem(httpserver: HTTPServer) -> None:
    place = serve(httpserver, "/", "<html><p>Hello")

    reason = f"There is no feed at {place}: it is a web page, and no feed was found behind it."
    assert Problem("collect", place, reason) == on_the_web(lambda web: find_feed(place, web))


def test_how_a_source_does_is_known_without_asking_it(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = Feed(
        serve(
            httpserver,
            "/feed",
            rss(item(), item("Old", "https://a.example/2").replace("02 Mar", "01 Mar")),
            XML,
        ),
        "Herald",
    )
    entries_of(feed, keep=keep)
    httpserver.clear()
    httpserver.expect_request("/feed").respond_with_data("", 404)
    later = NOW + timedelta(days=8)
    entries_of(feed, keep=keep, now=later)

    (found,) = feed_health([feed], keep.records, later, frozenset({"https://a.example/2"}))

    reason = "there is nothing at this address (status 404)"
    items = tuple(
        SeenItem(url, NOW, NOW - timedelta(hours=hours))
        for url, hours in (("https://herald.example/budget", 1), ("https://a.example/2", 25))
    )
    assert FeedRecord(feed.url, NOW, later, reason, daily=2.0, items=items) == found.record
    assert (NOW - timedelta(hours=1), True) == (found.newest, found.is_stale(later))
    assert (2, 1) == (found.items, found.used)


def test_an_item_is_printed_under_the_address_that_its_page_gives_itself(httpserver: HTTPServer) -> None:
    keep = Memory()
    own = httpserver.url_for("/own")
    link = serve(httpserver, "/linked", page(head=f'<link rel="canonical" href="{own}">'))
    feed = Feed(serve(httpserver, "/feed", rss(item("Budget", link)), XML), "Herald")
    read, _ = entries_of(feed, keep=keep)
    articles_of(*read, keep=keep)

    (found,) = feed_health([feed], keep.records, NOW, frozenset({own}))

    assert (1, 1) == (found.items, found.used)
