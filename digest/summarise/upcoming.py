"""What is still to come, as the sources name it: a sentence about an event, and its day.

A wrong day is worse than none. So the day has to be certain, the clause that names it has to speak of the future,
and the sentence has to be clear by itself. Rules are rules of English; other languages have none here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from digest.models import Article, Claim, Story
from digest.summarise.standalone import is_english, is_self_contained
from digest.text.dates import NEAR_DAYS, When, dates, resolve
from digest.text.languages import language
from digest.text.names import names
from digest.text.quotes import quotations
from digest.text.sentences import without_lead_in

MAX_AHEAD = timedelta(days=100)
"""How far ahead: about a quarter. What is later comes back in the news before it is due."""
NEXT_YEAR_AFTER = timedelta(days=180)
"""A day of a month that was so long ago is meant of the next year: "on 9 January", written in December."""
MAX_LENGTH = 240
"""Characters of a sentence that is printed as a line of a calendar."""

_ENGLISH = language("en").reporting
_FUTURE = re.compile(rf"\b(?:{_ENGLISH.future})\b")
_NOT_SURE_WHICH = re.compile(rf"\b(?:{_ENGLISH.future_or_past})\b")
"""With these a weekday may as well be one that is over; a day of a month is what it is."""
_EVENT = re.compile(rf"\b(?:{_ENGLISH.events})\b", re.IGNORECASE)
_DOUBTFUL = re.compile(_ENGLISH.doubtful)
_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless)\b")
_BOUNDARY = re.compile(
    r"[,;:–—]\s|\s(?=(?:that|which|who|whom|whose|where|after|because|since|when|as|but|while|although|and)\s)"
)
_MAX_VERBLESS = 6
"""Words of a clause that is but a day: "On Friday", "By the end of Tuesday"."""


def upcoming_events(story: Story, today: date) -> tuple[tuple[date, Claim], ...]:
    """Events of that day or later that the story's articles name, each with the sentence that says so.

    One for a day, the sentence that names most; the next day first. Weekdays count from the day on which the
    article appeared. Articles without a date, opinion pieces and copies name none.
    """
    found: dict[date, list[Claim]] = {}
    for sentence_id, article, sentence in story.sentences():
        if _may_announce(article, story):
            text = without_lead_in(sentence.text)
            day = announced_day(text, article, today)
            if day and is_self_contained(text, first=sentence.number == 1):
                found.setdefault(day, []).append(Claim(text, (sentence_id,)))
    best = {day: max(claims, key=lambda claim: len(names(claim.text))) for day, claims in found.items()}
    return tuple(sorted(best.items(), key=lambda item: item[0]))


def _may_announce(article: Article, story: Story) -> bool:
    known = article.published is not None and is_english(article.language)
    return known and article.form not in {"opinion", "stub"} and article.url not in story.copies


def announced_day(text: str, article: Article, today: date) -> date | None:
    """The day from ``today`` on for which the sentence announces an event; None if it announces none."""
    if len(text) > MAX_LENGTH or article.published is None or not _FUTURE.search(text):
        return None
    if not _EVENT.search(text) or _CONDITION.search(text):
        return None
    written = article.published.date()
    days = (_certain_day(text, when, written, today) for when in _outside_quotations(text))
    return next((day for day in days if day and today <= day <= today + MAX_AHEAD), None)


def _outside_quotations(text: str) -> Iterator[When]:
    quoted = quotations(text)
    return (w for w in dates(text) if not any(q.start < w.end and w.start < q.end for q in quoted))


def _certain_day(text: str, when: When, written: date, today: date) -> date | None:
    """The day that it names for sure, if its clause is certainly about the future."""
    clause = _clause(text, when)
    if _DOUBTFUL.search(clause) or not _FUTURE.search(clause):
        return None
    if when.weekday is not None and not when.month:
        return None if text.startswith(("'s", "’s"), when.end) else _weekday(when, clause, written)
    if when.phrase in NEAR_DAYS and written != today:
        return None
    days = resolve(when, written)
    if days and when.month and not when.year and days[0] < written - NEXT_YEAR_AFTER:
        days = resolve(replace(when, year=written.year + 1), written)
    return days[0] if len(days) == 1 else None


def _weekday(when: When, clause: str, written: date) -> date | None:
    """The next such day. "Next Friday" is said of two Fridays, "would ... on Friday" of one that may be over, and
    "on Friday", written on a Friday, of this one or of the next.
    """
    same = when.weekday == written.weekday()
    if same or when.phrase in {"next", "last", "past"} or _NOT_SURE_WHICH.search(clause):
        return None
    return max(resolve(when, written))


def _clause(text: str, when: When) -> str:
    """The clause around the date, and the next one if it stands alone in front: "On Friday, ..."."""
    ends = [0, *(match.end() for match in _BOUNDARY.finditer(text)), len(text)]
    before = max(end for end in ends if end <= when.start)
    after = [end for end in ends if end >= when.end]
    clause = text[before : after[0]]
    if len(clause.split()) <= _MAX_VERBLESS and not _FUTURE.search(clause) and len(after) > 1:
        return text[before : after[1]]
    return clause
