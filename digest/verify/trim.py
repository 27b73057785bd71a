"""A sentence without what can go and leaves its meaning as it is.

Each rule only takes away. What introduces a sentence goes always, an aside only where the sentence is too long.
Nothing is cut inside a quotation.
"""

from __future__ import annotations

import re

from digest.text.quotes import has_loose_mark, quotations

_DATELINE = re.compile(
    r"^[A-Z][A-Z'.-]+(?:[ ,][A-Z][\w'.-]*){0,4}(?:, \w{3,9}\.? \d{1,2})? (?:\([A-Z][\w ./-]{1,25}\) )?[–—-]{1,2} (?=[A-Z])"
)
_CONNECTIVE = re.compile(
    r"^(?:(?:However|Meanwhile|Moreover|Furthermore|Nevertheless|In addition|In the meantime|Also), |(?:But|And) (?=[\w“]))"
)
_ASIDE = re.compile(r" \([^()\d]{2,80}\)")
_RELATIVE = re.compile(r"(?<=\w), (?:who|which) [^,;:“”\"()]{8,120}(?:,(?= [a-z])|(?=\.$))")

_ALWAYS = (_DATELINE, _CONNECTIVE)
_IF_LONG = (_ASIDE, _RELATIVE)


def trimmed(sentence: str, longest: int) -> str:
    """The sentence without dateline and connective; without asides as well, as long as it is too long."""
    if has_loose_mark(sentence):
        return sentence
    for rule in _ALWAYS:
        sentence = _without(sentence, rule)
    for rule in _IF_LONG:
        if len(sentence) > longest:
            sentence = _without(sentence, rule)
    return sentence


def _without(sentence: str, rule: re.Pattern[str]) -> str:
    kept = [(q.start, q.end) for q in quotations(sentence)]
    for match in reversed(list(rule.finditer(sentence))):
        if not any(start < match.end() and match.start() < end for start, end in kept):
            rest = sentence[match.end() :]
            sentence = sentence[: match.start()] + rest if match.start() else rest[:1].upper() + rest[1:]
    return sentence
