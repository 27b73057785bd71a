from __future__ import annotations

from datetime import timedelta

from pytest_httpserver import HTTPServer

from digest.models import Feed, Problem
from tests.collect.harness import LOCAL, Memory, asked, entries_of, item, reasons, rss, serve
from tests.make import NOW

XML = "application/rss+xml"


def herald(url: str) -> Feed:
    """The feed of the Herald at that address."""
    return Feed(url, "The Herald")


def undated(title: str) -> str:
    """The inside of an item without a date."""
    return f"<title>{title}</title><link>https://herald.example/{title}</link>"


def test_entries_of_the_window_come_in_the_order_of_the_feed(httpserver: HTTPServer) -> None:
    old = item("Old").replace("02 Mar 2026", "28 Feb 2026")
    feed = herald(
        serve(
            httpserver,
            "/feed",
            rss(item("One", "https://a.example/1"), old, item("Two", "https://a.example/2")),
            XML,
        )
    )

    entries, problems = entries_of(feed)

    assert ([("One", 0), ("Two", 2)], ()) == ([(e.title, e.position) for e in entries], problems)


def test_an_item_that_is_repeated_with_tracking_or_under_another_address_is_one_entry(
    httpserver: HTTPServer,
) -> None:
    links = ("https://a.example/1", "https://a.example/1?utm_source=rss", "https://a.example/go/1")
    feed = herald(serve(httpserver, "/feed", rss(*(item(link=link) for link in links)), XML))

    assert ["https://a.example/1"] == [e.url for e in entries_of(feed)[0]]


def test_an_undated_item_counts_from_when_it_was_first_seen(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = herald(serve(httpserver, "/feed", rss(undated("first")), XML))
    entries_of(feed, keep=keep, now=NOW - timedelta(days=2))
    httpserver.clear()
    serve(httpserver, "/feed", rss(undated("second"), undated("first")), XML)

    entries, _ = entries_of(feed, keep=keep)

    assert [("second", None)] == [(e.title, e.published) for e in entries]


def test_a_date_in_the_future_is_no_date(httpserver: HTTPServer) -> None:
    tomorrow = item().replace("02 Mar 2026", "03 Mar 2026")
    feed = herald(serve(httpserver, "/feed", rss(tomorrow), XML))

    assert [None] == [e.published for e in entries_of(feed)[0]]


def test_a_feed_is_asked_with_what_it_said_of_itself_and_not_parsed_again_unchanged(
    httpserver: HTTPServer,
) -> None:
    keep = Memory()
    feed = herald(
        serve(
            httpserver, "/feed", rss(item()), XML, ETag='"v1"', Last_Modified="Mon, 02 Mar 2026 05:30:00 GMT"
        )
    )
    first, _ = entries_of(feed, keep=keep, now=NOW - timedelta(hours=1))
    httpserver.clear()
    conditional = {"If-None-Match": '"v1"', "If-Modified-Since": "Mon, 02 Mar 2026 05:30:00 GMT"}
    httpserver.expect_request("/feed", headers=conditional).respond_with_data("", 304)

    again = [entries_of(feed, keep=keep, now=NOW + timedelta(hours=n)) for n in range(2)]

    assert [(first, ())] * 2 == again


def test_a_feed_is_not_asked_again_within_its_ttl(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = herald(serve(httpserver, "/feed", rss(item(), channel="<ttl>30</ttl>"), XML))

    results = [entries_of(feed, keep=keep, now=NOW + timedelta(minutes=m)) for m in (0, 20)]

    assert results[0] == results[1]
    assert ["/feed"] == asked(httpserver)


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address_and_the_user_is_told(
    httpserver: HTTPServer,
) -> None:
    keep = Memory()
    new = serve(httpserver, "/new", rss(item()), XML)
    httpserver.expect_request("/old").respond_with_data("", 301, {"Location": "/new"})
    feed = herald(httpserver.url_for("/old"))

    _, problems = entries_of(feed, keep=keep)
    entries_of(feed, keep=keep, now=NOW + timedelta(hours=1))

    assert [f"The feed {feed.url} has moved to {new}; change the address in the config."] == reasons(problems)
    assert ["/old", "/new", "/new"] == asked(httpserver)


def test_what_fails_is_a_problem_of_its_feed_and_the_others_are_read(httpserver: HTTPServer) -> None:
    good = herald(serve(httpserver, "/feed", rss(item()), XML))
    page = Feed(serve(httpserver, "/page", "<html><p>Sorry"), "Page")
    gone = Feed(httpserver.url_for("/gone"), "Gone")
    httpserver.expect_request("/gone").respond_with_data("", 410)

    entries, problems = entries_of(page, good, gone)

    expected = (
        Problem("collect", "Page", f"The feed {page.url} was not read: it is a web page and no feed."),
        Problem(
            "collect",
            "Gone",
            f"The feed {gone.url} was not read: the publisher has removed it for good; take it out of the config (status 410).",
        ),
    )
    assert (["The Herald"], expected) == ([e.outlet for e in entries], problems)


def test_collecting_goes_on_after_half_the_deadline_with_what_is_there(httpserver: HTTPServer) -> None:
    good = herald(serve(httpserver, "/feed", rss(item()), XML))
    slow = Feed(httpserver.url_for("/slow"), "Slow")
    httpserver.expect_request("/slow").respond_with_data("", 503, {"Retry-After": "9"})

    entries, problems = entries_of(good, slow, settings=LOCAL.model_copy(update={"deadline": 8}))

    assert (["The Herald"], [f"The feed {slow.url} was not read before the deadline."]) == (
        [e.outlet for e in entries],
        reasons(problems),
    )
