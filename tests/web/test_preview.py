from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from digest.errors import ConfigError
from digest.models import Edition, Section
from digest.render import render_email, render_page
from digest.render.view import checked_points
from digest.settings import FeedSettings, LookSettings, Settings
from digest.web.edition_page import VIEWS, Switches, document, shared
from digest.web.preview import preview_app, serve_preview
from tests.render.editions import edition, full_edition, settings
from tests.render.reading import links, tree, words
from tests.web.serving import served


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served(preview_app(lambda: (full_edition(), settings()))) as address:
        yield address


def shown(**switches: object) -> str:
    return document(full_edition(), settings(), Switches(**switches))  # type: ignore[arg-type]


def test_the_preview_offers_every_view_and_switch(address: str) -> None:
    frame = tree(httpx2.get(address).text)

    assert list(VIEWS) == [
        href.removeprefix("/?view=") for href in frame.xpath("//nav[@aria-label='View']/a/@href")
    ]
    assert ["Dark", "No style", "No pictures"] == [a.text for a in frame.xpath("//a[@role='switch']")]
    assert ["/shown?view=page"] == frame.xpath("//iframe/@src")


def test_a_switch_keeps_the_view_and_the_other_switches(address: str) -> None:
    frame = tree(httpx2.get(address + "?view=phone&dark=1").text)

    assert ["/?view=phone", "/?view=phone&dark=1&plain=1", "/?view=phone&dark=1&bare=1"] == frame.xpath(
        "//a[@role='switch']/@href"
    )
    assert ["true", "false", "false"] == frame.xpath("//a[@role='switch']/@aria-checked")
    assert ["phone"] == frame.xpath("//main/@class")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_served_without_script_and_loads_nothing(address: str, view: str) -> None:
    answer = httpx2.get(address + "shown", params={"view": view})

    assert 200 == answer.status_code
    assert answer.headers["content-security-policy"].startswith(
        "default-src 'none'; style-src 'unsafe-inline'; img-src https: data:;"
    )
    assert ("no-referrer", "nosniff", "no-store") == tuple(
        answer.headers[h] for h in ("referrer-policy", "x-content-type-options", "cache-control")
    )
    assert [] == tree(answer.text).xpath("//script | //link")


def test_page_and_email_have_the_links_that_readers_get() -> None:
    assert links(render_page(full_edition(), settings())) == links(shown(view="page"))
    assert links(render_email(full_edition(), settings()).html) == links(shown(view="email"))


def test_links_open_beside_the_preview() -> None:
    assert ["_blank"] == tree(shown(view="email")).xpath("//base/@target")


def test_dark_and_light_do_not_depend_on_the_one_who_looks() -> None:
    dark, light = shown(view="email", dark=True), shown(view="email")

    assert "@media all {" in dark
    assert "@media not all {" in light
    assert "prefers-color-scheme" not in dark + light
    assert (["dark"], ["light"]) == tuple(
        tree(m).xpath("//meta[@name='color-scheme']/@content") for m in (dark, light)
    )


def test_without_style_only_the_attributes_are_left() -> None:
    assert "<style" not in shown(view="email", plain=True)
    assert "style=" in shown(view="email", plain=True)


def test_without_pictures_the_words_in_their_place_are_left() -> None:
    logo = settings(look=LookSettings(logo="https://paper.example/logo.png"))
    seen = tree(document(full_edition(), logo, Switches(view="email", bare=True)))

    assert ([], [""]) == (seen.xpath("//img/@src"), seen.xpath("//img/@alt"))


def test_the_text_is_the_one_that_is_sent() -> None:
    text = render_email(full_edition(), settings()).text

    assert text.strip() == tree(shown(view="text")).xpath("//pre")[0].text_content().strip()


def test_evidence_has_every_point_beside_its_passages_and_what_was_left_out() -> None:
    page = tree(shown(view="evidence"))
    points = [p for story in full_edition().briefs for p in checked_points(story)]

    assert [e.quote for p in points for e in p.evidence] == [
        q.text_content() for q in page.xpath("//blockquote")
    ]
    assert [p.text for p in points] == [
        p.text_content() for p in page.xpath("//div[@class='point']/div/p[1][not(@class)]")
    ]
    assert "The budget was adopted by 162 votes. Left out. number: The sentence it cites says 152." in words(
        shown(view="evidence")
    )


def test_words_of_the_point_are_marked_in_the_passage_but_not_small_ones() -> None:
    marked = [
        piece
        for piece, both in shared("The Assembly, by 152 votes, adopted it.", "Assembly adopts by 152 votes.")
        if both
    ]

    assert ["Assembly", "152", "votes"] == marked


