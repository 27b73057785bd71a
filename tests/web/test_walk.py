"""Clicking through preview, evidence, archive, search and editing in a real browser; axe looks at every page.

axe-core is the checker of Deque (https://github.com/dequelabs/axe-core), as packaged in axe-core-python.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path

import pytest

from digest import edition_json
from digest.deliver import SignedLinks, open_relay
from digest.models import Edition
from digest.pipeline.editorial import EditSession, PublishedEditions
from digest.render import render_email
from digest.settings import SmtpSettings, WebSettings
from digest.store import Store, open_store
from digest.web.app import site
from digest.web.archive import Archive
from digest.web.editing import Editing
from digest.web.edition_page import VIEWS
from digest.web.preview import preview_app
from digest.web.signup import Signup
from tests.browser import PROGRAM, Page, browser
from tests.make import NOW
from tests.render.editions import full_edition, settings
from tests.web.serving import served

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="NO BROWSER: install chromium to test the pages in one"),
]

AXE = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
NO_PAGE = ("landmark-one-main", "region")
"""Rules about whole pages: a message is shown inside one, and landmarks of its own would get in the way there."""
VIOLATIONS = """axe.run(document, {resultTypes: ["violations"]}).then(found => JSON.stringify(found.violations.map(
  v => [v.id, ...v.nodes.map(n => n.target.join(" ") + ": " + n.failureSummary)])))"""
CONFIG = settings(
    review="required",
    web=WebSettings(url="https://post.example"),
    smtp=SmtpSettings(host="127.0.0.1", security="none"),
)


@dataclass
class Pages:
    """A newsroom and its readers' pages, with a browser before them."""

    tab: Page
    store: Store
    newsroom: str
    readers: str

    def text(self, selector: str = "body") -> str:
        return " ".join(self.tab.run(f"document.querySelector({json.dumps(selector)}).innerText").split())

    def shown(self) -> str:
        """What the frame of the preview shows, once it does."""
        script = """new Promise(done => { const look = () => {
          const inner = document.querySelector("iframe").contentDocument;
          inner.readyState == "complete" && inner.body.innerText ? done(inner.body.innerText) : setTimeout(look, 5);
        }; look(); })"""
        return " ".join(self.tab.run(script).split())

    def write(self, selector: str, words: str) -> None:
        self.tab.run(f"document.querySelector({json.dumps(selector)}).value = {json.dumps(words)}")

    def edition(self) -> Edition:
        return edition_json.read(self.store.editions.load("2026-03-02") or "")


@pytest.fixture(scope="module")
def tab() -> Iterator[Page]:
    with browser() as page:
        yield page


@pytest.fixture
def pages(tab: Page, tmp_path: Path) -> Iterator[Pages]:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        edition = full_edition()
        store.editions.save(edition.id, edition.date, edition_json.write(edition), NOW)
        desk = EditSession(store, edition.id, _now)
        newsroom = preview_app(
            lambda: (desk.look().edition, CONFIG), (), _texts(edition), Editing(desk, lambda: CONFIG, "token")
        )
        links = SignedLinks(CONFIG.web.url, store.keys.secrets(NOW))
        signup = Signup(CONFIG, store, links, open_relay(CONFIG.smtp), _now)
        readers = site(Archive(PublishedEditions(store.editions, CONFIG, _now), CONFIG), signup)
        with served(newsroom) as one, served(readers) as other:
            yield Pages(tab, store, one, other)


def _now() -> datetime:
    return NOW


def _texts(edition: Edition) -> dict[str, str]:
    """An article around the first passage of each address."""
    passages = [e for b in edition.briefs for p in b.points for e in p.evidence]
    return {
        e.url: "Before. ".ljust(e.start - 1, ".") + "\n" + e.quote + "\nAfter." for e in reversed(passages)
    }


def test_the_preview_is_clicked_through_from_view_to_view(pages: Pages) -> None:
    pages.tab.open(pages.newsroom)
    seen = {}
    for view in VIEWS:
        pages.tab.click(f"nav a[href*='view={view}']")
        seen[view] = pages.shown()

    assert all(
        "Parliament adopts budget" in seen[view] for view in ("page", "email", "phone", "text", "evidence")
    )
    assert "Nothing of these is printed" not in seen["sources"]
    assert "What it cost" in seen["checks"]


