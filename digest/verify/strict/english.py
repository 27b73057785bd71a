"""What the checks know of English: closed classes of words, forms and spellings.

The lists hold words of general English; none is there because of a single text.
"""

from __future__ import annotations

import re

_IRREGULAR = """
arise arose arisen|awake awoke awoken|be am is are was were been being|bear bore borne|beat beaten|become became
|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|cut cutting|deal dealt
|dig dug|do does did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone goes|grow grew grown
|hang hung|have has had|hear heard|hide hid hidden|hit hitting|hold held|keep kept|know knew known|lay laid|lead led
|learn learnt|leave left|lend lent|let letting|lie lay lain lying|lose lost|make made|mean meant|meet met|pay paid
|put putting|quit quitting|read reading|ride rode ridden|ring rang rung|rise rose risen|run ran running|say said says
|see saw seen|seek sought|sell sold|send sent|set setting|shake shook shaken|shoot shot|show shown|shut shutting
|sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|split splitting|spread spreading
|stand stood|steal stole stolen|stick stuck|strike struck stricken|strive strove striven|swear swore sworn
|sweep swept|swim swam|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
|throw threw thrown|understand understood|undergo underwent undergone|wake woke woken|wear wore worn|weep wept
|win won winning|withdraw withdrew withdrawn|withhold withheld|write wrote written|overthrow overthrew overthrown
|overcome overcame|undertake undertook undertaken|uphold upheld|foresee foresaw foreseen|oversee oversaw overseen
|man men|woman women|child children|person people|foot feet|life lives|wife wives|crisis crises
|die died dies dying|tie tied ties tying
"""
BASE_FORMS = {
    form: forms.split()[0] for forms in _IRREGULAR.replace("\n", "").split("|") for form in forms.split()
}
"""Irregular forms and the word they belong to."""

_SPELLINGS = (
    (re.compile(r"(?<=..)isation"), "ization"),
    (re.compile(r"(?<=...)is(?=(?:e|ed|es|ing|er|ers)$)"), "iz"),
    (re.compile(r"yse(?=[ds]?$)"), "yze"),
    (re.compile(r"(?<=[bdlmnvt])our(?=$|s$|ed$|ing$|able|ite|al|er)"), "or"),
    (re.compile(r"(?<=[bt])re$"), "er"),
    (re.compile(r"(?<=[aeo])lled$"), "led"),
    (re.compile(r"(?<=[aeo])lling$"), "ling"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"ogue$"), "og"),
    (re.compile(r"^programme"), "program"),
)


def spelling(word: str) -> str:
    """One spelling for what British and American English spell differently; not always an existing word."""
    for pattern, plain in _SPELLINGS:
        word = pattern.sub(plain, word)
    return word


FREE = frozenset(
    """
a an the this that these those which who whom whose it its
be am is are was were been being do does did done have has had having
of in on at by to for with from as and also
""".split()
)
"""Words that only hold others together. A point may add and drop them; every other word has to be cited."""

OPENS_CLAUSE = frozenset(
    "but while whereas although though because unless if that which who whom whose when where after before until since".split()
)
"""Words before which the reach of a negation or a modal verb ends."""

JOINS = OPENS_CLAUSE | frozenset("and or as with amid following despite so".split())
"""Words at which a point may go on with another sentence."""

PRONOUNS = frozenset("he she they it his her their him them its this that these those we i our".split())
"""Words whose meaning stands in a sentence before."""

NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely".split()
)

MODALS = {
    word: group
    for group, words in {
        "possible": "may might could can cannot",
        "certain": "will would shall wo ca sha ll",
        "needed": "must should ought",
    }.items()
    for word in words.split()
}
MODALS["ca"] = MODALS["can"]
"""Modal verbs by how sure they are. ``would`` is how reported speech says ``will``."""

COMING = frozenset("will shall would due plan plans planned set expected scheduled to".split())
"""Words of a sentence that announces something."""

HEDGES = frozenset(
    """
possibly perhaps maybe probably likely unlikely reportedly allegedly alleged apparently purported purportedly supposedly
supposed potentially potential possible appear appeared appears seem seemed seems suspected unconfirmed believed thought
rumoured claimed presumably arguably tentatively provisionally expected reported
""".split()
)
"""Words that say that something is not certain."""

NOT_YET = frozenset(
    """
aim agree ask attempt bid call consider demand effort expect fail forbid hope intend intention invite mean need offer
order persuade plan pledge prepare press promise propose proposal pressure push ready refuse seek set tell threat
threaten try urge vow want warn willing wish decide decline hesitate due likely able unable allow ban struggle
reluctant encourage require force
""".split()
)
"""Words before "to" that leave open whether what follows them happens."""

GERUND_LEADERS = frozenset(
    """
consider deny avoid oppose reject suggest propose discuss contemplate risk resist mull weigh prevent stop short instead
accuse suspect warn
""".split()
)
"""Words before a verb in -ing that leave open whether it happens, or say that it did not."""

CONDITIONS = frozenset("if unless provided assuming".split())
"""Words that make one thing depend on another."""

ROLE_MODIFIERS = frozenset(
    "former ex acting deputy vice interim assistant shadow outgoing incoming ousted retired onetime late".split()
)
"""Words before a role that make it another one."""

