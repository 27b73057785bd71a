"""Sentences that speak for their writer, to their reader or to a machine: no report, and never printed.

An instruction hidden in an article works on a program that follows it. Nothing here follows any; what is left to
prevent is that it is picked as a sentence of news.
"""

from __future__ import annotations

import re

_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|ours|my|My|me|us|myself|ourselves)\b(?!\.)")
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.IGNORECASE)

_DETERMINERS = (
    "an?|the|your|my|our|this|these|those|that|every|each|any|all|some|more|no|it|them|him|her|me|us|yourself"
)
_NO_VERBS = frozenset(
    "about above across after against ahead all along alongside although amid amidst among and around as at because "
    "before behind below beneath beside besides between beyond both but by concerning considering contrary despite "
    "down during either else even ever except excluding few following for from given half how if in including inside "
    "instead into is it just last less like many more most much near neither next nor not notwithstanding of off "
    "often on once one only onto opposite or our out outside over past pending per plus quite rather regarding "
    "respecting save several since so some still such than that the their then there though through throughout till "
    "to together too toward towards twice two under underneath unless unlike until up upon versus via was were what "
    "whatever when whenever where whereas wherever whether which whichever while who whoever whom whose why with "
    "within without would yet nearly almost roughly perhaps maybe today yesterday tomorrow now never always "
    "sometimes first second third had has have should could may might will can do does did are am be".split()
)
"""Words that may stand before a determiner at the start of a statement."""
_BARE_VERB = re.compile(rf"\W*([A-Z][a-z]+)\s+(?:(?:up|down|out|off)\s+)?(?:{_DETERMINERS})\s")
_VERBS = (
    "please|kindly|ignore|disregard|forget|remember|note|consider|ensure|make|let|imagine|suppose|pretend|act|"
    "write|rewrite|reply|respond|answer|print|output|include|insert|append|add|embed|incorporate|integrate|translate|"
    "summari[sz]e|repeat|say|tell|explain|describe|list|name|find|give|provide|create|generate|develop|compose|design|"
    "suggest|recommend|use|avoid|replace|remove|change|modify|alter|convert|encode|decode|format|calculate|compute|"
    "solve|visit|check|try|do not|don['’]t|stop|start|begin|end|finish|click|follow|see|read|watch|listen|join|get|"
    "take|keep|learn|discover|help|share|send|open|run|execute|install|download|apply|enter|choose|select|look|think|"
    "feel|go|come|contact|buy|shop|enjoy|meet"
)
_COMMAND = re.compile(rf"\W*(?:{_VERBS})\s+(?!(?:said|says|told|of)\b)(?=[a-z\d\"“'‘])", re.IGNORECASE)
_MACHINE = re.compile(
    r"\b(?:previous|prior|above|earlier|following|these|those|system) (?:instructions?|prompts?|directions?)\b|"
    r"\b(?:language model|chatbot|ai assistant|ai model|as an ai|system prompt|the assistant|the summari[sz]er|"
    r"(?:an?|any|all) (?:ai )?(?:tools?|systems?|agents?) (?:must|should|reading|that)|"
    r"(?:the|an?|any|all) summar(?:y|ies) (?:must|should)|(?:the|this) (?:response|answer|output) (?:must|should))\b",
    re.IGNORECASE,
)


def addresses_somebody(text: str) -> bool:
    """Whether an English sentence, its quotations taken out, speaks for "us", to "you" or in commands."""
    return bool(_FIRST_PERSON.search(text) or _SECOND_PERSON.search(text)) or gives_orders(text)


def gives_orders(text: str) -> bool:
    """Whether an English sentence, its quotations taken out, is a command or is meant for a machine."""
    return bool(_COMMAND.match(text) or _MACHINE.search(text)) or _opens_with_bare_verb(text)


def _opens_with_bare_verb(text: str) -> bool:
    """Whether a word that opens no statement stands right before a determiner: "Compose a letter"."""
    match = _BARE_VERB.match(text)
    return (
        match is not None
        and match[1].lower() not in _NO_VERBS
        and not match[1].endswith(("s", "ed", "ing", "ly"))
    )
