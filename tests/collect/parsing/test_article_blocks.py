"""Which blocks of a page are its article."""

from __future__ import annotations

import json

import pytest

from digest.collect.parsing.page import parse_page
from tests.collect.harness import PARAGRAPHS, page

URL = "https://herald.example/news/budget"
TEXT = "\n".join(PARAGRAPHS)
STANDFIRST = "Nine libraries stay open and the harbour bridge is repaired"


def text(html: str) -> str:
    """The text of the page as parsed."""
    return parse_page(html.encode(), URL, "text/html").text


def test_what_is_named_like_furniture_counts_from_the_element_around_the_article() -> None:
    bio = '<div class="author-bio"><p>Ada Quill has written about the council for longer than anybody else.</p></div>'

    assert TEXT == text(page(after=bio).replace("<body>", '<body class="has-sidebar"><div class="banner">'))


def test_an_id_that_a_machine_made_names_nothing() -> None:
    assert TEXT == text(page().replace("<p>Two", '<p id="block-n1AdBx9">Two'))


@pytest.mark.parametrize(
    "label",
    [
        "Read more",
        "Mehr zum Thema",
        "This summary was made by AI and checked by an editor.",
        "Diese Zusammenfassung wurde künstlich erzeugt.",
    ],
)
def test_a_box_that_says_it_is_no_part_of_the_article_goes_as_a_whole(label: str) -> None:
    box = f"<div><p class='label'>{label}</p><div><p class='t'>The ferry to the islands will not sail before June, its owner says.</p></div></div>"

    assert TEXT == text(page(before=box))


@pytest.mark.parametrize("element", ["div", "p", "h2"])
def test_what_stands_above_and_begins_like_the_description_is_of_the_text(element: str) -> None:
    head = f'<meta name="description" content="{STANDFIRST}, at a price that some think too high.">'
    html = page(head=head, before=f"<{element} class='top'>{STANDFIRST}</{element}>")

    assert f"{STANDFIRST}\n{TEXT}" == text(html)


def test_a_caption_that_begins_like_the_description_is_none_of_it() -> None:
    head = f'<meta name="description" content="{STANDFIRST}.">'

    assert TEXT == text(
        page(head=head, before=f"<figure><figcaption>{STANDFIRST}. Photo</figcaption></figure>")
    )


@pytest.mark.parametrize(("free", "expected"), [(True, TEXT), (False, PARAGRAPHS[0])])
def test_what_a_script_loads_is_read_from_structured_data_where_it_is_free(free: bool, expected: str) -> None:
    article = {"@type": "NewsArticle", "articleBody": TEXT, "isAccessibleForFree": free}
    data = f'<script type="application/ld+json">{json.dumps(article)}</script>'

    assert expected == text(page(PARAGRAPHS[0], head=data))


def test_a_sentence_that_is_all_link_is_of_another_article() -> None:
    html = page().replace(
        f"<p>{PARAGRAPHS[2]}",
        f"<div><a href='/ferry'>The ferry to the islands will not sail before June, its owner told the council's committee on Friday, and nobody there had a question.</a></div><p>{PARAGRAPHS[2]}",
    )

    assert TEXT == text(html)
