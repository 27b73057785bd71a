"""Everyone their topics: who gets which variant, what stands in it, and that copies differ by nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest import edition_json, pipeline
from digest.deliver import Recipient, open_relay
from digest.models import Brief, Edition, Preferences, Subscriber, UpcomingEvent
from digest.pipeline import Dispatch
from digest.pipeline.send import reader_links
from digest.pipeline.variants import LEADING, Variant, named, narrowed, recipients, variant
from digest.settings import ScheduleSettings, Settings, SmtpSettings, TopicSettings, WebSettings
from digest.store import Store, open_store
from tests.deliver.relays import FakeRelay, running
from tests.make import NOW
from tests.render.editions import DAY, edition, point, settings

TOPICS = ("Parliament", "Economy", "Foreign affairs", "Courts")
EDITION = edition()
PARLIAMENT, ECONOMY, ABROAD = EDITION.sections


def _config(**fields: object) -> Settings:
    topics = tuple(TopicSettings(name=name, words=("word",)) for name in TOPICS)
    return settings(topics=topics, **fields)


def _variant(*topics: str, **fields: str) -> Variant | None:
    return variant(EDITION, Preferences(topics, **fields), _config())  # type: ignore[arg-type]


def _headlines(briefs: tuple[Brief, ...]) -> list[str]:
    return [brief.headline for brief in briefs]


def test_who_chose_nothing_or_all_that_is_in_it_gets_the_whole_edition() -> None:
    assert _variant() == Variant()
    assert _variant("Foreign affairs", "Parliament", "Economy") == Variant()
    assert Variant().name == ""


def test_a_variant_is_what_of_the_choice_is_in_the_edition_so_that_few_are_made() -> None:
    assert _variant("Courts", "Economy") == _variant("Economy") == Variant(("Economy",))
    assert narrowed(EDITION, Variant(("Economy",))).sections == (ECONOMY,)


def _fitting(*topics: str) -> Edition:
    """The edition with the first story of Parliament fitting these topics too."""
    first, *others = PARLIAMENT.briefs
    section = replace(PARLIAMENT, briefs=(replace(first, also_fits=topics), *others))
    return replace(EDITION, sections=(section, ECONOMY, ABROAD))


@pytest.mark.parametrize(
    ("chosen", "printed"),
    [
        (("Courts",), {"Courts": [PARLIAMENT.briefs[0]]}),
        (("Economy",), {"Economy": [*ECONOMY.briefs, PARLIAMENT.briefs[0]]}),
        (("Courts", "Economy"), {"Economy": [*ECONOMY.briefs], "Courts": [PARLIAMENT.briefs[0]]}),
        (("Parliament",), {"Parliament": [*PARLIAMENT.briefs]}),
        (("Foreign affairs",), {"Foreign affairs": [*ABROAD.briefs]}),
    ],
)
def test_a_story_that_fits_two_topics_goes_to_who_chose_the_other_one(
    chosen: tuple[str, ...], printed: dict[str, list[Brief]]
) -> None:
    fitting = _fitting("Courts", "Economy")
    wanted = variant(fitting, Preferences(chosen), _config())
    assert wanted is not None

    kept = narrowed(fitting, named(wanted.name)).sections

    assert {topic: [brief.story_id for brief in briefs] for topic, briefs in printed.items()} == {
        section.topic: [brief.story_id for brief in section.briefs] for section in kept
    }


def test_a_story_that_fits_two_chosen_topics_stands_in_its_own_section_once() -> None:
    kept = narrowed(_fitting("Economy"), Variant(("Parliament", "Economy")))
    assert (PARLIAMENT.topic, ECONOMY) == (kept.sections[0].topic, kept.sections[1])
    assert len(kept.briefs) == len(PARLIAMENT.briefs) + len(ECONOMY.briefs)


def test_a_day_without_news_in_the_topics_brings_nothing_or_the_leading_stories() -> None:
    assert _variant("Courts") is None
    assert _variant("Courts", quiet="lead") == Variant(leading=True)
    leading = narrowed(EDITION, Variant(leading=True)).briefs
    best = sorted(EDITION.briefs, key=lambda brief: -brief.score)[:LEADING]
    assert sorted(_headlines(leading)) == sorted(_headlines(tuple(best)))


def test_topics_that_the_digest_has_no_longer_do_not_leave_a_reader_without_news() -> None:
    assert _variant("Fishing rights") == Variant()
    assert _variant("Fishing rights", "Economy") == Variant(("Economy",))


def test_the_language_is_a_choice_only_where_it_is_another_one() -> None:
    assert _variant(language="en") == Variant()
    assert _variant("Economy", language="de") == Variant(("Economy",), "de")
    assert narrowed(EDITION, Variant(("Economy",), "de")).language == "de"


def test_what_stands_beside_the_stories_goes_with_its_story() -> None:
    budget, ferries = PARLIAMENT.briefs[0], ECONOMY.briefs[0]
    ahead = (
        UpcomingEvent(DAY, point("The vote is on Monday.", budget.articles[0]), budget.story_id),
        UpcomingEvent(DAY, point("Ferries sail on Friday.", ferries.articles[0]), ferries.story_id),
    )
    figure = point("Four votes decided it.", budget.articles[0])
    whole = replace(EDITION, ahead=ahead, figure=figure, quotation=ahead[1].point)
    kept = narrowed(whole, Variant(("Economy",)))
    assert (kept.ahead, kept.figure, kept.quotation) == (ahead[1:], None, ahead[1].point)


def test_a_variant_of_sections_that_are_gone_from_the_edition_has_the_leading_stories() -> None:
    assert len(narrowed(EDITION, Variant(("Courts",))).briefs) == LEADING


@given(
    topics=st.lists(st.sampled_from(TOPICS), unique=True),
    language=st.sampled_from(["", "de", "ar"]),
    leading=st.booleans(),
)
def test_a_variant_can_be_read_from_its_name(topics: list[str], language: str, leading: bool) -> None:
    assert named(Variant(tuple(topics), language, leading).name) == Variant(tuple(topics), language, leading)


def test_readers_are_addressed_on_their_days_and_from_their_hour_on() -> None:
    config = _config(timezone=ZoneInfo("Europe/Berlin"), schedule=ScheduleSettings(at=time(6, 30)))
    readers = [
        Subscriber("ann@reader.example", NOW),
        Subscriber("bob@reader.example", NOW, preferences=Preferences(timezone="America/New_York")),
        Subscriber("cem@reader.example", NOW, preferences=Preferences(days="tue")),
        Subscriber("dea@reader.example", NOW, preferences=Preferences(("Courts",))),
        Subscriber("eva@reader.example", NOW, preferences=Preferences(("Economy",), days="mon")),
    ]
    assert list(recipients(EDITION, readers, config)) == [
        Recipient("ann@reader.example"),
        Recipient("bob@reader.example", due=datetime(2026, 3, 2, 11, 30, tzinfo=UTC)),
        Recipient("eva@reader.example", '["", false, "Economy"]'),
    ]


@pytest.fixture
def relay() -> Iterator[FakeRelay]:
    with running(FakeRelay()) as fake:
        yield fake


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path}/digest.db") as opened:
        yield opened


def _send(store: Store, relay: FakeRelay, now: datetime) -> dict[str, int]:
    config = _config(
        web=WebSettings(url="https://digest.example"),
        smtp=SmtpSettings(host="127.0.0.1", port=relay.port, security="none", connections=2),
    )
    report = pipeline.send(Dispatch(EDITION, config, store, lambda: now), open_relay(config.smtp))
    assert report.settled, report.problems
    return {str(state): count for state, count in report.counts.items()}


def _texts(relay: FakeRelay) -> dict[str, str]:
    bodies = {str(message["To"]): message.get_body(("plain",)) for message in relay.messages}
    return {to: body.get_content() for to, body in bodies.items() if body}


def _join(store: Store, name: str, preferences: Preferences) -> None:
    store.subscribers.bring(Subscriber(f"{name}@reader.example", NOW, preferences=preferences))


def test_everyone_gets_their_topics_in_their_language_at_their_hour(store: Store, relay: FakeRelay) -> None:
    store.editions.save(EDITION.id, EDITION.date, edition_json.write(EDITION), NOW)
    _join(store, "ann", Preferences())
    _join(store, "bob", Preferences(("Economy",), language="de"))
    _join(store, "cem", Preferences(("Courts",)))
    _join(store, "dea", Preferences(timezone="America/New_York"))
    assert _send(store, relay, NOW) == {"pending": 1, "sent": 2}
    texts = _texts(relay)
    assert sorted(texts) == ["ann@reader.example", "bob@reader.example"]
    economy, parliament = ECONOMY.briefs[0].headline, PARLIAMENT.briefs[0].headline
    assert [economy in texts[to] for to in sorted(texts)] == [True, True]
    assert [parliament in texts[to] for to in sorted(texts)] == [True, False]
    assert "Themen und Tage: https://digest.example/preferences/" in texts["bob@reader.example"].replace(
        "\n", " "
    )
    noon = datetime(2026, 3, 2, 11, 30, tzinfo=UTC)
    assert _send(store, relay, noon) == {"sent": 3}
    assert relay.recipients[-1] == "dea@reader.example"


def test_each_copy_has_the_links_of_its_own_reader_and_of_nobody_else(store: Store, relay: FakeRelay) -> None:
    store.editions.save(EDITION.id, EDITION.date, edition_json.write(EDITION), NOW)
    for number in range(12):
        _join(store, f"reader{number}", Preferences(TOPICS[number % 3 : number % 3 + 1]))
    _send(store, relay, NOW)
    links = reader_links(_config(web=WebSettings(url="https://digest.example")), store, NOW)
    assert links is not None
    texts = _texts(relay)
    assert len(texts) == 12
    for to, text in texts.items():
        words = set(text.split())
        own = {links.unsubscribe_url(to), links.preferences_url(to)}
        assert {word for word in words if word.startswith(links.url + "/") and len(word) > 60} == own