PLACE_MODIFIERS = frozenset(
    "north south east west northern southern eastern western new upper lower central".split()
)
"""Words that are part of the name of a place and make it another one."""

PARTICLES = frozenset("off down out away back apart".split())
"""Words that make another verb of the one before them."""

AFTER_PREPOSITION = frozenset("of from to by at in on for with into".split())
"""Words before which a particle belongs to a place or an amount and not to the verb."""

HEADS = frozenset(
    """
ban end opponent opposition critic criticism lack absence threat fear failure refusal halt suspension delay rejection
denial risk plan proposal bid call demand hope prevention request promise possibility likelihood prospect rumour
suspicion allegation accusation charge
""".split()
)
"""Nouns whose "of" or "on" turns what follows into something that is not, not yet or not for certain."""

OF = frozenset("of on to for against over from".split())

AMOUNTS = {
    word: group
    for group, words in {
        "some": "some several",
        "few": "few",
        "most": "most",
        "all": "all every each both",
        "half": "half",
        "nearly": "nearly almost",
        "only": "only solely merely",
    }.items()
    for word in words.split()
}
"""Words that say how much of something is meant."""

QUALIFIERS = (
    ("more", re.compile(r"(?:more\sthan|over|above|at\sleast|exceed(?:s|ed|ing)?|upwards?\sof|no\s(?:fewer|less)\sthan|north\sof)\s$", re.IGNORECASE)),
    ("less", re.compile(r"(?:(?:less|fewer|lower)\sthan|under|below|at\smost|up\sto|no\smore\sthan|short\sof)\s$", re.IGNORECASE)),
    ("nearly", re.compile(r"(?:nearly|almost|close\sto|just\sunder)\s$", re.IGNORECASE)),
    ("about", re.compile(r"(?:about|around|roughly|some|approximately|an\sestimated|circa)\s$", re.IGNORECASE)),
)  # fmt: skip
"""What stands before a number and says on which side of it the truth lies."""

RANGE_BEFORE = re.compile(r"(?:between\s[\d.,]+\s?\w*\sand|between|(?<!from\s)(?<![\d.,])\d[\d.,]*\s?(?:to|-|–))\s?$", re.IGNORECASE)  # fmt: skip
RANGE_BEHIND = re.compile(r"\s?(?:to|-|–)\s?\d")
"""What makes a number one end of a range."""

COMPANY = frozenset(
    """
up down over under above below before after against without between during until since against off out into towards
toward through beyond behind within despite amid outside inside more less fewer most least only even both either
higher lower first last next new old former earlier later
""".split()
)
"""Small words that turn a meaning: they have to stand by the words they stand by in the source."""

SAYING = frozenset(
    """
say tell add state note write reply respond tweet announce claim argue accuse warn insist deny suggest allege report believe
think declare assert explain stress describe call ask urge post comment concede admit acknowledge confirm reveal promise
pledge vow predict estimate expect complain criticise condemn praise demand according maintain contend quote recall testify joke boast
""".split()
)
"""Verbs that give words or a view to somebody."""

_NOUNS_TOO = frozenset(
    "state note claim report post comment call quote joke promise pledge vow estimate demand stress praise tweet boast reply".split()
)

QUOTING = frozenset(
    "say tell add state write reply tweet note explain argue warn insist claim ask announce report according".split()
)
"""Of these, the verbs that may follow what is said."""


_ENDINGS = {
    "": ("",),
    "s": ("",),
    "es": ("", "e"),
    "ies": ("y",),
    "ed": ("", "e"),
    "ied": ("y",),
    "ing": ("", "e"),
}


def is_form_of(plain: str, verbs: frozenset[str]) -> bool:
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
    noun = verb in _NOUNS_TOO and plain in {verb, verb + "s", re.sub("y$", "ies", verb)}
    return bool(verb) and not noun


NEUTRAL_SAYING = frozenset("say tell state add according".split())
"""Of these one may stand for another."""

OPPOSITES = tuple(
    tuple(frozenset(side.split()) for side in pair.split("|"))
    for pair in """
rise increase grow climb gain jump surge soar advance expand improve|fall decrease drop decline shrink plunge slump tumble sink ease worsen dip
raise boost lift strengthen|cut lower reduce slash weaken curb
high higher highest|low lower lowest
more most|less least fewer
large big great major huge|small little minor tiny
win victory victorious|lose defeat loss
support back favour endorse approve accept welcome praise|oppose reject refuse veto criticise condemn denounce dismiss
allow permit legalise authorise|ban forbid prohibit block outlaw bar
begin start launch open|end stop close finish halt suspend cancel
join enter arrive|leave quit exit depart
accept admit confirm acknowledge|deny refute reject
agree|disagree refuse
succeed success|fail failure
strong|weak
early earlier|late later
first|last
before|after
above over|below under
up|down
north northern|south southern
east eastern|west western
left|right
public|private
legal lawful|illegal unlawful
guilty convict sentence|innocent acquit clear
possible likely able|impossible unlikely unable
safe|dangerous unsafe
friend ally|enemy rival
buy import|sell export
hire appoint|fire dismiss sack
peace ceasefire truce|war
attack|defend
remember|forget
love|hate
old|new young
""".strip().splitlines()
)
"""Words that mean the opposite of each other; they name what went wrong, the rule itself is that words are cited."""
