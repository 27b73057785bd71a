from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from digest.models import Edition
from digest.render import ArchivePosition, render_email, render_page
from digest.settings import FeedSettings, LookSettings, SenderSettings, Settings, WebSettings
from tests.render.editions import HERALD, POST, full_edition, settings
from tests.render.reading import links, text_links, tree, words

ARCHIVE = settings(web=WebSettings(url="https://news.example"))
HERE = ArchivePosition("https://news.example", "https://news.example/2026-03-02/", "2026-03-01", "")


def printed(edition: Edition, chosen: Settings) -> dict[str, str]:
    """The words of the edition in each of its forms."""
    email = render_email(edition, chosen)
    return {
        "email": words(email.html),
        "text": " ".join(email.text.split()),
        "page": words(render_page(edition, chosen)),
    }


def looking(**look: Any) -> Settings:
    return settings(look=LookSettings(**look))


@pytest.mark.parametrize("form", ["email", "text", "page"])
@pytest.mark.parametrize(
    "said",
    [
        "The plan pays for schools with a tax on empty flats.",
        "They disagree · whether the plan has a gap",
        "The audit office puts the gap at 880 million crowns.",
        "The ministry says that there is no gap.",
        "new since “Ferry strike enters its second week”, March 1",
        "An earlier version of this article said that 811 had voted for the deal; it was 611.",
        "The quarrel over the Sound",
        "Number of the day",
        "31,400",
        "Quotation of the day",
        "said the chair of the committee, Greta Lund.",
        "Looking ahead",
        "Fri, March 6",
        "The fisheries council meets in Harbour on 6 March.",
        "Corrections",
        "3 outlets (centre 1, left 1):",
        "No. 41",
    ],
)
def test_what_stands_beside_the_points_is_in_every_form(form: str, said: str) -> None:
    assert said in printed(full_edition(), settings())[form]


def test_a_correction_stands_before_the_points_of_its_story() -> None:
    page = printed(full_edition(), settings())["page"]

    assert page.index("it was 611") < page.index("Crews voted 611 to 204")


def test_a_day_without_them_has_no_such_blocks() -> None:
    bare = replace(
        full_edition(number=0, ahead=(), figure=None, quotation=None),
        sections=tuple(
            replace(
                s, briefs=tuple(replace(b, corrections=(), contrasts=(), standfirst=None) for b in s.briefs)
            )
            for s in full_edition().sections
        ),
    )

    for text in printed(bare, settings()).values():
        for title in (
            "Number of",
            "Quotation of",
            "Looking ahead",
            "Correction",
            "They disagree",
            "No. ",
        ):
            assert title not in text


def test_blocks_that_the_configuration_leaves_out_are_not_printed() -> None:
    for text in printed(full_edition(), looking(blocks=("lead", "sections", "ahead"))).values():
        assert "Looking ahead" in text
        assert "Number of the day" not in text
        assert "Quotation of the day" not in text


def test_an_edition_for_fewer_topics_has_nothing_beside_it_from_other_stories() -> None:
    for text in printed(replace(full_edition(), sections=full_edition().sections[2:]), settings()).values():
        assert "The fisheries council meets in Harbour" in text
        assert "Holm's party chooses its candidate" not in text
        assert "Number of the day" not in text
        assert "Quotation of the day" not in text


def test_a_name_of_an_affair_stands_only_where_several_stories_share_it() -> None:
    alone = replace(full_edition(), sections=full_edition().sections[:2])

    for text in printed(alone, settings()).values():
        assert "The quarrel over the Sound" not in text


def test_an_update_leads_to_the_earlier_edition_where_there_is_an_archive() -> None:
    there = "https://news.example/2026-03-01/#ferry-strike"
    email = render_email(full_edition(), ARCHIVE)

    assert there in links(email.html)
    assert there in text_links(email.text)
    assert there not in links(render_email(full_edition(), settings()).html)
    assert "/2026-03-01/#ferry-strike" in links(render_page(full_edition(), ARCHIVE, HERE))


def test_a_correction_leads_to_the_edition_that_told_it_wrong() -> None:
    assert "https://news.example/2026-03-01/" in links(render_email(full_edition(), ARCHIVE).html)


@pytest.mark.parametrize(("lean", "expected"), [("centre", "centre 1"), ("", "capital 1, coast 1")])
def test_coverage_says_where_outlets_stand_and_else_where_they_write_from(lean: str, expected: str) -> None:
    feeds = (
        FeedSettings(name=HERALD, url="https://the-herald.example/feed", lean=lean, region="capital"),
        FeedSettings(name=HERALD, url="https://the-herald.example/more", lean=lean, region="capital"),
        FeedSettings(name=POST, url="https://evening-post.example/feed", region="coast"),
    )

    for text in printed(full_edition(), settings(feeds=feeds)).values():
        assert f"3 outlets ({expected}):" in text


def test_one_place_for_all_is_not_told() -> None:
    feeds = (FeedSettings(name=HERALD, url="https://the-herald.example/feed", region="lowlands"),)

    assert "lowlands" not in printed(full_edition(), settings(feeds=feeds))["page"]


def test_the_footer_leads_to_the_archive_to_preferences_and_out() -> None:
    sender = SenderSettings(
        address="morning@paper.example",
        preferences="https://paper.example/me",
        postal_address="4 Quay Street",
    )
    chosen = ARCHIVE.model_copy(update={"sender": sender})
    email = render_email(full_edition(), chosen)
    expected = [
        ("https://news.example/2026-03-02/", "Read on the web"),
        ("https://news.example", "All editions"),
        ("https://paper.example/me", "Topics and days"),
        ("mailto:morning@paper.example?subject=unsubscribe", "Unsubscribe"),
    ]

    assert (
        expected
        == [(a.get("href"), a.text_content().replace("\xa0", " ")) for a in tree(email.html).xpath("//a")][
            -4:
        ]
    )
    assert {address for address, _name in expected} <= text_links(email.text)
    assert {expected[2][0], expected[3][0]} <= links(render_page(full_edition(), chosen))


def test_a_source_in_another_language_says_which() -> None:
    for text in printed(full_edition(), settings()).values():
        assert "Kurier am Sund (German)" in text
    assert "Kurier am Sund (almancaca)" not in printed(full_edition(language="fr"), settings())["page"]
    assert "The Herald (anglais)" in printed(full_edition(language="fr"), settings())["page"]
