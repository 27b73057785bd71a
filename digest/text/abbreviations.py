"""Words that end in a full stop without ending a sentence, by language, and words that begin one."""

from __future__ import annotations

TITLES = {
    "en": "mr mrs ms mx messrs dr prof sen sens rep reps gov govs gen lt col sgt capt maj adm cmdr cpl pvt brig rev hon "
    "pres st ste mt ft supt det insp sec amb atty asst assoc dir mgr sr. fr msgr",
    "de": "dr prof hr fr st ing dipl mag jun sen hl frl kard bzgl sog",
    "fr": "m mm mme mlle dr pr me mgr st ste",
    "es": "sr sra srta sres dr dra d dña ing lic gral cnel mons sto sta fr",
    "it": "sig sigg dott prof avv ing on sen gen mons s",
    "nl": "dhr mevr mr mw dr drs prof ir ing st",
    "pt": "sr sra srs dr dra prof profa eng gen d",
    "da": "hr fr dr prof adv",
    "no": "hr fr dr prof adv",
    "sv": "hr fr dr prof",
    "pl": "dr prof inż mgr ks gen płk św",
    "ru": "г гг проф акад им св",
}
"""Always before a name."""

INNER = {
    "en": "vs v viz cf approx ca nos pp vol ed eds fig figs e.g i.e",
    "de": "rd bd z.b d.h u.a o.ä u.ä bzw ca nr vgl evtl ggf inkl exkl art abs mio mrd tsd str geb gest ehem insb i.d.r s.o s.u "
    "v.a bspw zzgl abzgl max min tel u z d o i v",
    "fr": "cf env av apr art p pp vol éd n no boul chap",
    "es": "art núm pág págs aprox av avda núms vol ed p.ej ee",
    "it": "art pag pagg cfr vol ca n es",
    "nl": "bijv bv o.a d.w.z nl ca nr art blz incl excl m.n t.a.v i.v.m jl a.s",
    "pt": "art pág núm aprox av vol ed p.ex cia",
    "da": "bl.a f.eks kl ca nr pr jf stk ifm ift mht",
    "no": "bl.a f.eks kl ca nr pr jf ifm mht",
    "sv": "bl.a t.ex kl ca nr dvs resp m.fl",
    "pl": "m.in np tzw ok godz ul al nr art ust im por",
    "ru": "т.е т.н ул д стр тыс млн млрд руб",
}
"""Never at the end of a sentence."""

EITHER = {
    "en": "inc corp ltd co bros jr sr etc al est dept univ gov u.s u.k u.n e.u d.c u.s.s.r a.m p.m ph.d b.a m.a m.d b.c a.d "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn "
    "tex va vt wash wis wyo n.c n.d n.h n.j n.m n.y r.i s.c s.d w.va",
    "de": "usw etc u.s jan feb febr mär apr jun jul aug sep sept okt nov dez v.chr n.chr jr sen",
    "fr": "etc janv févr avr juil sept oct nov déc",
    "es": "etc ee.uu uu ud uds ene feb mar abr jun jul ago sep sept oct nov dic",
    "it": "ecc etc gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "enz etc jan feb mrt apr jun jul aug sep sept okt nov dec",
    "pt": "etc lda ltda s.a jan fev mar abr mai jun jul ago set out nov dez",
}
"""At the end of a sentence only if the next word is one that begins sentences."""

NUMBERED = frozenset("no nos nr núm n art p pp pág págs pag blz fig figs vol ch sec abs jan feb mar apr jun jul aug sep sept oct nov dec ca approx".split())  # fmt: skip
"""Before a number, part of what the number counts."""

STARTERS = {
    "en": "the a an this that these those he she it they we you i his her its their our my there here but and or so yet if "
    "when while as after before since because although though however meanwhile in on at by for from to with what who "
    "why how where which some many most all no not one two both each",
    "de": "der die das ein eine einer dem den des dieser diese dieses er sie es wir ihr ich man sein seine ihre aber und oder "
    "doch wenn als nach vor seit weil obwohl während im in am an auf bei für mit von zu zum zur was wer wie wo auch so da "
    "dabei damit danach dann dort hier nun",
    "fr": "le la les l un une des ce cet cette ces il elle ils elles on nous vous je son sa ses leur mais et ou donc si quand "
    "après avant depuis parce en dans à au aux par pour avec de du que qui",
    "es": "el la los las un una unos este esta estos estas él ella ellos ellas se su sus pero y o si cuando tras desde en por "
    "para con de del al lo que quien según",
    "it": "il lo la i gli le un una questo questa egli lui lei loro si suo sua ma e o se quando dopo in a al da di del per con che",
    "nl": "de het een dit dat deze die hij zij ze het we wij ik je zijn haar hun maar en of als toen na voor sinds in op bij "
    "met van te wat wie er",
    "pt": "o a os as um uma este esta ele ela eles elas se seu sua mas e ou quando após desde em no na por para com de do da que",
}
"""Words that begin sentences far more often than they follow an abbreviation within one."""

LETTERED = frozenset(
    "plan vitamin vitamins hepatitis group class grade team type category option article section schedule exhibit phase "
    "generation klasse gruppe groupe clase grupo".split()
)
"""Before a single letter that is no initial: "plan B"."""

SAYING = frozenset(
    "said says say asked asks told tells added adds wrote writes replied argued insisted warned declared exclaimed shouted "
    "tweeted posted continued explained recalled concluded demanded wondered joked sagte sagt fragte fragt erklärte meinte "
    "schrieb rief betonte dit demande déclaré lance dijo pregunta afirmó añadió ha disse chiese zei vroeg".split()
)
"""Verbs after a quotation that has ended with a question or an exclamation of its own."""
