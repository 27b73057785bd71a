"""What to write where a text is not YAML: the parser's own words name its rules and not the remedy."""

from __future__ import annotations

import re

import yaml

_ADVICE = (
    (
        r"mapping values are not allowed here",
        'a text with a colon and a blank in it needs quotes, such as title: "News: today"; or this line is indented too far',
    ),
    (r"found character '\\t' .*", "a tab cannot indent a line: write blanks in its place"),
    (r"found character '(.)' that cannot start any token", r"a text that begins with \1 needs quotes"),
    (
        r"found undefined alias .*|did not find expected alphabetic.*",
        "a text that begins with * or & needs quotes",
    ),
    (
        r"found unknown escape character .*",
        "in double quotes \\\\ begins a special character: use single quotes",
    ),
    (
        r"expected <block end>, but found '<scalar>'",
        "something follows behind closing quotes: write a quote within single quotes twice, as in 'it''s'",
    ),
    (r"expected <block end>, but found .*", "this line is not indented like those that it belongs to"),
)


def advice(error: yaml.MarkedYAMLError) -> str:
    """What is wrong and what to write, without a full stop; the parser's words where nothing better is known."""
    problem, opened = error.problem or "it cannot be read", error.context_mark
    if opened and "quoted scalar" in (error.context or "") and "escape" not in problem:
        return f"the quotes that open in line {opened.line + 1} are never closed"
    if opened and re.match(r"expected ',' or '[]}]'", problem):
        return (
            f"the bracket that opens in line {opened.line + 1} is not closed, or a comma is missing behind it"
        )
    for pattern, said in _ADVICE:
        if found := re.fullmatch(pattern, problem):
            return found.expand(said)
    return problem
