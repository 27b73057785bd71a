from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from digest.render.plain_text import COLUMNS, wrap
from digest.render.templates import no_break, no_break_space

WORDS = st.lists(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=90), max_size=60)


def test_a_short_name_stays_on_one_line_and_a_long_one_may_break() -> None:
    assert "The&#160;Herald" == no_break("The Herald")
    assert "The Gazette of the Lower Merrow Valley" == no_break("The Gazette of the Lower Merrow Valley")


def test_a_name_that_looks_like_markup_stays_text() -> None:
    assert "&lt;b&gt;&#160;&amp;&#160;co" == no_break("<b> & co")


def test_a_mark_does_not_stand_alone_on_a_line_where_it_and_the_last_word_are_short() -> None:
    assert "&#160;" == no_break_space("Parliament adopted the budget.", "The Herald")
    assert " " == no_break_space("It heard the representatives.", "Harbour Gazette")


@given(WORDS)
def test_lines_are_those_of_the_standard_library(words: list[str]) -> None:
    text = " ".join(words)
    expected = textwrap.fill(
        " ".join(text.split()),
        COLUMNS,
        initial_indent="  * ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )

    assert expected == (wrap(text, "    ", "  * ") if text.split() else expected)
