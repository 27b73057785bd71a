"""What is politics and what is not."""

from __future__ import annotations

import pytest

from digest.curate.politics import is_politics
from digest.curate.reports import of_article, of_entry
from tests import make
from tests.curate.stories import BUDGET, CUP, FERRY, told_by


def test_votes_and_sanctions_are_politics() -> None:
    for reports in (BUDGET, FERRY):
        assert is_politics([of_article(a) for a in told_by(reports)])


def test_a_match_that_a_president_watched_is_sport() -> None:
    assert not is_politics([of_article(a) for a in told_by(CUP)])


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Actress tells of crash on the set", "The film star once met the president at a concert."),
        ("Two trains collide in tunnel in Tamar", "One worker was injured, the operator said."),
        ("Seven best tablets of the year", "Our reviews of every laptop, tablet and smartphone."),
        ("Tourist dies of poisoning in Korvia", "Police questioned the owners of the hostel."),
    ],
)
def test_what_merely_names_a_country_or_a_politician_is_not(title: str, summary: str) -> None:
    assert not is_politics([of_entry(make.entry(title, summary=summary))])


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("de", "Bundestag stimmt über den Haushalt ab"),
        ("fr", "Le gouvernement renonce au projet de loi"),
        ("es", "El Congreso aprueba los presupuestos"),
    ],
)
def test_politics_is_known_in_other_languages(language: str, title: str) -> None:
    assert is_politics([of_entry(make.entry(title, language=language))])


def test_a_section_of_the_publisher_settles_what_words_leave_open() -> None:
    open_title = "A long night in Lissen"
    assert not is_politics([of_entry(make.entry(open_title, categories=("Sport",)))])
    assert is_politics([of_entry(make.entry(open_title, categories=("Politics",)))])


def test_a_language_without_a_list_is_let_in() -> None:
    assert is_politics([of_entry(make.entry("Vaalit pidetään keväällä", language="fi"))])
