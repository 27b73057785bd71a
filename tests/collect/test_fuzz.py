"""Pages and feeds that nobody wrote on purpose: whatever comes, the parsers answer or say that it is unreadable."""

from __future__ import annotations

import json
from collections.abc import Callable

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.cli.feed_report import REPORT_URL
from digest.collect.cache import PARSED_FEED, PARSED_PAGE
from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.html_text import plain
from digest.collect.parsing.page import parse_page
from digest.collect.parsing.values import UnreadableError, to_json
from tests.collect.harness import PARAGRAPHS, item, page, rss
from tests.wild.corpus import answers

URL = "https://herald.example/news/budget"
FUZZ = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "url", "@type", "@value"]), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip
KEYS = (
    "@type", "@graph", "mainEntity", "headline", "name", "author", "publisher", "datePublished", "dateModified", "description",
    "articleBody", "articleSection", "inLanguage", "isAccessibleForFree",
)  # fmt: skip
things = st.dictionaries(st.sampled_from(KEYS), values, max_size=8).map(
    lambda thing: {"@type": "Article"} | thing
)
tags = st.sampled_from(
    ["p", "div", "span", "a", "table", "tr", "td", "ul", "li", "h1", "h2", "figure", "figcaption", "b"]
)
attributes = st.dictionaries(
    st.sampled_from(["class", "id", "style", "href", "hidden", "role", "rel"]),
    st.text(max_size=20) | st.sampled_from(["related", "byline", "display:none", "color:#fff", "x" * 5000, "http://[::1"]),
    max_size=2,
)  # fmt: skip
words = st.sampled_from([*PARAGRAPHS, "Read more", "By Ada Quill", "&#xD800;", "\ufffe", "]]>", "<!--", ""])


@st.composite
def markups(draw: st.DrawFn, depth: int = 0) -> str:
    """Elements in one another, some of them left open, with attributes of any kind."""
    inner = draw(words)
    if depth < 5 and draw(st.booleans()):
        inner += "".join(draw(st.lists(markups(depth + 1), max_size=3)))
    tag = draw(tags)
    given_attributes = "".join(f' {name}="{value}"' for name, value in draw(attributes).items())
    return f"<{tag}{given_attributes}>{inner}" + (f"</{tag}>" if draw(st.booleans()) else "")


def read_page(body: bytes, content_type: str = "text/html") -> None:
    """The page goes through the parser, and its answer between processes, or is unreadable."""
    try:
        found = parse_page(body, URL, content_type)
    except UnreadableError:
        return
    assert found == PARSED_PAGE.validate_json(to_json(found))
    assert "\n\n" not in found.text


def read_feed(body: bytes, content_type: str = "") -> None:
    """The same for a feed."""
    try:
        found = parse_feed(body, URL, content_type)
    except UnreadableError:
        return
    assert found == PARSED_FEED.validate_json(to_json(found))


SEEDS = [
    (read_page, page().encode(), ""),
    (read_feed, rss(item(), item("Two")).encode(), ""),
    *((read_page, *answer) for answer in answers("pages").values()),
    *((read_feed, *answer) for answer in answers("feeds").values()),
]
"""What is changed: a plain page and feed, and all that was ever seen."""
PIECES = [
    b"<![CDATA[",
    b"]]>",
    b"&#0;",
    b"&amp;amp;",
    b"<item>",
    b"</channel>",
    b"\xff\xfe",
    b"<!--",
    b"<?xml encoding='utf-7'?>",
]
UNKNOWN_TO_FEEDPARSER = {
    "json-feed",
    "news-sitemap",
    "utf-16-with-a-mark",
    "shift-jis",
    "items-without-an-address",
}
"""Formats that it does not know, encodings that it reads wrongly, and items without an address, which it counts."""


@FUZZ
@given(things)
def test_structured_data_of_any_shape_is_read_or_passed_over(thing: dict[str, object]) -> None:
    read_page(page(head=f'<script type="application/ld+json">{json.dumps(thing)}</script>').encode())


@FUZZ
@given(markups(), st.sampled_from(["text/html", "text/html; charset=utf-16", "text/html; charset=hex", ""]))
def test_elements_in_any_order_are_read(markup: str, content_type: str) -> None:
    read_page(page(before=markup, after=markup).encode("utf-8", "surrogatepass"), content_type)


@FUZZ
@given(st.data())
def test_a_page_or_feed_with_bytes_changed_is_read_or_unreadable(data: st.DataObject) -> None:
    read, body, content_type = data.draw(st.sampled_from(SEEDS))
    at = data.draw(st.integers(0, len(body)))
    rest = body[at + data.draw(st.integers(0, 40)) :]
    read(body[:at] + data.draw(st.binary(max_size=12) | st.sampled_from(PIECES)) + rest, content_type)


@pytest.mark.parametrize("name", sorted(set(answers("feeds")) - UNKNOWN_TO_FEEDPARSER))
def test_feedparser_reads_the_same_titles_and_addresses(name: str) -> None:
    body, content_type = answers("feeds")[name]
    try:
        ours = [(found.url, found.title) for found in parse_feed(body, REPORT_URL, content_type).items]
    except UnreadableError:
        ours = []
    headers = {"content-type": content_type, "content-location": REPORT_URL}
    entries = feedparser.parse(body, response_headers=headers, sanitize_html=False).entries

    assert [(entry["link"], plain(entry.get("title", ""))) for entry in entries] == ours


@pytest.mark.parametrize(
    "html",
    [
        page(head=f'<script type="application/ld+json">{"[" * 100_000}</script>'),
        page(head=f'<script type="application/ld+json">{{"@type": "Article", "author": {"[" * 900}1{"]" * 900}}}</script>'),
        page(title="| " * 100_000),
        page(title="A - " * 50_000),
        page("<span><span><a href='x'>y</a></span></span>" * 5_000),
        page(head='<link rel="canonical" href="http://[::1"><meta property="og:image" content="//[">'),
        page(*["Read more"] * 3_000),
        "<div>" * 50_000,
    ],
    ids=["brackets", "nested author", "bars", "dashes", "links", "addresses", "labels", "depth"],
)  # fmt: skip
def test_what_once_broke_or_stalled_the_parser_is_read(html: str) -> None:
    read_page(html.encode())


@pytest.mark.parametrize("read", [read_page, read_feed])
@pytest.mark.parametrize("body", [b"", b"\0" * 50, b"\xff\xfe<", b"<?xml version='1.0'?>", b"[" * 50_000])
def test_what_is_neither_page_nor_feed_is_told(read: Callable[[bytes], None], body: bytes) -> None:
    read(body)
