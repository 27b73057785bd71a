"""The summariser without a model: the weightiest sentences that can be printed alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from digest.models import Claim, Draft, Kind, Pick, Story
from digest.summarise.attribution import is_attributed, speaker
from digest.summarise.compress import LONGEST
from digest.summarise.news_value import valued
from digest.summarise.point_set import choose
from digest.summarise.sentence_ranking import MIN_OVERLAP, Ranked, centroid, rank, repeats
from digest.summarise.standalone import is_english, is_self_contained
from digest.text.sentences import without_lead_in
from digest.text.tokens import stems

KNOWN_SHARE = 0.7
"""Share of a sentence's stems in one printed point from which on readers know it."""

MAX_PARSED = 40
"""Sentences of a story, the weightiest, whose grammar is looked at."""

Grammar = Callable[[Sequence[str]], Sequence[str]]
"""For each of some English sentences the point that it makes, shorter if it can be; empty if it states nothing."""


def extract(pick: Pick, points: int, grammar: Grammar | None = None) -> Draft:
    """At most ``points`` sentences of the story, each citing itself, the weightiest first; a standfirst besides.

    A sentence stays as it stands but for its dateline and a "However," in front. What an earlier edition printed is
    left out as long as something else is there. With ``grammar`` captions and fragments are left out, long sentences are
    shortened, and those that stay too long are left out but for the weightiest. A story in which no sentence can stand alone gives a draft
    without claims.
    """
    candidates = [ranked for ranked in valued(rank(pick.story), pick.story) if printable_text(ranked)]
    fresh = [ranked for ranked in candidates if not _is_known(ranked, pick)] or candidates
    texts = _texts(fresh, grammar)
    fresh = [_as_printed(ranked, texts[ranked.id]) for ranked in fresh if ranked.id in texts]
    chosen = choose(_short(fresh, texts) if grammar else fresh, points, pick.story)
    line = standfirst(fresh, chosen, pick.story, lambda ranked: texts[ranked.id])
    claims = tuple(_claim(ranked, texts[ranked.id]) for ranked in chosen)
    return Draft(claims, standfirst=_claim(line, texts[line.id]) if line else None)


def _short(candidates: Sequence[Ranked], texts: Mapping[str, str]) -> list[Ranked]:
    """Those that are short enough to be read at a glance, and the weightiest however long it is: it is mostly the news."""
    best = max(candidates, key=lambda ranked: ranked.weight, default=None)
    return [ranked for ranked in candidates if ranked is best or len(texts[ranked.id].split()) <= LONGEST]


def _texts(candidates: Sequence[Ranked], grammar: Grammar | None) -> dict[str, str]:
    """What each sentence would be printed as; those that state nothing are missing."""
    texts = {ranked.id: printable_text(ranked) for ranked in candidates}
    if grammar is None:
        return texts
    best = sorted(candidates, key=lambda ranked: -ranked.weight)[:MAX_PARSED]
    english = [ranked for ranked in best if is_english(ranked.language)]
    made = dict(zip((r.id for r in english), grammar([texts[r.id] for r in english]), strict=True))
    whole = {ranked.id: texts[ranked.id] for ranked in best if ranked.id not in made}
    for ranked in english:
        short = made[ranked.id]
        if short:
            alone = is_self_contained(short, ranked.language, first=ranked.first)
            whole[ranked.id] = short if alone else texts[ranked.id]
    return whole or texts


def printable_text(ranked: Ranked) -> str:
    """The sentence as a point, shortened if it can be; empty if it cannot stand alone.

    Other languages than English have no rules to check a shortened sentence by, so it is left whole.
    """
    text = ranked.sentence.text
    short = without_lead_in(text) if is_english(ranked.language) else text
    return next(
        (way for way in (short, text) if is_self_contained(way, ranked.language, first=ranked.first)), ""
    )


def _as_printed(ranked: Ranked, text: str) -> Ranked:
    """The sentence as it tells what is left of it: what was cut off tells nothing."""
    told = set(stems(text, ranked.language))
    return replace(ranked, vector={stem: value for stem, value in ranked.vector.items() if stem in told})


def _is_known(ranked: Ranked, pick: Pick) -> bool:
    """Whether a point of an earlier edition has nearly all that the sentence says."""
    own = ranked.vector.keys()
    known = (set(stems(point, ranked.language)) for point in (pick.earlier.points if pick.earlier else ()))
    return any(len(own & point) >= KNOWN_SHARE * len(own) for point in known)


def _claim(ranked: Ranked, text: str) -> Claim:
    attributed = is_attributed(text)
    kind: Kind = "opinion" if ranked.article.form == "opinion" else "claim" if attributed else "fact"
    return Claim(text, (ranked.id,), kind, speaker(text) if attributed else "")


MAX_STANDFIRST = 160
"""Characters: two lines of an e-mail on a telephone."""
MAX_POSITION = 3
"""Sentences of an article in which it says what it is about."""
MIN_WEIGHT_SHARE = 0.6
"""Part of the weight of the first point that a standfirst has at least."""


def standfirst(
    candidates: Sequence[Ranked], chosen: Sequence[Ranked], story: Story, text_of: Callable[[Ranked], str]
) -> Ranked | None:
    """The sentence to print under the headline, None if none is short, weighty and new.

    The lead article's own standfirst goes first if it is a sentence of the text, so that there is a passage to
    point to. ``candidates`` are the sentences that can be printed, ``chosen`` the points.
    """
    if not chosen:
        return None
    story_centroid = centroid((ranked.vector, 1.0) for ranked in candidates)
    least = MIN_WEIGHT_SHARE * chosen[0].weight
    fit = [
        ranked
        for ranked in candidates
        if len(text_of(ranked)) <= MAX_STANDFIRST
        and (
            _is_own_standfirst(ranked, story)
            or (ranked.sentence.number <= MAX_POSITION and ranked.weight >= least)
        )
        and not _repeats_headline(ranked, story)
        and not any(ranked is point or repeats(ranked, point, story_centroid) for point in chosen)
    ]
    return max(fit, key=lambda ranked: (_is_own_standfirst(ranked, story), ranked.weight), default=None)


def _is_own_standfirst(ranked: Ranked, story: Story) -> bool:
    own = " ".join(story.lead.standfirst.split())
    return ranked.article is story.lead and bool(own) and " ".join(ranked.sentence.text.split()) in own


def _repeats_headline(ranked: Ranked, story: Story) -> bool:
    """Whether it says no more than the headline."""
    title = set(stems(story.lead.title, ranked.language))
    return len(title & ranked.vector.keys()) >= MIN_OVERLAP * min(len(title), len(ranked.vector))
