"""The plain-text part of the e-mail."""

from __future__ import annotations

import pytest

from digest.render.plain_text import source_numbers, text_sources
from tests.render.editions import full_edition
from tests.render.golden import golden, kept


@pytest.mark.parametrize("name", ["email.txt", "sample.txt"])
def test_the_text_is_what_was_looked_at(name: str) -> None:
    assert kept(name) == golden()[name]


def test_points_carry_the_numbers_of_the_articles_below_and_a_copy_has_one_only_if_it_is_cited() -> None:
    story = next(b for b in full_edition().briefs if b.copies and b.contrasts)
    first, below = story.points[0], text_sources(story)

    assert "[1][2]" == source_numbers(first, story)
    assert not {article.url for article in below} & set(story.copies)
    assert len(story.articles) - len(story.copies) == len(below)
