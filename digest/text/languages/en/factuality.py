"""English words that decide whether what they govern is so.

After published work: implicative verbs (Karttunen, "Implicative verbs", 1971; "Simple and phrasal implicatives", 2012),
factive ones (Kiparsky and Kiparsky, "Fact", 1970), the polarity signatures of Nairn, Condoravdi and Karttunen ("Computing
relative polarity for textual inference", 2006), source-introducing and event-selecting predicates of FactBank (Saurí and
Pustejovsky, 2009), privative and other non-subsective adjectives (Kamp, 1975; Partee, 2010). Lemmas throughout.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


IMPLIES = _words(
    "manage succeed begin start continue keep stop help make let cause force lead happen prove turn get remember bother "
    "dare proceed go come finish end vote agree-not see watch catch find show reveal know realise realize discover notice "
    "learn admit acknowledge confess regret recall forget-that celebrate mark cap trigger spark prompt"
) - _words("agree-not forget-that")
"""Two-way and one-way implicatives and factives that leave their complement true (signature +), "vote" by usage of news."""
SAYS = _words(
    "say tell add announce argue assert claim comment conclude confirm contend declare disclose estimate explain "
    "imply indicate insist maintain mention note observe pledge predict proclaim promise quote remark repeat reply report "
    "respond reveal show signal speculate state suggest testify think believe warn write hint expect fear hope recount "
    "project forecast calculate describe call put say-so feel assume suspect consider deem acknowledge admit vow swear "
    "stress emphasise emphasize underline complain joke tweet post read rule find hold"
)
"""Source-introducing predicates: what they govern is somebody's word."""
DENIES = _words("deny reject dispute refute contradict dismiss rebut disavow doubt pretend debunk retract")
"""What they govern is denied, or false."""
ACCUSES = _words(
    "accuse allege blame charge indict suspect sue fault arraign prosecute accusation allegation charge suspicion claim "
    "indictment lawsuit complaint"
)
"""What they govern is laid to somebody's charge."""
AVOIDS = _words(
    "fail refuse decline avoid refrain neglect forget omit prevent block stop-from ban bar prohibit forbid stop halt "
    "dissuade deter abandon cancel drop scrap veto acquit clear exonerate failure refusal dismiss"
)
"""Implicatives with a negative signature: what they govern did not happen."""
PLANS = _words(
    "plan want intend hope wish seek aim try attempt propose prepare offer threaten promise pledge vow agree decide "
    "consider ask urge demand call request order tell require recommend suggest encourage advise warn invite "
    "authorise authorize allow permit enable let expect need hesitate ready set due bound likely able unable willing "
    "reluctant eager plan intention hope wish effort attempt bid proposal offer threat promise pledge vow agreement "
    "decision call request order demand requirement recommendation chance opportunity right power permission ability "
    "deal pact way mandate push drive campaign prepare struggle fight scramble tend appear seem inclined poised"
)
"""What they govern is wanted, planned, asked or possible (signature o)."""
DOUBTFUL_NOUNS = _words(
    "myth hoax rumour rumor lie falsehood fiction misconception fantasy fear possibility prospect risk danger threat "
    "likelihood idea notion theory suggestion speculation doubt question belief dream illusion pretence pretense legend novel film movie play series"
)
"""Nouns whose content is not claimed to be so."""

NEGATIONS = _words(
    "not n't never no none nobody nothing neither nor nowhere hardly barely scarcely without cannot nt"
)
CONDITIONS = _words("if unless once until till provided providing whether lest assuming supposing otherwise")
"""Marks of clauses that leave the main clause open."""
FUTURE_CONDITIONS = _words("when after before")
"""Marks that are conditions where the main clause lies ahead."""
WILL = _words("will shall 'll wo")
MODALS = _words("will would shall should may might can could must ought 'll 'd wo ca need")
EXCEPTIONS = _words(
    "except excluding without but besides than barring unless minus until till under per pending versus despite-of like unlike for-lack"
)
"""Prepositions whose phrase restricts or turns what it hangs on."""
VIEWS = _words(
    "according view opinion eyes words account theory principle event case condition absence lieu place instead"
)
"""Words of phrases that say whose word it is, or on what it depends."""

