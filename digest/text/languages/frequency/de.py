"""How usual the commonest stems of German are. Made by ``python -m docs.rates``."""

BANDS = (
    """
    """,
    """
    """,
    """
gross gut jahr mal mein mich mir neu
    """,
    """
alt arbeit beid bin dank dein deutsch deutschland dich einfach erst fall find frag frau geht halt heut kind klein
komm kommt lang lass leb letzt lieb macht mann mensch recht sagt seh spiel tag uns war weiss zeit zwei
    """,
    """
and art bekannt bekomm berlin besond bess best bild bist bitt davon de denk drei echt eig eigent end entscheid
erhalt europa fast folg freund fruh gab ganz gar geb geh gehort geld gemacht genau gerad gern geschicht ging glaub
grund hast haus hoh jemand jung kam kann klar kurz lag land lasst leid leut liegt link meist moglich monat nach nah
nam natur nehm nie oft paar person platz polit red richtig sag schnell schon schul seit sich sieht spat stadt stark
steh steht stell stund teil the tun uhr vielleicht wahl weg weit welt wenig wichtig wirklich wiss woch wollt word
wort zahl zuruck zusamm zweit
    """,
    """
abend ahnlich aktull all allgemein anfang angebot angst antwort arm artikel aug ausserd auto bad bald band bau bay
bedeut beginn beispiel beitrag bereich bericht besteht bestimmt besuch bezeichn biet bissch bleib bleibt blick
brauch braucht bring bringt buch burg bzw damal deutlich ding direkt dr dritt durf durft ebenfall egal eher einzeln
einzig elt endlich entsprech entwickl erfahr erfolg ergebnis erklar ernst erreicht erwart ess eu eur euro fahr
falsch famili fand fehl fest film folgend form frankfurt frei fuhr fuhrt funf gefahr gefund gegeb gegenub gemeinsam
genug gesagt geseh gesellschaft gesetz gewes gewinn geword gilt gleich gluck gott grosst grun grupp hamburg hand
hart haufig heiss heisst helf herr herz hilf hoch hoff hor i ide international internet is je jeweil kampf kauf kaum
kenn kirch klass konig kopf kost krieg lauf laut lehr leicht lern les lieg liess los mach madch mag manch mehr meint
million minut mitarbeit mitglied mitt moment morg munch musik musst mutt nachricht nacht ne niemand nutz oben of off
offent oh onlin ort osterreich partei passiert polizei preis pro probl problem prozent punkt raum regel regier reich
rein richtung roll rot rund sach schad schaff schau scheint scheiss schlecht schliesslich schlimm schreib schwarz
schweiz schwer selb setzt sieh sinn sofort sohn solch sorg sozial spass spd spielt sprach sprech staat stand start
statt stellt stimm stimmt strass stuck such system tat tatsach team thema tod toll tot trag treff trotzd tut
uberhaupt ubrig unternehm unterschied unterstutz us usa vat verbind verein verlor verschied versteh versuch versucht
verwend vier voll wahrschein wart wass weis welch werk wert wien will wirtschaft wunsch zeig zeigt ziel ziemlich
zukunft zunach
    """,
    """
absolut ach acht afd ahnung aktion aktiv allein alternativ amerikan amt angab angriff anlag anschliess anspruch
anteil april arzt auf aufgab aufgrund aufmerksam august ausbild ausdruck ausgab ausland auss aussag auswahl autor
bahn bank baum befind beginnt begleit begriff behaupt beispielsweis bekommt benutz benutzt beobacht berat bereit
berg beruf beschaftigt besitz besteh betracht betrieb betroff bett bevolker bevor beweg beweis bezieh bezug bildung
blau blieb bloss blut bod bos bracht breit brud ca cdu chanc chef china christian club cm co cool dacht dam darstell
dat derzeit desweg dezemb dick dien diskussion dollar dran drauf druck dumm durchaus ebenso ehe ehemal ehrlich ein
einheit einig einricht einsatz empfehl eng englisch entfernt enthalt entschied entstand entsteh entwed entwickelt
erd erfolgreich erfolgt erheb erinn erkenn erklart erneut eroffn erreich erstmal erwahnt erzahl erzahlt etc facebook
fahrt fahrzeug fallt fan farb fc februar fehlt fenst fernseh fertig firma fisch flach fluchtling folgt for ford
forder fordert foto fotos fragt frank frankreich franzos freiheit freitag freu freud freundin frisch fuhl fuhlt
funktion funktioniert fur fuss fussball gast gebaud gebiet gebor gebracht gedacht gedank gefall gefallt gefragt
gefuhl gefuhrt gehabt gehalt gehor geil gekomm geleg gemeind genannt genauso genomm georg geplant gerat gericht
gering gesamt geschaft geschloss geschrieb gesicht gespielt gesprach gest gestalt gestellt gesund gewahlt gewalt
gewiss glaubt gleichzeit glucklich gmbh gold googl grad grenz grundsatz gunstig haar habt halb halft hall hallo han
handel handelt hass heilig heraus herstell heutig hey hielt hilft hinaus hint hintergrund hinweis histor hol hort
hotel hund ihr information inhalt inn innerhalb insbesond insgesamt interess interessant interessiert inzwisch
irgendwi it itali jahrhundert jahrig januar japan jedenfall job johann john jugend juli juni kalt karl kart kennt
klingt km knapp kolleg koln kommentar komplett konnt kontakt korp kostenlos kraft krank kreis kritik kuch kultur
kund kunst kunstl la lach lad langsam lauft lebt ledig leg legt leipzig leist leistung leit licht lied lief lini
list liv losung luft lustig mai manchmal mannschaft mark markt martin marz mass massnahm max medi medizin meinung
meld meng mess met michal mindest mittel mittlerweil mocht modell modern montag mull na nahm namlich national nen
nenn nett new niemal nimmt nix no nochmal nord normal not notig notwend novemb nr numm obwohl offenbar offiziell
offn ok okay oktob on opf ordnung organisation ost paris partn pass passt patient per perfekt pet plan plotzlich
position positiv post praktisch prasident privat produkt programm projekt prozess quell rahm rat raus regelmass
region reicht reih reis rest richt ruf ruh ruhig russisch russland sah saison samstag satz schick schiff schlaf
schlag schloss schluss schritt schuld schutz schwach schwierig sech seid sein sekund selt septemb seri setz sex sieb
sieg situation sitz sogenannt somit somm sonntag sowas soweit sowohl speziell sport spricht spur st standig stein
stolz studi studium stuttgart sucht sup suss taglich tatig technik technisch teilnehm teilweis test text them thomas
tief tier tisch titel to tocht top tor total traum trotz tur tv typ uberall umgeb unabhang unbedingt universitat unt
unterstutzt untersuch unterweg ursprung veranstalt verantwort verbot verbreit verbund verdient verfahr verfug
vergang vergess vergleich verhalt verkauf verkauft verlass verletzt verli vermut veroffentlicht verstand vertrag
vertret video volk vollig vollstand vorbei vorbereit vorh vorhand vorn vorstell waff wag wahr wahrheit wald wand
warm wed wein weiterhin weltweit wenigst wesent west wett wieso wirkt wirst wissenschaft wobei wochen wohn wohnung
wund wurd wusst york zahlreich zahlt zb zehn zeitung zentral zeug zieh zieht zimm zog zud zug zumind zurst
zusammenhang zusatz zustand zuvor zweck
    """,
    """
abgeordnet abgeschloss abgeseh abhang abs abschluss abschnitt absicht abstand abteil adress ag ah akti al album
alexand alkohol alltag amazon amerika analys anbiet ander andererseit andert andreas anfrag angeb angefang angegeb
angehor angenehm angenomm angestellt anhalt anhang anlass anna anruf ans ansatz anschein anschluss anseh ansicht
anson antrag anwalt anwend anwes anzahl anzeig app arab arg argument arme arsch aspekt at aufbau aufgenomm auflag
auflos aufnahm auftrag auftret auftritt ausfuhr ausgezeichn ausnahm ausreich ausschliess ausseh ausserhalb ausserst
ausstell auswirk automat autos baby bahnhof ball bar basis baut bayer be beamt beantwort bearbeit beck bedarf beding
beend begann begegn begeistert begonn begrund behalt behandelt behandl behord bein bekam belast belegt beliebt
benotigt berechn beruhmt beschaft bescheid beschloss beschreib beschrieb besetzt besitzt bestand bestat bestatigt
bestell bestellt bestimm besucht beteiligt betrag betragt betreib betrug bewegt bewerb bewert bewohn bewusst bezahl
bezahlt bezirk bier billig bisher bislang blatt blod bonn boot bot botschaft brandenburg braun brem brief britisch
bruck buhn bund bundesliga bundesregier bundestag bunt burgermeist buro bus by cent charakt chines christ christlich
christoph city cod comput csu dach dahin daneb daniel dar dargestellt darunt dau dauert david davor ddr debatt deck
demnach demokrat demokrati denkt derart design desto detail di dicht dienstag dient diesmal digital divers dokument
don donnerstag doppelt dorf dortmund drauss dreh dreht dresd drin dringend drog dunkel dunkl durchgefuhrt
durchschnitt dusseldorf eben eck effekt eh ehr eigenschaft eigentum eindeut eindruck einfluss einfuhr eingesetzt
eingestellt einstell einwohn eis elektr element empfang empfind en energi engel england entdeck entdeckt entfern
entgeg entlang entschuld entspricht entsteht entwickel ereignis erford erfull erfullt ergeb ergibt erhielt erhoh
erhoht erinner erinnert erkannt erkenntnis erlaubt erleb erlebt ernsthaft erricht erschein erscheint erschi erwachs
erweitert erzielt et euer ewig ex expert extr extra fach fahig fair fakt faktor fang fass fdp feiern fein feind feld
fern festival fett feu fick fiel figur final finanziell fing firm flasch fleisch flieg flucht flug flughaf flugzeug
fluss forschung fort franz freiburg freie freien freiwill fremd freundlich freut fried friedrich froh fuhrung furcht
gam gang gart geandert gearbeit gebaut gebet gebild geblieb gebrauch gebraucht geburt geburtstag geeign gefahrd
gefang gefordert gegang gegend gegensatz gegenseit gegenteil gegenwart gegn gegrund geist gekauft geland gelang
gelass gelb gelegt gelernt geles gelt gemeinschaft gemeint general generation geniess genutzt gerecht german
geschaff geschafft gescheh geschenk geschickt geschlecht gesetzt gesproch gestorb gesucht getan getot getrennt
getroff gewann gewicht gewohn gewohnt gewonn gezeigt gezog gibt glas grab graf grau griechisch griff grossart
grundlag gruss guck ha handlung handy hang hangt hannov hatt hauptsach haushalt haut heftig heimat heinrich heinz
held hell herb herrn herum herzlich hess hierbei hiess himmel hingeg hinsicht hinzu hochschul hof hoffent hoffnung
holt holz homepag hos http hubsch hundert ii immerhin individull industri informiert insel institut instrument
intensiv interview irgendein irgendwann irgendwas irgendwo islam isral italien iv jack jag jahrlich jahrzehnt jan
jen josef journalist jud judisch jurg jurist kaffe kais kamera kanal kandidat kaputt karri kategori kathol katz kell
kg kilom kino klag klassisch klaus klick koch kohl komisch kommend kommission komplex konflikt konkr konn kontroll
konzept konzert krankenhaus krankheit kreuz kris kritisch kritisiert kulturell kumm kunftig kur landkreis landschaft
landwirtschaft last le leagu lebend leck leer leis leitung lernt liebt liefert liga lit literatur loch lock lokal
london lost low lug lust ma machtig mail main mainz mama manag mangel mannlich maria maschin massiv material mau
maximal me meer mehrfach mehrheit menschlich merk merkel method miet militar milliard min mind minist mio mission
miteinand mittl mittwoch mm mobil mod mog moglicherweis momentan moral mord motiv motor muh mund munst museum
musikal muslim my nachbarn nachfolg nachmittag nackt naja nas nation negativ nem nennt netz netzwerk neun news
niederland niedrig nimm nrw nurnberg nutzt nutzung ober oberst objekt offensicht ohr one operation ordent
organisiert original papi park parlament party passend passi paul paus pc pferd pflanz pfleg pflicht phas planung
plus pol polizist prasentiert praxis press prinzip produktion professor prufung ps publikum qualitat rad radio rand
rang rauch reaktion real realitat rechn rechnung rechtlich reg regional reif relativ religion religios renn republ
respekt restaurant rett rhein richard riesig ring risiko robert rock rom roman ruck rum runt sachs salzburg sammlung
samtlich sang sass saub schafft scharf schatz schauspiel schaut schein schien schlagt schliess schmerz schmidt
schneid schnitt schreibt schrieb schrift schuh schulz schwanz schwed schwest see seel selbstverstand send sendung
servic sexull show sicht sichtbar simon sing singl sinnvoll sitzt smartphon sobald sodass solang soldat soll sollt
song sonn sonstig sorgt sorry sowieso spani spanisch spannend spar spend spiegel spitz spring staatlich staffel
stamm stammt standard standort star starb station statist stattdess stattfind steck steckt steig steigt sterb stern
stet steu stiftung stil still stimmung stoff straf streck streit streng strom struktur student stuf sturm sud summ
symbol syri szen tanz tasch tausend telefon temperatur termin teur that theat theori thuring tim tipp tipps ton tour
tradition traditionell traf tragt train training trat trau traurig trend tret trifft trink tritt trock trug trump
trupp tu turkei turkisch twitt typisch ua uberleg ubernahm ubernehm ubernomm uberrasch uberrascht ubersetz ubertrag
uberzeug uberzeugt ublich ukrain umfass umgang umsetz umstand umwelt un unbekannt unfall ungefahr unglaub union
unmittelbar unmog unterhalt unterricht unterscheid up urlaub ursach urteil usw van variant verander verandert
verband verbrech verdacht verdammt verdi verfass verfolg verfolgt verfugbar vergeb verhaltnis verhandl verhind
verkehr verlag verlang verlangt verlauf verletz verlust vermeid vernunft verpasst verpflicht verrat verruckt
verschwind version verstandnis versteht verteid verteilt vertrau verurteilt verwalt verwandt verzicht videos viel
vielfalt viert vogel vollkomm voraussetz vorbild vorgang vorschlag vorsicht vorsitz vorteil vortrag wach wahnsinn
walt warst web webseit websit wechsel weh weiblich weich weihnacht weisst well weltkrieg wem wen wend werbung werd
werf wern weshalb westfal westlich wettbewerb widerstand wiederum wies wild wilhelm willkomm wind wint wirk wirkung
witz witzig wm woh wolf wolfgang wow wunderbar wunderschon wunscht wurttemberg you youtub zeich zeichn zeitpunkt
zeitschrift zentrum zerstor zerstort zufall zufried zugang zugleich zuhaus zulass zuletzt zunehm zurich
zusammenarbeit zuschau zustimm zweifel zweimal zwolf
    """,
    """
aach abenteu abgelehnt ablauf ablehn absatz abschliess abstimm account achtung adam afrika afrikan agypt air akademi
akt aktivitat akzepti albert allzu andr android anerkannt anerkenn anforder angebracht angegriff angekomm
angekundigt angel angela angeleg angelegt angemess angeseh angesicht angesproch anhand anleg anmeld ann annahm
annehm anpass anschau anschlag anstatt anstell anstreng anti appl arbeitgeb arbeitnehm arbeitslos arbeitsplatz
archiv arschloch as atmosphar attraktiv au aufenthalt auffall aufgebaut aufgestellt aufhor aufklar aufnehm aufreg
aufstell aufstieg aufwand augenblick augsburg ausbau auseinandersetz ausgebild ausgeh ausgeschloss ausgesproch
ausgestatt ausgewahlt ausschuss aussicht aussieht austausch australi auszeichn autobahn bach back basel bd beacht
beauftragt bedenk bedingt bedroh bedroht bedurfnis beeindruck befand befehl befurcht begrenzt begruss behandel
behindert beinah bekampf beleg beleid beleucht belgi belieb bemerkt bemuh ben berechtigt bern bernd berucksicht
beruh beschluss beschrankt beschreibt beschwerd besetz besorgt bestandteil beteil betont betreff betreu betrifft
beurteil bewahr bewahrt bezieht bezog bibliothek bielefeld big bischof black blas blind block blog blum bmw bock
bomb bord box branch brand brasili braunschweig brot brust buchstab bull bundesland bundesrepubl bundeswehr business
caf carl cd champion chat chemi chor community dahint dan dankbar daraufhin darmstadt darstellt dasselb datum
dauerhaft deal definiert definition definitiv derselb deut dialog diejen dienstleist dieselb diet direktor diskuti
diskutiert dm do dramat drittel droht drub druckt dunn durchfuhr dusch edition effektiv ei eier einerseit eingang
eingefuhrt eingeh eingelad eingericht einkauf einkomm einlad einnahm einsam einschliess einschrank einsetz einst
eintrag eintritt einzel el elektron elf em emotional endgult engagement engagiert enorm entlass entspannt enttauscht
entwurf erb erdogan erfasst erfind erganz erganzt erhob erkennt erkrank erlaub erlebnis erledigt ermittelt ermittl
ermog ermoglicht ermord ernahr ersetz ersetzt erstaun erstell erstellt ertrag erwahn erweiter erwischt erzeug
erzeugt erzieh europas ev evangel event eventull exemplar existiert experiment fahrrad fangt fehlend feier feiert
felix festgelegt festgestellt feststell feucht feuerwehr ff finanz finanzier finanziert flugel flussig format formel
forsch fortschritt fortsetz forum fotografi fr fraktion free fress freundschaft friedlich fritz frohlich from front
frucht fruhjahr fruhstuck fuhrend full funft funk funktioni gabriel galeri galt garantiert gas gebot gebuhr gedicht
gedruckt geduld gefangnis gefuhlt gegenstand gegess geheim geheimnis gehirn geholf geistig gelangt gelauf gelegent
geliebt gelingt geloscht gelost geltend gelung gemass gemein gemeld gemut gen generell genial genoss geoffn gepragt
gerhard gesammelt geschaftsfuhr geschieht geschlag geschmack geschutzt geschwind gesichert gespannt gesperrt gestart
getrag gewerkschaft gewinnt gewunscht gezahlt gezielt gezwung gib gipfel girl glatt global gluckwunsch go gotting
gratis graz greif greift griechenland grob grossbritanni grossteil grundleg grundstuck grundung gultig gymnasium haf
haft hal haltung hamm handl handwerk harry hauf hauptstadt he heft heidelberg heil heim heirat helmut herausforder
hergestellt herkunft hermann herrlich herrschaft herrscht hervor hervorrag herzog hi hierzu high hinein hinterh hitl
hm hochzeit hohl holl holland hom horst hrsg https humor hung hut ideal identitat idiot illegal immobili indi info
informi infos infrastruktur initiativ inklusiv innenstadt institution integration integriert interessi investition
irak iran irgendwelch irr island jahrelang jam jean jederzeit jeglich jemal jesus jetzig jo joachim junior kamm
kampagn kampft kannt kanzl kapitan kapitel karlsruh kass kassel kauft kehrt keinerlei kenntnis kerl kern kett kevin
kiel kindergart king klang klappt klassik kleid kleidung klima kling klinik klost klug koalition kombination
kommunikation kommunist kompliziert konferenz konigin konkurrenz konsequenz konservativ kontext konto kontrolliert
kooperation kopi korrekt kraftig krass kreativ kredit kriegt kriminell kron kugel kuhl kumpel kundig kunstler
kunstlich kuss kust lachel lacht landtag langfrist langjahr langweil las latein laufend lebensmittel led legend
leich leidenschaft letztlich level liberal liegend liest lif lipp lkw lob logisch lohn lohnt lol losch louis lov
luck ludwig madel magazin magdeburg management mannheim mari mario marketing markus mast mathemat matt matthias maus
may media medikament mehrmal meisterschaft meldung menschheit merkmal merkt metall mey milch mini ministerprasident
mischung mist mittag mitteil mittelalt mittelpunkt mond moskau motto mr mud munchn muss must mut nachdenk nachfrag
nachh nachhalt nachteil nachweis nahezu nannt nass nato nazi nazis ner nerv nied niederlag niedersachs niveau
nordlich normalerweis norweg null oberflach ohnehin okonom ol oliv olymp oma op open option or ord organ ortlich
otto out ovp pack padagog pak papa papst parallel parkplatz parti pdf peinlich personal perspektiv pfarr philipp
philosoph philosophi physik pilot planet platt plattform play polnisch pop portal potsdam premi preuss priest prinz
prob probi produziert prof professionell profil prot provinz pruf psychisch psycholog pur putin qualifiziert quasi
quatsch radikal rain rasch rassismus rathaus reagi reagiert rechtzeit reduziert reform regensburg regi reit relevant
rent report revolution rezept rheinland rief ries ritt romant romisch ros rout ruckkehr ruft russ sa sack sagst salz
sam sammel san sand sau sc schaf schalt schatt scheinbar schenk schicht schicksal schickt schiess schild schlacht
schlicht schliesst schlug schlussel schmal schmeckt schnee schonheit schrank schrecklich schriftlich schriftstell
schult schuss schweig schwein schwerpunkt schwimm schwul se sebastian selbststand seltsam seminar serv sexy shirt
shop signal silb sitzung social sof softwar soviel sozialist spannung spatest spontan sportlich sprich spruch ss
stabil stadion stadtisch stahl status stefan stehend steigend stellung stellvertret stev stieg stift stirbt stock
stopp stor stort storung story strand strategi stream street streich stress studiert studio stuhl sudlich sv tabell
tal talent tausch technologi tee teilnahm teilt terrorist teu teufel theoret therapi thes this ticket tirol tja
todlich tom tonn tourist tran transport treib treu trick turk turni ubel uber uberblick uberfall uberlass uberleb
uberlegt ubernimmt uberpruf ubersetzt ubersicht uberwach uberwieg ubung ulrich umfang umfangreich umfasst umfeld
umfrag umgeh umgekehrt umgesetzt ums umsatz umso unend ungarn ungewohn ungluck uni unnot unsich unsinn unterlag
untersucht updat user verabschied verand verarbeit verbess verbesser verbessert verbracht verbrauch verbring
vereinbar vereinigt verfugt vergleichbar verhaft verheirat verhindert verlangert verleg verliebt verliert verliess
vermiet vermiss vermisst vermittelt vermog vernicht veroffentlich verordn verschwund verseh versicher versichert
versorg versprech verstarkt versteckt verstorb verteil vertraut vertrieb verursacht vi via vielmehr viertel vollend
voraus vorgeh vorgeseh vorgestellt vorkomm vorlag vorlauf vorlieg vorschrift vorstand vorwurf vs vw wachs wachstum
wagn wahlkampf wahlt wahrnehm wandel wasch washington we wechselt weil weist weitgeh werkstatt wertvoll wes wid
widerspruch widm wiederhol wiederholt wiesbad wieviel william windows wirft wirksam wissenschaftl with wodurch wofur
wohin wohnt woll womit worauf world wozu wurzburg wurzel zahn zdf zeitraum zell zitat zitiert zoll zon zuck zufolg
zumal
    """,
)
