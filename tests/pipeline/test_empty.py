"""An edition without a story says at which step the last of them was lost, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer

from digest import edition_json
from digest.models import Article, Brief, Claim, Edition, Finding, Problem, Rejected, RunnerUp, Selection
from digest.pipeline import Run, make, save
from digest.pipeline.empty import Intake, no_story, without_points
from digest.settings import Settings
from digest.store import open_store
from tests.collect.harness import LOCAL, PARAGRAPHS, item, page, rss
from tests.make import NOW, article, pick

NEWEST = datetime(2026, 2, 20, 6, 0, tzinfo=UTC)
UNREAD, READ = article("", form="feed"), article("The council adopted it.")
NONE = Selection(())
TOLD = Selection((), (RunnerUp("Budget", "Politics", ("The Herald",), 1.0, "told before"),))
FULL = Intake(240, NEWEST, 26, 30, 20, 10, [READ])


@pytest.mark.parametrize(
    ("intake", "selection", "reason"),
    [
        (replace(FULL, items=0), NONE, "the feeds that could be read have no items."),
        (replace(FULL, in_window=0), NONE, "240 items are all older than the last 26 hours; the newest is of 2026-02-20 06:00 UTC."),
        (replace(FULL, items=1, in_window=0, newest=None), NONE, "1 item is older than the last 26 hours."),
        (replace(FULL, fitting=0), NONE, "of 30 items of the last 26 hours none fits a topic."),
        (replace(FULL, shortlisted=0), NONE, "earlier editions told of 20 items that would fit a topic"),
        (replace(FULL, articles=[]), NONE, "10 pages are all older than the last 26 hours."),
        (replace(FULL, articles=[UNREAD] * 3), NONE, "of 3 pages none could be read, and by what the feeds say none fits a topic."),
        (replace(FULL, articles=[UNREAD] * 3), Selection((pick("One."),)), "of 3 pages none could be read, and what the feeds say is too little."),
        (replace(FULL, articles=[UNREAD]), TOLD, "the best that would fit is “Budget”, and it is not printed because: told before."),
        (replace(FULL, articles=[UNREAD, READ]), NONE, "of 2 articles none fits a topic once its page is read."),
        (FULL, TOLD, "the best that would fit is “Budget”, and it is not printed because: told before."),
        (FULL, Selection((pick("One."),)), "of 1 story that would fit no sentence may be printed."),
    ],
)  # fmt: skip
def test_the_step_at_which_the_last_story_was_lost_is_told(
    intake: Intake, selection: Selection, reason: str
) -> None:
    problem = no_story(intake, selection)

    assert ("curate", "edition") == (problem.stage, problem.subject)
    assert problem.reason.startswith(f"No story is printed: {reason}")


@given(
    counts=st.tuples(*[st.integers(0, 3000)] * 4),
    articles=st.lists(st.sampled_from([UNREAD, READ])),
    selection=st.sampled_from([NONE, TOLD, Selection((pick("One."),))]),
)
def test_whatever_was_lost_there_is_one_sentence_about_it(
    counts: tuple[int, int, int, int], articles: list[Article], selection: Selection
) -> None:
    items, in_window, fitting, shortlisted = counts
    reason = no_story(Intake(items, None, 26, in_window, fitting, shortlisted, articles), selection).reason

    assert reason.removeprefix("No story is printed: ")
    assert reason.endswith(".")


Made = Callable[..., Edition]


@pytest.fixture
def made(httpserver: HTTPServer, tmp_path: Path) -> Made:
    """The edition of a feed with those items, by topics of that word, saved as yesterday's first if it is told before."""

    def edition(*items: str, word: str = "budget", told: bool = False) -> Edition:
        httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
        httpserver.expect_request("/feed.xml").respond_with_data(rss(*items), content_type="text/xml")
        settings = Settings.model_validate(
            {
                "title": "Morning Post",
                "feeds": [{"name": "The Herald", "url": httpserver.url_for("/feed.xml")}],
                "topics": [{"name": "Money", "words": [word]}],
                "edition": {"also_important": ""},
            }
        ).model_copy(update={"collect": LOCAL})
        with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
            run = Run(settings, store, NOW)
            if told:
                before = make(run)
                save(replace(before, id="2026-03-01", date=datetime(2026, 3, 1, tzinfo=UTC).date()), store)
                run = Run(settings, store, NOW)
            return make(run)

    return edition


def first_reason(edition: Edition) -> str:
    assert () == edition.sections
    assert edition == edition_json.read(edition_json.write(edition))
    return edition.problems[0].reason.removeprefix("No story is printed: ")


def test_items_of_last_week_are_told(made: Made) -> None:
    old = item("Parliament adopts the budget").replace("02 Mar", "20 Feb").replace("Mon", "Fri")

    assert first_reason(made(old, old)).startswith(
        "2 items are all older than the last 26 hours; the newest is of 2026-02-20"
    )


def test_a_day_on_which_nothing_fits_is_told(made: Made) -> None:
    assert first_reason(made(item(), word="penguins")).startswith("of 1 item of the last 26 hours none fits")


def test_pages_of_which_none_can_be_read_are_told(made: Made, httpserver: HTTPServer) -> None:
    gone = item("Parliament adopts the budget", httpserver.url_for("/gone"))

    assert first_reason(made(gone)).startswith("of 1 page none could be read")


def test_news_that_was_printed_yesterday_is_told(made: Made, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/budget").respond_with_data(
        page(*PARAGRAPHS, title="Parliament adopts the budget"), content_type="text/html"
    )
    news = item("Parliament adopts the budget", httpserver.url_for("/budget"))

    assert first_reason(made(news, told=True)).startswith("earlier editions told of 1 item")


@pytest.mark.parametrize(
    ("reasons", "expected"),
    [
        ([], "It was chosen and is left out: no sentence of it can be printed alone."),
        (
            ["Nobody said it.", "It has no verb.", "It has no verb."],
            "It was chosen and is left out: no sentence of it can be printed alone. The commonest reason: It has no verb.",
        ),
    ],
)
def test_a_story_that_was_chosen_and_has_no_point_is_named_with_the_commonest_reason(
    reasons: list[str], expected: str
) -> None:
    fallen = tuple(Rejected(Claim("A claim.", ()), (Finding("form", "", reason),)) for reason in reasons)
    brief = Brief("s", "Council adopts budget", (), (), dropped=fallen)

    assert Problem("verify", "Council adopts budget", expected) == without_points(brief)