def test_checks_tell_what_lint_finds_what_went_wrong_and_what_it_cost() -> None:
    page = words(shown(view="checks"))

    assert "No errors, no warnings." in page
    assert "collect: Evening Post The feed did not answer within 15 s" in page
    assert "model-1, 7 calls, 21,400 tokens in, 1,900 out, 0.0091 US dollars" in page


def test_an_edition_without_a_story_can_be_looked_at() -> None:
    empty = edition(Section("Parliament", ()))

    with served(preview_app(lambda: (empty, settings()))) as other:
        answers = {view: httpx2.get(other + "shown", params={"view": view}) for view in VIEWS}

    assert {200} == {answer.status_code for answer in answers.values()}
    assert "There is no story in this edition." in answers["page"].text
    assert "has no story: there is nothing to print" in answers["email"].text


def test_a_mistake_in_the_configuration_is_shown_in_place_of_the_edition() -> None:
    calls = iter([settings()])

    def source() -> tuple[Edition, Settings]:
        try:
            return full_edition(), next(calls)
        except StopIteration:
            raise ConfigError("config.yaml:4: look.accent: is no <colour>") from None

    with served(preview_app(source)) as address:
        assert "Parliament adopts" in httpx2.get(address + "shown").text
        assert "config.yaml:4: look.accent: is no &lt;colour&gt;" in httpx2.get(address + "shown").text


def test_a_page_of_another_site_cannot_reach_the_preview_by_a_name_of_its_own(address: str) -> None:
    answer = httpx2.get(address, headers={"Host": "evil.example"})

    assert (400, "Invalid host header") == (answer.status_code, answer.text)


def test_a_port_that_is_taken_is_an_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        serve_preview(lambda: (full_edition(), settings()), port=taken.getsockname()[1], open_browser=False)


def test_a_change_to_a_template_is_told_and_seen(tmp_path: Path) -> None:
    own = tmp_path / "email"
    own.mkdir()
    looking = settings(look=LookSettings(templates=str(tmp_path)))

    with served(preview_app(lambda: (full_edition(), looking), [tmp_path])) as address:
        assert "Good morning." not in httpx2.get(address + "shown?view=email").text
        with httpx2.stream("GET", address + "live", timeout=10) as events:
            lines = events.iter_lines()
            assert ": watching" == next(lines)
            (own / "short.mjml").write_text("<mj-text><p>Good morning.</p></mj-text>")
            assert "data: changed" == next(line for line in lines if line.startswith("data"))
        assert "Good morning." in httpx2.get(address + "shown?view=email").text


def test_a_passage_is_marked_in_the_text_of_its_article_where_that_is_kept() -> None:
    passage = full_edition().briefs[0].points[0].evidence[0]
    text = "x" * passage.start + passage.quote + "\nAfter it."
    page = tree(document(full_edition(), settings(), Switches(view="evidence"), {passage.url: text}))

    assert [passage.quote] == [m.text_content() for m in page.xpath("//mark[@class='passage']")]
    assert ["x" * passage.start + passage.quote + "\n\nAfter it."] == [
        p.text_content() for p in page.xpath("//p[@class='article']")
    ]


def test_a_text_that_has_changed_since_marks_no_other_words() -> None:
    passage = full_edition().briefs[0].points[0].evidence[0]
    texts = {passage.url: "Another text altogether. " * 40}

    assert [] == tree(document(full_edition(), settings(), Switches(view="evidence"), texts)).xpath(
        "//mark[@class]"
    )


def test_sources_tell_what_is_printed_of_each_outlet_and_of_which_nothing_is() -> None:
    more = (*settings().feeds, FeedSettings(name="Night Wire", url="https://night-wire.example/feed"))
    page = words(document(full_edition(), settings(feeds=more), Switches(view="sources")))

    assert "5 of 6 outlets are in this edition." in page
    assert (
        "Parliament adopts budget article · en · 02 Mar 03:30 UTC · repeats another outlet's text · in “Parliament"
        in page
    )
    assert "Nothing of these is printed Night Wire" in page
    assert "Evening Post collect The feed did not answer within 15 s" in page


def test_a_mistake_in_the_configuration_is_told_by_the_frame_too() -> None:
    def source() -> tuple[Edition, Settings]:
        raise ConfigError("config.yaml:4: look.accent: is no colour")

    with served(preview_app(source)) as address:
        answer = httpx2.get(address)

    assert (500, "config.yaml:4: look.accent: is no colour") == (
        answer.status_code,
        tree(answer.text).xpath("string(//pre)"),
    )
