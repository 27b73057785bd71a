"""What a page turned out to be."""

from __future__ import annotations

import json

import pytest

from digest.collect.parsing.page import parse_page
from tests.collect.harness import PARAGRAPHS, page

HOST = "https://herald.example"
SHORT = PARAGRAPHS[0]
FIGURES = "".join(
    f"<figure><img src='{n}.jpg'><figcaption>The harbour bridge after storm number {n}.</figcaption></figure>"
    for n in range(14)
)


def form(html: str, path: str = "/news/budget") -> str:
    """The form of the page at that address."""
    return parse_page(html.encode(), HOST + path, "text/html").form


def typed(kind: str | list[str]) -> str:
    """A page head that says what kind of thing the page shows."""
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, "headline": "Council adopts budget"})}</script>'


@pytest.mark.parametrize(
    ("path", "title", "head"),
    [
        ("/opinion/2026/council-adopts-budget", "Council adopts budget", ""),
        ("/meinung/haushalt", "Council adopts budget", ""),
        ("/news/budget", "Opinion | Council adopts budget", ""),
        ("/news/budget", "Kommentar: Council adopts budget", ""),
        ("/news/budget", "Council adopts budget", typed("OpinionNewsArticle")),
        ("/news/budget", "Council adopts budget", typed(["Article", "https://schema.org/OpinionNewsArticle"])),
        ("/news/budget", "Council adopts budget", '<meta property="article:section" content="Op-Ed">'),
        ("/news/budget", "Council adopts budget", '<meta property="article:opinion" content="true">'),
    ],
)  # fmt: skip
def test_opinion_is_known_and_stays_readable(path: str, title: str, head: str) -> None:
    found = parse_page(page(title=title, head=head).encode(), HOST + path, "text/html")

    assert ("opinion", "\n".join(PARAGRAPHS)) == (found.form, found.text)


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/news/opinion-polls-show-quill-ahead", "Opinion polls show Quill ahead"),
        ("/news/letters-to-santa", "Letters to the council pile up"),
        ("/politics/live-music-ban", "Council bans live music"),
        ("/politics/video-of-mayor", "Video of mayor spreads: police ask for calm"),
        ("/photos-of-storm", "Photos of the storm, and what they do not show"),
    ],
)
def test_words_of_a_headline_make_no_form(path: str, title: str) -> None:
    assert "article" == form(page(title=title), path)


@pytest.mark.parametrize(
    ("expected", "path", "title", "head"),
    [
        ("live_blog", "/news/live/budget", "Council adopts budget", ""),
        ("live_blog", "/news/budget", "Budget LIVE: council adopts plan", ""),
        ("live_blog", "/news/budget", "Council adopts budget", typed("LiveBlogPosting")),
        ("round_up", "/briefing/monday", "Council adopts budget", ""),
        ("round_up", "/news/monday", "Monday briefing: the budget, the bridge and the ferry", ""),
        ("round_up", "/news/monday", "Five things to know on Monday", ""),
    ],
)
def test_pages_of_more_than_one_event_are_known(expected: str, path: str, title: str, head: str) -> None:
    assert expected == form(page(title=title, head=head), path)


@pytest.mark.parametrize(
    ("path", "title", "head", "figures"),
    [
        ("/galleries/storm", "The storm", "", FIGURES),
        ("/news/storm", "In pictures: the storm", "", FIGURES),
        ("/news/storm", "The storm", typed("ImageGallery"), FIGURES),
        ("/news/storm", "The storm", "", FIGURES),
    ],
)
def test_many_pictures_and_few_words_are_a_gallery(path: str, title: str, head: str, figures: str) -> None:
    assert "gallery" == form(page(SHORT, title=title, head=head, after=figures), path)


def test_many_pictures_in_a_long_text_are_an_article() -> None:
    long = (f"On day {n} of the debate {text[0].lower()}{text[1:]}" for n in range(9) for text in PARAGRAPHS)

    assert "article" == form(page(*long, after=FIGURES), "/news/storm")


@pytest.mark.parametrize(
    ("path", "title", "head", "paragraph", "player"),
    [
        ("/video/storm", "The storm", "", SHORT, ""),
        ("/news/storm", "Watch: the storm reaches the bridge", "", SHORT, ""),
        ("/news/storm", "The storm", '<meta property="og:type" content="video.other">', SHORT, ""),
        ("/news/storm", "The storm", typed("VideoObject"), SHORT, ""),
        ("/news/storm", "The storm", "", "The storm in ninety seconds.", "<video src='a.mp4'></video>"),
    ],
)
def test_a_video_with_few_words_is_a_video(
    path: str, title: str, head: str, paragraph: str, player: str
) -> None:
    assert "video" == form(page(paragraph, title=title, head=head, before=player), path)


@pytest.mark.parametrize(
    ("head", "path"),
    [
        (typed("NewsArticle") + typed("VideoObject"), "/news/budget"),
        ("", "/news/budget"),
    ],
)
def test_an_article_with_a_video_is_an_article(head: str, path: str) -> None:
    player = "<iframe src='https://video.example/embed/1'></iframe>"

    assert "article" == form(page(head=head, before=player), path)


@pytest.mark.parametrize(
    "html",
    [
        page("Subscribe to continue reading. Already a subscriber? Log in to see the whole of this article and all the others."),
        page(SHORT, head='<meta property="article:content_tier" content="locked">'),
        page(SHORT, head='<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'),
        page("We and our partners use cookies on your device. With your consent we process personal data, as our privacy policy says."),
        page(*PARAGRAPHS, title="404 - Page not found"),
        page(*PARAGRAPHS, title="Seite nicht gefunden"),
        page("Sorry, the page could not be found. It may have moved, or the address was mistyped. Try the search at the top of every page."),
        page("Checking your browser before you can go on to the site. This takes a few seconds and happens by itself, please do not go away."),
        "<html><body></body></html>",
        "<html><head><title>Council adopts budget</title></head><body><div id='app'></div><script>start()</script></body></html>",
    ],
)  # fmt: skip
def test_what_stands_in_the_place_of_an_article_is_a_stub(html: str) -> None:
    assert "stub" == form(html)


def test_news_of_an_error_page_is_news() -> None:
    assert "article" == form(page(title="Page not found: how the council lost its archive"))
