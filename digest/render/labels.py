"""The words around the news in the reader's language: dates, numbers, direction of writing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, get_day_names
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from digest.errors import TemplateError, words
from digest.text.decoding import utf8


def locale_of(language: str) -> Locale:
    """The locale of a language tag such as en, de or pt-BR; English if Babel does not know it."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def direction(language: str) -> str:
    """Direction of writing, ``ltr`` or ``rtl``."""
    return locale_of(language).text_direction


class _DatePatterns(NamedTuple):
    """Patterns of CLDR (UTS 35, date field symbols)."""

    long: str
    near: str
    short: str


_DAY_FIRST = _DatePatterns("EEEE d MMMM y", "E d MMMM", "d MMMM")
_OF = _DatePatterns("EEEE, d 'de' MMMM 'de' y", "E, d 'de' MMMM", "d 'de' MMMM")
_PATTERNS = {
    "en": _DatePatterns("EEEE, MMMM d, y", "E, MMMM d", "MMMM d"),
    "en-GB": _DatePatterns("EEEE, d MMMM y", "E d MMMM", "d MMMM"),
    "de": _DatePatterns("EEEE, d. MMMM y", "E, d. MMMM", "d. MMMM"),
    "fr": _DAY_FIRST,
    "it": _DAY_FIRST,
    "nl": _DAY_FIRST,
    "es": _OF,
    "pt": _OF,
    "pl": _DatePatterns("EEEE, d MMMM y", "E, d MMMM", "d MMMM"),
    "ar": _DatePatterns("EEEE، d MMMM y", "E، d MMMM", "d MMMM"),
}
"""Our own, so that what readers see does not change with a release of Babel: CLDR's change nearly every year.

Other languages have theirs from CLDR.
"""


def long_date(day: date, language: str) -> str:
    """The day in full, with its weekday."""
    patterns = _patterns(language)
    return format_date(day, patterns.long if patterns else "full", locale=locale_of(language))


def near_date(day: date, language: str) -> str:
    """Weekday, day and month, for a day of the next weeks."""
    patterns, locale = _patterns(language), locale_of(language)
    return (
        format_date(day, patterns.near, locale=locale)
        if patterns
        else format_skeleton("MMMMEd", day, locale=locale)
    )


def short_date(day: date, language: str) -> str:
    """Day and month, for a day not long ago."""
    patterns, locale = _patterns(language), locale_of(language)
    return (
        format_date(day, patterns.short, locale=locale)
        if patterns
        else format_skeleton("MMMMd", day, locale=locale)
    )


def _patterns(language: str) -> _DatePatterns | None:
    """Those of the language with its region, else of the language; of English if Babel does not know it."""
    locale = locale_of(language)
    return _PATTERNS.get(f"{locale.language}-{locale.territory}") or _PATTERNS.get(locale.language)


@lru_cache(maxsize=4)
def languages(folders: tuple[Path, ...]) -> dict[str, str]:
    """The languages that there are labels in, each with its own name for itself: ``{"de": "Deutsch", …}``."""
    files = (file for folder in folders for file in folder.glob("labels/*.po"))
    return {name: _own_name(name) for name in sorted({"en", *(file.stem for file in files)})}


def languages_beside(language: str, folders: tuple[Path, ...]) -> dict[str, str]:
    """Those that are written in the same direction, so that they can stand around news in that language."""
    known = languages(folders).items()
    return {code: name for code, name in known if direction(code) == direction(language)}


def _own_name(language: str) -> str:
    locale = locale_of(language)
    return (locale.get_display_name(locale) or language).capitalize()


def weekdays(language: str) -> list[str]:
    """The names of the days from Monday on, as they stand alone."""
    names = get_day_names("wide", "stand-alone", locale_of(language))
    return [names[number] for number in range(7)]


def in_language(code: str, language: str) -> str:
    """ " (German)", to stand behind a source: the language of that code as it is called in the other; empty for none."""
    primary = code.lower().partition("-")[0]
    return f" ({locale_of(language).languages.get(primary, code)})" if code else ""


def translations(language: str, folders: Sequence[Path]) -> NullTranslations:
    """The labels of that language from the first folder that has them; English if none has.

    A folder has them as ``labels/de.po``: gettext catalogues, read as they are. For de-AT that of de serves. Raises
    TemplateError if one cannot be read.
    """
    names = dict.fromkeys((language, language.partition("-")[0]))
    files = (folder / "labels" / f"{name}.po" for name in names for folder in folders)
    found = next((file for file in files if file.is_file()), None)
    if found is None:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, _catalogue(found, language))
    compiled.seek(0)
    return GNUTranslations(compiled)


def _catalogue(file: Path, language: str) -> Catalog:
    """The catalogue in that file. One that is not UTF-8 may name its encoding itself."""
    data = utf8(file.read_bytes())
    try:
        return read_po(BytesIO(data), locale=locale_of(language))
    except (UnicodeError, LookupError) as error:
        raise TemplateError(
            f"{file} cannot be read: {words(error)}. Save it as UTF-8, with charset=UTF-8 in its head."
        ) from error
