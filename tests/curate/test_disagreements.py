"""Who says what differently: figures that cannot both be right, claims that are denied, and what is neither."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from digest.curate.disagreements import disagreements
from digest.models import Disagreement, Side, Story
from tests import make

HERALD, COURIER = ("The Herald",), ("Daily Courier",)


def story(*texts: str) -> Story:
    """A story of those reports, an hour apart, the earliest first."""
    outlets = ("The Herald", "Daily Courier", "Evening Post")
    return make.story(
        *(
            make.article(text, outlet=outlet, published=make.NOW - timedelta(hours=9 - i))
            for i, (text, outlet) in enumerate(zip(texts, outlets, strict=False))
        )
    )


def test_two_outlets_that_count_the_victims_differently_disagree() -> None:
    told = story(
        "A ferry hit the pier at Ostrey on Monday and 25 passengers were injured, the harbour office said.",
        "At the pier of Ostrey 31 passengers were injured when a ferry came in too fast.",
    )

    expected = Disagreement(
        "figure",
        "passengers injured",
        (Side("25 passengers", HERALD, ("A1.S1",)), Side("31 passengers", COURIER, ("A2.S1",))),
    )
    assert (expected,) == disagreements(told)


def test_a_later_and_higher_toll_is_told_with_the_earlier_one_before_it() -> None:
    told = story(
        "Rescuers said that 12 people died when the bridge at Kelm fell.",
        "By noon 19 people had died after the fall of the bridge at Kelm.",
    )

    assert [("12 people", "19 people")] == [tuple(s.words for s in d.sides) for d in disagreements(told)]


def test_two_parties_that_count_a_crowd_differently_disagree_also_across_outlets() -> None:
    told = story(
        "Dockers marched through Ostrey. The unions spoke of 40,000 people, the police of 14,000.",
        "Police counted 14,000 marchers. The unions claimed 40,000.",
    )

    both = ("Daily Courier", "The Herald")
    expected = Disagreement(
        "figure",
        "people",
        (Side("40,000 people", both, ("A2.S2", "A1.S2")), Side("14,000 marchers", both, ("A2.S1", "A1.S2"))),
    )
    assert (expected,) == tuple(
        Disagreement(d.kind, d.about, tuple(sorted(d.sides, key=lambda s: s.words, reverse=True)))
        for d in disagreements(told)
    )


def test_a_party_that_puts_a_share_lower_disagrees_with_the_one_before() -> None:
    told = story(
        "The budget leaves a deficit of 3.6 per cent, the Audit Council said. The Treasury puts it at 3.1 per cent."
    )

    expected = Disagreement(
        "figure",
        "deficit",
        (Side("3.6 per cent", HERALD, ("A1.S1",)), Side("3.1 per cent", HERALD, ("A1.S2",))),
    )
    assert (expected,) == disagreements(told)


def test_a_denial_of_what_another_party_says_is_a_disagreement() -> None:
    told = story(
        "Velmark says that a patrol boat of Ostrey rammed one of its trawlers on Friday.",
        "Ostrey denied that any trawler was rammed.",
    )

    expected = Disagreement(
        "claim",
        "rammed one of its trawlers",
        (Side("Velmark says", HERALD, ("A1.S1",)), Side("Ostrey denied", COURIER, ("A2.S1",))),
    )
    assert (expected,) == disagreements(told)


@pytest.mark.parametrize("denial", ["Ostrey denies it.", "Ostrey rejected the accusation on Sunday."])
def test_a_denial_may_take_up_the_sentence_before_it(denial: str) -> None:
    told = story(f"Velmark accused Ostrey of moving the border stones by night. {denial}")

    assert [("Velmark accused", ("A1.S1",))] == [
        (d.sides[0].words, d.sides[0].sentence_ids) for d in disagreements(told)
    ]


@pytest.mark.parametrize(
    "reports",
    [
        ("About 1,000 people were arrested in Kelm.", "In Kelm 1,012 people were arrested."),
        ("At least 60 people were killed in Kelm.", "In Kelm 77 people were killed."),
        ("Up to 90 people were killed in Kelm.", "In Kelm 77 people were killed."),
        ("More than 5,000 soldiers were sent to Kelm.", "The army sent 5,200 soldiers to Kelm."),
        ("The wall will cost $1.4 billion, Kelm said.", "The wall in Kelm will cost $1.375 billion."),
        ("Between 200 and 300 people were arrested in Kelm.", "In Kelm 410 people were arrested."),
    ],
)
def test_bounds_ranges_and_rounding_are_no_disagreement(reports: Sequence[str]) -> None:
    assert () == disagreements(story(*reports))


@pytest.mark.parametrize(
    "reports",
    [
        ("In Kelm 12 people were killed.", "In Ostrey 19 people were killed."),
        ("In Kelm 12 people were killed.", "In Kelm 19 people were injured."),
        ("In 2019 12 people were killed in Kelm.", "In 2024 19 people were killed in Kelm."),
        ("In Kelm 12 soldiers were killed.", "In Kelm 19 children were killed."),
        ("The vote in Kelm was 118 to 109.", "The vote in Kelm was 120 to 107."),
        ("The union of Kelm hired 200 workers.", "The union fears for 300 workers abroad."),
        (
            "The council of Kelm has 12 members and 19 members of the public came.",
            "The council of Kelm has 12 members.",
        ),
        ("The bridge fell at 9:40 in Kelm.", "The bridge fell at 9:25 in Kelm."),
        ("Kelm rejected the budget.", "The mayor said that the budget of Kelm passed."),
        ("The mayor denied that he had slept.", "The mayor said that he had slept in Kelm."),
        ("He said that the gate was open. She denies it.",),
    ],
)
def test_what_is_said_of_different_things_is_no_disagreement(reports: Sequence[str]) -> None:
    assert () == disagreements(story(*reports))


def test_a_wire_copy_disagrees_with_nobody() -> None:
    one = story("In Kelm 12 people were killed.", "In Kelm 19 people were killed.")

    assert () == disagreements(Story(one.id, one.articles, (one.articles[1].url,)))


def test_another_language_than_english_is_not_judged() -> None:
    german = make.entry("Kelm", outlet="Abendblatt", language="de")

    assert () == disagreements(
        make.story(
            make.article("Police said 12 people were killed in Kelm.", entry=german),
            make.article("In Kelm 19 people were killed.", outlet="Daily Courier"),
        )
    )


def test_a_live_blog_is_at_odds_with_nobody() -> None:
    early = make.article("Rescuers said that 12 people died when the bridge at Kelm fell.")
    live = make.article(
        "By noon 19 people had died after the fall of the bridge at Kelm.",
        outlet="Daily Courier",
        form="live_blog",
    )
    assert () == disagreements(make.story(early, live))
