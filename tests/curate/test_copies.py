"""An agency report printed twice is one witness."""

from __future__ import annotations

from digest.curate.reports import copies
from tests import make
from tests.curate.stories import BUDGET, told_by


def test_the_same_text_under_another_title_is_a_copy() -> None:
    first = make.article(BUDGET[0][2], "Budget passed", "The Herald")
    second = make.article("LISSEN (Agency) - " + BUDGET[0][2], "Night of the budget", "Evening Post")
    assert (second.url,) == copies((first, second))


def test_outlets_in_their_own_words_are_no_copies() -> None:
    assert () == copies(told_by(BUDGET))


def test_two_short_summaries_prove_nothing() -> None:
    line = "Parliament has passed the budget."
    assert () == copies((make.article(line, "One"), make.article(line, "Two")))
