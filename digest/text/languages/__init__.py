"""Everything that any stage knows of a language, a module each; read when it is first asked for. Data only, pure."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from digest.text.languages.language import Alternatives, Language

CODES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl")
"""Languages with a module of their own, the one that is known best before the others."""
_COUNTED = frozenset({"en", "de", "fr", "es"})
"""Languages with a module in ``frequency``."""


@cache
def language(code: str) -> Language:
    """What is known of the language of a BCP 47 tag; the region does not matter, an empty tag is English.

    A language that is not known has empty tables, as one has that is known and lacks a table: whoever asks says
    what happens then.
    """
    primary = code.replace("_", "-").partition("-")[0].lower() or "en"
    if primary in CODES:
        found: Language = import_module(f"digest.text.languages.{primary}").LANGUAGE
        return found
    return _others().get(primary) or Language(code=primary)


@cache
def every_language() -> tuple[Language, ...]:
    """All languages of which something is known: for pages, whose language is not yet known when they are read."""
    return (*map(language, CODES), *_others().values())


def alternatives(table: Callable[[Language], Alternatives]) -> Alternatives:
    """A table of patterns of all languages as one."""
    return "|".join(found for one in every_language() if (found := table(one)))


@cache
def frequency_bands(code: str) -> tuple[str, ...]:
    """The commonest stems of a language in bands, each half as usual as the one before; none if they were not counted."""
    if code not in _COUNTED:
        return ()
    bands: tuple[str, ...] = import_module(f"digest.text.languages.frequency.{code}").BANDS
    return bands


def _others() -> dict[str, Language]:
    found: dict[str, Language] = import_module("digest.text.languages.others").OTHERS
    return found
