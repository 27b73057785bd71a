"""Editing in the browser: the form, two people at once, and what no other page can do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from digest import edition_json
from digest.models import Delivery, Edition
from digest.pipeline.editorial import EditSession
from digest.settings import Settings
from digest.store import Store, open_store
from digest.web.editing import LARGEST, Editing
from digest.web.preview import preview_app
from tests.make import NOW
from tests.render.editions import edition, settings
from tests.render.reading import tree, words

TOKEN = "only this page knows"
Fields = dict[str, str | list[str]]


@dataclass
class Newsroom:
    """The preview of a saved edition, as a browser that follows no redirect sees it."""

    store: Store
    browser: TestClient
    config: Settings

    def form(self) -> Fields:
        """What a browser would send back of the form as it is now."""
        page = tree(self.browser.get("/edit").text)
        hidden = {i.get("name"): i.get("value") for i in page.xpath("//input[@type='hidden']")}
        texts = {t.get("name"): t.text or "" for t in page.xpath("//textarea")}
        first = {"first": page.xpath("//input[@type='radio'][@checked]/@value")[0]}
        return {**hidden, **texts, **first}

    def send(self, fields: Fields, **changed: str | list[str]) -> tuple[int, str]:
        answer = self.browser.post("/edit", data={**fields, **changed})
        return answer.status_code, answer.headers.get("location") or words(answer.text)

    def edition(self) -> Edition:
        return edition_json.read(self.store.editions.load("2026-03-02") or "")

    @property
    def standing(self) -> str:
        row = self.store.editions.find("2026-03-02")
        return row.standing if row else ""


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    config = settings(review="required")
    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        store.editions.save("2026-03-02", edition().date, edition_json.write(edition()), NOW)
        desk = EditSession(store, "2026-03-02", _now)
        app = preview_app(lambda: (desk.look().edition, config), editing=Editing(desk, lambda: config, TOKEN))
        yield Newsroom(store, TestClient(app, "http://127.0.0.1", follow_redirects=False), config)


def _now() -> datetime:
    return NOW


def test_the_form_sent_back_as_it_is_changes_nothing(newsroom: Newsroom) -> None:
    assert (303, "/edit?said=saved") == newsroom.send(newsroom.form())
    assert edition() == newsroom.edition()
    assert not newsroom.store.editions.list()[0].edited


def test_texts_are_changed_and_parts_dropped_in_one_go(newsroom: Newsroom) -> None:
    changed = {"text/1": "Budget adopted", "text/3.1": "Crews voted for a rise."}
    assert (303, "/edit?said=saved") == newsroom.send(newsroom.form(), drop=["1.2", "2"], **changed)

    made = newsroom.edition()
    assert [("Budget adopted", True, 2), (edition().briefs[2].headline, False, 2)] == [
        (b.headline, b.edited, len(b.points)) for b in made.briefs[:2]
    ]
    assert ("Crews voted for a rise.", "edited") == (
        made.briefs[1].points[0].text,
        made.briefs[1].points[0].way,
    )


def test_what_the_checks_object_to_stands_beside_the_text(newsroom: Newsroom) -> None:
    newsroom.send(newsroom.form(), **{"text/4.1": "Rents rose by 9.9 percent."})

    assert "Edited by hand The number “9.9 percent” is not in the cited sentences." in words(
        newsroom.browser.get("/edit").text
    )


def test_stories_are_moved_and_put_first(newsroom: Newsroom) -> None:
    newsroom.send(newsroom.form(), move="2 1")
    newsroom.send(newsroom.form(), first="4")

    made = newsroom.edition()
    assert [b.story_id for b in edition().briefs[1::-1]] == [b.story_id for b in made.briefs[:2]]
    assert made.briefs[3].story_id == made.lead
    assert '<h2 class="headline"><a' in newsroom.browser.get("/shown").text


def test_a_browser_that_presses_enter_saves_and_moves_nothing(newsroom: Newsroom) -> None:
    first = tree(newsroom.browser.get("/edit").text).xpath("//form//button")[0]

    assert ("Save", None) == (first.text, first.get("name"))


def test_what_was_seen_is_approved_and_a_later_change_needs_approval_again(newsroom: Newsroom) -> None:
    assert (303, "/edit?said=approved") == newsroom.send(newsroom.form(), decision="approved")
    assert "approved" == newsroom.standing
    newsroom.send(newsroom.form(), drop="1.1")
    assert "open" == newsroom.standing
    assert "It waits to be approved." in words(newsroom.browser.get("/edit").text)


def test_changes_are_looked_at_before_they_are_approved(newsroom: Newsroom) -> None:
    sent = newsroom.send(newsroom.form(), decision="approved", **{"text/1": "Budget fails"})

    assert (303, "/edit?said=look") == sent
    assert ("open", "Budget fails") == (newsroom.standing, newsroom.edition().briefs[0].headline)


def test_an_edition_is_held(newsroom: Newsroom) -> None:
    assert (303, "/edit?said=held") == newsroom.send(newsroom.form(), decision="held")
    assert "It is held." in words(newsroom.browser.get("/edit").text)


def test_who_saves_second_is_told_and_shown_what_he_had_written(newsroom: Newsroom) -> None:
    ann, bob = newsroom.form(), newsroom.form()
    newsroom.send(ann, drop="6")

    status, page = newsroom.send(bob, decision="approved", **{"text/1": "Bob's headline"})

    assert 409 == status
    assert "Somebody else has changed the edition in the meantime" in page
    assert "What you had written: 1 Bob's headline" in page
    assert ("open", 5) == (newsroom.standing, len(newsroom.edition().briefs))


def test_what_cannot_be_done_is_told_and_changes_nothing(newsroom: Newsroom) -> None:
    for changed, told in (
        ({"drop": "4.1"}, "Drop the whole story instead."),
        ({"text/1": " "}, "The new text of 1 is empty: drop it instead."),
    ):
        status, page = newsroom.send(newsroom.form(), **changed)
        assert (422, True) == (status, told in page)
    assert edition() == newsroom.edition()


def test_an_edition_that_was_sent_has_no_buttons_and_takes_nothing(newsroom: Newsroom) -> None:
    form = newsroom.form()
    newsroom.store.deliveries.enqueue(
        [Delivery("2026-03-02", "a@b.example", "pending", "<1@b.example>")], NOW
    )
    newsroom.store.deliveries.claim("2026-03-02", "here", 1, NOW, NOW - NOW)

    page = tree(newsroom.browser.get("/edit").text)
    assert ([], ["disabled"]) == (page.xpath("//p[@class='buttons']"), page.xpath("//fieldset/@disabled"))
    assert 422 == newsroom.send(form, drop="1")[0]
    assert edition() == newsroom.edition()


@pytest.mark.parametrize("token", ["", "guessed", "ü"])
def test_another_page_cannot_send_the_form(newsroom: Newsroom, token: str) -> None:
    assert 403 == newsroom.send(newsroom.form(), drop="1", token=token)[0]
    assert edition() == newsroom.edition()


def test_a_body_that_is_no_form_changes_nothing(newsroom: Newsroom) -> None:
    for body in (b"", b"\xff" * 100, b"a=b&" * 3000, b"x" * (LARGEST + 1)):
        assert 403 == newsroom.browser.post("/edit", content=body).status_code


def test_the_form_can_be_neither_framed_nor_reached_by_another_name(newsroom: Newsroom) -> None:
    answer = newsroom.browser.get("/edit")
    policy = answer.headers["content-security-policy"]

    assert ("DENY", True, True) == (
        answer.headers["x-frame-options"],
        "frame-ancestors 'none'" in policy,
        "default-src 'none'" in policy,
    )
    assert "script-src" not in policy
    assert 400 == newsroom.browser.get("/edit", headers={"Host": "evil.example"}).status_code
    assert 400 == newsroom.browser.post("/edit", headers={"Host": "evil.example"}).status_code


def test_without_a_saved_edition_there_is_no_form() -> None:
    browser = TestClient(preview_app(lambda: (edition(), settings())), "http://127.0.0.1")

    assert 404 == browser.get("/edit").status_code
    assert "Edit" not in words(browser.get("/").text)
