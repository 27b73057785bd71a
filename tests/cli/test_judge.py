"""The judge on the command line: its exam in `check`, its mark in `status`, its word in `explain`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from digest.cli.report import summary
from digest.models import Edition
from tests.cli.conftest import Digest
from tests.cli.test_explain import keep
from tests.judging import Policy, able, completion, is_for_a_judge, judged_by, no, noted, yes
from tests.render.editions import full_edition

PASSED = "reader passed its exam on 2026-03-02: it let 0 of 10 false statements through and refused 0 of 10 true ones"


@pytest.fixture
def asked() -> list[Request]:
    """What a model was asked."""
    return []


@pytest.fixture
def model(config: Path, httpserver: HTTPServer, asked: list[Request]) -> Callable[..., None]:
    """Puts a model into the configuration that judges with a policy."""

    def set_up(policy: Policy, **verify: object) -> None:
        def answer(request: Request) -> Response:
            return judged_by(policy)(request) if is_for_a_judge(request) else completion({"points": []})

        httpserver.expect_request("/v1/chat/completions").respond_with_handler(noted(answer, asked))
        summariser = {"base_url": httpserver.url_for("/v1"), "model": "writer"}
        text = yaml.safe_load(config.read_text("utf-8"))
        config.write_text(yaml.safe_dump({**text, "summariser": summariser, "verify": verify}), "utf-8")

    return set_up


def of_judge(out: str) -> list[str]:
    return [line for line in out.splitlines() if " judge " in line]


def test_check_lets_a_new_judge_sit_the_exam_and_shows_its_mark(
    digest: Digest, model: Callable[..., None], asked: list[Request]
) -> None:
    model(able(no), judge="reader")

    first, again = digest("check"), digest("check")

    assert [f"ok    judge   {PASSED}"] == of_judge(first[1]) == of_judge(again[1])
    assert 1 == sum(is_for_a_judge(request) for request in asked)


def test_check_recommends_another_model_than_the_writers(digest: Digest, model: Callable[..., None]) -> None:
    model(able(no))

    passed, advice = of_judge(digest("check")[1])

    assert f"ok    judge   {PASSED.replace('reader', 'writer')}" == passed
    assert advice.startswith("note  judge   the model that writes also judges")
    assert advice.endswith("name another one in verify.judge")


def test_check_warns_of_a_judge_that_says_yes_to_all_and_a_run_works_all_the_same(
    digest: Digest, model: Callable[..., None]
) -> None:
    model(yes, judge="reader")

    status, out, _ = digest("check")

    (line,) = of_judge(out)
    assert (0, True) == (
        status,
        line.startswith("warn  judge   The judge reader failed its exam on 2026-03-02"),
    )


def test_check_says_what_it_means_that_nobody_judges(digest: Digest, model: Callable[..., None]) -> None:
    model(yes, judge="none")

    assert ["note  judge   none: of a model's own words only what rules prove is printed"] == of_judge(
        digest("check")[1]
    )


def test_check_says_nothing_of_a_judge_if_no_model_writes(digest: Digest) -> None:
    assert [] == of_judge(digest("check")[1])


def test_status_shows_the_mark_of_a_judge_that_has_sat_its_exam(
    digest: Digest, model: Callable[..., None]
) -> None:
    model(able(no), judge="reader")
    before = digest("status")[1]
    digest("check")

    assert "No edition is saved yet: `digest make` makes one.\n" == before
    assert f"{before}The judge {PASSED}.\n" == digest("status")[1]


def test_explain_tells_what_is_proved_from_what_was_judged(digest: Digest, config: Path) -> None:
    edition = full_edition()
    section = edition.sections[0]
    brief = section.briefs[0]
    point = replace(brief.points[0], way="model", judged_by="reader", translated="")
    points = (point, replace(point, judged_by=""), replace(point, way="verbatim", judged_by=""))
    told: Edition = replace(
        edition, sections=(replace(section, briefs=(replace(brief, points=points, contrasts=()),)),)
    )
    keep(told, config)

    said = [line.rpartition("; ")[2] for line in digest("explain", "1")[1].splitlines() if "; " in line]

    assert ["judged by reader", "proved"] == [word for word in said if word in {"judged by reader", "proved"}]


def test_the_summary_counts_what_is_proved_and_what_was_judged() -> None:
    edition = full_edition()
    brief = edition.sections[0].briefs[0]
    point = replace(brief.points[0], way="model", judged_by="reader", translated="")
    points = (point, point, replace(point, judged_by=""), replace(point, way="extractive", judged_by=""))
    section = replace(edition.sections[0], briefs=(replace(brief, points=points),))

    lines = summary(replace(edition, sections=(section,))).splitlines()

    assert "vouched   2 judged by reader, 1 proved by rules" in lines
    assert [] == [line for line in summary(replace(edition, sections=())).splitlines() if "vouched" in line]
