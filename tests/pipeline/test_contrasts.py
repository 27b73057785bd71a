"""Where sources disagree and a point has told it."""

from __future__ import annotations

from digest import verify
from digest.models import Claim, Contrast, KeyPoint
from digest.pipeline.brief import is_told
from tests import make


def point(text: str) -> KeyPoint:
    """A point that cites itself."""
    claim = Claim(text, ("A1.S1",))
    return verify.verify((claim,), make.story(make.article(text)), "extractive", make.NOW).points[0]


CONTRAST = Contrast("people", (point("The unions claimed 40,000."), point("Police counted 14,000.")))


def test_what_one_point_tells_of_both_sides_is_not_told_again() -> None:
    assert is_told(CONTRAST, [point("The unions spoke of 40,000 people, the police of 14,000.")])


def test_a_point_that_has_one_side_alone_has_not_told_it() -> None:
    assert not is_told(CONTRAST, [point("The unions spoke of 40,000 people.")])


def test_sides_without_a_figure_are_told_by_no_point() -> None:
    denied = Contrast("flare", (point("One fired a flare."), point("The other denies it.")))
    assert not is_told(denied, [point("A flare was fired.")])
