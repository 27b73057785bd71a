"""Which sentences can be printed alone: whole, about the news, and clear without the sentence before."""

from __future__ import annotations

import re
from functools import cache

from digest.text.languages import language
from digest.text.names import names
from digest.text.quotes import has_unpaired_mark, quotations
from digest.text.sentences import without_dateline
from digest.text.tokens import fold

SHORTEST, LONGEST = 40, 360
"""Characters. Shorter is a heading or a caption, longer than five lines of an e-mail is not read."""
_FEWEST_WORDS = 6

_ENGLISH = language("en").reporting
_FURNITURE = re.compile(
    rf"\b(?:{_ENGLISH.page})\b|©|\bhttps?:|\bwww\.|\S@\S|[|•►▶#`{{}}\\]",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:[A-Z][\w’']*(?: [\w’']+){0,3}|[A-Z ]{2,}):\s|\W*(?:\d+[.)]|[-–—*])\s|[(\[].*[)\]]\.?$"
)
_ABBREVIATED = re.compile(rf"(?:^|\s)(?:[A-Z]|{_ENGLISH.abbreviated})\.$")
_WHOLE = re.compile(r"[.!。][\"”’'»)\]]*$")
_CLOSING = "\"”’'»)]"


def is_self_contained(text: str, language: str = "en", *, first: bool = False) -> bool:
    """Whether a reader who sees nothing else understands the sentence, and nothing in it is not news.

    ``language`` is a BCP 47 tag; commands and the like are known in English only. ``first`` says that the sentence
    opens its article.
    """
    text = without_dateline(text)
    unquoted = without_quotations(text)
    if is_fragment(text, unquoted) or is_boilerplate(text):
        return False
    return not has_open_anaphora(unquoted, language, first=first) and not (
        is_english(language) and addresses_reader(unquoted)
    )


def is_english(language: str) -> bool:
    """Whether the tag stands for English; an unknown language is taken for it."""
    return language.lower().partition("-")[0] in {"", "en"}


def is_fragment(text: str, unquoted: str) -> bool:
    """Whether it is not a whole statement: a fragment, a question, a heading, a torn quotation."""
    return (
        not SHORTEST <= len(text) <= LONGEST
        or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“„«'‘¿¡$€£")
        or not _WHOLE.search(text)
        or text.rstrip(_CLOSING).endswith(("...", "…", "?"))
        or "?" in unquoted
        or bool(_ABBREVIATED.search(text))
        or has_unpaired_mark(text)
        or not _is_prose(text)
        or len(unquoted.split()) < 3
    )


def is_boilerplate(text: str) -> bool:
    """Whether it belongs to the page and not to the report: a credit, a link, a label, an appeal."""
    return bool(_FURNITURE.search(text) or _LABEL.match(text))


def without_quotations(text: str) -> str:
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


@cache
def _opening(primary: str) -> re.Pattern[str] | None:
    """How a sentence opens that points back; None in a language whose openings are not known: there none does."""
    words = language(primary).reporting.openings
    return re.compile(rf"(?:{words})(?![\w’'-])", re.IGNORECASE) if words else None


_CONTRACTED = re.compile(r"(?:he|she|it|they|that|there|here)[’'](?:s|d|ll|re|ve)\b", re.IGNORECASE)
_EMPTY_IT = re.compile(
    r"It(?:[’']s| is| was| has| had| will| would| may)\b[^,.;:]{0,40}\bthat\b", re.IGNORECASE
)
"""An "it" that means what follows: "It was not known that"."""
_UNEXPLAINED = re.compile(
    rf"(?:The|the) (?:{_ENGLISH.known_nouns})(?:[,’']| (?!(?:{_ENGLISH.says_which})\b)(?=[a-z]))"
)
_DEMONSTRATIVE = re.compile(rf"\b(?:these|this (?!{_ENGLISH.times})) ?[a-z]")
_HERE = re.compile(r"\bhere\b(?! (?:to|and)\b)", re.IGNORECASE)
_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:the|a|an|every|each|no|one)\s+[a-z\d][\w-]+|\b(?:who|whoever|anyone|everyone|somebody)\b",
    re.IGNORECASE,
)
_OF_IT = re.compile(
    r"\b(?:of|about|for|from|with|against|to|on|by|over|into|behind|under)\s+it\b(?!\s+to\b)", re.IGNORECASE
)
_CLAUSE = re.compile(
    r"[,;:–—]|\b(?:that|who|which|what|when|where|while|after|before|because|as|if|and|but|or|than|although|since|until|"
    r"to|saying|calling)\b(?! \d)",
    re.IGNORECASE,
)
_BELONGING = re.compile(r"\b(?:of|in|at|from)\s+(?:(?:the|a|an)\s+)?[\w’'-]+(?:\s+[A-Z][\w’'-]+)*")
_THING = re.compile(
    r"\b(?:the|an?|its?|their|his|her|every|each|no|some|any|[\w-]+[’']s?)\s+[\w-]+", re.IGNORECASE
)
_WEEKDAYS = frozenset(language("en").weekdays)


