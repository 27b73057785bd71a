"""German, French and Spanish numbers, dates and places written the English way, so that one set of rules reads them.

The result is not a translation: only what has a value or a name of its own in every language is exchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

LANGUAGES = frozenset({"de", "fr", "es"})
"""Languages that can be written so."""

_UNITS = "two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ENGLISH = (
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety first second third fourth fifth sixth "
    "seventh eighth ninth tenth January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday tomorrow half"
).split()
_WORDS = {
    "de": (
        "null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
        "achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig erste[nrsm]? zweite[nrsm]? "
        "dritte[nrsm]? vierte[nrsm]? fünfte[nrsm]? sechste[nrsm]? siebte[nrsm]? achte[nrsm]? neunte[nrsm]? "
        "zehnte[nrsm]? Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montags? "
        "Dienstags? Mittwochs? Donnerstags? Freitags? (?:Samstag|Sonnabend)s? Sonntags? heute gestern "
        "(?-i:morgen) (?:Hälfte|halbe[nrs]?)"
    ),
    "fr": (
        "zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
        "dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix "
        "premi(?:er|ère)s? deuxièmes? troisièmes? quatrièmes? cinquièmes? sixièmes? septièmes? huitièmes? neuvièmes? "
        "dixièmes? janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi "
        "mercredi jeudi vendredi samedi dimanche aujourd['’]hui hier demain (?:moitié|demie?)"
    ),
    "es": (
        "cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa primer[oa]?s? "
        "segund[oa]s? tercer[oa]?s? cuart[oa]s? quint[oa]s? sext[oa]s? séptim[oa]s? octav[oa]s? noven[oa]s? décim[oa]s? "
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes "
        "miércoles jueves viernes sábado domingo hoy ayer (?-i:mañana) (?:mitad|medi[oa])"
    ),
}
"""The words of ``_ENGLISH`` in the same order, as patterns."""
_PHRASES = {
    "de": {
        r"Prozentpunkten?": "percentage points", r"Prozent": "percent", r"(?:Millionen|Million|Mio\.?)": "million",
        r"(?:Milliarden|Milliarde|Mrd\.?)": "billion", r"Billion(?:en)?": "trillion", r"tausend": "thousand",
        r"hundert": "hundred", r"Dollar": "dollars", r"Pfund": "pounds", r"Rubel": "roubles", r"Dutzend": "dozen",
        r"(?:letzte|vorige|vergangene)[nrs]? Woche": "last week", r"(?:nächste|kommende)[nrs]? Woche": "next week",
        r"(?:letzte|voriges|vergangene)[nrs]? Jahr": "last year", r"(?:nächste|kommende)[nrs]? Jahr": "next year",
        r"UNO": "UN", r"Vereinte[nr]? Nationen": "United Nations", r"Europäische[nr]? Union": "European Union",
    },
    "fr": {
        r"points? de pourcentage": "percentage points", r"pour cent": "percent", r"millions?": "million",
        r"milliards?": "billion", r"mille": "thousand", r"cents?": "hundred", r"livres sterling": "pounds",
        r"douzaine": "dozen", r"la semaine dernière": "last week", r"la semaine prochaine": "next week",
        r"l['’]an(?:née)? derni(?:er|ère)": "last year", r"l['’]an(?:née)? prochaine?": "next year",
        r"ONU": "UN", r"OTAN": "NATO", r"UE": "EU", r"Nations unies": "United Nations",
        r"Union européenne": "European Union",
    },
    "es": {
        r"puntos? porcentual(?:es)?": "percentage points", r"por ciento": "percent", r"mil millones": "billion",
        r"mill(?:ón|ones)(?: de(?= euros| dólares| libras| rublos))?": "million",
        r"bill(?:ón|ones)": "trillion", r"mil": "thousand", r"cien(?:to|tos)?": "hundred", r"dólar(?:es)?": "dollars",
        r"libras": "pounds", r"rublos": "roubles", r"docena": "dozen", r"la semana pasada": "last week",
        r"la (?:próxima semana|semana próxima|semana que viene)": "next week", r"el año pasado": "last year",
        r"el (?:próximo año|año próximo|año que viene)": "next year", r"ONU": "UN", r"OTAN": "NATO", r"UE": "EU",
        r"EE\. ?UU\.|EEUU": "United States", r"Naciones Unidas": "United Nations", r"Unión Europea": "European Union",
    },
}  # fmt: skip
"""Phrases by pattern; those of several words stand before words that they are made of."""
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
    words = zip(_WORDS[language].split(), _ENGLISH, strict=True)
    pairs = (*_PHRASES[language].items(), *_compounds(language), *_places(language), *words)
    found = "|".join(f"({phrase})" for phrase, _ in pairs)
    return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.IGNORECASE), tuple(en for _, en in pairs)


def _compounds(language: str) -> Iterator[tuple[str, str]]:
    """Numbers from 21 to 99 that are one word."""
    words = dict(zip(_ENGLISH, _WORDS[language].split(), strict=True))
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
