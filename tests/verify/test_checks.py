"""What each check finds, and what it lets pass: a source sentence, a claim, the name of the check or none."""

import pytest

from digest.models import Claim
from digest.verify import verify
from tests import make

NUMBERS = [
    ("Prices rose from 3 to 5 percent in May.", "Prices rose from 5 to 3 percent in May.", "direction"),
    ("The storm killed 5 people and injured 30.", "The storm killed 30 people and injured 5.", "number"),
    ("Some 1,200 soldiers left.", "Some 1.2 million soldiers left.", "number"),
    ("More than 40 schools closed.", "Less than 40 schools closed.", "number"),
    ("More than 40 schools closed.", "40 schools closed.", "number"),
    ("Turnout was nearly 60 percent.", "Turnout was 60 percent.", "number"),
    ("The tax rose by 2 percentage points.", "The tax rose by 2 percent.", "number"),
    ("The fund has $40 million for roads.", "The fund has 40 million dollars for roads.", None),
    ("Twenty-five deputies voted for it.", "25 deputies voted for it.", None),
    ("The fund has 1.2 billion euros for roads.", "The fund has €1.2bn for roads.", None),
    ("Brandt, 45, a lawyer from Osten, won the seat.", "Brandt, 45, won the seat.", None),
]
DATES = [
    ("The vote is on 3 March 2026.", "The vote is on 4 March 2026.", "date"),
    ("The vote is on Tuesday.", "The vote is on 3 March.", None),
    ("The vote is on Tuesday.", "The vote is on 10 March.", "date"),
    ("The vote is tomorrow.", "The vote is on Tuesday.", None),
    ("The vote is on Tuesday.", "The vote is tomorrow.", "date"),
    ("The law dates from May 2019.", "The law dates from 2019.", None),
    ("The law dates from 2019.", "The law dates from May 2019.", "date"),
]
NAMES = [
    ("Anna Brandt met Tom Reyes in Osten.", "Anna Reyes met Tom Brandt in Osten.", "name"),
    ("Anna Brandt left Osten.", "Clara Wynn left Osten.", "name"),
    ("Anna Brandt left Osten.", "Brandt left Osten.", None),
    ("Zelenskiy left Osten.", "Zelensky left Osten.", None),
    ("Norwegian ships left Osten.", "Norway ships left Osten.", None),
    ("Minister Anna Brandt met Mayor Tom Reyes.", "Mayor Anna Brandt met Minister Tom Reyes.", "role"),
    ("Anna Brandt, the finance minister, left Osten.", "Finance Minister Anna Brandt left Osten.", None),
]
QUOTATIONS = [
    ("“We will never pay,” Brandt said.", "“We will pay,” Brandt said.", "quotation"),
    ("“We will never pay,” Brandt said.", "Brandt said “we will never pay”.", None),
    ("“We will never pay, not even later,” Brandt said.", "“We will never pay,” Brandt said.", None),
    ("“We will never pay them back,” Brandt said.", "“We will never pay,” Brandt said.", "quotation"),
    ("Brandt said that they would pay.", "Brandt said that “they would pay”.", "quotation"),
]
DENIALS = [
    ("The court did not order a release.", "The court did order a release.", "negation"),
    ("The court ordered a release.", "The court did not order a release.", "negation"),
    ("No minister resigned on Monday.", "A minister resigned on Monday.", "negation"),
    ("The court can’t order a release.", "The court can order a release.", "negation"),
    (
        "The council met, but it did not vote.",
        "The council met.",
        None,
    ),
    ("The council did not formally reject the plan.", "The council did not reject the plan.", None),
    ("Brandt denied that troops had crossed the river.", "Troops had crossed the river.", "attribution"),
]
HEDGES = [
    ("The tax may rise in May.", "The tax will rise in May.", "modality"),
    ("The tax may rise in May.", "The tax rises in May.", "modality"),
    ("The tax will rise in May.", "The tax may rise in May.", "modality"),
    ("The mayor allegedly took bribes.", "The mayor took bribes.", "modality"),
    ("The council plans to cut wages.", "The council cut wages.", "modality"),
    ("The council urged the mayor to cut wages.", "The mayor cut wages.", "modality"),
    ("The council failed to cut wages.", "The council cut wages.", "modality"),
    ("The council will cut wages in May.", "The council to cut wages in May.", None),
    ("Some deputies left the party.", "All deputies left the party.", "amount"),
    ("Almost all deputies left the party.", "All deputies left the party.", "amount"),
]
SPEAKERS = [
    ("Brandt said the bridge was unsafe.", "The bridge was unsafe.", "attribution"),
    ("The bridge was unsafe, Brandt said.", "The bridge was unsafe.", "attribution"),
    ("The bridge was unsafe, according to Brandt.", "The bridge was unsafe.", "attribution"),
    ("The bridge was unsafe, Brandt said.", "Brandt said the bridge was unsafe.", None),
    ("The bridge was unsafe, said Brandt.", "Brandt said the bridge was unsafe.", None),
    ("Brandt, who leads the council, said it was unsafe.", "Brandt said it was unsafe.", None),
    ("Brandt told Reyes the bridge was unsafe.", "Reyes told Brandt the bridge was unsafe.", "sides"),
    ("Brandt accused Reyes of taking bribes.", "Reyes took bribes.", "attribution"),
    ("The state closed the bridge.", "The state closed the bridge on the river.", "words"),
]
SIDES = [
    ("Brandt criticised Reyes on Monday.", "Reyes criticised Brandt on Monday.", "sides"),
    ("Brandt criticised Reyes on Monday.", "Reyes was criticised by Brandt on Monday.", None),
    ("The union sued the government.", "The government sued the union.", "sides"),
    ("Ships sailed from Osten to Grell.", "Ships sailed from Grell to Osten.", "direction"),
    ("On Monday the council adopted the budget.", "The council adopted the budget on Monday.", None),
]
WORDS = [
    ("Exports rose in May.", "Exports fell in May.", "direction"),
    ("The council met before the vote.", "The council met after the vote.", "direction"),
    ("The council voted for the budget.", "The council voted against the budget.", "words"),
    ("The council adopted the budget.", "The council adopted the disastrous budget.", "words"),
    ("Exports fell in May while imports rose.", "Exports rose in May while imports rose.", "words"),
    ("The council organised a cease-fire.", "The council organized a ceasefire.", None),
    ("The council chose Brandt.", "The council has chosen Brandt.", None),
]


