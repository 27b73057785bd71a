"""What is known of Italian."""

from __future__ import annotations

from digest.text.languages.language import Language, NewsWords, PageWords, SentenceWords, groups, listed

LANGUAGE = Language(
    code="it",
    name="Italian",
    stopwords=listed("""
a ad agli ai al alcuni all alla alle allo altri altro anche ancora avere aveva bensi c che chi ci coi col come
con contro cosi cui da dagli dai dal dalla dalle dallo degli dei del dell della delle dello di dopo dove due e
ed era erano essere fa fino fra gia gli ha hanno ho i il in io l la le lei li lo loro lui ma me mentre mi molto
ne negli nei nel nella nelle nello no noi non nostro o ogni oltre per perche pero piu poi prima proprio quale
quando quanto quella quelle quelli quello questa queste questi questo qui se sempre senza si sia sono sta stata
stati stato su sua sue sui sul sulla sulle suo suoi tra tutti tutto un una uno verso vi
"""),
    months=groups("""
gennaio gen| febbraio feb| marzo mar| aprile apr| maggio mag| giugno giu| luglio lug| agosto ago|
settembre set| ottobre ott| novembre nov| dicembre dic
"""),
    weekdays=tuple("lunedì martedì mercoledì giovedì venerdì sabato domenica".split()),
    near_days={"oggi": 0, "ieri": -1, "domani": 1},
    denials=r"\b(?:non|mai|nessun[oa]?|niente|nulla|senza|neppure|nemmeno)\b",
    sentences=SentenceWords(
        titles=listed(
            "sig sigg sig.ra sig.na dott dott.ssa prof prof.ssa avv ing arch on l'on dell'on all'on sen gen col mons s"
        ),
        inner=listed("art artt pag pagg cfr vol ca n nn es v ad.es c.d co"),
        either=listed("ecc etc gen feb mar apr mag giu lug ago set ott nov dic"),
        numbered=listed("art artt pag pagg n nn ca"),
        lettered=listed("gruppo"),
        starters=listed("""
il lo la i gli le un una questo questa egli lui lei loro si suo sua ma e o se quando dopo in a al da di del per
con che
"""),
        after_quotation=listed("ha disse chiese chiede ribatte"),
    ),
    page=PageWords(
        elsewhere=r"leggi (?:anche|di più)\b.*",
        action=r"pubblicità|condividi(?: su\b.*)?|riproduzione riservata.*|iscriviti alla newsletter.*",
        pictures="foto|immagine",
        by="di",
        byline="di|da",
        joins_names="e",
        stamps="pubblicato|ultimo aggiornamento",
        plea=r"\babbonati (?:a|ora|subito)\b|\biscriviti\b",
        notes="rettifica|errata corrige",
        machine=r"\bI\.?A\b|intelligenza artificiale",
        summary="riassunt",
        wall="riservato agli abbonati",
        consent="informativa sulla privacy|trattamento dei dati",
        error="pagina non trovata",
        parts={
            "live_blog": "diretta",
            "gallery": "foto-?galleri[ae]",
            "round_up": "rassegna-stampa",
            "opinion": "commenti editoriali opinioni",
        },
        labels={
            "live_blog": "in.diretta",
            "round_up": "rassegna.stampa",
            "opinion": "opinione editoriale commento",
        },
        author_classes="autore",
        author_paths="autor[ei]",
        roles="redazione",
        written="scritto",
        articles="il",
    ),
    news=NewsWords(
        politics_labels=listed("politica"),
        other_labels=listed("sport calcio"),
    ),
)
