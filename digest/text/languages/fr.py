"""What is known of French."""

from __future__ import annotations

from digest.text.languages.language import (
    Exchanges,
    Language,
    NewsWords,
    OmissionWords,
    PageWords,
    ReportingWords,
    SentenceWords,
    groups,
    listed,
)

LANGUAGE = Language(
    code="fr",
    name="French",
    stopwords=listed("""
a afin ai ainsi alors apres as au aucun aucune aujourd auquel aussi autre autres aux avait avaient avant avec
avoir ayant bien c ca car ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme
comment contre d dans de deja depuis des dessous dessus deux devant doit donc dont du elle elles en encore entre
est et etaient etait ete etre eu eux fait faire faut font hors hui il ils j jusqu je l la laquelle le lequel les
lesquels leur leurs lors lorsque lui m ma mais malgre me meme memes mes moi moins mon n ne ni non nos notre nous
on ont or ou par parce parfois parmi pas pendant peu peut plus plusieurs plutot pour pourquoi pourtant presque
puis puisque qu quand que quel quelle quelles quelque quelques quels qui quoi s sa sans sauf se selon sera
seront ses si sien soit son sont sous souvent sur t ta tandis tant te tel telle tels ton toujours tous tout
toute toutes tres tu un une vers voici voila vos votre vous y
"""),
    months=groups("""
janvier janv| février fevrier févr| mars| avril avr| mai| juin| juillet juil| août aout| septembre
sept| octobre oct| novembre nov| décembre decembre déc
"""),
    weekdays=tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split()),
    near_days={"aujourd'hui": 0, "hier": -1, "demain": 1},
    denials=r"\b(?:pas|jamais|aucune?|rien|personne|ni|sans|plus aucune?)\b|\bn'",
    sentences=SentenceWords(
        titles=listed("m mm mme mlle dr pr me mgr st ste"),
        inner=listed("cf env av apr art p pp vol éd n no boul chap"),
        either=listed("etc janv févr avr juil sept oct nov déc"),
        numbered=listed("n art p pp"),
        lettered=listed("groupe"),
        starters=listed("""
le la les l un une des ce cet cette ces il elle ils elles on nous vous je son sa ses leur mais et ou donc si
quand après avant depuis parce en dans à au aux par pour avec de du que qui
"""),
        after_quotation=listed("dit demande déclaré lance"),
    ),
    page=PageWords(
        elsewhere=r"(?:lire aussi|à lire aussi)\b.*",
        by="par",
        byline="par",
        joins_names="et",
        stamps="publié",
        plea=r"\babonnez-vous\b",
        notes="correctif",
        machine=r"\bI\.?A\b",
        summary="résumé",
        wall="réservé aux abonnés",
        consent="consentement",
        error="page (?:introuvable|non trouvée)",
        parts={
            "live_blog": "en-direct direct",
            "gallery": "diaporamas? photos",
            "round_up": "revue-de-presse",
            "opinion": "tribunes? chroniques? [eé]ditos? [eé]ditoriaux d[eé]bats?",
        },
        labels={
            "live_blog": "en.direct",
            "gallery": "en.images",
            "round_up": "revue.de.presse",
            "opinion": "éditorial édito tribune chronique",
        },
        author_classes="auteurs?",
        author_paths="auteurs?",
        written="auteur|écrit",
        articles="le|la",
    ),
    news=NewsWords(
        politics=listed("""
parlement parlementaire assemblee depute deputee senat senateur gouvernement gouvernemental ministre ministere
premier-ministre president presidente presidentiel presidentielle presidence elysee matignon maire election
electoral electeur scrutin vote voter referendum candidat candidate campagne-electorale parti majorite
opposition coalition motion-censure dissolution loi projet-loi constitution constitutionnel politique politicien
diplomate diplomatie diplomatique ambassadeur ambassade sanction traite sommet otan ue onu guerre cessez-le-feu
treve paix militaire armee troupe soldat missile frappe defense terrorisme terroriste attentat immigration
migrant asile refugie expulsion frontiere budget impot deficit dette retraite droit-douane tribunal-penal
droit-homme manifestation manifestant extreme-droite extreme-gauche gauche droite socialiste communiste
populiste climat
"""),
        other=listed("""
football footballeur rugby tennis ligue-1 ligue-champions coupe-monde entraineur attaquant gardien grand-prix
olympique medaille championnat joueur acteur actrice film cinema hollywood chanteur chanteuse album celebrite
concert mode recette cuisine horoscope loto smartphone telephone console jeu-video bourse action-cotee bitcoin
fusee astronaute accident crash collision tempete inondation meteo seisme meurtre assassinat cambriolage
fait-divers vacances restaurant chien chat mariage regime-alimentaire
"""),
        politics_labels=listed("politique"),
        other_labels=listed("sport football musique culture mode"),
    ),
    reporting=ReportingWords(
        openings=(
            "et|mais|ou|or|donc|car|il|elle|ils|elles|ce|cet|cette|ces|cela|ceci|c'est|celui-ci|celle-ci|son|sa|"
            "ses|leurs?|lui|ainsi|aussi|alors|ensuite|puis|enfin|toutefois|cependant|pourtant|néanmoins|en effet|"
            "en outre|de plus|par ailleurs|en revanche|au contraire|par conséquent|dès lors|ici|là"
        ),
    ),
    omissions=OmissionWords(
        prepositions=listed("""
a au aux en dans sur sous pour par avec apres avant devant aupres depuis pendant lors durant chez vers entre malgre afin face
grace
"""),
        purposes=listed("pour afin"),
        genitives=listed("de du des d"),
        articles=listed("le la les l un une des ce cet cette"),
        indefinite=listed("un une"),
        relatives=listed("dont lequel laquelle lesquels lesquelles"),
        adds=r"\w+ée?s?|tout|peu|qui|que|dont|où|ce|parce|puisque|bien|quoique|notamment|\w+ant",
        joins=listed("et mais tandis alors puis ainsi"),
        pairs=listed("entre deux ni"),
        day_parts=listed("matin midi soir soiree nuit"),
        universals=listed("""
tous toutes tout toute chaque aucun aucune nul nulle seul seule seuls seules premier premiere premiers premieres
plupart unique uniquement
"""),
        holds=listed("""
ne n si sauf excepte hormis que qu condition conditions cas sinon selon apres-lui suivant dit disent declare
declarent affirme affirment assure assurent estime estiment juge indique explique ajoute annonce accuse accusent dement
peut peuvent pourrait pourraient doit doivent devrait devraient veut veulent voudrait environ quelque quelques pres
presque moins plus jusqu peut-etre presume presumee presumes supposee suppose supposes probable probablement
vraisemblablement apparemment pretendu pretendue eventuel eventuelle seulement seul seule rumeur rumeurs projet
tentative menace soupcon soit ecarte exclut refuse comme exception tort erreur reserve principe papier theorie vain accord approbation croire dire yeux
"""),
    ),
    exchanges=Exchanges(
        words=tuple(
            """
zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit
dix-neuf vingt trente quarante cinquante soixante soixante-dix quatre-vingts? quatre-vingt-dix premi(?:er|ère)s?
deuxièmes? troisièmes? quatrièmes? cinquièmes? sixièmes? septièmes? huitièmes? neuvièmes? dixièmes? janvier
février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi
samedi dimanche aujourd['’]hui hier demain (?:moitié|demie?)
""".split()
        ),
        phrases={
            "points? de pourcentage": "percentage points",
            "pour cent": "percent",
            "millions?": "million",
            "milliards?": "billion",
            "mille": "thousand",
            "cents?": "hundred",
            "livres sterling": "pounds",
            "douzaine": "dozen",
            "la semaine dernière": "last week",
            "la semaine prochaine": "next week",
            "l['’]an(?:née)? derni(?:er|ère)": "last year",
            "l['’]an(?:née)? prochaine?": "next year",
            "ONU": "UN",
            "OTAN": "NATO",
            "UE": "EU",
            "Nations unies": "United Nations",
            "Union européenne": "European Union",
        },
    ),
)
