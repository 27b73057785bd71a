"""The words around the news in the reader's language: dates, numbers, direction of writing."""

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton


def locale_of(language: str) -> Locale:
    """The locale of a language tag such as en, de or pt-BR; English where Babel does not know it."""
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def direction(language: str) -> str:
    """Direction of writing, ``ltr`` or ``rtl``."""
    return locale_of(language).text_direction


def long_date(day: date, language: str) -> str:
    """The day in full, with its weekday."""
    return format_date(day, "full", locale=locale_of(language))


def short_date(day: date, language: str) -> str:
    """Day and month, for a day not long ago."""
    return format_skeleton("MMMMd", day, locale=locale_of(language))


def translations(language: str) -> NullTranslations:  # noqa: ARG001 - English is the language of the templates
    """The labels of that language."""
    return NullTranslations()
