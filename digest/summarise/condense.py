"""Which sentences of a story the model is shown: a long story is cut to what matters.

First the lead article, from its start; then, from every other outlet, its first sentence (what they agree on) and
the sentences that add something or contradict. Page furniture and sentences that give orders are left out in any
case: what the model does not see it can neither quote nor obey.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from digest.models import Story
from digest.summarise.addressed import gives_orders
from digest.summarise.rank import Ranked, rank
from digest.summarise.standalone import is_english, is_furniture, unquoted
from digest.summarise.vectors import cosine

SHARE = 0.29
"""Part of a story's characters that the model is shown at most: of three outlets nearly as much as one whole article."""
SHORT = 2_000
"""Characters up to which a story is shown whole: cutting it saves less than the instructions cost."""
MOST = 12_000
"""Characters of one story: about 3,000 tokens, and half the context of a small local model."""
LEAD = 0.6
"""Part of what is shown that the lead article may take where other outlets report too."""
KNOWN = 0.5
"""Cosine with a sentence shown from which on another one adds nothing."""
_DENIAL = re.compile(
    r"\b(?:not|no|never|n['’]t|den(?:y|ies|ied)|reject(?:s|ed)?|disput(?:es?|ed)|contradict\w*|refut(?:es?|ed)|dismiss\w*|"
    r"false(?:ly)?|untrue|contrary|however|but)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"\d[\d,.]*")


@lru_cache(maxsize=64)
def shown(story: Story) -> frozenset[str]:
    """The ids of the sentences that the model is shown."""
    fit = [ranked for ranked in rank(story) if _is_report(ranked)]
    budget = min(MOST, max(SHORT, SHARE * sum(len(article.text) for article in story.articles)))
    lead = [ranked for ranked in fit if ranked.article is story.lead]
    others = [ranked for ranked in fit if ranked.article is not story.lead]
    start = _within(budget * LEAD if others else budget, lead)
    firsts = list({ranked.article.url: ranked for ranked in reversed(others)}.values())[::-1]
    additions = _additions([r for r in others if r not in firsts], [*start, *firsts])
    kept = _within(budget, [*start, *firsts, *additions, *lead[len(start) :]])
    return frozenset(ranked.id for ranked in kept)


def _is_report(ranked: Ranked) -> bool:
    text = ranked.sentence.text
    return not is_furniture(text) and not (is_english(ranked.language) and gives_orders(unquoted(text)))


def _within(budget: float, candidates: Iterable[Ranked]) -> list[Ranked]:
    """The first sentences that fit into so many characters together."""
    kept: list[Ranked] = []
    for ranked in candidates:
        budget -= len(ranked.sentence.text)
        if budget < 0:
            break
        kept.append(ranked)
    return kept


def _additions(candidates: Iterable[Ranked], known: Iterable[Ranked]) -> list[Ranked]:
    """The sentences that say something else than those known, or say it otherwise, the weightiest first."""
    said = list(known)
    found = []
    for ranked in sorted(candidates, key=lambda ranked: -ranked.weight):
        alike = [other for other in said if cosine(ranked.vector, other.vector) >= KNOWN]
        if not alike or any(_differs(ranked, other) for other in alike):
            found.append(ranked)
            said.append(ranked)
    return found


def _differs(ranked: Ranked, other: Ranked) -> bool:
    """Whether one of two sentences on the same thing has other figures, or denies where the other does not."""
    a, b = ranked.sentence.text, other.sentence.text
    return set(_FIGURE.findall(a)) != set(_FIGURE.findall(b)) or bool(_DENIAL.search(a)) != bool(
        _DENIAL.search(b)
    )
