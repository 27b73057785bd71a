"""Where the article of a page is, and the day and the signs that it shows."""

from __future__ import annotations

from datetime import UTC, datetime

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.authors import find_authors
from digest.collect.parsing.blocks import read_blocks
from digest.collect.parsing.main_content import find_main_content
from digest.collect.parsing.metadata import find_date

ONE = "The council adopted the budget for the coming year on Monday evening."
TWO = "Mayor Ada Quill said the plan would keep all nine libraries open."
THREE = "Two members of the opposition abstained, and one voted against it."


def main_content_of(body: str) -> list[str]:
    blocks = list(read_blocks(lxml.html.document_fromstring(f"<html><body>{body}</body></html>")))
    return [blocks[i].text for i in sorted(find_main_content(blocks).blocks)]


def test_the_core_is_the_element_that_holds_most_prose() -> None:
    page = f"<div><p>{THREE}</p></div><div><p>{ONE}</p><p>{TWO}</p></div>"

    assert [ONE, TWO] == main_content_of(page)


def test_headings_and_list_items_between_paragraphs_are_text() -> None:
    page = (
        f"<div><p>{ONE}</p><h2>The libraries</h2><ul><li>Nine of them</li></ul><p>{TWO}</p><p>More</p></div>"
    )

    assert [ONE, "The libraries", "Nine of them", TWO] == main_content_of(page)


def test_a_page_that_is_named_like_furniture_as_a_whole_has_an_article_all_the_same() -> None:
    page = f'<div class="sidebar"><div><p>{ONE}</p><p>{TWO}</p><div class="related"><p>{THREE}</p></div></div></div>'

    assert [ONE, TWO] == main_content_of(page)


def test_an_article_that_is_cut_into_parts_is_one() -> None:
    page = f"<main><h1>Budget</h1><section><p>{ONE}</p></section><section><p>{TWO}</p><p>{THREE}</p></section></main>"

    assert [ONE, TWO, THREE] == main_content_of(page)


def test_of_two_articles_on_a_page_the_first_is_meant_though_the_next_is_longer() -> None:
    page = (
        f"<article><h1>Budget</h1><div><p>{ONE}</p><p>{TWO}</p></div></article>"
        f"<article><h1>Harbour</h1><div><p>{THREE}</p><p>{ONE}</p><p>{TWO}</p></div></article>"
    )

    assert [ONE, TWO] == main_content_of(page)


def test_a_page_without_prose_has_no_core() -> None:
    assert [] == main_content_of("<ul><li><a href='/'>Home</a></li><li>Contact</li></ul>")


@given(st.text(alphabet="<>/ apdiv=\"'h1.", max_size=200))
def test_whatever_a_page_is_its_core_is_of_its_blocks(page: str) -> None:
    blocks = list(read_blocks(lxml.html.document_fromstring(f"<html><body>.{page}</body></html>")))

    assert find_main_content(blocks).blocks <= set(range(len(blocks)))


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (
            '<time datetime="2026-03-01T08:00:00Z">Sunday</time><p>2 March 2026</p>',
            datetime(2026, 3, 1, 8, tzinfo=UTC),
        ),
        (
            "<p>1 March 2026</p><h1>Budget</h1><p>Published on 2 March 2026</p>",
            datetime(2026, 3, 2, tzinfo=UTC),
        ),
        (f"<h1>Budget</h1><p>{ONE} It was 2 March 2026.</p><p>© 2026 The Herald</p>", None),
    ],
    ids=[
        "what is marked as a time",
        "the first line below the headline",
        "no date in a sentence or a copyright",
    ],
)
def test_the_day_is_what_the_page_shows(body: str, day: datetime | None) -> None:
    root = lxml.html.document_fromstring(f"<html><body>{body}</body></html>")

    assert day == find_date(root, list(read_blocks(root)))


def test_the_signs_of_an_agency_and_a_desk_are_authors_where_the_page_says_so() -> None:
    root = lxml.html.document_fromstring('<p>Radio, 10:05 <span itemprop="author">xyz/abcd;lm</span></p>')

    assert ("xyz/abcd", "lm") == find_authors(root)
