"""Quotations: word for word what a cited sentence has between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Finding
from digest.text.quotes import has_unpaired_mark, quotations
from digest.verify.alignment import Alignment
from digest.verify.passage import finding, normalise_marks

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_GAP = r"[\W_]+"
_EDGE = r"[^\w\s'’]"
"""A mark at which a quotation may be cut off: a comma, a full stop, a dash, a quotation mark."""


def quotations_are_verbatim(alignment: Alignment) -> Iterator[Finding]:
    """Words between quotation marks are a quotation of a cited sentence, or a part of one between two marks."""
    text = alignment.text.text
    there = [part for source in alignment.passage.texts for part in _quoted(source)]
    for quotation in quotations(text):
        if not any(_is_part(quotation.words, part) for part in there):
            yield finding("quotation", quotation.words, "No cited sentence quotes the words {}.")
    if has_unpaired_mark(text) and not any(has_unpaired_mark(source) for source in alignment.passage.texts):
        yield Finding("quotation", text[:40], "A quotation mark opens or closes nothing.")


def _quoted(source: str) -> list[str]:
    """The quotations of a sentence; the whole of it if a quotation runs beyond the sentence."""
    return [source] if has_unpaired_mark(source) else [quotation.words for quotation in quotations(source)]


def _is_part(words: str, quoted: str) -> bool:
    plain = [re.escape(word) for word in _WORD.findall(normalise_marks(words).lower())]
    if not plain:
        return False
    pattern = rf"(?:^|{_EDGE})\s*{_GAP.join(plain)}(?=\s*(?:$|{_EDGE}))"
    return bool(re.search(pattern, normalise_marks(quoted).lower()))
