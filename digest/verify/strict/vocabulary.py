"""Words of a claim that no cited sentence has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from digest.models import Finding
from digest.text.dates import dates
from digest.text.names import names, same_word
from digest.text.numbers import numbers
from digest.verify.alignment import Alignment
from digest.verify.names_roles import is_plain_opener
from digest.verify.passage import finding
from digest.verify.strict import english
from digest.verify.wording import Text, Word, stem

_SAYING_STEMS = frozenset(stem(word) for word in english.ENGLISH.saying)
_NEUTRAL_STEMS = frozenset(stem(word) for word in english.WORDS.neutral_saying)
_MAY_RETURN = (
    english.WORDS.free
    | english.ENGLISH.pronouns
    | english.WORDS.neutral_saying
    | {"than", "said", "told", "says"}
)
_OPPOSITES: dict[str, frozenset[str]] = {}
for _left, _right in english.OPPOSITES:
    for _one, _other in ((_left, _right), (_right, _left)):
        for _word in _one:
            _OPPOSITES[stem(_word)] = _OPPOSITES.get(stem(_word), frozenset()) | {stem(w) for w in _other}


def words_are_cited(alignment: Alignment) -> Iterator[Finding]:
    """A word that carries content is a word of the cited sentences, in any of its forms."""
    known = alignment.passage.stems
    for word in uncited(alignment):
        opposite = _cited_opposite(word, alignment)
        if opposite:
            reason = f"The point says {{}} where the cited sentence says “{opposite}”."
            yield finding("direction", alignment.text[word], reason)
        elif not (word.stem in _NEUTRAL_STEMS and known & _SAYING_STEMS):
            yield finding("words", alignment.text[word], "The word {} is not in the cited sentences.")


def words_are_not_reused(alignment: Alignment) -> Iterator[Finding]:
    """A word stands in the claim no more often than in the cited sentences: each had one place and one meaning."""
    there = Counter(word.stem for source in alignment.sources for word in source.words)
    mine: Counter[str] = Counter()
    for word in alignment.text.words:
        mine[word.stem] += 1
        if word.plain not in _MAY_RETURN and 0 < there[word.stem] < mine[word.stem]:
            yield finding(
                "words", alignment.text[word], "The word {} stands more often than in the cited sentences."
            )


def uncited(alignment: Alignment) -> list[Word]:
    """The words without a place in the passage that no other check looks at."""
    spans = [(n.start, n.end) for n in numbers(alignment.text.text)]
    spans += [(d.start, d.end) for d in dates(alignment.text.text)]
    spans += [(n.start, n.end) for n in names(alignment.text.text) if not is_plain_opener(n)]
    joined = {w.plain for source in alignment.sources for w in _compounds(source)}
    return [
        word
        for i, word in enumerate(alignment.text.words)
        if not alignment.positions[i]
        and not word.is_function_word
        and word.plain not in joined
        and not any(start <= word.start < end for start, end in spans)
        and not _is_known_name(word, alignment)
    ]


def _is_known_name(word: Word, alignment: Alignment) -> bool:
    """Whether the passage has it as a name in another spelling, or the country for its people."""
    return alignment.text[word][0].isupper() and any(
        source[other][0].isupper() and same_word(word.plain, other.plain)
        for source in alignment.sources
        for other in source.words
    )


def _compounds(source: Text) -> Iterator[Word]:
    """Neighbours written as one word: "cease-fire" and "ceasefire"."""
    for one, two in pairwise(source.words):
        if source.text[one.end : two.start] in {"-", " "}:
            yield Word(one.start, two.end, one.plain + two.plain, "", one.clause)


def _cited_opposite(word: Word, alignment: Alignment) -> str:
    """The word of the passage that says the opposite, if there is one."""
    against = _OPPOSITES.get(word.stem, frozenset())
    return next(
        (source[other] for source in alignment.sources for other in source.words if other.stem in against), ""
    )
