"""Sentences that could give the number of the day.

A number entertains, so it must be one that may: sentences of death, injury and violence give none, and neither does
a figure that is in dispute. It has to be compared with something: alone, a large number says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal

from digest.models import Claim, Story
from digest.summarise.attribution import speaker
from digest.summarise.standalone import is_english, is_self_contained
from digest.text.dates import dates
from digest.text.languages import language
from digest.text.numbers import Number, key_figure, numbers
from digest.text.quotes import quotations

MAX_LENGTH = 220
"""Characters of a sentence that stands under one large number."""
MAX_NUMBERS = 2
"""With more numbers than these a reader does not know which one is meant."""

_ENGLISH = language("en").reporting
_GRIM = re.compile(rf"\b(?:{_ENGLISH.grim})\b", re.IGNORECASE)
_COMPARED = re.compile(rf"\b(?:{_ENGLISH.compared})\b", re.IGNORECASE)
_KNOWN = re.compile(rf"\b(?:{_ENGLISH.taken_for_known})\s(?:\w+\s)?$", re.IGNORECASE)
"""Before a number that the reader is taken to know already: "the 84 million crowns"."""
_UNSURE = re.compile(rf"\b(?:{_ENGLISH.unsure})\b")


def key_figures(story: Story, disputed: Collection[Decimal] = ()) -> tuple[tuple[float, Claim], ...]:
    """Sentences with one telling number, each with how well it would do, from 0 to 1; the best first.

    ``disputed`` are values that others contradict: a sentence with one of them is left out. So is what stands in
    opinion pieces, copies, or in other languages than English.
    """
    found = []
    for sentence_id, article, sentence in story.sentences():
        fits = article.form == "article" and article.url not in story.copies and is_english(article.language)
        if (
            fits
            and is_number_of_day(sentence.text, disputed)
            and is_self_contained(sentence.text, first=sentence.number == 1)
        ):
            found.append(
                (
                    _prominence(sentence.text),
                    Claim(sentence.text, (sentence_id,), speaker=speaker(sentence.text)),
                )
            )
    return tuple(sorted(found, key=lambda one: -one[0]))


def is_number_of_day(text: str, disputed: Collection[Decimal] = ()) -> bool:
    """Whether the sentence compares one telling number that is neither grim nor doubtful nor in a quotation."""
    if len(text) > MAX_LENGTH or not _COMPARED.search(text) or _GRIM.search(text) or _UNSURE.search(text):
        return False
    number = key_figure(text) if any(map(str.isdigit, text)) else None
    if number is None or _KNOWN.search(text[: number.start]):
        return False
    return not _quoted(number, text) and _is_clear(text, disputed)


def _quoted(number: Number, text: str) -> bool:
    return any(q.start <= number.start < q.end for q in quotations(text))


def _is_clear(text: str, disputed: Collection[Decimal]) -> bool:
    """Whether so few numbers stand in the sentence that it is clear which one is meant, and none is disputed."""
    days = dates(text)
    others = [n for n in numbers(text) if not any(d.start < n.end and n.start < d.end for d in days)]
    in_figures = [n for n in others if any(map(str.isdigit, text[n.start : n.end]))]
    return len(in_figures) <= MAX_NUMBERS and all(n.value not in disputed for n in others)


def _prominence(text: str) -> float:
    """More for a number that comes early and for a short sentence."""
    number = key_figure(text)
    early = 1 - (number.start / len(text) if number else 1)
    return (early + 1 - len(text) / MAX_LENGTH) / 2
