"""Small words that turn the meaning of others: denials, modal verbs, hedges, plans, amounts.

The scope of an operator is the next few words of its clause. A word in its scope in a cited sentence is in its scope in the
claim, and the other way round; if its words do not come into the claim, the operator need not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from digest.models import Finding
from digest.verify.alignment import Alignment
from digest.verify.passage import finding
from digest.verify.strict import english
from digest.verify.wording import Text, Word, stem

_SCOPE_WORDS = 3
"""Content words in the scope of an operator: an adverb, a verb and its object."""
_HEDGE_STEMS = frozenset(stem(word) for word in english.ENGLISH.hedges)
_NOT_YET_STEMS = frozenset(stem(word) for word in english.WORDS.not_yet)

Scopes = dict[int, dict[str, Word]]
"""For the index of a word: the operators in whose scope it is, by group."""
Group = Callable[[Word], str]


def negation(word: Word) -> str:
    return "not" if word.plain in english.ENGLISH.negations or word.plain.endswith("n't") else ""


def modal(word: Word) -> str:
    """How sure the modal verb is; a capital makes it the month."""
    if word.is_name:
        return ""
    base = word.plain.removesuffix("n't").partition("'")[0] or word.plain.partition("'")[2]
    return english.ENGLISH.modals.get(base, "")


def hedge(word: Word) -> str:
    return word.stem if word.stem in _HEDGE_STEMS else ""


def amount(word: Word) -> str:
    return english.WORDS.amounts.get(word.plain, "")


def nothing_is_negated(alignment: Alignment) -> Iterator[Finding]:
    """A claim denies what the cited sentence denies, and nothing else."""
    yield from _compare(alignment, "negation", negation)


def nothing_is_hardened(alignment: Alignment) -> Iterator[Finding]:
    """What may be or is said to be does not become what is, nor the other way round."""
    yield from _compare(alignment, "modality", modal)
    yield from _compare(alignment, "modality", hedge)
    yield from _plans(alignment)


def amounts_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """Some do not become all, nor all some."""
    yield from _compare(alignment, "amount", amount)


def _compare(alignment: Alignment, check: str, group: Group) -> Iterator[Finding]:
    mine = scopes(alignment.text, group)
    theirs = [scopes(source, group) for source in alignment.sources]
    yield from _added(alignment, check, mine, theirs)
    yield from _dropped(alignment, check, mine, theirs)


def _added(alignment: Alignment, check: str, mine: Scopes, theirs: list[Scopes]) -> Iterator[Finding]:
    """Operators of the claim none of whose words is in the scope of such an operator in the passage."""
    reached: dict[tuple[str, Word], list[int]] = {}
    for index, operators in mine.items():
        for group, word in operators.items():
            reached.setdefault((group, word), []).append(index)
    for (group, word), indices in reached.items():
        positions = [position for i in indices if (position := alignment.positions[i])]
        if not any(group in theirs[s].get(w, {}) for s, w in positions):
            yield finding(
                check, alignment.text[word], "The point says {} of what no cited sentence says it of."
            )


def _dropped(alignment: Alignment, check: str, mine: Scopes, theirs: list[Scopes]) -> Iterator[Finding]:
    """Operators of the passage whose nearest word in the claim is in the scope of none."""
    for s, source in enumerate(theirs):
        seen: set[tuple[str, int]] = set()
        for w, operators in sorted(source.items()):
            index = alignment.index.get((s, w))
            for group, word in operators.items():
                if index is None or (group, word.start) in seen:
                    continue
                seen.add((group, word.start))
                if group not in mine.get(index, {}) and not _is_headline_future(alignment, group, index):
                    words = alignment.sources[s][word]
                    yield finding(check, words, "The cited sentence says {}, the point leaves it out.")


def _is_headline_future(alignment: Alignment, group: str, index: int) -> bool:
    """Whether "to" stands for the "will" of the source, as headlines have it."""
    return group == "certain" and index > 0 and alignment.text.words[index - 1].plain == "to"


@lru_cache(maxsize=4096)
def scopes(text: Text, group: Group) -> Scopes:
    """The words in the scope of each operator of a text: the next ones of the clause, else the one before."""
    found: Scopes = {}
    for i, word in enumerate(text.words):
        if name := group(word):
            after = [
                j
                for j in range(i + 1, len(text.words))
                if text.words[j].clause == word.clause
                and not text.words[j].is_function_word
                and not group(text.words[j])
            ]
            before = [
                j
                for j in range(i)
                if text.words[j].clause == word.clause and not text.words[j].is_function_word
            ]
            for j in after[:_SCOPE_WORDS] or before[-1:]:
                found.setdefault(j, {})[name] = word
    return found


def _plans(alignment: Alignment) -> Iterator[Finding]:
    """What somebody plans, wants or is asked to do does not become what is done."""
    for s, source in enumerate(alignment.sources):
        for w in range(2, len(source.words)):
            before, link, word = source.words[w - 2 : w + 1]
            index = alignment.index.get((s, w))
            if link.plain != "to" or index is None or word.is_function_word:
                continue
            leader = before if before.stem in _NOT_YET_STEMS else _plan_word(source, w)
            if leader and not _is_left_open(alignment, index, leader):
                words = source[leader]
                yield finding(
                    "modality", words, "The cited sentence has {} before it, the point has it as done."
                )


def _plan_word(source: Text, w: int) -> Word | None:
    """A word like "urge" in "urged the ministers to", at most four words before the "to"."""
    for j in range(w - 2, max(-1, w - 7), -1):
        if source.words[j].clause != source.words[w].clause:
            return None
        if source.words[j].stem in _NOT_YET_STEMS:
            return source.words[j]
    return None


def _is_left_open(alignment: Alignment, index: int, leader: Word) -> bool:
    """Whether the claim has that word before, or leaves the verb open itself."""
    before = alignment.text.words[max(0, index - 7) : index]
    return any(w.stem == leader.stem or w.plain == "to" or modal(w) for w in before)