@pytest.mark.parametrize(
    ("source", "text", "check"),
    [*NUMBERS, *DATES, *NAMES, *QUOTATIONS, *DENIALS, *HEDGES, *SPEAKERS, *SIDES, *WORDS],
)
def test_a_turned_meaning_is_found_and_a_kept_one_passes(source: str, text: str, check: str | None) -> None:
    verdict = verify([Claim(text, ("A1.S1",))], make.story(source), "model")
    found = [finding.check for rejected in verdict.rejected for finding in rejected.findings]
    assert (check in found) if check else found == []


def test_two_sentences_of_one_story_do_not_become_one_event() -> None:
    story = make.story("Mayor Brandt opened the bridge on Monday. Councillor Reyes was arrested for fraud.")
    verdict = verify(
        [Claim("Brandt opened the bridge and was arrested for fraud.", ("A1.S1", "A1.S2"))], story, "model"
    )
    assert ["merged"] == [finding.check for finding in verdict.rejected[0].findings]


def test_two_sentences_on_the_same_person_may_become_one_point() -> None:
    story = make.story("Brandt opened the bridge on Monday. She was arrested for fraud later.")
    claim = Claim("Brandt opened the bridge and was arrested for fraud.", ("A1.S1", "A1.S2"))
    assert () == verify([claim], story, "model").rejected


def test_what_is_announced_for_a_day_that_is_over_does_not_pass() -> None:
    story = make.story("The council, which met on Monday, will vote on Tuesday.")
    claim = Claim("The council will vote on Tuesday.", ("A1.S1",))
    assert () == verify([claim], story, "model", now=make.NOW).rejected
    later = make.NOW.replace(day=5)
    assert ["stale"] == [
        f.check for r in verify([claim], story, "model", now=later).rejected for f in r.findings
    ]


def test_of_a_language_without_rules_only_the_sentence_as_it_stands_passes() -> None:
    source = make.article("Il consiglio ha approvato il bilancio lunedì.", language="it")
    story = make.story(source)
    whole = Claim("Il consiglio ha approvato il bilancio lunedì.", ("A1.S1",))
    short = Claim("Il consiglio ha approvato il bilancio.", ("A1.S1",))
    verdict = verify([whole, short], story, "model")
    assert [whole.text] == [point.text for point in verdict.points]
    assert ["words"] == [finding.check for finding in verdict.rejected[0].findings]


def test_what_an_opinion_piece_says_is_not_printed_as_a_fact() -> None:
    story = make.story(make.article("The council adopted a shameful budget.", form="opinion"))
    points = verify([Claim("The council adopted a shameful budget.", ("A1.S1",))], story, "model").points
    assert ["opinion"] == [point.kind for point in points]


def test_a_finding_names_the_offending_words_and_what_is_wrong_with_them() -> None:
    verdict = verify([Claim("Exports fell in May.", ("A1.S1",))], make.story("Exports rose in May."), "model")
    (finding,) = verdict.rejected[0].findings
    assert ("direction", "fell") == (finding.check, finding.words)
    assert "The point says “fell” where the cited sentence says “rose”." == finding.reason
