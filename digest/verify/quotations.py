"""Quotations: word for word what a cited sentence has between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Claim, Finding
from digest.text.quotes import has_loose_mark, quotations
from digest.verify.passage import Passage, finding, squeeze

_WORD = re.compile(r"[^\W_]+")


def quotations_are_verbatim(claim: Claim, passage: Passage) -> Iterator[Finding]:
    """Words between quotation marks are words between quotation marks of a cited sentence."""
    there = [_bare(text) for text in passage.texts]
    for quotation in quotations(claim.text):
        if not any(_bare(quotation.words) in text for text in there):
            yield finding("quotation", quotation.words, "No cited sentence has the words {}.")
    if has_loose_mark(claim.text) and not passage.says(claim.text):
        yield Finding("quotation", claim.text[:40], "A quotation mark opens or closes nothing.")


def _bare(text: str) -> str:
    """The words alone: marks at the end of a quotation follow the sentence around it."""
    return f" {' '.join(_WORD.findall(squeeze(text).lower()))} "
