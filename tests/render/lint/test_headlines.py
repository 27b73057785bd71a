"""What `digest lint` says of headlines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.models import Section
from digest.render.lint import parse_email
from digest.render.lint.headlines import headlines
from tests.render.editions import full_edition, settings

STORY = full_edition().briefs[0]


def reasons(headline: str) -> list[str]:
    """What is said of a story with that headline."""
    told = replace(STORY, headline=headline)
    edition = replace(full_edition(), sections=(Section("All", (told,)),))
    return [remark.reason for remark in headlines(parse_email(edition, settings()))]


def test_a_plain_headline_is_fine() -> None:
    assert [] == reasons("Parliament adopts the UNESCO treaty")


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (
            f"Minister quits, says {STORY.articles[0].outlet}",
            f"names the outlet {STORY.articles[0].outlet}.",
        ),
        ("Minister QUITTED over contract", "shouts in capitals."),
        ("a" * 76, "has 76 characters, more than 75."),
    ],
)
def test_what_keeps_a_headline_from_being_plain_is_told(headline: str, expected: str) -> None:
    assert [f"The headline {headline!r} {expected}"] == reasons(headline)
