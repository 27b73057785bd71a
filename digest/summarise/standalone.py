"""Which sentences can be printed alone: whole, about the news, and clear without the sentence before.

Every rule is a small function that says whether a sentence breaks it; `stands_alone` asks them all. The lists of
words are English; a sentence in another language is held only to the rules that need none.
"""

from __future__ import annotations

import re

from digest.text.names import names
from digest.text.quotes import has_loose_mark, quotations
from digest.text.words import fold

SHORTEST, LONGEST = 40, 360
"""Characters. Shorter is a heading or a caption, longer than five lines of an e-mail is not read."""
_FEWEST_WORDS = 6

_FURNITURE = re.compile(
    r"\b(?:click here|sign up|log in|sign in|subscribe|subscription|newsletter|read more|read also|see also|follow us|"
    r"share this|all rights reserved|copyright|cookies?|advertisement|advertising|photo(?:graph)? (?:by|credit)|"
    r"(?:file|handout|stock) (?:photo|picture|image)|image (?:source|caption|credit)|getty images|"
    r"reporting by|editing by|writing by|additional reporting|contributed to this (?:report|story|article)|"
    r"this (?:article|story) (?:was|has been|is|first|originally)|originally published|first published|"
    r"last updated|min(?:ute)?s? read|watch (?:live|now|the video|more)|listen (?:to|now)|download (?:the|our)|"
    r"terms (?:of|and)|privacy policy|contact us|e-?mail (?:us|address)|breaking news alerts?|"
    r"market data|javascript|your browser|support (?:us|our)|donate|become a member|comments? (?:are|section)|"
    r"scroll (?:down|to)|swipe|tap (?:here|to)|pictured(?: above)?|(?:see|graphic|chart|map|video) (?:above|below))\b"
    r"|©|\bhttps?:|\bwww\.|\S@\S|[|•►▶»]|#\w|`|[{}\\]|\bimport \w+$",
    re.IGNORECASE,
)
_HEADING = re.compile(r"^(?:[A-Z][\w’' ]{0,30}|[A-Z ]{2,}):\s|^\W*(?:\d+[.)]|[-–—*])\s")
_CREDIT = re.compile(r"^[(\[].*[)\]]\.?$")

_BACKWARD = re.compile(
    r"^(?:and|but|or|so|yet|nor|then|also|too|thus|hence|he|she|it|they|them|this|that|these|those|his|her|hers|its|"
    r"their|theirs|him|such|both|neither|either|another|others?|here|there|one (?:of (?:them|these|those))|"
    r"however|meanwhile|moreover|furthermore|additionally|nevertheless|nonetheless|instead|otherwise|therefore|"
    r"consequently|accordingly|besides|likewise|similarly|conversely|still|indeed|afterwards?|later|earlier|"
    r"previously|elsewhere|separately|finally|lastly|secondly|thirdly|again|by contrast|in contrast|in addition|"
    r"in response|in turn|in return|in other words|in fact|in short|as a result|as such|as well|"
    r"at (?:the|that) (?:time|point|moment)|at the same time|by then|by that time|since then|until then|"
    r"on the other hand|for (?:example|instance|that reason|now)|of (?:these|those|course)|"
    r"(?:earlier|later) (?:that|the same|in the)|(?:the )?same|that (?:day|night|year)|"
    r"(?:soon|shortly|immediately|days|weeks|months|hours) (?:after(?:wards)?|later|earlier|before),|"
    r"the (?:move|decision|announcement|comments?|remarks?|statements?|latter|former|pair|duo|two|three|trio|"
    r"incident|development|findings?|news|revelations?|proposals?|measures?|changes?|plans?|allegations?|claims?|"
    r"accusations?|request|meeting|visit|call|letter|interview|speech|post|report|ruling|deal|agreement|document|"
    r"suspect|victims?|man|woman|group|others|rest|result|vote|move|step|figure|amount|total|case|lawsuit|suit|"
    r"bill|law|order|ban|attack|strike|explosion|protest|rally|talks|trip|trial|hearing|video|footage|message|"
    r"warning|threat|response|reaction|question|issue|problem|situation|idea|suggestion|criticism|clash|"
    r"(?:prime minister|president|chancellor|minister|senator|governor|mayor|secretary|official|spokes(?:man|woman|person)|"
    r"lawmaker|politician|leader|judge|agency|company|organi[sz]ation|party|country|city|state|region))"
    r"(?:[,’']|\s(?!of\b|to\b|that\b|in\b|between\b|on\b|for\b|from\b|against\b|at\b|by\b|with\b|over\b|whose\b|who\b|which\b|[A-Z])))"
    r"(?![\w-])",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:the|a|an|every|each|no|one)\s+\w+|\b(?:who|whoever|anyone|everyone|somebody)\b", re.IGNORECASE
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|We|our|Our|ours|my|My|me|us|myself|ourselves)\b(?!\.)")
_SECOND_PERSON = re.compile(r"\b(?:you|your|yours|yourself|yourselves)\b", re.IGNORECASE)

