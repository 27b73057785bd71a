"""Parsed sentences for tests, each text parsed once in a run."""

from __future__ import annotations

from functools import lru_cache

from digest.grammar import open_parser
from digest.models import Problem
from digest.text.parsed import Parsed, Token


@lru_cache(maxsize=2048)
def parse(text: str) -> Parsed:
    parser = open_parser("en")
    assert not isinstance(parser, Problem), parser.reason
    return parser.parse([text])[0]


def word(parsed: Parsed, text: str) -> Token:
    """The first token with that text."""
    return next(t for t in parsed.tokens if t.text == text)
