"""The lines above the points: headline and standfirst are claims, and are checked like every other."""

from __future__ import annotations

from collections.abc import Iterable

from digest import verify
from digest.models import Claim, KeyPoint, Story, Way
from digest.pipeline.run import Run
from digest.text.words import stems

HEADLINE = 110
"""Most characters of a headline: two lines of an e-mail on a telephone. A longer one is a sentence."""
STANDFIRST = 160
"""Most characters of a standfirst."""
REPEATED = 0.8
"""Share of the shorter line's stems from which on another line says it already."""


def headline(run: Run, claim: Claim | None, story: Story) -> KeyPoint | None:
    """The headline where it holds and is short, else nothing: then the lead article's own is printed."""
    point = _checked(run, claim, story, "model")
    return point if point and len(point.text.removesuffix(".")) <= HEADLINE else None


def standfirst(run: Run, claim: Claim | None, said: Iterable[str], story: Story, way: Way) -> KeyPoint | None:
    """The standfirst where it holds, is short, and says something else than the lines ``said``."""
    point = _checked(run, claim, story, way)
    if not point or len(point.text) > STANDFIRST or any(_repeats(point.text, line) for line in said):
        return None
    return point


def _checked(run: Run, claim: Claim | None, story: Story, way: Way) -> KeyPoint | None:
    if claim is None:
        return None
    points = verify.verify((claim,), story, way, run.now, run.settings.language).points
    return points[0] if points else None


def _repeats(text: str, other: str) -> bool:
    one, two = set(stems(text)), set(stems(other))
    return len(one & two) >= REPEATED * min(len(one), len(two))
