"""The short style: the lead in full, some stories in two points, the rest in a line."""

from __future__ import annotations

from dataclasses import replace

from digest.models import Brief, Section
from digest.render import render_email
from digest.render.tiers import in_a_line, in_tiers
from digest.render.view import view
from digest.settings import EditionSettings
from tests.render.editions import full_edition, settings
from tests.render.reading import words

STORY = next(brief for brief in full_edition().briefs if len(brief.points) > 1)
BRIEFS: tuple[Brief, ...] = tuple(
    replace(
        STORY, story_id=f"story-{n}", headline=f"Headline {n}", score=1 - n / 10, points=STORY.points[:1] * 3
    )
    for n in range(8)
)
EDITION = replace(full_edition(), sections=(Section("All", BRIEFS),), lead="")
BRIEF = settings(edition=EditionSettings(style="brief"))


def test_the_lead_keeps_its_points_five_have_two_and_the_rest_none() -> None:
    assert [3, 2, 2, 2, 2, 2, 0, 0] == [len(brief.points) for brief in in_tiers(EDITION).briefs]


def test_the_rest_stands_in_brief() -> None:
    arranged = view(EDITION, BRIEF)
    assert ["Headline 6", "Headline 7"] == [brief.headline for brief in arranged.in_brief]
    assert view(EDITION, settings()).in_brief == ()


def test_an_edition_of_few_stories_has_no_line() -> None:
    few = replace(EDITION, sections=(Section("All", BRIEFS[:3]),))
    assert 0 == in_a_line(few)


def test_a_story_in_a_line_is_named_in_the_e_mail_and_takes_less_time() -> None:
    assert "Headline 7" in words(render_email(EDITION, BRIEF).html)
    assert view(EDITION, BRIEF).minutes <= view(EDITION, settings()).minutes
