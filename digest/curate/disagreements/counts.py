"""The figures of a sentence of English, with what they count, how firm they are and who gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from digest.curate.disagreements.parties import Attribution, attribution_at
from digest.models import Article, Sentence
from digest.text.dates import dates
from digest.text.languages import language
from digest.text.names import names, starts_sentence
from digest.text.numbers import Number, numbers
from digest.text.tokens import stem, stems, stopwords, words

_FEWEST = 3
"""Smaller numbers tell a story ("two men") more often than they count."""
_ROUNDED = Decimal(100)
"""Counts from here on are rounded in print."""
_ABOUT = Decimal("0.2")
"""How far "about" reaches, as a part of the figure."""
_CAP = Decimal("0.1")
"""How far the rounding of a round number reaches at most."""
_LONGEST = 4
"""Words that name what is counted: "young public employees"."""
_NEAR_WORDS = 5
"""Words behind a figure, or before it, that can say what happened to those who are counted."""

_ENGLISH = language("en").disputes
_LEAST = re.compile(rf"\b(?:{_ENGLISH.least})\s(?:the\s|an?\s)?$", re.IGNORECASE)
_MOST = re.compile(rf"\b(?:{_ENGLISH.most})\s(?:the\s|an?\s)?$", re.IGNORECASE)
_ROUGHLY = re.compile(rf"\b(?:{_ENGLISH.roughly})\s(?:the\s|an?\s)?$", re.IGNORECASE)
_PART = re.compile(rf"\b(?:{_ENGLISH.part_of})\s$", re.IGNORECASE)
"""Before a number that is a part of something or comes on top of it."""
_RANGE = re.compile(
    r"^\s?(?:[-–]|to\s|or\s|by\s|of\s|out of\s)\s?(?:the\s|its\s)?[$€£]?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)",
    re.IGNORECASE,
)
"""Behind a number that has another one as its other end, other side or whole."""
_OTHER_END = re.compile(r"(\S+)\s(?:\w+\s)?(?:to|and|or|by|from|of)\s[$€£]?$")
_MEASURE = re.compile(rf"^\s(?:{_ENGLISH.measures})\b|^[-\s]year|^[-/:]", re.IGNORECASE)
"""Behind a number that measures time or is not the whole figure."""
_VAGUE = re.compile(
    r"^(?:dozens?|hundreds?|thousands?|millions?|billions?|trillions?|score|half|halves|quarters?|thirds|twice|double|"
    r"triple)$",
    re.IGNORECASE,
)
_END = re.compile(r"^\s*(?:[.,;:!?”\")\]—–]|and\b|but\b|while\b|$)")
_CUT = re.compile(r"[,;:—–]\s")
_WORD = re.compile(r"[\s-]([^\W\d_][\w’'-]*)")
_HAS = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts)\s((?:[\w’'-]+\s)?[\w’'-]+)\sof\s$")
_SUBJECT = re.compile(
    r"(?:.*\bthat\s|^)(.*?)(?:\s(?:by|to|at|of|from|were|was|are|is|had|have|has|will|would))*\s$"
)
_PERSONS = _ENGLISH.persons
_FATES = {stem(word): fate for word, fate in _ENGLISH.fates.items()}
_BETWEEN = _ENGLISH.before_figure
"""Words that may stand between a verb of counting and the bare figure."""


@dataclass(frozen=True, slots=True)
class Count:
    """A figure in its sentence. ``low`` and ``high`` are the values that it leaves open; None if there is no limit."""

    sentence_id: str
    at: int
    """Number of the sentence in its article."""
    article: Article
    words: str
    value: Decimal
    unit: str
    low: Decimal | None
    high: Decimal | None
    noun: str
    """Stem of what is counted; empty if the sentence leaves it out."""
    fate: str
    """What happened to those who are counted: killed, injured, arrested, missing, or nothing of these."""
    party: str
    direct: bool
    """Whether a party gives the bare figure: "the police counted 14,000"."""
    context: frozenset[str]
    """Content stems around the figure, without what is counted and who says it."""
    names: frozenset[str]
    years: frozenset[int]
    about: str
    """What the figure is of, as the sentence writes it."""

    @property
    def outlet(self) -> str:
        return self.article.outlet


def find_counts(sentence_id: str, article: Article, sentence: Sentence) -> Iterator[Count]:
    """The figures of a sentence that count something; dates, ordinals, ages, times, ranges and shares are left out."""
    days = [(day.start, day.end) for day in dates(sentence.text)]
    for number in numbers(sentence.text):
        of_a_date = any(start < number.end and number.start < end for start, end in days)
        if not of_a_date and _is_countable(sentence.text, number):
            yield _to_count(sentence_id, article, sentence, number)


def differ(one: Count, other: Count) -> bool:
    """Whether the two figures cannot both be right."""
    return _below(one, other) or _below(other, one)


def _below(one: Count, other: Count) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _is_countable(text: str, number: Number) -> bool:
    before, after = text[: number.start], text[number.end :]
    end = _OTHER_END.search(before)
    return not (
        number.unit in {"nth", "points"}
        or (not number.unit and number.value < _FEWEST)
        or before[-1:] in {"-", "/", "(", "#", ":"}
        or _VAGUE.match(text[number.start : number.end].strip())
        or _PART.search(before)
        or (end and numbers(end[0]))
        or _RANGE.match(after)
        or _MEASURE.match(after)
    )


def _to_count(sentence_id: str, article: Article, sentence: Sentence, number: Number) -> Count:
    text = sentence.text
    before = text[: number.start]
    noun = _noun(text[number.end :])
    end = number.end + len(noun) + 1 if noun else number.end
    attribution = attribution_at(text, number.start)
    own = words(attribution.party) if attribution else ()
    low, high = _bounds(before, number)
    happened = _fate_word(before, text[end:])
    return Count(
        sentence_id=sentence_id,
        at=sentence.number,
        article=article,
        words=text[number.start : end].strip(),
        value=number.value,
        unit=number.unit,
        low=low,
        high=high,
        noun=stem(noun.split()[-1].lower()) if noun else "",
        fate=_FATES.get(stem(happened), ""),
        party=attribution.party if attribution else "",
        direct=bool(attribution and _is_direct(text, number, end, attribution)),
        context=_context(text, number, noun, own),
        names=frozenset(w for n in names(text) if not starts_sentence(text, n.start) for w in n.words)
        - {*own},
        years=frozenset(day.year for day in dates(text) if day.year),
        about=f"{noun} {happened if happened in text[end:] else ''}".strip() if noun else _subject(before),
    )


def _noun(after: str) -> str:
    """What is counted: the words right after a number as far as the last one in the plural; empty if there is none."""
    found: list[str] = []
    at = 0
    while len(found) < _LONGEST and (match := _WORD.match(after, at)):
        lower = match[1].lower()
        if lower in stopwords("en") or stem(lower) in _FATES:
            break
        found.append(match[1])
        at = match.end()
    while found and not _is_plural(found[-1].lower()):
        found.pop()
    return " ".join(found)


def _is_plural(word: str) -> bool:
    return word in _PERSONS or (word.endswith("s") and not word.endswith(("ss", "'s", "’s", "us", "is")))


def _fate_word(before: str, after: str) -> str:
    """The word next to a figure that says what happened to those who are counted; empty if none does."""
    near = (*words(after.partition(".")[0])[:_NEAR_WORDS], *reversed(words(before)[1 - _NEAR_WORDS :]))
    return next((word for word in near if stem(word) in _FATES), "")


def _is_direct(text: str, number: Number, end: int, attribution: Attribution) -> bool:
    between = words(text[attribution.end : number.start])
    ends = bool(_END.match(text[end:]))
    return attribution.counts and attribution.end <= number.start and ends and _BETWEEN.issuperset(between)


def _context(text: str, number: Number, noun: str, own: tuple[str, ...]) -> frozenset[str]:
    start = max((cut.end() for cut in _CUT.finditer(text[: number.start])), default=0)
    cut = _CUT.search(text, number.end)
    around = stems(text[start : cut.start() if cut else len(text)])
    return frozenset(s for s in around if not s[0].isdigit()) - {*stems(noun), *stems(" ".join(own)), *_FATES}


def _subject(before: str) -> str:
    """What a figure without a noun is of: "deficit" before "of 3 per cent", else the words of its clause."""
    if has := _HAS.search(before):
        return has[1]
    subject = _SUBJECT.search(before[max((cut.end() for cut in _CUT.finditer(before)), default=0) :])
    return " ".join(subject[1].split()[-6:]) if subject else ""


def _bounds(before: str, number: Number) -> tuple[Decimal | None, Decimal | None]:
    value, slack = number.value, _rounding(number)
    if _LEAST.search(before):
        return value - slack, None
    if _MOST.search(before):
        return None, value + slack
    if _ROUGHLY.search(before):
        slack = max(slack, _ABOUT * abs(value))
    return value - slack, value + slack


def _rounding(number: Number) -> Decimal:
    """Half of the last place that is written, as far as print rounds at all."""
    large = abs(number.value) >= _ROUNDED
    if not number.unit and not large:
        return Decimal(0)
    written = number.value.normalize().as_tuple().exponent
    half = Decimal(5).scaleb(int(written) - 1)
    return min(half, _CAP * abs(number.value)) if large else half
