"""What speaks against a sentence as a point of a news brief, whatever it has in common with the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from statistics import fmean

from digest.models import Article, Story
from digest.summarise.sentence_ranking import Ranked
from digest.text.dates import dates
from digest.text.languages import language
from digest.text.languages.language import Words
from digest.text.numbers import key_figure, numbers
from digest.text.titles import shouts
from digest.text.tokens import stems

COLOURED, SHOUTED = 0.2, 0.15
"""What a sentence's weight loses for words of judgement in the outlet's own voice, and for capitals."""

QUOTED = 0.15
"""What one that opens with a quotation loses if several outlets report: they have facts enough between them. In a single
report, human summaries take quotations as often as other sentences."""

STAGED = 0.15
"""What one loses that tells how the news was told (at a press conference, in a video), where several outlets report."""
OVERTAKEN = 0.4
"""What a count of the dead loses that another report has overtaken."""
LEDE = 4
"""Sentences of a report in which a count of the dead is of this event; below stand those of others."""

_DEAD = re.compile(r"\b(?:kill(?:ed|ing|s)?|dead|died|deaths?|death toll|li[vf]es lost)\b", re.IGNORECASE)
_NEAR = 25
"""Characters between a count and what it counts."""
_QUOTATION = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»]|(?<!\w)‘[^’]{20,}’")
_OPENING_QUOTE = re.compile(r"\W*[\"“„«]")
_TO_COME = re.compile(rf"\b(?:{language('en').reporting.future})\b")


def valued(ranked: Sequence[Ranked], story: Story) -> list[Ranked]:
    """The sentences without those that a later report has overtaken, each with its weight as news."""
    previews, several = _previews(story.articles), len(story.outlets) > 1
    toll = max(
        (_toll(one.sentence.text) for one in ranked if one.sentence.number <= LEDE), default=Decimal(0)
    )
    return [
        replace(one, weight=max(0.0, one.weight - _loss(one, toll, several=several)))
        for one in ranked
        if one.article.url not in previews
    ]


def _loss(one: Ranked, toll: Decimal, *, several: bool) -> float:
    text = one.sentence.text
    loss = demerit(text, one.language)
    if several:
        loss += QUOTED * is_quotation(text) + STAGED * _tells_of_a_stage(one)
        loss += OVERTAKEN * (0 < _toll(text) < toll)
    return loss


def _tells_of_a_stage(one: Ranked) -> bool:
    own_voice = set(stems(_QUOTATION.sub(" ", one.sentence.text), one.language))
    staging = language(one.language).news.staging
    return any(own_voice.issuperset(stage) for stage in _phrases(staging, one.language))


def _toll(text: str) -> Decimal:
    """The number of dead that a sentence gives; 0 if it gives none."""
    found = [
        number.value
        for number in numbers(text)
        if not number.unit and _DEAD.search(text[max(0, number.start - _NEAR) : number.end + _NEAR])
    ]
    return max(found, default=Decimal(0))


def demerit(text: str, tag: str) -> float:
    """What a sentence loses, from 0 on: it judges, or it shouts."""
    own_voice = set(stems(_QUOTATION.sub(" ", text), tag))
    return COLOURED * bool(own_voice & _stemmed(language(tag).news.judgement, tag)) + SHOUTED * shouts(text)


def is_quotation(text: str) -> bool:
    """Whether a sentence opens with a quotation: what somebody said, rather than what happened."""
    return bool(_OPENING_QUOTE.match(text))


def _previews(articles: Sequence[Article]) -> frozenset[str]:
    """The addresses of reports that tell what is to come, if others tell what came."""
    pattern = language("en").news.to_come
    found = {a.url for a in articles if re.search(pattern, a.title, re.IGNORECASE)}
    return frozenset(found) if len(found) < len(articles) else frozenset()


OWN_TITLE = 0.7
"""What the headline that is printed counts, the others together the rest."""


def of_this_event(ranked: Ranked, story: Story) -> float:
    """How much of the headline and of those of the other reports a sentence tells, from 0 to 1."""
    titles = [set(stems(article.title, ranked.language)) for article in story.articles]
    shares = [len(title & ranked.vector.keys()) / len(title) if title else 0.0 for title in titles]
    return OWN_TITLE * shares[0] + (1 - OWN_TITLE) * fmean(shares)


def headline_stems(story: Story) -> frozenset[str]:
    """The stems of the story's headline."""
    return frozenset(stems(story.lead.title, story.lead.language or "en"))


def earns_its_place(ranked: Ranked) -> bool:
    """Whether a sentence has what makes a further point worth its reading: a figure, a deed, a reply, or what is to come.

    True of a sentence in a language without tables.
    """
    tag, text = ranked.language, ranked.sentence.text
    news = language(tag).news
    if not news.deeds:
        return True
    told = _stemmed(news.deeds, tag) | _stemmed(news.reply, tag)
    return bool(ranked.vector.keys() & told or key_figure(text) or _TO_COME.search(text))


def tells_when(ranked: Ranked) -> bool:
    """Whether a sentence names a day, as the one does that tells news; what only adds to a headline names none."""
    return bool(dates(ranked.sentence.text))


def tells_deed(ranked: Ranked) -> bool:
    """Whether a sentence tells that something was decided, signed, won or lost."""
    return bool(ranked.vector.keys() & _stemmed(language(ranked.language).news.deeds, ranked.language))


def accuses(ranked: Ranked) -> bool:
    """Whether a sentence tells that somebody is accused of something."""
    return bool(ranked.vector.keys() & _stemmed(language(ranked.language).news.accusation, ranked.language))


def replies(ranked: Ranked) -> bool:
    """Whether a sentence tells that somebody denies something."""
    return bool(ranked.vector.keys() & _stemmed(language(ranked.language).news.reply, ranked.language))


@cache
def _phrases(table: Words, tag: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(stems(entry, tag)) for entry in table)


@cache
def _stemmed(table: Words, tag: str) -> frozenset[str]:
    return frozenset(stem for entry in table for stem in stems(entry, tag))
