"""Sentences that lean on the one before: "he", "the move", "meanwhile".

English in depth; German, French and Spanish by their openings; other languages have no rules here.
"""

from __future__ import annotations

import re

from digest.text.names import names
from digest.text.words import fold

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


def points_back(text: str, language: str = "en", *, first: bool = False) -> bool:
    """Whether the sentence leans on what stands before it; ``text`` has its quotations taken out.

    Nothing stands before the ``first`` sentence of an article: "this is the moment" looks forward there. Only
    its pronouns for people may still mean somebody whom just the headline names.
    """
    own = text.strip(" \"“‘'«»„")
    primary = language.partition("-")[0].lower() or "en"
    if primary == "en" and (_nobody_yet(own) or _nothing_yet(own)):
        return True
    if first:
        return False
    opening = _OPENING.get(primary)
    if primary == "en" and _EMPTY_IT.match(own):
        return bool(_DEMONSTRATIVE.search(own))
    return (opening is not None and bool(opening.match(own))) or (
        primary == "en"
        and bool(
            _CONTRACTED.match(own)
            or _UNEXPLAINED.match(own)
            or _DEMONSTRATIVE.search(own)
            or _HERE.search(own)
        )
    )


def _nobody_yet(own: str) -> bool:
    """Whether a "he" or "her" comes before anybody whom it could mean."""
    person = _PERSON.search(own)
    if not person:
        return False
    before = own[: person.start()]
    return not _SOMEBODY.search(before) and not any(
        not name.initial or len(name.words) > 1 or fold(before[name.start : name.end]) not in _COMMON_OPENINGS
        for name in names(before)
        if name.words[0] not in _WEEKDAYS
    )


def _nothing_yet(own: str) -> bool:
    """Whether an "of it" or "for it" comes where the sentence has named nothing but who acts.

    In its own clause "it" is never the one who acts: Chomsky, "Lectures on government and binding", 1981, principle B.
    """
    it = _OF_IT.search(own)
    if not it:
        return False
    before = own[: it.start()]
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
