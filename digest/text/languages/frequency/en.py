"""How usual the commonest stems of English are. Made by ``python -m docs.rates``."""

BANDS = (
    """
    """,
    """
    """,
    """
good know look peopl think time want work year
    """,
    """
back best call chang day end feel find first game give great help high home includ life live long love man mean part
place play right show start state thing tri world
    """,
    """
act actual add american area ask bad base becom believ better big book build busi car care case caus children citi
close come compani complet continu control countri design develop die differ direct face famili final follow forc
form found four free friend fuck full general get girl god govern group guy hand happen hard head hope hour hous
import inform interest issu job keep kill kind law leav left level line littl lot make manag meet member men miss
money month move mr music name nation need night number offic old open oper order parti pay perform person plan
player pleas point posit possibl post power presid problem product provid public question read real reason record
relat report result run school season second seem servic set side small stop stori studi support sure system take
talk team tell thank thought three today took top turn understand unit use video wait war watch water week white win
women word
    """,
    """
abl accept accord account action activ addit age agre air allow america amount anim answer appear arm art articl
associ attack author avail averag babi bank beauti begin bill bit black board bodi boy break bring brother buy card
carri center certain chanc charact charg check child church claim class clear club co collect colleg comment common
communiti concern condit connect consid cool cost counti coupl cours court cover creat critic cultur current cut
data date de dead deal death decid decis depart describ director discuss dog dr drink drive drop due earli easi eat
econom educ effect elect energi engin enjoy entir especi event exact exampl exist expect experi explain eye fact
fall fan far father featur feder field fight figur film fine finish fire fit five focus food front fun fund futur
gave given goal gonna ground grow guess half happi hate health hear heard heart held histori hit hold human idea
improv increas individu industri insid internat involv john join juli june key kid king knew known land larg late
later lead learn lie light like limit link list listen local locat london lose lost low main major march mark market
match matter media medic militari million mind minut model moment morn mother movi natur news nice non north note
offer offici oh organiz origin outsid page paper parent park particular pass past perfect period phone photo pick
pictur piec polic polici polit practic present press pretti previous price privat probabl process produc program
project properti protect publish quick quit race rais rang rate reach readi receiv recent red refer region
relationship releas remain rememb remov repres requir research respect respons rest return review road role room
round rule sale save say score secur self sell send sens seri serious serv sex share ship shit short shot sign
similar singl sit site situat six size social societi sometim son song soon sound sourc south space speak special
specif st stage stand standard star stay step store street strong student style success suggest summer taken tax
technolog term test third titl total town track trade train travel true trust tv type universiti usual valu view
visit vote walk wear west wife wish woman wonder write wrong yeah york young
    """,
    """
abil absolut access achiev ad address administr admit adult advanc affect africa agenc agent agreement ahead aid ain
al album alon altern amaz analysi angel announc annual anti anymor anyway apart app appar appeal appli applic
appoint appreci approach approv april argu armi arrest arriv artist ass assist assum attempt attend attent attract
august australia australian avoid awar award awesom bag balanc ball band bar basic battl beach bear beat bed began
benefit bet biggest bird block blood blue born bought box brain brand british brought brown built burn california
camera camp campaign canada cancer candid capit captain career cash cast cat catch caught celebr cell cent centr
central centuri challeng channel chief china chines choic choos christian christma civil classic clean click cloth
coach code cold color combin comfort command commerci commiss commit committe communic compar competit complex
comput concept conduct confer confirm congress conserv consist constitut construct consum contact contain content
contract contribut convers cook copi corpor correct council count crazi credit cri crime cross cup custom dad daili
damag damn danc danger dark daughter david decemb deep defend defens definit degre deliv demand democrat depend
deserv despit destroy detail determin devic difficult digit discov diseas distanc distribut district divis doctor
document dollar door doubl doubt draw dream dress driver drug earlier earn earth easili east economi edit effort
eight electr element emot employ employe engag england english enter environ episod equal equip establish estim etc
europ european eventu evid except exchang excit execut expens express extend extra extrem facebook facil factor fail
fair faith farm fashion fast favorit fear februari feet felt femal file fill financi firm fish fix fli flight floor
foot footbal foreign forget forward franc french friday function funni gain garden gas gay generat georg german
germani gift glad glass global gold googl gotta grade grand grant greater green growth guard guid gun hair hall
handl hang harri heat heavi hell hey hi higher hill histor holi honest honor hors hospit host hot hotel huge hundr
hurt husband i ice identifi ignor ill imag imagin immedi impact impress incom independ india indian indic influenc
initi injuri inspir institut insur internet interview introduc invest investig invit island item jame januari japan
jesus joke journal judg jump justic kept kick knowledg la lack ladi lake languag largest latest laugh launch leader
leagu led leg legal letter liber librari liter load loan lol longer lord loss lower luck machin maintain male
manufactur map mari marri marriag mass master materi meant measur memori mental mention messag met metal method
michael middl mile minist minor mission mix mobil modern mom mountain movement multipl murder near necessari network
normal notic novemb obama object observ obvious occur octob oil ok okay older one onlin opinion opportun opposit
option overal own owner pack paid pain paint particip partner patient paul peac percent peter physic plant plus pm
poor pop popul popular potenti pre prefer prepar pressur prevent primari print prison pro profession professor
profit progress promis promot proper propos prove pull purchas purpos push put qualiti quarter queen radio rank rare
realiti realiz recommend reduc reflect refus regard regul regular replac republican request reserv resid resourc
respond retir reveal rich ride ring rise risk river robert rock roll royal russia russian sad safe safeti san
saturday scale scene schedul scienc screen sea search seat secret secretari section see seek select senat senior
sent separ septemb session seven sexual shape shoot shop shown sick signific simpl simpli sing sir sister skill skin
sleep slow smith smoke sold soldier solut sorri sort soul speech speed spend spent spirit sport spot spread spring
squar staff statement station stick stock stone straight stress strike structur struggl stuff stupid subject suffer
suit sun sunday super suppli suppos surfac surpris surviv sweet tabl target teach teacher ten text th theori
thousand throughout throw ticket tie tip tomorrow tonight touch tour tradit transfer transport treat treatment tree
trial trip troubl trump truth typic uk union updat user various vehicl version villag voic wall wanna washington
wast way weapon websit wed weekend weight welcom western wide william wind window winner winter wit wood worker
worri worst worth wow writer written wrote yesterday
    """,
    """
abandon abus academ academi accid accur accus acquir actor adam adapt adjust adopt advantag adventur advertis advic
advis affair afford afraid african afternoon agricultur ah aim aircraft airport alcohol alex aliv alleg alli amend
ancient andrew angri ann annoy anywher apolog appl appropri approxim arab argument arrang asia asian asid aspect
assembl assess asset assign athlet attach attitud attorney audienc automat aw background ban bare basi bath bathroom
batteri bay beer behavior belief bell belong ben besid bigger bike billion biolog birth birthday bitch blame bless
blind blog blow boat bob bomb bond bone boot border bore boss boston bother bottl bottom bowl boyfriend branch
brazil breakfast breath bridg brief bright britain broad broadcast broke broken budget bus button ca cabl cake
calcul calm canadian cancel cap capabl capac captur categori cathol chain chair chairman chamber champion
championship chapter charl chart chase chat cheap chemic chicago chicken chip chosen chris christ circl circumst
citizen client climat climb clinic clinton closer cloud coast coat coffe collabor colour combat comic compet
complain complic compon concentr concert conclud confid conflict confus consequ consider constant consult contest
context convent convert convict convinc cooper coordin cop core corner correspond corrupt counter coverag crack
crash cream creation creativ crew crimin crisi crowd crown cute cycl daniel davi dc dear debat debt debut decad
declar declin dedic defeat defin delay deliveri demonstr deni depress depth deputi descript desir detect dick diet
dinner disabl disappear disappoint display distinct divers divid domest domin donat dont download draft dragon drama
dri drunk dude duti ear easier eastern ed edg editor edward effici egg electron elimin em email emerg emergenc empir
empti enabl encount encourag enemi enforc ensur entertain entri environment era error escap essenti estat et eu
evalu evening everybodi everywher evil ex examin excel exclus excus exercis exhibit expand expans experienc expert
explor export expos extens factori failur fake fals familiar famous fantast farmer faster fat fault favor favourit
fee feed fell fellow festiv fifth financ finger flag flat flood florida flow flower folk forest forev forgot formal
format fortun foundat fourth fox frame frank freedom frequent fresh fruit fuel fulli gate gather gear gender giant
girlfriend golden governor grab grace graduat greatest grew grown guarante guest guilti harm hat healthi heaven
height hello henri hero hide highest highlight hire hole holiday household http hunt id ideal ident ie ii illeg
illustr im immigr implement imposs inc inch incid incred index infect info innov instal instanc instruct instrument
integr intellig intend intens intent interact internal interpret iran ireland iron islam israel itali italian jack
jackson jail japanes jersey jewish jim joe johnson joint jone journalist journey joy kim kingdom kiss kitchen knock
korea label labor labour lane larger lawyer lay layer leadership lee legend legisl length lesson let licens lift
literatur ll lock log logic los loud loui lucki lunch ma mad magazin magic mail manner marin martin massiv mate matt
max maximum mayor meal meat mechan medicin medium mess mexico mid mike milk mill mine minimum ministri mistak mm
mode monday monitor monster moon moral most motion motiv motor mount mouth mrs ms muscl museum muslim mysteri narrat
nativ navi nd neck negat negoti neighbor neighborhood net newspap nick nine nois nomin northern novel nuclear numer
nurs obtain occas ocean odd offens ohio olymp oppos orang organis pacif packag pair panel pari parliament passeng
passion path pattern payment peak penalti perman permit perspect pet phase photograph pilot piss pitch plane planet
plate platform pleasur plenti plot pocket politician poll pool port portion possess pound pray prayer precis predict
premier presenc preserv pretend prime princ princip principl prior prize procedur proceed profil programm proof
protein protest proud provinc psycholog punish pure qualifi quiet quot rain ran random rape rapid ray rd reaction
reader recal recogn recov recoveri recruit reform regist reject relax relev religi religion remark remind rent
repair repeat repli republ rescu resist resolut restaur restor restrict retail revenu revers reward richard roman
roof root rose rough rout row ruin rush ryan saint salt sam sampl sat scare scheme scientif scientist scotland scott
scottish scream seal sector seed sentenc server settl sever shadow shame sheet shift shirt shock shoe shoulder
shower shut sight signal silver singer sky slight slowli smaller smart smell smile snow soft softwar solid solo solv
somebodi somewher southern spain spanish speaker speci spell split spoke squad stadium statist status steal steel
steve storm strang strategi stream strength stretch strip stuck studio sub submit subsequ succeed suck sudden sugar
suicid suprem surgeri surround survey suspect sustain swim switch symbol tag talent tank task tast taught taylor tea
tear tech technic techniqu televis temperatur tend termin terribl territori texa theme thoma threat threaten
thursday tight tini tire tom ton tone toni tool topic tough tournament tower toy traffic trail transform transit
translat trap trend trick troop truck truli tuesday turkey tweet twenti twice twitter ultim un unabl unfortun uniqu
univers unlik upper upset urban usa util valid valley van vari varieti vice victim victori violat violenc virginia
virtual vision visitor visual volum volunt voter vs wage wake wale warm warn wash wave weak weather web wednesday
weird wheel whenev wild will wine wing wire wors wound ya yard yellow younger youth youtub zero zone
    """,
    """
abort abroad accommod accompani accomplish acid acknowledg activist actress addict admir advoc affili afterward
aggress airlin alan alarm alert alexand alien allen allianc alongsid alright alter amazon ambassador andi android
anger angl anniversari anthoni anticip anxieti anybodi ap architectur archiv arizona arthur ash assault asshol assur
atlant atmospher attribut auction audio audit auto avenu bake bang barrier basebal basketbal bat bbc bc beast
bedroom beg behalf behaviour belt bench berlin bibl bid billi bishop bite blast bonus boom boost borrow bound
boundari bow brave bread breast breed brian brick brilliant bro brush bubbl buck buddi bug bull bullet bulli
bullshit bunch bureau buri bush butter buyer bye cabinet cambridg campus carbon carolina carrier castl ceo ceremoni
certif characterist chariti charli charm cheat cheer chees chest childhood chill chocol chose circuit cite civilian
clark clip clock coal coin collaps colleagu colonel coloni colorado columbia column comedi commission communist
comparison compens compil complaint compos composit compound comprehens compris con conclus concret confess confront
congratul conscious consent contemporari contrast controversi conveni cooki corp counsel courag cousin craft crap
creatur creek cricket crop crush crystal cure curious currenc curv da daddi dalla dan dare databas dave dealer dean
decent deck decor decreas deepli defenc deleg delet delight democraci demon deploy deposit deriv desert desk desper
destin destruct devil devot di diamond difficulti dig dirti disast disciplin discount discoveri discrimin disgust
dish dismiss disney disord disput distinguish distract disturb dive divorc dna doc domain donald downtown dozen drag
dramat drawn drew drill driven duck duke dumb dump dust dutch dynam eagl eas eg egypt el elder elev elig elit
elizabeth elsewher embarrass embrac en enhanc enterpris entitl entranc equival eric essay ethic ethnic everyday
evolut evolv exam excess exclud exhaust exit explan exploit explos exposur extent extern extract fallen fame fanci
fantasi fate favour fbi fed fenc fiction fighter filter flame flash fleet flip float fold fool ford forgiv forgotten
formula fort forth forum foster fought founder franchis franci francisco fraud freak freez frequenc fri friendship
frustrat ft fulfil fundament funer galleri gang gap gari gene genet gentl genuin georgia ghost golf gordon gotten
graphic grass grate grave gray greek grey gross guardian guitar gym ha habit hack haha harder headquart heal
healthcar heavili hidden highway hip hockey holder hollywood hong honour hook hop horribl horror houston howard
https hungri hunter icon idiot illinoi impli impos incorpor infrastructur injur inner innoc input insan insight
insist inspect instant intellectu interior introduct invent investor iphon iraq irish isol isra iv jacket jan jane
jason jay jean jeff jet jew jimmi johnni jordan joseph jr juic junior juri justifi kelli kevin killer kinda kit km
knee knife knight kong korean lab laboratori laid landscap last latin latter le leak lean leas lectur legaci lewi
liberti lieuten lifetim lion lip liquid liverpool lone loop loos lover lowest ltd luke luxuri lyric mac magnet
mainten maker makeup manchest manual mar margin marshal mask math mathemat matthew matur medal membership mere meter
mexican miami michigan microsoft miller min miner mini minim mirror mo moder modifi mood moor morgan mortgag moscow
multi mum municip na nah nail nake narrow nazi nba nearbi necessarili nerv nervous neutral newli nfl nose nut ny
oblig obsess occasion occup occupi offend oliv op oppon optim ordinari organic orient oscar outcom outfit output
outstand overwhelm owe ownership pa pace pakistan palac pan pant partial partnership patch patent patrick patriot pc
peer pen pennsylvania pension percentag permiss personnel petit philadelphia philippin philosophi photographi phrase
physician pic pin pink pipe pit pizza plain plastic playoff poem poetri poison pole polish pope porn pose poster pot
potato pour poverti prais pregnant premium presidenti pride priest primarili princess prioriti privileg prohibit
promin prompt prospect provis pump punch pursu racist radiat radic raid rail railway ralli ranger rat ratio raw
react realis rear rebel recip recognit recreat reduct refuge regardless regret reli reliabl relief remot renew rep
represent reput resign resolv resort retain revis revolut rice rid ridicul rip rival rob robot rocket roger romant
rome ross rotat routin rugbi runner rural sacrific sail sake salari sand santa sarah satellit satisfi scan scholar
screw script seattl secondari segment semi sensit sequenc settlement sexi shade shake sharp shell shelter shield
shine shore shout silenc silent silli simon sin sink skip slave slide slip smash smooth snake snap soccer soil solar
sole somehow somewhat sought soviet spare specialist spi spin spiritu spoken sponsor stabil stabl stake stamp stare
stat steam stem stephen steven stolen stomach stood storag strain stranger strateg strengthen strict string stroke
stronger struck stun subscrib substanc substanti substitut suffici suitabl sum summari superior suspend swear sweden
swing sword sydney symptom syria tackl tactic tail tale tall tap tape teen teenag teeth telephon templ temporari
terror terrorist that theater theatr therapi thick thin thirti tho thread threw thrown tiger tim tissu toilet toler
tongu toronto tourist trace trailer tran transact trash treasur treati trigger tube tune tunnel twin twist ugli uncl
understood unemploy uniform universal unknown unusu up upgrad urg vacat valuabl variabl variat vast ve vega veget
ventur venu vessel veteran victoria violent virgin virus visibl vital vol walker walter ward warrior wayn wealth
weigh welfar wet wherea wilson wise withdraw wolf worldwid worship wrap yell yep yield yo zealand
    """,
)
