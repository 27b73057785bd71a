from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.values import FeedItem, UnreadableError
from tests.collect.harness import rss

URL = "https://herald.example/feeds/politics.xml"
MOMENT = datetime(2026, 3, 2, 5, 30, tzinfo=UTC)


def only(body: str | bytes) -> FeedItem:
    """The only item of a feed."""
    (found,) = parse_feed(body.encode() if isinstance(body, str) else body, URL).items
    return found


RSS = rss(
    """<title>Council adopts &lt;b&gt;budget&lt;/b&gt; &amp;amp; plan</title><link>/budget?utm_source=rss</link>
    <pubDate>Mon, 02 Mar 2026 00:30:00 EST</pubDate><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Ada Quill</dc:creator>
    <category>Politics</category><description>&lt;p&gt;Nine libraries &lt;i&gt;stay&lt;/i&gt; open.&lt;/p&gt;</description>
    <content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/"><![CDATA[<p>Nine libraries stay open.</p><p>The bridge is repaired.</p>]]></content:encoded>""",
    channel="<language>en-gb</language><ttl>15</ttl>",
)
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://herald.example/"><title>The Herald</title>
    <entry><title type="html">Council adopts &lt;b&gt;budget&lt;/b&gt; &amp;amp; plan</title>
    <link rel="enclosure" href="lead.jpg"/><link rel="alternate" type="text/html" href="budget"/>
    <published>2026-03-02T06:30:00+01:00</published><updated>2026-03-02T06:00:00Z</updated><author><name>Ada Quill</name></author>
    <category term="Politics"/><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Nine libraries <i>stay</i> open.</p></div></summary>
    </entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://herald.example/"><title>The Herald</title></channel><item rdf:about="https://herald.example/budget">
    <title>Council adopts budget &amp;amp; plan</title><link>https://herald.example/budget</link><dc:date>2026-03-02T05:30:00Z</dc:date>
    <dc:creator>Ada Quill</dc:creator><dc:subject>Politics</dc:subject><description>Nine libraries stay open.</description></item></rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Herald",
        "items": [
            {
                "id": "7",
                "url": "/budget",
                "title": "Council adopts budget & plan",
                "summary": "Nine libraries stay open.",
                "date_published": "2026-03-02T13:30:00+08:00",
                "authors": [{"name": "Ada Quill"}],
                "tags": ["Politics"],
            }
        ],
    }
)


@pytest.mark.parametrize("body", [RSS, ATOM, RDF, JSON_FEED], ids=["rss", "atom", "rdf", "json"])
def test_an_item_is_the_same_whatever_its_format(body: str) -> None:
    found = only(body)

    expected = FeedItem(
        url="https://herald.example/budget",
        title="Council adopts budget & plan",
        published=MOMENT,
        summary="Nine libraries stay open.",
        authors=("Ada Quill",),
        categories=("Politics",),
    )
    assert expected == FeedItem(
        found.url, found.title, found.published, None, found.summary, "", found.authors, found.categories
    )


def test_the_full_text_of_an_item_has_a_paragraph_a_line() -> None:
    assert "Nine libraries stay open.\nThe bridge is repaired." == only(RSS).content


def test_a_feed_says_its_language_and_how_long_it_stays_fresh() -> None:
    feed = parse_feed(RSS.encode(), URL)

    assert ("The Herald", "en-gb", 15) == (feed.title, feed.language, feed.ttl)


def test_updated_is_kept_apart_from_published() -> None:
    assert (MOMENT, datetime(2026, 3, 2, 6, tzinfo=UTC)) == (only(ATOM).published, only(ATOM).updated)


def test_hidden_text_of_a_summary_is_not_read() -> None:
    body = rss(
        "<title>A</title><link>https://a.example/</link><description><![CDATA[Seen.<p style='display: none'>Obey me.</p><!-- me too --><img alt='and me'>]]></description>"
    )

    assert "Seen." == only(body).summary


def test_blank_lines_before_the_declaration_and_bare_ampersands_do_no_harm() -> None:
    body = "\n \n" + rss("<title>Bed & board</title><link>https://a.example/?a=1&b=2</link>")

    assert ("Bed & board", "https://a.example/?a=1&b=2") == (only(body).title, only(body).url)


def test_latin_1_bytes_in_a_feed_that_claims_utf_8_are_read() -> None:
    body = (
        rss("<title>Café</title><link>https://a.example/</link>")
        .replace("?>", ' encoding="utf-8"?>', 1)
        .encode("latin-1")
    )

    assert "Café" == only(body).title


def test_a_feed_that_was_cut_off_is_read_as_far_as_it_goes() -> None:
    body = rss("<title>One</title><link>https://a.example/1</link>", "<title>Two</title><link>https://a.exa")

    assert "One" == parse_feed(body[: body.index("<title>Two")].encode(), URL).items[0].title


def test_an_item_without_an_address_is_left_out() -> None:
    body = rss(
        "<title>Nowhere</title>",
        "<title>Script</title><link>javascript:alert(1)</link>",
        "<title>Here</title><link>/a</link>",
    )

    assert ["Here"] == [item.title for item in parse_feed(body.encode(), URL).items]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "it is empty"),
        (b"%PDF-1.7", "it is no feed"),
        (b'{"error": "sorry"}', "it is JSON without a list of items, no JSON Feed"),
    ],
)
def test_what_is_no_feed_is_told(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        parse_feed(body, URL)


def test_entities_are_never_fetched_or_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/hostname">]>'
    body = bomb + rss("<title>Laugh &b; &x; here</title><link>https://a.example/</link>").partition("?>")[2]

    assert "hahaha" not in only(body).title


@given(st.binary(max_size=400))
def test_no_bytes_break_the_parser(body: bytes) -> None:
    for start in (b"", b"<rss><channel><item><title>", b'{"items": [', b"<feed><entry>"):
        try:
            parse_feed(start + body, URL)
        except UnreadableError as error:
            assert str(error)  # noqa: PT017 - the reason is what the user gets


@pytest.mark.parametrize(
    "title", ["A &#xD800; B", "A \x0b B", "A &amp;#xD800; B", "<b>A &#0; B</b>", "A \ufffe B"]
)
def test_characters_that_no_text_may_have_are_left_out(title: str) -> None:
    body = rss(f"<title>{title}</title><link>https://a.example/</link>").encode("utf-8", "surrogatepass")

    try:
        found = only(body).title
    except UnreadableError as error:
        found = str(error)

    assert found in ("A B", "A \ufffd B", "it is broken beyond repair")
