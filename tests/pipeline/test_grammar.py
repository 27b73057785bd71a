"""What the pipeline makes of sentences with a parser, and of claims about them."""

from __future__ import annotations

from collections.abc import Sequence

from digest.grammar import open_parser
from digest.models import Claim, Problem
from digest.pipeline.grammar import Grammar
from digest.text.parsed import Parsed, Parser
from digest.verify import verify
from tests import make

LONG = (
    "Casimir Holt, the former judge who led the inquiry into the collapse of the state bank nine years ago, asked the "
    "ministry and the unions on Friday to return to the table by Monday."
)
SHORT = "Casimir Holt asked the ministry and the unions on Friday to return to the table by Monday."
CAPTION = "A ship burns off Westport in this undated photo."


def parser() -> Parser:
    opened = open_parser("en")
    assert not isinstance(opened, Problem), opened.reason
    return opened


class Counting:
    """A parser that remembers what it was asked."""

    language = "en"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def parse(self, texts: Sequence[str]) -> tuple[Parsed, ...]:
        self.asked += texts
        return parser().parse(texts)


def test_a_long_sentence_is_shortened_and_a_caption_is_no_point() -> None:
    assert (SHORT, "") == Grammar(parser()).printable([LONG, CAPTION])


def test_a_sentence_is_looked_at_once() -> None:
    counting = Counting()
    grammar = Grammar(counting)

    assert ("", "") == grammar.printable([CAPTION, CAPTION]) == grammar.printable([CAPTION, CAPTION])
    assert [CAPTION] == counting.asked


def test_what_the_sentence_denies_is_not_told_as_done() -> None:
    story = make.story(
        "Mayor Anna Brandt, who took office in May, denied that she had asked the council to drop its inquiry."
    )
    claims = [
        Claim("Mayor Anna Brandt had asked the council to drop its inquiry.", ("A1.S1",)),
        Claim("Mayor Anna Brandt denied that she had asked the council to drop its inquiry.", ("A1.S1",)),
    ]

    verdict = verify(claims, story, "model", parser=parser())

    assert [claims[1].text] == [point.text for point in verdict.points]
    assert [claims[0]] == [rejected.claim for rejected in verdict.rejected]


def test_a_parser_of_another_language_leaves_the_rules_on_words_in_force() -> None:
    story = make.story("The council adopted the budget on Monday evening.")
    foreign = Counting()
    foreign.language = "fr"

    verdict = verify([Claim("The council adopted the budget.", ("A1.S1",))], story, "model", parser=foreign)

    assert (1, []) == (len(verdict.points), foreign.asked)