_DETERMINER = "a|an|the|your|my|our|this|these|those|that|every|each|any|all|some|more|no|it|them|him|her|me|us|yourself"
_OPENER = frozenset(
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
_COMMAND = re.compile(
    r"^(?:please|kindly|ignore|disregard|forget|remember|note|consider|ensure|make sure|make|let|imagine|suppose|"
    r"pretend|act|write|rewrite|reply|respond|answer|print|output|include|insert|append|add|embed|incorporate|integrate|"
    r"translate|summari[sz]e|repeat|say|tell|explain|describe|list|name|find|give|provide|create|generate|develop|"
    r"compose|design|suggest|recommend|use|avoid|replace|remove|change|modify|alter|convert|encode|decode|format|"
    r"calculate|compute|solve|visit|check|try|do not|don['’]t|never|always|stop|start|begin|end|finish|click|follow|"
    r"see|read|watch|listen|join|get|take|keep|learn|discover|help|share|send|open|run|execute|install|download|"
    r"apply|enter|choose|select|look|think|feel|go|come|call|contact|buy|shop|enjoy|meet)\s+(?!(?:said|says|told|of)\b)"
    r"(?=[a-z\d\"“'‘])",
    re.IGNORECASE,
)
_TO_A_MACHINE = re.compile(
    r"\b(?:previous|prior|above|earlier|following|these|those|system) (?:instructions?|prompts?|directions?)\b|"
    r"\b(?:language model|chatbot|ai assistant|ai model|as an ai|system prompt|the assistant|the summari[sz]er|"
    r"ai (?:tools?|systems?|agents?) (?:must|should|reading)|(?:the|a|any|all) summar(?:y|ies) (?:must|should)|"
    r"(?:the|this) response (?:must|should)|prompt)\b",
    re.IGNORECASE,
)


def stands_alone(text: str, language: str = "en") -> bool:
    """Whether a reader who sees nothing else understands the sentence, and nothing in it is not news."""
    if broken(text) or is_furniture(text):
        return False
    if not language.lower().startswith("en"):
        return True
    own = unquoted(text)
    return not (addresses_somebody(own) or points_back(own))


def broken(text: str) -> bool:
    """Whether it is no whole statement: a fragment, a question, a heading, a torn quotation."""
    words = text.split()
    return (
        not SHORTEST <= len(text) <= LONGEST
        or len(words) < _FEWEST_WORDS
        or not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“„«'‘¿¡$€£")
        or not re.search(r"[.!。][\"”’'»)\]]*$", text)
        or text.rstrip("\"”’'»").endswith(("...", "…"))
        or "?" in unquoted(text)
        or text.rstrip("\"”’'»").endswith("?")
        or has_loose_mark(text)
        or not _mostly_prose(words)
        or not re.search(r"\w+\W+\w+\W+\w+", unquoted(text))
    )


def is_furniture(text: str) -> bool:
    """Whether it belongs to the page and not to the report: a credit, a link, a label, an appeal."""
    return bool(_FURNITURE.search(text) or _HEADING.match(text) or _CREDIT.match(text))


def addresses_somebody(own: str) -> bool:
    """Whether it speaks for its writer, or to its reader, or to a machine, outside of quotations."""
    return bool(
        _FIRST_PERSON.search(own)
        or _SECOND_PERSON.search(own)
        or _COMMAND.match(own)
        or _TO_A_MACHINE.search(own)
        or _commands(own)
    )


def points_back(own: str) -> bool:
    """Whether it leans on the sentence before: a pronoun or "the move" that nothing in it explains."""
    if _BACKWARD.match(own.strip(" \"“'‘")):
        return True
    person = _PERSON.search(own)
    if not person:
        return False
    before = own[: person.start()]
    return not (names(before) and _known(before)) and not _SOMEBODY.search(before)


def unquoted(text: str) -> str:
    """The text with its quotations blanked out: what the reporter says in the reporter's own words."""
    kept, end = [], 0
    for quotation in quotations(text):
        kept.append(text[end : quotation.start])
        end = quotation.end
    return " ".join(["".join(f"{part} " for part in kept), text[end:]]).strip()


def _known(before: str) -> bool:
    """Whether a name stands there that is more than the capital of a sentence's first word."""
    return any(
        not name.initial or len(name.words) > 1 or fold(name.words[0]) not in _OPENER
        for name in names(before)
    )


def _commands(own: str) -> bool:
    """Whether it opens with a bare verb: a word that is no opener of statements, right before a determiner."""
    match = re.match(rf"\W*([A-Z][a-z]+)\s+(?:{_DETERMINER})\s", own)
    return (
        match is not None
        and match[1].lower() not in _OPENER
        and not match[1].endswith(("s", "ed", "ing", "ly"))
    )


def _mostly_prose(words: list[str]) -> bool:
    """Whether most words are written small: headings, lists of names and tables of prices are not."""
    small = sum(word[0].islower() for word in words)
    figures = sum(any(c.isdigit() for c in word) for word in words)
    return small >= len(words) * 0.4 and figures <= len(words) * 0.4
