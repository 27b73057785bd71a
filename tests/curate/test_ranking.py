"""How much a story matters, and what that is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from digest.curate.consequence import UNKNOWN, consequence
from digest.curate.ranking import rank
from digest.curate.reports import Report, of_entry
from digest.curate.topics import Match
from digest.settings import RankingSettings
from tests import make

MATCH = Match(make.topic("Harbour"), 0.5, (("harbour", "title"),))


def report(outlet: str, **fields: Any) -> Report:
    feed = make.feed(outlet, **{k: fields.pop(k) for k in ("weight", "lean", "region") if k in fields})
    return of_entry(make.entry("Harbour", feed=feed, **fields))


def values(*reports: Report, novelty: float = 1.0, **ranking: Any) -> dict[str, float]:
    parts = rank(reports, MATCH, RankingSettings(**ranking), make.NOW, novelty).parts
    return {part.name: part.value for part in parts}


def test_a_score_is_made_of_named_parts_whose_shares_are_one() -> None:
    parts = rank([report("The Herald")], MATCH, RankingSettings(), make.NOW).parts
    expected = ["outlets", "consequence", "freshness", "fit", "prominence", "novelty", "diversity"]
    assert (expected, 1.0) == ([p.name for p in parts], round(sum(p.share for p in parts), 2))


def test_a_part_that_is_off_does_not_count() -> None:
    assert "prominence" not in values(report("The Herald"), prominence="off")


def test_a_weight_raises_what_it_names() -> None:
    one, many = (
        [report("The Herald", published=make.NOW)],
        [report(o, published=make.NOW - timedelta(hours=20)) for o in "ABCD"],
    )
    by_outlets, by_age = RankingSettings(freshness="off"), RankingSettings(outlets="off", freshness="high")
    assert rank(one, MATCH, by_outlets, make.NOW).score < rank(many, MATCH, by_outlets, make.NOW).score
    assert rank(one, MATCH, by_age, make.NOW).score > rank(many, MATCH, by_age, make.NOW).score


def test_two_reports_of_one_outlet_are_one_witness() -> None:
    once = values(report("The Herald"))["outlets"]
    assert once == values(report("The Herald"), report("The Herald", url="https://x.example/2"))["outlets"]


def test_a_strong_source_counts_like_two() -> None:
    assert values(report("The Herald", weight=2.0))["outlets"] == values(report("A"), report("B"))["outlets"]


@pytest.mark.parametrize(
    ("leans", "expected"),
    [(("", ""), 0.0), (("left", "left"), 0.0), (("left", "right"), 0.5), (("left", ""), 0.0)],
)
def test_diversity_counts_leans_that_the_config_gives(leans: tuple[str, ...], expected: float) -> None:
    reports = [report(f"Outlet {i}", lean=lean) for i, lean in enumerate(leans)]
    assert expected == values(*reports)["diversity"]


def test_three_outlets_that_lead_with_it_make_it_prominent_and_one_does_not() -> None:
    one, three = ([report(name, position=0) for name in names] for names in ("A", "ABC"))
    assert (0.5, 1.0) == (values(*one)["prominence"], values(*three)["prominence"])


@pytest.mark.parametrize(
    ("weightier", "title"),
    [
        ("Parliament overrides veto of harbour law", "Mayor slams veto of harbour law"),
        ("Minister resigns over harbour deal", "Minister urges talks on harbour"),
        ("Twelve killed in attack on harbour", "Poll: voters want a new harbour"),
        ("Supreme court strikes down harbour law", "Supreme court hears argument on harbour law"),
    ],
)
def test_a_deed_weighs_more_than_a_word_about_it(weightier: str, title: str) -> None:
    deed, talk = (consequence([of_entry(make.entry(headline))]) for headline in (weightier, title))
    assert deed > talk


def test_in_a_language_without_a_table_all_news_weighs_the_same() -> None:
    assert UNKNOWN == consequence([of_entry(make.entry("Hallitus eroaa", language="fi"))])


def test_a_topics_weight_tilts_the_score_and_does_not_decide() -> None:
    strong = [report(name, position=0) for name in "ABC"]
    heavy = replace(MATCH, topic=make.topic("Harbour", weight=2.0))
    light = replace(MATCH, topic=make.topic("Harbour", weight=0.5))
    weak = rank([report("D", position=30)], heavy, RankingSettings(), make.NOW).score
    assert weak < rank(strong, light, RankingSettings(), make.NOW).score


def test_what_was_told_in_part_is_less_novel() -> None:
    assert 0.25 == values(report("The Herald"), novelty=0.25)["novelty"]
