"""Points chosen as a set: first the lede, then what adds to it, with an accusation the reply that the sources have.

Maximal marginal relevance keeps them from saying things twice (Carbonell and Goldstein, "The use of MMR", 1998).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from digest.models import Story
from digest.summarise.news_value import (
    accuses,
    earns_its_place,
    headline_stems,
    is_quotation,
    of_this_event,
    replies,
    tells_deed,
    tells_when,
)
from digest.summarise.sentence_ranking import Ranked, centroid, cosine, repeats

REDUNDANCY_PENALTY = 0.3
"""How much a sentence loses for being like one already chosen (1 - lambda of MMR)."""
LEDE_SENTENCES = 3
"""Sentences of a report in which it tells its news: many open with a line that adds to the headline."""
LEDE_BONUS = 0.8
"""What telling all that the headlines tell adds to the weight of such a sentence as the first point."""
WHEN_BONUS, DEED_BONUS = 0.2, 0.15
"""What naming the day adds, and what telling a deed adds."""
SAID = 0.7
"""Share of a sentence's stems in headline and chosen points together from which on it adds nothing."""
SURE = 2
"""Points that a story has if it has sentences; a further one has to earn its place."""
SHARED = 2
"""Stems that a reply has in common with the accusation that it answers."""


def choose(candidates: Sequence[Ranked], points: int, story: Story) -> list[Ranked]:
    """The best sentences in the order of print, none of which says what those before it and the headline say."""
    story_centroid = centroid((ranked.vector, 1.0) for ranked in candidates)
    left, chosen = list(candidates), list[Ranked]()
    while len(chosen) < points and (left := _worth_printing(left, chosen, story)):
        best = (
            max(left, key=lambda ranked: _marginal_relevance(ranked, chosen))
            if chosen
            else max(left, key=lambda ranked: _as_lede(ranked, story))
        )
        chosen.append(best)
        left = [r for r in left if r is not best and not repeats(r, best, story_centroid)]
        if is_quotation(best.sentence.text):  # one is enough: the next would be of the same speaker
            left = [r for r in left if not is_quotation(r.sentence.text)]
    return _with_reply(chosen, candidates, points)


def _worth_printing(left: Sequence[Ranked], chosen: Sequence[Ranked], story: Story) -> list[Ranked]:
    """What still adds something; the first point may say what the headline says."""
    if not chosen:
        return [*left]
    said = headline_stems(story).union(*(ranked.vector for ranked in chosen))
    news = [ranked for ranked in left if not _adds_nothing(ranked, said)]
    several = len(story.outlets) > 1
    return [r for r in news if earns_its_place(r)] if len(chosen) >= SURE and several else news


def _adds_nothing(ranked: Ranked, said: Collection[str]) -> bool:
    return sum(stem in said for stem in ranked.vector) >= SAID * len(ranked.vector)


def _as_lede(ranked: Ranked, story: Story) -> float:
    """The weight of a sentence as the first point: it stands early in its report, and tells what the headlines tell."""
    early = ranked.sentence.number <= LEDE_SENTENCES
    told = WHEN_BONUS * tells_when(ranked) + DEED_BONUS * tells_deed(ranked)
    return ranked.weight + early * (told + LEDE_BONUS * of_this_event(ranked, story))


def _marginal_relevance(ranked: Ranked, chosen: Sequence[Ranked]) -> float:
    similarity = max((cosine(ranked.vector, c.vector) for c in chosen), default=0.0)
    return (1 - REDUNDANCY_PENALTY) * ranked.weight - REDUNDANCY_PENALTY * similarity


def _with_reply(chosen: Sequence[Ranked], candidates: Sequence[Ranked], points: int) -> list[Ranked]:
    """The points with the reply to what one of them accuses somebody of; it stands in the place of the last one.

    A story with room for one point keeps its lede.
    """
    accused = next((ranked for ranked in chosen if accuses(ranked)), None)
    if accused is None or points < SURE or any(replies(ranked) for ranked in chosen):
        return [*chosen]
    answers = [r for r in candidates if replies(r) and len(r.vector.keys() & accused.vector.keys()) >= SHARED]
    answer = max(answers, key=lambda ranked: ranked.weight, default=None)
    if answer is None:
        return [*chosen]
    kept = [ranked for ranked in chosen if ranked is not accused][: points - SURE]
    place = min(chosen.index(accused), len(kept))
    return [*kept[:place], accused, answer, *kept[place:]]
