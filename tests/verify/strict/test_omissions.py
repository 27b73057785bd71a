"""What a cut or a new order of the same words may not do to their meaning."""

from __future__ import annotations

import pytest

from digest.models import Claim
from digest.verify import verify
from tests import make


def findings(source: str, text: str) -> set[str]:
    story = make.story(source)
    cites = tuple(f"A1.S{sentence.number}" for sentence in story.lead.sentences)
    verdict = verify([Claim(text, cites)], story, "model")
    return {finding.check for rejected in verdict.rejected for finding in rejected.findings}


@pytest.mark.parametrize(
    ("check", "source", "text"),
    [
        ("sides", "Briggs was defeated by Cole in the primary.", "Briggs defeated Cole in the primary."),
        ("sides", "Cole defeated Briggs in the primary.", "Cole was defeated by Briggs in the primary."),
        ("sides", "Arden has blamed Holm for the attacks on southern Arden.", "Holm has blamed Arden for the attacks."),
        ("sides", "The senate overrode the president's veto.", "The president overrode the senate's veto."),
        ("sides", "Brandt accused Reyes of lying to Holm.", "Reyes accused Brandt of lying to Holm."),
        ("sides", "Support for Holm fell while support for Reyes rose.", "Support for Reyes fell."),
        ("sides", "Holm of the Green Party met Reyes of the Liberal Party.", "Holm of the Liberal Party met Reyes."),
        ("merged", "Holm won in Arden. Reyes won in Norland.", "Holm won in Norland."),
        ("merged", "Arden grew by 4 percent. Norland shrank by 2 percent.", "Arden grew by 2 percent."),
        ("merged", "Holm, 54, leads the Greens. Reyes, 61, leads the Liberals.", "Holm, 61, leads the Greens."),
        ("number", "The army lost 300 men and 20 tanks.", "The army lost 300 tanks."),
        ("number", "Between 10 and 15 people died.", "15 people died."),
        ("number", "He won a third term.", "He won three terms."),
        ("number", "Dozens of people were arrested.", "A dozen people were arrested."),
        ("number", "Prices grew by 3.5 percent.", "Prices grew by 3.5."),
        ("name", "Lena Holm met Tom Reyes.", "Tom Holm met Reyes."),
        ("role", "Former president Holm met Reyes.", "President Holm met Reyes."),
        ("role", "The former president, Lena Holm, met Reyes.", "The president, Lena Holm, met Reyes."),
        ("role", "President-elect Holm met Reyes.", "President Holm met Reyes."),
        ("role", "Acting mayor Holm met Reyes.", "Mayor Holm met Reyes."),
        ("role", "North Norland closed the border.", "Norland closed the border."),
        ("amount", "Only Holm supported the bill.", "Holm supported the bill."),
        ("modality", "If the bill passes, taxes will rise.", "Taxes will rise."),
        ("modality", "Taxes will rise unless the bill passes.", "Taxes will rise."),
        ("modality", "Holm considered resigning.", "Holm resigned."),
        ("modality", "Holm stopped short of supporting the bill.", "Holm supported the bill."),
        ("modality", "Instead of attending the summit, Holm stayed.", "Holm attended the summit."),
        ("modality", "Rather than raise taxes, Holm cut spending.", "Holm raised taxes."),
        ("modality", "Holm backs the ban on imports.", "Holm backs imports."),
        ("modality", "Opponents of the ban marched.", "The ban marched."),
        ("negation", "Reports that Holm resigned are false.", "Holm resigned."),
        ("direction", "The strike was called off.", "The strike was called."),
    ],
)  # fmt: skip
def test_the_same_words_in_another_sense_are_found(check: str, source: str, text: str) -> None:
    assert check in findings(source, text)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Cole defeated Briggs in the primary.", "Briggs was defeated by Cole in the primary."),
        ("Briggs was defeated by Cole in the primary.", "Cole defeated Briggs in the primary."),
        ("Holm met Reyes in Arden on Monday.", "On Monday, Holm met Reyes in Arden."),
        ("The vote is on 3 January 2026.", "The vote is on January 3."),
        ("The rate rose from 4 percent to 5 percent.", "The rate rose from 4 to 5 percent."),
        ("Former president Lena Holm met Reyes.", "Lena Holm met Reyes."),
        ("Holm met ministers in Arden. She later flew to Norland.", "Holm met ministers in Arden and later flew to Norland."),
        ("Even if it rains, Holm will speak on Monday.", "Holm will speak on Monday."),
        ("Holm strongly backs the ban on imports.", "Holm backs the ban on imports."),
    ],
)  # fmt: skip
def test_what_says_the_same_in_another_order_passes(source: str, text: str) -> None:
    assert set() == findings(source, text)
