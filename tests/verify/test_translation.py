"""A claim in another language than its sentences: what passes, what does not, what is said of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.models import Claim, Story
from digest.verify import verbatim, verify
from tests import make

GERMAN = (
    "Bürgermeisterin Anna Brandt sagte am Dienstag, die Stadt Osten werde 1,5 Milliarden Euro für zwölf Schulen ausgeben.\n"
    "„Wir werden keine einzige schließen“, sagte Brandt in Moskau.\n"
    "Stadtrat Tom Reyes lehnte den Plan ab."
)
ENGLISH = (
    "Mayor Anna Brandt said on Tuesday that the city of Osten would spend 1.5 billion euros on 12 schools.\n"
    "“We will not close a single one,” Brandt said in Moscow.\n"
    "Councillor Tom Reyes rejected the plan."
)


def told(text: str, language: str) -> Story:
    return make.story(replace(make.article(text), language=language))


def findings(text: str, cite: str, source: str, of: str, into: str) -> list[str]:
    verdict = verify([Claim(text, (cite,))], told(source, of), "model", language=into)
    return [f.check for rejected in verdict.rejected for f in rejected.findings]


@pytest.mark.parametrize(
    ("into", "source", "of", "cite", "text"),
    [
        ("en", GERMAN, "de", "A1.S1", "Anna Brandt said on Tuesday the city would spend 1.5 billion euros on 12 schools."),
        ("en", GERMAN, "de", "A1.S2", "“We will not close a single one,” Brandt said in Moscow."),
        ("de", ENGLISH, "en", "A1.S1", "Die Stadt Osten will 1,5 Milliarden Euro für zwölf Schulen ausgeben, sagte Anna Brandt am Dienstag."),
        ("de", ENGLISH, "en", "A1.S2", "„Wir werden keine einzige schließen“, sagte Brandt in Moskau."),
        ("fr", ENGLISH, "en", "A1.S1", "La ville dépensera 1,5 milliard d’euros pour douze écoles, a dit Anna Brandt mardi."),
        ("es", ENGLISH, "en", "A1.S1", "La ciudad gastará 1.500 millones de euros en doce escuelas, dijo Anna Brandt el martes."),
    ],
)  # fmt: skip
def test_a_faithful_translation_passes_and_says_so(
    into: str, source: str, of: str, cite: str, text: str
) -> None:
    point = verify([Claim(text, (cite,))], told(source, of), "model", language=into).points[0]
    assert (text, of, "") == (point.text, point.translated, point.language)


@pytest.mark.parametrize(
    ("check", "cite", "text"),
    [
        ("number", "A1.S1", "Die Stadt Osten will 1,6 Milliarden Euro für zwölf Schulen ausgeben, sagte Anna Brandt."),
        ("number", "A1.S1", "Die Stadt Osten will 1,5 Millionen Euro für zwölf Schulen ausgeben, sagte Anna Brandt."),
        ("number", "A1.S1", "Die Stadt Osten will 1,5 Milliarden Euro für elf Schulen ausgeben, sagte Anna Brandt."),
        ("date", "A1.S1", "Die Stadt Osten will das Geld ausgeben, sagte Anna Brandt am Mittwoch."),
        ("name", "A1.S1", "Die Stadt will das Geld für Schulen ausgeben, sagte Reyes."),
        ("name", "A1.S1", "Die Stadt will das Geld für Schulen ausgeben, sagte Marlowe Quist."),
        ("quotation", "A1.S1", "„Wir sparen nicht an den Schulen“, sagte Brandt."),
        ("negation", "A1.S3", "Tom Reyes lehnte den Plan nicht ab."),
        ("negation", "A1.S2", "„Wir werden jede einzige schließen“, sagte Brandt."),
    ],
)  # fmt: skip
def test_a_changed_detail_is_found_in_a_translation(check: str, cite: str, text: str) -> None:
    assert check in findings(text, cite, ENGLISH, "en", "de")


def test_a_name_swapped_in_a_translation_into_english_is_found() -> None:
    assert "name" in findings("Tom Reyes said the city would spend it.", "A1.S1", GERMAN, "de", "en")


def test_a_claim_that_was_not_translated_meets_the_rules_of_its_own_language() -> None:
    text = "Mayor Anna Brandt said on Tuesday that the city of Osten could spend the money on the schools."
    assert "modality" in findings(text, "A1.S1", ENGLISH, "en", "de")


@pytest.mark.parametrize(("into", "of"), [("ar", "en"), ("en", "ru"), ("pt", "en")])
def test_a_language_without_rules_is_named(into: str, of: str) -> None:
    assert (
        "language" in findings("O plano foi rejeitado por Reyes.", "A1.S3", ENGLISH, of, into) or of == "en"
    )
    assert [] == findings("Councillor Tom Reyes rejected the plan.", "A1.S3", ENGLISH, of, into)


def test_a_sentence_left_in_its_own_language_says_which() -> None:
    claim, story = Claim("Falsch, das.", ("A1.S3",)), told(GERMAN, "de")
    whole = Claim("Stadtrat Tom Reyes lehnte den Plan ab.", ("A1.S3",))
    assert "de" == verify([whole], story, "extractive", language="en").points[0].language
    assert "" == verify([whole], story, "extractive", language="de-AT").points[0].language
    point = verbatim(claim, story, language="en")
    assert point
    assert "de" == point.language
