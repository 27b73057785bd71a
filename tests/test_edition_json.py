"""An edition as JSON and back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest

from digest import edition_json
from digest.errors import EditionError
from digest.models import (
    Brief,
    Claim,
    Contrast,
    Correction,
    EarlierCoverage,
    Edition,
    Evidence,
    Finding,
    KeyPoint,
    Problem,
    Rejected,
    RunnerUp,
    ScorePart,
    Section,
    Source,
    UpcomingEvent,
    Usage,
)

POINT = KeyPoint(
    text="The council adopted the budget.",
    evidence=(
        Evidence("https://herald.example/budget", "The Herald", "The council adopted the budget.", 0, 31),
    ),
    kind="claim",
    speaker="The mayor",
    way="repaired",
    findings=(Finding("numbers", "12", "the cited sentence has no 12"),),
)
BRIEF = Brief(
    story_id="s1",
    headline="Budget adopted",
    articles=(
        Source(
            "https://herald.example/budget",
            "The Herald",
            "Budget adopted",
            datetime(2026, 3, 2, 5, tzinfo=UTC),
            "en",
        ),
        Source("https://courier.example/b", "Courier", "Budget", None, "en", "stub"),
    ),
    points=(POINT,),
    copies=("https://courier.example/b",),
    score=0.75,
    reasons=("two outlets",),
    standfirst=POINT,
    contrasts=(Contrast("the size of the budget", (POINT, POINT)),),
    storyline="Budget",
    parts=(ScorePart("outlets", 0.5, 0.6),),
    corrections=(
        Correction("It is 12, not 13.", "https://herald.example/budget", "The Herald", "2026-03-01"),
    ),
    told=EarlierCoverage(
        "2026-03-01",
        date(2026, 3, 1),
        "s0",
        "Budget debated",
        ("https://herald.example/debate",),
        ("It was.",),
    ),
    dropped=(Rejected(Claim("12 voted.", ("A1.S1",)), (Finding("numbers", "12", "not there"),)),),
)
EDITION = Edition(
    id="2026-03-02",
    date=date(2026, 3, 2),
    made_at=datetime(2026, 3, 2, 6, 30, tzinfo=UTC),
    title="Morning Post",
    sections=(Section("Budget", (BRIEF,)),),
    summariser="a-model",
    problems=(Problem("collect", "Courier", "The feed timed out."),),
    usage=Usage(calls=2, prompt_tokens=900, cost=0.01, seconds=(("feeds", 0.5), ("pages", 1.5))),
    number=12,
    ahead=(UpcomingEvent(date(2026, 3, 9), POINT, "s1"),),
    figure=POINT,
    quotation=POINT,
    missed=(
        RunnerUp(
            "Mayor cuts ribbon", "Town", ("The Herald",), 0.25, "the section Town is full", ("one outlet",)
        ),
    ),
)


def test_an_edition_comes_back_as_it_was_written() -> None:
    assert EDITION == edition_json.read(edition_json.write(EDITION))


def test_the_document_has_the_keys_that_other_programs_rely_on() -> None:
    plain = json.loads(edition_json.write(EDITION))
    brief = plain["sections"][0]["briefs"][0]

    assert {"version", "id", "date", "title", "sections", "problems", "usage"} <= plain.keys()
    assert {"headline", "articles", "points"} <= brief.keys()
    assert {"url", "outlet", "title", "published"} <= brief["articles"][0].keys()
    assert {"text", "kind", "speaker", "way", "evidence"} <= brief["points"][0].keys()
    assert {"url", "outlet", "quote", "start", "end"} <= brief["points"][0]["evidence"][0].keys()
    assert [{"stage", "subject", "reason", "missing"}] == [p.keys() for p in plain["problems"]]
    assert (1, "2026-03-02", "2026-03-02") == (plain["version"], plain["id"], plain["date"])


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1}', "null", '{"version": 1, "sections": 3}'])
def test_what_is_no_edition_is_told_as_damaged(text: str) -> None:
    with pytest.raises(EditionError, match="damaged"):
        edition_json.read(text)


def test_a_later_format_is_told_by_its_number() -> None:
    with pytest.raises(EditionError, match="format 2"):
        edition_json.read('{"version": 2}')
