"""Topics from the words that a reader writes."""

from __future__ import annotations

import pytest

from digest.curate.reports import of_article
from digest.curate.topics import match_topics
from digest.models import Topic
from tests import make


def names(text: str, *topics: Topic, title: str = "News of the day", **fields: str) -> list[str]:
    article = make.article(text, title, **fields)
    return [m.topic.name for m in match_topics([of_article(article)], topics)[0] if m.sure]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("election", "Elections called for May"),
        ("elections", "Arvenne election nears"),
        ("Veldt", "Veldt's budget fails"),
        ("trade deal", "Trade deals under fire"),
        ('"trade deal"', "A trade deal at last"),
        ("US", "U.S. envoy arrives"),
        ("cease-fire", "A cease-fire holds"),
        ("Zelenskiy", "Zelenskyy speaks"),
        ("Zelensky", "Zelenskiy's plan"),
        ("cease-fire", "Ceasefire holds"),
        ("climate change", "CLIMATE CHANGE talks"),
        ("Norway", "Norwegian parliament meets"),
    ],
)
def test_a_word_is_found_in_its_other_forms(words: str, title: str) -> None:
    assert ["T"] == names("Nothing else is said of it.", make.topic("T", words), title=title)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("US", "Tell us more"),
        ("trade deal", "A deal on fishing and a trade fair"),
        ("art", "Party starts anew"),
        ('"trade deal"', "Trade deals under fire"),
        ("“Labour Party”", "Labour parties meet"),
    ],
)
def test_other_words_are_not_taken_for_it(words: str, title: str) -> None:
    assert [] == names("Nothing else is said of it.", make.topic("T", words), title=title)


def test_a_single_mention_deep_in_the_text_is_not_enough() -> None:
    text = "The harbour was dredged. " * 60 + "A minister spoke of taxes."
    assert [] == names(text, make.topic("Taxes", "taxes"))


def test_excluded_words_keep_a_report_out() -> None:
    topic = make.topic("Georgia", "Georgia", exclude=("Atlanta",))
    assert [] == names("Voters in Atlanta queued.", topic, title="Georgia votes")
    assert ["Georgia"] == names("Voters in Tbilisi queued.", topic, title="Georgia votes")


def test_a_topic_with_sources_takes_only_theirs() -> None:
    topic = make.topic("Budget", "budget", sources=("Daily Courier",))
    assert [] == names("The budget passed.", topic, title="Budget", outlet="The Herald")
    assert ["Budget"] == names("The budget passed.", topic, title="Budget", outlet="Daily Courier")


def test_the_topic_of_the_headline_comes_before_the_topic_of_the_text() -> None:
    topics = (make.topic("Taxes", "taxes"), make.topic("Trade", "tariffs"))
    found = names(
        "Taxes may rise: taxes on homes, taxes on cars, taxes on tea and taxes on boats. Tariffs bite.",
        *topics,
        title="New tariffs announced",
    )
    assert ["Trade", "Taxes"] == found


def test_on_a_full_day_a_word_used_for_something_else_is_not_enough() -> None:
    words = (
        "customs",
        "exports",
        "duties",
        "imports",
        "quota",
        "surplus",
        "tariffs",
        "goods",
        "freight",
        "ports",
    )
    about = [
        f"The trade ministers spoke of {words[n % 10]}, {words[(n + 3) % 10]} and {words[(n + 7) % 10]}."
        for n in range(60)
    ]
    other = "Rovers trade their striker for a goalkeeper of Lissen before the derby of the season."
    elsewhere = [f"Choir {n} sang hymn {n} in chapel {n} before pilgrims." for n in range(600)]
    reports = [
        of_article(make.article(text, title, url=f"https://herald.example/{n}"))
        for n, (title, text) in enumerate(
            [*((f"Trade talks {n}", text) for n, text in enumerate(about)), ("Rovers trade striker", other)]
            + [("Choir sings", text) for text in elsewhere]
        )
    ]
    found = match_topics(reports, [make.topic("Trade", "trade", "ministers")])
    sure = [bool(matches) and matches[0].sure for matches in found]
    assert ([True] * 60, False, [False] * 600) == (sure[:60], sure[60], sure[61:])
