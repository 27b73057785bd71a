"""What stands above a predicate: whether a sentence tells it as a fact, and if not, why."""

from __future__ import annotations

import pytest

from digest.verify.contexts import guards
from tests.verify.parsing import parse, word

GUARDED = [
    ("The council did not approve the plan.", "approve", "negation"),
    ("No minister approved the plan.", "approved", "negation"),
    ("The council may approve the plan.", "approve", "modal"),
    ("The mayor will resign if the council rejects the plan.", "resign", "condition"),
    ("The mayor will resign unless the council approves the plan.", "resign", "condition"),
    ("The mayor denied that he had approved the plan.", "approved", "denial"),
    ("The mayor refused to approve the plan.", "approve", "negation"),
    ("The mayor wants to approve the plan.", "approve", "plan"),
    ("The mayor urged the council to approve the plan.", "approve", "plan"),
    ("The mayor said the council had approved the plan.", "approved", "said"),
    ("Prosecutors accused the mayor of taking bribes.", "taking", "accusation"),
    ("The mayor was accused of taking bribes.", "taking", "accusation"),
    ("The council met to approve the plan.", "approve", "purpose"),
    ("Did the council approve the plan?", "approve", "question"),
    ("The council has not decided whether to approve the plan.", "approve", "question"),
    ("It is a myth that the vaccine causes the disease.", "causes", "unsure"),
    ("The council approved the plan, according to the mayor.", "approved", "said"),
    ("In the view of the mayor, the council broke the law.", "broke", "said"),
]
ASSERTED = [
    ("The council approved the plan.", "approved"),
    ("The council approved the plan and dismissed the director.", "dismissed"),
    ("The council, which approved the plan, met on Monday.", "approved"),
    ("The council managed to stop the project.", "stop"),
    ("The council voted to approve the plan.", "approve"),
    ("Prices rose after the council approved the plan.", "approved"),
]


@pytest.mark.parametrize(("text", "predicate", "kind"), GUARDED, ids=[text for text, _, _ in GUARDED])
def test_a_guard_is_found(text: str, predicate: str, kind: str) -> None:
    parsed = parse(text)
    assert kind in {guard.kind for guard in guards(parsed, word(parsed, predicate))}


@pytest.mark.parametrize(("text", "predicate"), ASSERTED, ids=[text for text, _ in ASSERTED])
def test_what_is_told_as_a_fact_has_no_guard(text: str, predicate: str) -> None:
    parsed = parse(text)
    assert guards(parsed, word(parsed, predicate)) == ()


def test_a_guard_over_a_noun_forbids_a_proof_and_refutes_nothing() -> None:
    parsed = parse("The mayor wants a law that bans smoking.")
    assert all(guard.loose for guard in guards(parsed, word(parsed, "bans")))
