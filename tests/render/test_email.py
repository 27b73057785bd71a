from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from digest.errors import EditionError
from digest.models import Problem, Section
from digest.render import render_email, render_page
from digest.render.email import MAX_HTML_BYTES
from digest.render.plain_text import COLUMNS
from digest.settings import WebSettings
from tests.render.editions import (
    HERALD,
    POST,
    brief,
    edition,
    full_edition,
    long_edition,
    point,
    settings,
    source,
)
from tests.render.golden import golden, kept
from tests.render.reading import links, pages, text_links, tree, words

GMAIL_CLIPS = 102_000
STYLE = re.compile(r"<style.*?</style>", re.DOTALL)


def test_the_email_is_what_was_looked_at() -> None:
    assert kept("email.html") == golden()["email.html"]


def test_the_subject_is_the_headline_of_the_lead() -> None:
    email = render_email(full_edition(), settings())

    assert "Parliament adopts budget by four votes after all-night sitting" == email.subject


def test_the_lead_is_the_story_with_the_highest_score_wherever_it_stands() -> None:
    weak, strong = (
        brief(text, (source(HERALD, text),), point("Yes.", source(HERALD, text)), score=score)
        for text, score in [("Weak", 0.2), ("Strong", 0.8)]
    )

    assert (
        "Strong" == render_email(edition(Section("A", (weak,)), Section("B", (strong,))), settings()).subject
    )


def test_the_subject_of_a_sample_says_so() -> None:
    email = render_email(full_edition(sample=True), settings())

    assert email.subject.startswith("[Sample] Parliament adopts")
    assert "Sample: a made-up day of news" in words(email.html)
    assert "Sample: a made-up day of news" in email.text


def test_a_long_headline_is_cut_between_words() -> None:
    headline = "Committee " + "hears minister " * 8
    long = brief(headline, (source(HERALD, "Hearing"),), point("Yes.", source(HERALD, "Hearing")))

    expected = "Committee hears minister hears minister hears minister hears minister hears…"

    assert expected == render_email(edition(Section("A", (long,))), settings()).subject


def test_the_preheader_names_the_next_stories() -> None:
    expected = (
        "Ferries sail again as crews accept a pay deal · Neighbours resume talks on cod after a two-year break · "
        "Speaker Anna Holm will not stand…"
    )

    assert expected == render_email(full_edition(), settings()).preheader


def test_html_and_text_have_the_same_links() -> None:
    email = render_email(full_edition(), settings())

    assert pages(links(email.html)) == text_links(email.text)


def test_html_and_text_have_the_same_headlines_and_points() -> None:
    email = render_email(full_edition(), settings())
    text = " ".join(email.text.split())

    for story in full_edition().briefs:
        for said in (story.headline, *(p.text for p in story.points)):
            assert (True, True) == (said in words(email.html), said in text), said


def test_text_has_72_columns_and_longer_lines_only_for_an_address() -> None:
    text = render_email(full_edition(), settings()).text

    assert [] == [line for line in text.splitlines() if len(line) > COLUMNS and "://" not in line]


def test_a_headline_that_looks_like_markup_stays_text() -> None:
    hostile = "<script>alert(1)</script> {{ 7 * 7 }} <mj-raw> & \x00\x0b\x1b[31m\u202eevil"
    bad = brief(
        hostile,
        (source(HERALD, "Hearing", url="javascript:alert(1)"),),
        point(hostile, source(HERALD, "Hearing")),
    )

    email = render_email(edition(Section(hostile, (bad,))), settings())

    assert [] == tree(email.html).xpath("//script | //mj-raw")
    assert "<script>alert(1)</script> {{ 7 * 7 }} <mj-raw> & [31mevil" in words(email.html)
    assert "<script>alert(1)</script> {{ 7 * 7 }} <mj-raw> & [31mevil" == email.subject
    assert "javascript:" not in email.html + email.text


@limits(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), min_size=1, max_size=80))
def test_any_text_can_be_printed(text: str) -> None:
    odd = brief(text, (source(text, "Hearing"),), point(text, source(text, "Hearing")))

    email = render_email(edition(Section(text, (odd,))), settings())

    assert "\n" not in email.subject
    assert pages(links(email.html)) == text_links(email.text)


def test_an_edition_without_a_story_is_no_email() -> None:
    with pytest.raises(EditionError, match="no story"):
        render_email(edition(Section("Parliament", ())), settings())


def test_nothing_is_loaded_from_anywhere() -> None:
    markup = render_email(full_edition(), settings()).html

    assert [] == tree(markup).xpath("//img | //link | //script | //iframe | //*[@src] | //*[@background]")
    assert "url(" not in markup
    assert "@import" not in markup


