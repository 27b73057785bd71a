"""Who says it, and that it is said."""

from __future__ import annotations

from collections.abc import Iterator

from digest.models import Finding
from digest.text.quotes import quotations
from digest.verify import english
from digest.verify.passage import finding
from digest.verify.tokens import Text, Word, read, stem
from digest.verify.trace import Trace

_SAYING_STEMS = frozenset(stem(word) for word in english.SAYING)
_QUOTING_STEMS = frozenset(stem(word) for word in english.QUOTING)


def saying_is_kept(trace: Trace) -> Iterator[Finding]:
    """What somebody says stays said: where the words come from such a sentence, the point has a saying verb."""
    if _sayings(trace.text):
        return
    for s, source in enumerate(trace.sources):
        said = _quoting(source)
        if said and any(place and place[0] == s for place in trace.places):
            words = source[said[0]]
            yield finding(
                "attribution", words, "The cited sentence has {}; the point does not say who says it."
            )
            return


def speakers_are_kept(trace: Trace) -> Iterator[Finding]:
    """Who stands beside a saying verb in the claim stands beside such a verb in the source."""
    for i, verb in enumerate(trace.text.words):
        if verb.stem not in _QUOTING_STEMS:
            continue
        mine = [w for w in _speakers(trace.text, i) if w.name]
        theirs = {
            w.stem
            for source in trace.sources
            for j, other in enumerate(source.words)
            if other.stem in _SAYING_STEMS
            for w in _speakers(source, j)
        }
        strange = [w for w in mine if w.stem not in theirs]
        if mine and theirs and len(strange) == len(mine):
            words = trace.text[strange[-1]]
            yield finding("attribution", words, "It is not {} who says so in the cited sentence.")


def speaker_is_cited(trace: Trace) -> Iterator[Finding]:
    """The speaker that the claim names apart from its text is named in a cited sentence or its article."""
    articles = {w.stem for article in trace.passage.articles for w in read(article.text).words}
    strange = [w for w in read(trace.claim.speaker).words if not w.free and w.stem not in articles]
    if strange:
        yield finding("speaker", trace.claim.speaker[:80], "The speaker {} stands nowhere in the article.")


def _sayings(text: Text) -> list[Word]:
    return [w for w in text.words if w.stem in _SAYING_STEMS]


def _quoting(text: Text) -> list[Word]:
    """The verbs that give the sentence, or most of it, to somebody."""
    inside = [(q.start, q.end) for q in quotations(text.text)]
    return [
        w
        for w in text.words
        if w.stem in _QUOTING_STEMS and not any(start < w.start < end for start, end in inside)
    ]


def _speakers(text: Text, verb: int) -> list[Word]:
    """The words that may name who says it: those before the verb, and those right behind it."""
    inside = [(q.start, q.end) for q in quotations(text.text)]
    outside = [w for w in text.words if not any(start < w.start < end for start, end in inside)]
    before = [w for w in outside if w.start < text.words[verb].start and not w.free]
    after = [w for w in outside if w.start > text.words[verb].start][:6]
    inverted = [w for w in after if w.clause == text.words[verb].clause and not w.free]
    told = text.words[verb].plain in {"told", "asked", "accused", "urged"}
    return before if told else before + inverted
