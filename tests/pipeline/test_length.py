"""An edition that can be read in time."""

from __future__ import annotations

from dataclasses import replace

from digest.models import Brief, Correction, Pick, Selection
from digest.pipeline.make import minutes, within_minutes
from tests import make
from tests.render.editions import HERALD, brief, point, source

ARTICLE = source(HERALD, "Harbour")


def told(name: str, words: int, score: float) -> tuple[Pick, Brief]:
    """A story whose headline and only point have that many words together."""
    pick = replace(make.pick("Text."), score=score, topic="Harbour")
    return pick, brief(name, (ARTICLE,), point(" ".join(["word"] * (words - 1)), ARTICLE), score=score)


def test_every_word_that_is_printed_takes_time() -> None:
    _, whole = told("Headline", 110, 0.5)
    standfirst = replace(whole, standfirst=whole.points[0])
    assert (0.5, 219 / 220) == (minutes(whole), minutes(standfirst))


def test_the_stories_of_the_lowest_rank_are_left_out_and_missed() -> None:
    stories = [told("Low", 220, 0.1), told("High", 220, 0.9), told("Middle", 220, 0.5)]
    picks, briefs = zip(*stories, strict=True)

    selection, kept = within_minutes(2, Selection(picks), briefs)

    assert ["High", "Middle"] == [b.headline for b in kept]
    assert [("Low", "the edition is full: edition.minutes is 2")] == [
        (m.headline, m.why) for m in selection.runners_up
    ]


def test_the_best_story_is_printed_however_long_it_is() -> None:
    pick, long = told("Long", 2200, 0.9)
    assert (long,) == within_minutes(1, Selection((pick,)), [long])[1]


def test_without_a_limit_everything_is_printed() -> None:
    pick, long = told("Long", 22_000, 0.9)
    assert (Selection((pick,)), (long,)) == within_minutes(None, Selection((pick,)), [long])


def test_a_story_with_a_correction_stays() -> None:
    low, corrected = told("Low", 220, 0.1)
    low = replace(low, corrections=(Correction("It was 12.", ARTICLE.url, HERALD, "e1"),))
    high, other = told("High", 220, 0.9)

    kept = within_minutes(1, Selection((low, high)), [corrected, other])[1]

    assert (corrected,) == kept
