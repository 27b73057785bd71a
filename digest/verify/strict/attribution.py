"""Who says it, and that it is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from digest.models import Finding
from digest.text.quotes import quotations
from digest.verify.alignment import Alignment
from digest.verify.passage import finding
from digest.verify.strict import english
from digest.verify.wording import Text, Word, read

_MARK_BEFORE = re.compile(r"[,”\"’'?!][\s—–-]*$")
_ASIDE = re.compile(r"\([^()]*\)")


def saying_is_kept(alignment: Alignment) -> Iterator[Finding]:
    """What somebody says stays said: the point keeps the verb that gives it to somebody, or has another."""
    mine = {w.stem for w in alignment.text.words if english.is_form_of(w.plain, english.ENGLISH.saying)}
    quoting = any(english.is_form_of(w.plain, english.WORDS.quoting) for w in alignment.text.words)
    for s, source in enumerate(alignment.sources):
        for verb in _saying_verbs(source):
            attributed = quoting or verb.stem in mine
            if not attributed and _governs(alignment, s, verb):
                yield finding(
                    "attribution",
                    source[verb],
                    "The cited sentence has {}; the point does not say who says it.",
                )
                return


def _governs(alignment: Alignment, s: int, verb: Word) -> bool:
    """Whether words of the claim come from what that verb gives to somebody."""
    source = alignment.sources[s]
    used = [
        source.words[p[1]]
        for p in alignment.positions
        if p and p[0] == s and not source.words[p[1]].is_function_word
    ]
    if english.is_form_of(verb.plain, english.WORDS.quoting):
        return bool(used)
    return sum(w.start > verb.start for w in used) > 1


def speakers_are_kept(alignment: Alignment) -> Iterator[Finding]:
    """Who stands beside a saying verb in the claim stands beside such a verb in the source."""
    theirs = {
        w.stem
        for source in alignment.sources
        for verb in _saying_verbs(source)
        for w in _possible_speakers(source, verb)
    }
    for verb in _saying_verbs(alignment.text):
        mine = [w for w in _speakers(alignment.text, verb) if w.is_name]
        if mine and theirs and not any(w.stem in theirs for w in mine):
            yield finding(
                "attribution", alignment.text[mine[-1]], "It is not {} who says so in the cited sentence."
            )


def speaker_is_cited(alignment: Alignment) -> Iterator[Finding]:
    """The speaker that the claim names apart from its text is named in a cited sentence or its article."""
    articles = {w.stem for article in alignment.passage.articles for w in read(article.text).words}
    strange = [
        w for w in read(alignment.claim.speaker).words if not w.is_function_word and w.stem not in articles
    ]
    if strange:
        yield finding(
            "speaker", alignment.claim.speaker[:80], "The speaker {} stands nowhere in the article."
        )


def _saying_verbs(text: Text) -> list[Word]:
    """The verbs outside quotations that give something to somebody."""
    return [w for w in _outside_quotations(text) if english.is_form_of(w.plain, english.ENGLISH.saying)]


def _speakers(text: Text, verb: Word) -> list[Word]:
    """The words that may name who says it: those before the verb, or behind it if it follows what is said."""
    before, after = _around(text, verb)
    if verb.plain == "according":
        return after
    if (
        follows_speech(text, verb)
        and after
        and (after[0].is_name or not any(w.clause == verb.clause for w in before))
    ):
        return after
    return before


def _possible_speakers(text: Text, verb: Word) -> list[Word]:
    """Those that may name the speaker in a source, where a clause may stand between speaker and verb."""
    before, after = _around(text, verb)
    return before + after if follows_speech(text, verb) or verb.plain == "according" else before


def _around(text: Text, verb: Word) -> tuple[list[Word], list[Word]]:
    """The words with content before the verb, and the next eight of its clause behind it; quotations left out."""
    outside = [w for w in _outside_quotations(text) if not w.is_function_word]
    after = [w for w in outside if w.start > verb.start and w.clause == verb.clause]
    return [w for w in outside if w.start < verb.start], after[:8]


def follows_speech(text: Text, verb: Word) -> bool:
    """Whether a mark stands right before the verb, as in: “…,” said Brandt."""
    return bool(_MARK_BEFORE.search(text.text[: verb.start]))


@lru_cache(maxsize=256)
def _outside_quotations(text: Text) -> tuple[Word, ...]:
    """The words that stand in no quotation and in no parentheses."""
    inside = bytearray(len(text.text))
    for start, end in [(q.start, q.end) for q in quotations(text.text)] + [
        m.span() for m in _ASIDE.finditer(text.text)
    ]:
        inside[start + 1 : end] = bytes([1]) * (end - start - 1)
    return tuple(w for w in text.words if not inside[w.start])