def test_language_direction_and_headings_are_set() -> None:
    page = tree(render_email(full_edition(), settings()).html)

    assert ("en", "ltr") == (page.get("lang"), page.get("dir"))
    assert ["The Morning Paper"] == [h.text_content() for h in page.xpath("//h1")]
    assert ["h1", "h2", "h2", "h3", "h2", "h3", "h3", "h2", "h3", "h3", "h2", "h2", "h2", "h2"] == [
        h.tag for h in page.xpath("//h1 | //h2 | //h3")
    ]


def test_tables_are_layout_and_say_so() -> None:
    markup = render_email(full_edition(), settings()).html

    assert [] == re.findall(r"<table(?![^>]*role=\"presentation\")[^>]*>", markup)


def test_without_its_style_element_every_text_has_a_colour_size_and_face() -> None:
    bare = tree(STYLE.sub("", render_email(full_edition(), settings()).html))

    for element in bare.xpath("//h1 | //h2 | //h3 | //li | //p | //a"):
        styles = ";".join(e.get("style", "") for e in (element, *element.iterancestors()))
        assert re.search(r"(^|;)color:", styles)
        assert re.search(r"font(-size)?:[^;]*\d\dpx", styles)
        assert "serif" in styles


@pytest.mark.parametrize("stories", [1, 15, 25, 60])
def test_gmail_shows_all_of_it(stories: int) -> None:
    email = render_email(long_edition(stories), settings())

    assert len(email.html.encode()) < GMAIL_CLIPS
    assert "mailto:morning@paper.example?subject=unsubscribe" in links(email.html)


def test_stories_of_the_lowest_rank_are_shortened_until_it_fits_and_readers_are_told() -> None:
    full, shortened = (render_email(long_edition(stories), settings()) for stories in (25, 60))
    page = tree(shortened.html)
    told = [item.text_content() for item in page.xpath("//h2[.='In brief']/following-sibling::ul/li")]
    ranked = [brief.headline for brief in long_edition(60).briefs]

    assert "In brief" not in words(full.html)
    assert MAX_HTML_BYTES - 2_000 < len(shortened.html.encode()) <= MAX_HTML_BYTES
    assert [*map(str.startswith, told, ranked[-len(told) :])] == [True] * len(told)
    for part in (words(shortened.html), " ".join(shortened.text.split())):
        assert f"{len(told)} stories are told in one line each here" in part
    assert pages(links(shortened.html)) == text_links(shortened.text)


def test_no_line_is_longer_than_mail_allows() -> None:
    email = render_email(long_edition(25), settings())

    assert max(map(len, email.html.encode().splitlines())) <= 998
    assert max(map(len, email.text.encode().splitlines())) <= 998


def test_readers_are_told_what_a_model_wrote_and_what_was_left_out() -> None:
    expected = (
        "Of 18 key points, 11 were written by a language model (model-1). 7 are sentences of their sources as they stand. "
        "Each was checked, without a model, against the sentence that it links to. 1 statement did not hold and was left out."
    )

    assert expected in words(render_email(full_edition(), settings()).html)


def test_readers_are_told_that_reports_may_be_missing_and_nothing_that_is_the_operators() -> None:
    moved = Problem("collect", HERALD, "The feed has moved; put that address into the config.")
    unread = Problem("collect", POST, "The feed was not read: it answered 503.", missing=True)
    told = "Some sources could not be read in full, so reports may be missing."

    for problems, expected in (((moved,), False), ((moved, unread), True)):
        made = full_edition(problems=problems)
        email, page = render_email(made, settings()), render_page(made, settings())
        printed = (words(email.html), " ".join(email.text.split()), words(page))
        assert [expected] * 3 == [told in text for text in printed]
        assert not [text for text in printed if "config" in text or "503" in text]


def test_a_wire_copy_is_not_named_as_a_witness() -> None:
    email = render_email(full_edition(), settings())

    assert "3 outlets (centre 1, left 1): The Herald, Daily Courier, Evening Post" in words(email.html)
    assert "https://harbour-gazette.example/parliament-adopts-budget" not in links(email.html)


def test_an_edition_with_an_archive_leads_to_its_place_there() -> None:
    on_the_web = settings(web=WebSettings(url="https://news.example"))

    for made, expected in ((full_edition(), True), (full_edition(sample=True), False)):
        email = render_email(made, on_the_web)
        assert expected == (f"https://news.example/{made.id}/" in links(email.html))
        assert pages(links(email.html)) == text_links(email.text)


def test_a_publisher_with_an_own_unsubscribe_page_has_it_in_the_footer() -> None:
    own = settings()
    own = own.model_copy(
        update={"sender": own.sender.model_copy(update={"unsubscribe": "https://paper.example/leave"})}
    )

    assert "https://paper.example/leave" in links(render_email(full_edition(), own).html)
