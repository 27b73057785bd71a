"""Whether a claim is plain text of the right kind at all, before anybody asks whether it is true."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Claim, Finding, Story
from digest.text import sentences
from digest.text.invisible import hidden, visible
from digest.verify.alignment import Alignment
from digest.verify.passage import MOST_CITED, Passage, finding

MAX_LENGTH = 240
"""Most characters of a point that a model wrote."""
LANGUAGES = frozenset({"en"})
"""Languages whose negations, modal verbs and word forms the checks know."""
_CONTROL = re.compile(r"[\t-\r\x1c-\x1f\x85]")
"""Spaces that are control characters."""
_SHAPES = (
    ("address", re.compile(r"(?i)\b(?:https?|ftp|mailto|javascript|data):\S*|\bwww\.\S+|\b[\w.+-]{1,64}@[\w-]{1,63}\.\w[\w.]*")),
    ("address", re.compile(r"(?i)\b(?:[\w-]{1,63}\.){1,8}(?:com|org|net|info|io|gov|edu|co\.uk)/\S+")),
    ("markup", re.compile(r"<[a-zA-Z/!?][^>]{0,200}>?|&(?:#\d+|#x[\da-fA-F]+|[a-zA-Z]{2,8});")),
    ("markup", re.compile(r"\*\*(?=\w[^*]*\*\*)|__(?=\w)|```|`[^`]+`|!?\[[^\]]*\]\(|^\s*(?:#{1,6}|[-*+>]|\d+\.)\s|\{\{|\{%|\$\{")),
    ("citation", re.compile(r"\[?\bA\d{1,4}\.S\d{1,5}\b\]?")),
)  # fmt: skip
_INSTRUCTION = re.compile(
    r"""(?ix)
    \b(?:ignore|disregard|forget|override|bypass)\b [^.!?]{0,40} \b(?:instructions?|prompts?|rules|guidelines|directions)\b
    | \b(?:system|developer)\s(?:prompt|message|instructions?)\b
    | \b(?:you\sare|act\sas)\s(?:an?\s|now\s)?(?:ai|a\.i\.|language\smodel|assistant|chatbot|chatgpt|llm)\b
    | \bas\san?\s(?:ai|a\.i\.|large|language)\s(?:language\s)?(?:model|assistant)\b
    | \b(?:ai|language)\smodels?\s(?:must|should|reading\sthis)\b
    | <\|[^|]*\|> | \[/?INST\] | ^\s*(?:assistant|system|user)\s*:
    """
)


def citations_exist(claim: Claim, story: Story) -> Iterator[Finding]:
    """A point cites one to three sentences, and each is a sentence of the story."""
    if not claim.cites:
        yield Finding("cites", "", "The point cites no sentence.")
    if len(set(claim.cites)) > MOST_CITED:
        yield Finding("cites", ", ".join(claim.cites), f"The point cites more than {MOST_CITED} sentences.")
    for sentence_id in claim.cites:
        if story.find(sentence_id) is None:
            yield finding("cites", sentence_id[:40], "The story has no sentence {}.")


def citations_are_sentences(cited: Passage) -> Iterator[Finding]:
    """Text that goes on for a thousand characters without a full stop is nothing to check a claim against."""
    for text in cited.texts:
        if len(text) > sentences.MAX_SENTENCE:
            start = " ".join(text.split()[:6])
            yield finding("cites", start, "{} … goes on for too long to be one sentence; cite another one")


def is_plain(text: str) -> Iterator[Finding]:
    """A point is plain text for readers: no markup, no addresses, nothing that talks to a model."""
    if unseen := hidden(text) or _CONTROL.findall(text):
        yield Finding("form", f"U+{ord(unseen[0]):04X}", "The point has control or invisible characters.")
    if not any(c.isalpha() for c in text):
        yield Finding("form", text[:40], "The point has no words.")
    for what, pattern in _SHAPES:
        if match := pattern.search(text):
            yield finding("form", match[0].strip()[:80], "The point has {}, which is " + _named(what) + ".")
    if match := _INSTRUCTION.search(text):
        yield finding("form", match[0][:80], "The point has {}, which talks to a language model.")


def _named(what: str) -> str:
    return {"address": "an address", "markup": "markup", "citation": "the id of a sentence"}[what]


def is_short(text: str) -> Iterator[Finding]:
    """A point in words of its own has at most 240 characters; what is longer is not looked at any further."""
    if len(text) > MAX_LENGTH:
        yield Finding(
            "length", text[MAX_LENGTH:][:40], f"The point has {len(text)} characters, {MAX_LENGTH} fit."
        )


def is_in_a_known_language(alignment: Alignment) -> Iterator[Finding]:
    """The rules are rules of English; of other languages only the sentence as it stands can be checked."""
    for language in alignment.passage.languages:
        if language not in LANGUAGES:
            reason = "There are no rules for the language {}, so only a whole cited sentence passes."
            yield finding("language", language, reason)


def clean(text: str) -> str:
    """The text as readers get it: without control characters and those that no script needs, with single spaces."""
    return " ".join(visible(text).split())
