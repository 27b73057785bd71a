"""How usual the commonest stems of Spanish are. Made by ``python -m docs.rates``."""

BANDS = (
    """
    """,
    """
    """,
    """
buen cas cre nuev part pas quier trabaj
    """,
    """
ahor ano anos cambi conoc cos cuent dec dej di dia dic esper estoy form gent graci habl hac hombr import llam lleg
llev mal medi mejor men mund nunc pais parec person pod polit primer public pued qued sab sal seri ten teng tiemp
tom ultim ver vez vid viv
    """,
    """
acab activ acuerd agu ahi algui amig apoy argentin articul ayud bas busc carg centr chic ciert ciud clar com compr
comun consider cort da dar deb deberi dentr derech desarroll dias dich diferent dig dios ejempl empres encontr
encuentr equip eres espan espanol especial estam estudi exist falt famili favor fin final fot funcion gan gener
general gobiern grand grup guerr gust hag he hi histori hiz hor hoy hub human ide igual inform intent interes ir
jueg junt lad larg ley libr list lug madr man maner mayor mes mexic mil millon mir moment much muert muj nacional
nadi necesit nin noch nombr nuestr numer orden organiz padr pag palabr par particip pens pequen perd period personal
pes podri pon pregunt present president prim principal problem program propi proyect puebl punt razon realiz
relacion represent result salud san segu segund segur seman senor sent ser servici sient sig sistem social sol soy
tard tem teni termin tip trat tres tuv unic unid vec verd vide vist voy
    """,
    """
abiert accion acept acerc actual administr air alto amor anterior antigu anunci aparec aplic aprend aquell are asoci
atencion aument autor baj banc bastant blanc cab cabez call cam camin camp campan cancion cantid capital car caus
celebr cerc cerr chil chin cinc ciudadan civil clas color comenz compani compart complet condicion consegu consej
constitu cont continu contrat control corazon cost critic cuatr cuerp cuestion cuid cultur cumpl cuy dad dan dat
decision declar dem demasi deport diari diciembr dificil diner dio direccion direct director distint dud dur econom
edad educ efect eleccion embarg empez emple entend entiend entreg envi escrib escuch escuel espaci estab establec
estad estuv etc evit exit experient explic facil fech firm fond frent fuent fuert fuerz futur habi habit hay hem
herman hic hol iba iglesi imag inclu inclus indic ingles inici internacional investig jef jos juan jug juli just
justici libert limit line llen loc local logr luch luz manan mand manten mar marc mari marz mat may mayori med medic
mencion menor mensaj merc met mied miembr mierd minut mism mod motiv movimient muestr mujer mundial music natural
neces necesari negoci negr nivel normal nort not notici objet oblig obra octubr ocup ocurr oficial ofrec ojos olvid
oper opinion oportun pagin papel paz ped pelicul pen peor perfect permit pid piens plan plant plat plaz poblacion
poc podi podr polici posibl practic preci preocup prepar principi priv proces produc product profesor provinci
proxim prueb pud puert puest pus put quer queri quiz rap real realid realment recib reconoc record recuerd red
region registr regres rein republ respect respet respons respuest rest rey ric rob roj sabi sac sant senal siend
sigl signif siguient siti situacion socied som sub suel suen suert suficient supuest sur tant tecnic tendr the ti
tien tierr tir titul toc total trav univers uso utiliz val valor vam vas vay ve ven vend venezuel veo verdader vi
viaj viej vien vin visit volv vos vot voz vuelt vuelv web zon
    """,
    """
abaj abandon abog abril absolut abuel aca acces acompan acto actu acus adel afect afirm agent agost agreg ah alcanz
aliment alma alrededor alta altern ambient amenaz amer american ampli analisis and angel anim animal antoni apart
apen aport aprob aprovech arbol archiv argument armad armas arregl arrib arte artist asegur asesin aspect asunt atac
ataqu atras aut avanz ayer azul bail ban band barcelon barri basic beb bell benefici boc bonit brasil caj calid can
canal candidat cant capac capaz caracterist carl carrer cart central cercan ciel cienci cient cientif cierr cin
circul cit ciudad clav client club cobr cocin codig col colabor colect colegi coloc colombi coment comentari comerci
comercial comienz comision companer compar competent complej complic concept conden confi confianz confirm conflict
congres conjunt conmig conozc consecuent conserv consig constant constru construccion consult consum contact conten
contig contrari convers convert cop corr corre correct creacion crec credit crisis cristian cruz cuadr cualqu cuant
cuart cub culp cultural curs dam dand darl debat debi deci decid dedic defend defens defin definit delit demand
democraci democrat demostr denunci departament depend des desaparec descubr dese destac destin destru detall deten
determin detr diez diput dirig discurs disen disfrut dispon distanci distribu divers dobl doctor document dolar
dolor doming don dorm dr economi edicion edifici ejecut ejercit electoral electr electron eleg element elimin empiez
encant encarg encim enemig ener energi enfrent enorm ensen enter entrad entrar entren entrev epoc error escen
escribi escrit escritor esfuerz especi especif espos estacion estadounidens estar estari estil estrell estructur
europ europe event evident ex exact excelent existent expres expresion exterior extran extranjer extrem fabric
facebook fall fals famos fe febrer federal felic feliz fi fiest figur fiscal fisic flor for formacion franc franci
francisc fras fri fueg fui fundamental futbol gast gestion gobern golp grad grav grit guard gustari hab habr habri
hambr har has hech her hermos herramient histor honor hospital huev i idiom ignor imagen imagin impos impresion
impuest in increibl independent independient indi industri ingres inmediat instal institu institut integr inteligent
intencion inter interior intern internet interpret inversion invit isla izquierd jam japon jesus jod jov joven
jugador juici juni lanz latin leer legal legisl lej lengu leon letr levant liber lid limpi lin lind llor luc lugar
luis lun maestr mam manej manifest manuel march mart martin materi material maxim memori ment mentir merec metod
metr mexican milit min minim ministeri ministr mision mit model modern molest mont mor moral mostr movil muer
municipal mur muri nac nacion naturalez norm novi noviembr obras observ obten obvi ocasion ocho odi of oficin opcion
organ orgull orient orig original oro oscur pabl pan pap pareci parej parqu particul pedr peg pel peligr pensamient
perdon perr personaj peru pie piedr pierd pint pis plac play pobr poder pong popul posibil posicion posit post
posterior pp precis premi prens presenci presion prest previ prob probabl proced produccion profesional profund
pront propied proporcion propuest proteccion proteg provoc pur quej quis quit radi rar rat re reaccion rechaz
recient recuper recurs reduc referent refier reform regal regim regl regul relat religi reserv respond retir reun
reunion revel revist revolu riesg rio romp rop ros rus salg sali salt salv sangr santiag seccion secret secretari
sector sed seis seleccion sencill sentimient sep separ septiembr sex sexual siet signific silenci simpl simplement
siqu sirv sold solicit solucion son sr suced sufr sum sup super superior supon suy tecnologi telefon television
tempor tendri teori tercer territori terror text tiend to tra tradicional tranquil transport tribunal trist tuy
twitt ubic union usa usar usted usuari vecin venezolan veng vent veran verl version ves via victim victori viend
viern violenci volvi vuestr york
    """,
    """
abraz abre abrir abus academ acas acced accident aclar acontec acord acostumbr actitud actor actos actuacion
actualiz adapt adecu adentr adicional admir admit adolescent adopt adquir adult aeropuert afric afuer agarr agenci
agrad agradec aguant ahorr ajust albert alcald alcanc alcohol alegr alegri alej aleman alemani ali alianz altos
altur alumn am amarill ambas ambit amist amo anad analiz anda anual apareci aparent apreci aproxim apunt arab aren
arma arranc arrest as asamble asesinat asient asign asim asist asistent asum atend atent audienci autonom autoriz
avanc aventur avion avis ay ayunt bander bar barat barc barr bast basur batall bellez bes bibliotec bien bienven
blog bloqu bol bolivi bols bomb bord borr bosqu bot braz brev brind britan brom busqued caball caballer cabl caden
cae caer caf cag caid calcul calient calm calor campeon canc cancel cans cap capit capitul captur caract caraj
carcel carin carn carreter cartel castig castill castr categori catol cay celul cen cer cerebr cervez ces charl
chilen cifr circunst clasic clim co coc coch cog coleccion colombian coloni column comand combat combin comet comit
comod comport comprend comprob compromet compromis compuest comput comunic con concentr concienci conciert conclu
conclusion concret concurs cond conduc conect conexion conferent conform conoci conquist cons constitucional content
contest context contien contribu convenc conviert convirti convoc cooper coordin copi cordob coron coronel
correspond correspondient corrient corrupcion costumbr creativ crecimient crei cri crim criminal crist criteri cuban
cubiert cubr cuell cuest cul culpabl cultiv cumplean cur curi dab dal daniel dari das dav debaj deber debil decidi
decret ded definicion delant deleg demuestr den denomin deposit deriv derrot desafi desastr descans descarg desconoc
describ descripcion desempen desesper desgraci design despert despiert deud dialog diaz dibuj dictadur dieg dient
dieron digital dijeron dir diri dirigent disc disculp discusion discut disminu dispar disposicion dispuest distrit
divert divid division do domin domini doy drog duel duen dulc ecuador editor editorial ee eeuu eh ejerc ejercici
elabor elev embaj embaraz emergent emit emocion empresari enamor encuest enferm enfermed engan enlac enoj ensay
entra entro equivoc escal escap escenari escond esencial espald especializ espectacul espiritu estadi estadist
estand estatal esten estim estrategi estren estup etap etern eur evalu evolu exam excepcion exces exclus exig
experiment expert explor explot export exposicion extern extra facilit factor facult fallec familiar fas favorit
feder felip femenin fenomen feri fern fernandez festival fil filosofi financ financi financier formal format formul
fotografi fracas frances frecuenci frecuent fronter frut fuer fues fum funcionari fund fundacion ganador garanti
garantiz garci gas gat gay genial gir global gobi gol gonzalez googl gord grab grafic gran gratis gratuit grieg
guardi guerrer gui habil habitual hall hari hog hoj honest horari horribl hotel http humor iban ideal ident identif
identific idiot ido iguald ii ilegal ilustr impact imperi implement implic impuls incendi incorpor increment indigen
individu individual industrial infantil inferior influenci ingenier inglaterr inicial inmigr innov inocent inspir
instrument insult intelectual intens intercambi intervencion invent inviern involucr itali italian jaj jajaj jardin
john jorg jorn judi judicial juev juez jur jurid juventud juzg kilometr km labor laboral lag lament lastim lav lech
lector lectur lee leid lenguaj lent leyend liberal licenci lider lig liger lim literatur lluvi localiz logic londr
lopez mader madur maldit mantien map maquin maravill marin martinez mas matemat matrimoni mecan medicin mental menud
mer metal mezcl mia michael miercol miguel militar mill mio misteri moned montan monton moren motor mov muchach
muchisim mud muev multipl municipi muse musical naci nacimient nav navid neg negat new nicol ningun novel obstant
occidental ocult ocurri oest ofert oh oid ojal ojo ok olimp on onda onlin opin oposicion oriental otorg oye pa
pacient pacif pal palaci palm panam pantall paraguay parcial paris parlament particular pasion pat patri patron paul
pec pech pele penal pendej pendient perdi perez perfil permanec permanent permis perspect pertenec peruan pesc pet
pib pic pidi piel piern pies piez pintur pist planet plataform plen pobrez poesi poet popular port pos potenci
potencial precios prefier pres presupuest pretend primari princip prision pro productor progres prohib promedi
promet promocion promov pronunci propietari propon proposit protagon protest provincial puent quem quimic quint
radical rafael ram rapid ray raz reci recibi reclam recog recomend recorr reflej reflexion refugi regional relev
religion renov rent renunci repet repit report requier rescat resident resistent resolu resolv respir restaur resum
ret revis revolucionari ris ritm robert roc rod rodriguez rol rom roman rostr rot rued ruid rural rusi rut salari
salon salvador sanchez sancion saqu seas sec secuestr secundari segui seguidor seguir sen senador sensacion sentenci
senti serv sesion sevill show sigu simbol simil similar sincer situ soci softwar solicitud sombr somet soport
sorprend sorpres sos sospech sosten sueld sujet superfici supong suprem surg tabl tal talent tall taman tar tare
tarjet tas teatr tej tel temperatur templ temporal tempran tendenci terc terren terribl testig tim tio tipic ton
tont top toqu torn torr tradicion traduc traduccion trafic traj transform transmit tratamient tren triunf trop
turism turist turn tv unidad universal universitari urban uruguay usad usan usand util uu vacacion vaci valenci vall
vari vea veas vehicul vei vel veloc vem venc veni ventaj ventan verguenz vers vert vest vient vigil vill vincul vio
viol violent virg vision vivi viviend vol volum volunt voluntari vosotr vuel you youtub zapat
    """,
    """
abord abort abri absurd abund aburr academi aceit aceler acer acid acog acos acost acud acumul adelant adi ador aere
aficion afili afortun african agend agot agricol agricultur agrup aguil aisl ajen ala alarm alas album alde alejandr
alem alert alex alfons almacen aloj alquil altas alter ama amabl amad amant amar amazon ambiental an ana anal ancho
ancian andaluci andar andres angul anill aniversari anoch anonim anot antecedent anti apag aparat aparicion aparient
apartament apel apell apertur app aprendi aprendizaj apropi aprueb apuest arco arquitectur arrastr arriesg arroj
arroz arruin art artes artificial asalt asco asesor asi asombr aspir asust atlet atmosfer atra atract atrap atrev
atribu audi ausenci australi autent autobus automat automovil autonomi auxili aven azuc bal bancari barb bateri bec
ben biciclet bienest billet biolog bloque bob bod bogot bolet boliv bolsill bon botell boton brasilen brav brill
brillant bronc brutal buqu burl bus busqu by cabell cabron caig cal calif calific californi camion camiset campament
campeonat campesin canari candidatur canon cantant cantidad capacit carac caracteriz carbon carib carm carr casc
castellan casual catal catalan catalog catalun caz cc ced cens censur cerd ceremoni certific chavez che chist
chocolat chup cicl cieg cien cint circuit cirugi ciudadani civiliz clasif clasific clinic cm coalicion cobertur
coincid coleg colg colon colonial combust comedi comi comic comisari comp compens component composicion comunitari
conced concepcion conch conduct conductor confund conscient consejer consigui const consumidor contamin contempl
contemporane continent contr convencion conveni convenient convien convirt cor core corpor corrupt cotidian creador
crecient creenci cristal cristin cronic cruc cruel cuenc cuerd cult cumbr cumplimient cun cuot curios darm dars dart
decepcion decirt decis decl decor defect defensor defiend delg delici delincuent demoni dependent depresion desayun
descubiert descubri descuent desiert desnud despach desped desplaz destruccion detect detuv devolv diabl dict diet
dificult dificultad difund difusion dign dignid dim dimension dinam diplomat dirigi disciplin discrimin disposit
disput divin doc docent documental dol domest domicili dominican dor dram duerm duqu duracion echar echo ed edit
eduard efectu eficient egipt ejecu eli elig elit emision emocional empec emper emprend empuj encabez enfermedad
enfoc enfoqu enriqu entendi entid entidad entorn entran entreten episodi equilibri equivalent escaler escandal escas
esclav escog escol escritur escud espad espej espiritual esquin estabil establ estall estes estet estimul estrateg
estrech estres estrict et etic etiquet exager except excus exigent existi expansion expect explosion expon expuest
expuls extend extens extension extraordinari factur fam fanat fantasi fantasm fantast favorec felicit femin feo
ficcion fich fiel film filosof filtr finaliz flot fluj foment fortalec fortalez fortun forz fotograf fraud fren
fresc fuim fuist fundador fundament gabinet gabriel gal galeri gam gananci gasolin geni geograf georg gest gigant
gil gimnasi glori go golf gomez got goz grabacion gracios gras greci gris guap guatemal guillerm guitarr habeis
hacert haci haciend harry hart haz hel hernandez hero herrer hiel hierr hil hinch homenaj homosexual hondur hong
horn https huelg huell hues hug hum humed humild ideolog ideologi ilumin ilusion imped imperial impid impon inaugur
incident incomod indign infanci infiern infinit influ informat infraestructur ingenieri injust inmens inscripcion
insegur insist instagram instanci instant institucional instruccion integral intim introduc introduccion inund
inutil invert ira iran irme irse is isabel islam islas israel it iv ja jajajaj japones javi jon joy jubil juec
justif justific juvenil kil labi laboratori ladron lagrim lan lanzamient lat latinoamer latinoamerican laur leccion
leg legitim lei leo lesion limpiez link liqu literal literari llav lob locur louis luci luj ma mach macri magi magic
magnif malag manch mandat mang manifiest manipul mantuv manual manzan marg marian masculin masiv max medall median
medicament mendoz mensual merit meti miami mid mient milagr miner mineral mm moder modif modific molin mon monj
monument mortal mot moviliz mult multitud munec muscul my na naranj nativ navarr naveg nen nervios net nieg niet
niev nobl nocturn nom nomin norteamerican notabl nub nucl nucle obam obisp obligatori obrer obstacul obtien obtuv
ocean ofend ofens ofreci oir oliv olor once one opositor optim opuest oracion orto oscar ose pacienci pact paisaj
paj panoram pantalon paquet paralel pared parezc park parlamentari pasaj pasajer pase past pastor pati patrimoni
patriot pc pedaz pedi pelot pelotud pension per percib perfeccion permiti peron persegu peticion petrole pil pilot
pin pinch plante plastic pm poem pol polem policial poll polv pondr pop poquit porcentaj porn portal portugal pose
posesion postur poz pre prefer preferent prend prep presidencial prestigi presunt previst primaver princes prisioner
privilegi procedent procur produj profesion promes propagand propiedad protocol proveedor prox psicolog pso pun ques
raic raiz ramon rang rebeld recaud recet recom recort recurr redond reduccion reemplaz refer reglament regular reloj
remedi rend rendimient repar repart repent reproduccion republican requer requisit resist respald respondi retras
retrat revision rez ricard richard ridicul rincon rind rios riquez riv rival river rock rodill romant rond rosari
rubi rumb rumor sa sabor sabr sacerdot sacrifici sagr saldr sals salvaj sanitari sebasti seguimient sell semej
semill sensibl sergi servidor sever sext sierr sign sigui sill simon sindicat sintom siri so sobr sobreviv sobrin
sociedad soled soli solidar solter sonor sonris sorprendent sostien soviet stev suav subi sucedi suces suci suelt
sufri sugier suiz suministr suspend sustanci sustitu ta taller tanqu tap tarif tech tecnolog temor teneis tenient
tension teoric teres territorial tesis tesor testimoni tia tigr toler tonel tor torment torne tortur trag tragedi
traicion tram tramit transferent transicion transit transmision transparent traser trasl traslad traz treint tremend
truc trump tub tuit tumb turc ud ue une uniform urgent us vac vacun vag valient variabl varied vasc vean veg veint
vendedor verg verific vet vias vicent vicepresident victor videojueg vieron vigent violacion virtual virtud virus
visibl visual vital voc volver votacion votant vs vulner washington xd xi xix xvi xx yend
    """,
)
