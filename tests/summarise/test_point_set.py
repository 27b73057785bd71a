"""Points as a set: the lede first, no fact twice, nothing for its own sake, no accusation without its reply."""

from __future__ import annotations

import pytest

from digest.models import Article
from digest.summarise import extract
from digest.summarise.news_value import earns_its_place, valued
from digest.summarise.sentence_ranking import rank
from tests import make

LEDE = "The council of Arden adopted the budget by 31 votes to 20 on Monday."


def points(*articles: Article, most: int = 3) -> list[str]:
    return [claim.text for claim in extract(make.pick(*articles), most).claims]


def test_a_line_that_adds_to_the_headline_does_not_stand_before_the_news() -> None:
    text = f"Two schools kept pupils in corridors for up to nine days. {LEDE}"
    assert LEDE == points(make.article(text, "Council of Arden adopts budget"), most=1)[0]


def test_an_accusation_is_followed_by_the_reply_that_the_sources_have() -> None:
    reply = "The mayor of Arden denied that the ferry contract went to a friend."
    accusation = "The auditors of Arden accused the mayor on Monday of giving the ferry contract to a friend."
    text = (
        f"{accusation} The ferry contract of Arden is worth 12 million crowns. The ferry of Arden carries 9,000 people. "
        f"The ferry contract of Arden ends in 2031. {reply}"
    )
    assert [accusation, reply] == points(make.article(text, "Auditors accuse mayor of Arden"), most=2)


def test_an_accusation_stays_alone_where_nobody_replies() -> None:
    accusation = "The auditors of Arden accused the mayor on Monday of giving the ferry contract to a friend."
    text = f"{accusation} The ferry contract of Arden is worth 12 million crowns."
    assert accusation == points(make.article(text, "Auditors accuse mayor of Arden"))[0]


def test_what_the_headline_and_the_points_before_say_together_is_no_further_point() -> None:
    repeated = "The budget of Arden was adopted by the council on Monday by votes."
    text = f"{LEDE} {repeated}"
    assert [LEDE] == points(make.article(text, "Council of Arden adopts budget"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bill will be voted on again in May.", True),
        ("The towers cost 12 million crowns together.", True),
        ("The mayor of Arden denied any part in it.", True),
        ("The council rejected the second half of it.", True),
        ("The hall of the council was full of people.", False),
    ],
)
def test_a_third_point_has_a_figure_a_deed_a_reply_or_what_is_to_come(text: str, expected: bool) -> None:
    (ranked,) = rank(make.story(make.article(text)))
    assert expected == earns_its_place(ranked)


def test_a_count_of_the_dead_that_a_report_has_overtaken_weighs_less() -> None:
    first = make.article("At least 60 people were killed by the flood at Quay.", "Flood kills 60")
    later = make.article(
        "The flood at Quay killed 84 people, the mayor said.", "Flood kills 84", "Daily Courier"
    )
    both = make.story(later, first)
    loss = {r.article.url: r.weight for r in rank(both)}
    left = {r.article.url: r.weight for r in valued(rank(both), both)}
    assert [True, False] == [left[a.url] < loss[a.url] for a in (first, later)]


def test_a_figure_with_much_the_same_words_is_one_fact() -> None:
    first = "The council of Arden voted for the budget on Monday after the mayor added 84 million crowns for ferries."
    again = "The mayor won the budget by promising 84 million crowns for ferries."
    assert [first] == points(make.article(f"{first} {again}", "Council of Arden adopts budget"))
