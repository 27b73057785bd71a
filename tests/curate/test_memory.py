"""What was told before and what is new since."""

from __future__ import annotations

from datetime import date
from typing import Any

from digest.curate.memory import news, predecessor
from digest.models import Told
from tests import make
from tests.curate.stories import BUDGET, FERRY, told_by

ARTICLES = told_by(BUDGET)


def told(**fields: Any) -> Told:
    values = {
        "edition": "2026-03-01",
        "date": date(2026, 3, 1),
        "story": "s1",
        "headline": "Parliament passes Veldt's budget after all-night session",
        "urls": (ARTICLES[0].url,),
        "points": (BUDGET[0][2],),
    }
    return Told(**{**values, **fields})


def test_a_story_is_known_again_by_an_address() -> None:
    assert told() == predecessor(ARTICLES, [told()])


def test_a_story_is_known_again_by_its_words() -> None:
    other = told(urls=("https://elsewhere.example/1",))
    assert other == predecessor(ARTICLES, [other])


def test_another_story_is_not_taken_for_it() -> None:
    assert None is predecessor(told_by(FERRY), [told()])


def test_the_latest_telling_counts() -> None:
    later = told(edition="2026-03-02", date=date(2026, 3, 2))
    assert later == predecessor(ARTICLES, [told(), later])


def test_an_article_that_was_told_is_no_news() -> None:
    assert () == news(ARTICLES[:1], told())


def test_the_same_told_again_at_another_address_is_no_news() -> None:
    again = make.article(BUDGET[0][2], BUDGET[0][1], "Evening Post")
    assert () == news([again], told())


def test_what_was_not_told_is_news() -> None:
    text = (
        "Finance Minister Ilse Veldt resigned on Wednesday, hours after the court in Lissen froze her budget."
    )
    new = make.article(text, "Veldt resigns after court freezes budget", "Evening Post")
    assert (new,) == news([*ARTICLES[:1], new], told())


def test_a_correction_of_what_was_told_is_news() -> None:
    corrected = make.article(
        BUDGET[0][2], BUDGET[0][1], corrections=("An earlier version gave a wrong number.",)
    )
    assert (corrected,) == news([corrected], told())


def test_a_correction_comes_before_other_news() -> None:
    text = (
        "Finance Minister Ilse Veldt resigned on Wednesday, hours after the court in Lissen froze her budget."
    )
    new = make.article(text, "Veldt resigns after court freezes budget", "Evening Post")
    corrected = make.article(
        BUDGET[0][2], BUDGET[0][1], corrections=("An earlier version gave a wrong number.",)
    )
    assert (corrected, new) == news([new, corrected], told())
