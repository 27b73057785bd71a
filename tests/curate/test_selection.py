"""Which stories make the edition: the best, not one thing over and over, and what was put right first."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from digest.curate.selection import RankedCandidate, choose
from digest.models import Correction, Pick, Selection
from digest.settings import EditionSettings, RankingSettings
from tests import make
from tests.curate.stories import topic

TOPICS = [topic("Harbour", max=9), topic("Rail", max=9)]


def pick(
    name: str, score: float, outlets: tuple[str, ...] = ("The Herald", "Daily Courier"), **fields: Any
) -> Pick:
    """A story of that name, told by these outlets."""
    story = make.story(*(make.article("Text.", name, outlet) for outlet in outlets), id=name)
    return Pick(**{"story": story, "topic": "Harbour", "score": score, **fields})


def chosen(*picks: Pick, **settings: Any) -> list[str]:
    return [p.story.id for p in selected(*picks, **settings).picks]


def selected(*picks: Pick, **settings: Any) -> Selection:
    chances = [RankedCandidate((p,), True) for p in picks]
    return choose(chances, TOPICS, EditionSettings.model_validate(settings))


def test_the_best_come_first() -> None:
    assert ["a", "b"] == chosen(pick("b", 0.5), pick("a", 0.9), pick("c", 0.1), stories=2)


def test_a_third_story_of_one_affair_makes_room_for_another_one() -> None:
    affair = [pick(name, score, storyline="Ostrey") for name, score in (("a", 0.9), ("b", 0.8), ("c", 0.7))]
    other = pick("other", 0.65)
    assert ["a", "b", "other"] == chosen(*affair, other, stories=3)


def test_without_variety_the_score_alone_counts() -> None:
    affair = [pick(name, score, storyline="Ostrey") for name, score in (("a", 0.9), ("b", 0.8), ("c", 0.7))]
    off = RankingSettings(variety="off")
    assert ["a", "b", "c"] == chosen(*affair, pick("other", 0.65), stories=3, ranking=off)


def test_an_affair_never_has_more_than_three_stories() -> None:
    affair = [pick(name, 0.9, storyline="Ostrey") for name in "abcd"]
    missed = selected(*affair).runners_up
    assert [("d", "3 stories of Ostrey are in already")] == [(m.headline, m.why) for m in missed]


def test_the_stories_of_one_affair_stand_together() -> None:
    stories = [
        pick("a", 0.9, storyline="Ostrey"),
        pick("b", 0.8),
        pick("c", 0.7, storyline="Ostrey"),
        pick("d", 0.95),
    ]
    assert ["d", "a", "c", "b"] == chosen(*stories)


def test_one_outlet_does_not_fill_the_edition_alone() -> None:
    alone = [pick(name, score, ("The Herald",)) for name, score in (("a", 0.6), ("b", 0.59), ("c", 0.58))]
    other = pick("other", 0.53, ("Daily Courier",))
    assert ["a", "b", "other"] == chosen(*alone, other, stories=3)


def test_a_story_of_one_outlet_can_be_in() -> None:
    assert ["a", "b"] == chosen(pick("a", 0.6), pick("b", 0.5, ("The Herald",)))


def test_what_was_put_right_comes_before_better_stories() -> None:
    correction = Correction("It was 12.", "https://herald.example/a", "The Herald", "e1")
    low = pick("low", 0.1, corrections=(correction,))
    assert ["low"] == chosen(pick("a", 0.9), low, stories=1)
    assert ["low", "a"] == chosen(pick("a", 0.9), low)


def test_a_story_stands_under_the_next_of_its_topics_where_the_first_is_full() -> None:
    first, second = pick("a", 0.9), pick("b", 0.8)
    both = RankedCandidate((second, replace(second, topic="Rail", score=0.7)), True)
    full = [topic("Harbour", max=1), topic("Rail")]
    picks = choose([RankedCandidate((first,), True), both], full, EditionSettings()).picks
    assert [("Harbour", "a"), ("Rail", "b")] == [(p.topic, p.story.id) for p in picks]


def test_a_story_without_anything_new_says_when_it_was_told() -> None:
    before = pick("a", 0.9, earlier=make.earlier_coverage())
    missed = choose([RankedCandidate((before,), False)], TOPICS, EditionSettings()).runners_up
    assert ["told in the edition of 2026-03-01, and nothing is new since"] == [m.why for m in missed]
