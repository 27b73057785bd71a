"""From claims of a model to printed points: what holds, what is repaired, what falls back. A real server answers."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from digest.models import Edition, KeyPoint
from digest.pipeline import Run, make
from digest.pipeline.brief import HEADLINE
from digest.sample import Sample, serve
from digest.settings import SummariserSettings, VerifySettings
from digest.store import open_store
from digest.summarise.llm.exam import DRAWN
from tests.judging import Policy, able, completion, is_for_a_judge, judged_by, no, shown, yes
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
        judge: Callable[[Request], Response] | None = None,
        about: object = None,
        **verify: Any,
    ) -> Edition:
        def answer(request: Request) -> Response:
            messages = request.get_json()["messages"]
            if judge and is_for_a_judge(request):
                return judge(request)
            text = "\n".join(m["content"] for m in messages if m["role"] == "user")
            if "You sort news" in messages[0]["content"]:
                numbers = [int(number) for number in re.findall(r"^Question (\d+):", text, re.MULTILINE)]
                said_of_topics = {"answers": [{"question": n, "about": about} for n in numbers]}
                return Response(_completion(said_of_topics), content_type="application/json")
            if "<point number=" in text:
                return Response(
                    _completion({"points": _again(text, again or first)}), content_type="application/json"
                )
            sentences = _sentences(text)
            points = first(sentences)
            title = {"cites": ["A1.S1"], "text": headline or sentences["A1.S1"]}
            line = {"cites": ["A1.S2"], "text": standfirst or sentences.get("A1.S2", "")}
            said = {"headline": title, "standfirst": line, "points": points}
            return Response(_completion(said), content_type="application/json")

        httpserver.clear()
        httpserver.expect_request("/v1/chat/completions").respond_with_handler(answer)
        summariser = SummariserSettings(
            base_url=httpserver.url_for("/v1"), model="trial", topics=about is not None
        )
        who = VerifySettings(judge="reader" if judge else "none", **verify)
        settings = press.today.settings().model_copy(update={"summariser": summariser, "verify": who})
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


def _sentences(text: str) -> dict[str, str]:
    return dict(re.findall(r"^(A\d+\.S\d+) (.*)$", text, re.MULTILINE))


def _again(text: str, points: Points) -> list[dict[str, object]]:
    """What is answered to a call for repair, a point for each that is shown."""
    blocks = re.findall(r"<point number=(\d+)>(.*?)</point>", text, re.DOTALL)
    return [{**points(_sentences(block))[0], "number": int(number)} for number, block in blocks]


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
    assert len(made.briefs) + 1 == made.usage.calls
    assert {"number"} <= {f.check for b in made.briefs for r in b.dropped for f in r.findings}


def test_what_fails_twice_falls_back_to_the_cited_sentence(edition: Callable[..., Edition]) -> None:
    made = edition(invented)

    quotes = {(point.text, point.evidence[0].quote) for b in made.briefs for point in b.points}
    assert "verbatim" in ways(made)
    assert {"verbatim", "extractive"} >= ways(made)
    assert [] == [text for text, _quote in quotes if "987654" in text]


@pytest.mark.parametrize(("points", "thrown_away"), [(invented, True), (copied, False)])
def test_a_story_of_which_no_point_of_the_model_held_is_a_problem(
    edition: Callable[..., Edition], points: Points, thrown_away: bool
) -> None:
    made = edition(points)

    told = "No point that the model wrote of it held, so sentences of the articles stand in their place."
    stories = {problem.subject for problem in made.problems if problem.reason.startswith(told)}
    assert ({brief.headline for brief in made.briefs} if thrown_away else set()) == stories


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


def reworded(sentences: dict[str, str]) -> list[dict[str, object]]:
    """A short sentence with words in front that no rule can prove."""
    cite, sentence = min(sentences.items(), key=lambda found: len(found[1]))
    return [{"cites": [cite], "text": f"In brief: {sentence}"}]


def points_of(made: Edition) -> list[KeyPoint]:
    return [point for brief in made.briefs for point in brief.points]


def test_with_a_judge_what_no_rule_proves_is_printed_on_its_yes(edition: Callable[..., Edition]) -> None:
    made, alone = edition(reworded, judge=judged_by(able(yes))), edition(reworded)

    assert [] == [point for point in points_of(alone) if point.way == "model"]
    assert {("model", "reader", True)} == {
        (point.way, point.judged_by, point.text.startswith("In brief: "))
        for brief in made.briefs
        for point in brief.points[:1]
    }
    assert len(made.briefs) + 2 == made.usage.calls


def test_what_became_of_what_a_model_wrote_is_counted(edition: Callable[..., Edition]) -> None:
    judge, alone = edition(reworded, judge=judged_by(able(yes))), edition(reworded)

    assert judge.written.proposed == judge.written.as_written == len(judge.briefs)
    assert alone.written.proposed == alone.written.sentences + alone.written.dropped > 0


@pytest.mark.parametrize(("policy", "printed"), [(yes, True), (no, False)])
def test_with_a_judge_what_the_rules_prove_needs_its_yes_too(
    edition: Callable[..., Edition], policy: Policy, printed: bool
) -> None:
    def shortened(sentences: dict[str, str]) -> list[dict[str, object]]:
        return [{"cites": ["A1.S1"], "text": sentences["A1.S1"].removesuffix(".")}]

    made = edition(shortened, judge=judged_by(able(policy)))

    against = {f.check for brief in made.briefs for r in brief.dropped for f in r.findings}
    assert {""} == {point.judged_by for point in points_of(made)}
    assert (printed, not printed) == ("model" in ways(made), "judge" in against)
    assert all(brief.points for brief in made.briefs)


@pytest.mark.parametrize("policy", [yes, able(yes)], ids=["a yes-sayer", "one that passed its exam"])
def test_what_is_refuted_is_never_printed_whoever_vouches(
    edition: Callable[..., Edition], policy: Policy
) -> None:
    made = edition(invented, judge=judged_by(policy))

    assert not {"model", "repaired"} & ways(made)
    assert [] == [point.text for point in points_of(made) if "987654" in point.text]


def test_the_second_wording_is_judged_when_the_first_has_its_no(edition: Callable[..., Edition]) -> None:
    def policy(number: int, text: str, sentences: list[str]) -> dict[str, Any]:
        return (no if text.startswith("In brief") else yes)(number, text, sentences)

    def twice(sentences: dict[str, str]) -> list[dict[str, object]]:
        point = reworded(sentences)[0]
        return [{**point, "close": str(point["text"]).replace("In brief", "Briefly")}]

    made = edition(twice, judge=judged_by(able(policy)))

    firsts = [brief.points[0] for brief in made.briefs]
    assert len(firsts) == made.written.close
    assert {("model", "reader", True)} == {
        (p.way, p.judged_by, p.text.startswith("Briefly: ")) for p in firsts
    }
    assert {"judge"} <= {finding.check for point in firsts for finding in point.findings}


def _timeless(_: Request) -> Response:
    time.sleep(0.5)
    return completion("late")


@pytest.mark.parametrize(
    "judge",
    [
        judged_by(yes),
        judged_by(no),
        judged_by(lambda *_: None),
        lambda _: completion("Yes to all."),
        lambda _: Response("{}", 500, headers={"Retry-After": "0"}),
        _timeless,
    ],
    ids=["yes to all", "no to all", "no answers", "prose", "a broken server", "too late"],
)
def test_a_judge_that_is_not_to_be_believed_leaves_what_is_proved_and_one_problem(
    edition: Callable[..., Edition], judge: Callable[[Request], Response]
) -> None:
    def both(sentences: dict[str, str]) -> list[dict[str, object]]:
        return [*copied(sentences), {"cites": ["A1.S2"], "text": f"In brief: {sentences.get('A1.S2', '')}"}]

    made = edition(both, judge=judge, timeout=0.3)

    assert 1 == sum(problem.stage == "verify" for problem in made.problems)
    assert {"model"} <= ways(made)
    assert [] == [point.text for point in points_of(made) if point.text.startswith("In brief")]
    assert {""} == {point.judged_by for point in points_of(made)}


def test_whoever_wants_proof_gets_only_what_is_proved(edition: Callable[..., Edition]) -> None:
    made = edition(reworded, judge=judged_by(able(yes)), proved_only=True)

    assert {""} == {point.judged_by for point in points_of(made)}
    assert not {"model", "repaired"} & ways(made)


def test_all_points_of_an_edition_are_judged_in_one_call(
    edition: Callable[..., Edition], httpserver: HTTPServer
) -> None:
    asked: list[list[str]] = []

    def judge(request: Request) -> Response:
        asked.append([text for _, text, _ in shown(request)])
        return judged_by(able(yes))(request)

    made = edition(reworded, headline="Talks go on", judge=judge)

    exam, points = asked
    assert DRAWN == len(exam)
    assert len(made.briefs) <= len(points) < 3 * len(made.briefs)


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
