"""What the words of the topics leave open, and what answers change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.curate import curate, topic_questions
from digest.models import Article, EarlierCoverage, Question, Selection, Topic
from digest.settings import EditionSettings
from tests import make
from tests.curate.stories import ABROAD_TOPIC, BUDGET, BUDGET_TOPIC, CUP, FERRY, told_by, topic

EDITION = EditionSettings(also_important="")
TITLE = "Minister Veldt visits the port of Lissen"
TEXT = "Dockers spoke of taxes on ships with the minister. Parliament had voted on the taxes in the spring."
VISIT = make.article(TEXT, TITLE, "Evening Post")
TAXES = topic("Taxes", "taxes")
DAY = (*told_by(BUDGET), *told_by(FERRY), VISIT)


def asked(
    articles: Sequence[Article], *topics: Topic, told: Sequence[EarlierCoverage] = ()
) -> list[tuple[str, str]]:
    return [(q.headline, q.topic) for q in topic_questions(articles, topics, told, EDITION, make.NOW)]


def selected(
    articles: Sequence[Article], wanted: Topic, answers: Mapping[tuple[str, str], bool] | None = None
) -> Selection:
    return curate(articles, [wanted], (), EDITION, make.NOW, answers=answers)


def test_a_story_that_barely_has_the_words_is_in_doubt_with_what_is_needed_to_judge_it() -> None:
    found = topic_questions([VISIT], [TAXES], (), EDITION, make.NOW)
    assert [Question(found[0].story_id, "Taxes", ("taxes",), TITLE, TEXT)] == list(found)


def test_a_story_whose_words_are_plain_is_in_no_doubt() -> None:
    assert [] == asked(
        DAY[:5], topic("All", "budget", "parliament", "sanctions", "foreign minister", "ferry")
    )


def test_a_story_without_a_word_of_a_topic_is_in_no_doubt() -> None:
    assert [] == asked([VISIT], ABROAD_TOPIC)


def test_what_many_outlets_report_is_printed_even_if_a_model_finds_no_topic() -> None:
    story = selected(told_by(BUDGET), BUDGET_TOPIC).picks[0].story.id
    answers = {(story, "Budget"): False}
    found = curate(told_by(BUDGET), [BUDGET_TOPIC], (), EditionSettings(), make.NOW, answers=answers)
    assert ["Also important"] == [pick.topic for pick in found.picks]


def test_what_is_no_politics_is_asked_about_only_for_topics_of_any_subject() -> None:
    plain, any_subject = topic("Penalties", "penalties"), topic("Penalties", "penalties", any_subject=True)
    assert [] == asked(told_by(CUP), plain)
    assert [(CUP[1][1], "Penalties")] == asked(told_by(CUP), any_subject)


def test_what_was_told_before_and_has_nothing_new_is_not_asked_about() -> None:
    told = EarlierCoverage("e1", date(2026, 3, 1), "s", TITLE, (VISIT.url,), (TEXT,))
    assert [] == asked([VISIT], TAXES, told=[told])


def test_no_more_than_forty_are_asked() -> None:
    many = [topic(f"T{n}", "taxes") for n in range(50)]
    assert 40 == len(asked([VISIT], *many))


def test_a_no_keeps_a_story_out_and_is_told_among_what_missed() -> None:
    by_words = selected(told_by(BUDGET), BUDGET_TOPIC)
    story = by_words.picks[0].story.id
    found = selected(told_by(BUDGET), BUDGET_TOPIC, {(story, "Budget"): False})
    assert ((), ["a model said that it is not about Budget"]) == (
        found.picks,
        [m.why for m in found.runners_up],
    )


def test_a_yes_lets_a_story_in_and_is_told_among_the_reasons() -> None:
    assert () == selected([VISIT], TAXES).picks
    story = topic_questions([VISIT], [TAXES], (), EDITION, make.NOW)[0].story_id
    pick = selected([VISIT], TAXES, {(story, "Taxes"): True}).picks[0]
    assert (TITLE, "Taxes") == (pick.story.lead.title, pick.topic)
    assert "a model said that it is about Taxes" in pick.reasons


def test_answers_on_other_stories_and_topics_change_nothing() -> None:
    plain = selected(DAY, BUDGET_TOPIC)
    story = plain.picks[0].story.id
    assert plain == selected(DAY, BUDGET_TOPIC, {("other", "Budget"): False, (story, "Other"): False})


@settings(max_examples=10)
@given(st.permutations(DAY))
def test_the_order_of_articles_changes_no_question(day: list[Article]) -> None:
    wanted = (ABROAD_TOPIC, BUDGET_TOPIC, TAXES)
    assert topic_questions(DAY, wanted, (), EDITION, make.NOW) == topic_questions(
        day, wanted, (), EDITION, make.NOW
    )


def test_a_question_shows_no_more_than_the_opening() -> None:
    long = replace(VISIT, text=TEXT + " It rained." * 100)
    assert 300 == len(topic_questions([long], [TAXES], (), EDITION, make.NOW)[0].opening)
