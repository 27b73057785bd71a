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


FUNCTION_WORDS = frozenset(
    """
a an the this that these those such same own other another each every either both
i me my mine we us our ours you your yours he him his she her hers it its they them their theirs himself
herself itself themselves who whom whose which what when where why how
of in on at by for with from to into onto over under after before during between among through across against
about around near within without upon towards toward since until till amid despite via per as than like
and or but nor so yet if because while although though whereas also too then there here
be do have get been being has had is are was were am does did done having
will would shall may might can could should must
up down out off back again away
more most less least much many few some any all one ones
s t re ve ll d m
according say tell add state note
now still just only even very well
""".split()
)
"""Words that carry no content of their own: a point may add or drop them, unless another check objects."""

NEGATIONS = frozenset(
    "not no never none nobody nothing neither nor nowhere without cannot n't hardly scarcely barely".split()
)
NEGATIVE_STEMS_OF = frozenset(
    "deny refuse reject fail lack absent unable stop cease avoid prevent halt decline".split()
)
CERTAIN_MODALS = frozenset("will shall must".split())
HEDGES = frozenset(
    """
may might could can would should possibly perhaps maybe probably likely reportedly allegedly alleged apparently
purported purportedly supposedly potentially potential possible appear seem suspected unconfirmed expected
believed thought rumoured claimed presumably almost nearly about around approximately roughly
""".split()
)
SAYING = frozenset(
    """
say tell state add note announce claim argue accuse warn insist deny suggest allege report believe think
declare assert explain stress describe call ask urge write tweet post comment concede admit acknowledge confirm
reveal promise pledge vow predict estimate expect complain criticise condemn praise demand reject reply respond
according maintain contend
""".split()
)
"""Verbs that give words or a view to somebody."""

NEUTRAL_SAYING = frozenset("say tell state add note according".split())
"""Of these one may stand for another."""
