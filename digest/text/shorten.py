"""Shortening a sentence by rules that cannot change what it says.

What goes is the dateline, and a word in front that only ties the sentence to the one before: "However," or "But".
Nothing inside a sentence is touched, and nothing is put in but a capital.
"""

from __future__ import annotations

import re

from digest.text.dateline import dateline_length

_TIE = re.compile(
    r"(?:(?:however|meanwhile|moreover|furthermore|additionally|in addition|besides|also|separately|elsewhere|"
    r"nevertheless|nonetheless|similarly|likewise|finally|lastly|indeed|in fact|of course|to be sure|that said|"
    r"at the same time|still), |(?:but|and) (?!for\b|then\b|yet\b|so\b|not\b|if\b|when\b|while\b|now\b))",
    re.IGNORECASE,
)


def shorten(text: str) -> str:
    """An English sentence without dateline and without the tie in front; as it stands where it has neither."""
    start = dateline_length(text)
    match = _TIE.match(text, start)
    if match and len(text) > match.end():
        start = match.end()
    return text[start : start + 1].upper() + text[start + 1 :] if start else text
