from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from pytest_httpserver import HTTPServer

from digest.models import Entry
from tests.collect.harness import PARAGRAPHS, Memory, articles_of, asked, page, reasons, serve
from tests.make import NOW, entry

STUB = "shows no whole article (a paywall, a consent page or no text). What the feed says of it is used."


def at(url: str, **fields: Any) -> Entry:
    """An entry that leads to that address."""
    return replace(entry(summary="The council has a budget."), url=url, **fields)


def test_an_article_has_the_sentences_of_its_page(httpserver: HTTPServer) -> None:
    url = serve(httpserver, "/budget", page())

    (article,), problems = articles_of(at(url))

    assert (url, "Council adopts budget", "en", "\n".join(PARAGRAPHS), ()) == (
        article.url,
        article.title,
        article.language,
        article.text,
        problems,
    )
    assert list(PARAGRAPHS) == [s.text for s in article.sentences]
    assert [s.text for s in article.sentences] == [article.text[s.start : s.end] for s in article.sentences]


def test_a_full_text_feed_needs_no_page(httpserver: HTTPServer) -> None:
    content = "\n".join(PARAGRAPHS * 4)

    (article,), problems = articles_of(at(httpserver.url_for("/budget"), content=content))

    assert (content, "article", (), []) == (article.text, article.form, problems, asked(httpserver))


def test_two_entries_that_lead_to_one_page_are_one_article(httpserver: HTTPServer) -> None:
    url = serve(httpserver, "/budget", page())
    httpserver.expect_request("/go").respond_with_data("", 302, {"Location": "/budget"})

    articles, _ = articles_of(at(httpserver.url_for("/go")), at(url))

    assert [url] == [a.url for a in articles]


def test_the_canonical_address_is_printed_if_it_is_of_the_same_site(httpserver: HTTPServer) -> None:
    head = '<link rel="canonical" href="{}">'
    own = serve(httpserver, "/amp", page(head=head.format("/budget")))
    foreign = serve(httpserver, "/copy", page(head=head.format("https://wire.example/budget")))

    articles, _ = articles_of(at(own), at(foreign))

    assert [httpserver.url_for("/budget"), foreign] == [a.url for a in articles]


@pytest.mark.parametrize(
    "body",
    [
        page(
            "Read the beginning of this article.", after="<div><h2>Subscribe to continue reading</h2></div>"
        ),
        page(
            "We and our partners store cookies to process personal data. You can give or refuse consent at any time.",
            title="Your privacy",
        ),
        page("", title=""),
    ],
    ids=["paywall", "consent", "empty"],
)
def test_a_page_without_the_article_falls_back_to_the_feed_and_says_so(
    httpserver: HTTPServer, body: str
) -> None:
    url = serve(httpserver, "/budget", body)

    (article,), problems = articles_of(at(url))

    assert ("stub", "The council has a budget.") == (article.form, article.text)
    assert [f"The page {url} {STUB}"] == reasons(problems)


@pytest.mark.parametrize(
    ("title", "form", "shown"),
    [("Watch: the storm", "video", "a video"), ("Subscribers only", "stub", "no whole article")],
)
def test_a_page_of_something_else_than_text_falls_back_to_the_feed_and_keeps_its_form(
    httpserver: HTTPServer, title: str, form: str, shown: str
) -> None:
    url = serve(httpserver, "/storm", page("The storm in ninety seconds.", title=title))

    (article,), (problem,) = articles_of(at(url))

    assert (form, "The council has a budget.") == (article.form, article.text)
    assert shown in problem.reason


@pytest.mark.parametrize(
    ("status", "content_type", "reason"),
    [
        (404, "text/html", "there is nothing at this address (status 404)"),
        (200, "application/pdf", "it is no web page but application/pdf"),
        (200, "text/html", "it is a binary file and no web page"),
    ],
)
def test_a_page_that_cannot_be_read_falls_back_to_the_feed(
    httpserver: HTTPServer, status: int, content_type: str, reason: str
) -> None:
    httpserver.expect_request("/budget").respond_with_data(b"%PDF-1.7\0\1", status, content_type=content_type)

    (article,), problems = articles_of(at(httpserver.url_for("/budget")))

    assert ("feed", "The council has a budget.") == (article.form, article.text)
    assert [f"The page {article.url} was not read: {reason}. What the feed says of it is used."] == reasons(
        problems
    )


def test_a_page_is_neither_fetched_nor_parsed_again_the_same_day(httpserver: HTTPServer) -> None:
    keep = Memory()
    url = serve(httpserver, "/budget", page())

    results = [articles_of(at(url), keep=keep, now=NOW + timedelta(hours=n)) for n in (0, 3)]

    assert results[0] == results[1]
    assert ["/robots.txt", "/budget"] == asked(httpserver)


def test_a_page_that_the_feed_calls_updated_is_asked_again(httpserver: HTTPServer) -> None:
    keep = Memory()
    url = serve(httpserver, "/budget", page(), ETag='"v1"')
    articles_of(at(url), keep=keep)
    httpserver.clear()
    httpserver.expect_request("/budget", headers={"If-None-Match": '"v1"'}).respond_with_data("", 304)

    (article,), problems = articles_of(
        at(url, updated=NOW + timedelta(hours=1)), keep=keep, now=NOW + timedelta(hours=2)
    )

    assert ("article", (), ["/budget"]) == (article.form, problems, asked(httpserver))


def test_an_undated_entry_whose_page_is_old_is_no_news(httpserver: HTTPServer) -> None:
    url = serve(
        httpserver,
        "/budget",
        page(head='<meta property="article:published_time" content="2025-11-02T08:00:00Z">'),
    )

    assert ((), ()) == articles_of(at(url, published=None))
