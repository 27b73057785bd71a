"""What speaks against a sentence as a point of a news brief, whatever it has in common with the story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from digest.models import Article, Story
from digest.summarise.sentence_ranking import Ranked
from digest.text.languages import language
from digest.text.languages.language import Words
from digest.text.tokens import stems

COLOURED, SHOUTED = 0.2, 0.15
"""What a sentence's weight loses for words of judgement in the outlet's own voice, and for capitals."""

QUOTED = 0.15
"""What one that opens with a quotation loses if several outlets report: they have facts enough between them. In a single
report, human summaries take quotations as often as other sentences."""

_QUOTATION = re.compile(r"[\"“„«][^\"“”„«»]*[\"”“»]|(?<!\w)‘[^’]{20,}’")
_OPENING_QUOTE = re.compile(r"\W*[\"“„«]")
_SHOUTED = re.compile(r"\b[A-Z]{7,}\b")


def valued(ranked: Sequence[Ranked], story: Story) -> list[Ranked]:
    """The sentences without those that a later report has overtaken, each with its weight as news."""
    previews, several = _previews(story.articles), len(story.outlets) > 1
    return [
        replace(one, weight=max(0.0, one.weight - _loss(one, several=several)))
        for one in ranked
        if one.article.url not in previews
    ]


def _loss(one: Ranked, *, several: bool) -> float:
    text = one.sentence.text
    return demerit(text, one.language) + QUOTED * (several and is_quotation(text))


def demerit(text: str, tag: str) -> float:
    """What a sentence loses, from 0 on: it judges, or it shouts."""
    own_voice = set(stems(_QUOTATION.sub(" ", text), tag))
    return COLOURED * bool(own_voice & _stemmed(language(tag).news.judgement, tag)) + SHOUTED * bool(
        _SHOUTED.search(text)
    )


def is_quotation(text: str) -> bool:
    """Whether a sentence opens with a quotation: what somebody said, rather than what happened."""
    return bool(_OPENING_QUOTE.match(text))


def _previews(articles: Sequence[Article]) -> frozenset[str]:
    """The addresses of reports that tell what is to come, if others tell what came."""
    pattern = language("en").news.to_come
    found = {a.url for a in articles if re.search(pattern, a.title, re.IGNORECASE)}
    return frozenset(found) if len(found) < len(articles) else frozenset()


def of_this_event(ranked: Ranked, story: Story) -> float:
    """How much of the story's headline a sentence tells, from 0 to 1."""
    title = set(stems(story.lead.title, ranked.language))
    return len(title & ranked.vector.keys()) / len(title) if title else 0.0


@cache
def _stemmed(table: Words, tag: str) -> frozenset[str]:
    return frozenset(stem for entry in table for stem in stems(entry, tag))
