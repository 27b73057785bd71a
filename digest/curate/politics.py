"""Whether news is politics: from the section it is filed under and from its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from urllib.parse import urlsplit

from digest.curate.reports import Report
from digest.text.tokens import stem, words

_POLITICS_EN = """
parliament parliamentary congress congressional senate senator lawmaker legislator legislature legislation
legislative minister ministry ministerial president presidential presidency vice-president government governmental
governor mayor chancellor premier prime-minister cabinet white-house downing-street kremlin election electoral
electorate elect vote voter ballot referendum poll-station campaign-trail candidate candidacy nominee caucus inauguration
incumbent democrat democratic republican gop conservative-party labour-party tory coalition opposition-leader
opposition-party bipartisan partisan filibuster veto impeach impeachment politician political politics policy
policymaker statesman diplomat diplomatic diplomacy ambassador embassy envoy consulate foreign-affairs sanction
treaty geopolitical sovereignty annex annexation occupation nato european-union eu un united-nations security-council
european-commission brussels-summit g7 g20 summit bilateral ceasefire cease-fire truce peace-talk peace-deal war troop military army
airstrike missile nuclear-weapon warhead militant insurgent rebel coup junta dictator regime extremist terrorist
terrorism terror national-security homeland-security intelligence-agency surveillance spy espionage immigration
immigrant migrant asylum refugee deport deportation border-wall undocumented citizenship visa-ban supreme-court
constitution constitutional unconstitutional attorney-general justice-department ruling injunction federal-court federal-judge
war-crime tribunal icj icc human-right civil-right civil-liberty discrimination activist protest protester
demonstrator dissident tax taxpayer budget deficit austerity tariff trade-deal trade-war central-bank fiscal
public-spending debt-ceiling shutdown welfare pension medicare medicaid obamacare health-insurance minimum-wage union-leader
childcare-policy social-care public-housing climate-change climate-policy emission fossil-fuel abortion gun-control death-penalty
legalize legalise legalization decriminalize regulator-fine executive-order state-of-emergency national-emergency governance
left-wing right-wing far-right far-left populist nationalist socialist communist liberal-party conservative whip
spokesperson-for-the-ministry congressman congresswoman house-of-representatives capitol statehouse state-legislature
law federal administration reform subsidy peace peacekeeper brexit court judge lawsuit sue plaintiff prosecutor
dialogue inter-korean nuclear-test statehood public-policy bylaw bill-signing sworn-in swear-in
terror-attack resign resignation ethics-committee
councillor councilor city-council local-authority municipality mp mps lobbying lobbyist corruption-charge graft bribery settlement-funding
"""
_OTHER_EN = """
football footballer soccer basketball baseball cricket cricketer rugby tennis golf golfer hockey quarterback touchdown
midfielder striker goalkeeper defender goalless penalty-shootout premier-league champions-league europa-league league-cup fa-cup
world-cup grand-prix formula-one formula-1 pole-position nascar olympic-games olympic-champion medal championship tournament playoff
semi-final quarter-final coach manager-sacked transfer-window stadium fixture kick-off half-time innings wicket athlete
batsman bowler referee actor actress movie-star producer screenplay starring mogul hollywood movie film blockbuster box-office netflix celebrity singer album
pop-star rapper concert red-carpet oscar grammy emmy golden-globe reality-tv soap-star royal-baby fashion catwalk
makeup skincare horoscope zodiac recipe cooking restaurant chef lottery jackpot sleeping-bag camping backpack
technology tech silicon-valley engineer user device scholar academic campus
smartphone iphone ipad android laptop gadget headphone console playstation xbox nintendo video-game gamer app search-box
chatbot chip-maker processor startup venture-capital supercomputer software browser smartwatch takeover-bid acquisition
merger shareholder quarterly-earnings share-price analyst chief-executive market-news stock stock-market bitcoin crypto cryptocurrency investor hedge-fund ipo
rocket spacecraft spaceport satellite-launch astronaut asteroid telescope astronomer galaxy planet dinosaur fossil species
scientist-discover plane-crash train-crash car-crash bus-crash derail derailment collide collision capsize cruise-ship
charter-aircraft pilot-error wildfire earthquake tornado hurricane cyclone thunderstorm storm flood flooding heavy-rain weather
forecast heatwave avalanche murder murderer serial-killer stabbing stabbed homicide kidnap burglary robbery cannibal
basement dismember drowning drown poisoning methanol overdose manslaughter inmate backpacker hostel tourist holidaymaker
data-breach hacker credit-agency credit-score identity-theft crossword puzzle quiz dating wedding divorce diet workout
weight-loss yoga wellness parenting pet dog cat breakfast
"""
_POLITICS_DE = """
bundestag bundesrat bundesregierung regierung regierungschef kanzler kanzlerin minister ministerin ministerium
ministerprasident ministerprasidentin prasident prasidentin aussenminister innenminister finanzminister
verteidigungsminister verteidigungsministerium wahl landtagswahl bundestagswahl prasidentschaftswahl prasidentenwahl
kommunalwahl europawahl wahler wahlkampf stichwahl landtag parlament parlamentarisch abgeordnete fraktion koalition
opposition spitzenkandidat kandidat partei cdu csu spd fdp afd grune linke bsw gesetz gesetzentwurf verfassung
verfassungsgericht bundesverfassungsgericht grundgesetz politik politiker politikerin politisch sanktion botschafter
botschaft diplomat diplomatisch gipfel nato eu un vertrag krieg waffenruhe waffenstillstand friedensgesprach militar
truppe bodentruppe soldat bundeswehr armee rakete luftangriff angriffskrieg terror terrorist asyl fluchtling migration
migrant abschiebung grenze zoll zolle handelsstreit haushalt steuer schuldenbremse rente burgergeld klimapolitik
klimaschutz volksentscheid referendum rechtsextrem linksextrem demonstration protest
"""
_OTHER_DE = """
fussball bundesliga trainer torwart sturmer mittelfeld weltmeisterschaft champions-league tennis handball formel olympia
medaille spieler meisterschaft schauspieler schauspielerin film kino hollywood sanger sangerin album promi konzert mode
rezept kochen horoskop lotto smartphone handy konsole videospiel aktie aktienkurs borse dax bitcoin rakete-start astronaut
unfall autounfall zusammenstoss flugzeugabsturz unwetter sturm hochwasser wetter erdbeben mord messer-angriff einbruch
raububerfall vermisst urlaub reise restaurant hund katze hochzeit diat
"""
_POLITICS_FR = """
parlement parlementaire assemblee depute deputee senat senateur gouvernement gouvernemental ministre ministere
premier-ministre president presidente presidentiel presidentielle presidence elysee matignon maire election electoral
electeur scrutin vote voter referendum candidat candidate campagne-electorale parti majorite opposition coalition
motion-censure dissolution loi projet-loi constitution constitutionnel politique politicien diplomate diplomatie
diplomatique ambassadeur ambassade sanction traite sommet otan ue onu guerre cessez-le-feu treve paix militaire armee
troupe soldat missile frappe defense terrorisme terroriste attentat immigration migrant asile refugie expulsion frontiere
budget impot deficit dette retraite droit-douane tribunal-penal droit-homme manifestation manifestant extreme-droite
extreme-gauche gauche droite socialiste communiste populiste climat
"""
_OTHER_FR = """
football footballeur rugby tennis ligue-1 ligue-champions coupe-monde entraineur attaquant gardien grand-prix olympique
medaille championnat joueur acteur actrice film cinema hollywood chanteur chanteuse album celebrite concert mode recette
cuisine horoscope loto smartphone telephone console jeu-video bourse action-cotee bitcoin fusee astronaute accident crash
collision tempete inondation meteo seisme meurtre assassinat cambriolage fait-divers vacances restaurant chien chat mariage
regime-alimentaire
"""
_POLITICS_ES = """
parlamento parlamentario congreso diputado diputada senado senador gobierno gubernamental ministro ministra ministerio
presidente presidenta presidencia presidencial primer-ministro moncloa alcalde alcaldesa eleccion electoral elector
votacion votar voto referendum candidato candidata campana-electoral partido psoe pp vox sumar podemos oposicion
coalicion mocion-censura investidura ley decreto constitucion constitucional politica politico diplomatico diplomacia
diplomacia embajador embajada sancion tratado cumbre otan ue onu guerra tregua alto-fuego paz militar ejercito tropa
soldado misil embargo-armas terrorismo terrorista inmigracion migrante asilo refugiado deportacion frontera presupuesto
impuesto deficit deuda pension arancel tribunal-supremo derecho-humano protesta manifestacion manifestante ultraderecha
izquierda derecha socialista comunista populista exteriores
"""
_OTHER_ES = """
futbol futbolista baloncesto tenis liga-campeones copa-mundo mundial entrenador delantero portero gran-premio olimpico
medalla campeonato jugador actor actriz pelicula cine hollywood cantante album famoso concierto moda receta cocina
horoscopo loteria telefono-movil consola videojuego bolsa-valores bitcoin cohete astronauta accidente choque tormenta
inundacion tiempo-meteorologico terremoto asesinato robo vacaciones restaurante perro gato boda dieta
"""

_EVERYDAY_EN = """
accord accuse add agree agreement announce ask back begin believe bill call case chief city claim come committee
concern country criticise cut day deal decide decision deputy early end expect fact first follow friday give group
head help hold hour include interview issue join keep key know late lead leader leave local long man meet meeting
member million billion minute monday month morning national nearly night number offer office official old open order
part party pass people percent person place plan point policy power press problem public question raise reach remain
report reporter responsible result return right rise rule run saturday second session set show side sign speak
spokesman spokesperson spokeswoman start state statement stay stop sunday support table talk tell third three
thursday time today top total town try tuesday turn use view wait want warn wednesday week woman word work world
write year yesterday young action area change close company crisis four five six former fight force form full future
general good great hand high home hope house job large law less life line live look lose low major move name need
news order pay plead position possible process programme program promise reason record reject release reply seek
send serve share small source stand step story street system term thing think thousand hundred vote wage
"""
EVERYDAY = {"en": _EVERYDAY_EN}
"""Words of news on any day and of any event, beside those of politics."""
POLITICS = {"en": _POLITICS_EN, "de": _POLITICS_DE, "fr": _POLITICS_FR, "es": _POLITICS_ES}
OTHER = {"en": _OTHER_EN, "de": _OTHER_DE, "fr": _OTHER_FR, "es": _OTHER_ES}

POLITICS_LABELS = frozenset(
    "politics politik politique politica elections election wahlen parliament congress senate government policy "
    "diplomacy inland innenpolitik aussenpolitik".split()
)
OTHER_LABELS = frozenset(
    "sport sports deportes football fussball futbol soccer cricket rugby tennis golf entertainment celebrity celebrities "
    "showbiz tv movies film films music musik musique culture kultur lifestyle style fashion mode beauty horoscope "
    "horoscopes food recipes travel reise viajes gaming games gadgets gear reviews shopping deals cars motoring "
    "weather wetter puzzles crosswords obituaries".split()
)


_TITLE, _LEAD, _BODY = 3.0, 1.0, 0.4
"""Weight of a word in the title, in the opening and further down; each word counts once in a place."""
_LABEL = 4.0
"""A section named "Politics" or "Sport" says more than a word of the title."""

Lexicon = tuple[frozenset[str], frozenset[tuple[str, ...]]]


def is_politics(reports: Sequence[Report]) -> bool:
    """Whether the story of these reports is politics; true if its language is not known here."""
    judged = [political_weight(report) for report in reports]
    known = [w for w in judged if w is not None]
    return not known or sum(known) > 0


def political_weight(report: Report) -> float | None:
    """Weight of political words less that of other words; None if nothing can be said."""
    primary = report.language.partition("-")[0].lower() or "en"
    label = _LABEL * _label(report)
    if primary not in POLITICS:
        return label or None
    places = ((_TITLE, report.title), (_LEAD, report.lead), (_BODY, report.rest))
    politics, other = _lexicon(POLITICS[primary], primary), _lexicon(OTHER[primary], primary)
    found = [(w, tuple(stem(word, primary) for word in words(text))) for w, text in places]
    return label + sum(w * (_count_hits(stems, politics) - _count_hits(stems, other)) for w, stems in found)


def _label(report: Report) -> int:
    """1 for a section of politics, -1 for one of something else, 0 for none of both or contradiction."""
    named = {word for label in report.labels for word in words(label)}
    named |= {word for part in urlsplit(report.url).path.split("/")[:-1] for word in words(part)}
    return bool(named & POLITICS_LABELS) - bool(named & OTHER_LABELS)


def _count_hits(found: Sequence[str], lexicon: Lexicon) -> int:
    """How many different words and phrases of the lexicon stand there."""
    single, phrases = lexicon
    return len(single.intersection(found)) + len(phrases.intersection(_phrases(found)))


def _phrases(found: Sequence[str]) -> Iterable[tuple[str, ...]]:
    yield from pairwise(found)
    yield from zip(found, found[1:], found[2:], strict=False)


@cache
def _lexicon(listed: str, primary: str) -> Lexicon:
    entries = [tuple(stem(word, primary) for word in words(entry)) for entry in listed.split()]
    return frozenset(e[0] for e in entries if len(e) == 1), frozenset(e for e in entries if len(e) > 1)
