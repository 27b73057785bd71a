"""The sample day in a real browser: nothing sticks out, and every passage stands where its link leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from digest import pipeline
from digest.models import Edition
from digest.render import render_email, render_page
from digest.sample import Sample, serve
from digest.store import open_store
from tests.browser import PROGRAM, Page, browser
from tests.make import NOW

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="NO BROWSER: install chromium to test the pages in one"),
]


@pytest.fixture(scope="module")
def press() -> Iterator[Sample]:
    with serve(NOW) as sample:
        yield sample


@pytest.fixture(scope="module")
def edition(press: Sample, tmp_path_factory: pytest.TempPathFactory) -> Edition:
    with open_store(f"sqlite:///{tmp_path_factory.mktemp('store')}/digest.db") as store:
        return pipeline.make(pipeline.Run(press.today.settings(), store, NOW, sample=True))


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as tab:
        yield tab


@pytest.fixture(scope="module")
def files(edition: Edition, press: Sample, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The edition as a page and as an e-mail, in files that a browser opens."""
    settings, folder = press.today.settings(), tmp_path_factory.mktemp("files")
    forms = {"page": render_page(edition, settings), "email": render_email(edition, settings).html}
    for form, html in forms.items():
        (folder / f"{form}.html").write_text(html, encoding="utf-8")
    return {form: folder / f"{form}.html" for form in forms}


@pytest.mark.parametrize("width", [320, 360, 600, 1200])
@pytest.mark.parametrize("form", ["page", "email"])
def test_nothing_sticks_out_of_the_window(page: Page, files: dict[str, Path], width: int, form: str) -> None:
    page.size(width)
    page.open(files[form].as_uri())

    assert page.run("document.documentElement.scrollWidth") <= width


def test_every_passage_stands_on_the_page_that_its_link_opens(page: Page, edition: Edition) -> None:
    passages = {(e.url, e.quote) for b in edition.briefs for p in b.points for e in p.evidence}
    shown: dict[str, str] = {}
    for url in {url for url, _quote in passages}:
        page.open(url)
        shown[url] = " ".join(page.run("document.body.innerText").split())

    assert len(passages) >= 20
    assert [] == [(url, quote) for url, quote in passages if " ".join(quote.split()) not in shown[url]]
