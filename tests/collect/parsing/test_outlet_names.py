"""Titles without the names of outlets, before or behind them, with any separator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.outlet_names import outlet_names, repeated_names, without_outlet

NAMES = outlet_names(("Northstar Tribune",), "https://www.northstar.example/rss")
HEADLINES = [
    "Council adopts budget after a debate of six hours",
    "Minister resigns: what happens now",
    "Harbour bridge to close - for good",
    "Court strikes down ward map",
]
SEPARATORS = [": ", " :: ", "::", " — ", " – ", " - ", " | ", "|", " · ", " • ", " » ", " ~ ", " / ", "："]


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("headline", HEADLINES)
def test_the_name_goes_before_and_behind_with_any_separator(headline: str, separator: str) -> None:
    around = [f"Northstar Tribune{separator}{headline}", f"{headline}{separator}Northstar Tribune Online"]

    assert [headline, headline] == [without_outlet(title, NAMES) for title in around]


@pytest.mark.parametrize("headline", [*HEADLINES, "Northstar Tribune sold to a rival", "Northstar Tribune"])
def test_a_headline_without_a_mark_beside_the_name_stays(headline: str) -> None:
    assert headline == without_outlet(headline, NAMES)


@pytest.mark.parametrize("separator", SEPARATORS)
def test_what_an_outlets_titles_have_in_common_is_a_name_that_nobody_told(separator: str) -> None:
    titles = [f"GMO Wire{separator}{headline}" for headline in HEADLINES]

    assert HEADLINES == [without_outlet(title, repeated_names(titles)) for title in titles]


def test_two_titles_with_one_beginning_have_no_name_in_common() -> None:
    assert frozenset() == repeated_names(["Brexit: what now", "Brexit: who pays", "Minister resigns"])


def test_one_title_that_a_feed_repeats_has_no_name_in_it() -> None:
    assert frozenset() == repeated_names(["Statement: on the budget"] * 5)


@given(
    st.lists(st.text(alphabet="ab :|-–", max_size=20), max_size=8), st.text(alphabet="ab :|-–", max_size=30)
)
def test_no_title_is_cut_to_nothing_and_nothing_is_added(titles: list[str], title: str) -> None:
    short = without_outlet(title, repeated_names(titles))

    assert bool(short) == bool(title)
    assert short in title
