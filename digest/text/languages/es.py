"""What is known of Spanish."""

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
    code="es",
    name="Spanish",
    stopwords=listed("""
a actualmente ademas al algo algun alguna algunas alguno algunos alla alli ambos ante antes aquel aquella
aquello aqui asi aun aunque bajo bien cada casi como con contra cual cuales cualquier cuando cuanto de debe
deben del desde despues donde dos durante e el ella ellas ello ellos en entonces entre era eran es esa esas ese
eso esos esta estaba estado estan estar estas este esto estos fue fueron fuera gran ha haber habia hace hacer
hacia han hasta hay hecho la las le les lo los luego mas me mediante mi mientras mis misma mismo mucho muchos
muy nada ni ningun ninguna no nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque
pues puede pueden que quien quienes se segun sea sean ser si sido siempre sin sino sobre solo son su sus tal
tambien tampoco tan tanto te tener tiene tienen toda todas todavia todo todos tras tu tus un una unas uno unos
usted va van varias varios ya yo y
"""),
    months=groups("""
enero ene| febrero feb| marzo mar| abril abr| mayo may| junio jun| julio jul| agosto ago| septiembre
sept| octubre oct| noviembre nov| diciembre dic
"""),
    weekdays=tuple("lunes martes miércoles jueves viernes sábado domingo".split()),
    near_days={"hoy": 0, "ayer": -1, "mañana": 1},
    denials=r"\b(?:no|nunca|jamas|nadie|nada|ni|ninguna?|ningun|sin)\b",
    sentences=SentenceWords(
        titles=listed("sr sra srta sres dr dra d dña ing lic gral cnel mons sto sta fr"),
        inner=listed("art núm pág págs aprox av avda núms vol ed p.ej ee"),
        either=listed("etc ee.uu uu ud uds ene feb mar abr jun jul ago sep sept oct nov dic"),
        numbered=listed("núm art pág págs"),
        lettered=listed("clase grupo"),
        starters=listed("""
el la los las un una unos este esta estos estas él ella ellos ellas se su sus pero y o si cuando tras desde en
por para con de del al lo que quien según
"""),
        after_quotation=listed("dijo pregunta afirmó añadió"),
    ),
    page=PageWords(
        elsewhere=r"(?:lea también|leer más)\b.*",
        by="por",
        byline="por",
        joins_names="y",
        stamps="publicado",
        plea=r"\bsuscríb\w+",
        machine=r"\bI\.?A\b|intelligen\w+ artificial\w*",
        summary="resum[eio]",
        wall="contenido exclusivo para suscriptores",
        consent="privacidad",
        error="página no encontrada",
        parts={
            "live_blog": "en-vivo directo",
            "gallery": "(?:photo|picture|foto|bilder|image)?-?galer[ií]as? fotos",
            "opinion": "opini[oó]n(?:es)? editoriales columnas tribunas?",
        },
        labels={"live_blog": "en.vivo", "gallery": "en.imágenes", "opinion": "opinión"},
        titles={"live_blog": "[Mm]inuto a minuto"},
        author_classes="autor(?:es)?",
        author_paths="autores",
        written="escrito",
        articles="el|la",
    ),
    news=NewsWords(
        politics=listed("""
parlamento parlamentario congreso diputado diputada senado senador gobierno gubernamental ministro ministra
ministerio presidente presidenta presidencia presidencial primer-ministro moncloa alcalde alcaldesa eleccion
electoral elector votacion votar voto referendum candidato candidata campana-electoral partido psoe pp vox sumar
podemos oposicion coalicion mocion-censura investidura ley decreto constitucion constitucional politica politico
diplomatico diplomacia embajador embajada sancion tratado cumbre otan ue onu guerra tregua alto-fuego paz
militar ejercito tropa soldado misil embargo-armas terrorismo terrorista inmigracion migrante asilo refugiado
deportacion frontera presupuesto impuesto deficit deuda pension arancel tribunal-supremo derecho-humano protesta
manifestacion manifestante ultraderecha izquierda derecha socialista comunista populista exteriores
"""),
        other=listed("""
futbol futbolista baloncesto tenis liga-campeones copa-mundo mundial entrenador delantero portero gran-premio
olimpico medalla campeonato jugador actor actriz pelicula cine hollywood cantante album famoso concierto moda
receta cocina horoscopo loteria telefono-movil consola videojuego bolsa-valores bitcoin cohete astronauta
accidente choque tormenta inundacion tiempo-meteorologico terremoto asesinato robo vacaciones restaurante perro
gato boda dieta
"""),
        politics_labels=listed("politica"),
        other_labels=listed("deportes futbol viajes"),
    ),
    reporting=ReportingWords(
        openings=(
            "y|e|o|pero|sino|aunque|él|ella|ellos|ellas|est[aeo]s?|es[aeo]s?|aquel|aquella|su|sus|lo|le|les|así|"
            "también|además|entonces|luego|después|sin embargo|no obstante|por (?:eso|ello|tanto|otro lado|"
            "otra parte)|en cambio|por último|finalmente|mientras tanto|allí|ahí|aquí|ambos|ambas|dicho|dicha"
        ),
    ),
    omissions=OmissionWords(
        prepositions=listed("""
a al en con por para tras durante desde sobre ante bajo entre mediante pese debido antes despues
"""),
        purposes=listed("para"),
        genitives=listed("de del"),
        articles=listed("el la los las lo este esta un una unos unas"),
        indefinite=listed("un una"),
        relatives=listed("cuyo cuya cuyos cuyas"),
        adds=r"\w+[ai]d[oa]s?|que|poco|horas|días|cuando|porque|ya|donde|lo|quien|algo|aún|incluid[oa]s?|\w+[ai]ndo",
        joins=listed("y e pero mientras aunque sino ademas"),
        pairs=listed("entre ambos ambas ni"),
        day_parts=listed("manana mediodia tarde noche madrugada"),
        universals=listed("""
todo toda todos todas cada ningun ninguno ninguna solo solamente unico unica unicos unicas primer primero primera
mayoria
"""),
        holds=listed("""
si salvo excepto que condicion condiciones caso siempre segun dijo dijeron dice dicen afirma afirmo afirmaron aseguro
aseguraron declaro explico senalo anuncio anadio acusa acusan acuso nego niega puede pueden podria podrian pudo debe deben
deberia deberian quiere quieren querria unos unas casi cerca aproximadamente alrededor menos mas hasta quiza quizas
presunto presunta presuntos presuntas presuntamente supuesto supuesta supuestamente probable probablemente
posible posiblemente aparentemente solo solamente unicamente rumor rumores proyecto plan intento amenaza sospecha o u como excepcion error razon reserva principio papel teoria vano aprobacion consentimiento decir juicio
"""),
    ),
    exchanges=Exchanges(
        words=tuple(
            """
cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete
dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa primer[oa]?s?
segund[oa]s? tercer[oa]?s? cuart[oa]s? quint[oa]s? sext[oa]s? séptim[oa]s? octav[oa]s? noven[oa]s? décim[oa]s?
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles
jueves viernes sábado domingo hoy ayer (?-i:mañana) (?:mitad|medi[oa])
""".split()
        ),
        phrases={
            "puntos? porcentual(?:es)?": "percentage points",
            "por ciento": "percent",
            "mil millones": "billion",
            "mill(?:ón|ones)(?: de(?= euros| dólares| libras| rublos))?": "million",
            "bill(?:ón|ones)": "trillion",
            "mil": "thousand",
            "cien(?:to|tos)?": "hundred",
            "dólar(?:es)?": "dollars",
            "libras": "pounds",
            "rublos": "roubles",
            "docena": "dozen",
            "la semana pasada": "last week",
            "la (?:próxima semana|semana próxima|semana que viene)": "next week",
            "el año pasado": "last year",
            "el (?:próximo año|año próximo|año que viene)": "next year",
            "ONU": "UN",
            "OTAN": "NATO",
            "UE": "EU",
            r"EE\. ?UU\.|EEUU": "United States",
            "Naciones Unidas": "United Nations",
            "Unión Europea": "European Union",
        },
    ),
)
