"""What speaks against a sentence as a point: judgement, capitals, and that a later report has overtaken it."""

from __future__ import annotations

import pytest

from digest.summarise import extract
from digest.summarise.news_value import COLOURED, SHOUTED, demerit, valued
from digest.summarise.sentence_ranking import rank
from tests import make


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council adopted the budget by 31 votes to 20.", 0.0),
        ("A furious mob met the council on its way out.", COLOURED),
        ("He called the crowd “a furious mob” and left.", 0.0),
        ("MERCILESS councillors adopted the budget.", SHOUTED),
        ("UNESCO listed the harbour on Monday.", 0.0),
        ("NATO listed the harbour on Monday.", 0.0),
    ],
)
def test_judgement_and_capitals_in_the_outlets_own_voice_weigh_against_a_sentence(
    text: str, expected: float
) -> None:
    assert expected == demerit(text, "en")


def test_a_preview_is_left_out_once_another_report_tells_what_came() -> None:
    before = make.article("The council has tried to avoid the vote.", "Council set to vote on budget")
    after = make.article("The council adopted the budget.", "Council adopts budget", "Daily Courier")
    both, alone = (make.story(after, before), make.story(before))

    assert [after.url] == [one.article.url for one in valued(rank(both), both)]
    assert [before.url] == [one.article.url for one in valued(rank(alone), alone)]


def test_the_first_point_is_the_lede_that_tells_what_the_headline_tells() -> None:
    other = make.article(
        "The president of Arden wondered aloud why the river was not dammed. The river Lune has been low for years. "
        "The president of Arden spoke of the river Lune for an hour.",
        "Arden's president wonders about river",
        "Daily Courier",
    )
    lead = make.article(
        "The river Lune broke its dam at Quay on Monday. Forty houses stand in the water.",
        "River Lune breaks dam",
    )

    points = extract(make.pick(lead, other), 2).claims

    assert "The river Lune broke its dam at Quay on Monday." == points[0].text


def test_a_story_has_one_quotation_at_most() -> None:
    text = (
        "The minister of transport resigned on Monday over the ferry contract. "
        "“The ferry contract was my mistake and nobody else's,” the minister of transport said. "
        "“The ferry contract will be cancelled by my successor,” the minister of transport said. "
        "The ferry contract had cost 40 million crowns since the minister of transport signed it."
    )

    points = extract(make.pick(make.article(text, "Minister resigns over ferries")), 3).claims

    assert 1 >= sum(claim.text.startswith("“") for claim in points)
