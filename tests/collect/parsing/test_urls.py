from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.urls import clean, host


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://Herald.Example/Budget", "https://herald.example/Budget"),
        ("https://herald.example", "https://herald.example/"),
        ("https://herald.example:443/a#comments", "https://herald.example/a"),
        ("http://herald.example:8080/a", "http://herald.example:8080/a"),
        ("https://herald.example/a?utm_source=x&id=7&fbclid=abc", "https://herald.example/a?id=7"),
        ("https://herald.example/a?source=rss", "https://herald.example/a"),
        ("https://herald.example/a?source=parliament", "https://herald.example/a?source=parliament"),
        ("  https://herald.example/a b\n", "https://herald.example/a%20b"),
        ("https://herald.example/a\f;", "https://herald.example/a"),
        ("https://herald.example/a\u2028;", "https://herald.example/a%E2%80%A8"),
        ("//herald.example/a", "https://herald.example/a"),
        ("../b", "https://base.example/b"),
        ("https://[2001:DB8::1]/a", "https://[2001:db8::1]/a"),
    ],
)
def test_an_address_has_one_spelling(address: str, expected: str) -> None:
    assert expected == clean(address, "https://base.example/news/today")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "mailto:a@b.example",
        "https://[::1",
        "https://a:x/",
        "data:,x",
        "https:///a",
    ],
)
def test_what_is_no_web_address_becomes_nothing(address: str) -> None:
    assert "" == clean(address)


def test_an_address_of_megabytes_becomes_nothing() -> None:
    assert "" == clean("https://herald.example/" + "a" * 5000)


@given(st.text())
def test_cleaning_survives_any_text_and_is_done_once(text: str) -> None:
    once = clean(text, "https://base.example/")

    assert once == clean(once)


def test_the_host_of_an_address_includes_its_port() -> None:
    assert "herald.example:8080" == host("http://herald.example:8080/a")
