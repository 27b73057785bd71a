"""A claim in another language than its sentences: what can be compared without knowing every word.

Numbers, dates, names, quotations and denials are compared in one way of writing. German, French, Spanish and English
are known; whatever is in another language is printed in its own words only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from digest.models import Claim, Finding
from digest.text import languages
from digest.text.dates import dates
from digest.text.names import Name, names, plain, same_word
from digest.text.normalise import LANGUAGES, in_english_notation
from digest.text.numbers import Number, numbers
from digest.text.quotes import has_unpaired_mark, quotations
from digest.text.tokens import fold, stopwords, words
from digest.verify.names_roles import is_plain_opener
from digest.verify.numbers_dates import agrees
from digest.verify.passage import Passage, finding, normalise_marks

KNOWN = LANGUAGES | {"en"}
_CALENDAR = frozenset(
    (*(month[0] for month in languages.language("en").months), *languages.language("en").weekdays)
)
_SHORTEST, _LONGEST = 0.4, 2.5
"""How long a translated quotation is, as a part of the one it is made from."""
_DENIAL = {code: re.compile(languages.language(code).denials) for code in KNOWN}


@dataclass(frozen=True, slots=True)
class Translation:
    """A claim and its passage, both with numbers, dates and places written the English way."""

    claim: Claim
    passage: Passage
    text: str
    sources: tuple[str, ...]
    languages: tuple[str, str]
    """Of the claim and of the passage, without regions."""


def is_translated(claim: Claim, passage: Passage, language: str) -> bool:
    """Whether the claim, meant for a digest in that language, is in another language than its sentences.

    A claim that was to be translated and was not has more small words of the source's language than of its own.
    """
    own = primary(language)
    others = [code for code in passage.languages if code != own]
    if not others or not KNOWN.issuperset((own, *passage.languages)):
        return False
    small = words(claim.text)
    return sum(w in stopwords(own) for w in small) > sum(w in stopwords(others[0]) for w in small)


def as_translation(claim: Claim, passage: Passage, language: str) -> Translation:
    """The claim as a translation from the language of its sentences into that of the digest."""
    own, source = primary(language), passage.languages[0]
    texts = tuple(
        in_english_notation(sentence.text, article.language or "en") for article, sentence in passage.cited
    )
    return Translation(claim, passage, in_english_notation(claim.text, own), texts, (own, source))


def primary(language: str) -> str:
    """The language of a tag without its region."""
    return language.partition("-")[0].lower()


def numbers_are_translated(translation: Translation) -> Iterator[Finding]:
    """A number has the value and the unit of one in a cited sentence; "one" may be an article in the other language."""
    there = [number for source in translation.sources for number in numbers(source)]
    spans = [(when.start, when.end) for when in dates(translation.text)]
    for number in numbers(translation.text):
        dated = any(start < number.end and number.start < end for start, end in spans)
        if not dated and number.value != 1 and not any(_same(number, other) for other in there):
            yield finding(
                "number",
                translation.text[number.start : number.end].strip(),
                "The number {} is not in the cited sentences.",
            )


def _same(one: Number, other: Number) -> bool:
    return one.value == other.value and (one.unit == other.unit or not one.unit)


def dates_are_translated(translation: Translation) -> Iterator[Finding]:
    """A date is one of a cited sentence, or the same day counted from the day of the article."""
    there = [when for source in translation.sources for when in dates(source)]
    figures = {number.value for source in translation.sources for number in numbers(source)}
    for when in dates(translation.text):
        known = when.year in figures and not when.month
        if not known and not any(agrees(when, other, translation.passage) for other in there):
            yield finding(
                "date", translation.text[when.start : when.end], "The date {} is not in the cited sentences."
            )


def names_are_translated(translation: Translation) -> Iterator[Finding]:
    """A name is written as in a cited sentence, or in their article around a name that is cited.

    German writes every noun with a capital: there only a run of two, or a name that the article has elsewhere, is
    taken for one.
    """
    cited = {plain(word) for source in translation.sources for word in source.split()}
    article = {
        plain(word)
        for article in translation.passage.articles
        for name in names(in_english_notation(article.text, article.language or "en"))
        if not name.initial
        for word in name.words
    }
    for name in names(translation.text):
        if not is_plain_opener(name) and _is_uncited(translation, name, cited, article):
            yield finding(
                "name", translation.text[name.start : name.end], "The name {} is not in the cited sentences."
            )


def _is_uncited(translation: Translation, name: Name, cited: set[str], article: set[str]) -> bool:
    """Whether words of a name are not in the cited sentences, and not in their article beside one that does."""
    small = stopwords(translation.languages[0])
    own = [w for w in name.words if w.isalpha() and w not in small and w not in _CALENDAR]
    strange = [w for w in own if not any(same_word(w, known) for known in cited)]
    if translation.languages[0] == "de":
        return bool(article.intersection(strange)) or (len(own) > 1 and len(strange) == len(own))
    return bool(strange) and not (len(strange) < len(own) and article.issuperset(strange))


def quotations_are_translated(translation: Translation) -> Iterator[Finding]:
    """Every quotation is made from one of the cited sentences: verbatim, or about as long."""
    there = [quotation.words for source in translation.passage.texts for quotation in quotations(source)]
    if has_unpaired_mark(translation.claim.text):
        yield Finding("quotation", translation.claim.text[:40], "A quotation mark opens or closes nothing.")
    for quotation in quotations(translation.claim.text):
        fits = [
            w
            for w in there
            if normalise_marks(quotation.words) in normalise_marks(w)
            or _has_similar_length(quotation.words, w)
        ]
        if not fits:
            yield finding(
                "quotation", quotation.words, "No cited sentence quotes what {} could be made from."
            )
            continue
        there.remove(fits[0])


def _has_similar_length(one: str, other: str) -> bool:
    return _SHORTEST * len(other) <= len(one) <= _LONGEST * len(other)


def denials_are_translated(translation: Translation) -> Iterator[Finding]:
    """The claim denies something if and only if its sentences do."""
    mine, theirs = translation.languages
    denied = _DENIAL[mine].search(fold(translation.claim.text))
    there = next((m for text in translation.passage.texts if (m := _DENIAL[theirs].search(fold(text)))), None)
    if denied and not there:
        yield finding("negation", denied[0], "The point says {}, and no cited sentence denies anything.")
    if there and not denied:
        yield finding("negation", there[0], "The cited sentence says {}, the point denies nothing.")


CHECKS: tuple[Callable[[Translation], Iterator[Finding]], ...] = (
    numbers_are_translated,
    dates_are_translated,
    names_are_translated,
    quotations_are_translated,
    denials_are_translated,
)
"""What is asked of a translation, in the order in which findings are shown."""
