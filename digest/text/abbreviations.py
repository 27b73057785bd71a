"""Words that end in a full stop without ending a sentence, by what may follow them."""

from __future__ import annotations

TITLES = frozenset(
    """
    mr mrs ms mx dr prof sen sens rep reps gov govs gen col lt sgt capt maj adm cmdr cpl pvt rev hon st ste mt ft pres
    supt det insp messrs mme mmes mlle ald amb atty asst assoc dep dir sec treas secy brig fr sr sra srta hr fra dña
    hrn frau dipl ing abg min art v vs
    """.split()
)
"""Always go with what comes after them: a name, or the other side of a case."""

NUMBERED = frozenset(
    """
    no nos nr núm num n° art arts § sec secs fig figs vol vols p pp ch chap para paras cl pt pts approx ca c cf bd abs s
    jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ziff tel al av éd
    """.split()
)
"""Go with a number that comes after them; before a word they may end a sentence."""

OPEN = frozenset(
    """
    inc corp ltd co cos bros plc jr sr etc al ie eg est dept govt assn univ ave blvd rd hwy ph.d m.d b.a m.a d.c a.m p.m
    bzw usw ggf evtl inkl exkl vgl sog z.b u.a d.h i.e e.g p.ex c.-à-d ee.uu ss.mm
    """.split()
)
"""May stand inside a sentence or at its end; only a word that begins sentences shows that a new one begins."""

STARTERS = frozenset(
    """
    a an the this that these those he she it they we i you his her its their our my in on at by for from with after
    before when while where as if but and or so yet nor because since although though however meanwhile also still then
    there here what who why how which both all some many most few no not now one two last next more earlier later
    according another other each every during under over despite officials police lawmakers
    der die das den dem des ein eine einen einer er sie es wir ihr ich in im am an auf bei mit nach von vor zu für aus
    doch aber und oder denn wenn als nun auch noch so da dort hier damit danach dabei
    le la les un une des il elle ils elles nous vous je ce cette ces en dans sur pour par avec mais et ou donc or selon
    après avant depuis lors
    el los las una unos unas él ella ellos ellas esto esta este según tras pero y o sin con por para desde cuando
    """.split()
)
"""Words that often begin a sentence and, in capitals, rarely continue a name."""

SAYING = frozenset(
    """
    said says told tells asked asks wrote writes added adds tweeted posted replied answered shouted insisted
    argued argues warned warns declared declares announced explained noted concluded continued recalled
    sagte sagt erklärte erklärt fragte schrieb betonte warnte dit déclaré affirme affirmé ajoute dijo afirmó declaró
    preguntó añadió
    """.split()
)
"""Verbs with which a speaker is named behind a quotation."""
