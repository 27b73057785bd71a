"""What nobody sees goes; what a script or an emoji needs stays, and only where it needs it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.html_text import one_line, plain
from digest.text.invisible import hidden, visible
from digest.verify import clean

NEEDED = [
    "نمی\u200cخواهم",  # Persian: the parts of a word, not joined
    "خانه\u200cها",
    "क्\u200dष",  # Hindi: a half letter
    "क्\u200cष",  # and a visible virama
    "র\u200d্যাম",  # Bengali
    "ശ്രീ ക്\u200dഷ",  # Malayalam
    "ක්\u200dරමය",  # Sinhala
    "ᠨᠠᠢᠮ\u180eᠠ",  # Mongolian
    "\u0600\u0663",  # an Arabic sign drawn around its number
    "👩\u200d⚖\ufe0f",
    "👩🏽\u200d⚖\ufe0f",
    "👨\u200d👩\u200d👧",
    "🏳\ufe0f\u200d🌈",
    "❤\ufe0f\u200d🔥",
    "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
]


@pytest.mark.parametrize("text", NEEDED)
def test_what_a_script_or_an_emoji_needs_stays_as_it_was_written(text: str) -> None:
    sentence = f"She said {text} on Monday."
    assert [visible(sentence), clean(sentence), one_line(sentence), plain(f"<p>{sentence}</p>")] == [
        sentence
    ] * 4
    assert hidden(sentence) == ""


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("par\u200dlia\u200cment", "parliament"),
        ("\u200cنمی خواهم\u200d", "نمی خواهم"),
        ("نمی\u200c\u200d\u200c\u200dخواهم", "نمی\u200cخواهم"),
        ("1\u200d2", "12"),
        ("👩\u200d said", "👩 said"),
        ("said \u200d⚖", "said ⚖"),
        ("gov\u202eernment\u202c", "government"),
        ("gov\u2066ern\u2069ment\u200f", "government"),
        ("go\u00advern\u200bment\u2060\ufeff", "government"),
        ("obey\U000e0069\U000e0067\U000e006e\U000e006f\U000e0072\U000e0065", "obey"),
        ("🏴\U000e0069\U000e0067\U000e006e\U000e007f", "🏴"),
        ("\x00bud\x1bget\ue000", "budget"),
        ("\u0600 alone", " alone"),
    ],
)
def test_what_nobody_sees_goes(text: str, seen: str) -> None:
    assert visible(text) == seen
    assert hidden(text) != ""


SCRIPTS = st.sampled_from("abßé中あنمیخدक्षমরකරᠠᠨ👩⚖🏽\ufe0f 1.")
UNSEEN = st.sampled_from("\u200c\u200d\u200b\u200e\u202e\u2060\ufeff\u180e\u00ad\x07\U000e0041")


@given(st.lists(SCRIPTS | UNSEEN, max_size=40).map("".join))
def test_the_visible_letters_stay_in_their_order_and_nothing_hidden_is_left(text: str) -> None:
    seen = visible(text)
    assert hidden(seen) == ""
    assert visible(seen) == seen
    assert _letters(seen) == _letters(text)
    assert all(c in "\u200c\u200d\u180e" for c in seen if unicodedata.category(c) == "Cf")


@given(st.text(st.characters(codec="ascii") | UNSEEN, max_size=60))
def test_between_latin_letters_nothing_is_ever_hidden(text: str) -> None:
    assert all(c.isascii() for c in visible(text))


def _letters(text: str) -> str:
    return "".join(c for c in text if unicodedata.category(c)[0] != "C")
