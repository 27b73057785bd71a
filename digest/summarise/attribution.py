"""Who says what a sentence says, if the sentence names a speaker."""

from __future__ import annotations

import re

from digest.summarise.standalone import without_quotations
from digest.text.languages import language
from digest.text.names import TITLES, names, plain

_ENGLISH = language("en").reporting
_SAYING = _ENGLISH.speech
_AFTER_NAME = re.compile(
    rf"(?:,[^,]{{1,80}},)?\s+(?:(?:has|have|had|also|later|then|on [A-Z]\w+day|[A-Z]\w+day|\w+ly)\s+)*(?:{_SAYING})\b"
)
_BEFORE_NAME = re.compile(rf"(?:(?:^|,)\s*(?:{_SAYING})|\b[Aa]ccording to)\s+(?:[Tt]he\s+|[a-z]+\s+){{0,3}}$")
"""A saying verb stands before its speaker only behind a quotation or a comma."""
_ATTRIBUTED = re.compile(rf"\b(?:{_SAYING})\b|\b[Aa]ccording to\b|\b(?:allegedly|reportedly)\b")
_NO_SPEAKERS = _ENGLISH.not_speakers


def speaker(text: str) -> str:
    """The name of who speaks, as the sentence writes it; empty if the sentence names nobody."""
    own = without_quotations(text)
    for name in names(own):
        saying_verb = _AFTER_NAME.match(own, name.end) or _BEFORE_NAME.search(own[: name.start])
        if saying_verb and name.words[-1] not in _NO_SPEAKERS:
            return _without_roles(own[name.start : name.end])
    return ""


def is_attributed(text: str) -> bool:
    """Whether the sentence says that somebody says it."""
    return bool(_ATTRIBUTED.search(without_quotations(text)))


def _without_roles(name: str) -> str:
    """ "Foreign Minister Lena Holm" is Lena Holm."""
    words = name.split()
    roles = [
        at
        for at, word in enumerate(words[:-1])
        if plain(word) in TITLES or (at == 0 and plain(word) == "the")
    ]
    return " ".join(words[roles[-1] + 1 if roles else 0 :])
