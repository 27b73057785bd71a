"""Each value of each enumeration has its words in each place that prints it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import get_args

import pytest

from digest import edition_json
from digest.cli import bounces
from digest.cli.report import summary
from digest.models import (
    ORIGINS,
    ApprovalState,
    Bounce,
    BounceKind,
    Delivery,
    DeliveryState,
    Edition,
    Finding,
    Kind,
    Origin,
    PageType,
    Section,
)
from digest.pipeline.bounces import BounceResult, note
from digest.render import render_email, render_page
from digest.settings import BounceSettings
from digest.store import open_store
from digest.web.edition_page import VIEWS, Switches, View, document
from tests.cli.conftest import NOW, Digest
from tests.make import NOW as DAY
from tests.render.editions import HERALD, brief, edition, point, settings, source

REPORT = source(HERALD, "Council adopts budget")
OBJECTION = Finding("number", "99", "The number 99 is not in the cited sentences.")


def _of(way: Origin = "model", kind: Kind = "fact", form: PageType = "article") -> Edition:
    said = replace(point("The council adopted it.", REPORT, way=way, kind=kind), findings=(OBJECTION,))
    return edition(
        Section("Parliament", (brief("Council adopts budget", (replace(REPORT, form=form),), said),))
    )


def _explained(digest: Digest, config: Path, printed: Edition) -> str:
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        store.editions.save(printed.id, printed.date, edition_json.write(printed), DAY)
    status, out, err = digest("explain", "1", "--edition", printed.id)
    assert (0, "") == (status, err)
    return out


@pytest.mark.parametrize("way", get_args(Origin))
def test_how_a_point_came_to_be_has_words(digest: Digest, config: Path, way: Origin) -> None:
    printed = _of(way=way)

    assert f"fact; {ORIGINS[way]}" in _explained(digest, config, printed)
    assert f"(1 {way})" in summary(printed)
    assert (
        ORIGINS[way].replace("'", "&#39;").lower()
        in document(printed, settings(), Switches("evidence")).lower()
    )
    assert "The council adopted it." in render_page(printed, settings())


def test_what_the_checks_say_of_an_editors_words_is_no_earlier_try(digest: Digest, config: Path) -> None:
    assert f"the checks object: {OBJECTION.reason} (number)" in _explained(digest, config, _of(way="edited"))


@pytest.mark.parametrize("kind", get_args(Kind))
def test_what_a_point_is_has_words(digest: Digest, config: Path, kind: Kind) -> None:
    assert f"{kind}; " in _explained(digest, config, _of(kind=kind))


@pytest.mark.parametrize("form", get_args(PageType))
def test_what_a_page_is_has_words(digest: Digest, config: Path, form: PageType) -> None:
    printed = _of(form=form)

    said = form.replace("_", " ")
    assert f"Council adopts budget ({said})" in _explained(digest, config, printed)
    assert f">{said} · en" in document(printed, settings(), Switches("sources"))
    assert all("_" not in line for line in render_email(printed, settings()).text.splitlines())


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_of_the_preview_can_be_shown(view: View) -> None:
    assert "Council adopts budget" in document(_of(), settings(), Switches(view)) or view == "checks"


@pytest.mark.parametrize("state", get_args(DeliveryState))
def test_what_became_of_a_copy_has_words(digest: Digest, config: Path, state: DeliveryState) -> None:
    digest("make")
    copy = Delivery("2026-03-02", "ann@reader.example", state, "<1@here.example>", reply="so")
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        store.deliveries.enqueue([replace(copy, state="pending")], NOW)
        if state != "pending":
            store.deliveries.claim("2026-03-02", "me", 1, NOW, timedelta(minutes=2))
        if state not in {"pending", "claimed"}:
            store.deliveries.record([copy], "me", NOW, timedelta(minutes=2))

    assert f"1 {state}" in digest("status")[1]


@pytest.mark.parametrize("kind", get_args(BounceKind))
def test_mail_that_came_back_has_words(digest: Digest, config: Path, kind: BounceKind) -> None:
    digest("make")
    bounce = Bounce("2026-03-02", "ann@reader.example", kind, "550 why", NOW)
    with open_store(f"sqlite:///{config.parent}/digest.db") as store:
        store.deliveries.enqueue([Delivery("2026-03-02", bounce.address, "pending", "<1@here.example>")], NOW)
        note(bounce, BounceSettings(), store)

    assert "ann@reader.example  550 why" in digest("status")[1]


def test_what_a_bounce_came_to_has_words() -> None:
    assert set(get_args(BounceResult)) == set(bounces._TOLD)


@pytest.mark.parametrize("standing", get_args(ApprovalState))
def test_what_was_decided_of_an_edition_has_words(
    digest: Digest, config: Path, standing: ApprovalState
) -> None:
    digest("make")
    decision = {"open": (), "held": ("--hold",), "approved": ("--approve",)}[standing]

    words = {"open": "It needs no approval", "held": "is held", "approved": "Approved"}[standing]
    assert words in digest("edit", "2026-03-02", *decision)[1]
