"""What checks of a claim know of English. The lists hold words of general English; none is there because of a single text."""

from __future__ import annotations

from digest.text.languages.language import ClaimWords, grouped, groups, listed

CLAIMS = ClaimWords(
    free=listed("""
a an the this that these those which who whom whose it its be am is are was were been being do does did done
have has had having of in on at by to for with from as and also
"""),
    opens_clause=listed("""
but while whereas although though because unless if that which who whom whose when where after before until
since
"""),
    coming=listed("will shall would due plan plans planned set expected scheduled to"),
    not_yet=listed("""
aim agree ask attempt bid call consider demand effort expect fail forbid hope intend intention invite mean need
offer order persuade plan pledge prepare press promise propose proposal pressure push ready refuse seek set tell
threat threaten try urge vow want warn willing wish decide decline hesitate due likely able unable allow ban
struggle reluctant encourage require force
"""),
    gerund_leaders=listed("""
consider deny avoid oppose reject suggest propose discuss contemplate risk resist mull weigh prevent stop short
instead accuse suspect warn
"""),
    conditions=listed("if unless provided assuming"),
    role_modifiers=listed("""
former ex acting deputy vice interim assistant shadow outgoing incoming ousted retired onetime late
"""),
    place_modifiers=listed("north south east west northern southern eastern western new upper lower central"),
    particles=listed("off down out away back apart"),
    after_preposition=listed("of from to by at in on for with into"),
    unreal_heads=listed("""
ban end opponent opposition critic criticism lack absence threat fear failure refusal halt suspension delay
rejection denial risk plan proposal bid call demand hope prevention request promise possibility likelihood
prospect rumour suspicion allegation accusation charge
"""),
    head_links=listed("of on to for against over from"),
    amounts=grouped(
        some="some several",
        few="few",
        most="most",
        all="all every each both",
        half="half",
        nearly="nearly almost",
        only="only solely merely",
    ),
    qualifiers={
        "more": r"(?:more\sthan|over|above|at\sleast|exceed(?:s|ed|ing)?|upwards?\sof|no\s(?:fewer|less)\sthan|north\sof)\s$",
        "less": r"(?:(?:less|fewer|lower)\sthan|under|below|at\smost|up\sto|no\smore\sthan|short\sof)\s$",
        "nearly": r"(?:nearly|almost|close\sto|just\sunder)\s$",
        "about": r"(?:about|around|roughly|some|approximately|an\sestimated|circa)\s$",
    },
    company=listed("""
up down over under above below before after against without between during until since off out into towards
toward through beyond behind within despite amid outside inside more less fewer most least only even both either
higher lower first last next new old former earlier later
"""),
    saying_nouns=listed("""
state note claim report post comment call quote joke promise pledge vow estimate demand stress praise tweet
boast reply
"""),
    quoting=listed("""
say tell add state write reply tweet note explain argue warn insist claim ask announce report according
"""),
    neutral_saying=listed("say tell state add according"),
    opposites=tuple(
        tuple(pair.split("|"))
        for pair in """
rise increase grow climb gain jump surge soar advance expand improve|fall decrease drop decline shrink plunge slump tumble sink ease worsen dip
raise boost lift strengthen|cut lower reduce slash weaken curb
high higher highest|low lower lowest
more most|less least fewer
large big great major huge|small little minor tiny
win victory victorious|lose defeat loss
support back favour endorse approve accept welcome praise|oppose reject refuse veto criticise condemn denounce dismiss
allow permit legalise authorise|ban forbid prohibit block outlaw bar
begin start launch open|end stop close finish halt suspend cancel
join enter arrive|leave quit exit depart
accept admit confirm acknowledge|deny refute reject
agree|disagree refuse
succeed success|fail failure
strong|weak
early earlier|late later
first|last
before|after
above over|below under
up|down
north northern|south southern
east eastern|west western
left|right
public|private
legal lawful|illegal unlawful
guilty convict sentence|innocent acquit clear
possible likely able|impossible unlikely unable
safe|dangerous unsafe
friend ally|enemy rival
buy import|sell export
hire appoint|fire dismiss sack
peace ceasefire truce|war
attack|defend
remember|forget
love|hate
old|new young
""".strip().splitlines()
    ),
    irregular=groups("""
arise arose arisen|awake awoke awoken|be am is are was were been being|bear bore borne|beat beaten|become became
|begin began begun|bend bent|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred
|bring brought|build built|burn burnt|buy bought|catch caught|choose chose chosen|come came|cut cutting|deal dealt
|dig dug|do does did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
|feed fed|feel felt|fight fought|find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten
|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone goes|grow grew grown
|hang hung|have has had|hear heard|hide hid hidden|hit hitting|hold held|keep kept|know knew known|lay laid|lead led
|learn learnt|leave left|lend lent|let letting|lie lay lain lying|lose lost|make made|mean meant|meet met|pay paid
|put putting|quit quitting|read reading|ride rode ridden|ring rang rung|rise rose risen|run ran running|say said says
|see saw seen|seek sought|sell sold|send sent|set setting|shake shook shaken|shoot shot|show shown|shut shutting
|sing sang sung|sink sank sunk|sit sat|sleep slept|speak spoke spoken|spend spent|split splitting|spread spreading
|stand stood|steal stole stolen|stick stuck|strike struck stricken|strive strove striven|swear swore sworn
|sweep swept|swim swam|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
|throw threw thrown|understand understood|undergo underwent undergone|wake woke woken|wear wore worn|weep wept
|win won winning|withdraw withdrew withdrawn|withhold withheld|write wrote written|overthrow overthrew overthrown
|overcome overcame|undertake undertook undertaken|uphold upheld|foresee foresaw foreseen|oversee oversaw overseen
|man men|woman women|child children|person people|foot feet|life lives|wife wives|crisis crises
|die died dies dying|tie tied ties tying
"""),
    spellings=(
        ("(?<=..)isation", "ization"),
        ("(?<=...)is(?=(?:e|ed|es|ing|er|ers)$)", "iz"),
        ("yse(?=[ds]?$)", "yze"),
        ("(?<=[bdlmnvt])our(?=$|s$|ed$|ing$|able|ite|al|er)", "or"),
        ("(?<=[bt])re$", "er"),
        ("(?<=[aeo])lled$", "led"),
        ("(?<=[aeo])lling$", "ling"),
        ("ence$", "ense"),
        ("ogue$", "og"),
        ("^programme", "program"),
    ),
)

NEGATIONS = listed("""
not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely
""")
MODALS = grouped(
    possible="may might could can cannot ca", certain="will would shall wo sha ll", needed="must should ought"
)
"""``would`` is how reported speech says ``will``."""
HEDGES = listed("""
possibly perhaps maybe probably likely unlikely reportedly allegedly alleged apparently purported purportedly
supposedly supposed potentially potential possible appear appeared appears seem seemed seems suspected
unconfirmed believed thought rumoured claimed presumably arguably tentatively provisionally expected reported
""")
SAYING = listed("""
say tell add state note write reply respond tweet announce claim argue accuse warn insist deny suggest allege
report believe think declare assert explain stress describe call ask urge post comment concede admit acknowledge
confirm reveal promise pledge vow predict estimate expect complain criticise condemn praise demand according
maintain contend quote recall testify joke boast
""")
PRONOUNS = listed("he she they it his her their him them its this that these those we i our")
