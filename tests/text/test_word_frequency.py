"""How usual a word is, by language."""

from __future__ import annotations

from digest.text.tokens import stem
from digest.text.word_frequency import RARE, rate


def test_an_everyday_word_is_more_usual_than_a_word_of_politics_and_that_more_than_a_name() -> None:
    assert rate(stem("year"), "en") > rate(stem("parliament"), "en") > rate(stem("Veldt"), "en") == RARE


def test_each_language_has_its_own_words() -> None:
    words = {"de": "Regierung", "fr": "gouvernement", "es": "gobierno"}
    usual = {language: rate(stem(word.lower(), language), language) for language, word in words.items()}
    assert all(found > 10 * RARE for found in usual.values())


def test_a_region_does_not_matter() -> None:
    assert rate("year", "en-GB") == rate("year", "en")


def test_every_stem_of_a_language_without_a_list_is_rare() -> None:
    assert RARE == rate("rok", "cs")


def test_a_small_number_tells_less_than_a_large_one() -> None:
    assert rate("74", "en") > rate("143211", "en") == RARE
