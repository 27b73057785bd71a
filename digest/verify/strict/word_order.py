"""Whether the words of a claim stand to each other as they do in the cited sentences: who did it to whom,
which number belongs to what, and whether two events became one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from digest.models import Finding
from digest.text.dates import dates
from digest.verify.alignment import Trace
from digest.verify.passage import finding
from digest.verify.strict import english
from digest.verify.strict.attribution import follows_speech
from digest.verify.wording import Text, Word, stem

_NEAR = 2
"""Content words between which a number and what it counts may stand."""
_BESIDE = 3
"""Words on either side in which a small word of the source has to have the same company."""
_ADVERBS = frozenset("up down off out higher lower more less earlier later".split())
"""Small words that may belong to the word before them."""
_QUOTING_STEMS = frozenset(stem(word) for word in english.WORDS.quoting - {"tell", "ask"})


def nobody_changes_sides(trace: Trace) -> Iterator[Finding]:
    """Who stands before a verb in the source does not stand after it in the claim, unless it turned passive."""
    known = [i for i in trace.content if trace.places[i]]
    for middle in known:
        if _is_name_or_number(trace, middle) or _may_be_inverted(trace, middle):
            continue
        before = _turned(trace, [i for i in known if i < middle], middle, after=True)
        after = _turned(trace, [i for i in known if i > middle], middle, after=False)
        if not after and _is_finite(trace, middle):
            before = [w for w in before if w.name and w.clause == trace.text.words[middle].clause]
            after = [trace.text.words[middle]] if before and not _agent_changed(trace, middle) else []
            changed = False
        else:
            changed = _voice_changed(trace, middle)
        if before and after and not changed:
            words = f"{trace.text[before[-1]]} {trace.text[trace.text.words[middle]]} {trace.text[after[0]]}"
            yield finding("sides", words, "The point has {}; the cited sentence has it the other way round.")
            return


def _turned(trace: Trace, indices: list[int], middle: int, *, after: bool) -> list[Word]:
    """Those words that stand on the other side of the middle in the source, in the same sentence."""
    pivot = trace.places[middle] or (0, 0)
    found = []
    for i in indices:
        place = trace.places[i]
        if place and place[0] == pivot[0] and (place[1] > pivot[1]) == after and place != pivot:
            found.append(trace.text.words[i])
    return found


def _is_finite(trace: Trace, index: int) -> bool:
    """Whether it is a verb in the past tense that says what somebody before it did, in the claim and in its source."""
    word, other = trace.text.words[index], trace.source(index)
    past = word.plain.endswith("ed") or english.BASE_FORMS.get(word.plain, word.plain) != word.plain
    return bool(past and not word.free and other and other.plain == word.plain)


def voice_is_kept(trace: Trace) -> Iterator[Finding]:
    """Who was beaten by somebody did not beat somebody: the same order in the other voice turns the sides round.

    So does the same voice where each of two names stands on the other side of the verb, wherever else they stand.
    """
    for middle in trace.content:
        place = trace.places[middle]
        one, two = _neighbours(trace, middle)
        if (
            not place
            or not one
            or not two
            or _is_name_or_number(trace, middle)
            or _may_be_inverted(trace, middle)
        ):
            continue
        source = trace.sources[place[0]]
        sides = [_sides_of(source, place[1], name.stem) for name in (one, two)]
        changed = _agent_changed(trace, middle)
        if sides == ([{-1}, {1}] if changed else [{1}, {-1}]) or (
            not changed and sides[0] == {1} and -1 in sides[1]
        ):
            words = trace.text.text[one.start : two.end]
            yield finding("sides", words, "The point has {}; the cited sentence has it the other way round.")
            return


def _neighbours(trace: Trace, middle: int) -> tuple[Word | None, Word | None]:
    """The names next to a word on either side, in its clause."""
    words, clause = trace.text.words, trace.text.words[middle].clause
    before = (w for w in reversed(words[:middle]) if _may_be_name(trace.text, w) and w.clause == clause)
    after = (w for w in words[middle + 1 :] if w.name and w.clause == clause)
    return next(before, None), next(after, None)


def _may_be_name(text: Text, word: Word) -> bool:
    return word.name or (word is text.words[0] and not word.free)


def _sides_of(source: Text, at: int, stem_: str) -> set[int]:
    """On which sides of a place in a sentence that stem stands: -1 before, 1 behind."""
    return {-1 if w < at else 1 for w, word in enumerate(source.words) if word.stem == stem_ and w != at}


def _agent_changed(trace: Trace, index: int) -> bool:
    """Whether one of claim and source is passive with a "by", and the other is not."""
    place = trace.places[index] or (0, 0)
    return _has_agent(trace.text, index) != _has_agent(trace.sources[place[0]], place[1])


def _has_agent(text: Text, index: int) -> bool:
    """Whether it is a participle with a form of "be" before it and a "by" behind it."""
    be = {"am", "is", "are", "was", "were", "be", "been", "being"}
    before = text.words[max(0, index - 2) : index]
    return any(w.plain in be for w in before) and any(
        w.plain == "by" for w in text.words[index + 1 : index + 3]
    )


def _is_name_or_number(trace: Trace, index: int) -> bool:
    word = trace.text.words[index]
    return word.name or word.stem.isdigit()


def _may_be_inverted(trace: Trace, index: int) -> bool:
    """Whether it is a verb like "said" that follows what is said, here or in the source, and may precede its speaker."""
    word, other = trace.text.words[index], trace.source(index)
    if word.stem not in _QUOTING_STEMS or other is None:
        return False
    place = trace.places[index] or (0, 0)
    return follows_speech(trace.text, word) or follows_speech(trace.sources[place[0]], other)


def _voice_changed(trace: Trace, index: int) -> bool:
    place = trace.places[index] or (0, 0)
    return _is_passive(trace.text, index) != _is_passive(trace.sources[place[0]], place[1])


def _is_passive(text: Text, index: int) -> bool:
    return any(word.plain in {"by", "of"} for word in text.words[index + 1 : index + 4])


def numbers_keep_what_they_count(trace: Trace) -> Iterator[Finding]:
    """A number stands after the word before it or before the word after it as in the source."""
    content, dated = trace.content, _in_dates(trace.text.text)
    for at, i in enumerate(content):
        place = trace.places[i]
        if not place or not trace.text.words[i].stem.isdigit() or trace.text.words[i].start in dated:
            continue
        follower = content[at + 1] if at + 1 < len(content) else None
        leader = content[at - 1] if at else None
        if follower is not None and _numbers_turned(trace, i, follower):
            words = trace.text.text[trace.text.words[i].start : trace.text.words[follower].end]
            yield finding("number", words, "The numbers in {} stand the other way round.")
            continue
        near = [
            n
            for n in (follower, leader)
            if n is not None and _without_and(trace.text, n, i) and trace.places[n]
        ]
        beside = [follower] if follower == i + 1 and follower in near else near
        if near and not any(_follows(trace, min(n, i), max(n, i)) for n in beside):
            words = trace.text[trace.text.words[i]]
            yield finding("number", words, "The number {} belongs to something else in the cited sentence.")


def _in_dates(text: str) -> set[int]:
    """Where in the text a day of a month stands, which may be written on either side of its month."""
    return {at for when in dates(text) if when.month and when.day for at in range(when.start, when.end)}


def _numbers_turned(trace: Trace, one: int, two: int) -> bool:
    """Whether the next word is a number as well, and stands before this one in the same cited sentence."""
    here, there = trace.places[one], trace.places[two]
    both = trace.text.words[two].stem.isdigit() and here is not None and there is not None
    return bool(both and here and there and here[0] == there[0] and there[1] < here[1])


def _without_and(text: Text, one: int, two: int) -> bool:
    return not any(w.plain == "and" for w in text.words[min(one, two) + 1 : max(one, two)])


def _follows(trace: Trace, first: int, second: int) -> bool:
    """Whether, anywhere in the passage, the second word follows closely on the first."""
    one, two = trace.text.words[first].stem, trace.text.words[second].stem
    return any(
        one == words[i].stem and any(two == w.stem for w in _up_to_number(words[i + 1 : i + 2 + _NEAR]))
        for words in ([w for w in source.words if not w.free] for source in trace.sources)
        for i in range(len(words))
    )


def _up_to_number(words: list[Word]) -> list[Word]:
    """The words up to the next number: what stands behind it is counted by that one."""
    at = next((i for i, w in enumerate(words) if w.stem.isdigit()), len(words))
    return words[: at + 1]


def small_words_keep_their_company(trace: Trace) -> Iterator[Finding]:
    """A word like "before", "up" or "less" turns the words that it turns in the source."""
    for i, word in enumerate(trace.text.words):
        links = word.plain in {"from", "to", "by", "against", "for"} and _names_next(trace.text, i)
        if not links and word.plain not in english.WORDS.company:
            continue
        spots = [
            (source, w)
            for source in trace.sources
            for w, v in enumerate(source.words)
            if v.plain == word.plain
        ]
        if spots and not any(_company(trace.text, i, source, w, after_only=links) for source, w in spots):
            words = trace.text.text[word.start : _next_end(trace.text, i)]
            yield finding("direction", words, "The point has {}, which no cited sentence has of it.")


def _names_next(text: Text, i: int) -> bool:
    return i + 1 < len(text.words) and (text.words[i + 1].name or text.words[i + 1].stem.isdigit())


def _next_end(text: Text, i: int) -> int:
    return text.words[min(i + 1, len(text.words) - 1)].end


def _company(text: Text, i: int, source: Text, w: int, *, after_only: bool) -> bool:
    """Whether a content word beside it in the claim is beside it in the source, on the same side."""
    after = [v.stem for v in source.words[w + 1 : w + 2 + 2 * _BESIDE] if not v.free][:_BESIDE]
    before = [v.stem for v in source.words[max(0, w - 2 * _BESIDE) : w] if not v.free][-_BESIDE:]
    mine_after = next((v.stem for v in text.words[i + 1 :] if not v.free), None)
    if after_only:
        return mine_after in after
    mine_before = next((v.stem for v in reversed(text.words[:i]) if not v.free), None)
    return (
        mine_after is None
        or mine_after in after
        or (text.words[i].plain in _ADVERBS and mine_before in before)
    )


def events_stay_apart(trace: Trace) -> Iterator[Finding]:
    """What one sentence says of somebody is not said of somebody else of another sentence."""
    known = [i for i in trace.content if trace.places[i]]
    for one, two in pairwise(known):
        here, there = trace.places[one], trace.places[two]
        if not here or not there or here[0] == there[0]:
            continue
        source = trace.sources[there[0]]
        lost = _lost_subject(trace, source, there)
        if lost:
            words = trace.text.text[trace.text.words[one].start : trace.text.words[two].end]
            reason = f"The point joins {{}}; in the cited sentence it is said of “{source[lost]}”."
            yield finding("merged", words, reason)


def _lost_subject(trace: Trace, source: Text, place: tuple[int, int]) -> Word | None:
    """The words before that place in its clause, where none of them came into the claim."""
    clause = source.words[place[1]].clause
    before = [w for w in source.words[: place[1]] if w.clause == clause] or list(source.words[: place[1]])
    if any(w.plain in english.ENGLISH.pronouns for w in before):
        return None
    stems = {w.stem for w in trace.text.words}
    subject = [w for w in before if not w.free]
    named = [w for w in subject if w.name or w is source.words[0]] or subject
    if not subject or any(w.stem in stems for w in named):
        return None
    return named[-1]
