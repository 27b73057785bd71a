"""What a point may not leave out of a sentence whose other words it takes: conditions, roles, particles, heads.

Each word here turns another one. Where the other one comes into the claim, the word has to come along.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Finding
from digest.verify.alignment import Alignment
from digest.verify.passage import finding
from digest.verify.strict import english
from digest.verify.wording import Text, Word, stem

_HEAD_STEMS = frozenset(stem(word) for word in english.WORDS.unreal_heads)
_LEADER_STEMS = frozenset(stem(word) for word in english.WORDS.gerund_leaders)
_AS_IF = re.compile(r"\b(?:even|as|what|only)\s+$", re.IGNORECASE)
_IS_FALSE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+|not\s+)?(false|untrue|wrong|fake|baseless|unfounded|incorrect|fabricated|debunked)\b",
    re.IGNORECASE,
)


def conditions_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """What happens only if something else does stays conditional."""
    mine = {word.plain for word in alignment.text.words}
    if mine & english.WORDS.conditions:
        return
    for s, source in enumerate(alignment.sources):
        for word in source.words:
            if word.plain in english.WORDS.conditions and _is_used(
                alignment, s, word.clause - 1, word.clause + 1
            ):
                if not _AS_IF.search(source.text[: word.start]):
                    yield finding(
                        "modality", source[word], "The cited sentence says {}, the point has no condition."
                    )
                return


def _is_used(alignment: Alignment, s: int, first: int, last: int) -> bool:
    """Whether a word with content of those clauses came into the claim."""
    return any(
        first <= word.clause <= last and not word.is_function_word and (s, w) in alignment.index
        for w, word in enumerate(alignment.sources[s].words)
    )


def falsehoods_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """What a sentence calls false is not told as if it were so."""
    for source in alignment.sources:
        match = _IS_FALSE.search(source.text)
        if (
            match
            and not _IS_FALSE.search(alignment.text.text)
            and match[1].lower() not in alignment.text.text.lower()
        ):
            yield finding("negation", match[1], "The cited sentence calls it {}, the point does not.")


def modifiers_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """A former president stays former, a deputy a deputy, North Norland in the north."""
    for s, source in enumerate(alignment.sources):
        for w, word in enumerate(source.words):
            turned = w - 1 if word.plain in {"elect", "designate"} else w + 1
            index = alignment.index.get((s, turned))
            if index is None or not _modifies(source, w, turned):
                continue
            nearby = alignment.text.words[max(0, index - 3) : index + 3]
            if not any(other.stem == word.stem for other in nearby):
                yield finding("role", source[word], "The cited sentence says {}, the point leaves it out.")


def _modifies(source: Text, w: int, turned: int) -> bool:
    """Whether the word says what kind of person or place the word beside it is."""
    if not 0 <= turned < len(source.words):
        return False
    word, other = source.words[w], source.words[turned]
    if word.plain in {"elect", "designate"}:
        return source.text[other.end : word.start] == "-"
    if word.plain in english.WORDS.role_modifiers:
        return source.text[word.end : other.start] in {" ", "-"}
    capitals = source[word][0].isupper() and source[other][0].isupper()
    return word.plain in english.WORDS.place_modifiers and capitals and other.clause == word.clause


def particles_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """What is called off is not called, what is turned down not turned."""
    for s, source in enumerate(alignment.sources):
        for w, word in enumerate(source.words[:-1]):
            particle = source.words[w + 1]
            index = alignment.index.get((s, w))
            if index is None or word.is_function_word or particle.plain not in english.WORDS.particles:
                continue
            following = source.words[w + 2].plain if w + 2 < len(source.words) else ""
            after = [v.plain for v in alignment.text.words[index + 1 : index + 5]]
            if following not in english.WORDS.after_preposition and particle.plain not in after:
                words = source.text[word.start : particle.end]
                yield finding(
                    "direction", words, "The cited sentence says {}, the point leaves half of it out."
                )


def heads_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """A ban on imports is not imports, an opponent of the law not the law."""
    stems = {word.stem for word in alignment.text.words}
    for s, source in enumerate(alignment.sources):
        for w, word in enumerate(source.words[:-2]):
            if (
                word.stem not in _HEAD_STEMS
                or word.stem in stems
                or source.words[w + 1].plain not in english.WORDS.head_links
            ):
                continue
            next_ = next(
                (v for v in range(w + 2, len(source.words)) if not source.words[v].is_function_word), None
            )
            if next_ is not None and (s, next_) in alignment.index and _is_jumped_over(alignment, s, w):
                words = source.text[word.start : source.words[next_].end]
                yield finding("modality", words, "The cited sentence has {}, the point leaves its head out.")


def _is_jumped_over(alignment: Alignment, s: int, w: int) -> bool:
    """Whether words from before that place are in the claim too, so that the claim jumps over it; or none before is."""
    return not any(position == (s, w) for position in alignment.positions if position)


def alternatives_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """What is considered, avoided or done something else instead of is not done."""
    for s, source in enumerate(alignment.sources):
        for w, word in enumerate(source.words):
            index = alignment.index.get((s, w))
            if index is None or word.is_function_word:
                continue
            leader = _avoidance_word(source, w)
            before = alignment.text.words[max(0, index - 7) : index]
            if leader and not any(other.stem == leader.stem for other in before):
                yield finding(
                    "modality", source[leader], "The cited sentence says {}, the point has it as done."
                )


def _avoidance_word(source: Text, w: int) -> Word | None:
    """A word like "considered" or "instead of" right before a verb that names something not done."""
    word, before = source.words[w], source.words[max(0, w - 2) : w]
    if len(before) == 2 and (before[0].plain, before[1].plain) in {("rather", "than"), ("instead", "of")}:
        return before[0]
    if not word.plain.endswith("ing") or not before:
        return None
    near = before[-1:] if before[-1].plain not in {"of", "from", "against", "about"} else before[:1]
    return next((v for v in near if v.stem in _LEADER_STEMS and v.clause == word.clause), None)
