"""A title that an outlet has over several items of a day says nothing of what each of them is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from digest.pipeline import Run, make
from digest.settings import Settings
from digest.store import open_store
from tests.collect.harness import LOCAL, item, page, rss
from tests.make import NOW

STATEMENTS = {
    "/hospitals": (
        "The government told parliament that four hospitals in the north will get new wards in March. "
        "Minister Ada Quill said nurses will be hired from the spring."
    ),
    "/harbour": (
        "Customs officers at Westport seized a ship on Tuesday after the government banned imports of timber. "
        "The captain was questioned by the court in Westport."
    ),
    "/schools": (
        "The president signed a law on school meals on Thursday evening. "
        "Teachers in Eastmark said the election of a new board comes too late."
    ),
}
WORDS = "parliament hospitals wards nurses customs ship imports timber president law meals election".split()


@pytest.mark.parametrize(
    "title",
    ["Statement", "Statement by the government", "Answers of the minister for the interior to the press"],
)
@pytest.mark.parametrize("with_pages", [True, False], ids=["pages read", "pages not read"])
def test_three_statements_under_one_title_are_three_stories(
    httpserver: HTTPServer, tmp_path: Path, title: str, with_pages: bool
) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    for path, text in STATEMENTS.items() if with_pages else ():
        body = page(*text.split(". "), title=title)
        httpserver.expect_request(path).respond_with_data(body, content_type="text/html")
    items = (
        item(title, httpserver.url_for(path), f"<description>{text}</description>")
        for path, text in STATEMENTS.items()
    )
    httpserver.expect_request("/feed.xml").respond_with_data(rss(*items), content_type="text/xml")
    settings = Settings.model_validate(
        {
            "title": "Morning Post",
            "feeds": [{"name": "The Herald", "url": httpserver.url_for("/feed.xml")}],
            "topics": [{"name": "Politics", "words": WORDS}],
        }
    ).model_copy(update={"collect": LOCAL})

    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        edition = make(Run(settings, store, NOW))

    told = sorted([[article.url for article in brief.articles] for brief in edition.briefs])
    assert sorted([httpserver.url_for(path)] for path in STATEMENTS) == told
    assert all(brief.points for brief in edition.briefs)
