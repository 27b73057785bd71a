"""The gate between what a summariser says and what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from digest.models import Claim, Evidence, Finding, KeyPoint, Kind, Origin, Rejected, Story, Verdict
from digest.text import sentences
from digest.verify.alignment import Trace, trace
from digest.verify.names_roles import names_are_cited, roles_are_kept
from digest.verify.numbers_dates import (
    dates_are_cited,
    no_date_has_passed,
    numbers_are_cited,
    qualifiers_are_kept,
)
from digest.verify.passage import Passage, passage, trimmed
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
from digest.verify.translation import is_translated, primary, translated
from digest.verify.wellformed import (
    LONGEST,
    cites_are_sentences,
    cites_exist,
    clean,
    is_in_a_known_language,
    is_plain,
    is_short,
)

Check = Callable[[Trace], Iterator[Finding]]
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
    claims: Iterable[Claim], story: Story, way: Origin, now: datetime | None = None, language: str = "en"
) -> Verdict:
    """Check each claim against exactly the sentences that it cites.

    A claim without a finding becomes a key point made in that ``way``, with the cited sentences as its
    evidence; any other is rejected with its findings. Points keep the order of the claims. With ``now``, a
    claim that announces what is over is rejected too. ``language`` is that of the digest (BCP 47): a claim in it on
    sentences in another is a translation. Nothing is raised, whatever the claims hold.
    """
    points: list[KeyPoint] = []
    rejected: list[Rejected] = []
    for claim in claims:
        findings = examine(claim, story, now, language)
        if findings:
            rejected.append(Rejected(claim, findings))
        else:
            points.append(_point(claim, passage(claim, story), way, language))
    return Verdict(tuple(points), tuple(rejected))


def examine(
    claim: Claim, story: Story, now: datetime | None = None, language: str = "en"
) -> tuple[Finding, ...]:
    """Everything that speaks against a claim. A cited sentence as it stands supports itself."""
    cited = passage(claim, story)
    as_it_stands = cited.says(claim.text)
    findings = (*cites_exist(claim, story), *is_plain(clean(claim.text) if as_it_stands else claim.text))
    if findings or as_it_stands:
        return findings
    if findings := (*is_short(claim.text), *cites_are_sentences(cited)):
        return findings
    if is_translated(claim, cited, language):
        at = translated(claim, cited, language)
        return tuple(finding for check in TRANSLATION_CHECKS for finding in check(at))
    traced = trace(claim, cited)
    stale = no_date_has_passed(traced, now.date()) if now else ()
    return tuple(dict.fromkeys((*unsupported(traced), *stale)))


def unsupported(traced: Trace) -> Iterator[Finding]:
    """What the cited sentences do not support."""
    for check in CHECKS:
        yield from check(traced)


def verbatim(
    claim: Claim, story: Story, findings: Sequence[Finding] = (), language: str = "en"
) -> KeyPoint | None:
    """The first sentence that the claim cites, in its own words; ``findings`` say why the claim did not pass.

    A dateline or a connective at its start goes, and asides where it is long, unless a check objects to what is
    left. None where the claim cites no sentence of the story, or one that is not plain text or no sentence by
    its length.
    """
    cited = Passage(passage(claim, story).cited[:1])
    whole = clean("".join(cited.texts))
    if not whole or len(whole) > sentences.LONGEST or any(is_plain(whole)):
        return None
    short = trimmed(whole, LONGEST)
    traced = trace(Claim(short[: 2 * LONGEST], claim.cites), cited)
    text = whole if len(short) > 2 * LONGEST or any(unsupported(traced)) else short
    return KeyPoint(
        text,
        cited.evidence,
        kind=_kind(claim, cited),
        way="verbatim",
        findings=tuple(findings),
        language=_foreign(cited, language),
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
) -> KeyPoint:
    """A key point of a saved edition, which passed when the edition was made.

    Raises ``ValueError`` where text or evidence is missing.
    """
    return KeyPoint(text, tuple(evidence), kind, speaker, way, tuple(findings), language, translated)


def _point(claim: Claim, cited: Passage, way: Origin, language: str) -> KeyPoint:
    speaker = clean(claim.speaker)
    if any(is_plain(speaker)) or any(is_short(speaker)) or any(speaker_is_cited(trace(claim, cited))):
        speaker = ""
    foreign = _foreign(cited, language)
    made = not cited.says(claim.text) and is_translated(claim, cited, language)
    return KeyPoint(
        clean(claim.text),
        cited.evidence,
        _kind(claim, cited),
        speaker,
        way,
        language="" if made else foreign,
        translated=foreign if made else "",
    )


def _foreign(cited: Passage, language: str) -> str:
    """The language of the passage where it is not the digest's, else empty."""
    return next((code for code in cited.languages if code != primary(language)), "")


def _kind(claim: Claim, cited: Passage) -> Kind:
    """The claim's own kind; what stands in an opinion piece is never printed as a fact."""
    opinion = any(article.form == "opinion" for article in cited.articles)
    return "opinion" if opinion and claim.kind == "fact" else claim.kind
