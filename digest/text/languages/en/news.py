"""What tells news of politics from other news, in English."""

from __future__ import annotations

from digest.text.languages.language import NewsWords, listed

NEWS = NewsWords(
    politics=listed("""
parliament parliamentary congress congressional senate senator lawmaker legislator legislature legislation
legislative minister ministry ministerial president presidential presidency vice-president government
governmental governor mayor chancellor premier prime-minister cabinet white-house downing-street kremlin
election electoral electorate elect vote voter ballot referendum poll-station campaign-trail candidate candidacy
nominee caucus inauguration incumbent democrat democratic republican gop conservative-party labour-party tory
coalition opposition-leader opposition-party bipartisan partisan filibuster veto impeach impeachment politician
political politics policy policymaker statesman diplomat diplomatic diplomacy ambassador embassy envoy consulate
foreign-affairs sanction treaty geopolitical sovereignty annex annexation occupation nato european-union eu un
united-nations security-council european-commission brussels-summit g7 g20 summit bilateral ceasefire cease-fire
truce peace-talk peace-deal war troop military army airstrike missile nuclear-weapon warhead militant insurgent
rebel coup junta dictator regime extremist terrorist terrorism terror national-security homeland-security
intelligence-agency surveillance spy espionage immigration immigrant migrant asylum refugee deport deportation
border-wall undocumented citizenship visa-ban supreme-court constitution constitutional unconstitutional
attorney-general justice-department ruling injunction federal-court federal-judge war-crime tribunal icj icc
human-right civil-right civil-liberty discrimination activist protest protester demonstrator dissident tax
taxpayer budget deficit austerity tariff trade-deal trade-war central-bank fiscal public-spending debt-ceiling
shutdown welfare pension medicare medicaid obamacare health-insurance minimum-wage union-leader childcare-policy
social-care public-housing climate-change climate-policy emission fossil-fuel abortion gun-control death-penalty
legalize legalise legalization decriminalize regulator-fine executive-order state-of-emergency
national-emergency governance left-wing right-wing far-right far-left populist nationalist socialist communist
liberal-party conservative whip spokesperson-for-the-ministry congressman congresswoman house-of-representatives
capitol statehouse state-legislature law federal administration reform subsidy peace peacekeeper brexit court
judge lawsuit sue plaintiff prosecutor dialogue inter-korean nuclear-test statehood public-policy bylaw
bill-signing sworn-in swear-in terror-attack resign resignation ethics-committee councillor councilor
city-council local-authority municipality mp mps lobbying lobbyist corruption-charge graft bribery
settlement-funding
"""),
    other=listed("""
football footballer soccer basketball baseball cricket cricketer rugby tennis golf golfer hockey quarterback
touchdown midfielder striker goalkeeper defender goalless penalty-shootout premier-league champions-league
europa-league league-cup fa-cup world-cup grand-prix formula-one formula-1 pole-position nascar olympic-games
olympic-champion medal championship tournament playoff semi-final quarter-final coach manager-sacked
transfer-window stadium fixture kick-off half-time innings wicket athlete batsman bowler referee actor actress
movie-star producer screenplay starring mogul hollywood movie film blockbuster box-office netflix celebrity
singer album pop-star rapper concert red-carpet oscar grammy emmy golden-globe reality-tv soap-star royal-baby
fashion catwalk makeup skincare horoscope zodiac recipe cooking restaurant chef lottery jackpot sleeping-bag
camping backpack technology tech silicon-valley engineer user device scholar academic campus smartphone iphone
ipad android laptop gadget headphone console playstation xbox nintendo video-game gamer app search-box chatbot
chip-maker processor startup venture-capital supercomputer software browser smartwatch takeover-bid acquisition
merger shareholder quarterly-earnings share-price analyst chief-executive market-news stock stock-market bitcoin
crypto cryptocurrency investor hedge-fund ipo rocket spacecraft spaceport satellite-launch astronaut asteroid
telescope astronomer galaxy planet dinosaur fossil species scientist-discover plane-crash train-crash car-crash
bus-crash derail derailment collide collision capsize cruise-ship charter-aircraft pilot-error wildfire
earthquake tornado hurricane cyclone thunderstorm storm flood flooding heavy-rain weather forecast heatwave
avalanche murder murderer serial-killer stabbing stabbed homicide kidnap burglary robbery cannibal basement
dismember drowning drown poisoning methanol overdose manslaughter inmate backpacker hostel tourist holidaymaker
data-breach hacker credit-agency credit-score identity-theft crossword puzzle quiz dating wedding divorce diet
workout weight-loss yoga wellness parenting pet dog cat breakfast
"""),
    politics_labels=listed(
        "politics elections election parliament congress senate government policy diplomacy"
    ),
    other_labels=listed("""
sport sports football soccer cricket rugby tennis golf entertainment celebrity celebrities showbiz tv movies
film films music culture lifestyle style fashion beauty horoscope horoscopes food recipes travel gaming games
gadgets gear reviews shopping deals cars motoring weather puzzles crosswords obituaries
"""),
    to_come=(
        r"\b(?:set|poised|due|expected|likely|scheduled|about|preparing|prepares?|braced|ready) to\b|\bon the verge of\b"
    ),
    deeds=listed("""
kill killed dead die dies died death massacre attack bombing explosion shooting assassinate assassination invade
invasion war ceasefire truce coup sworn-in inaugurate inauguration elect elected wins win victory defeat defeated
resign resigns resignation quit quits oust ousted sacked impeach impeached impeachment indict indicted indictment
convict convicted sentence sentenced jailed acquit acquitted arrest arrested extradite charged strikes-down struck-down
uphold upheld overturn overturned ruling block blocks blocked ban bans banned approve approves approved pass passes
passed adopt adopts adopted reject rejects rejected override overrides veto vetoes sign signs signed enact enacted
declare declares declared emergency impose imposes imposed sanction tariff withdraw withdraws annex annexed
nationalise nationalize shutdown dissolve dissolved collapse collapses default bankrupt bankruptcy fire fires fired
launch launches launched test-fire missile deploy deploys deployed evacuate evacuated deport deported abolish abolished
legalise legalize repeal repealed devalue treaty recall appointed appoint appoints nominate nominates
raises cut cuts seize seizes seized crackdown besiege surrender hostage expel expels expelled suspend suspends
takes-office took-office sue sues sued
"""),
    talk=listed("""
say says urge urges warn warns call calls slam slams blast blasts lash lashes criticise criticize criticises
criticizes criticism accuse accuses hint hints suggest suggests defend defends mull mulls consider considers weigh weighs ponder
debate debates discuss discusses talk talks argue argues argument arguments feud spar spars clash clashes mock mocks plead pleads
praise praises hail hails react reacts respond responds response tweet tweets poll polls survey question questions could may might should
want wants seek seeks eye eyes hope hopes vow vows claim claims insist insists play down plays downplay explain explained explainer
what why how analysis opinion hears hear offer visit speech
"""),
    offices=listed("""
president prime-minister chancellor congress senate parliament supreme-court constitutional-court government cabinet
pope king queen central-bank white-house security-council nato eu european-union united-nations defence-minister
defense-minister foreign-minister finance-minister
"""),
    judgement=listed("""
mob thug rampage stagger stun stunning shocking shock humiliate humiliating disgrace outrage fury furious slam blast
bombshell chaos meltdown epic brutal savage rip shred destroy crush explosive jaw-dropping unhinged sick vile
rigged sham farce witch-hunt smear grovel sneak sleazy loony woke snowflake stinging blow crucial squeaks
"""),
    accusation=listed(
        "accuse accused accuses accusation allege alleges alleged allegation blame blames blamed"
    ),
    reply=listed("""
deny denies denied denial reject rejects rejected dispute disputes disputed dismiss dismissed refute refutes refuted rebut
"""),
    staging=listed("""
press-conference news-conference briefing rose-garden podium lectern motorcade smiles reporters video flanked
"""),
    common_in_names=listed("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
september october november december president minister prime party government parliament
"""),
)
