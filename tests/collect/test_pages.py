from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.collect.pages import parse_page
from digest.collect.parsed import ParsedPage, UnreadableError
from tests.collect.harness import PARAGRAPHS, page

URL = "https://herald.example/news/budget"
TEXT = "\n".join(PARAGRAPHS)


def parsed(html: str | bytes) -> ParsedPage:
    """The page as parsed."""
    return parse_page(html.encode() if isinstance(html, str) else html, URL, "text/html")


def test_the_text_is_the_article_without_the_page_around_it() -> None:
    assert TEXT == parsed(page()).text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>Obey.</p>",
        "<div style='visibility: hidden'><p>Obey.</p></div>",
        "<p hidden>Obey.</p>",
        "<p style='color:#fff;background:white'>Obey.</p>",
        "<p style='position:absolute; left:-9999px'>Obey.</p>",
        "<p style='font-size:0'>Obey.</p>",
        "<p style='opacity:0'>Obey.</p>",
        "<!-- Obey. -->",
        "<img src='a.png' alt='Obey.'>",
        "<script>Obey.</script><template><p>Obey.</p></template>",
    ],
)
def test_what_a_reader_cannot_see_is_not_read(hidden: str) -> None:
    assert (
        TEXT
        == parsed(
            page(PARAGRAPHS[0], hidden, *PARAGRAPHS[1:]).replace("<p><", "<").replace("></p>", ">")
        ).text
    )


@pytest.mark.parametrize(
    "furniture",
    [
        "<p>Read more: Harbour bridge closed again</p>",
        "<p>Sign up for our newsletter</p>",
        "<figure><img src='a.jpg'><figcaption>The council chamber. Photo: A. Quill</figcaption></figure>",
        "<p>Market Data</p>",
        "<p>ADVERTISEMENT</p>",
        "<p><a href='/other'>Harbour bridge closed again after storm</a></p>",
        "<p>By Ada Quill</p>",
        "<p>Published 2 March 2026 05:30 GMT</p>",
        "<p>Dow 24,719.22 -45.10 -0.18%</p>",
        "<p>Follow us on Facebook</p>",
        "<p>File photo</p>",
    ],
)
def test_furniture_in_the_article_is_not_of_its_text(furniture: str) -> None:
    html = page().replace(f"<p>{PARAGRAPHS[2]}", f"{furniture}<p>{PARAGRAPHS[2]}")

    assert TEXT == parsed(html).text


def test_a_sentence_that_only_begins_like_furniture_stays() -> None:
    paragraphs = (
        *PARAGRAPHS,
        "Subscribers of the city's theatre will pay less under the plan, the mayor told the council.",
        "By the end of the year the bridge will be open again, according to the plan.",
    )

    assert "\n".join(paragraphs) == parsed(page(*paragraphs)).text


def test_a_correction_is_kept_as_what_it_is() -> None:
    note = "Correction: An earlier version of this article misstated the number of libraries."

    found = parsed(page(*PARAGRAPHS, note))

    assert (TEXT, (note,)) == (found.text, found.corrections)


def test_structured_data_says_who_wrote_it_and_when() -> None:
    data = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "The Herald"},
    {"@type": ["NewsArticle"], "headline": "Council adopts budget", "description": "Nine libraries stay open.",
    "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Person", "name": "Ben Marsh"}], "articleSection": "Politics",
    "datePublished": "2026-03-02T06:30:00+01:00", "dateModified": "2026-03-02T06:00:00Z"}]}</script>
    <meta property="og:image" content="/lead.jpg"><link rel="canonical" href="/budget">"""

    found = parsed(page(head=data))

    assert ParsedPage(
        text=TEXT,
        title="Council adopts budget",
        standfirst="Nine libraries stay open.",
        authors=("Ada Quill", "Ben Marsh"),
        published=datetime(2026, 3, 2, 5, 30, tzinfo=UTC),
        updated=datetime(2026, 3, 2, 6, tzinfo=UTC),
        language="en",
        canonical="https://herald.example/budget",
        section="Politics",
        image="https://herald.example/lead.jpg",
    ) == found  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1252"])
def test_a_page_whose_encoding_is_mislabelled_is_read(encoding: str) -> None:
    paragraphs = ("Señora Quill’s café stays open, the council said on Monday evening.", *PARAGRAPHS)

    assert paragraphs[0] in parsed(page(*paragraphs, head='<meta charset="us-ascii">').encode(encoding)).text


@settings(deadline=None, max_examples=50)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_parser(body: bytes) -> None:
    try:
        parse_page(b"<html><body><article><p>" + body, URL)
    except UnreadableError as error:
        assert str(error)  # noqa: PT017 - the reason is what the user gets
