"""The gate between what a summariser says and what is printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from digest.models import Claim, Evidence, Finding, KeyPoint, Kind, Rejected, Story, Verdict, Way
from digest.verify.figures import dates_are_cited, numbers_are_cited
from digest.verify.form import cites_exist, clean, is_plain, is_short
from digest.verify.meaning import (
    nothing_is_hardened,
    nothing_is_negated,
    saying_is_kept,
    speaker_is_cited,
    words_are_cited,
)
from digest.verify.passage import Passage, passage
from digest.verify.people import names_are_cited
from digest.verify.quotations import quotations_are_verbatim

Check = Callable[[Claim, Passage], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    is_short,
    numbers_are_cited,
    dates_are_cited,
    names_are_cited,
    quotations_are_verbatim,
    nothing_is_negated,
    nothing_is_hardened,
    saying_is_kept,
    speaker_is_cited,
    words_are_cited,
)
"""What is asked of a claim in words of its own, in the order in which findings are shown."""


def verify(claims: Iterable[Claim], story: Story, way: Way) -> Verdict:
    """Check each claim against exactly the sentences that it cites.

    A claim without a finding becomes a key point made in that ``way``, with the cited sentences as its
    evidence; any other is rejected with its findings. Points keep the order of the claims. Nothing is
    raised, whatever the claims hold.
    """
    points: list[KeyPoint] = []
    rejected: list[Rejected] = []
    for claim in claims:
        findings = examine(claim, story)
        if findings:
            rejected.append(Rejected(claim, findings))
        else:
            points.append(_point(claim, passage(claim, story), way))
    return Verdict(tuple(points), tuple(rejected))


def examine(claim: Claim, story: Story) -> tuple[Finding, ...]:
    """Everything that speaks against a claim. A cited sentence as it stands supports itself."""
    cited = passage(claim, story)
    as_it_stands = cited.says(claim.text)
    findings = (*cites_exist(claim, story), *is_plain(clean(claim.text) if as_it_stands else claim.text))
    if findings or as_it_stands:
        return findings
    return tuple(finding for check in CHECKS for finding in check(claim, cited))


def verbatim(claim: Claim, story: Story, findings: Sequence[Finding] = ()) -> KeyPoint | None:
    """The first sentence that the claim cites, as it stands; ``findings`` say why the claim did not pass.

    None where the claim cites no sentence of the story, or that sentence is not plain text.
    """
    cited = Passage(passage(claim, story).cited[:1])
    if not cited.cited:
        return None
    text = clean(cited.text)
    if not text or any(is_plain(text)):
        return None
    return KeyPoint(text, cited.evidence, kind=claim.kind, way="verbatim", findings=tuple(findings))


def restore(
    text: str,
    evidence: Iterable[Evidence],
    *,
    kind: Kind = "fact",
    speaker: str = "",
    way: Way = "extractive",
    findings: Iterable[Finding] = (),
) -> KeyPoint:
    """A key point of a saved edition, which passed when the edition was made.

    Raises ``ValueError`` where text or evidence is missing.
    """
    return KeyPoint(text, tuple(evidence), kind, speaker, way, tuple(findings))


def _point(claim: Claim, cited: Passage, way: Way) -> KeyPoint:
    speaker = "" if any(speaker_is_cited(claim, cited)) else clean(claim.speaker)
    return KeyPoint(clean(claim.text), cited.evidence, claim.kind, speaker, way)
