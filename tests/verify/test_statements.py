"""Who does what to whom, in whatever form the sentence has it."""

from __future__ import annotations

import pytest

from digest.verify.statements import alike, statements
from tests.verify.parsing import parse, word

BOTH = [
    "The court rejected the appeal.",
    "The appeal was rejected by the court.",
    "The court that rejected the appeal sat in London.",
    "The minister criticised the court, which rejected the appeal.",
    "The court met on Monday and rejected the appeal.",
    "The appeal, rejected by the court, had been filed in May.",
    "The parliament asked the court to reject the appeal.",
]


@pytest.mark.parametrize("text", BOTH)
def test_subject_and_object_are_found_in_every_form(text: str) -> None:
    found = next(s for s in statements(parse(text)) if s.predicate.lemma == "reject")
    roles = {role: {t.text for t in found.fill(role)} for role in ("subject", "object")}
    assert roles == {"subject": {"court"}, "object": {"appeal"}}


def test_conjuncts_are_distributed() -> None:
    (found,) = statements(parse("Ministers and judges resigned."))
    assert {t.text for t in found.fill("subject")} == {"Ministers", "judges"}


def test_he_is_the_only_person_named() -> None:
    found = next(
        s
        for s in statements(parse("While Thomas Wynn praised the budget, he opposed the tax."))
        if s.predicate.text == "opposed"
    )
    assert [t.text for t in found.fill("subject")] == ["Wynn"]


def test_he_is_nobody_where_two_are_named() -> None:
    found = next(
        s
        for s in statements(parse("While Thomas Wynn praised John Hale, he opposed the tax."))
        if s.predicate.text == "opposed"
    )
    assert [t.text for t in found.fill("subject")] == ["he"]


def test_forms_of_a_word_are_alike() -> None:
    one, other = parse("The court rejected it."), parse("The rejection came late.")
    assert alike(word(one, "rejected"), word(other, "rejection"))
    assert not alike(word(one, "court"), word(other, "rejection"))