PRIVATIVE = _words(
    "former ex acting would-be alleged suspected attempted so-called fake false bogus mock sham pseudo potential possible "
    "probable likely proposed planned prospective future putative supposed purported reputed ostensible apparent hypothetical "
    "imaginary fictional fictitious failed aborted draft interim provisional vice deputy prime shadow assistant counterfeit "
    "artificial nominal self-styled self-proclaimed erstwhile late then-president partial incoming outgoing designate elect "
    "anti pro non never-ending hoax dummy toy replica model expected intended threatened feared rumoured rumored claimed "
    "minority near quasi semi sub counter opposition unofficial informal preliminary tentative conditional only sole lone "
    "average median mean minimum maximum net gross"
) - _words("despite-of then-president never-ending")
"""Adjectives and nouns before a noun without which the noun says something else."""
PREFIXES = (
    "non",
    "anti",
    "ex",
    "pre",
    "de",
    "un",
    "counter",
    "pseudo",
    "quasi",
    "semi",
    "half",
    "near",
    "would",
)
"""Parts before a hyphen that turn what stands behind."""
QUANTIFIERS = _words(
    "all every each both no any some few most many several half more less fewer least enough much either neither only "
    "another other next last first second third same entire whole none numerous various dozens hundreds thousands"
)
"""Words on a noun that say how much of it: kept as they are."""
FIRM = _words("all every each any no none few most only both neither never everyone everything whoever")
"""Quantifiers under which a restriction may not go (not upward monotone)."""
SCOPE = _words(
    "almost nearly barely hardly scarcely only just about around approximately roughly some over under up formerly allegedly "
    "reportedly possibly perhaps maybe probably likely presumably apparently supposedly purportedly ostensibly mostly "
    "mainly largely partly partially in-part virtually practically falsely wrongly mistakenly never not n't too enough so as "
    "more less most least else otherwise instead rather even far further unlikely yet theoretically potentially "
    "hypothetically conditionally tentatively unsuccessfully technically effectively essentially how why where when off out "
    "up down away back on in over through together apart aside ago earlier later before after at less-than again no longer "
    "fewer conceivably seemingly evidently arguably jointly respectively each exactly precisely better best worse worst unanimously well ill once twice"
)
"""Adverbs that turn, weaken or measure what they stand with: kept as they are."""
PARTITIVES = _words(
    "half part one portion share section piece majority minority number group handful fraction percent % cent quarter third "
    "most some many few none all each any total rest remainder bulk dozens hundreds thousands millions lot series range "
    "member lack million billion trillion thousand hundred dozen risk threat fear rumour rumor myth attempt plan chance kind "
    "sort type end amount rate level"
)
"""Nouns that say of what stands behind "of" how much or what of it."""
TOGETHER = _words(
    "meet marry agree clash collide combine unite merge split divorce total number outnumber differ tie share surround "
    "gather collaborate cooperate negotiate discuss debate sign compete average cost add consist comprise"
)
"""Predicates that may hold of several together and of none alone (collective ones)."""
INDEFINITE_SAYERS = frozenset({"according"})
TITLES = _words(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir president prime minister chancellor premier senator sen sen. "
    "representative rep rep. congressman congresswoman governor gov gov. mayor secretary king queen prince princess pope "
    "general gen gen. judge justice ambassador speaker leader chairman chairwoman chair director sheriff u.s. us majority attorney"
)
"""Words before a name that say what somebody is."""
NEED_PHRASE = _words(
    "clear acquit deprive consist accuse depend refrain rely range recover retreat withdraw exclude bar ban exempt free rid lead lose "
    "keep put hold leave remain stay be come go turn bring set place"
)
"""Verbs that say something else without the phrase they govern."""
SPELT = {
    "%": "percent", "sen": "senator", "rep": "representative", "gov": "governor", "us": "u.s", "u.s": "u.s", "gen": "general",
    "united kingdom": "uk", "u.k": "uk", "bn": "billion", "congressman": "representative", "congresswoman": "representative",
}  # fmt: skip
"""Words and what they are also written as; a full stop at the end is gone."""
PLACES = _words(
    "city town village state province region island county district capital port suburb municipality republic country"
)
"""Nouns that with "of" only say what the named place is."""
LINKS = _words("of the for and de da do di du del van von der den la le el al")
CAPITALS = dict(
    pair.split()
    for pair in (
        "kyiv ukraine|kiev ukraine|moscow russia|kremlin russia|beijing china|washington u.s|pyongyang korea|seoul korea|"
        "tokyo japan|london britain|berlin germany|paris france|rome italy|madrid spain|ankara turkey|tehran iran|"
        "jerusalem israel|cairo egypt|riyadh saudi|brussels eu|warsaw poland|budapest hungary|vienna austria|"
        "delhi india|islamabad pakistan|kabul afghanistan|baghdad iraq|damascus syria|canberra australia|ottawa canada"
    ).split("|")
)
"""Capitals that stand for their governments."""
ALIASES = {
    "gop": "republican republicans", "republican": "gop r", "republicans": "gop r", "republican party": "gop", "democrat": "d democratic democrats",
    "democratic": "d democrat democrats", "united states": "us u.s america american", "us": "united american america", "american": "us united", "america": "us united",
    "justice department": "doj", "department of justice": "doj", "united nations": "un", "european union": "eu", "eu": "european",
    "united kingdom": "uk britain british", "uk": "britain british united", "britain": "uk", "european commission": "brussels", "brussels": "european eu",
    "doj": "justice",
}  # fmt: skip
"""Names and words of others for the same."""
CONTENTIOUS = _words(
    "claim allege insist argue contend fear hint imply suggest believe think assert accuse estimate speculate"
)
"""Verbs of saying after which nobody takes the thing for settled."""
GROUPS = {
    word: group
    for group, forms in {
        "all": "all every each whole entire both everyone everybody any",
        "most": "most mostly majority largely mainly",
        "only": "only sole lone alone solely just exclusively",
        "no": "no none nobody nothing never not n't neither nor without refuse decline deny reject fail lack cannot unable",
    }.items()
    for word in forms.split()
}
"""Quantifiers that say the same of how many."""
SCHEDULED = _words("set due schedule expect plan")
"""Words for plans of which the present tense may speak: "the law takes effect in May"."""
SYMMETRIC = _words(
    "pass clear meet marry match join fight battle clash merge open close end begin change resemble equal face"
)
"""Verbs whose subject and object may change places and say the same."""
LIGHT = _words("be have do say tell add make take get give go come")
"""Verbs so common that one role in common makes no event."""
WEAK = _words("just any both alone")
"""Words of these groups that also mean something else."""
PEOPLE_ENDINGS = _words("n an ian ean ese i ish s ns ans ians ic")
"""What is put to the name of a place for its people or what belongs to it."""
OPPOSITES = (
    ("uphold confirm", "strike overturn quash annul"), ("impose introduce", "lift scrap abolish remove"),
    ("praise welcome", "criticise criticize condemn"), ("gain add", "lose shed"), ("join", "quit leave"),
    ("support back favour favor approve accept pass", "oppose reject veto"),
    ("rise increase grow climb gain jump surge", "fall decrease drop decline shrink plunge tumble sink"),
    ("raise boost", "cut lower reduce slash"), ("win", "lose"), ("begin start launch", "end stop suspend cancel"),
    ("convict", "acquit clear"), ("appoint hire", "dismiss fire sack"), ("confirm admit", "deny"),
)  # fmt: skip
"""Verbs of which one denies the other where who and what are the same."""
AGAINST = {
    one: frozenset(other.split())
    for left, right in OPPOSITES
    for side, other in ((left, right), (right, left))
    for one in side.split()
}
