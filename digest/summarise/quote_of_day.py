"""Sentences that could give the quotation of the day.

The quotation opens the sentence and is a whole thought; who said it follows, by full name. Nobody's opinion is
judged: what counts is where the story stands and how well the sentence reads by itself.
"""

from __future__ import annotations

import re

from digest.models import Claim, Story
from digest.summarise.attribution import speaker
from digest.summarise.standalone import has_open_anaphora, is_command, is_english, is_self_contained
from digest.text.languages import language
from digest.text.names import names
from digest.text.quotes import opening_quotation, quotations

MIN_LENGTH, LONGEST = 40, 180
"""Characters of the quotation. Shorter is a phrase, longer is a speech."""
IDEAL_LENGTH = 90
"""Characters that stand best in large type: two to three lines on a telephone."""
MAX_SPEAKER = 120
"""Characters of what says who spoke."""

_MARKS = " ,\"“”„‟«»‹›‘’'"
_ENGLISH = language("en").reporting
_LEANING = re.compile(_ENGLISH.leaning, re.IGNORECASE)
"""Words that mean somebody or something of whom only the article speaks."""
_SOMEBODY_ELSE = re.compile(rf"\b(?:{_ENGLISH.for_somebody})\b")


def notable_quotes(story: Story) -> tuple[Claim, ...]:
    """Sentences that open with a quotation and go on with its speaker, the best first."""
    found = []
    for sentence_id, article, sentence in story.sentences():
        fits = article.form == "article" and article.url not in story.copies and is_english(article.language)
        who = quoted_speaker(sentence.text) if fits else ""
        if who and is_self_contained(sentence.text, first=sentence.number == 1):
            found.append(Claim(sentence.text, (sentence_id,), "claim", who))
    return tuple(sorted(found, key=lambda claim: abs(_length(claim.text) - IDEAL_LENGTH)))


def quoted_speaker(text: str) -> str:
    """Who says the quotation that opens the sentence; empty if it is not fit to print or its speaker has no full name."""
    large, small = opening_quotation(text)
    words = large.strip(_MARKS)
    is_whole_thought = words[:1].isupper() and words[-1:].isalpha() and not re.search(r"[.?!…]", words)
    if (
        not is_whole_thought
        or not MIN_LENGTH <= len(words) <= LONGEST
        or len(small) > MAX_SPEAKER
        or quotations(small)
    ):
        return ""
    if _LEANING.search(words) or has_open_anaphora(words, first=True) or is_command(words):
        return ""
    who = speaker(text) or _first_full_name(small)
    return who if " " in who and who in small and not _speaks_for(who, small) else ""


def _first_full_name(small: str) -> str:
    """The name in "said the union's secretary, Lena Holm", where a role stands between."""
    return next((small[name.start : name.end] for name in names(small) if len(name.words) > 1), "")


def _speaks_for(who: str, small: str) -> bool:
    """Whether somebody else speaks: "said a spokesman for Lena Holm", "it said, according to Lena Holm"."""
    before = small[: small.find(who)]
    return bool(_SOMEBODY_ELSE.search(before))


def _length(text: str) -> int:
    return len(opening_quotation(text)[0])
