from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import TemplateError
from digest.render import render_email, render_page
from digest.render.theme import MIN_CONTRAST, contrast, readable_colour, theme
from digest.settings import LookSettings, Settings
from tests.render.editions import full_edition, settings
from tests.render.reading import links, pages, text_links, tree, words

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)


def looking(**look: Any) -> Settings:
    return settings(look=LookSettings(**look))


def headings(markup: str) -> list[str]:
    return [" ".join(h.text_content().split()) for h in tree(markup).xpath("//h1 | //h2 | //h3")]


def test_contrast_is_that_of_the_standard() -> None:
    assert 21 == contrast("#000000", "#ffffff")
    assert 1 == contrast("#8f2d1c", "#8f2d1c")
    assert 4.48 == round(contrast("#777777", "#ffffff"), 2)


@given(COLOURS)
def test_any_accent_can_be_read_in_light_and_in_dark(accent: str) -> None:
    look = theme(LookSettings(accent=accent))

    for palette in (look.light, look.dark):
        texts = (palette.ink, palette.quiet, palette.accent)
        assert [] == [text for text in texts if contrast(text, palette.paper) < MIN_CONTRAST]


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert "#8f2d1c" == readable_colour("#8f2d1c", "#fbfaf7", towards="#1d1c1a")


def test_the_accent_of_the_configuration_is_the_one_in_print() -> None:
    blue = looking(accent="#1F4E79")

    assert "color:#1f4e79" in render_email(full_edition(), blue).html
    assert "--accent: #1f4e79" in render_page(full_edition(), blue)


def test_no_type_face_is_loaded_also_where_mjml_knows_one_of_that_name() -> None:
    html = render_email(
        full_edition(), looking(headline_font="Lato, serif", text_font="Roboto, 'Open Sans', sans-serif")
    ).html

    assert [] == tree(html).xpath("//link")
    assert "@import" not in html
    assert "Roboto, 'Open Sans', sans-serif" in html


def test_a_logo_is_a_picture_that_is_not_needed() -> None:
    html = render_email(full_edition(), looking(logo="https://paper.example/logo.png")).html

    assert [("https://paper.example/logo.png", "")] == [
        (i.get("src"), i.get("alt")) for i in tree(html).xpath("//img")
    ]
    assert "The Morning Paper" in headings(html)


def test_a_compact_edition_has_less_space() -> None:
    calm, compact = (render_email(full_edition(), looking(density=d)).html for d in ("calm", "compact"))

    assert "margin:12px 0 34px" in calm
    assert "margin:8px 0 22px" in compact


def test_blocks_stand_in_the_order_of_the_configuration() -> None:
    chosen = looking(blocks=("in_brief", "sections"), in_brief=2)
    expected = [
        "The Morning Paper",
        "In brief",
        "Parliament",
        "Parliament adopts budget by four votes after all-night sitting",
        "Speaker Anna Holm will not stand again in autumn",
        "Economy",
        "Ferries sail again as crews accept a pay deal",
        "Foreign affairs",
        "Neighbours resume talks on cod after a two-year break",
    ]

    assert expected == headings(render_email(full_edition(), chosen).html)
    assert [*expected, "How this was made"] == headings(render_page(full_edition(), chosen))


def test_the_story_that_leads_stands_first_and_what_else_there_is_behind_it() -> None:
    email, page = render_email(full_edition(), settings()), render_page(full_edition(), settings())
    lead = full_edition().leading
    assert lead is not None

    for shown in (words(email.html), " ".join(email.text.split()), words(page)):
        assert (
            shown.index(lead.points[0].text) < shown.index("Also today:") < shown.index("Number of the day")
        )


def test_every_story_is_printed_once_whatever_the_blocks_are() -> None:
    for in_brief in (0, 2, 60):
        email = render_email(
            full_edition(), looking(blocks=("lead", "sections", "in_brief"), in_brief=in_brief)
        )

        for story in full_edition().briefs:
            assert (1, 1) == (
                words(email.html).count(story.headline),
                " ".join(email.text.split()).count(story.headline),
            )
        assert pages(links(email.html)) == text_links(email.text)


def test_a_template_of_ones_own_stands_before_ours(tmp_path: Path) -> None:
    folder = tmp_path / "email"
    folder.mkdir()
    (folder / "short.mjml").write_text("<mj-text><p>Good morning, {{ view.stories }} stories.</p></mj-text>")

    email = render_email(full_edition(), looking(templates=str(tmp_path)))

    assert "Good morning, 6 stories." in words(email.html)
    assert "Also today" not in words(email.html)
    assert "Speaker Anna Holm" in words(email.html)


def test_what_is_wrong_in_a_template_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>\n{{ view.stories }\n")

    with pytest.raises(TemplateError, match=r"page\.html:2: "):
        render_page(full_edition(), looking(templates=str(tmp_path)))


def test_a_template_that_names_what_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("{{ nothing }}")

    with pytest.raises(TemplateError, match="'nothing' is undefined"):
        render_page(full_edition(), looking(templates=str(tmp_path)))


def test_mjml_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "email.mjml").write_text("<mjml><mj-body><mj-section></mj-body></mjml>")

    with pytest.raises(TemplateError, match="not valid MJML"):
        render_email(full_edition(), looking(templates=str(tmp_path)))
