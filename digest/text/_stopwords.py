"""Words that say nothing of the subject, by language: articles, pronouns, prepositions, auxiliaries, connectives.

Folded as ``words`` folds them: no accents, contractions without what follows the apostrophe.
"""

from __future__ import annotations

_ENGLISH = """
a about above across after again against ago all almost along already also although always am amid among an and
another any anyone anything are aren around as at away be became because been before behind being below between
beyond both but by came can cannot come could couldn did didn do does doesn doing don done down during each either
else enough even ever every everyone everything few for former from further get go goes going gone got had hadn has
hasn have haven having he hence her here hers herself him himself his how however i if in indeed instead into is
isn it its itself just last least less let like made make makes many may maybe me meanwhile might mine more most
much must my myself near need neither never new next no nobody none nor not nothing now nowhere of off often on
once one only onto or other others otherwise our ours ourselves out over own per perhaps put rather re really s
said same saw say says see seen several shall she should shouldn since so some someone something still such t take
than that the their theirs them themselves then there therefore these they this those though through thus till to
together told too toward towards two under unless until up upon us use used very via was wasn way we well went were
weren what whatever when where whether which while who whoever whole whom whose why will with within without won
would wouldn yes yet you your yours yourself yourselves
"""
_GERMAN = """
ab aber alle allein allem allen aller allerdings alles als also am an andere anderem anderen anderer anderes auch
auf aus ausser bei beim bereits bis bisher da dabei dadurch dafur dagegen daher damit danach dann daran darauf
daraus darf darin daruber darum das dass dazu dein dem den denen denn dennoch der deren des deshalb dessen die dies
diese diesem diesen dieser dieses dir doch dort du durch eben ein eine einem einen einer eines einige einigen
einmal er erst es etwa etwas euch fur ganz gegen gibt gleich hab habe haben hat hatte hatten her hier hin hinter
ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in indem ins ist ja jede jedem jeden jeder jedes jedoch jene
jetzt kann kein keine keinem keinen keiner konnen konnte konnten machen man mehr mein mit mochte muss mussen musste
nach nachdem neben nein nicht nichts noch nun nur ob oder ohne schon sehr sei seien sein seine seinem seinen seiner
seit seitdem selbst sich sie sind so sogar solche soll sollen sollte sollten sondern sonst sowie uber um und uns
unser unter viel viele vielen vom von vor wahrend wann war waren warum was wegen weil weiter weitere welche welcher
wenig wenn wer werde werden wie wieder will wir wird wo wohl wollen wurde wurden zu zum zur zwar zwischen
"""
_FRENCH = """
a afin ai ainsi alors apres as au aucun aucune aujourd auquel aussi autre autres aux avait avaient avant avec avoir
ayant bien c ca car ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci comme comment contre
d dans de deja depuis des dessous dessus deux devant doit donc dont du elle elles en encore entre est et etaient
etait ete etre eu eux fait faire faut font hors hui il ils j jusqu je l la laquelle le lequel les lesquels leur
leurs lors lorsque lui m ma mais malgre me meme memes mes moi moins mon n ne ni non nos notre nous on ont or ou par
parce parfois parmi pas pendant peu peut plus plusieurs plutot pour pourquoi pourtant presque puis puisque qu quand
que quel quelle quelles quelque quelques quels qui quoi s sa sans sauf se selon sera seront ses si sien soit son
sont sous souvent sur t ta tandis tant te tel telle tels ton toujours tous tout toute toutes tres tu un une vers
voici voila vos votre vous y
"""
_SPANISH = """
a actualmente ademas al algo algun alguna algunas alguno algunos alla alli ambos ante antes aquel aquella aquello
aqui asi aun aunque bajo bien cada casi como con contra cual cuales cualquier cuando cuanto de debe deben del desde
despues donde dos durante e el ella ellas ello ellos en entonces entre era eran es esa esas ese eso esos esta estaba
estado estan estar estas este esto estos fue fueron fuera gran ha haber habia hace hacer hacia han hasta hay hecho
la las le les lo los luego mas me mediante mi mientras mis misma mismo mucho muchos muy nada ni ningun ninguna no
nos nosotros nuestra nuestro o os otra otras otro otros para pero poco por porque pues puede pueden que quien
quienes se segun sea sean ser si sido siempre sin sino sobre solo son su sus tal tambien tampoco tan tanto te tener
tiene tienen toda todas todavia todo todos tras tu tus un una unas uno unos usted va van varias varios ya yo y
"""
_ITALIAN = """
a ad agli ai al alcuni all alla alle allo altri altro anche ancora avere aveva bensi c che chi ci coi col come con
contro cosi cui da dagli dai dal dalla dalle dallo degli dei del dell della delle dello di dopo dove due e ed era
erano essere fa fino fra gia gli ha hanno ho i il in io l la le lei li lo loro lui ma me mentre mi molto ne negli
nei nel nella nelle nello no noi non nostro o ogni oltre per perche pero piu poi prima proprio quale quando quanto
quella quelle quelli quello questa queste questi questo qui se sempre senza si sia sono sta stata stati stato su
sua sue sui sul sulla sulle suo suoi tra tutti tutto un una uno verso vi
"""
_PORTUGUESE = """
a ainda alem algum alguma alguns ao aos apenas apos aquela aquele as ate cada com como contra da das de dela dele
deles depois desde dessa desse desta deste do dois dos durante e ela elas ele eles em enquanto entre era eram essa
essas esse esses esta estao estar estas estava este estes eu foi foram ha isso isto ja la lhe mais mas me mesmo
meu muito na nao nas nem no nos nossa nosso num numa o os ou outra outras outro outros para pela pelas pelo pelos
per pode podem por porque qual quando que quem se seja sem sempre ser sera seu seus si sido so sob sobre sua suas
tambem tao te tem tinha toda todas todo todos tudo um uma umas uns vai vao voce
"""
_DUTCH = """
aan al alle alleen als alsof altijd andere ben bij binnen boven bent bijna daar daarna dan dat de deze die dit doch
doen door dus een eens echter eerst elk en er erg ge geen gewoon haar had hadden heb hebben heeft hem het hier hij
hoe hun iemand iets ik in is ja je jij jou kan kon kunnen maar me meer men met mij mijn moet moeten na naar niet
niets nog nu of om omdat onder ons onze ook op over pas reeds sinds te tegen toch toen tot tussen u uit uw van
vanaf veel voor want waren was wat we wel werd werden wie wil wij worden wordt zal ze zei zelf zich zij zijn zo
zoals zonder zou zouden
"""

STOPWORDS = {
    "en": frozenset(_ENGLISH.split()),
    "de": frozenset(_GERMAN.split()),
    "fr": frozenset(_FRENCH.split()),
    "es": frozenset(_SPANISH.split()),
    "it": frozenset(_ITALIAN.split()),
    "pt": frozenset(_PORTUGUESE.split()),
    "nl": frozenset(_DUTCH.split()),
}
