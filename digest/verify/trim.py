"""A sentence without what can go and leaves its meaning as it is.

Each rule only takes away. What introduces a sentence goes always, an aside only where the sentence is too long.
Nothing is cut inside a quotation.
"""

from __future__ import annotations

import re

from digest.text.quotes import has_loose_mark, quotations
from digest.text.shorten import shorten

_ASIDE = re.compile(r" \([^()\d]{2,80}\)")
_RELATIVE = re.compile(r"(?<=\w), (?:who|which) [^,;:“”\"()]{8,120}(?:,(?= [a-z])|(?=\.$))")

_IF_LONG = (_ASIDE, _RELATIVE)


def trimmed(sentence: str, longest: int) -> str:
    """The sentence without dateline and connective; without asides as well, as long as it is too long."""
    if has_loose_mark(sentence):
        return sentence
    sentence = shorten(sentence)
    for rule in _IF_LONG:
        if len(sentence) > longest:
            sentence = _without(sentence, rule)
    return sentence


def _without(sentence: str, rule: re.Pattern[str]) -> str:
    kept = [(q.start, q.end) for q in quotations(sentence)]
    for match in reversed(list(rule.finditer(sentence))):
        if not any(start < match.end() and match.start() < end for start, end in kept):
            sentence = sentence[: match.start()] + sentence[match.end() :]
    return sentence
