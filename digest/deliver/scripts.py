"""Words that only look like others: letters of several alphabets in one word (homographs)."""

from __future__ import annotations

import unicodedata

# Highly Restrictive in UTS 39, 5.2: one script, or what Japanese, Chinese and Korean write together and with Latin.
_TOGETHER = (
    {"LATIN", "CJK", "HIRAGANA", "KATAKANA"},
    {"LATIN", "CJK", "BOPOMOFO"},
    {"LATIN", "CJK", "HANGUL"},
)


def misleading(word: str) -> bool:
    """Whether the word mixes scripts that nobody mixes, or has letters that stand for others (ｆullwidth, 𝐛old).

    A script is known by the first word of the names that Unicode gives its letters.
    """
    if word.isascii():
        return False
    names = [unicodedata.name(letter, "?") for letter in word if unicodedata.category(letter).startswith("L")]
    scripts = {name.partition(" ")[0] for name in names}
    mixed = len(scripts) > 1 and not any(scripts <= group for group in _TOGETHER)
    return mixed or unicodedata.normalize("NFKC", word) != word
