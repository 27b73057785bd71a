"""Whether the words of a claim stand to each other as they do in the cited sentences: who did it to whom,
which number belongs to what, and whether two events became one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from digest.models import Finding
from digest.text.dates import dates
from digest.verify.alignment import Alignment
from digest.verify.passage import finding
from digest.verify.strict import english
from digest.verify.strict.attribution import follows_speech
from digest.verify.wording import Text, Word, stem

_MAX_BETWEEN = 2
"""Content words between which a number and what it counts may stand."""
_COMPANY_WORDS = 3
"""Words on either side in which a small word of the source has to have the same company."""
_ADVERBS = frozenset("up down off out higher lower more less earlier later".split())
"""Small words that may belong to the word before them."""
_QUOTING_STEMS = frozenset(stem(word) for word in english.WORDS.quoting - {"tell", "ask"})


def nobody_changes_sides(alignment: Alignment) -> Iterator[Finding]:
    """Who stands before a verb in the source does not stand after it in the claim, unless it turned passive."""
    known = [i for i in alignment.content if alignment.positions[i]]
    for middle in known:
        if _is_name_or_number(alignment, middle) or _may_be_inverted(alignment, middle):
            continue
        before = _on_other_side(alignment, [i for i in known if i < middle], middle, after=True)
        after = _on_other_side(alignment, [i for i in known if i > middle], middle, after=False)
        if not after and _is_finite(alignment, middle):
            before = [w for w in before if w.is_name and w.clause == alignment.text.words[middle].clause]
            after = [alignment.text.words[middle]] if before and not _agent_changed(alignment, middle) else []
            changed = False
        else:
            changed = _voice_changed(alignment, middle)
        if before and after and not changed:
            words = f"{alignment.text[before[-1]]} {alignment.text[alignment.text.words[middle]]} {alignment.text[after[0]]}"
            yield finding("sides", words, "The point has {}; the cited sentence has it the other way round.")
            return


def _on_other_side(alignment: Alignment, indices: list[int], middle: int, *, after: bool) -> list[Word]:
    """Those words that stand on the other side of the middle in the source, in the same sentence."""
    pivot = alignment.positions[middle] or (0, 0)
    found = []
    for i in indices:
        position = alignment.positions[i]
        if position and position[0] == pivot[0] and (position[1] > pivot[1]) == after and position != pivot:
            found.append(alignment.text.words[i])
    return found


def _is_finite(alignment: Alignment, index: int) -> bool:
    """Whether it is a verb in the past tense that says what somebody before it did, in the claim and in its source."""
    word, other = alignment.text.words[index], alignment.source(index)
    past = word.plain.endswith("ed") or english.BASE_FORMS.get(word.plain, word.plain) != word.plain
    return bool(past and not word.is_function_word and other and other.plain == word.plain)


def voice_is_kept(alignment: Alignment) -> Iterator[Finding]:
    """Who was beaten by somebody did not beat somebody: the same order in the other voice turns the sides round.

    So does the same voice if each of two names stands on the other side of the verb, wherever else they stand.
    """
    for middle in alignment.content:
        position = alignment.positions[middle]
        one, two = _neighbours(alignment, middle)
        if (
            not position
            or not one
            or not two
            or _is_name_or_number(alignment, middle)
            or _may_be_inverted(alignment, middle)
        ):
            continue
        source = alignment.sources[position[0]]
        sides = [_sides_in(source, position[1], name.stem) for name in (one, two)]
        changed = _agent_changed(alignment, middle)
        # Seen from the verb, -1 is before it and 1 behind it: with the voice changed, the same order swaps who acts.
        if sides == ([{-1}, {1}] if changed else [{1}, {-1}]) or (
            not changed and sides[0] == {1} and -1 in sides[1]
        ):
            words = alignment.text.text[one.start : two.end]
            yield finding("sides", words, "The point has {}; the cited sentence has it the other way round.")
            return


def _neighbours(alignment: Alignment, middle: int) -> tuple[Word | None, Word | None]:
    """The names next to a word on either side, in its clause."""
    words, clause = alignment.text.words, alignment.text.words[middle].clause
    before = (w for w in reversed(words[:middle]) if _may_be_name(alignment.text, w) and w.clause == clause)
    after = (w for w in words[middle + 1 :] if w.is_name and w.clause == clause)
    return next(before, None), next(after, None)


def _may_be_name(text: Text, word: Word) -> bool:
    return word.is_name or (word is text.words[0] and not word.is_function_word)


def _sides_in(source: Text, at: int, stem_: str) -> set[int]:
    """On which sides of a place in a sentence that stem stands: -1 before, 1 behind."""
    return {-1 if w < at else 1 for w, word in enumerate(source.words) if word.stem == stem_ and w != at}


def _agent_changed(alignment: Alignment, index: int) -> bool:
    """Whether one of claim and source is passive with a "by", and the other is not."""
    position = alignment.positions[index] or (0, 0)
    return _has_agent(alignment.text, index) != _has_agent(alignment.sources[position[0]], position[1])


def _has_agent(text: Text, index: int) -> bool:
    """Whether it is a participle with a form of "be" before it and a "by" behind it."""
    be = {"am", "is", "are", "was", "were", "be", "been", "being"}
    before = text.words[max(0, index - 2) : index]
    return any(w.plain in be for w in before) and any(
        w.plain == "by" for w in text.words[index + 1 : index + 3]
    )


def _is_name_or_number(alignment: Alignment, index: int) -> bool:
    word = alignment.text.words[index]
    return word.is_name or word.stem.isdigit()


def _may_be_inverted(alignment: Alignment, index: int) -> bool:
    """Whether it is a verb like "said" that follows what is said, here or in the source, and may precede its speaker."""
    word, other = alignment.text.words[index], alignment.source(index)
    if word.stem not in _QUOTING_STEMS or other is None:
        return False
    position = alignment.positions[index] or (0, 0)
    return follows_speech(alignment.text, word) or follows_speech(alignment.sources[position[0]], other)


def _voice_changed(alignment: Alignment, index: int) -> bool:
    position = alignment.positions[index] or (0, 0)
    return _is_passive(alignment.text, index) != _is_passive(alignment.sources[position[0]], position[1])


def _is_passive(text: Text, index: int) -> bool:
    return any(word.plain in {"by", "of"} for word in text.words[index + 1 : index + 4])


def numbers_keep_what_they_count(alignment: Alignment) -> Iterator[Finding]:
    """A number stands after the word before it or before the word after it as in the source."""
    content, dated = alignment.content, _in_dates(alignment.text.text)
    for at, i in enumerate(content):
        position = alignment.positions[i]
        if (
            not position
            or not alignment.text.words[i].stem.isdigit()
            or alignment.text.words[i].start in dated
        ):
            continue
        follower = content[at + 1] if at + 1 < len(content) else None
        leader = content[at - 1] if at else None
        if follower is not None and _numbers_turned(alignment, i, follower):
            words = alignment.text.text[alignment.text.words[i].start : alignment.text.words[follower].end]
            yield finding("number", words, "The numbers in {} stand the other way round.")
            continue
        content_neighbours = [
            n
            for n in (follower, leader)
            if n is not None and _without_and(alignment.text, n, i) and alignment.positions[n]
        ]
        required = [follower] if follower == i + 1 and follower in content_neighbours else content_neighbours
        if content_neighbours and not any(_follows(alignment, min(n, i), max(n, i)) for n in required):
            words = alignment.text[alignment.text.words[i]]
            yield finding("number", words, "The number {} belongs to something else in the cited sentence.")


def _in_dates(text: str) -> set[int]:
    """Where in the text a day of a month stands, which may be written on either side of its month."""
    return {at for when in dates(text) if when.month and when.day for at in range(when.start, when.end)}


def _numbers_turned(alignment: Alignment, one: int, two: int) -> bool:
    """Whether the next word is a number as well, and stands before this one in the same cited sentence."""
    here, there = alignment.positions[one], alignment.positions[two]
    both = alignment.text.words[two].stem.isdigit() and here is not None and there is not None
    return bool(both and here and there and here[0] == there[0] and there[1] < here[1])


def _without_and(text: Text, one: int, two: int) -> bool:
    return not any(w.plain == "and" for w in text.words[min(one, two) + 1 : max(one, two)])


def _follows(alignment: Alignment, first: int, second: int) -> bool:
    """Whether, anywhere in the passage, the second word follows closely on the first."""
    one, two = alignment.text.words[first].stem, alignment.text.words[second].stem
    return any(
        one == words[i].stem
        and any(two == w.stem for w in _up_to_number(words[i + 1 : i + 2 + _MAX_BETWEEN]))
        for words in ([w for w in source.words if not w.is_function_word] for source in alignment.sources)
        for i in range(len(words))
    )


def _up_to_number(words: list[Word]) -> list[Word]:
    """The words up to the next number: what stands behind it is counted by that one."""
    at = next((i for i, w in enumerate(words) if w.stem.isdigit()), len(words))
    return words[: at + 1]


def small_words_keep_their_company(alignment: Alignment) -> Iterator[Finding]:
    """A word like "before", "up" or "less" turns the words that it turns in the source."""
    for i, word in enumerate(alignment.text.words):
        links = word.plain in {"from", "to", "by", "against", "for"} and _names_next(alignment.text, i)
        if not links and word.plain not in english.WORDS.company:
            continue
        spots = [
            (source, w)
            for source in alignment.sources
            for w, v in enumerate(source.words)
            if v.plain == word.plain
        ]
        if spots and not any(_company(alignment.text, i, source, w, after_only=links) for source, w in spots):
            words = alignment.text.text[word.start : _next_end(alignment.text, i)]
            yield finding("direction", words, "The point has {}, which no cited sentence has of it.")


def _names_next(text: Text, i: int) -> bool:
    return i + 1 < len(text.words) and (text.words[i + 1].is_name or text.words[i + 1].stem.isdigit())


def _next_end(text: Text, i: int) -> int:
    return text.words[min(i + 1, len(text.words) - 1)].end


def _company(text: Text, i: int, source: Text, w: int, *, after_only: bool) -> bool:
    """Whether a content word beside it in the claim is beside it in the source, on the same side."""
    after = [v.stem for v in source.words[w + 1 : w + 2 + 2 * _COMPANY_WORDS] if not v.is_function_word][
        :_COMPANY_WORDS
    ]
    before = [v.stem for v in source.words[max(0, w - 2 * _COMPANY_WORDS) : w] if not v.is_function_word][
        -_COMPANY_WORDS:
    ]
    mine_after = next((v.stem for v in text.words[i + 1 :] if not v.is_function_word), None)
    if after_only:
        return mine_after in after
    mine_before = next((v.stem for v in reversed(text.words[:i]) if not v.is_function_word), None)
    return (
        mine_after is None
        or mine_after in after
        or (text.words[i].plain in _ADVERBS and mine_before in before)
    )


def events_stay_apart(alignment: Alignment) -> Iterator[Finding]:
    """What one sentence says of somebody is not said of somebody else of another sentence."""
    known = [i for i in alignment.content if alignment.positions[i]]
    for one, two in pairwise(known):
        here, there = alignment.positions[one], alignment.positions[two]
        if not here or not there or here[0] == there[0]:
            continue
        source = alignment.sources[there[0]]
        lost = _lost_subject(alignment, source, there)
        if lost:
            words = alignment.text.text[alignment.text.words[one].start : alignment.text.words[two].end]
            reason = f"The point joins {{}}; in the cited sentence it is said of “{source[lost]}”."
            yield finding("merged", words, reason)


def _lost_subject(alignment: Alignment, source: Text, position: tuple[int, int]) -> Word | None:
    """The words before that place in its clause, if none of them came into the claim."""
    clause = source.words[position[1]].clause
    before = [w for w in source.words[: position[1]] if w.clause == clause] or list(
        source.words[: position[1]]
    )
    if any(w.plain in english.ENGLISH.pronouns for w in before):
        return None
    stems = {w.stem for w in alignment.text.words}
    subject = [w for w in before if not w.is_function_word]
    named = [w for w in subject if w.is_name or w is source.words[0]] or subject
    if not subject or any(w.stem in stems for w in named):
        return None
    return named[-1]
