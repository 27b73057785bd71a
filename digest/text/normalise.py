"""German, French and Spanish numbers, dates and places written the English way, so that one set of rules reads them.

The result is not a translation: only what has a value or a name of its own in every language is exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from digest.text import languages

LANGUAGES = frozenset(one.code for one in languages.every_language() if one.exchanges.words)
"""Languages that can be written so."""

_NUMBERS = languages.language("en").numbers
_UNITS, _TENS = _NUMBERS.units[2:10], _NUMBERS.tens
_ENGLISH = (
    _NUMBERS.units[0],
    *_NUMBERS.units[2:],
    *_TENS,
    *_NUMBERS.ordinals[1:11],
    *(month[0].title() for month in languages.language("en").months),
    *(day.title() for day in languages.language("en").weekdays),
    *("today", "yesterday", "tomorrow", "half"),
)
"""What ``Exchanges.words`` are exchanged for, in the same order."""
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[.\s\u00a0\u202f]\d{3})+(?![\d])")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})(?:\.|er|º)(?= (?:January|February|March|April|May|June|July|August|September|October|November|December)\b)")  # fmt: skip
_OF_MONTH = re.compile(
    r"(?<=\d)(?: de| del)(?= (?:[A-Z][a-z]+|\d{4})\b)|(?<=[a-z])(?: de| del)(?= (?:19|20)\d\d\b)"
)
_IN_MONTH = re.compile(
    r"\b(?:im|en|au mois de|seit|depuis|desde|bis|hasta|Ende|Anfang|fin|début)(?= (?:May|March)\b)"
)


def in_english_notation(text: str, language: str) -> str:
    """The text with its numbers, dates, countries and capitals written the English way; as it is in other languages.

    ``language`` is a BCP 47 tag. "1,5 Milliarden Euro" becomes "1.5 billion Euro", "el 3 de marzo" "el 3 March".
    """
    primary = language.partition("-")[0].lower()
    if primary not in LANGUAGES:
        return text
    text = _DECIMAL.sub(".", _GROUPED.sub(lambda m: re.sub(r"\D", "", m[0]), text))
    pattern, english = _exchanged(primary)
    text = pattern.sub(lambda match: english[(match.lastindex or 1) - 1], text)
    text = _OF_MONTH.sub("", text)
    return _IN_MONTH.sub("in", _DAY.sub(r"\1", text))


@cache
def _exchanged(language: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """A pattern with a group for each word or phrase, and what stands for each group in English."""
    words = zip(languages.language(language).exchanges.words, _ENGLISH, strict=True)
    pairs = (
        *languages.language(language).exchanges.phrases.items(),
        *_compounds(language),
        *_places(language),
        *words,
    )
    found = "|".join(f"({phrase})" for phrase, _ in pairs)
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.IGNORECASE), tuple(en for _, en in pairs)


def _compounds(language: str) -> Iterator[tuple[str, str]]:
    """Numbers from 21 to 99 that are one word."""
    words = dict(zip(_ENGLISH, languages.language(language).exchanges.words, strict=True))
    for ten in _TENS:
        for unit in _UNITS:
            if language == "de":
                yield f"{words[unit]}und{words[ten]}", f"{ten}-{unit}"
            if language == "es" and ten == "twenty":
                yield (
                    f"veinti{words[unit]}".replace("dos", "dós")
                    .replace("tres", "trés")
                    .replace("seis", "séis"),
                    f"{ten}-{unit}",
                )


def _places(language: str) -> Iterator[tuple[str, str]]:
    """Countries, and the cities that time zones are named after, from the Common Locale Data Repository."""
    own, english = Locale(language), Locale("en")
    for code, name in own.territories.items():
        if code.isalpha() and name != english.territories.get(code, name):
            yield f"(?-i:{re.escape(name)})", english.territories[code]
    for zone, names in own.time_zones.items():
        city = zone.rpartition("/")[2].replace("_", " ")
        if names.get("city", city) != city:
            yield f"(?-i:{re.escape(names['city'])})", city
