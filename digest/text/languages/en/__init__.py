"""What is known of English."""

from __future__ import annotations

from digest.text.languages.en.claims import CLAIMS, HEDGES, MODALS, NEGATIONS, PRONOUNS, SAYING
from digest.text.languages.en.news import NEWS
from digest.text.languages.en.page import PAGE
from digest.text.languages.en.reporting import DISPUTES, REPORTING
from digest.text.languages.language import Language, NumberWords, SentenceWords, grouped, groups, listed

LANGUAGE = Language(
    code="en",
    name="English",
    stopwords=listed("""
a about above across after again against ago all almost along already also although always am amid among an and
another any anyone anything are aren around as at away be became because been before behind being below between
beyond both but by came can cannot come could couldn did didn do does doesn doing don done down during each
either else enough even ever every everyone everything few for former from further get go goes going gone got
had hadn has hasn have haven having he hence her here hers herself him himself his how however i if in indeed
instead into is isn it its itself just last least less let like made make makes many may maybe me meanwhile
might mine more most much must my myself near need neither never new next no nobody none nor not nothing now
nowhere of off often on once one only onto or other others otherwise our ours ourselves out over own per perhaps
put rather re really s said same saw say says see seen several shall she should shouldn since so some someone
something still such t take than that the their theirs them themselves then there therefore these they this
those though through thus till to together told too toward towards two under unless until up upon us use used
very via was wasn way we well went were weren what whatever when where whether which while who whoever whole
whom whose why will with within without won would wouldn yes yet you your yours yourself yourselves
"""),
    months=groups("""
january jan| february feb| march mar| april apr| may| june jun| july jul| august aug| september sep
sept| october oct| november nov| december dec
"""),
    weekdays=tuple("monday tuesday wednesday thursday friday saturday sunday".split()),
    near_days={"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "tomorrow": 1},
    countries=groups("""
afghanistan afghan afghans|albania albanian albanians|algeria algerian algerians|america american americans us usa
|angola angolan angolans|argentina argentine argentinian argentines|armenia armenian armenians
|australia australian australians|austria austrian austrians|azerbaijan azerbaijani azerbaijanis|bahrain bahraini
|bangladesh bangladeshi bangladeshis|belarus belarusian belarusians|belgium belgian belgians|bolivia bolivian bolivians
|bosnia bosnian bosnians|brazil brazilian brazilians|britain british britons briton uk|bulgaria bulgarian bulgarians
|cambodia cambodian cambodians|cameroon cameroonian|canada canadian canadians|chad chadian|chile chilean chileans
|china chinese|colombia colombian colombians|congo congolese|croatia croatian croatians|cuba cuban cubans
|cyprus cypriot cypriots|czechia czech czechs|denmark danish dane danes|ecuador ecuadorian|egypt egyptian egyptians
|england english|eritrea eritrean|estonia estonian estonians|ethiopia ethiopian ethiopians|europe european europeans
|finland finnish finn finns|france french|gaza gazan gazans|georgia georgian georgians|germany german germans
|ghana ghanaian ghanaians|greece greek greeks|guatemala guatemalan|haiti haitian haitians|honduras honduran
|hungary hungarian hungarians|iceland icelandic|india indian indians|indonesia indonesian indonesians
|iran iranian iranians|iraq iraqi iraqis|ireland irish|israel israeli israelis|italy italian italians
|jamaica jamaican|japan japanese|jordan jordanian jordanians|kazakhstan kazakh|kenya kenyan kenyans|korea korean koreans
|kosovo kosovar kosovan|kuwait kuwaiti|kyrgyzstan kyrgyz|laos lao|latvia latvian latvians|lebanon lebanese|liberia liberian
|libya libyan libyans|lithuania lithuanian lithuanians|luxembourg luxembourgish|malaysia malaysian malaysians|mali malian
|malta maltese|mexico mexican mexicans|moldova moldovan moldovans|mongolia mongolian|montenegro montenegrin
|morocco moroccan moroccans|mozambique mozambican|myanmar burma burmese|nepal nepali nepalese|netherlands dutch
|nicaragua nicaraguan|niger nigerien|nigeria nigerian nigerians|norway norwegian norwegians|oman omani
|pakistan pakistani pakistanis|palestine palestinian palestinians|panama panamanian|paraguay paraguayan
|peru peruvian peruvians|philippines philippine filipino filipinos|poland polish pole poles|portugal portuguese
|qatar qatari qataris|romania romanian romanians|russia russian russians|rwanda rwandan|scotland scottish scots
|senegal senegalese|serbia serbian serbs serb|singapore singaporean|slovakia slovak slovaks|slovenia slovenian slovene
|somalia somali somalis|spain spanish|sudan sudanese|sweden swedish swede swedes|switzerland swiss|syria syrian syrians
|taiwan taiwanese|tajikistan tajik|tanzania tanzanian|thailand thai thais|tibet tibetan|tunisia tunisian tunisians
|turkey turkish turk turks turkiye|turkmenistan turkmen|uganda ugandan|ukraine ukrainian ukrainians|uruguay uruguayan
|uzbekistan uzbek|venezuela venezuelan venezuelans|vietnam vietnamese|wales welsh|yemen yemeni yemenis|zambia zambian
|zimbabwe zimbabwean|africa african africans|asia asian asians|islam islamic muslim muslims
"""),
    name_titles=listed("""
mr mrs ms miss dr prof professor sir dame lord lady president prime minister chancellor premier senator sen
representative rep congressman congresswoman governor gov mayor secretary king queen prince princess pope
general gen colonel col captain capt judge justice ambassador speaker chief foreign defence defense interior
finance vice deputy former attorney mp leader chairman chairwoman chair director
"""),
    denials=r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot)\b|n't\b",
    negations=NEGATIONS,
    modals=MODALS,
    hedges=HEDGES,
    saying=SAYING,
    pronouns=PRONOUNS,
    sentences=SentenceWords(
        titles=listed("""
mr mrs ms mx messrs dr prof sen sens rep reps gov govs gen lt col sgt capt maj adm cmdr cpl pvt brig rev hon
pres st ste mt ft supt det insp sec amb atty asst assoc dir mgr sr. fr msgr
"""),
        inner=listed("vs v viz cf approx ca nos pp vol ed eds fig figs e.g i.e"),
        either=listed("""
inc corp ltd co bros jr sr etc al est dept univ gov u.s u.k u.n e.u d.c u.s.s.r a.m p.m ph.d b.a m.a m.d b.c a.d
jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun ala ariz ark calif colo
conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
n.c n.d n.h n.j n.m n.y r.i s.c s.d w.va
"""),
        numbered=listed("""
no nos nr art p pp fig figs vol ch sec jan feb mar apr jun jul aug sep sept oct nov dec ca approx
"""),
        lettered=listed("""
plan vitamin vitamins hepatitis group class grade team type category option article section schedule exhibit
phase generation
"""),
        starters=listed("""
the a an this that these those he she it they we you i his her its their our my there here but and or so yet if
when while as after before since because although though however meanwhile in on at by for from to with what who
why how where which some many most all no not one two both each
"""),
        after_quotation=listed("""
said says say asked asks told tells added adds wrote writes replied argued insisted warned declared exclaimed
shouted tweeted posted continued explained recalled concluded demanded wondered joked
"""),
        clock=listed("""
et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest monday tuesday wednesday thursday friday
saturday sunday today tonight
"""),
        ties=(
            "(?:however|meanwhile|moreover|furthermore|additionally|in addition|besides|also|separately|"
            "elsewhere|nevertheless|nonetheless|similarly|likewise|finally|lastly|indeed|in fact|of course|"
            r"to be sure|that said|at the same time|still), |(?:but|and) (?!for\b|then\b|yet\b|so\b|not\b|if\b|"
            r"when\b|while\b|now\b)"
        ),
    ),
    numbers=NumberWords(
        units=tuple(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
        ),
        tens=tuple("twenty thirty forty fifty sixty seventy eighty ninety".split()),
        ordinals=tuple(
            "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
        ),
        tenths=tuple("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()),
        scales={
            "hundred": 100,
            "thousand": 1_000,
            "k": 1_000,
            "million": 1_000_000,
            "m": 1_000_000,
            "mn": 1_000_000,
            "billion": 1_000_000_000,
            "bn": 1_000_000_000,
            "b": 1_000_000_000,
            "trillion": 1_000_000_000_000,
            "tn": 1_000_000_000_000,
        },
        fractions={"half": "0.5", "halves": "0.5", "quarter": "0.25", "quarters": "0.25", "thirds": "0.3333"},
        fixed={
            "dozen": 12,
            "dozens": 12,
            "twice": 2,
            "double": 2,
            "triple": 3,
            "score": 20,
            "hundreds": 100,
            "thousands": 1_000,
            "millions": 1_000_000,
            "billions": 1_000_000_000,
            "trillions": 1_000_000_000_000,
        },
        many=listed("dozens hundreds thousands millions billions trillions"),
        money=grouped(
            dollar="$ us$ dollar dollars usd",
            pound="£ pound pounds gbp",
            euro="€ euro euros eur",
            yen="¥ yen",
            rupee="₹ rupee rupees",
            rouble="₽ rouble roubles ruble rubles",
            cent="cent cents",
            yuan="yuan",
        ),
    ),
    page=PAGE,
    news=NEWS,
    reporting=REPORTING,
    disputes=DISPUTES,
    claims=CLAIMS,
)
