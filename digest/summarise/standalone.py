"""Which sentences can be printed alone: whole, about the news, and clear without the sentence before."""

from __future__ import annotations

import re

from digest.text.names import names
from digest.text.quotes import has_unpaired_mark, quotations
from digest.text.sentences import without_dateline
from digest.text.tokens import fold

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


_TIMES = "week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|season|term|time|century|decade"
_OPENINGS = {
    "en": (
        "and|but|or|so|yet|nor|then|also|too|thus|hence|he|she|it|they|them|that|these|those|his|her|hers|its|their|"
        "theirs|him|such|both|neither|either|another|others?|here|there(?! (?:is|are|was|were|has|have|had|will|would|may|could)\\b)|however|meanwhile|moreover|furthermore|"
        "additionally|nevertheless|nonetheless|instead|otherwise|therefore|consequently|accordingly|besides|likewise|"
        "similarly|conversely|still|indeed|afterwards?|later|earlier|previously|elsewhere|separately|finally|lastly|"
        "secondly|thirdly|again|by contrast|in (?:contrast|addition|response|turn|return|other words|fact|short|both)|"
        "as (?:a result|such|well)|at (?:the|that|this) (?:time|point|moment|stage)|at the same time|"
        "(?:by|since|until) then|by that time|on the other hand|for (?:example|instance|that reason|now)|"
        "of (?:these|those|course)|(?:the )?same|one of (?:them|these|those)|the (?:latter|former)(?! (?-i:[A-Z]))|"
        rf"this(?! (?:{_TIMES}))|"
        "(?:only |just )?(?:soon|shortly|immediately|minutes|hours|days|weeks|months|years) (?:after(?:wards?)?|later|"
        r"earlier|before)(?=,)|(?:an? |\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier)"
    ),
    "de": (
        "und|aber|oder|doch|denn|er|sie|es|dies|diese[rsmn]?|dabei|dadurch|dafür|dagegen|daher|dahinter|damit|danach|"
        "daneben|dann|daran|darauf|daraufhin|daraus|darin|darüber|darum|darunter|davon|davor|dazu|deshalb|deswegen|"
        "dennoch|trotzdem|jedoch|zudem|außerdem|ferner|allerdings|hingegen|dort|hier|hierzu|so|somit|sein[esrmn]{0,2}|"
        "ihr[esrmn]{0,2}|ihm|ihn|auch|zuvor|später|schließlich|inzwischen|unterdessen|derweil|gleichzeitig|ebenso|beide"
    ),
    "fr": (
        "et|mais|ou|or|donc|car|il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|c'est|celui-ci|celle-ci|son|sa|ses|leurs?|"
        "lui|ainsi|aussi|alors|ensuite|puis|enfin|toutefois|cependant|pourtant|néanmoins|en effet|en outre|de plus|"
        "par ailleurs|en revanche|au contraire|par conséquent|dès lors|ici|là"
    ),
    "es": (
        "y|e|o|pero|sino|aunque|él|ella|ellos|ellas|est[aeo]s?|es[aeo]s?|aquel|aquella|su|sus|lo|le|les|así|también|"
        "además|entonces|luego|después|sin embargo|no obstante|por (?:eso|ello|tanto|otro lado|otra parte)|en cambio|"
        "por último|finalmente|mientras tanto|allí|ahí|aquí|ambos|ambas|dicho|dicha"
    ),
}
"""Openings that point back, as alternatives of a pattern, by language."""

_NOUNS = (
    "move|decision|announcement|comments?|remarks?|statements?|pair|duo|two|three|trio|incident|development|findings?|"
    "revelations?|proposals?|measures?|changes?|plans?|allegations?|claims?|accusations?|request|meeting|visit|call|"
    "letter|interview|speech|post|report|ruling|deal|agreement|document|suspect|victims?|man|woman|group|others|result|"
    "vote|step|figures?|amount|total|case|lawsuit|suit|bill|law|order|ban|attack|strike|explosion|protest|rally|talks|"
    "trip|trial|hearing|video|footage|message|warning|threat|response|reaction|question|issue|problem|situation|idea|"
    "suggestion|criticism|clash|prime minister|president|chancellor|minister|senator|governor|mayor|secretary|"
    "official|spokes(?:man|woman|person)|lawmaker|politician|leader|judge|agency|company|organi[sz]ation|party|"
    "country|city|state|region|charges?|investigation|probe|study|survey|poll|program(?:me)?|project|policy|cuts?|"
    "tabloid|newspaper|magazine|paper|outlet|spot|ad|advert|clip|images?|photos?|photographs?|defendants?|plaintiffs?|"
    "accused|authors?|researchers?|organi[sz]ers|crowd|site|firm|business|family|couple|teenager|boy|girl|driver|launch"
)
"""What "the" before it takes for known when nothing after it says which one."""
_WHICH = "of|to|that|in|between|on|for|from|against|at|by|with|over|about|into|whose|who|which|where|when|after|and"

_OPENING = {
    language: re.compile(rf"(?:{words})(?![\w’'-])", re.IGNORECASE) for language, words in _OPENINGS.items()
}
_CONTRACTED = re.compile(r"(?:he|she|it|they|that|there|here)[’'](?:s|d|ll|re|ve)\b", re.IGNORECASE)
_EMPTY_IT = re.compile(
    r"It(?:[’']s| is| was| has| had| will| would| may)\b[^,.;:]{0,40}\bthat\b", re.IGNORECASE
)
"""An "it" that means what follows: "It was not known that"."""
_UNEXPLAINED = re.compile(rf"(?:The|the) (?:{_NOUNS})(?:[,’']| (?!(?:{_WHICH})\b)(?=[a-z]))")
_DEMONSTRATIVE = re.compile(rf"\b(?:these|this (?!{_TIMES})) ?[a-z]")
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
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def has_open_anaphora(text: str, language: str = "en", *, first: bool = False) -> bool:
    """Whether the sentence leans on what stands before it; ``text`` has its quotations taken out.

    Nothing stands before the ``first`` sentence of an article: "this is the moment" looks forward there. Only
    its pronouns for people may still mean somebody whom just the headline names.
    """
    unquoted = text.strip(" \"“‘'«»„")
    primary = language.partition("-")[0].lower() or "en"
    if primary == "en" and (_has_open_pronoun(unquoted) or _has_open_it(unquoted)):
        return True
    if first:
        return False
    opening = _OPENING.get(primary)
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
        not name.initial or len(name.words) > 1 or fold(before[name.start : name.end]) not in _COMMON_OPENINGS
        for name in names(before)
        if name.words[0] not in _WEEKDAYS
    )


def _has_open_it(unquoted: str) -> bool:
    """Whether an "of it" or "for it" comes where the sentence has named nothing but who acts.

    In its own clause "it" is never the one who acts: Chomsky, "Lectures on government and binding", 1981, principle B.
    """
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


_COMMON_OPENINGS = frozenset(
    "after although as at because before by despite during for from if in on once since though until when whether "
    "while with without asked speaking".split()
)
"""Words whose capital at the start of a sentence makes no name of them."""


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
        and match[1].lower() not in _NO_VERBS
        and not match[1].endswith(("s", "ed", "ing", "ly"))
    )
