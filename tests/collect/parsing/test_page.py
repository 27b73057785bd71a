from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.collect.parsing.page import parse_page
from digest.collect.parsing.values import ParsedPage, UnreadableError
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


@pytest.mark.parametrize(
    ("encoding", "content_type", "head"),
    [
        ("utf-8", "text/html; charset=iso-8859-1", ""),
        ("utf-8", "text/html", '<meta charset="hex">'),
        ("windows-1252", "text/html; charset=iso-8859-1", '<meta charset="utf-8">'),
        ("windows-1252", "text/html", ""),
        ("iso-8859-2", "text/html; charset=iso-8859-2", ""),
        ("shift_jis", "text/html", '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'),
        ("utf-16", "text/html; charset=utf-8", ""),
        ("utf-8-sig", "text/html; charset=windows-1251", ""),
    ],
)
def test_an_encoding_is_found_by_what_fits(encoding: str, content_type: str, head: str) -> None:
    sentence = {"iso-8859-2": "Starosta Čeněk Žák podpořil rozpočet města i opravu mostu.", "shift_jis": "市長は予算案を発表し、議会は月曜日の夜に長い議論の末これを可決したと述べた。"}  # fmt: skip
    first = sentence.get(encoding, "Señora Quill’s café stays open, the council said on Monday evening.")

    found = parse_page(
        page(first, *PARAGRAPHS, head=head).encode(encoding, "xmlcharrefreplace"), URL, content_type
    )

    assert first == found.text.splitlines()[0]


@settings(deadline=None, max_examples=50)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_parser(body: bytes) -> None:
    try:
        parse_page(b"<html><body><article><p>" + body, URL)
    except UnreadableError as error:
        assert str(error)  # noqa: PT017 - the reason is what the user gets


def test_the_standfirst_above_the_text_is_of_it() -> None:
    standfirst = "Nine libraries stay open and the harbour bridge is repaired, at a price."

    assert f"{standfirst}\n{TEXT}" == parsed(page(before=f'<p class="lede">{standfirst}</p>')).text


def test_a_text_that_an_advertisement_cuts_in_halves_is_read_whole() -> None:
    half = "".join(f'<p class="t">{p}</p>' for p in PARAGRAPHS)
    other = tuple(
        p.replace("council", "assembly")
        .replace("budget", "plan")
        .replace("Mayor", "Speaker")
        .replace("Two", "Six")
        for p in PARAGRAPHS
    )
    rest = "".join(f'<p class="t">{p}</p>' for p in other)
    html = f'<html><body><h1>Council adopts budget</h1><div class="body">{half}</div><div class="ad">Buy a boat</div><div class="body">{rest}</div></body></html>'

    assert "\n".join((*PARAGRAPHS, *other)) == parsed(html).text


def test_a_text_between_breaks_in_a_table_is_read_without_its_menus() -> None:
    cells = (
        "<td><a href='/'>World</a><br><a href='/'>Weather</a></td>"
        f"<td class=story><h2>Council adopts budget</h2>{'<br><br>'.join(PARAGRAPHS)}</td>"
    )
    html = f"<html><head><title>Council adopts budget</title></head><body><table><tr>{cells}<td><b>Market Data</b><br>Dow 24,719<br>Gold 1,903</td></tr></table></body></html>"

    assert TEXT == parsed(html).text


def test_a_link_in_a_sentence_stays_and_a_card_that_opens_over_it_goes() -> None:
    name = '<span class="card"><a href="/quill">Ada Quill</a><span class="more"><span>Ada Quill</span><a href="/1">Quill wins a second term in the harbour city</a><a href="/2">Who is Quill, and what does she want?</a></span></span>'
    html = page(*PARAGRAPHS[:1], PARAGRAPHS[1].replace("Ada Quill", name), *PARAGRAPHS[2:])

    assert "Mayor Ada Quill said" in parsed(html).text
    assert "Who is Quill" not in parsed(html).text


def test_a_text_as_structured_data_decides_which_paragraphs_are_the_article() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Council adopts budget",
        "articleBody": " ".join(PARAGRAPHS),
    }
    data = f'<script type="application/ld+json">{json.dumps(article)}</script>'
    other = "".join(
        f"<p>Another story tells at length what happened elsewhere on that day, part {n}.</p>"
        for n in range(3)
    )

    assert TEXT == parsed(page(head=data, after=other)).text


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        ('<meta name="author" content="Ada Quill">', "", ("Ada Quill",)),
        ('<meta name="author" content="quill@herald.example">', '<p class="byline">By Ada Quill and Ben Marsh</p>', ("Ada Quill", "Ben Marsh")),
        ('<meta name="author" content="The Herald"><meta property="og:site_name" content="The Herald">', '<a rel="author" href="/x">Ada Quill</a>', ("Ada Quill",)),
        ('<meta name="author" content="The Herald"><meta property="og:site_name" content="The Herald">', "", ("The Herald",)),
        ('<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ada Quill">', "", ("Ada Quill",)),
        ("", '<a href="/authors/ada-quill">Ada Quill</a>', ("Ada Quill",)),
        ("", '<p class="byline">Updated 5 minutes ago</p>', ()),
    ],
)  # fmt: skip
def test_persons_come_before_the_outlet_as_authors(head: str, before: str, authors: tuple[str, ...]) -> None:
    assert authors == parsed(page(head=head, before=before)).authors


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:title" content="Council adopts budget | The Herald"><meta property="og:site_name" content="The Herald">', "Council adopts budget"),
        ('<meta property="og:title" content="The budget, explained">', "The budget, explained"),
        ('<meta property="og:title" content="You will not believe this"><script type="application/ld+json">{"@type": "Article", "headline": "Council adopts budget"}</script>', "Council adopts budget"),
        ('<meta property="og:title" content="Budget: council votes"><script type="application/ld+json">{"@type": "Article", "headline": "Libraries stay open"}</script>', "Budget: council votes"),
    ],
)  # fmt: skip
def test_the_title_is_the_one_that_is_shown_or_else_nearest_to_the_address(head: str, expected: str) -> None:
    assert expected == parsed(page(head=head)).title


def test_the_day_is_that_of_the_publisher() -> None:
    found = parsed(page(head='<meta property="article:published_time" content="2026-03-02T01:00:00+09:00">'))

    assert "2026-03-02T01:00:00+09:00" == (found.published and found.published.isoformat())


def test_paragraphs_that_stand_in_no_element_but_the_body_are_the_article() -> None:
    html = f"<html><body>{''.join(f'<p>{paragraph}</p>' for paragraph in PARAGRAPHS)}</body></html>"

    assert TEXT == parsed(html).text


def test_one_line_break_ends_a_line_and_two_end_a_paragraph() -> None:
    first, second = PARAGRAPHS[0].split(" ", 4), PARAGRAPHS[1].split(" ", 4)
    html = (
        f"<html><body><div class=story>{'<br>'.join(first)}<br><br>{'<br/>'.join(second)}</div></body></html>"
    )

    assert "\n".join(PARAGRAPHS[:2]) == parsed(html).text


def test_a_paragraph_that_is_printed_again_in_another_shape_is_read_once() -> None:
    pull_quote = f"<blockquote class=pull>{PARAGRAPHS[1]}</blockquote>"

    assert (
        TEXT
        == parsed(
            page(*PARAGRAPHS[:2], *PARAGRAPHS[2:]).replace("</article>", f"{pull_quote}</article>")
        ).text
    )
