"""The plain-text part of the e-mail."""

from __future__ import annotations

import pytest

from tests.render.golden import golden, kept


@pytest.mark.parametrize("name", ["email.txt", "sample.txt"])
def test_the_text_is_what_was_looked_at(name: str) -> None:
    assert kept(name) == golden()[name]
