"""The summary at the end of a run."""

from __future__ import annotations

from dataclasses import replace

from digest.cli.report import summary
from digest.models import Problem, WritingYield
from tests.render.editions import edition


def test_what_became_of_a_models_points_is_one_line_and_none_without_a_model() -> None:
    written = WritingYield(36, 23, 4, 3, 2, 4, 24, 18)
    said = summary(replace(edition(), written=written)).splitlines()

    ways = "23 as written, 4 in the words of their sources, 3 written again, 2 sentences in their place, 4 dropped"
    line = f"written   36 points proposed: {ways}; 18 of 24 headlines and standfirsts held"
    assert [line] == [one for one in said if one.startswith("written")]
    assert "written" not in summary(edition())


def test_yields_of_stories_add_up() -> None:
    assert WritingYield(3, 2, 1, lines_proposed=2) == WritingYield(1, 1) + WritingYield(
        2, 1, 1, lines_proposed=2
    )


def test_problems_of_one_reason_are_one_line_and_the_counts_agree() -> None:
    slow = [
        Problem("summarise", f"Story {number}", "The model did not answer within 1 second.")
        for number in range(11)
    ]
    made = replace(edition(), problems=(*slow, Problem("collect", "The Herald", "The feed has moved.")))

    said = summary(made).splitlines()

    assert [
        "problems  12, for 2 reasons",
        "  summarise: Story 0 and 10 more: The model did not answer within 1 second.",
        "  collect: The Herald: The feed has moved.",
    ] == said[-3:]
    assert "problems  11" not in said
