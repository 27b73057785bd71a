"""What curation sees of an entry and of an article."""

from __future__ import annotations

import pytest

from digest.curate.reports import of_article, of_entry
from tests import make

TEXT = "Parliament in Arvenne approved the budget early on Tuesday. The vote came after an all-night session."


@pytest.mark.parametrize(
    ("standfirst", "told"),
    [
        ("Hospitals gain the most.", f"Hospitals gain the most.\n{TEXT}"),
        ("Parliament in Arvenne approved the budget early on Tuesday.", TEXT),
        ("Parliament in Arvenne approved the bud…", TEXT),
        ("", TEXT),
    ],
)
def test_a_standfirst_counts_where_the_text_does_not_begin_with_it(standfirst: str, told: str) -> None:
    assert told == of_article(make.article(TEXT, standfirst=standfirst)).text


def test_an_entry_is_known_by_what_its_feed_tells() -> None:
    assert "Hospitals gain." == of_entry(make.entry("Budget passed", summary="Hospitals gain.")).text