def has_open_anaphora(text: str, language: str = "en", *, first: bool = False) -> bool:
    """Whether the sentence leans on what stands before it; ``text`` has its quotations taken out.

    Nothing stands before the ``first`` sentence of an article: "this is the moment" looks forward there. Only
    its pronouns for people may still mean somebody whom just the headline names.
    """
    unquoted = text.strip(" \"“‘'«»„")
    primary = language.partition("-")[0].lower() or "en"
    if primary == "en" and (_has_open_pronoun(unquoted) or _has_open_it(unquoted) or _LATER.match(unquoted)):
        return True
    if first:
        return False
    opening = _opening(primary)
    if primary == "en" and _EMPTY_IT.match(unquoted):
        return bool(_DEMONSTRATIVE.search(unquoted))
    return (opening is not None and bool(opening.match(unquoted))) or (
        primary == "en"
        and bool(
            _CONTRACTED.match(unquoted)
            or _UNEXPLAINED.match(unquoted)
            or _DEMONSTRATIVE.search(unquoted)
            or _HERE.search(unquoted)
        )
    )


def _has_open_pronoun(unquoted: str) -> bool:
    """Whether a "he" or "her" comes before anybody whom it could mean."""
    person = _PERSON.search(unquoted)
    if not person:
        return False
    before = unquoted[: person.start()]
    return not _SOMEBODY.search(before) and not any(
        not name.initial
        or len(name.words) > 1
        or fold(before[name.start : name.end]) not in _ENGLISH.common_openings
        for name in names(before)
        if name.words[0] not in _WEEKDAYS
    )


_LATER = re.compile(
    r"(?:(?:Only|Just) )?(?:\w+ )?(?:minutes|hours|days|weeks|months|years) later\b", re.IGNORECASE
)
"""An opening that counts from what was told before, even where an extract begins with it."""
_IF_IT = re.compile(r"\b(?:if|when|because|once|until|unless|after|before) it\b", re.IGNORECASE)
"""A clause about an "it" that has to stand in front."""


def _has_open_it(unquoted: str) -> bool:
    """Whether an "of it" or "for it" comes where the sentence has named nothing but who acts, or "if it" where it named nothing.

    In its own clause "it" is never the one who acts: Chomsky, "Lectures on government and binding", 1981, principle B.
    """
    clause = _IF_IT.search(unquoted)
    if clause and clause.start() and _names_nothing(unquoted[: clause.start()]):
        return True
    it = _OF_IT.search(unquoted)
    if not it:
        return False
    before = unquoted[: it.start()]
    if _CLAUSE.search(before):
        return False
    named = _BELONGING.sub("", before)
    things = [found.span() for found in _THING.finditer(named)]
    apart = [name for name in names(named) if not any(start <= name.start < end for start, end in things)]
    return len(things) + len(apart) < 2


def _names_nothing(before: str) -> bool:
    """Whether neither a name nor a thing with its article stands there."""
    found = names(before)
    return not _THING.search(before) and all(name.initial and len(name.words) == 1 for name in found)


_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|ours|my|My|me|us|myself|ourselves)\b(?!\.)")
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.IGNORECASE)

_BARE_VERB = re.compile(rf"\W*([A-Z][a-z]+)\s+(?:(?:up|down|out|off)\s+)?(?:{_ENGLISH.determiners})\s")
_COMMAND = re.compile(
    rf"\W*(?:{_ENGLISH.command_verbs})\s+(?!(?:said|says|told|of)\b)(?=[a-z\d\"“'‘])", re.IGNORECASE
)
_MACHINE = re.compile(_ENGLISH.to_machines, re.IGNORECASE)


def addresses_reader(text: str) -> bool:
    """Whether an English sentence, its quotations taken out, speaks for "us", to "you" or in commands."""
    return bool(_FIRST_PERSON.search(text) or _SECOND_PERSON.search(text)) or is_command(text)


def is_command(text: str) -> bool:
    """Whether an English sentence, its quotations taken out, is a command or is meant for a machine."""
    return bool(_COMMAND.match(text) or _MACHINE.search(text)) or _opens_with_bare_verb(text)


def _opens_with_bare_verb(text: str) -> bool:
    """Whether a word that opens no statement stands right before a determiner: "Compose a letter"."""
    match = _BARE_VERB.match(text)
    return (
        match is not None
        and match[1].lower() not in _ENGLISH.statement_openings
        and not match[1].endswith(("s", "ed", "ing", "ly"))
    )
