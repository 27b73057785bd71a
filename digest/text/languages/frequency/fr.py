"""How usual the commonest stems of French are. Made by ``python -m docs.rates``."""

BANDS = (
    """
    """,
    """
    """,
    """
bon franc grand part
    """,
    """
an anne aur certain chos cour demand dir dit don droit etat fais femm fin fois gen homm jam jour just mond nouvel
parl pass pay pens person port premi rest rien ser seul sort suis temp toi trop trouv va vi voir vrai vu
    """,
    """
accord affair aid aim aller ancien appel arme arret arriv articl assez aujourdhui avais avon bas beaucoup besoin cas
chang commenc commun compt con conseil cot coup derni dernier devr different direct dis e eau econom effet egal
enfant equip fait famill fil fill film forc form fort general genr group haut heur histoir ici ide import jeun jou
jusqu laiss lieu lign livr main mainten maison mal mar march meilleur mer merc mettr mieux mis mois moment mort
moyen national nom not nouveau oui paris per pet petit peux plac point polit pourr pouv pouvoir pre premier prendr
present president pris prix problem projet propos question raison rapport regard saint sais savoir semain sen servic
simpl sit social societ soir suit suiv tet travail trois utilis vais veut veux vill
    """,
    """
abord achet action activit actuel administr age agit ah ailleur air ajout allez americain ami amis amour anglais
annonc appliqu argent art associ assur attaqu attend attent aut auteur autour avez avis beau bel blanc but cart caus
centr chambr chanc charg chef cher cherch chois choix cinq clair class club coeur collect complet compr comprend
concern condit connaiss connu consider continu control corp cre crois cultur dat debut decid declar depart deuxiem
dev developp dieu difficil dout dur ecol ecout ecrit elev emploi enfin ensembl ensuit entrepris envi environ envoi
epoqu esper essai etabl etais etant etc ete etud etudi europ europeen exempl exist expliqu fac facil facon fer ferm
final fonction fond format francois frer fut gagn gar gard gauch gouvern grac gros guerr habit heureux hi humain
imag in inform interess interet interieur international jean jeu joueur journal journe jug juillet juin lanc langu
libr lien limit lir list local loi loin long longtemp mai malad mang manier manqu marqu match matin mauvais mec
medecin membr merd messag mesur met million ministr minut mod mont montr mot mouv musiqu necessair niveau noir nombr
nombreux nord normal nuit objet occup oeuvr offre oper ordre organis origin ouais ouvert ouvr pag pai parent
particip pein perdu period permet personnel peur peuvent piec pied pierr plais plan plein polic popul pos posit
possibl post pratiqu prend prepar pret principal prochain product produit programm propr pu public publiqu puiss
qualit quatr quebec quelquun rapid rappel realis recherch region regl relat rencontr rend rendr rentr repons
represent reseau respect resultat retour retrouv risqu roug rout ru russ saison sait sant sav scen second securit
sein sembl sent septembr serieux serv siecl sign situat somm sourc special sud sujet sup surtout system tard te
techniqu tel term terr text the tir titr tomb total touch tour train trait travaill truc tu typ unis valeur ven vent
verit video vien vient vis vit viv vivr voi vois voit voitur voix vol vont vot voul yeux zon
    """,
    """
abandon absolu acce accept accident accompagn accueil accus acte acteur adapt adopt ador adress affirm afriqu agent
ait al album allait alle allemagn allemand amelior amer analys and anim animal aout appareil apparent apport
apprendr approch arab arrier arrive artist assemble assist atteint attendr augment aupr autoris autorit avanc
avantag aven avion avocat avril baiss ball band banqu bat beb ben bientot blanch bless bleu bois boit bonjour bord
bouch bout bras bref bureau cach cadr calm camp campagn canad canadien candidat capabl capacit capital caracter
carrier cass categor celebr central chacun chain champ champion chanson chant charl chat chaud chemin cheval chien
chiffr chin chinois ciel cinem cit citoyen civil classiqu client cod combat combien comit command commentair commerc
commercial commiss communaut compagn comport compos comprendr concept concour condamn conduit confianc confirm
connaitr consequent conserv consomm constat constitu construct contact content contrair contrat contribu correspond
couch couleur coupl cours court cout creation cris critiqu croi croir cul culturel dam danger dans debat decembr
decis decouvert decouvr defens definit dehor del dem demain democrat depend depens deplac deput derrier design
desorm dessin destin detail determin deven devenu devient devoir difficult dimanch directeur dirig discour disent
disposit divis dix docu dois doivent dollar domain domin donne dos dossi doubl drol dure echang ecrir edit educ
effort eglis elect element emiss empech employ endroit energ engag enlev enorm enquet enregistr enseign entend
entendr entendu entier entrain entre episod er erreur espac espec esprit essay essentiel estim etrang etranger euros
even evident evit evolu ex exact excellent experient exploit express exterieur extrem faibl fall faudr faut faux fet
feu fevri figur financ fix foi fou fourn frais franch frapp froid futur gener ger gestion gout gratuit grav gross
habitud hein histor honneur hopital hotel huit i ile imagin immediat impos impossibl impress independ indiqu industr
industriel inquiet install instant integr internet invest invit islam italien janvi japon jet jeux jol jusquau
justic km larg lettr lev li liber libert lieux lit log longu lou lumier lund lutt lyon machin mair maitr majorit
malheur manifest mariag marin martin matier medi memoir men menac mention merit method metr michel mid milieu
militair min minister mission mm mme model modern moit mondial monsieur montreal mur musulman nation natur naturel
net neuf new nomm novembr numero object oblig observ obten occas octobr of officiel oh ok oppos organ orient oubl
oubli ouest outr ouvertur ouvrag paix pap papi par parc pareil parfait parol partag particuli particulier partout
passag paul pauvr pense perd perdr perm permettr personnag pert peupl photo photos physiqu pir plant plupart poid
populair possed pot pouss precedent precis prefer pren presenc press pression preuv prevu princip prison priv pro
probabl proch prof professeur professionnel profit profond progress proprietair protect proteg provinc publ puissanc
putain quant quarti quitt quotidien racont radio rang rar realit recent recu reel referent reform refus regim relev
religi remarqu rempl remplac rendu repond repondr repos repris republ reserv resist respons ressembl restaur retourn
retrait reun reunion reuss rev revel reven rich roi rol sac sall samed sang sauv scienc scientif secret secteur
seigneur separ sept sert sieg signif sinon situ six soeur soi soient soin soire sol soleil solut souhait soutien
sport strateg structur styl sub succ suff suiss suivr superieur support sur tabl tableau taill taux tax technolog
telephon ten tendanc tent tenu termin terrain territoir test theatr tien to tot tourn toutefois transform transport
traval traver troisiem union uniqu unit universit usag vacanc vas vaut vehicul vendred venu verr version vert
veulent victim victoir vid vieil viennent vieux villag vin violenc visag visit vitess voisin voudr voulu voyag york
    """,
    """
abon absenc abus academ achat acquis actif activ actualit adult aeroport affect affich affront africain agenc agir
agiss agreabl agress agricol agricultur ail ais alain alcool alexandr alger aliment alli allianc allon altern
amateur ambianc ame amen amend amit amus andre ange angel angleterr anniversair annuel annul anti appar appart
apparten appartient apprec apprend appris appui arbre archiv argument arrivent aspect assis assoc ateli attach
atteindr attendu attentat attir attribu auront auto automat automobil autonom autr aventur avou axe bac bah bain
bais balanc bar barr bass bataill bateau batter battr beaut belg belgiqu benefic bernard bet bibliothequ bien bilan
billet bizarr black blagu bloc blog bloqu boir bonheur bordeau bordel boss boug boulot bouteil branch bretagn brill
bris britann bruit brul bruxel budget bus cabinet cadeau caf caiss calcul cam canal canc cap capitain caracterist
carr cathol cellul cent centain cercl cert cerveau cess chaleur championnat chapitr charm chass chateau chaussur
cheveux chi chomag chretien christian chut cibl circuit circul claud cle climat co coin coler coll collabor colleg
collegu colon com comm compar competent competit complex compliqu composit compren comt concentr concert conclus
concurrent conduir conferent confl conform congr conner consacr conscienc consist const construir construit consult
contemporain conten contenu context contraint convent convers cool cooper cop correct coul courag couron cousin
couvert couvertur couvr cred cri crim criminel croissanc croit croix cru cuisin dang daniel davantag david dec decor
decret dedan def defait defaut defendr defin degr demarch demeur demontr den denonc dent dep depos deroul des
descript desol det detest detruit di diffus dimens diminu diplom discuss discut disparu disponibl dispos disqu
distanc distinct distribu diver divers dizain docteur doigt domicil dommag donnent dorm douc douleur dr drogu duc
ecart echapp echec echel eclat ecolog ecran ecritur ecrivain effect effectu efficac egalit eh el electoral electr
electricit electron elimin eloign elu elus eme emot empir emplois emport emprunt enceint encourag end enfanc ennem
enti entraineur entrer entretien enver envoy epous epreuv equilibr equivalent eric espagn espagnol espoir etag etap
etoil eton euro evalu eventuel evoqu examen except exceptionnel exclus excus execut exerc exercic exig existent
expert explos expos exposit exprim extrait fabriqu facebook facilit facteur faim fameux familial fan fass fatigu
fauss faveur favor favoris feder federal feminin fenetr festival feuill fi fich fidel financi financier fiscal fleur
fn fonctionnair fondamental football for foret formul foutr francophon frequent front frontier fruit furent galer
gamin garant garcon gardien gaz ge genial gentil georg gest glac global googl grec grev gueul guid habituel hain
hasard hauteur henr heros hesit hiv holland hommag honnet hont http huil humanit ideal identit ignor ii illustr
immeubl immigr impact impliqu impot impression inconnu incroi indien individuel inferieur influenc info informat
ingenieur initi initial innov inscript inscrit inspir institu institut instrument insult intellectuel intelligent
intent interd intern interpret interrog intervent interview inutil invent invers isol israel issu ital jacqu jamb
jardin jaun jesus jeud jeuness jo john joi judiciair juif jul jur jurid kilometr lac lach lait latin laurent lecon
lecteur lectur legal legend leger legisl lendemain lent liberal lie ligu liquid lis litteratur logiqu lois londr
longueur lorsquil loup lourd lu luc lun lyce macron madam magasin magazin magnif maitris majeur maman man mandat
manuel marc mard mari marr marseil mass materiel max maximum mecan mech medaill medic medical melang menag ment
mental mercred merveil meti metro mettent meurtr mi michael mien milit mill milli milliard mineur minimum mobil
modif moindr monnai montagn moral morceau moteur motif motiv mour multipl municipal muse musical naissanc nant navir
ne neanmoin necessit negat negoci neig nez nic nicol no noel norm nourr nourritur nu nucleair nul null numer
obligatoir obtenu occidental oeil oeuf offert offic offici offrir oiseau olymp ombre opinion opposit option orang
ordin ordon oreil original outil p pain pair palais parallel parcour pardon parf parisien parlent partenair partiel
passe passion patient patrimoin patron pc peau pech peintur pen perform permanent permettent personnalit phas
phenomen philipp philosoph photograph phras pilot pist plag plaint plait planet plaqu plat plateau pleur plui poch
poisson pol polici pont portabl porte possibilit potentiel poursuit pouvon prennent presidentiel pri prim primair
princ printemp prive proc proced procedur processus producteur produir profil prononc proposit propriet prouv proven
provoqu proximit pub pur put qualif quantit quart quas quatriem quebecois rac ramen rapproch rassembl rat rayon re
reaction reag recet recevoir recommand reconnaiss reconnu record recour recrut recueil recuper reduct reduir reduit
reflech refug reg regional regn regret regulier rein rejet rejoindr rel religion rem rembours remettr remis remont
remport ren renforc renouvel renseign rep repar repart repet repondu reprendr republicain reput resident resolu
responsabilit ressent ressort ressourc restent resum retard retir revanch reveil revenu revenus revient revoir
revolu revu richard rir rivier rob robert rom romain roman rond ros roul royal royaum rythm sach sacr sag sal salair
salar salon salut sarkozy saur saut sauvag savent scolair seanc secondair secour secretair section select sensibl
serr sex sexuel signal silenc situe sois soldat solid sombr sommet son sondag souc souffr soulign sour sourir souten
souven specif spectacl st stad star station statist statut su success sucr suffis suicid supplementair suppos
supprim surfac surpris surveil symbol symp syndicat tach talent tap televis temoignag temoin temperatur tentat
terribl terror them theor thom tient tier tim tom ton top toulous tourist tourne trac tradit traditionnel traduct
tranquill transfert travailleur travers trent tribunal trist tromp troubl troup trouvent turqu tv twitt uni univer
up urbain urgenc us usin util utilise vagu van var vast vecu veil vendr vendu venus verifi vers vet vic videos
vincent vingt viol violent visibl vision voil volont volontair volum vouloir web week you
    """,
    """
about abri absent acced acceler accent accessibl accompl accroch achev acid acquisit actric adam adjoint admir
adolescent adversair aerien aie aient aill aiment ain albert alert alex algerien ali alimentair allais allant alpe
ambassadeur ambit amenag angle anonym antoin apparit appele apple appreci apprentissag approuv arbitr arc architect
architectur argentin arrach arrang arrond asi asiat aspir assassin assum athlet atlant atmospher attendent attitud
audienc audit auparav austral automn autorout auxquel avance avenu aver avert aveugl bai bal ballon banc bancair
banlieu barcelon base bassin battu be benefici benoit berlin bi bienvenu bier big bijou bill bio biolog bit blessur
bleus blond blu bomb born boucl bouff boul bourgeois bours boutiqu bouton box boy bravo bresil bresilien breton brun
brut bull bulletin business by cabl calendri camarad camion candidatur cann canon canton captur cardinal carton
casqu catalogu catastroph catherin ced cens ceremon cf ch chair chais champagn chanteur chanti chapeau chapel charge
chart chasseur chauffeur chercheur chevali chimiqu choc chocolat choqu chris christ christoph chroniqu cinquiem
circonst citat city civilis cliniqu clip cliqu cm col collectivit collin colonel color combattr combl comed
commencent comment commissair compagnon comparaison compens compl compose conclu concret concu conducteur conf confi
confort confront confus conjoint connaissent connard connect connus conscient conseiller consent considere consol
constitutionnel constructeur cont contest contient continent convaincr convaincu convient copain copin cord core
corrig corrupt cors costum cou coupabl courri couteau craint cran createur cree crem creus criter croient croiss
cuir cult cur curieux cycl dan debarqu debout deced decen dechet declench decr decu ded defend defenseur degag
degrad dejeun delegu delicat delir delivr demandent demenag departemental depass depot depress derang deriv descend
desert desir destine destruct detect detourn detruir deviennent devin devoil devon diabl dialogu dign din dingu
diplomat disciplin discret dison disparaitr disparit disput distingu diversit divin do documentair dor dot douch
doux douz dram drapeau du durabl dynam eclair ecoss ecras ed editeur effac efficacit egard egypt elabor electeur
eleve elit embrass emmanuel emmen empereur employeur encadr energet enerv enfer ennui enrich enterr entour
entrepreneur envisag epargn epaul equipag ere escali esclav essais essenc etendu eternel etien etroit euh eut evacu
evequ examin excit execu exemplair exigent expedit explor export extens extern extraordinair fabric factur facult
faill falloir fallu fantast felicit femin fermetur feront fichi fier fillon fit fleuv flic flott fol foll fondat
fondateur fonde foot fortun forum foul fous fout foutu fr franco frank fraud frederic frequenc fromag fuit fum
fusion gain gam gamm gateau gay genev genou geograph gerard girl gliss go golf gorg goss gouverneur grain graphiqu
grill gris guer guillaum guitar guy ha habill habitu hall handicap harry hat hauss he henry herb heritag historien
honor hop horair horizon horreur horribl hot humeur humour hyp hypothes ident identif identifi ideolog idiot illegal
immens immobili imperial implant imprim incap incend incident incit inclus inde indic indispens individu individus
infin infos infrastructur innocent insist inspecteur instanc instruct intens interdict interdit intermediair
interven intim intitul introduct introduit ira iran irland iron is it iv jack job joint jon joseph jouent joyeux
julien jury jusquen justif justifi kim laboratoir langag larm las lav le lead leg legitim lesquel levr liaison
librair licenc lieuten lill limite lion litterair liv livraison logiciel loir lol los lot lov lunet lux mac madrid
mag magiqu mail maillot maintien major majoritair manag manch manipul marchand marg maritim mark maroc masculin
masqu massacr massif mat material maternel mathemat mauric mediat mel mene mensong mess messieur metal meteo meubl
meurt mexiqu micro mignon migr miracl miroir miser miss mit mobilis moder modest modifi monaco monstr montag monte
montpelli montrent monu mortel moscou mr municipalit musicien my myster nan nationalit navig naz nobl nomin normand
notion nuag ocean odeur offens olivi oncle onde one op opportunit ordinair organise oriental os ose our ouvri pacif
panneau paquet parad paraitr parfum pari park parlementair partenariat partisan paru pascal passent pat patrick paus
paysag peintr penal pensent pension perso perspect pertinent pes petrol pieg piqu pirat pis piscin pit plain planch
plastiqu plateform plong poem poes poet poil pomm pomp pop portent portr portugal possess pouc poul pourront
poursuiv poursuivr pp pq prec precieux prefectur preferent prefet prenom preoccup presente preserv prestat pretend
pretr preven prevent prier princess priorit prisonni privileg procureur profess profondeur progr prolong prom
promess promet promot proport protest provincial psycholog publi publicit publie puisquil puissent pun queu quinz
racin racist radical ralent ram ras rassur rav real realise rebel rec recept reclam recoit recolt recompens recon
reconnaitr recul red redact refair referendum reflet reflex reflexion registr regroup rejoint remerc remerci remet
remuner rendent renonc rentre renvers renvoi repartit reper report reportag repr reprend representent reproch
resoudr respir retabl reten retenu reussit revend revien revis revolutionnair richess ridicul rigol riv robot roch
rock rog rou roy ruin rumeur ruptur rural sabl sain salop sam san sanction sarah sauc savon scandal scenario scor
sec sech sejour sel sem semblent senat senateur senegal sensat serveur session seuil sever sexy show sien signatur
similair simon sincer ski smartphon soign solair solidarit solo sommeil sor soudain souffl souffranc soulev soum
soup soupcon soutenu soutient souvenir souverain souvien specialis spectateur sportif sportiv stabl stag standard
statu stephan stock stop strasbourg street stress strict studio stupid sued sugger suivent superb suppress suprem
surpr susceptibl suspect sympath syndical syr systemat tarif tas team telecharg temoign tempet templ temporair
tension territorial thes titulair toil toilet toit toler tort totalit tourism tournag tournoi traduit trafic tranch
transit transparent travaillent tresor tribun trou trump tub ue ultra un uniform universel universitair usa
utilisent vaccin vach vainqueur vaisseau val valid valle variabl variet velo vend vendeur ventr verif veuill viand
viendr vierg vigueur vir virus visiteur vivent voient voulon voyageur voyon vrais washington william with xi xvi ya
youtub yve zero
    """,
)
