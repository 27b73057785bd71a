"""Forms and spellings of English words; the words themselves are tables in ``text/languages/en``."""

from __future__ import annotations

import re

from digest.text.languages import language
from digest.text.languages.language import Words

ENGLISH = language("en")
WORDS = ENGLISH.claims

BASE_FORMS = {form: forms[0] for forms in WORDS.irregular for form in forms}
"""Irregular forms and the word they belong to."""

QUALIFIERS = tuple((group, re.compile(pattern, re.IGNORECASE)) for group, pattern in WORDS.qualifiers.items())
"""What stands before a number and says on which side of it the truth lies."""

RANGE_BEFORE = re.compile(r"(?:between\s[\d.,]+\s?\w*\sand|between|(?<!from\s)(?<![\d.,])\d[\d.,]*\s?(?:to|-|–))\s?$", re.IGNORECASE)  # fmt: skip
RANGE_BEHIND = re.compile(r"\s?(?:to|-|–)\s?\d")
"""What makes a number one end of a range."""

OPPOSITES = tuple(tuple(frozenset(side.split()) for side in pair) for pair in WORDS.opposites)
"""Words that mean the opposite of each other; they name what went wrong, the rule itself is that words are cited."""

_SPELLINGS = tuple((re.compile(pattern), plain) for pattern, plain in WORDS.spellings)
_ENDINGS = {
    "": ("",),
    "s": ("",),
    "es": ("", "e"),
    "ies": ("y",),
    "ed": ("", "e"),
    "ied": ("y",),
    "ing": ("", "e"),
}


def spelling(word: str) -> str:
    """One spelling for what British and American English spell differently; not always an existing word."""
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def is_form_of(plain: str, verbs: Words) -> bool:
    """Whether it is a form of one of the verbs, and not of a noun that is spelt alike."""
    if plain == "according" or plain in BASE_FORMS:
        return BASE_FORMS.get(plain, plain) in verbs
    candidates = {
        plain.removesuffix(ending) + letter
        for ending, letters in _ENDINGS.items()
        if plain.endswith(ending)
        for letter in letters
    }
    verb = next((c for c in candidates if c in verbs), "")
    noun = verb in WORDS.saying_nouns and plain in {verb, verb + "s", re.sub("y$", "ies", verb)}
    return bool(verb) and not noun
