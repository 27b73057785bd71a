from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from digest.render import render_email, render_page
from digest.render.labels import direction, in_language, long_date, near_date, short_date, translations
from digest.render.templates import FOLDERS
from tests.render.editions import full_edition, settings
from tests.render.reading import links, pages, text_links, tree, words

TEMPLATES = next(folder for folder in FOLDERS if folder.is_dir())
LANGUAGES = sorted(file.stem for file in (TEMPLATES / "labels").glob("*.po"))
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def labels() -> set[str | tuple[str, ...]]:
    """Every label in the templates; of one with a plural both forms."""
    options = {"trim_blocks": "true", "lstrip_blocks": "true", "extensions": "jinja2.ext.i18n"}
    found = extract_from_dir(
        str(TEMPLATES), [("**.po", "ignore"), ("**", "jinja2.ext:babel_extract")], {"**": options}
    )
    return {message for _file, _line, message, _comments, _context in found}


def test_there_are_labels_in_five_languages() -> None:
    assert ["ar", "de", "es", "fr"] == LANGUAGES
    assert len(labels()) > 25


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_translated_with_its_placeholders_and_none_is_left_over(language: str) -> None:
    with (TEMPLATES / "labels" / f"{language}.po").open("rb") as file:
        catalogue = {message.id: message for message in read_po(file) if message.id}

    assert labels() == set(catalogue)
    for message in catalogue.values():
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(forms), message.id
        known = set(PLACEHOLDER.findall(str(message.id)))
        assert known >= set(PLACEHOLDER.findall(str(forms)))
        assert known <= set(PLACEHOLDER.findall(str(forms)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_edition_in_that_language_has_no_english_label(language: str) -> None:
    edition = full_edition(language=language, sample=True)
    email, page = render_email(edition, settings()), render_page(edition, settings())

    for english in (
        "Also today",
        "Update",
        "Unsubscribe",
        "outlets",
        "to read",
        "key points",
        "Evidence",
        "stories",
    ):
        assert english not in words(email.html) + email.text + words(page)
    assert pages(links(email.html)) == text_links(email.text)
    assert (language, direction(language)) == (tree(page).get("lang"), tree(page).get("dir"))


def test_arabic_is_set_from_right_to_left() -> None:
    email = render_email(full_edition(language="ar"), settings())

    assert ("ar", "rtl") == (tree(email.html).get("lang"), tree(email.html).get("dir"))
    assert "padding-right:20px" in email.html
    assert "text-align:left" not in tree(email.html).xpath("//h1/..")[0].get("style")


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, "خبر واحد"), (2, "خبران"), (3, "3 أخبار"), (11, "11 خبرًا"), (100, "100 خبر"), (103, "103 أخبار")],
)
def test_arabic_has_a_word_for_each_kind_of_number(count: int, expected: str) -> None:
    found = translations("ar", [TEMPLATES]).ngettext("%(count)s story", "%(count)s stories", count)

    assert expected == found % {"count": count}


def test_a_language_without_labels_has_english_ones_and_its_own_dates() -> None:
    text = render_email(full_edition(language="nl"), settings()).text

    assert "maandag 2 maart 2026" in text
    assert "Also today" in text


def test_labels_of_a_language_serve_its_regions() -> None:
    assert "Außerdem heute" in render_email(full_edition(language="de-AT"), settings()).text


def test_labels_can_be_ones_own(tmp_path: Path) -> None:
    (tmp_path / "labels").mkdir()
    (tmp_path / "labels" / "nl.po").write_text('msgid "In brief"\nmsgstr "In het kort"\n', encoding="utf-8")

    assert "In het kort" == translations("nl", [tmp_path, TEMPLATES]).gettext("In brief")


def test_dates_are_written_as_the_language_writes_them() -> None:
    day = date(2026, 3, 2)

    assert ["Monday, March 2, 2026", "Monday, 2 March 2026", "Montag, 2. März 2026"] == [
        long_date(day, tag) for tag in ("en", "en-GB", "de")
    ]
    assert ["March 2", "2. März", "2 mars"] == [short_date(day, tag) for tag in ("en", "de", "fr")]
    assert "Monday, March 2, 2026" == long_date(day, "xx-unknown")
    assert ["Mon, March 2", "Mon 2 March", "lun. 2 mars", "lun, 2 de marzo"] == [
        near_date(day, tag) for tag in ("en-US", "en-GB", "fr-CA", "es-MX")
    ]


def test_a_language_without_patterns_of_ours_has_those_of_cldr() -> None:
    assert "2026年3月2日月曜日" == long_date(date(2026, 3, 2), "ja")


def test_the_language_of_a_source_is_called_as_readers_call_it() -> None:
    assert " (German)" == in_language("de-AT", "en")
    assert " (allemand)" == in_language("de", "fr")
    assert " (xx)" == in_language("xx", "en")
    assert "" == in_language("", "en")
