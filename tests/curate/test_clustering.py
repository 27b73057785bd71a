"""Reports of one event together, everything else apart."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digest.curate.clustering import group_by_event
from digest.curate.reports import of_article
from tests import make
from tests.curate.stories import BUDGET, CUP, FERRY, told_by

DAY = (*told_by(BUDGET), *told_by(FERRY), *told_by(CUP))
REPORTS = tuple(of_article(article) for article in DAY)


def test_reports_of_one_event_become_one_group() -> None:
    assert ((0, 1, 2), (3, 4), (5, 6)) == group_by_event(REPORTS)


@given(st.permutations(range(len(REPORTS))))
def test_the_order_of_input_changes_nothing(order: list[int]) -> None:
    found = group_by_event([REPORTS[i] for i in order])
    assert {(0, 1, 2), (3, 4), (5, 6)} == {tuple(sorted(order[i] for i in members)) for members in found}


def test_a_round_up_does_not_glue_the_stories_it_tells() -> None:
    text = "\n".join(report[2] for report in (BUDGET[0], FERRY[0]))
    round_up = make.article(text, "Budget passed and ferry sanctions lifted", "Evening Post", form="round_up")
    found = group_by_event((*REPORTS[:5], of_article(round_up)))
    assert not any({0, 3} <= set(members) for members in found)


def test_a_live_blog_joins_the_event_it_follows() -> None:
    live = replace(REPORTS[1], form="live_blog")
    assert ((0, 1, 2), (3, 4)) == group_by_event((REPORTS[0], live, *REPORTS[2:5]))


def test_two_events_of_one_long_affair_stay_apart_however_many_tell_them() -> None:
    told = ("envoys agree on ferries", "customs chief fired")
    detail = (
        ("signed", "harbour", "envoys", "accord", "Lissen", "handshake", "treaty", "pilots"),
        ("fired", "customs", "smuggling", "Oske", "tobacco", "raid", "warehouse", "inquiry"),
    )
    affair = "Korvia Tamar strait blockade fleet admiral"
    reports = [
        replace(
            REPORTS[0],
            url=f"https://o{n}.example/{event}",
            title=f"Korvia and Tamar: {told[event]}",
            text=f"{affair} {' '.join(detail[event][(n + k) % 8] for k in range(5))} reporter{n} quote{n} detail{n}",
        )
        for event in (0, 1)
        for n in range(10)
    ]
    assert (tuple(range(10)), tuple(range(10, 20))) == group_by_event(reports)


def test_copies_of_three_agency_texts_on_one_event_stay_one_event() -> None:
    copied = [replace(REPORTS[n % 3], url=f"https://o{n}.example/") for n in range(24)]
    assert (tuple(range(24)),) == group_by_event(copied)


def test_an_event_is_found_again_among_many_others() -> None:
    others = [
        replace(
            REPORTS[0],
            url=f"https://z{n}.example/",
            title=f"Village{n} opens bridge{n} after repair{n}",
            text=f"The bridge{n} in village{n} was closed for months{n} while workers mended pillar{n}.",
        )
        for n in range(300)
    ]
    found = group_by_event((*REPORTS, *others))
    assert ((0, 1, 2), (3, 4), (5, 6)) == found[:3]
    assert 303 == len(found)


def test_an_opinion_joins_the_event_it_comments_on_and_brings_nothing_together() -> None:
    text = "\n".join(report[2] for report in (BUDGET[0], FERRY[0]))
    opinion = of_article(make.article(text, BUDGET[0][1], "Evening Post", form="opinion"))
    assert ((0, 1, 2, 5), (3, 4)) == group_by_event((*REPORTS[:5], opinion))


def test_a_live_blog_like_nothing_else_stays_alone() -> None:
    live = replace(REPORTS[5], form="live_blog")
    assert ((0, 1, 2), (3,)) == group_by_event((*REPORTS[:3], live))


def test_one_title_of_an_outlet_over_different_texts_brings_nothing_together() -> None:
    one_title = [
        replace(report, title="Statement by the government", feed=REPORTS[0].feed) for report in REPORTS
    ]
    found = group_by_event(one_title)
    assert not any({0, 3} <= set(members) or {3, 5} <= set(members) for members in found)


def test_one_text_that_an_outlet_has_twice_under_one_title_is_one_event() -> None:
    again = replace(REPORTS[0], url="https://herald.example/again")
    assert ((0, 1),) == group_by_event((REPORTS[0], again))


def test_titles_alone_still_bring_reports_together() -> None:
    twice = [replace(REPORTS[0], url=f"https://herald.example/{n}", text="") for n in range(2)]
    assert ((0, 1),) == group_by_event(twice)


def test_nothing_gives_no_groups() -> None:
    assert () == group_by_event(())