def test_switches_change_what_is_shown_in_place(pages: Pages) -> None:
    ground = (
        "getComputedStyle(document.querySelector('iframe').contentDocument.documentElement).backgroundColor"
    )
    pages.tab.open(pages.newsroom + "?view=page")
    pages.shown()
    light = pages.tab.run(ground)
    pages.tab.click("a[role='switch']")
    pages.shown()
    dark = pages.tab.run(ground)

    assert ("rgb(251, 250, 247)", "rgb(22, 21, 20)") == (light, dark)
    assert "true" == pages.tab.run("document.querySelector('a[role=switch]').getAttribute('aria-checked')")


def test_the_passage_of_a_point_is_marked_in_its_article(pages: Pages) -> None:
    passage = full_edition().briefs[0].points[0].evidence[0]
    pages.tab.open(pages.newsroom + "shown?view=evidence")
    pages.tab.run("document.querySelector('details:has(.article)').open = true")

    assert passage.quote == pages.text("mark.passage")


def test_a_point_is_dropped_a_headline_edited_and_the_edition_approved(pages: Pages) -> None:
    pages.tab.open(pages.newsroom)
    pages.tab.click("nav a[href='/edit']")
    pages.tab.run("document.querySelector('input[name=drop][value=\"1.2\"]').click()")
    pages.write("[name='text/3']", "Ferries sail after a strike of 12 days")
    pages.tab.click(".buttons button")
    saved = pages.text()
    pages.tab.click("button[value='approved']")
    approved = pages.text(".decide")
    pages.tab.click("nav a[href*='view=page']")

    assert "Saved." in saved
    assert "The number “12” is not in the cited sentences." in saved
    assert "Approved Approved: it may go out as it is." in approved
    assert "Ferries sail after a strike of 12 days" in pages.shown()
    assert "keeps every promise" not in pages.shown().partition("Evidence")[0]
    assert ("approved", 2) == (pages.store.editions.list()[0].standing, len(pages.edition().briefs[0].points))


def test_readers_find_an_edition_once_it_was_approved(pages: Pages) -> None:
    pages.tab.open(pages.readers)
    before = pages.text("main")
    pages.store.editions.decide("2026-03-02", "approved", 1)
    pages.tab.run("new Promise(done => setTimeout(done, 1100))")
    pages.tab.open(pages.readers)
    pages.write("#q", "ferries deal")
    pages.tab.click("form[role=search]", "submit")
    found = pages.text("main")
    pages.tab.click("main h2 a")

    assert "There is no edition yet." == before
    assert "1 story found" in found
    assert pages.tab.run("location.href").startswith(f"{pages.readers}2026-03-02/#")
    assert "Ferries sail again" in pages.text(":target")


def test_axe_finds_nothing_on_any_page(pages: Pages, tmp_path: Path) -> None:
    letter = tmp_path / "email.html"
    letter.write_text(render_email(full_edition(), CONFIG).html, encoding="utf-8")
    pages.store.editions.decide("2026-03-02", "approved", 1)
    addresses = [
        letter.as_uri(),
        *(f"{pages.newsroom}shown?view={view}" for view in VIEWS),
        *(f"{pages.newsroom}shown?view={view}&dark=1" for view in VIEWS),
        *(pages.newsroom + path for path in ("", "?view=phone&dark=1", "edit")),
        *(
            pages.readers + path
            for path in ("", "2026-03/", "2026-03-02/", "search?q=budget", "signup", "confirm/x")
        ),
    ]
    found = {}
    pages.tab.call("Page.setBypassCSP", enabled=True)
    for scheme in (False, True):
        pages.tab.dark(scheme)
        for address in addresses:
            pages.tab.open(address)
            pages.tab.run(AXE + ";0")
            found[address, scheme] = json.loads(pages.tab.run(VIOLATIONS))

    messages = {
        where for where in found if where[0].startswith("file:") or "email" in where[0] or "phone" in where[0]
    }
    assert {} == {
        where: wrong
        for where, what in found.items()
        if (wrong := [v for v in what if where not in messages or v[0] not in NO_PAGE])
    }
