"""From claims of a model to printed points: what holds, what is repaired, what falls back. A real server answers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from digest.models import Edition
from digest.pipeline import Run, make
from digest.pipeline.brief import HEADLINE
from digest.sample import Sample, serve
from digest.settings import ReviewSettings, SummariserSettings
from digest.store import open_store
from tests.make import NOW

Points = Callable[[dict[str, str]], list[dict[str, object]]]
"""What a model answers of a story, given its sentences by id."""


@pytest.fixture(scope="module")
def press() -> Iterator[Sample]:
    with serve(NOW) as sample:
        yield sample


@pytest.fixture
def edition(press: Sample, httpserver: HTTPServer, tmp_path: Path) -> Callable[..., Edition]:
    """Makes the edition of the sample day with a model that answers what the functions say."""

    def made(
        first: Points,
        again: Points | None = None,
        headline: str = "",
        standfirst: str = "",
        *,
        objections: object = None,
        about: object = None,
    ) -> Edition:
        def answer(request: Request) -> Response:
            messages = request.get_json()["messages"]
            if "check the points" in messages[0]["content"]:
                return Response(_completion({"unsupported": objections}), content_type="application/json")
            text = "\n".join(m["content"] for m in messages if m["role"] == "user")
            if "You sort news" in messages[0]["content"]:
                numbers = [int(number) for number in re.findall(r"^Question (\d+):", text, re.MULTILINE)]
                said_of_topics = {"answers": [{"question": n, "about": about} for n in numbers]}
                return Response(_completion(said_of_topics), content_type="application/json")
            sentences = dict(re.findall(r"^(A\d+\.S\d+) (.*)$", text, re.MULTILINE))
            asked_again = len(messages) > 2
            points = (again or first)(sentences) if asked_again else first(sentences)
            title = {"cites": ["A1.S1"], "text": headline or sentences["A1.S1"]}
            line = {"cites": ["A1.S2"], "text": standfirst or sentences.get("A1.S2", "")}
            said = {"headline": title, "standfirst": line, "points": points}
            return Response(_completion(said), content_type="application/json")

        httpserver.clear()
        httpserver.expect_request("/v1/chat/completions").respond_with_handler(answer)
        review = ReviewSettings(use=objections is not None, model="reader")
        summariser = SummariserSettings(
            base_url=httpserver.url_for("/v1"), model="trial", review=review, topics=about is not None
        )
        settings = press.today.settings().model_copy(update={"summariser": summariser})
        with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
            return make(Run(settings, store, NOW, sample=True))

    return made


def _completion(answer: Mapping[str, object]) -> str:
    message = {"role": "assistant", "content": json.dumps(answer)}
    return json.dumps(
        {
            "id": "1",
            "object": "chat.completion",
            "created": 0,
            "model": "trial",
            "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
            "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
        }
    )


def copied(sentences: dict[str, str]) -> list[dict[str, object]]:
    """The first sentence, word for word."""
    return [{"cites": ["A1.S1"], "text": sentences["A1.S1"], "kind": "fact", "speaker": ""}]


def invented(sentences: dict[str, str]) -> list[dict[str, object]]:
    """A number that no sentence has."""
    text = f"{sentences['A1.S1'].removesuffix('.')} at a cost of 987654 crowns."
    return [{"cites": ["A1.S1"], "text": text, "kind": "fact", "speaker": ""}]


def ways(edition: Edition) -> set[str]:
    return {point.way for brief in edition.briefs for point in brief.points}


def test_what_the_model_says_and_the_sentence_bears_out_is_printed(edition: Callable[..., Edition]) -> None:
    made = edition(copied)

    assert ways(made) == {"model"}
    assert made.summariser == "trial"
    assert made.usage.calls == len(made.briefs)


def test_where_the_first_wording_fails_the_close_one_is_printed_and_nothing_is_asked_again(
    edition: Callable[..., Edition],
) -> None:
    made = edition(lambda sentences: [{**invented(sentences)[0], "close": sentences["A1.S1"]}])

    points = [point for brief in made.briefs for point in brief.points]
    assert {"model"} == {point.way for point in points}
    assert {"number"} <= {finding.check for point in points for finding in point.findings}
    assert len(made.briefs) == made.usage.calls


def test_what_fails_the_check_is_repaired_once(edition: Callable[..., Edition]) -> None:
    made = edition(invented, copied)

    assert "repaired" in ways(made)
    assert "model" not in ways(made)
    assert {"number"} <= {f.check for b in made.briefs for r in b.dropped for f in r.findings}


def test_what_fails_twice_falls_back_to_the_cited_sentence(edition: Callable[..., Edition]) -> None:
    made = edition(invented)

    quotes = {(point.text, point.evidence[0].quote) for b in made.briefs for point in b.points}
    assert "verbatim" in ways(made)
    assert {"verbatim", "extractive"} >= ways(made)
    assert [] == [text for text, _quote in quotes if "987654" in text]


def test_sentences_of_the_articles_stand_in_for_claims_that_fell(edition: Callable[..., Edition]) -> None:
    made = edition(invented)

    assert sum(len(b.points) for b in made.briefs) >= 2 * len(made.briefs)
    assert all(len({p.evidence[0].quote for p in b.points}) == len(b.points) for b in made.briefs)


def test_a_model_that_cites_nothing_leaves_the_sentences_to_speak(edition: Callable[..., Edition]) -> None:
    made = edition(lambda _sentences: [{"cites": [], "text": "All is well.", "kind": "fact", "speaker": ""}])

    assert ways(made) <= {"extractive", "verbatim"}
    assert all(brief.points for brief in made.briefs)


def test_a_headline_that_the_story_does_not_bear_out_is_not_printed(edition: Callable[..., Edition]) -> None:
    made = edition(copied, headline="Volcano swallows 4,000 hikers")

    assert [b.articles[0].title for b in made.briefs] == [b.headline for b in made.briefs]


def test_a_standfirst_is_checked_like_a_point_and_fits_into_two_lines(
    edition: Callable[..., Edition],
) -> None:
    lines = [b.standfirst for b in edition(copied).briefs if b.standfirst]

    assert {"model"} == {line.way for line in lines}
    assert [] == [line.text for line in lines if line.text != line.evidence[0].quote or len(line.text) > 160]


def test_a_standfirst_that_the_story_does_not_bear_out_is_not_printed(
    edition: Callable[..., Edition],
) -> None:
    made = edition(copied, standfirst="A volcano swallowed 4,000 hikers on Monday.")

    assert {None} == {brief.standfirst for brief in made.briefs}


def test_a_headline_never_fills_more_than_two_lines(edition: Callable[..., Edition]) -> None:
    made = edition(copied)

    own = [b.headline for b in made.briefs if b.headline != b.articles[0].title]
    assert own
    assert [] == [headline for headline in own if len(headline) > HEADLINE]


def test_a_server_that_fails_costs_no_story(press: Sample, httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.expect_request("/v1/chat/completions").respond_with_data("<h1>oops</h1>", 200)
    summariser = SummariserSettings(base_url=httpserver.url_for("/v1"), model="trial")
    settings = press.today.settings().model_copy(update={"summariser": summariser})

    with open_store(f"sqlite:///{tmp_path}/digest.db") as store:
        made = make(Run(settings, store, NOW, sample=True))

    assert ways(made) == {"extractive"}
    assert "summarise" in {problem.stage for problem in made.problems}


def test_a_second_reading_takes_points_away_and_the_articles_fill_the_gap(
    edition: Callable[..., Edition],
) -> None:
    made = edition(copied, objections=[{"point": n, "reason": "too much"} for n in range(1, 9)])

    assert {"extractive"} == ways(made)
    assert all(brief.points for brief in made.briefs)
    assert {("review", "too much")} == {
        (f.check, f.reason) for b in made.briefs for r in b.dropped for f in r.findings
    }
    assert all(("A1.S1",) in {r.claim.cites for r in b.dropped} for b in made.briefs)
    assert 2 * len(made.briefs) == made.usage.calls


def test_a_second_reading_without_objections_leaves_everything(edition: Callable[..., Edition]) -> None:
    plain, read = edition(copied), edition(copied, objections=[])

    assert [b.points for b in plain.briefs] == [b.points for b in read.briefs]


def test_a_second_reading_that_fails_leaves_everything_and_is_told(edition: Callable[..., Edition]) -> None:
    made = edition(copied, objections="nothing that is a list")

    assert {"model"} == ways(made)
    assert len(made.briefs) == sum("second reading" in problem.reason for problem in made.problems)


def test_a_model_is_asked_once_which_stories_are_about_a_topic_and_the_reasons_say_so(
    edition: Callable[..., Edition],
) -> None:
    made = edition(copied, about=True)

    assert "a model said that it is about Elections & courts" in {r for b in made.briefs for r in b.reasons}
    assert len(made.briefs) + 1 == made.usage.calls


def test_what_a_model_keeps_out_is_told_among_what_missed(edition: Callable[..., Edition]) -> None:
    plain, made = edition(copied), edition(copied, about=False)

    kept_out = {m.headline for m in made.missed if m.why.startswith("a model said that it is not about")}
    printed = [{b.articles[0].title for b in e.briefs} for e in (plain, made)]
    assert kept_out
    assert printed[0] - printed[1] == kept_out & printed[0]


def test_a_model_that_answers_something_else_leaves_the_topics_to_the_words(
    edition: Callable[..., Edition],
) -> None:
    made, plain = edition(copied, about="all of them"), edition(copied)

    assert [b.story_id for b in plain.briefs] == [b.story_id for b in made.briefs]
    assert ["topics"] == [p.subject for p in made.problems if p.stage == "summarise"]
