"""Proved, refuted or undecided: tables of sentences and claims on them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digest.text.parsed import Parsed
from digest.verify.cast import Cast, cast
from digest.verify.proof import Decision, decide
from tests.verify.parsing import parse


def decided(claim: str, *sources: str, whole: Cast | None = None) -> Decision:
    return decide(parse(claim), [parse(source) for source in sources], whole)


BUDGET = (
    "The finance minister, Clara Wynn, presented a budget of 40 billion crowns to parliament on Tuesday, "
    "after the opposition had left the hall."
)
PROVED = [
    (BUDGET, "Clara Wynn presented a budget of 40 billion crowns to parliament."),
    (BUDGET, "The finance minister presented a budget of 40 billion crowns on Tuesday."),
    (BUDGET, "The opposition had left the hall."),
    ("The court fined the company and ordered it to close the plant.", "The court fined the company."),
    ("The court, which sits in Harrow, upheld the sentence.", "The court upheld the sentence."),
    ("At least 12 people were killed when a bridge collapsed in the northern town of Ashby.",
     "At least 12 people were killed when a bridge collapsed in Ashby."),
    ("The minister angrily denied that he had met the lobbyist.", "The minister denied that he had met the lobbyist."),
    ("While Clara Wynn praised the budget, she opposed the new tax on fuel.", "Clara Wynn opposed the tax on fuel."),
    ("The court fined the bank and the union welcomed the ruling.", "The union welcomed the ruling."),
]  # fmt: skip
NOT_PROVED = [
    ("The minister said the bridge had collapsed.", "The bridge had collapsed."),
    ("All ports except Harrow were closed.", "All ports were closed."),
    ("The would-be mayor visited the school.", "The mayor visited the school."),
    ("The non-binding vote passed.", "The binding vote passed."),
    ("The former mayor visited the school.", "The mayor visited the school."),
    ("About 300 people marched.", "300 people marched."),
    ("More than 300 people marched.", "300 people marched."),
    ("The strike cost between 3 and 5 million crowns.", "The strike cost 3 million crowns."),
    ("Taxes will rise if the law is signed.", "Taxes will rise."),
    ("Taxes rise once the law is signed.", "Taxes rise."),
    ("A minority of voters backed the plan.", "Voters backed the plan."),
    ("A lawyer for Hale admitted the fraud.", "Hale admitted the fraud."),
    ("Wynn beat Hale and Brook beat Dale.", "Wynn beat Dale."),
    ("The army is too weak to defend the city.", "The army is to defend the city."),
    ("Harrow is the second largest city in the country.", "Harrow is the largest city in the country."),
    ("Only members of the union voted.", "Members of the union voted."),
    ("The mayor was cleared of fraud.", "The mayor was cleared."),
    ("The minister did not speak in Harrow.", "The minister did not speak."),
    ("The mayor or the sheriff resigned.", "The mayor resigned."),
    ("The alleged killer was arrested.", "The killer was arrested."),
]
REFUTED = [
    ("The minister denied that he had met the lobbyist.", "The minister met the lobbyist.", "denial"),
    ("The council did not approve the plan.", "The council approved the plan.", "negation"),
    ("The council approved the plan.", "The council did not approve the plan.", "negation"),
    ("The council plans to close the school.", "The council closed the school.", "plan"),
    ("The council could close the school.", "The council closed the school.", "modal"),
    ("Prosecutors accused the mayor of taking bribes.", "The mayor took bribes.", "accusation"),
    ("The company sued the union.", "The union sued the company.", "role"),
    ("The company was sued by the union.", "The company sued the union.", "role"),
    ("Prices rose by 4 percent.", "Prices rose by 5 percent.", "number"),
    ("The council met on Monday.", "The council met on Tuesday.", "date"),
    ("The mayor met Clara Wynn.", "The mayor met Thomas Hale.", "name"),
    ("The mayor called it “a bad day”.", "The mayor called it “a sad day”.", "quotation"),
    ("Ministers resigned.", "All ministers resigned.", "amount"),
    ("Exports fell to 4 percent in June from 5 percent in May.", "Exports fell to 5 percent.", "number"),
]
UNDECIDED = [
    ("The verdict can be appealed.", "The verdict is open to appeal."),
    ("The council passed the bill.", "The bill cleared the council."),
    ("The police said they were investigating 30 people.", "The police are investigating 30 people."),
    ("The tax is set to rise in May.", "The tax rises in May."),
    (
        "The minister declined to say when she would resign.",
        "The minister would not say when she would resign.",
    ),
    ("Norway bought the ship.", "The Norwegian government bought the ship."),
    ("The bill, which bans smoking, was rejected.", "A bill that bans smoking failed."),
]


@pytest.mark.parametrize(("source", "claim"), PROVED, ids=[c for _, c in PROVED])
def test_words_that_may_go_leave_a_proof(source: str, claim: str) -> None:
    assert Decision("proved") == decided(claim, source)


@pytest.mark.parametrize(("source", "claim"), NOT_PROVED, ids=[s for s, _ in NOT_PROVED])
def test_words_that_may_not_go_leave_none(source: str, claim: str) -> None:
    found = decided(claim, source)
    assert found.standing != "proved"
    assert all(finding.words and finding.reason for finding in found.findings)


@pytest.mark.parametrize(("source", "claim", "check"), REFUTED, ids=[c for _, c, _ in REFUTED])
def test_what_the_source_contradicts_is_refuted(source: str, claim: str, check: str) -> None:
    found = decided(claim, source)
    assert (found.standing, found.findings[0].check) == ("refuted", check)


@pytest.mark.parametrize(("source", "claim"), UNDECIDED, ids=[c for _, c in UNDECIDED])
def test_what_needs_somebody_who_understands_is_left_open(source: str, claim: str) -> None:
    assert decided(claim, source).standing == "undecided"


def test_two_clauses_are_proved_by_two_sentences() -> None:
    sources = (
        "The court fined the company on Monday.",
        "The union welcomed the ruling and ended its strike.",
    )
    assert Decision("proved") == decided("The court fined the company; the union ended its strike.", *sources)


def test_a_first_name_of_another_sentence_of_the_article_is_not_foreign() -> None:
    whole = cast(["Clara Wynn is the minister of finance.", "Wynn resigned on Monday."])
    assert Decision("proved") == decided("Clara Wynn resigned.", "Wynn resigned on Monday.", whole=whole)


def test_a_reason_names_who_did_it() -> None:
    found = decided("Clara Wynn opened the bridge in Harrow.", "Thomas Hale opened the bridge in Harrow.",
                    whole=cast(["Thomas Hale met Clara Wynn."]))  # fmt: skip
    assert [f.reason for f in found.findings] == [
        "The source says “opened” of Thomas Hale, the point says it of “Wynn”."
    ]


def test_an_unread_sentence_proves_only_itself() -> None:
    unread = Parsed("The bill passed.")
    assert Decision("proved") == decide(unread, [unread])
    assert decide(parse("The bill."), [unread]).standing == "undecided"


@pytest.mark.parametrize("words", ["Angrily that the.", "Minister that the."])
def test_words_that_say_nothing_are_not_proved(words: str) -> None:
    found = decided(words, "The minister angrily denied that he had met the lobbyist.")
    assert found.standing == "undecided"


def test_a_language_without_a_table_of_contexts_is_undecided() -> None:
    claim, source = parse("Il ministro è venuto."), parse("Il ministro è venuto a Milano.")
    assert decide(claim, [source], language="it-IT").standing == "undecided"


SENTENCES = sorted({source for source, _ in (*PROVED, *NOT_PROVED, *UNDECIDED)})


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_proves_itself(sentence: str) -> None:
    assert Decision("proved") == decided(sentence, sentence)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SENTENCES), st.data())
def test_a_number_that_the_source_has_not_is_never_proved(sentence: str, data: st.DataObject) -> None:
    words = sentence.split()
    at = data.draw(st.integers(0, len(words)))
    claim = " ".join([*words[:at], "7919", *words[at:]])
    assert decided(claim, sentence).standing == "refuted"


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from([s for s in SENTENCES if " not " in s or " denied " in s or " declined " in s]), st.data()
)
def test_dropping_a_not_is_never_proved(sentence: str, data: st.DataObject) -> None:
    words = sentence.rstrip(".").split()
    denial = next(w for w in words if w in {"not", "denied", "declined"})
    kept = [w for w in words if w != denial and data.draw(st.integers(0, 4))]
    assume(len(kept) > 2)
    found = decided(" ".join(kept) + ".", sentence)
    after = words[words.index(denial) + 1 :]
    assert found.standing != "proved" or not set(kept) & set(after)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_is_raised_on_any_text(claim: str, source: str) -> None:
    assert decided(claim, source).standing in {"proved", "undecided", "refuted"}
