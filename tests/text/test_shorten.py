"""Shortening by rules that cannot change what a sentence says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.text.sentences import without_lead_in

KEPT = "The council of Arden adopted a budget."


@pytest.mark.parametrize(
    "front",
    [
        "ARDEN — ",
        "ARDEN, Norland (Norpress) - ",
        "SAN ARDEN, March 3 (Norpress) — ",
        "Arden, March 3 (Norpress) -- ",
        "(Norpress) ",
        "(Norpress) - ",
        "However, ",
        "But ",
        "ARDEN — In addition, ",
    ],
)
def test_datelines_and_ties_in_front_fall_away(front: str) -> None:
    tied = front.endswith((", ", "But "))
    assert without_lead_in(front + (KEPT[0].lower() if tied else KEPT[0]) + KEPT[1:]) == KEPT


@pytest.mark.parametrize(
    "text",
    [
        KEPT,
        "But for the rain, the council would have met.",
        "Still photographers waited outside.",
        "Arden - the capital - has a budget.",
        "In Arden, the council met.",
        "NATO is ready (officials say).",
        "NATO - the alliance - is ready.",
        "Not one member voted against it.",
    ],
)
def test_what_carries_meaning_stays(text: str) -> None:
    assert without_lead_in(text) == text


@given(st.text())
def test_nothing_is_put_in(text: str) -> None:
    short = without_lead_in(text)
    assert text.casefold().endswith(short.casefold())
