"""The sample press as a reader's program meets it: over HTTP, from feed to sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import feedparser
import httpx2
import pytest
import trafilatura

from digest.sample import Sample, serve
from digest.sample.country import Outlet, outlets, print_article
from digest.settings import Settings
from tests.make import NOW


@pytest.fixture(scope="module")
def sample() -> Iterator[Sample]:
    with serve(NOW) as running:
        yield running


@pytest.fixture(scope="module")
def http() -> Iterator[httpx2.Client]:
    with httpx2.Client(timeout=5) as client:
        yield client


def links(feed_url: str, http: httpx2.Client) -> list[str]:
    """Addresses of the articles in a feed of any format."""
    answer = http.get(feed_url)
    if answer.headers["Content-Type"] == "application/feed+json":
        return [item["url"] for item in answer.json()["items"]]
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo
    return [str(entry.link) for entry in parsed.entries]


def test_every_article_is_in_a_feed_and_its_page_is_there(sample: Sample, http: httpx2.Client) -> None:
    found = {link for feed in sample.today.feeds for link in links(feed.url, http)}
    statuses = {http.get(link).status_code for link in found}
    assert (sum(len(outlet.articles) for outlet in outlets()), {200}) == (len(found), statuses)


def test_yesterday_has_only_yesterday(sample: Sample, http: httpx2.Client) -> None:
    found = {
        link.partition("?")[0].rpartition("/")[2]
        for feed in sample.yesterday.feeds
        for link in links(feed.url, http)
    }
    assert {item.slug for outlet in outlets() for item in outlet.articles if item.day == 1} == found


@pytest.mark.parametrize("outlet", outlets(), ids=lambda outlet: outlet.key)
def test_an_extractor_finds_the_text_of_each_page_and_not_its_furniture(
    outlet: Outlet, sample: Sample, http: httpx2.Client
) -> None:
    for item in [item for item in outlet.articles if item.form == "article"]:
        article = print_article(item, outlet, NOW - timedelta(days=2 - item.day))
        text = trafilatura.extract(http.get(sample.url + article.path).text, fast=True) or ""
        assert [p for p in article.paragraphs if p not in text] == []
        furniture = (
            "Sign up to",
            "Read more",
            "Most read",
            "All rights reserved",
            "Listen live",
            "Weather",
            "made-up",
        )
        assert [words for words in furniture if words in text] == []


def test_pages_and_feeds_are_not_sent_twice(sample: Sample, http: httpx2.Client) -> None:
    feed = sample.today.feeds[0].url
    for url in (feed, links(feed, http)[0], f"{sample.url}/robots.txt"):
        first = http.get(url)
        by_tag = http.get(url, headers={"If-None-Match": first.headers["ETag"]})
        by_date = http.get(url, headers={"If-Modified-Since": first.headers["Last-Modified"]})
        changed = http.get(url, headers={"If-None-Match": '"another"'})
        assert (304, b"", 304, 200) == (
            by_tag.status_code,
            by_tag.content,
            by_date.status_code,
            changed.status_code,
        )


def test_a_date_that_is_none_asks_for_the_whole(sample: Sample, http: httpx2.Client) -> None:
    answer = http.get(sample.today.feeds[0].url, headers={"If-Modified-Since": "yesterday"})
    assert 200 == answer.status_code


def test_times_follow_the_moment_of_serving(http: httpx2.Client) -> None:
    noon = datetime(2031, 7, 4, 12, 0, tzinfo=timezone(timedelta(hours=2)))
    with serve(noon) as sample:
        wire = next(feed for feed in sample.today.feeds if feed.name == "Halvern Wire")
        item = json.loads(http.get(wire.url).content)["items"][0]
        page = http.get(item["url"]).text
    assert ("2031-07-04T05:10:00+00:00", datetime(2031, 7, 4, 10, tzinfo=UTC)) == (
        item["date_published"],
        sample.today.now,
    )
    assert "at 4.25 per cent on Friday and said" in page
    assert "meets again on 15 August" in page


def test_what_is_not_there_is_not_found(sample: Sample, http: httpx2.Client) -> None:
    paths = (
        "/",
        "/essel-ledger/sport/none",
        "/nobody/feed",
        "/essel-ledger/../../etc/passwd",
        "/favicon.ico",
    )
    assert [404] * len(paths) == [http.get(sample.url + path).status_code for path in paths]


def test_a_front_page_leads_to_the_articles(sample: Sample, http: httpx2.Client) -> None:
    page = http.get(f"{sample.url}/essel-ledger/").text
    assert 'href="' + sample.url + '/essel-ledger/politics/strait-accord-signed-at-dawn"' in page


def test_a_head_request_gets_no_body(sample: Sample, http: httpx2.Client) -> None:
    answer = http.head(sample.today.feeds[0].url)
    assert (200, b"") == (answer.status_code, answer.content)


def test_robots_may_read_the_articles(sample: Sample, http: httpx2.Client) -> None:
    assert "User-agent: *\nDisallow: /drafts/\n" == http.get(f"{sample.url}/robots.txt").text


def test_settings_of_a_day_keep_what_the_operator_chose(sample: Sample) -> None:
    own = Settings(title="Morning Paper", feeds=sample.today.feeds[:1], topics=sample.today.topics[:1])
    settings = sample.today.settings(own)
    assert ("Morning Paper", 12, 6, ("127.0.0.1/32",)) == (
        settings.title,
        len(settings.feeds),
        len(settings.topics),
        tuple(str(network) for network in settings.collect.allow_private_hosts),
    )


def test_two_samples_run_side_by_side(sample: Sample) -> None:
    with serve(NOW) as second:
        assert sample.url != second.url


def test_days_are_a_day_apart(sample: Sample) -> None:
    assert (NOW - timedelta(days=1), NOW) == (sample.yesterday.now, sample.today.now)
