"""Parties of one story that claim the opposite: one says a thing and another denies it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.curate.disagreements.parties import Attribution, attributions
from digest.models import Article, Disagreement, Sentence, Side
from digest.text.languages import language
from digest.text.names import names
from digest.text.tokens import stem, stems

_SHARED = 2
"""Content words, names aside, in which a denial takes up the claim that it denies."""
_LONGEST = 8
"""Words of a claim that say what it is about."""
_ENGLISH = language("en").disputes
_CLAIMING = re.compile(rf"(?:{_ENGLISH.claiming})")
_CHARGING = re.compile(rf"(?:{_ENGLISH.charging})")
_BARE = re.compile(
    r"\s(?:(it|this|that)(?=[\s,.;]|$)|(?:the|those|these|this|all|any)\s(?:\w+\s)?(?:accusation|allegation|claim|charge)s?\b)"
)
"""What follows a denial that takes up the sentence before it; the group says that it does not say what that was."""
_NEGATION = re.compile(rf"\b(?:{_ENGLISH.negations})\b", re.IGNORECASE)
_EMPTY = frozenset(stem(word) for word in _ENGLISH.empty)


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a party says in a sentence: ``content`` is what follows its verb."""

    sentence_id: str
    article: Article
    sentence: Sentence
    attribution: Attribution
    content: str

    @property
    def party(self) -> frozenset[str]:
        return frozenset(stems(self.attribution.party))

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(stems(self.content)) - _EMPTY


def find_denials(sentences: Sequence[tuple[str, Article, Sentence]]) -> Iterator[Disagreement]:
    """The denials among these sentences of a story, each with the claim that it denies; no sentence twice."""
    statements = [found for row in sentences for found in _statements(*row)]
    used: set[str] = set()
    for denial in (s for s in statements if s.attribution.denies):
        claim = next((s for s in statements if s.sentence_id not in used and _denies(denial, s)), None)
        if claim and denial.sentence_id not in used:
            used |= {claim.sentence_id, denial.sentence_id}
            yield Disagreement("claim", _about(claim, denial), (_side(claim), _side(denial)))


def _statements(sentence_id: str, article: Article, sentence: Sentence) -> Iterator[_Statement]:
    found = [s for s in attributions(sentence.text) if s.start < s.end and not s.verb.startswith("according")]
    ends = [*(s.start for s in found[1:]), len(sentence.text)]
    for attribution, end in zip(found, ends[: len(found)], strict=True):
        yield _Statement(sentence_id, article, sentence, attribution, sentence.text[attribution.end : end])


def _denies(denial: _Statement, claim: _Statement) -> bool:
    """Whether what one party denies is what another one says."""
    if claim.sentence_id == denial.sentence_id or claim.attribution.denies or denial.party & claim.party:
        return False
    if not _CLAIMING.match(claim.attribution.verb) or _NEGATION.search(claim.content):
        return False
    next_to = claim.article is denial.article and denial.sentence.number - claim.sentence.number == 1
    if next_to and (bare := _BARE.match(denial.content)):
        return bool(bare[1] or _CHARGING.match(claim.attribution.verb))
    return _takes_up(denial, claim)


def _takes_up(denial: _Statement, claim: _Statement) -> bool:
    parties = denial.party | claim.party
    shared = (denial.stems & claim.stems) - parties
    named = frozenset(stems(" ".join(word for name in names(claim.sentence.text) for word in name.words)))
    return len(shared - named) >= _SHARED and 2 * len(shared) >= len(denial.stems - parties)


def _side(statement: _Statement) -> Side:
    return Side(
        f"{statement.attribution.party} {statement.attribution.verb}",
        (statement.article.outlet,),
        (statement.sentence_id,),
    )


def _about(claim: _Statement, denial: _Statement) -> str:
    """The words of the claim from the first to the last that the denial takes up, else its beginning."""
    shared = denial.stems & claim.stems
    spans = [m.span() for m in re.finditer(r"[\w’'-]+", claim.content) if shared.intersection(stems(m[0]))]
    text = claim.content[spans[0][0] : spans[-1][1]] if len(spans) > 1 else claim.content
    return " ".join(text.split()[:_LONGEST]).strip(" ,.;:")
