"""What a bug report shows: the structure of a feed or page, and none of its words."""

from __future__ import annotations

import json
import re
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.cli.feed_report import REPORT_URL
from digest.collect.anonymised import anonymise
from digest.collect.parsing.encoding import codec, decode
from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.page import parse_page
from digest.collect.parsing.values import UnreadableError, to_json
from tests.collect.harness import item, page, rss
from tests.wild.corpus import answers

SEEN = [(kind, name) for kind in ("feeds", "pages") for name in answers(kind)]
WORDED = {("pages", "paywall")}
"""What these are is said by their words alone."""
KEY = b"of one report"


def shape(body: bytes, content_type: str, kind: str) -> Any:
    """What is read of an answer, each text with x for its letters; or why it cannot be read."""
    parse = parse_feed if kind == "feeds" else parse_page
    try:
        read = json.loads(to_json(parse(body, REPORT_URL, content_type)))
    except UnreadableError as error:
        return str(error)
    read.pop("elsewhere", None)
    return _shape(read)


def _shape(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _shape(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_shape(inner, key) for inner in value]
    kept = key in {"published", "updated", "language", "form", "kind"}
    return value if kept or not isinstance(value, str) else re.sub(r"[^\W_]", "x", value)


@pytest.mark.parametrize(("kind", "name"), [case for case in SEEN if case not in WORDED])
def test_what_was_seen_is_read_as_before_in_other_words(kind: str, name: str) -> None:
    body, content_type = answers(kind)[name]

    changed = anonymise(body, content_type, KEY, 9)

    assert codec(body, content_type) == codec(changed, content_type)
    expected, actual = (shape(bytes_, content_type, kind) for bytes_ in (body, changed))
    assert _without_hosts(expected) == _without_hosts(actual)


def _without_hosts(shaped: Any) -> Any:
    """Made-up hosts are of another length."""
    return json.loads(re.sub(r"x+://[^/\"]*", "x://x", json.dumps(shaped)))


def test_no_word_and_no_host_of_a_feed_is_left() -> None:
    links = "<description>&lt;a href=&quot;https://herald.example/libraries&quot;&gt;Nine libraries&lt;/a&gt;</description>"
    changed = anonymise(rss(item(rest=links)).encode(), "", KEY, 3).decode().lower()

    assert [] == [
        word for word in ("herald", "council", "adopts", "budget", "nine", "libraries") if word in changed
    ]
    assert "&lt;a href=&quot;https://site1.example/" in changed


@pytest.mark.parametrize(
    "date",
    ["Mon, 02 Mar 2026 05:30:00 GMT", "2026-03-02T05:30:00Z", "March 2nd, 2026", "2 Sept 2026 5:30 PM EST"],
)
def test_a_date_stays_and_the_words_around_one_do_not(date: str) -> None:
    def read(title: str) -> str:
        feed = anonymise(rss(item(title)).encode(), "", KEY, 3)
        return parse_feed(feed, REPORT_URL).items[0].title

    assert date == read(date)
    assert "Quill" not in read(f"{date} Quill resigns")


def test_no_word_of_an_attribute_is_left() -> None:
    image = '<img class="wide" alt="Ada Quill" data-caption="Ada Quill" src="/quill/ada.jpg?w=3">'
    changed = anonymise(page(before=image).encode(), "", KEY, 3).decode()

    assert 'class="wide"' in changed
    assert not re.search(r"(?i)quill|\bada\b", changed)


def test_no_word_of_structured_data_and_scripts_is_left() -> None:
    data = json.dumps({"@type": "NewsArticle", "headline": "Council adopts", "author": {"name": "Ada Quill"}})
    head = f'<script type="application/ld+json">{data}</script><script>var user = "Ada";</script>'
    changed = anonymise(page(head=head).encode(), "", KEY, 3).decode()

    assert '{"@type": "NewsArticle", "headline": "' in changed
    assert "<script></script>" in changed
    assert not re.search(r"(?i)council|quill|\bada\b|herald|harbour", changed)


def test_only_the_first_items_are_kept() -> None:
    feed = rss(*(item(f"Item {n}", f"https://herald.example/{n}") for n in range(9))).encode()

    assert 2 == len(parse_feed(anonymise(feed, "", KEY, 2), REPORT_URL).items)


def test_equal_words_stay_equal_and_another_report_has_others() -> None:
    def titles(key: bytes) -> list[str]:
        feed = rss(item("The budget"), item("The budget", "https://herald.example/2")).encode()
        return [found.title for found in parse_feed(anonymise(feed, "", key, 3), REPORT_URL).items]

    assert len(set(titles(KEY))) == 1
    assert titles(KEY) != titles(b"of another")


@given(
    st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    st.sampled_from(["", "text/xml; charset=gbk"]),
)
def test_whatever_comes_is_anonymised(body: bytes, content_type: str) -> None:
    changed = anonymise(body, content_type, KEY, 3)

    assert decode(body, content_type).count("<") >= decode(changed, content_type).count("<")


@pytest.mark.parametrize(
    "piece", ["<!--", "<script>", "<item>", "&lt;p ", "<a b='", '"\\', "<![CDATA[", "<?x", "//", "a=", "<"]
)
def test_hostile_text_takes_time_in_proportion_to_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        start = process_time()
        anonymise((piece * (length // len(piece))).encode(), "", KEY, 3)
        return process_time() - start

    assert seconds(200_000) < 5
