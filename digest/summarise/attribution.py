"""Who says what a sentence says, where the sentence names a speaker."""

from __future__ import annotations

import re

from digest.summarise.standalone import unquoted
from digest.text.names import TITLES, names, plain

_SAYING = (
    "said|says|told|tells|added|adds|announced|claimed|claims|argued|argues|warned|warns|denied|denies|insisted|"
    "insists|stated|states|wrote|writes|tweeted|posted|accused|accuses|called|confirmed|confirms|declared|declares|"
    "alleged|alleges|vowed|vows|promised|suggested|suggests|acknowledged|admitted|noted|notes|explained|responded|"
    "replied|testified|urged|urges|demanded|demands|reported|reports|stressed|rejected|dismissed|described|predicted"
)
_AFTER_NAME = re.compile(
    rf"^(?:,[^,]{{1,60}},)?\s+(?:has\s+|have\s+|had\s+|also\s+|later\s+|repeatedly\s+)*(?:{_SAYING})\b"
)
_BEFORE_NAME = re.compile(rf"(?:\b(?:{_SAYING})|\b[Aa]ccording to)\s+(?:[Tt]he\s+|[a-z]+\s+){{0,3}}$")
ATTRIBUTED = re.compile(rf"\b(?:{_SAYING})\b|\b[Aa]ccording to\b|\b(?:allegedly|reportedly)\b")


def speaker(text: str) -> str:
    """The name of who speaks, as the sentence writes it; empty where the sentence names nobody."""
    own = unquoted(text)
    for name in names(own):
        if name.initial and len(name.words) == 1 and name.words[0] in TITLES:
            continue
        if _AFTER_NAME.match(own[name.end :]) or _BEFORE_NAME.search(own[: name.start]):
            written = own[name.start : name.end]
            return _without_titles(written)
    return ""


def is_attributed(text: str) -> bool:
    """Whether the sentence says that somebody says it."""
    return bool(ATTRIBUTED.search(unquoted(text)))


def _without_titles(name: str) -> str:
    words = name.split()
    while len(words) > 1 and plain(words[0]) in TITLES:
        words = words[1:]
    return " ".join(words)
