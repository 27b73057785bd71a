"""What an editor writes: taken as it is, with everything that the checks have to say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from digest.models import Article, Claim, Entry, Evidence, Feed, Finding, KeyPoint, Sentence, Source
from digest.verify.alignment import align
from digest.verify.gate import unsupported
from digest.verify.passage import Passage
from digest.verify.wellformed import clean, is_plain, is_short


def edited_point(text: str, point: KeyPoint, sources: Sequence[Source]) -> KeyPoint:
    """The point in an editor's words, on the evidence that it had; its findings are the doubts about them.

    An editor is answerable and may know more than the passages say, so that doubts do not stop the text. The same
    words as before leave the point as it was. Raises ``ValueError`` for a text without a word that can be printed.
    """
    words = clean(text)
    if words == point.text:
        return point
    found = examine_edit(words, point.evidence, sources, point.speaker)
    return replace(point, text=words, way="edited", findings=found, language="")


def examine_edit(
    text: str, evidence: Sequence[Evidence], sources: Sequence[Source], speaker: str = ""
) -> tuple[Finding, ...]:
    """What the checks say against a text that rests on those passages, of articles among the sources."""
    cited = Passage(tuple(_as_sentence(e, sources) for e in evidence))
    if cited.says(text):
        return ()
    if findings := (*is_plain(text), *is_short(text)):
        return findings
    return tuple(dict.fromkeys(unsupported(align(Claim(text, (), speaker=speaker), cited))))


def _as_sentence(evidence: Evidence, sources: Sequence[Source]) -> tuple[Article, Sentence]:
    """The passage as the one sentence of its article: of a saved edition no more of it is left."""
    source = next((s for s in sources if s.url == evidence.url), Source(evidence.url, evidence.outlet, ""))
    sentence = Sentence(1, 0, len(evidence.quote), evidence.quote)
    article = Article(
        entry=Entry(Feed(source.url, source.outlet), source.url, source.title),
        url=source.url,
        title=source.title,
        text=evidence.quote,
        sentences=(sentence,),
        form=source.form,
        published=source.published,
        language=source.language,
    )
    return article, sentence
