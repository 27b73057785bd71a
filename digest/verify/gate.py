"""The gate between what a summariser says and what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from digest.models import (
    Article,
    Assessment,
    Claim,
    Entry,
    Evidence,
    Feed,
    Finding,
    Hypothesis,
    Judgement,
    KeyPoint,
    Kind,
    Origin,
    Rejected,
    Sentence,
    Source,
    Story,
    Verdict,
)
from digest.text import sentences
from digest.text.parsed import Parsed, Parser
from digest.verify.alignment import Alignment, align
from digest.verify.cast import Cast, cast
from digest.verify.foreign import foreign
from digest.verify.names_roles import names_are_cited, roles_are_kept
from digest.verify.naming import with_naming
from digest.verify.numbers_dates import (
    dates_are_cited,
    no_date_has_passed,
    numbers_are_cited,
    qualifiers_are_kept,
)
from digest.verify.other_language import is_written_in
from digest.verify.passage import Passage, passage, trim
from digest.verify.proof import Decision, decide
from digest.verify.quotations import quotations_are_verbatim
from digest.verify.strict.attribution import saying_is_kept, speaker_is_cited, speakers_are_kept
from digest.verify.strict.negation_modality import amounts_are_kept, nothing_is_hardened, nothing_is_negated
from digest.verify.strict.omissions import (
    alternatives_are_kept,
    conditions_are_kept,
    falsehoods_are_kept,
    heads_are_kept,
    modifiers_are_kept,
    particles_are_kept,
)
from digest.verify.strict.vocabulary import words_are_cited, words_are_not_reused
from digest.verify.strict.word_order import (
    events_stay_apart,
    nobody_changes_sides,
    numbers_keep_what_they_count,
    small_words_keep_their_company,
    voice_is_kept,
)
from digest.verify.translation import CHECKS as TRANSLATION_CHECKS
from digest.verify.translation import as_translation, is_translated, primary
from digest.verify.wellformed import (
    MAX_LENGTH,
    citations_are_sentences,
    citations_exist,
    clean,
    is_in_a_known_language,
    is_plain,
    is_short,
)

Check = Callable[[Alignment], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    is_in_a_known_language,
    numbers_are_cited,
    qualifiers_are_kept,
    numbers_keep_what_they_count,
    dates_are_cited,
    names_are_cited,
    roles_are_kept,
    quotations_are_verbatim,
    nothing_is_negated,
    nothing_is_hardened,
    amounts_are_kept,
    saying_is_kept,
    speakers_are_kept,
    speaker_is_cited,
    nobody_changes_sides,
    voice_is_kept,
    small_words_keep_their_company,
    events_stay_apart,
    conditions_are_kept,
    falsehoods_are_kept,
    modifiers_are_kept,
    particles_are_kept,
    heads_are_kept,
    alternatives_are_kept,
    words_are_cited,
    words_are_not_reused,
)
"""What is asked of a claim in words of its own, in the order in which findings are shown."""


def checks() -> tuple[str, ...]:
    """What is asked of a claim in words of its own, as sentences say it: "numbers are cited"."""
    return tuple(check.__name__.replace("_", " ") for check in CHECKS)


def verify(
    claims: Iterable[Claim],
    story: Story,
    way: Origin,
    now: datetime | None = None,
    language: str = "en",
    *,
    parser: Parser | None = None,
) -> Verdict:
    """Check each claim against exactly the sentences that it cites, by rules alone.

    A claim that the rules prove becomes a key point made in that ``way``, with the cited sentences as its
    evidence; any other is rejected with its findings. Points keep the order of the claims. With ``now``, a
    claim that announces what is over is rejected too. ``language`` is that of the digest (BCP 47): a claim in it on
    sentences in another is a translation. With a ``parser`` of the sentences' language a claim has to be proved by
    their structure (``proof``), else by the strict rules on words. Nothing is raised, whatever the claims hold.
    """
    assessed = (assess(claim, story, now, language, parser=parser) for claim in claims)
    outcomes = [admit(assessment, story, way, language) for assessment in assessed]
    return Verdict(
        tuple(point for point in outcomes if isinstance(point, KeyPoint)),
        tuple(fallen for fallen in outcomes if isinstance(fallen, Rejected)),
    )


def admit(
    assessment: Assessment,
    story: Story,
    way: Origin,
    language: str = "en",
    judgement: Judgement | None = None,
) -> KeyPoint | Rejected:
    """The claim as a key point made in that ``way``, or rejected with what speaks against it.

    What is refuted is rejected, whoever vouches for it. With a judge's answer, a yes is needed whatever the rules say;
    without one, the claim has to pass alone.
    """
    claim = assessment.claim
    if assessment.standing == "refuted" or (judgement is None and not assessment.passes_alone):
        return Rejected(claim, assessment.findings)
    if judgement is not None and not judgement.holds:
        return Rejected(claim, (_objection(judgement), *assessment.findings))
    judged_by = judgement.model if judgement and assessment.standing == "undecided" else ""
    return replace(_key_point(claim, story, way, language), judged_by=judged_by)


def _objection(judgement: Judgement) -> Finding:
    words = f"“{judgement.words}”" if judgement.words else "all of it"
    return Finding(
        "judge", judgement.words, f"{judgement.model} does not find {words} in the cited sentences."
    )


def assess(
    claim: Claim,
    story: Story,
    now: datetime | None = None,
    language: str = "en",
    *,
    parser: Parser | None = None,
) -> Assessment:
    """Whether the cited sentences prove a claim, refute it, or leave it to a judge. A cited sentence as it stands proves itself.

    Arguments as for ``verify``. Nothing is raised.
    """
    cited = passage(claim, story)
    hypothesis = Hypothesis(clean(claim.text), _support(claim, cited, story).texts)
    if misprints := tuple(_misprints(claim, story, cited)):
        return Assessment(claim, hypothesis, "refuted", misprints)
    if cited.says(claim.text):
        return Assessment(claim, hypothesis, "proved")
    stale = tuple(no_date_has_passed(align(claim, cited), now.date())) if now else ()
    decision = _decision(claim, cited, _cast(story), language, parser)
    standing = "refuted" if stale else decision.standing
    return Assessment(claim, hypothesis, standing, (*decision.findings, *stale))


def _misprints(claim: Claim, story: Story, cited: Passage) -> Iterator[Finding]:
    """What keeps a claim from being printed, whatever its sentences say."""
    as_it_stands = cited.says(claim.text)
    found = (*citations_exist(claim, story), *is_plain(clean(claim.text) if as_it_stands else claim.text))
    yield from found
    if not found and not as_it_stands:
        yield from (*is_short(claim.text), *citations_are_sentences(cited))


def _decision(claim: Claim, cited: Passage, whole: Cast, language: str, parser: Parser | None) -> Decision:
    """What the rules for the languages of the claim and of its sentences make of it."""
    if is_translated(claim, cited, language):
        at = as_translation(claim, cited, language)
        findings = tuple(finding for check in TRANSLATION_CHECKS for finding in check(at))
        return Decision("refuted" if findings else "undecided", findings)
    if parser and set(cited.languages) <= {parser.language}:
        return _by_structure(claim.text, cited, whole, parser)
    if code := _other_language(claim, cited, language):
        texts = [Parsed(sentences.without_dateline(clean(text))) for text in cited.texts]
        return decide(Parsed(clean(claim.text)), texts, whole, cited.days, code)
    return _by_words(align(claim, cited), whole)


def _other_language(claim: Claim, cited: Passage, language: str) -> str:
    """The language of claim and sentences alike if it is another than English, else empty."""
    code = cited.languages[0] if len(cited.languages) == 1 else "en"
    own = primary(language)
    alike = code == own or is_written_in(claim.text, code, own)
    return code if code != "en" and alike else ""


def _support(claim: Claim, cited: Passage, story: Story) -> Passage:
    """What a claim rests on: the cited sentences and, if it says more of who is who, those that name them."""
    return cited if cited.says(claim.text) else with_naming(clean(claim.text), cited, story)


def _cast(story: Story) -> Cast:
    """Who is who in the articles of a story."""
    return _cast_of(tuple(article.text for article in story.articles))


@lru_cache(maxsize=64)
def _cast_of(texts: tuple[str, ...]) -> Cast:
    return cast(line for text in texts for line in text.splitlines())


def _by_structure(text: str, cited: Passage, whole: Cast, parser: Parser) -> Decision:
    """What structure makes of a claim."""
    parsed, *against = parser.parse(
        [clean(text), *(sentences.without_dateline(clean(source)) for source in cited.texts)]
    )
    return decide(parsed, against, whole, cited.days)


def _by_words(traced: Alignment, whole: Cast) -> Decision:
    """What the strict rules make of a claim: what they object to is refuted only if something in it is foreign."""
    findings, cited = tuple(dict.fromkeys(unsupported(traced))), traced.passage
    if not findings:
        return Decision("proved")
    against = any(foreign(clean(traced.claim.text), cited.texts, whole, cited.days))
    strange = any(is_in_a_known_language(traced))
    return Decision("refuted" if against or strange else "undecided", findings)


def is_proved(text: str, sentence: str, parser: Parser) -> bool:
    """Whether a sentence, by its structure, says the text."""
    parsed, against = parser.parse([text, sentence])
    return decide(parsed, [against]).standing == "proved"


def unsupported(traced: Alignment) -> Iterator[Finding]:
    """What the cited sentences do not support."""
    for check in CHECKS:
        yield from check(traced)


def verbatim(
    claim: Claim,
    story: Story,
    findings: Sequence[Finding] = (),
    language: str = "en",
    shorten: Callable[[str], str] | None = None,
) -> KeyPoint | None:
    """The first sentence that the claim cites, in its own words; ``findings`` say why the claim did not pass.

    A dateline or a connective at its start goes, and asides if it is long, unless a check objects to what is
    left. ``shorten`` does so by grammar, and proves what it leaves; empty means that it cannot. None if the claim cites no sentence of the story, or one that is not plain text or no sentence by
    its length.
    """
    cited = Passage(passage(claim, story).cited[:1])
    whole = clean("".join(cited.texts))
    if not whole or len(whole) > sentences.MAX_SENTENCE or any(is_plain(whole)):
        return None
    short = trim(whole, MAX_LENGTH)
    traced = align(Claim(short[: 2 * MAX_LENGTH], claim.cites), cited)
    text = whole if len(short) > 2 * MAX_LENGTH or any(unsupported(traced)) else short
    if shorten and set(cited.languages) <= {"en"}:
        text = shorten(text) or text
    return KeyPoint(
        text,
        cited.evidence,
        kind=_printed_kind(claim, cited),
        way="verbatim",
        findings=tuple(findings),
        language=_foreign_language(cited, language),
    )


def restore(
    text: str,
    evidence: Iterable[Evidence],
    *,
    kind: Kind = "fact",
    speaker: str = "",
    way: Origin = "extractive",
    findings: Iterable[Finding] = (),
    language: str = "",
    translated: str = "",
    judged_by: str = "",
) -> KeyPoint:
    """A key point of a saved edition, which passed when the edition was made.

    Raises ``ValueError`` if text or evidence is missing.
    """
    return KeyPoint(
        text, tuple(evidence), kind, speaker, way, tuple(findings), language, translated, judged_by
    )


def _key_point(claim: Claim, story: Story, way: Origin, language: str) -> KeyPoint:
    cited = passage(claim, story)
    speaker = clean(claim.speaker)
    if any(is_plain(speaker)) or any(is_short(speaker)) or any(speaker_is_cited(align(claim, cited))):
        speaker = ""
    foreign = _foreign_language(cited, language)
    made = not cited.says(claim.text) and is_translated(claim, cited, language)
    return KeyPoint(
        clean(claim.text),
        _support(claim, cited, story).evidence,
        _printed_kind(claim, cited),
        speaker,
        way,
        language="" if made else foreign,
        translated=foreign if made else "",
    )


def _foreign_language(cited: Passage, language: str) -> str:
    """The language of the passage if it is not the digest's, else empty."""
    return next((code for code in cited.languages if code != primary(language)), "")


def _printed_kind(claim: Claim, cited: Passage) -> Kind:
    """The claim's own kind; what stands in an opinion piece is never printed as a fact."""
    opinion = any(article.form == "opinion" for article in cited.articles)
    return "opinion" if opinion and claim.kind == "fact" else claim.kind


def edited_point(text: str, point: KeyPoint, sources: Sequence[Source]) -> KeyPoint:
    """The point in an editor's words, on the evidence that it had; its findings are what the checks say against them.

    An editor is answerable and may know more than the passages say, so findings do not stop the text. The same
    words as before leave the point as it was. Raises ``ValueError`` for a text without a word that can be printed.
    """
    words = clean(text)
    if words == point.text:
        return point
    found = examine_edit(words, point.evidence, sources, point.speaker)
    return replace(point, text=words, way="edited", findings=found, language="", judged_by="")


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
