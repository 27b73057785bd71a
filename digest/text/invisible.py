"""Characters that nobody sees: taken out, but for those by which a script or an emoji looks as it should. Pure.

Characters of format (Unicode's category Cf) hide words from the eye that a program reads. Some of them are letters all
the same: without U+200C a Persian word runs together, without U+200D a Hindi conjunct falls apart and a family of
emoji becomes three people. They stay where they have that effect, one at a time, and nowhere else.
"""

from __future__ import annotations

import re
import unicodedata

# Blocks whose letters join or form conjuncts: Arabic, Syriac, Thaana, N'Ko, Mandaic; the scripts of India and around it
# to Sinhala; Tibetan, Myanmar, Khmer, Mongolian, Balinese and their neighbours; the Brahmic ones of the second plane.
_JOINING = (
    "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc\u0900-\u0dff\u0e00-\u109f\u1700-\u18af\u1900-\u1cff\ua800-\uaaff\uabc0-\uabff"
    "\U00010ac0-\U00010aff\U00010d00-\U00010d3f\U00011000-\U00011fff\U0001e900-\U0001e95f"
)
_EMOJI = "\u00a9\u00ae\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_BEHIND_EMOJI = "\ufe0f\u20e3\U0001f3fb-\U0001f3ff"
"""What may stand between an emoji and a joiner: its colour, its tone of skin."""
_FLAG = re.compile("\U0001f3f4\U000e0067\U000e0062(?:\U000e0065\U000e006e\U000e0067|\U000e0073\U000e0063\U000e0074|\U000e0077\U000e006c\U000e0073)\U000e007f")  # fmt: skip
"""The flags of England, Scotland and Wales: the only sequences of tags that Unicode recommends."""
_UNSEEN_THERE = "\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180b-\u180f\U000110bd\U000110cd"
"""Characters of format in those blocks: they may go themselves, so nothing stays because of them."""
_JOINER = re.compile(
    f"(?<=[{_JOINING}])(?<![{_UNSEEN_THERE}])([\u200c\u200d])[\u200c\u200d]*(?=[{_JOINING}])(?![{_UNSEEN_THERE}])"
    f"|(?<=[{_EMOJI}{_BEHIND_EMOJI}])(\u200d)(?=[{_EMOJI}])"
    "|(?<=[\u1820-\u18aa])(\u180e)(?=[\u1820-\u18aa])"  # Mongolian: parts a vowel from its word
    "|([\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd](?=\\d))"  # drawn around the number behind them
)
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})


def hidden(text: str) -> str:
    """The characters of the text that nobody sees and no script needs, spaces and line ends not counted."""
    if text.isprintable():
        return ""
    kept = _needed(text)
    return "".join(c for at, c in enumerate(text) if at not in kept and _is_hidden(c))


def visible(text: str) -> str:
    """The text without such characters."""
    if text.isprintable():
        return text
    kept = _needed(text)
    return "".join(c for at, c in enumerate(text) if at in kept or not _is_hidden(c))


def _is_hidden(c: str) -> bool:
    return not c.isspace() and unicodedata.category(c) in _HIDDEN


def _needed(text: str) -> set[int]:
    """Where characters of format stand that have to stay."""
    joiners = {match.start(match.lastindex or 0) for match in _JOINER.finditer(text)}
    return joiners.union(*(range(*match.span()) for match in _FLAG.finditer(text)))
