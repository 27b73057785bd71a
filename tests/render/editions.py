"""Editions for the tests of what readers see: a day of a made-up country, and one of any length."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from digest.models import (
    Brief,
    Claim,
    Contrast,
    Correction,
    EarlierCoverage,
    Edition,
    Evidence,
    Finding,
    KeyPoint,
    Kind,
    Origin,
    Problem,
    Rejected,
    Section,
    Source,
    UpcomingEvent,
    Usage,
)
from digest.settings import FeedSettings, SenderSettings, Settings, TopicSettings
from tests.make import NOW

HERALD, COURIER, POST, GAZETTE = "The Herald", "Daily Courier", "Evening Post", "Harbour Gazette"
DAY = date(2026, 3, 2)


def source(outlet: str, title: str, **fields: Any) -> Source:
    """An article of an outlet, at an address made from its title."""
    host, slug = ("-".join(text.lower().split()) for text in (outlet, title))
    url = f"https://{host}.example/{slug}"
    return Source(
        **{
            "url": url,
            "outlet": outlet,
            "title": title,
            "published": NOW - timedelta(hours=3),
            "language": "en",
            **fields,
        }
    )


def point(
    text: str,
    *sources: Source,
    quote: str = "",
    kind: Kind = "fact",
    speaker: str = "",
    way: Origin = "model",
    judged_by: str = "",
) -> KeyPoint:
    """A key point that rests on a passage of each of those articles; the passage is its own text if none is given."""
    passage = quote or text
    evidence = tuple(Evidence(s.url, s.outlet, passage, 120, 120 + len(passage)) for s in sources)
    return KeyPoint(text, evidence, kind=kind, speaker=speaker, way=way, judged_by=judged_by)


def brief(headline: str, articles: tuple[Source, ...], *points: KeyPoint, **fields: Any) -> Brief:
    """A story as printed."""
    slug = "-".join(headline.lower().split()[:3])
    return Brief(**{"story_id": slug, "headline": headline, "articles": articles, "points": points, **fields})


def settings(**fields: Any) -> Settings:
    """The settings of a publisher with a postal address and four feeds, two of them with a lean."""
    feeds = (
        FeedSettings(name=HERALD, url="https://the-herald.example/feed", lean="centre"),
        FeedSettings(name=COURIER, url="https://daily-courier.example/feed", lean="left"),
        FeedSettings(name=POST, url="https://evening-post.example/feed"),
        FeedSettings(name=GAZETTE, url="https://harbour-gazette.example/feed"),
    )
    sender = SenderSettings(
        name="The Morning Paper",
        address="morning@paper.example",
        postal_address="The Morning Paper, 4 Quay Street, 1000 Harbour",
    )
    topics = (TopicSettings(name="Parliament", words=("parliament",), max=4),)
    return Settings(
        **{"title": "The Morning Paper", "feeds": feeds, "topics": topics, "sender": sender, **fields}
    )


def edition(*sections: Section, **fields: Any) -> Edition:
    """An edition of those sections; without any, the whole day below."""
    values = {
        "id": "2026-03-02",
        "date": DAY,
        "made_at": NOW,
        "title": "The Morning Paper",
        "sections": sections or day(),
        "summariser": "model-1",
    }
    return Edition(**{**values, **fields})


def full_edition(**fields: Any) -> Edition:
    """The day below with all that stands beside its stories, problems and costs, as a real run leaves them."""
    problems = (
        Problem(
            "collect",
            "Evening Post",
            "The feed did not answer within 15 s; it is tried again with the next edition.",
            missing=True,
        ),
        Problem(
            "collect",
            "https://daily-courier.example/live",
            "The page answered 503 three times.",
            missing=True,
        ),
        Problem(
            "summarise",
            "ferry-strike-ends",
            "The answer of the model was cut off; the points are sentences of the articles.",
        ),
    )
    usage = Usage(
        calls=7,
        prompt_tokens=21_400,
        completion_tokens=1_900,
        cost=0.0091,
        requests=64,
        pages=41,
        bytes=3_800_000,
    )
    beside = {"number": 41, "ahead": _ahead(), "figure": _figure(), "quotation": _quotation()}
    return edition(**{"problems": problems, "usage": usage, **beside, **fields})


def long_edition(stories: int) -> Edition:
    """An edition of that many stories of ordinary length: five sections, three points a story, four outlets."""
    words = "the committee on harbour fees heard from the minister that the new tariff would not apply to ferries".split()

    def text(seed: int, length: int) -> str:
        return (
            " ".join(words[(seed * 7 + i * 5) % len(words)] for i in range(length)).capitalize() + f" {seed}."
        )

    def story(n: int) -> Brief:
        outlets = (HERALD, COURIER, POST, GAZETTE)
        articles = tuple(
            source(outlet, f"Committee hears minister on tariff number {n}", published=None)
            for outlet in outlets
        )
        points = (point(text(n * 3 + i, 28), articles[i]) for i in range(3))
        return brief(text(n, 10)[:-1], articles, *points, story_id=f"tariff-{n}", score=1 - n / 100)

    topics = ("Parliament", "Economy", "Foreign affairs", "Courts", "Regions")
    each = [stories // 5 + (t < stories % 5) for t in range(5)]
    starts = [sum(each[:t]) for t in range(5)]
    sections = (
        Section(topic, tuple(map(story, range(start, start + count))))
        for topic, start, count in zip(topics, starts, each, strict=True)
    )
    return edition(*sections)


def day() -> tuple[Section, ...]:
    """Six stories in three sections: several outlets, a wire copy, an update, both sides of a dispute."""
    return (
        Section("Parliament", (_budget(), _speaker())),
        Section("Economy", (_ferries(), _rents())),
        Section("Foreign affairs", (_fishing(), _envoy())),
    )


def _budget() -> Brief:
    herald = source(HERALD, "Parliament adopts budget after all-night sitting")
    courier = source(COURIER, "Budget passes by four votes")
    post = source(POST, "MPs back spending plan")
    copy = source(GAZETTE, "Parliament adopts budget")
    return brief(
        "Parliament adopts budget by four votes after all-night sitting",
        (herald, courier, post, copy),
        point(
            "Parliament adopted the budget of 41.2 billion crowns by 152 votes to 148, the closest vote since 1998.",
            herald,
            courier,
            quote="After fourteen hours of debate Parliament adopted the budget of 41.2 billion crowns by 152 votes to 148, "
            "the closest vote on a budget since 1998.",
        ),
        point(
            "Finance Minister Ilse Marant said the plan “keeps every promise we made to schools, and pays for it”.",
            herald,
            kind="claim",
            speaker="Ilse Marant",
            way="repaired",
            judged_by="reader-4",
        ),
        point(
            "The opposition says the plan hides a gap of 900 million crowns; the ministry denies it.",
            courier,
            kind="claim",
            quote="Opposition leader Tomas Reke said the plan hides a gap of 900 million crowns - a figure that the ministry denies.",
        ),
        copies=(copy.url,),
        standfirst=point("The plan pays for schools with a tax on empty flats.", herald),
        contrasts=(
            Contrast(
                "whether the plan has a gap",
                (
                    point(
                        "The audit office puts the gap at 880 million crowns.",
                        courier,
                        kind="claim",
                        way="extractive",
                    ),
                    point("The ministry says that there is no gap.", post, kind="claim", way="extractive"),
                ),
            ),
        ),
        score=0.93,
        reasons=("3 outlets report it", "matches: budget, parliament"),
        dropped=(
            Rejected(
                Claim("The budget was adopted by 162 votes.", ("A1.S3",)),
                (Finding("number", "162", "The sentence it cites says 152."),),
            ),
        ),
    )


def _speaker() -> Brief:
    herald = source(HERALD, "Speaker will not stand again")
    return brief(
        "Speaker Anna Holm will not stand again in autumn",
        (herald,),
        point(
            "Anna Holm, Speaker since 2017, said on Sunday that she would not stand in the October election.",
            herald,
        ),
        point("Her party will choose a candidate for the seat on 14 March.", herald, way="verbatim"),
        score=0.55,
    )


def _ferries() -> Brief:
    gazette = source(GAZETTE, "Ferries sail again after nine days")
    post = source(POST, "Strike over, crews return")
    return brief(
        "Ferries sail again as crews accept a pay deal",
        (gazette, post),
        point(
            "Crews voted 611 to 204 for a rise of 5.4 percent over two years, ending a strike of nine days.",
            gazette,
            post,
        ),
        point(
            "“Nobody got all they wanted, and that is why it will hold,” said mediator Jonas Alver.",
            post,
            speaker="Jonas Alver",
        ),
        score=0.74,
        told=EarlierCoverage(
            edition_id="2026-03-01",
            date=date(2026, 3, 1),
            story_id="ferry-strike",
            headline="Ferry strike enters its second week",
            urls=(post.url,),
            points=("Talks broke off on Friday.",),
        ),
        corrections=(
            Correction(
                "An earlier version of this article said that 811 had voted for the deal; it was 611.",
                post.url,
                POST,
                "2026-03-01",
            ),
        ),
    )


def _rents() -> Brief:
    courier = source(COURIER, "Rents rise fastest in the capital")
    return brief(
        "Rents in the capital rose by 8.1 percent last year",
        (courier,),
        point(
            "Rents in the capital rose by 8.1 percent in 2025, the statistics office said; wages rose by 3.9 percent.",
            courier,
        ),
        score=0.41,
    )


def _fishing() -> Brief:
    herald = source(HERALD, "Fishing talks resume in Harbour")
    gazette = source(GAZETTE, "Neighbours meet over cod quota")
    return brief(
        "Neighbours resume talks on cod after a two-year break",
        (gazette, herald),
        point(
            "Delegations of the three coastal states met in Harbour for the first time since February 2024.",
            gazette,
            herald,
        ),
        point("They want to agree on a quota before the season opens on 1 May.", herald),
        score=0.62,
        storyline="The quarrel over the Sound",
    )


def _envoy() -> Brief:
    kurier = source("Kurier am Sund", "Botschafter nach Hause gerufen", language="de")
    return brief(
        "Envoy called home over customs checks",
        (kurier,),
        point(
            "The foreign ministry called its ambassador home for talks on the new customs checks.",
            kurier,
            quote="Das Außenministerium rief seinen Botschafter zu Beratungen über die neuen Zollkontrollen zurück.",
        ),
        score=0.33,
        storyline="The quarrel over the Sound",
    )


def _ahead() -> tuple[UpcomingEvent, ...]:
    gazette, herald = (
        source(GAZETTE, "Neighbours meet over cod quota"),
        source(HERALD, "Speaker will not stand again"),
    )
    council = point("The fisheries council meets in Harbour on 6 March.", gazette, way="extractive")
    candidate = point("Holm's party chooses its candidate on 14 March.", herald, way="extractive")
    return (
        UpcomingEvent(date(2026, 3, 6), council, "neighbours-resume-talks"),
        UpcomingEvent(date(2026, 3, 14), candidate, "speaker-anna-holm"),
    )


def _figure() -> KeyPoint:
    courier = source(COURIER, "Rents rise fastest in the capital")
    text = "Every tenth flat in the capital, 31,400 of them, stood empty on the day of the count."
    return point(text, courier, way="extractive")


def _quotation() -> KeyPoint:
    post = source(POST, "MPs back spending plan")
    text = "“A budget is a promise with a date on it,” said the chair of the committee, Greta Lund."
    return point(text, post, kind="claim", speaker="Greta Lund", way="extractive")
