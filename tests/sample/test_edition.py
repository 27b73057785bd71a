"""Two editions of the sample country: what a reader must find in them, and must not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from digest import pipeline
from digest.models import Brief, Edition
from digest.sample import Sample, serve
from digest.sample.country import PrintedArticle, outlets, print_article
from digest.store import open_store
from tests.make import NOW

FURNITURE = (
    "Sign up",
    "Read more",
    "Most read",
    "rights reserved",
    "Photograph",
    "picture",
    "Log in",
    "Subscribe",
    "made-up",
)


@pytest.fixture(scope="module")
def sample() -> Iterator[Sample]:
    with serve(NOW) as running:
        yield running


@pytest.fixture(scope="module")
def editions(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, Edition]:
    """Yesterday's edition, and today's after it."""
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('sample')}/sample.db") as store:
        made = []
        for day in (sample.yesterday, sample.today):
            edition = pipeline.make(pipeline.Run(day.settings(), store, day.now, sample=True))
            pipeline.save(edition, store)
            made.append(edition)
    return made[0], made[1]


@pytest.fixture(scope="module")
def today(editions: tuple[Edition, Edition]) -> Edition:
    return editions[1]


def published(sample: Sample) -> dict[str, PrintedArticle]:
    """Every article by its address."""
    printed = [
        print_article(item, outlet, NOW - timedelta(days=2 - item.day))
        for outlet in outlets()
        for item in outlet.articles
    ]
    return {sample.url + article.path: article for article in printed}


def about(edition: Edition, *slugs: str) -> list[Brief]:
    """The briefs that have one of these articles."""
    return [b for b in edition.briefs if any(a.url.rpartition("/")[2] in slugs for a in b.articles)]


def test_both_days_have_an_edition_and_the_paywall_is_its_only_problem(
    editions: tuple[Edition, Edition],
) -> None:
    yesterday, today = editions
    assert ((), ["Corn & Coin"]) == (yesterday.problems, [problem.subject for problem in today.problems])
    assert (True, True) == (len(yesterday.briefs) >= 5, len(today.briefs) >= 10)


def test_every_point_rests_on_a_passage_of_its_page(today: Edition, sample: Sample) -> None:
    pages = published(sample)
    passages = [passage for b in today.briefs for point in b.points for passage in point.evidence]
    texts = {url: "\n".join((page.standfirst, *page.paragraphs)) for url, page in pages.items()}
    assert [] == [passage for passage in passages if passage.quote not in texts[passage.url]]


def test_nothing_of_the_furniture_stands_in_a_point(today: Edition) -> None:
    points = [point.text for b in today.briefs for point in b.points]
    assert [] == [(words, text) for text in points for words in FURNITURE if words in text]


def test_sport_and_celebrities_stay_out(today: Edition) -> None:
    assert [] == about(today, "harriers-sink-rovers", "brightwell-wedding")


@pytest.mark.parametrize(
    "slugs",
    [
        ("minister-resigns", "transport-minister-kellaway-resigns", "kellaway-quits", "kellaway-gone"),
        ("assembly-passes-budget-by-nine-votes", "budget-passes-at-a-price", "budget-bribe"),
        ("strait-accord-signed-at-dawn", "doruk-fence-not-a-peace", "strait-accord-explained"),
        ("court-strikes-down-postal-vote-limit", "court-voids-postal-voting-limit"),
        ("forty-thousand-march", "march-fizzles"),
        ("asylum-bill-softened-in-committee", "senators-open-the-gate", "border-centre-committee-vote"),
        ("central-bank-holds-rate", "bank-holds-hawks-and-doves", "mortgages-no-relief"),
    ],
    ids=lambda slugs: slugs[0],
)
def test_an_event_told_by_several_outlets_is_one_story(slugs: tuple[str, ...], today: Edition) -> None:
    briefs = about(today, *slugs)
    assert [set(slugs)] == [
        {a.url.rpartition("/")[2] for a in brief.articles} & set(slugs) for brief in briefs
    ]


def test_a_wire_copy_is_no_second_witness(today: Edition) -> None:
    (brief,) = about(today, "central-bank-holds-rate")
    assert {"mortgages-no-relief", "rate-decision"} == {url.rpartition("/")[2] for url in brief.copies}


def test_what_goes_on_from_yesterday_says_so(today: Edition) -> None:
    (march,) = about(today, "forty-thousand-march")
    (asylum,) = about(today, "asylum-bill-softened-in-committee")
    assert ["2026-03-01", "2026-03-01"] == [str(b.told.date) for b in (march, asylum) if b.told]


def test_the_correction_holds(today: Edition) -> None:
    (brief,) = about(today, "skerry-bank-jobs")
    assert [] == [point.text for point in brief.points if "460" in point.text]


def test_editions_are_numbered(editions: tuple[Edition, Edition]) -> None:
    assert (1, 2) == tuple(edition.number for edition in editions)


def test_what_is_ahead_comes_in_order_each_event_once_and_none_is_over(today: Edition) -> None:
    days = [event.date for event in today.ahead]
    told = {brief.story_id for brief in today.briefs}

    assert (True, True) == (3 <= len(days) <= 5, days == sorted(days) and days[0] >= today.date)
    assert len(days) == len({(event.date, event.story_id) for event in today.ahead})
    assert {event.story_id for event in today.ahead} <= told


def test_the_number_and_the_quotation_of_the_day_stand_in_no_point(today: Edition) -> None:
    printed = {passage.quote for b in today.briefs for point in b.points for passage in point.evidence}
    asides = [point for point in (today.figure, today.quotation) if point]

    assert 2 == len(asides)
    assert [] == [point for point in asides for passage in point.evidence if passage.quote in printed]
    assert [""] != [point.speaker for point in asides[1:]]
