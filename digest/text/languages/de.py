"""What is known of German."""

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
    code="de",
    name="German",
    stopwords=listed("""
ab aber alle allein allem allen aller allerdings alles als also am an andere anderem anderen anderer anderes
auch auf aus ausser bei beim bereits bis bisher da dabei dadurch dafur dagegen daher damit danach dann daran
darauf daraus darf darin daruber darum das dass dazu dein dem den denen denn dennoch der deren des deshalb
dessen die dies diese diesem diesen dieser dieses dir doch dort du durch eben ein eine einem einen einer eines
einige einigen einmal er erst es etwa etwas euch fur ganz gegen gibt gleich hab habe haben hat hatte hatten her
hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder
jedes jedoch jene jetzt kann kein keine keinem keinen keiner konnen konnte konnten machen man mehr mein mit
mochte muss mussen musste nach nachdem neben nein nicht nichts noch nun nur ob oder ohne schon sehr sei seien
sein seine seinem seinen seiner seit seitdem selbst sich sie sind so sogar solche soll sollen sollte sollten
sondern sonst sowie uber um und uns unser unter viel viele vielen vom von vor wahrend wann war waren warum was
wegen weil weiter weitere welche welcher wenig wenn wer werde werden wie wieder will wir wird wo wohl wollen
wurde wurden zu zum zur zwar zwischen
"""),
    months=groups("""
januar jan jänner| februar feb| märz maerz mär| april apr| mai| juni jun| juli jul| august aug|
september sep sept| oktober okt| november nov| dezember dez
"""),
    weekdays=tuple("montag dienstag mittwoch donnerstag freitag samstag sonntag".split()),
    near_days={"heute": 0, "gestern": -1, "morgen": 1},
    denials=r"\b(?:nicht|nie|niemals|niemand|nichts|kein\w{0,2}|weder|ohne)\b",
    sentences=SentenceWords(
        titles=listed("dr prof hr fr st ing dipl mag jun sen hl frl kard bzgl sog"),
        inner=listed("""
rd bd z.b d.h u.a o.ä u.ä bzw ca nr vgl evtl ggf inkl exkl art abs mio mrd tsd str geb gest ehem insb i.d.r s.o
s.u v.a bspw zzgl abzgl max min tel u z d o i v
"""),
        either=listed("usw etc u.s jan feb febr mär apr jun jul aug sep sept okt nov dez v.chr n.chr jr sen"),
        numbered=listed("nr abs art ca"),
        lettered=listed("klasse gruppe"),
        starters=listed("""
der die das ein eine einer dem den des dieser diese dieses er sie es wir ihr ich man sein seine ihre aber und
oder doch wenn als nach vor seit weil obwohl während im in am an auf bei für mit von zu zum zur was wer wie wo
auch so da dabei damit danach dann dort hier nun
"""),
        after_quotation=listed("sagte sagt fragte fragt erklärte meinte schrieb rief betonte"),
        ordinal_point=True,
    ),
    page=PageWords(
        elsewhere=r"(?:lesen sie|mehr zum thema)\b.*",
        action="weiterlesen.*|anzeige",
        pictures="foto|bild",
        by="von",
        byline="von|autor(?:in)?:?",
        before_by="ein kommentar|eine analyse",
        joins_names="und",
        stamps="stand|veröffentlicht|aktualisiert",
        plea=r"\bspende\b|\babonnieren\b|\babo\b|\bfolgen sie\b",
        notes="korrektur",
        machine=r"\bK\.?I\b|künstlich\w*",
        summary="zusammenfass|kurzfass",
        wall="weiterlesen mit|jetzt abonnieren|nur für abonnenten",
        consent="einwilligung|datenschutz|werbung und tracking",
        error="seite (?:wurde )?nicht gefunden",
        parts={
            "gallery": "(?:photo|picture|foto|bilder|image)?-?galer[ií]en? fotostrecken? bilder fotos",
            "video": "mediathek",
            "round_up": "presseschau",
            "opinion": "meinung(?:en)? kommentare? leitartikel kolumnen?",
        },
        labels={
            "gallery": "in.bildern fotostrecke bilder",
            "round_up": "presseschau",
            "opinion": "kommentar meinung leitartikel gastbeitrag kolumne",
        },
        author_classes="autor(?:en)?",
        author_paths="autor(?:en)?|redaktion",
        roles="redaktion",
        written="verfasst|autor",
        articles="der|die|das",
    ),
    news=NewsWords(
        politics=listed("""
bundestag bundesrat bundesregierung regierung regierungschef kanzler kanzlerin minister ministerin ministerium
ministerprasident ministerprasidentin prasident prasidentin aussenminister innenminister finanzminister
verteidigungsminister verteidigungsministerium wahl landtagswahl bundestagswahl prasidentschaftswahl
prasidentenwahl kommunalwahl europawahl wahler wahlkampf stichwahl landtag parlament parlamentarisch abgeordnete
fraktion koalition opposition spitzenkandidat kandidat partei cdu csu spd fdp afd grune linke bsw gesetz
gesetzentwurf verfassung verfassungsgericht bundesverfassungsgericht grundgesetz politik politiker politikerin
politisch sanktion botschafter botschaft diplomat diplomatisch gipfel nato eu un vertrag krieg waffenruhe
waffenstillstand friedensgesprach militar truppe bodentruppe soldat bundeswehr armee rakete luftangriff
angriffskrieg terror terrorist asyl fluchtling migration migrant abschiebung grenze zoll zolle handelsstreit
haushalt steuer schuldenbremse rente burgergeld klimapolitik klimaschutz volksentscheid referendum rechtsextrem
linksextrem demonstration protest
"""),
        other=listed("""
fussball bundesliga trainer torwart sturmer mittelfeld weltmeisterschaft champions-league tennis handball formel
olympia medaille spieler meisterschaft schauspieler schauspielerin film kino hollywood sanger sangerin album
promi konzert mode rezept kochen horoskop lotto smartphone handy konsole videospiel aktie aktienkurs borse dax
bitcoin rakete-start astronaut unfall autounfall zusammenstoss flugzeugabsturz unwetter sturm hochwasser wetter
erdbeben mord messer-angriff einbruch raububerfall vermisst urlaub reise restaurant hund katze hochzeit diat
"""),
        politics_labels=listed("politik wahlen inland innenpolitik aussenpolitik"),
        other_labels=listed("sport fussball musik kultur mode reise wetter"),
    ),
    reporting=ReportingWords(
        openings=(
            "und|aber|oder|doch|denn|er|sie|es|dies|diese[rsmn]?|dabei|dadurch|dafür|dagegen|daher|dahinter|"
            "damit|danach|daneben|dann|daran|darauf|daraufhin|daraus|darin|darüber|darum|darunter|davon|davor|"
            "dazu|deshalb|deswegen|dennoch|trotzdem|jedoch|zudem|außerdem|ferner|allerdings|hingegen|dort|hier|"
            "hierzu|so|somit|sein[esrmn]{0,2}|ihr[esrmn]{0,2}|ihm|ihn|auch|zuvor|später|schließlich|inzwischen|"
            "unterdessen|derweil|gleichzeitig|ebenso|beide"
        ),
    ),
    omissions=OmissionWords(
        prepositions=listed("""
ab am an auf aus bei binnen bis durch fur im in ins infolge mit nach seit trotz uber um unter vor wahrend wegen
zu zum zur zwischen
"""),
        purposes=listed("um"),
        genitives=listed("von vom der des deren dessen"),
        articles=listed(
            "der die das den dem des diesen diesem dieser dieses diese ein eine einen einem einer eines"
        ),
        indefinite=listed("ein eine einen einem einer"),
        relatives=listed("der die das den dem deren dessen denen welche welcher welches welchen welchem wo"),
        adds=r"kurz|weil|da|nachdem|obwohl|als|bevor|ehe|was|wodurch|wobei|womit|darunter|einschließlich|zumal",
        joins=listed("und sowie aber doch jedoch sondern wahrend wohingegen dagegen"),
        pairs=listed("zwischen sowohl weder entweder beide beiden"),
        day_parts=listed("morgen morgens vormittag mittag nachmittag abend abends nacht fruh"),
        universals=listed("""
alle allen aller alles jede jeden jedem jeder jedes samtliche samtlichen meisten einzige einzigen einziger einziges
erste ersten erster erstes erstmals nur lediglich ausschliesslich
"""),
        holds=listed("""
falls wenn sofern soweit solange dass ob ausser ausgenommen statt anstatt abgesehen fall falle bedingung
voraussetzung kann konnen konnte konnten darf durfen durfte durften mag mochte mochten soll sollen sollte sollten
will wollen wollte wollten muss mussen musste mussten moglicherweise vielleicht angeblich mutmasslich
mutmassliche mutmasslichen wahrscheinlich wohl offenbar vermutlich voraussichtlich eventuell
rund etwa fast mindestens wenigstens hochstens maximal knapp nahezu circa ca ungefahr mehr weniger teilweise teils
nur lediglich kaum beinahe laut zufolge gemass angaben ansicht meinung einschatzung worten darstellung bericht
berichten auffassung sagte sagten sagt sagen erklarte erklarten erklart teilte berichtete berichteten
behauptete behaupteten hiess heisst so meinte betonte gerucht geruchte vorwurf plan plane versuch drohung verdacht
oder entweder wie ausnahme unrecht vorbehalt prinzip papier theorie vergeblich zustimmung scheitern bedarf verstoss erfolg scheinbar
"""),
    ),
    exchanges=Exchanges(
        words=tuple(
            """
null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn
achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig erste[nrsm]? zweite[nrsm]?
dritte[nrsm]? vierte[nrsm]? fünfte[nrsm]? sechste[nrsm]? siebte[nrsm]? achte[nrsm]? neunte[nrsm]? zehnte[nrsm]?
Januar Februar März April Mai Juni Juli August September Oktober November Dezember Montags? Dienstags?
Mittwochs? Donnerstags? Freitags? (?:Samstag|Sonnabend)s? Sonntags? heute gestern (?-i:morgen)
(?:Hälfte|halbe[nrs]?)
""".split()
        ),
        phrases={
            "Prozentpunkten?": "percentage points",
            "Prozent": "percent",
            r"(?:Millionen|Million|Mio\.?)": "million",
            r"(?:Milliarden|Milliarde|Mrd\.?)": "billion",
            "Billion(?:en)?": "trillion",
            "tausend": "thousand",
            "hundert": "hundred",
            "Dollar": "dollars",
            "Pfund": "pounds",
            "Rubel": "roubles",
            "Dutzend": "dozen",
            "(?:letzte|vorige|vergangene)[nrs]? Woche": "last week",
            "(?:nächste|kommende)[nrs]? Woche": "next week",
            "(?:letzte|voriges|vergangene)[nrs]? Jahr": "last year",
            "(?:nächste|kommende)[nrs]? Jahr": "next year",
            "UNO": "UN",
            "Vereinte[nr]? Nationen": "United Nations",
            "Europäische[nr]? Union": "European Union",
        },
    ),
)
