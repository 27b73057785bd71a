"""Small words that turn the meaning of others: denials, modal verbs, hedges, plans, amounts.

An operator reaches the next few words of its clause. What it reaches in a cited sentence it reaches in the
claim, and the other way round; where its words do not come into the claim, neither need the operator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from digest.models import Finding
from digest.verify.alignment import Trace
from digest.verify.passage import finding
from digest.verify.strict import english
from digest.verify.wording import Text, Word, stem

_REACH = 3
"""Words with content that an operator turns: an adverb, a verb and its object."""
_HEDGE_STEMS = frozenset(stem(word) for word in english.ENGLISH.hedges)
_NOT_YET_STEMS = frozenset(stem(word) for word in english.WORDS.not_yet)

Reach = dict[int, dict[str, Word]]
"""For the index of a word: the operators that reach it, by group."""
Group = Callable[[Word], str]


def negation(word: Word) -> str:
    return "not" if word.plain in english.ENGLISH.negations or word.plain.endswith("n't") else ""


def modal(word: Word) -> str:
    """How sure the modal verb is; a capital makes it the month."""
    if word.name:
        return ""
    base = word.plain.removesuffix("n't").partition("'")[0] or word.plain.partition("'")[2]
    return english.ENGLISH.modals.get(base, "")


def hedge(word: Word) -> str:
    return word.stem if word.stem in _HEDGE_STEMS else ""


def amount(word: Word) -> str:
    return english.WORDS.amounts.get(word.plain, "")


def nothing_is_negated(trace: Trace) -> Iterator[Finding]:
    """A claim denies what the cited sentence denies, and nothing else."""
    yield from _compare(trace, "negation", negation)


def nothing_is_hardened(trace: Trace) -> Iterator[Finding]:
    """What may be or is said to be does not become what is, nor the other way round."""
    yield from _compare(trace, "modality", modal)
    yield from _compare(trace, "modality", hedge)
    yield from _plans(trace)


def amounts_are_kept(trace: Trace) -> Iterator[Finding]:
    """Some do not become all, nor all some."""
    yield from _compare(trace, "amount", amount)


def _compare(trace: Trace, check: str, group: Group) -> Iterator[Finding]:
    mine = reach(trace.text, group)
    theirs = [reach(source, group) for source in trace.sources]
    yield from _added(trace, check, mine, theirs)
    yield from _dropped(trace, check, mine, theirs)


def _added(trace: Trace, check: str, mine: Reach, theirs: list[Reach]) -> Iterator[Finding]:
    """Operators of the claim none of whose words is reached by such an operator in the passage."""
    reached: dict[tuple[str, Word], list[int]] = {}
    for index, operators in mine.items():
        for group, word in operators.items():
            reached.setdefault((group, word), []).append(index)
    for (group, word), indices in reached.items():
        places = [place for i in indices if (place := trace.places[i])]
        if not any(group in theirs[s].get(w, {}) for s, w in places):
            yield finding(check, trace.text[word], "The point says {} of what no cited sentence says it of.")


def _dropped(trace: Trace, check: str, mine: Reach, theirs: list[Reach]) -> Iterator[Finding]:
    """Operators of the passage whose nearest word in the claim is not reached by one."""
    for s, source in enumerate(theirs):
        seen: set[tuple[str, int]] = set()
        for w, operators in sorted(source.items()):
            index = trace.index.get((s, w))
            for group, word in operators.items():
                if index is None or (group, word.start) in seen:
                    continue
                seen.add((group, word.start))
                if group not in mine.get(index, {}) and not _stands_in(trace, group, index):
                    words = trace.sources[s][word]
                    yield finding(check, words, "The cited sentence says {}, the point leaves it out.")


def _stands_in(trace: Trace, group: str, index: int) -> bool:
    """Whether "to" stands for the "will" of the source, as headlines have it."""
    return group == "certain" and index > 0 and trace.text.words[index - 1].plain == "to"


@lru_cache(maxsize=4096)
def reach(text: Text, group: Group) -> Reach:
    """The words that the operators of a text reach: the next ones of the clause, else the one before."""
    found: Reach = {}
    for i, word in enumerate(text.words):
        if name := group(word):
            after = [
                j
                for j in range(i + 1, len(text.words))
                if text.words[j].clause == word.clause and not text.words[j].free and not group(text.words[j])
            ]
            before = [j for j in range(i) if text.words[j].clause == word.clause and not text.words[j].free]
            for j in after[:_REACH] or before[-1:]:
                found.setdefault(j, {})[name] = word
    return found


def _plans(trace: Trace) -> Iterator[Finding]:
    """What somebody plans, wants or is asked to do does not become what is done."""
    for s, source in enumerate(trace.sources):
        for w in range(2, len(source.words)):
            before, link, word = source.words[w - 2 : w + 1]
            index = trace.index.get((s, w))
            if link.plain != "to" or index is None or word.free:
                continue
            leader = before if before.stem in _NOT_YET_STEMS else _leader(source, w)
            if leader and not _led(trace, index, leader):
                words = source[leader]
                yield finding(
                    "modality", words, "The cited sentence has {} before it, the point has it as done."
                )


def _leader(source: Text, w: int) -> Word | None:
    """A word like "urge" in "urged the ministers to", at most four words before the "to"."""
    for j in range(w - 2, max(-1, w - 7), -1):
        if source.words[j].clause != source.words[w].clause:
            return None
        if source.words[j].stem in _NOT_YET_STEMS:
            return source.words[j]
    return None


def _led(trace: Trace, index: int, leader: Word) -> bool:
    """Whether the claim has that word before, or leaves the verb open itself."""
    before = trace.text.words[max(0, index - 7) : index]
    return any(w.stem == leader.stem or w.plain == "to" or modal(w) for w in before)
