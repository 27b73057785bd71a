"""What is an item's address, and which items are read, in feeds of every format."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.values import MAX_ITEMS, ParsedFeed
from tests.collect.harness import rss

HOME = "https://herald.example/"
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def parsed(body: str) -> ParsedFeed:
    return parse_feed(body.encode(), HOME)


def urls(body: str) -> list[str]:
    return [item.url.removeprefix(HOME) for item in parsed(body).items]


FIELDS = (
    "<guid>https://herald.example</guid>",
    "<title>Council adopts budget</title>",
    "<link>https://herald.example/budget</link>",
    "<description>Nine libraries stay open.</description>",
)


@given(st.permutations(FIELDS))
def test_the_order_of_the_elements_of_an_item_decides_nothing(fields: list[str]) -> None:
    expected = parsed(rss("".join(FIELDS)))

    assert expected == parsed(rss("".join(fields)))
    assert ["budget"] == urls(rss("".join(fields)))


@given(st.from_regex(r"https?://[a-z]{1,12}\.example/[a-z/]{0,12}(\.html)?", fullmatch=True))
def test_plain_elements_are_read_whatever_namespace_the_feed_puts_them_in(space: str) -> None:
    body = rss("".join(FIELDS)).replace("<rss", f'<rss xmlns="{space}"', 1)

    assert ["budget"] == urls(body)
    assert "Council adopts budget" == parsed(body).items[0].title


def test_elements_of_another_namespace_than_the_item_stay_strangers() -> None:
    inside = (
        '<x:title xmlns:x="urn:other">Wrong</x:title><x:link xmlns:x="urn:other">https://x.example/</x:link>'
    )

    (item,) = parsed(rss(inside + "".join(FIELDS))).items

    assert ("Council adopts budget", HOME + "budget") == (item.title, item.url)


def test_an_identity_is_an_address_only_if_no_other_item_has_it() -> None:
    shared = "<title>{}</title><guid>https://herald.example/news</guid>"
    own = "<title>{0}</title><guid>https://herald.example/{0}</guid><link>https://herald.example/</link>"

    assert [] == urls(rss(shared.format("one"), shared.format("two")))
    assert 2 == parsed(rss(shared.format("one"), shared.format("two"))).unusable
    assert ["one", "two"] == urls(rss(own.format("one"), own.format("two")))


@pytest.mark.parametrize(
    "name", ["cid", "id", "aid", "clid", "spm", "ocid", "cmp", "ito", "xtor", "ns_id", "mbid"]
)
def test_a_parameter_that_tells_two_items_apart_is_kept(name: str) -> None:
    items = (f"<title>{n}</title><link>https://herald.example/a?{name}={n}</link>" for n in "12")

    assert [f"a?{name}=1", f"a?{name}=2"] == urls(rss(*items))


@pytest.mark.parametrize("name", ["utm_source", "fbclid", "gclid", "msclkid", "igshid", "mc_cid", "_ga"])
def test_what_only_follows_readers_is_cut_from_every_address(name: str) -> None:
    same = (f"<title>Budget</title><link>https://herald.example/a?x=1&amp;{name}={n}</link>" for n in "12")

    assert ["a?x=1", "a?x=1"] == urls(rss(*same))


def day(hours: int) -> datetime:
    return NOON - timedelta(hours=hours)


def as_rss(order: list[int]) -> str:
    return rss(
        *(
            f"<title>{n}</title><link>/{n}</link><pubDate>{day(n):%a, %d %b %Y %H:%M:%S} GMT</pubDate>"
            for n in order
        )
    )


def as_broken_rss(order: list[int]) -> str:
    return as_rss(order).replace("</channel></rss>", "&nbsp;")


def as_json(order: list[int]) -> str:
    items = [
        {"id": str(n), "url": f"/{n}", "title": str(n), "date_published": day(n).isoformat()} for n in order
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})


def as_sitemap(order: list[int]) -> str:
    reports = (
        f"<url><loc>{HOME}{n}</loc><n:news><n:title>{n}</n:title>"
        f"<n:publication_date>{day(n).isoformat()}</n:publication_date></n:news></url>"
        for n in order
    )
    spaces = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
    return f"<urlset {spaces}>{''.join(reports)}</urlset>"


@pytest.mark.parametrize("write", [as_rss, as_broken_rss, as_json, as_sitemap])
@pytest.mark.parametrize("step", [1, -1], ids=["newest first", "oldest first"])
def test_of_too_many_items_the_newest_are_read_wherever_they_stand(write: object, step: int) -> None:
    assert callable(write)
    feed = parsed(write(list(range(MAX_ITEMS + 100))[::step]))

    assert ({str(n) for n in range(MAX_ITEMS)}, 100) == ({item.title for item in feed.items}, feed.older)
