"""The headline of a page."""

from __future__ import annotations

import lxml.html
import pytest

from digest.collect.parsing.headline import find_title

URL = "https://www.harbour-herald.example/politics/council-adopts-budget"
HEADLINE = "Council adopts budget after a debate of six hours"


@pytest.mark.parametrize(
    "title",
    [
        HEADLINE,
        f"{HEADLINE} | The Harbour Herald",
        f"{HEADLINE} - Harbour Herald Online",
        f"{HEADLINE} – HH – 02.03.2026",
        f"{HEADLINE}｜The Harbour Herald",
        f"{HEADLINE}：Harbour Herald",
        f"Harbour Herald | {HEADLINE}",
        f"{HEADLINE} - harbour-herald.example",
    ],
)
def test_a_title_is_told_without_its_outlet_and_day(title: str) -> None:
    root = lxml.html.document_fromstring("<html><body><h1>Politics</h1></body></html>")

    found = find_title(root, "", title, ("The Harbour Herald", "HH"), URL)

    assert HEADLINE == found


@pytest.mark.parametrize(
    "title", ["Herald of spring - and of rain", "News | Weather", "Quill - Marsh", "A - B - C", "|", ""]
)
def test_a_mark_within_a_title_cuts_nothing_off(title: str) -> None:
    root = lxml.html.document_fromstring("<html><body></body></html>")

    assert title == find_title(root, "", title, ("The Harbour Herald",), URL)


def test_a_page_without_data_has_the_title_of_its_window() -> None:
    root = lxml.html.document_fromstring(
        f"<html><head><title>{HEADLINE} - Herald</title></head><body></body></html>"
    )

    assert HEADLINE == find_title(root, "", "", ("The Herald",), URL)
