"""Which sentences can be printed alone: whole, about the news, and clear without the sentence before."""

from __future__ import annotations

import re

from digest.summarise.addressed import addresses_somebody
from digest.summarise.backward import points_back
from digest.text.dateline import without_dateline
from digest.text.quotes import has_loose_mark, quotations

SHORTEST, LONGEST = 40, 360
"""Characters. Shorter is a heading or a caption, longer than five lines of an e-mail is not read."""
_FEWEST_WORDS = 6

_FURNITURE = re.compile(
    r"\b(?:click here|sign up|log in|sign in|subscribe|newsletters?|read more|read also|see also|follow us|"
    r"share this|all rights reserved|copyright|cookies?|photo(?:graph)? (?:by|credit)|"
    r"(?:file|handout|stock) (?:photo|picture|image)|image (?:source|caption|credit)|getty images|"
    r"(?:reporting|editing|writing|translation) by|additional reporting|"
    r"contributed to this (?:report|story|article)|"
    r"this (?:article|story) (?:was|has been|is|first|originally)|(?:originally|first) published|"
    r"last updated|min(?:ute)?s? read|watch (?:live|now|the video|more)|listen now|download (?:the|our)|"
    r"terms (?:of use|and conditions)|privacy policy|contact us|e-?mail (?:us|address)|news alerts?|"
    r"market data|javascript|your browser|support us|become a member|comments are|"
    r"scroll (?:down|to)|tap (?:here|to)|pictured above|(?:graphic|chart|map|video) (?:above|below))\b"
    r"|©|\bhttps?:|\bwww\.|\S@\S|[|•►▶#`{}\\]",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:[A-Z][\w’']*(?: [\w’']+){0,3}|[A-Z ]{2,}):\s|\W*(?:\d+[.)]|[-–—*])\s|[(\[].*[)\]]\.?$"
)
_ABBREVIATED = re.compile(
    r"(?:^|\s)(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec"
    r"|vs|Inc|approx)\.$"
)
_WHOLE = re.compile(r"[.!。][\"”’'»)\]]*$")
_CLOSING = "\"”’'»)]"


def stands_alone(text: str, language: str = "en", *, first: bool = False) -> bool:
    """Whether a reader who sees nothing else understands the sentence, and nothing in it is not news.

    ``language`` is a BCP 47 tag; commands and the like are known in English only. ``first`` says that the sentence
    opens its article.
    """
    text = without_dateline(text)
    own = unquoted(text)
    if broken(text, own) or is_furniture(text):
        return False
    return not points_back(own, language, first=first) and not (
        is_english(language) and addresses_somebody(own)
    )


def is_english(language: str) -> bool:
    """Whether the tag stands for English; an unknown language is taken for it."""
    return language.lower().partition("-")[0] in {"", "en"}


def broken(text: str, own: str) -> bool:
    """Whether it is no whole statement: a fragment, a question, a heading, a torn quotation."""
    return (
        not SHORTEST <= len(text) <= LONGEST
        or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“„«'‘¿¡$€£")
        or not _WHOLE.search(text)
        or text.rstrip(_CLOSING).endswith(("...", "…", "?"))
        or "?" in own
        or bool(_ABBREVIATED.search(text))
        or has_loose_mark(text)
        or not _is_prose(text)
        or len(own.split()) < 3
    )


def is_furniture(text: str) -> bool:
    """Whether it belongs to the page and not to the report: a credit, a link, a label, an appeal."""
    return bool(_FURNITURE.search(text) or _LABEL.match(text))


def unquoted(text: str) -> str:
    """The text without its quotations: what the reporter says in the reporter's own words."""
    kept, end = [], 0
    for quotation in quotations(text):
        kept.append(text[end : quotation.start])
        end = quotation.end
    return " ".join([*kept, text[end:]]).strip()


def _is_prose(text: str) -> bool:
    """Whether most words are written small: headings, lists of names and tables of prices are not."""
    words = text.split()
    small = sum(word[0].islower() for word in words)
    figures = sum(any(c.isdigit() for c in word) for word in words)
    return len(words) >= _FEWEST_WORDS and small >= len(words) * 0.4 and figures <= len(words) * 0.4
