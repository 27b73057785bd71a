from __future__ import annotations

import re
import time
from datetime import timedelta

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

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
    told = "<description>Nine libraries stay open.</description>"
    feed = herald(serve(httpserver, "/feed", rss(*(item(link=link, rest=told) for link in links)), XML))

    assert ["https://a.example/1"] == [e.url for e in entries_of(feed)[0]]


def test_an_undated_item_counts_from_when_it_was_first_seen(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = herald(serve(httpserver, "/feed", rss(undated("first")), XML))
    entries_of(feed, keep=keep, now=NOW - timedelta(days=2))
    httpserver.clear()
    serve(httpserver, "/feed", rss(undated("second"), undated("first")), XML)

    entries, _ = entries_of(feed, keep=keep)

    assert [("second", None)] == [(e.title, e.published) for e in entries]


def test_an_undated_item_is_known_again_after_the_cache_was_emptied(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = herald(serve(httpserver, "/feed", rss(undated("first")), XML))
    entries_of(feed, keep=keep, now=NOW - timedelta(days=2))
    keep.clear()

    assert () == entries_of(feed, keep=keep)[0]


def test_a_date_in_the_future_is_no_date(httpserver: HTTPServer) -> None:
    tomorrow = item().replace("02 Mar 2026", "03 Mar 2026")
    feed = herald(serve(httpserver, "/feed", rss(tomorrow), XML))

    assert [None] == [e.published for e in entries_of(feed)[0]]


def test_a_date_that_may_be_two_days_is_none_and_is_told(httpserver: HTTPServer) -> None:
    feed = herald(serve(httpserver, "/feed", rss(item().replace("Mon, 02 Mar 2026", "03/02/2026")), XML))

    entries, problems = entries_of(feed)

    assert [None] == [e.published for e in entries]
    assert [
        (
            f"The feed {feed.url} writes 1 date in a way that names no one day, such as “03/02/2026 05:30:00 GMT”; "
            "such items count from when they were first seen."
        )
    ] == reasons(problems)


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

    assert [f"The feed {feed.url} has moved to {new}; put that address into the config."] == reasons(problems)
    assert ["/old", "/new", "/new"] == asked(httpserver)


def test_what_fails_is_a_problem_of_its_feed_and_the_others_are_read(httpserver: HTTPServer) -> None:
    good = herald(serve(httpserver, "/herald.xml", rss(item()), XML))
    page = Feed(serve(httpserver, "/page", "<html><p>Sorry"), "Page")
    gone = Feed(httpserver.url_for("/gone"), "Gone")
    httpserver.expect_request("/gone").respond_with_data("", 410)

    entries, problems = entries_of(page, good, gone)

    expected = (
        Problem(
            "collect",
            "Page",
            f"The feed {page.url} was not read: it is a web page, and no feed was found behind it.",
            missing=True,
        ),
        Problem(
            "collect",
            "Gone",
            f"The feed {gone.url} was not read: the publisher has removed it for good; take it out of the config (status 410).",
            missing=True,
        ),
    )
    assert (["The Herald"], expected) == ([e.outlet for e in entries], problems)


def test_collecting_goes_on_after_half_the_deadline_with_what_is_there(httpserver: HTTPServer) -> None:
    keep = Memory()
    good = herald(serve(httpserver, "/feed", rss(item()), XML))
    entries_of(good, keep=keep)
    slow = Feed(httpserver.url_for("/slow"), "Slow")
    httpserver.expect_request("/slow").respond_with_data("", 503, {"Retry-After": "9"})

    entries, problems = entries_of(
        good, slow, keep=keep, settings=LOCAL.model_copy(update={"deadline": 4, "timeout": 8})
    )

    assert (["The Herald"], [f"The feed {slow.url} was not read before the deadline."]) == (
        [e.outlet for e in entries],
        reasons(problems),
    )


def test_the_feed_behind_a_web_page_is_found_and_remembered(httpserver: HTTPServer) -> None:
    keep = Memory()
    head = '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments"><link rel="alternate" type="application/atom+xml" href="/all">'
    feed = herald(serve(httpserver, "/", f"<!doctype html><html><head>{head}</head><p>News"))
    found = serve(httpserver, "/all", rss(item()), XML)

    entries, problems = entries_of(feed, keep=keep)
    entries_of(feed, keep=keep, now=NOW + timedelta(hours=1))

    assert ["Council adopts budget"] == [e.title for e in entries]
    assert [
        f"The feed {feed.url} is a web page; its feed is {found}; put that address into the config."
    ] == reasons(problems)
    assert ["/", "/all", "/all"] == asked(httpserver)


def test_the_newest_sitemaps_of_an_index_are_read(httpserver: HTTPServer) -> None:
    news = 'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    report = f"<url {news}><loc>/budget</loc><n:news><n:publication_date>2026-03-02T05:30:00Z</n:publication_date><n:title>Council adopts budget</n:title></n:news></url>"
    parts = "".join(
        f"<sitemap><loc>{httpserver.url_for(path)}</loc><lastmod>{day}</lastmod></sitemap>"
        for path, day in (
            ("/1", "2026-03-01"),
            ("/2", "2026-03-02"),
            ("/3", "2026-02-01"),
            ("/4", "2026-02-28"),
        )
    )
    sitemap = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    feed = herald(serve(httpserver, "/index", f"<sitemapindex {sitemap}>{parts}</sitemapindex>", "text/xml"))
    serve(httpserver, "/2", f"<urlset {sitemap}>{report}</urlset>", "text/xml")

    entries, problems = entries_of(feed)

    assert ([("Council adopts budget", httpserver.url_for("/budget"))], ()) == (
        [(e.title, e.url) for e in entries],
        problems,
    )
    assert ["/index", "/2", "/1", "/4"] == asked(httpserver)


def test_a_feed_rests_in_the_hours_that_it_names(httpserver: HTTPServer) -> None:
    keep = Memory()
    hours = "<skipHours><hour>7</hour><hour>8</hour></skipHours>"
    feed = herald(serve(httpserver, "/feed", rss(item(), channel=hours), XML))

    for n in (0, 1, 2, 3):
        entries_of(feed, keep=keep, now=NOW + timedelta(hours=n))

    assert ["/feed", "/feed"] == asked(httpserver)


def test_a_feed_is_not_asked_again_before_its_answer_is_stale(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = herald(serve(httpserver, "/feed", rss(item()), XML, Cache_Control="public, max-age=1800"))

    for minutes in (0, 20, 40):
        entries_of(feed, keep=keep, now=NOW + timedelta(minutes=minutes))

    assert ["/feed", "/feed"] == asked(httpserver)


def test_a_feed_that_was_removed_for_good_is_not_asked_again(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = herald(httpserver.url_for("/gone"))
    httpserver.expect_request("/gone").respond_with_data("", 410)

    results = [entries_of(feed, keep=keep, now=NOW + timedelta(hours=n)) for n in (0, 1)]

    assert (results[0], ["/gone"]) == (results[1], asked(httpserver))


def test_a_site_that_asks_to_be_left_alone_is_left_alone_by_the_next_run_too(httpserver: HTTPServer) -> None:
    keep = Memory()
    feed = herald(httpserver.url_for("/feed"))
    httpserver.expect_request("/feed").respond_with_data("", 429, {"Retry-After": "7200"})

    entries_of(feed, keep=keep)
    _, problems = entries_of(feed, keep=keep, now=NOW + timedelta(hours=1))

    assert [
        f"The feed {feed.url} was not read: the site asked to be left alone until 2026-03-02 08:30 UTC."
    ] == reasons(problems)
    assert ["/feed"] == asked(httpserver)


def test_at_most_as_many_requests_go_to_a_host_at_once_as_configured_with_a_pause_between(
    httpserver: HTTPServer,
) -> None:
    running: list[float] = []
    most: list[int] = []

    def slow(request: Request) -> Response:
        running.append(time.monotonic())
        most.append(len(running))
        time.sleep(0.05)
        running.pop()
        return Response(rss(item()), content_type=XML)

    httpserver.expect_request(re.compile("/feed.*")).respond_with_handler(slow)
    feeds = [Feed(httpserver.url_for(f"/feed{n}"), f"Outlet {n}") for n in range(5)]
    start = time.monotonic()

    entries_of(*feeds, settings=LOCAL.model_copy(update={"pause": 0.1}))

    assert max(most) <= LOCAL.connections_per_host
    assert time.monotonic() - start >= 0.4


def said(server: HTTPServer, body: str) -> list[str]:
    """What is told of a feed, without the part that names it."""
    feed = herald(serve(server, "/feed", body, XML))
    return [problem.reason.removeprefix(f"The feed {feed.url} ") for problem in entries_of(feed)[1]]


def test_a_feed_of_which_nothing_can_be_used_is_never_silent(httpserver: HTTPServer) -> None:
    nowhere = "<title>Council adopts budget</title>"

    assert ["has no items."] == said(httpserver, rss())
    httpserver.clear()
    assert ["has 2 items, none of them with an address to read."] == said(httpserver, rss(nowhere, nowhere))
    httpserver.clear()
    assert ["has 2 items, 1 of them with an address to read."] == said(httpserver, rss(item(), nowhere))


def test_items_that_share_an_address_and_not_a_title_are_told(httpserver: HTTPServer) -> None:
    (reason,) = said(httpserver, rss(item("One"), item("Two"), item("One")))

    assert reason.endswith("only the first is read: “Two” has that of “One”.")


def test_a_headline_in_a_wrong_encoding_is_told(httpserver: HTTPServer) -> None:
    (reason,) = said(httpserver, rss(item("SÃ¸ren resigns")))

    assert reason.startswith("1 headline came in a wrong encoding, such as “SÃ¸ren resigns”.")


def test_more_items_of_the_day_than_are_read_are_told(httpserver: HTTPServer) -> None:
    crowd = (item(f"Item {n}", f"https://a.example/{n}") for n in range(1001))

    assert ["has more items of the day than are read; 1 older one left out."] == said(httpserver, rss(*crowd))


def test_statements_with_one_title_are_as_many_entries_as_they_say_things(httpserver: HTTPServer) -> None:
    says = ("Four hospitals get new wards.", "A ship was seized at Westport.", "Schools open an hour later.")
    title = "Statement by the government"
    items = (
        item(title, f"https://a.example/{n}", f"<description>{text}</description>")
        for n, text in enumerate(says)
    )
    feed = herald(serve(httpserver, "/feed", rss(*items), XML))

    assert list(says) == [entry.summary for entry in entries_of(feed)[0]]
