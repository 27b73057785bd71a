"""The program that writes the tables of the documentation."""

from __future__ import annotations

import argparse
import re
from datetime import time
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from docs import generate


class Inner(BaseModel):
    """A section of its own."""

    depth: float = Field(default=1.5, gt=0, le=9)
    """How deep."""


class Outer(BaseModel):
    """What can be set."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    name: str = Field(max_length=20)
    """What it is called | known as."""
    at: time = time(6, 5)
    """When."""
    most: int = Field(default=0, ge=0, le=1_000)
    """How many."""
    least: int | None = Field(default=None, ge=1, le=5)
    """How few."""
    on: bool = False
    """Whether."""
    days: tuple[Literal["mon", "tue"], ...] = Field(default=("mon",), min_length=1)
    """Which."""
    inner: Inner = Inner()
    """Told in a table of its own."""


def test_each_key_gets_a_row_with_its_meaning_values_and_default() -> None:
    expected = """\
### At the top

| key | meaning | values | default |
|---|---|---|---|
| `name` | What it is called \\| known as. | text up to 20 characters | must be given |
| `at` | When. | time | `"06:05"` |
| `most` | How many. | 0 to 1,000 | `0` |
| `least` | How few. | 1 to 5 or `null` | `null` |
| `on` | Whether. | `true`, `false` | `false` |
| `days` | Which. | list: `mon`, `tue`; one at least | `[mon]` |
"""
    assert expected == generate._section("", Outer)


def test_each_section_gets_a_table() -> None:
    assert [("", Outer), ("inner", Inner)] == list(generate._models("", Outer))


@pytest.mark.parametrize(
    ("names", "options", "usage"),
    [
        (["--out"], {"metavar": "FILE"}, "[--out FILE]"),
        (["--no-open"], {"action": "store_true"}, "[--no-open]"),
        (["edition"], {"nargs": "?"}, "[EDITION]"),
        (["address"], {"nargs": "*"}, "[ADDRESS ...]"),
        (["--again"], {"metavar": "ADDRESS", "nargs": "+"}, "[--again ADDRESS ...]"),
        (["what"], {"choices": ("add", "remove")}, "add|remove"),
        (["--format"], {"choices": ("text", "json")}, "[--format text|json]"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else None,
)
def test_usage_shows_what_may_be_left_out_and_what_may_be_repeated(
    names: list[str], options: dict[str, object], usage: str
) -> None:
    def declare(parser: argparse.ArgumentParser) -> None:
        parser.add_argument(*names, **options)  # type: ignore[arg-type] # argparse takes them by keyword

    (action,) = generate._declared(declare)
    assert usage == generate._usage(action)


def test_only_what_stands_between_the_marks_is_made_anew() -> None:
    page = "Before\n<!-- made: commands -->\noutdated\n<!-- end -->\nAfter\n"
    made = generate.refreshed(page)
    assert ("Before", "After", False) == (
        made.split("\n")[0],
        made.rstrip().split("\n")[-1],
        "outdated" in made,
    )


def test_a_part_that_nobody_makes_is_an_error() -> None:
    with pytest.raises(KeyError, match=re.escape("weather")):
        generate.refreshed("<!-- made: weather -->\n<!-- end -->")
