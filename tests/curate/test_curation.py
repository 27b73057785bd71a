"""The whole of curation: what is fetched, what is printed and in which order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from digest.curate import curate, shortlist
from digest.models import Article, EarlierCoverage, Entry
from digest.settings import EditionSettings
from tests import make
from tests.curate.stories import ABROAD_TOPIC, BUDGET, BUDGET_TOPIC, CUP, FERRY, told_by, topic

EDITION = EditionSettings.model_validate({})
TOPICS = (ABROAD_TOPIC, BUDGET_TOPIC)
DAY = (*told_by(BUDGET), *told_by(FERRY), *told_by(CUP))


def entries(articles: tuple[Article, ...]) -> tuple[Entry, ...]:
    return tuple(
        make.entry(a.title, feed=a.feed, url=a.url, summary=a.text[:200], published=a.published)
        for a in articles
    )


def titles(articles: tuple[Article, ...]) -> list[tuple[str, str]]:
    selection = curate(articles, TOPICS, (), EDITION, make.NOW)
    return [(pick.topic, pick.story.lead.title) for pick in selection.picks]


def test_each_event_is_one_story_under_its_topic_in_the_order_of_the_config() -> None:
    assert [("Abroad", FERRY[1][1]), ("Budget", BUDGET[1][1])] == titles(DAY)


def test_a_story_names_each_outlet_that_reports_it() -> None:
    budget = curate(DAY, TOPICS, (), EDITION, make.NOW).picks[1]
    assert {"The Herald", "Daily Courier", "Evening Post"} == set(budget.story.outlets)


def test_a_story_that_fits_two_topics_is_printed_once() -> None:
    both = (topic("Votes", "votes", "parliament"), BUDGET_TOPIC)
    assert 1 == len(curate(told_by(BUDGET), both, (), EDITION, make.NOW).picks)


def test_sport_enters_only_where_a_topic_asks_for_any_subject() -> None:
    cup = topic("Cup", "cup")
    asked = topic("Cup", "cup", any_subject=True)
    assert () == curate(told_by(CUP), [cup], (), EDITION, make.NOW).picks
    assert 1 == len(curate(told_by(CUP), [asked], (), EDITION, make.NOW).picks)


def test_an_edition_is_not_longer_than_it_may_be() -> None:
    selection = curate(DAY, TOPICS, (), EDITION.model_copy(update={"stories": 1}), make.NOW)
    assert (1, 1) == (len(selection.picks), len(selection.runners_up))


def test_a_topic_has_no_more_stories_than_it_may() -> None:
    one = topic("All", "budget", "sanctions", max=1)
    selection = curate(DAY, [one], (), EDITION, make.NOW)
    assert (1, 1) == (len(selection.picks), len(selection.runners_up))


def test_a_story_says_which_other_topics_it_fits() -> None:
    both = [topic("Council", "budget"), topic("Money", "budget")]
    (pick,) = curate(told_by(BUDGET), both, (), EDITION, make.NOW).picks
    assert {pick.topic, *pick.also_fits} == {"Council", "Money"}


def test_a_story_of_more_independent_outlets_ranks_higher() -> None:
    everything = [topic("All", "budget", "sanctions")]
    leads = [p.story.lead.title for p in curate(DAY, everything, (), EDITION, make.NOW).picks]
    assert [BUDGET[1][1], FERRY[1][1]] == leads


def test_a_wire_copy_is_named_and_no_further_witness() -> None:
    wire = make.article(
        FERRY[0][2], "Ferry sanctions end", "Daily Courier", published=make.NOW - timedelta(minutes=5)
    )
    pick = curate((*told_by(FERRY), wire), TOPICS, (), EDITION, make.NOW).picks[0]
    assert (2, (wire.url,)) == (len(pick.story.outlets), pick.story.copies)


def test_news_leads_a_story_before_an_opinion_that_was_first() -> None:
    early = make.NOW - timedelta(hours=20)
    opinion = make.article(
        FERRY[0][2], f"Opinion: {FERRY[0][1]}", "Evening Post", form="opinion", published=early
    )
    picks = curate((opinion, *told_by(FERRY)), TOPICS, (), EDITION, make.NOW).picks
    assert [FERRY[1][1]] == [p.story.lead.title for p in picks]


def test_an_opinion_stands_beside_a_story_and_is_no_further_witness() -> None:
    news = told_by(BUDGET)
    comment = replace(news[2], form="opinion")
    picks = [
        curate(day, TOPICS, (), EDITION, make.NOW).picks[0] for day in (news, (*news[:2], comment), news[:2])
    ]
    assert [3, 3, 2] == [len(pick.story.articles) for pick in picks]
    outlets = [part.value for pick in picks for part in pick.parts if part.name == "outlets"]
    assert outlets[0] > outlets[1] == outlets[2]


def test_a_correction_of_what_was_told_is_printed_first_and_once() -> None:
    text = "An earlier version named the wrong minister."
    corrected = tuple(replace(a, corrections=(text,)) for a in told_by(BUDGET)[:1])
    urls = tuple(a.url for a in told_by(BUDGET))
    told = EarlierCoverage("e1", date(2026, 3, 1), "s", BUDGET[0][1], urls, (BUDGET[0][2],))
    day = (*corrected, *told_by(FERRY))
    picks = curate(day, TOPICS, [told], EDITION.model_copy(update={"stories": 1}), make.NOW).picks
    assert [(text, "e1")] == [(c.text, c.edition_id) for p in picks for c in p.corrections]
    again = replace(told, corrections=(text,))
    assert ["Abroad"] == [p.topic for p in curate(day, TOPICS, [again], EDITION, make.NOW).picks]


def test_a_told_report_is_fetched_again_where_it_was_changed_since() -> None:
    told = EarlierCoverage(
        "e1", date(2026, 3, 1), "s", BUDGET[0][1], tuple(a.url for a in told_by(BUDGET)), ()
    )
    old = entries(told_by(BUDGET))
    changed = tuple(replace(entry, updated=make.NOW) for entry in old)
    assert (0, 3) == tuple(len(shortlist(e, TOPICS, [told], EDITION, make.NOW)) for e in (old, changed))


def test_an_article_of_tomorrow_is_not_printed() -> None:
    early = make.article(BUDGET[0][2], BUDGET[0][1], published=make.NOW + timedelta(hours=5))
    assert () == curate([early], TOPICS, (), EDITION, make.NOW).picks


def test_what_an_earlier_edition_told_is_not_told_again() -> None:
    told = EarlierCoverage(
        "e1", date(2026, 3, 1), "s", BUDGET[0][1], tuple(a.url for a in told_by(BUDGET)), (BUDGET[0][2],)
    )
    assert ["Abroad"] == [p.topic for p in curate(DAY, TOPICS, [told], EDITION, make.NOW).picks]


def test_what_is_new_in_a_told_story_is_printed_with_its_predecessor() -> None:
    told = EarlierCoverage(
        "e1", date(2026, 3, 1), "s", BUDGET[0][1], (told_by(BUDGET)[0].url,), (BUDGET[0][2],)
    )
    text = "Finance Minister Ilse Veldt resigned on Wednesday after the court froze the budget that parliament had passed."
    new = make.article(text, "Veldt resigns after court freezes budget", "Evening Post")
    picks = curate((told_by(BUDGET)[0], new), TOPICS, [told], EDITION, make.NOW).picks
    assert [((new,), told)] == [(p.story.articles, p.earlier) for p in picks]


def test_a_pick_says_in_words_why_it_is_there() -> None:
    pick = curate(told_by(FERRY), TOPICS, (), EDITION, make.NOW).picks[0]
    expected = (
        "reported by 2 outlets: Morning Star, The Herald",
        "fits Abroad: “sanctions” in the title, “foreign minister” in the opening",
        "newest report 1 hour ago",
        "number 1 in the feed of Morning Star",
    )
    assert expected == pick.reasons


def test_coverage_counts_where_the_config_says_that_outlets_stand() -> None:
    leans = {"The Herald": "left", "Morning Star": "right"}
    articles = tuple(
        make.article(text, title, entry=make.entry(title, feed=make.feed(outlet, lean=leans[outlet])))
        for outlet, title, text in FERRY
    )
    assert "coverage: left 1, right 1" in curate(articles, TOPICS, (), EDITION, make.NOW).picks[0].reasons


def test_what_narrowly_missed_keeps_its_reasons() -> None:
    missed = curate(DAY, TOPICS, (), EDITION.model_copy(update={"stories": 1}), make.NOW).runners_up
    assert [("the edition is full: edition.stories is 1", True)] == [(m.why, bool(m.reasons)) for m in missed]


@settings(max_examples=20)
@given(st.permutations(DAY))
def test_the_order_of_articles_changes_nothing(day: list[Article]) -> None:
    assert curate(DAY, TOPICS, (), EDITION, make.NOW) == curate(day, TOPICS, (), EDITION, make.NOW)


def test_only_stories_that_can_be_printed_are_fetched() -> None:
    found = shortlist(entries(DAY), TOPICS, (), EDITION, make.NOW)
    assert {a.url for a in (*told_by(BUDGET), *told_by(FERRY))} == {e.url for e in found}


def test_no_more_reports_are_fetched_than_a_story_can_use() -> None:
    narrow = EDITION.model_copy(update={"outlets_per_story": 1})
    many = tuple(make.entry(BUDGET[i % 3][1], f"Outlet {i}", summary=BUDGET[i % 3][2]) for i in range(12))
    assert 3 == len(shortlist(many, TOPICS, (), narrow, make.NOW))


def test_nothing_gives_an_empty_selection() -> None:
    assert ((), ()) == (
        shortlist((), TOPICS, (), EDITION, make.NOW),
        curate((), TOPICS, (), EDITION, make.NOW).picks,
    )


def test_what_three_outlets_report_and_no_topic_has_a_word_for_is_also_important() -> None:
    nothing_fits = [make.topic("Energy", "grid")]
    found = curate(told_by(BUDGET), nothing_fits, (), EDITION, make.NOW).picks
    assert [("Also important", BUDGET[0][1])] == [(p.topic, BUDGET[0][1]) for p in found]
    assert "politics that no topic has a word for" in found[0].reasons


def test_two_outlets_or_sport_or_a_digest_without_that_section_leave_it_out() -> None:
    nothing_fits = [make.topic("Energy", "grid")]
    without = EditionSettings(also_important="")
    assert () == curate(told_by(BUDGET)[:2], nothing_fits, (), EDITION, make.NOW).picks
    assert () == curate(told_by(CUP), nothing_fits, (), EDITION, make.NOW).picks
    assert () == curate(told_by(BUDGET), nothing_fits, (), without, make.NOW).picks
