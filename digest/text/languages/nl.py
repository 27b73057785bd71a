"""What is known of Dutch."""

from __future__ import annotations

from digest.text.languages.language import Language, NewsWords, PageWords, SentenceWords, groups, listed

LANGUAGE = Language(
    code="nl",
    name="Dutch",
    stopwords=listed("""
aan al alle alleen als alsof altijd andere ben bij binnen boven bent bijna daar daarna dan dat de deze die dit
doch doen door dus een eens echter eerst elk en er erg ge geen gewoon haar had hadden heb hebben heeft hem het
hier hij hoe hun iemand iets ik in is ja je jij jou kan kon kunnen maar me meer men met mij mijn moet moeten na
naar niet niets nog nu of om omdat onder ons onze ook op over pas reeds sinds te tegen toch toen tot tussen u
uit uw van vanaf veel voor want waren was wat we wel werd werden wie wil wij worden wordt zal ze zei zelf zich
zij zijn zo zoals zonder zou zouden
"""),
    months=groups("""
januari jan| februari feb| maart mrt| april apr| mei| juni jun| juli jul| augustus aug| september
sep sept| oktober okt| november nov| december dec
"""),
    weekdays=tuple("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split()),
    near_days={"vandaag": 0, "vanavond": 0, "gisteren": -1, "morgen": 1},
    denials=r"\b(?:niet|nooit|niemand|niets|geen|noch|zonder|nergens)\b",
    sentences=SentenceWords(
        titles=listed("dhr mevr mr mw dr drs prof ir ing st ds gen kol"),
        inner=listed("""
bijv bv o.a d.w.z nl ca nr art blz incl excl m.n t.a.v i.v.m jl a.s m.b.t o.l.v t/m t.o.v z.g.n zgn
"""),
        either=listed("enz etc jan feb mrt apr jun jul aug sep sept okt nov dec"),
        numbered=listed("nr art blz ca"),
        lettered=listed("klasse groep"),
        starters=listed("""
de het een dit dat deze die hij zij ze we wij ik je zijn haar hun maar en of als toen na voor sinds in op bij
met van te wat wie er
"""),
        after_quotation=listed("zei vroeg vraagt riep zegt"),
    ),
    page=PageWords(
        elsewhere=r"(?:lees (?:ook|meer|verder)|meer over dit onderwerp)\b.*",
        action=r"advertentie|deel dit artikel.*|meld je aan voor\b.*|alle rechten voorbehouden.*",
        pictures="foto|beeld",
        by=r"door(?=\s+(?-i:[A-Z]))",
        byline="door",
        stamps="gepubliceerd|bijgewerkt|laatste update",
        plea=r"\babonneer\b|\bmeld je aan\b|\bvolg ons\b",
        notes="correctie|rectificatie",
        machine="kunstmatige intelligentie",
        summary="samenvatting",
        wall="alleen voor abonnees|exclusief voor abonnees|lees verder met een abonnement",
        consent="privacyverklaring|privacybeleid|persoonsgegevens",
        error="pagina niet gevonden",
        parts={"gallery": "foto-?series?", "opinion": "opinies? columnisten"},
        labels={"gallery": "in.beeld", "opinion": "opinie commentaar"},
        author_classes="auteurs?",
        author_paths="auteurs?",
        roles="redactie|verslaggever",
        written="geschreven",
        articles="het",
    ),
    news=NewsWords(
        politics_labels=listed("politiek"),
        other_labels=listed("sport voetbal"),
    ),
)
