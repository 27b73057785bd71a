"""The sample country: what has to be in its day so that an edition of it shows what the program can do."""

from __future__ import annotations

from collections import Counter

from digest.sample.country import SampleArticle, fill_dates, outlets
from tests.make import NOW


def items(day: int = 2) -> list[SampleArticle]:
    return [item for outlet in outlets() for item in outlet.articles if item.day == day]


def test_dates_are_written_for_the_moment() -> None:
    text = "On {weekday 9h ago} at {time 90m ago}, two days before {date 2d ahead}."
    assert "On Sunday at 05:00, two days before 4 March." == fill_dates(text, NOW)


def test_no_date_is_left_unwritten() -> None:
    texts = [part for item in items(1) + items(2) for part in (item.title, item.standfirst, item.text)]
    assert [] == [text for text in texts if "{" in fill_dates(text, NOW)]


def test_slugs_are_unique_within_an_outlet() -> None:
    twice = [
        (outlet.name, slug)
        for outlet in outlets()
        for slug, times in Counter(item.slug for item in outlet.articles).items()
        if times > 1
    ]
    assert [] == twice


def test_a_wire_copy_stands_at_two_outlets_under_different_titles() -> None:
    by_text = Counter(item.text for item in items())
    copied = [item.title for item in items() if by_text[item.text] > 1]
    assert (2, 2) == (len(copied), len(set(copied)))


def test_every_form_of_page_is_there() -> None:
    assert {"article", "live", "opinion", "stub"} == {item.form for item in items()}


def test_there_is_something_that_is_no_politics() -> None:
    assert {"Sport", "Celebrity"} <= {item.section for item in items()}


def test_both_spellings_of_a_name_are_there() -> None:
    texts = " ".join(item.text for item in items())
    assert ("Yevgan Dorukh" in texts, "Yevhan Doruk" in texts) == (True, True)


def test_every_feed_format_and_page_style_is_there() -> None:
    assert ({"rss", "rdf", "atom", "json"}, 5) == (
        {outlet.feed for outlet in outlets()},
        len({outlet.page for outlet in outlets()}),
    )
