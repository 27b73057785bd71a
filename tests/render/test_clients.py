"""How e-mail and page hold in what readers use, measured in a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from digest.models import Edition
from digest.render import render_email, render_page
from digest.render.theme import MIN_CONTRAST
from digest.settings import LookSettings
from tests.browser import PROGRAM, Page, browser
from tests.render.editions import full_edition, settings
from tests.render.measures import DOUBLE_TEXT, LEAST_CONTRAST, LONGEST_LINE, OVERFLOW, SMALLEST_TEXT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(PROGRAM is None, reason="needs Chromium")]

STYLE = re.compile(r"<style.*?</style>", re.DOTALL)
FORMS = ("email", "email without style", "page")
LANGUAGES = ("en", "ar")


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with browser() as page:
        yield page


def markup(form: str, edition: Edition, look: LookSettings | None = None) -> str:
    chosen = settings(look=look or LookSettings())
    if form == "page":
        return render_page(edition, chosen)
    html = render_email(edition, chosen).html
    return STYLE.sub("", html) if "without" in form else html


def shown(tab: Page, folder: Path, html: str, width: int, *, dark: bool = False) -> Page:
    file = folder / "shown.html"
    file.write_text(html, encoding="utf-8")
    tab.size(width)
    tab.dark(dark)
    tab.open(file.as_uri())
    return tab


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [320, 360, 600, 1200])
def test_nothing_is_wider_than_the_window(
    tab: Page, tmp_path: Path, form: str, language: str, width: int
) -> None:
    shown(tab, tmp_path, markup(form, full_edition(language=language)), width)

    assert 0 == tab.run(OVERFLOW)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("width", [320, 600])
def test_text_of_twice_the_size_fits_into_the_window(
    tab: Page, tmp_path: Path, form: str, width: int
) -> None:
    shown(tab, tmp_path, markup(form, full_edition()), width).run(DOUBLE_TEXT)

    assert 0 == tab.run(OVERFLOW)


@pytest.mark.parametrize("accent", ["#8f2d1c", "#ffee00", "#0a1a2f"])
@pytest.mark.parametrize(
    ("form", "dark"),
    [("email", False), ("email", True), ("email without style", False), ("page", False), ("page", True)],
)
def test_every_text_can_be_told_from_its_ground(
    tab: Page, tmp_path: Path, form: str, accent: str, *, dark: bool
) -> None:
    shown(tab, tmp_path, markup(form, full_edition(), LookSettings(accent=accent)), 600, dark=dark)

    assert MIN_CONTRAST <= tab.run(LEAST_CONTRAST)


@pytest.mark.parametrize("form", FORMS)
def test_text_is_large_enough_and_its_lines_are_not_too_long(tab: Page, tmp_path: Path, form: str) -> None:
    shown(tab, tmp_path, markup(form, full_edition()), 1200)

    assert 14 <= tab.run(SMALLEST_TEXT)
    assert tab.run(LONGEST_LINE) <= 95
