"""What was told before and what is new since."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from digest.curate.earlier_coverage import corrections, new_articles, novelty, remember
from digest.models import Article, Correction, EarlierCoverage
from tests import make
from tests.curate.stories import BUDGET, FERRY, told_by

ARTICLES = told_by(BUDGET)


def told(**fields: Any) -> EarlierCoverage:
    values = {
        "edition_id": "2026-03-01",
        "date": date(2026, 3, 1),
        "story_id": "s1",
        "headline": "Parliament passes Veldt's budget after all-night session",
        "urls": (ARTICLES[0].url,),
        "points": (BUDGET[0][2],),
    }
    return EarlierCoverage(**{**values, **fields})


def predecessor(articles: tuple[Article, ...], told: list[EarlierCoverage]) -> EarlierCoverage | None:
    """What the story goes on from, on a day with another story."""
    return remember(told, [articles, told_by(FERRY)]).predecessor(articles)


def test_a_story_is_known_again_by_an_address() -> None:
    assert told() == predecessor(ARTICLES, [told()])


def test_a_story_is_known_again_by_its_words() -> None:
    other = told(urls=("https://elsewhere.example/1",))
    assert other == predecessor(ARTICLES, [other])


def test_another_story_is_not_taken_for_it() -> None:
    assert None is predecessor(told_by(FERRY), [told()])


def test_a_new_event_goes_on_from_what_led_to_it() -> None:
    before = told(
        headline="Port minister faces questions over family's shares in crane maker",
        urls=(),
        points=(
            "The brother of Port Minister Dara Quell owns a tenth of Lorrick Cranes.",
            "Lorrick Cranes won a contract of 90 million crowns in May.",
        ),
    )
    resigned = make.article(
        (
            "Port Minister Dara Quell has resigned over a contract of 90 million crowns. Her brother owns shares in "
            "Lorrick Cranes, the maker that won it in May, and she had faced questions over them."
        ),
        "Quell steps down",
    )
    assert before == predecessor((resigned,), [before])


def test_one_event_of_two_that_were_told_as_one_is_known_again() -> None:
    mixed = told(
        headline="Rail unions call a march in Lissen against the pay freeze",
        urls=(),
        points=(
            "A committee will vote on the asylum bill on Sunday, and its outcome is open.",
            "Dockers and nurses say that they will join.",
            "Three parties doubt that families can be held at the border.",
        ),
    )
    march = make.article("Rail unions led a march through Lissen against the pay freeze.", "Thousands march")
    assert mixed == predecessor((march,), [mixed])


def test_the_latest_telling_counts() -> None:
    later = told(edition_id="2026-03-02", date=date(2026, 3, 2))
    assert later == predecessor(ARTICLES, [told(), later])


def test_an_article_that_was_told_is_no_news() -> None:
    assert () == new_articles(ARTICLES[:1], told())


def test_the_same_told_again_at_another_address_is_no_news() -> None:
    again = make.article(BUDGET[0][2], BUDGET[0][1], "Evening Post")
    assert () == new_articles([again], told())


def test_what_was_not_told_is_news() -> None:
    text = (
        "Finance Minister Ilse Veldt resigned on Wednesday, hours after the court in Lissen froze her budget."
    )
    new = make.article(text, "Veldt resigns after court freezes budget", "Evening Post")
    assert (new,) == new_articles([*ARTICLES[:1], new], told())


def test_a_correction_of_what_was_told_is_news() -> None:
    corrected = make.article(
        BUDGET[0][2], BUDGET[0][1], corrections=("An earlier version gave a wrong number.",)
    )
    assert (corrected,) == new_articles([corrected], told())


def test_a_correction_that_was_printed_is_no_news() -> None:
    text = "An earlier version gave a wrong number."
    corrected = make.article(BUDGET[0][2], BUDGET[0][1], corrections=(text,))
    assert () == new_articles([corrected], told(corrections=(text,)))


def test_what_was_corrected_before_it_was_told_is_no_correction_of_ours() -> None:
    corrected = make.article(
        BUDGET[0][2],
        BUDGET[0][1],
        corrections=("An earlier version gave a wrong number.",),
        updated=make.NOW - timedelta(days=3),
    )
    assert () == corrections([corrected], told())


def test_a_correction_names_the_edition_that_told_the_story() -> None:
    text = "An earlier version gave a wrong number."
    corrected = make.article(BUDGET[0][2], BUDGET[0][1], corrections=(text,))
    expected = Correction(text, corrected.url, corrected.outlet, "2026-03-01")
    assert (expected,) == corrections([corrected], told())


def test_novelty_is_the_part_that_was_not_told() -> None:
    same = make.article(BUDGET[0][2], "Parliament passes Veldt's budget after all-night session")
    other = make.article("Nine trawlers left Ostrey.", "Trawlers leave Ostrey")
    assert (0.0, 1.0) == (novelty([same], told()), novelty([other], told()))


def test_a_correction_comes_before_other_news() -> None:
    text = (
        "Finance Minister Ilse Veldt resigned on Wednesday, hours after the court in Lissen froze her budget."
    )
    new = make.article(text, "Veldt resigns after court freezes budget", "Evening Post")
    corrected = make.article(
        BUDGET[0][2], BUDGET[0][1], corrections=("An earlier version gave a wrong number.",)
    )
    assert (corrected, new) == new_articles([new, corrected], told())
