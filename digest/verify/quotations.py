"""Quotations: word for word what a cited sentence has between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Finding
from digest.text.quotes import has_loose_mark, quotations
from digest.verify.passage import finding, squeeze
from digest.verify.trace import Trace

_WORD = re.compile(r"[^\W_]+")


def quotations_are_verbatim(trace: Trace) -> Iterator[Finding]:
    """Words between quotation marks are words of a quotation in a cited sentence, in their order."""
    text = trace.text.text
    there = [_bare(part) for source in trace.passage.texts for part in _quoted(source)]
    for quotation in quotations(text):
        if not any(_bare(quotation.words) in part for part in there):
            yield finding("quotation", quotation.words, "No cited sentence quotes the words {}.")
    if has_loose_mark(text) and not any(has_loose_mark(source) for source in trace.passage.texts):
        yield Finding("quotation", text[:40], "A quotation mark opens or closes nothing.")


def _quoted(source: str) -> list[str]:
    """The quotations of a sentence; the whole of it where a quotation runs beyond the sentence."""
    return [source] if has_loose_mark(source) else [quotation.words for quotation in quotations(source)]


def _bare(text: str) -> str:
    """The words alone: marks at the end of a quotation follow the sentence around it."""
    return f" {' '.join(_WORD.findall(squeeze(text).lower()))} "
