"""Whoever is named in full in a point is so in its evidence."""

from __future__ import annotations

from digest.models import Claim, Judgement, KeyPoint
from digest.verify import admit, assess
from tests.make import article, story

TEXT = (
    "Energy Minister Clara Weiss met the governors on Monday. Many came. "
    "Weiss promised to lower the tax. He refused, said Tom Reyes of Osten."
)
STORY = story(article(TEXT))


def evidence(text: str, *cites: str) -> list[str]:
    claim = Claim(text, cites)
    found = admit(assess(claim, STORY), STORY, "model", judgement=Judgement("reader", holds=True))
    assert isinstance(found, KeyPoint)
    return [passage.quote for passage in found.evidence]


def test_a_name_that_only_another_sentence_has_in_full_brings_that_sentence_along() -> None:
    assert [
        "Weiss promised to lower the tax.",
        "Energy Minister Clara Weiss met the governors on Monday.",
    ] == evidence("A lower tax is the promise of Clara Weiss.", "A1.S3")


def test_a_judge_is_shown_the_sentence_that_names() -> None:
    hypothesis = assess(Claim("A lower tax is the promise of Clara Weiss.", ("A1.S3",)), STORY).hypothesis

    assert (
        "Weiss promised to lower the tax.",
        "Energy Minister Clara Weiss met the governors on Monday.",
    ) == hypothesis.premises


def test_a_name_that_the_cited_sentence_has_brings_nothing_along() -> None:
    assert ["Weiss promised to lower the tax."] == evidence("A lower tax is what Weiss promised.", "A1.S3")


def test_a_name_that_no_sentence_has_is_refuted() -> None:
    claim = Claim("A lower tax is the promise of Anna Holm.", ("A1.S3",))

    assert "refuted" == assess(claim, STORY).standing


def test_another_article_of_the_story_may_name_as_well() -> None:
    told = story("Weiss promised to lower the tax.", "Clara Weiss has been minister for a year.")
    found = assess(Claim("A lower tax is the promise of Clara Weiss.", ("A1.S1",)), told)

    assert (
        "Weiss promised to lower the tax.",
        "Clara Weiss has been minister for a year.",
    ) == found.hypothesis.premises


def test_a_german_noun_is_not_taken_for_a_name() -> None:
    told = story(article("Der Rat senkte die Steuer. Die Bürger klagten über die Abgaben.", language="de"))
    hypothesis = assess(
        Claim("Die Steuer sinkt: Das gilt für Abgaben.", ("A1.S1",)), told, language="de"
    ).hypothesis

    assert ("Der Rat senkte die Steuer.",) == hypothesis.premises
