"""What sentences of English reports say of themselves, and how reports contradict each other."""

from __future__ import annotations

from digest.text.languages.language import DisputeWords, ReportingWords, grouped, listed

REPORTING = ReportingWords(
    openings=(
        "and|but|or|so|yet|nor|then|also|too|thus|hence|he|she|it|they|them|that|these|those|his|her|hers|"
        "its|their|theirs|him|such|both|neither|either|another|others?|here|there(?! (?:is|are|was|were|has|"
        r"have|had|will|would|may|could)\b)|however|meanwhile|moreover|furthermore|additionally|nevertheless|"
        "nonetheless|instead|otherwise|therefore|consequently|accordingly|besides|likewise|similarly|"
        "conversely|still|indeed|afterwards?|later|earlier|previously|elsewhere|separately|finally|lastly|"
        "secondly|thirdly|again|by contrast|in (?:contrast|addition|response|turn|return|other words|fact|"
        "short|both)|as (?:a result|such|well)|at (?:the|that|this) (?:time|point|moment|stage)|"
        "at the same time|(?:by|since|until) then|by that time|on the other hand|for (?:example|instance|"
        "that reason|now)|of (?:these|those|course)|(?:the )?same|one of (?:them|these|those)|the (?:latter|"
        "former)(?! (?-i:[A-Z]))|this(?! (?:week|month|year|morning|afternoon|evening|spring|summer|autumn|"
        "fall|winter|season|term|time|century|decade))|(?:only |just )?(?:soon|shortly|immediately|minutes|"
        "hours|days|weeks|months|years) (?:after(?:wards?)?|later|earlier|before)(?=,)|(?:an? |"
        r"\w+ )?(?:minutes?|hours?|days?|weeks?|months?|years?) (?:later|earlier)"
    ),
    times=(
        "week|month|year|morning|afternoon|evening|spring|summer|autumn|fall|winter|season|term|time|century|"
        "decade"
    ),
    known_nouns=(
        "move|decision|announcement|comments?|remarks?|statements?|pair|duo|two|three|trio|incident|"
        "development|findings?|revelations?|proposals?|measures?|changes?|plans?|allegations?|claims?|"
        "accusations?|request|meeting|visit|call|letter|interview|speech|post|report|ruling|deal|agreement|"
        "document|suspect|victims?|man|woman|group|others|result|vote|step|figures?|amount|total|case|"
        "lawsuit|suit|bill|law|order|ban|attack|strike|explosion|protest|rally|talks|trip|trial|hearing|"
        "video|footage|message|warning|threat|response|reaction|question|issue|problem|situation|idea|"
        "suggestion|criticism|clash|prime minister|president|chancellor|minister|senator|governor|mayor|"
        "secretary|official|spokes(?:man|woman|person)|lawmaker|politician|leader|judge|agency|company|"
        "organi[sz]ation|party|country|city|state|region|charges?|investigation|probe|study|survey|poll|"
        "program(?:me)?|project|policy|cuts?|tabloid|newspaper|magazine|paper|outlet|spot|ad|advert|clip|"
        "images?|photos?|photographs?|defendants?|plaintiffs?|accused|authors?|researchers?|organi[sz]ers|"
        "crowd|site|firm|business|family|couple|teenager|boy|girl|driver|launch|rumou?rs?|concerns"
    ),
    says_which=(
        "of|to|that|in|between|on|for|from|against|at|by|with|over|about|into|whose|who|which|where|when|"
        "after|and"
    ),
    common_openings=listed("""
after although as at because before by despite during for from if in on once since though until when whether
while with without asked speaking
"""),
    page=(
        "click here|sign up|log in|sign in|subscribe|newsletters?|read more|read also|see also|follow us|"
        "share this|all rights reserved|copyright|cookies?|photo(?:graph)? (?:by|credit)|(?:file|handout|"
        "stock) (?:photo|picture|image)|image (?:source|caption|credit)|getty images|(?:reporting|editing|"
        "writing|translation) by|additional reporting|contributed to this (?:report|story|article)|"
        "this (?:article|story) (?:was|has been|is|first|originally)|(?:originally|first) published|"
        "last updated|min(?:ute)?s? read|watch (?:live|now|the video|more)|listen now|download (?:the|our)|"
        "terms (?:of use|and conditions)|privacy policy|contact us|e-?mail (?:us|address)|news alerts?|"
        "market data|javascript|your browser|support us|become a member|comments are|scroll (?:down|to)|"
        "tap (?:here|to)|pictured above|(?:graphic|chart|map|video) (?:above|below)"
    ),
    abbreviated=(
        "Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Rev|St|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|"
        "vs|Inc|approx"
    ),
    determiners=(
        "an?|the|your|my|our|this|these|those|that|every|each|any|all|some|more|no|it|them|him|her|me|us|"
        "yourself"
    ),
    statement_openings=listed("""
about above across after against ahead all along alongside although amid amidst among and around as at because
before behind below beneath beside besides between beyond both but by concerning considering contrary despite
down during either else even ever except excluding few following for from given half how if in including inside
instead into is it just last less like many more most much near neither next nor not notwithstanding of off
often on once one only onto opposite or our out outside over past pending per plus quite rather regarding
respecting save several since so some still such than that the their then there though through throughout till
to together too toward towards twice two under underneath unless unlike until up upon versus via was were what
whatever when whenever where whereas wherever whether which whichever while who whoever whom whose why with
within without would yet nearly almost roughly perhaps maybe today yesterday tomorrow now never always sometimes
first second third had has have should could may might will can do does did are am be
"""),
    command_verbs=(
        "please|kindly|ignore|disregard|forget|remember|note|consider|ensure|make|let|imagine|suppose|"
        "pretend|act|write|rewrite|reply|respond|answer|print|output|include|insert|append|add|embed|"
        "incorporate|integrate|translate|summari[sz]e|repeat|say|tell|explain|describe|list|name|find|give|"
        "provide|create|generate|develop|compose|design|suggest|recommend|use|avoid|replace|remove|change|"
        "modify|alter|convert|encode|decode|format|calculate|compute|solve|visit|check|try|do not|don['’]t|"
        "stop|start|begin|end|finish|click|follow|see|read|watch|listen|join|get|take|keep|learn|discover|"
        "help|share|send|open|run|execute|install|download|apply|enter|choose|select|look|think|feel|go|come|"
        "contact|buy|shop|enjoy|meet"
    ),
    to_machines=(
        r"\b(?:previous|prior|above|earlier|following|these|those|system) (?:instructions?|prompts?|"
        r"directions?)\b|\b(?:language model|chatbot|ai assistant|ai model|as an ai|system prompt|"
        "the assistant|the summari[sz]er|(?:an?|any|all) (?:ai )?(?:tools?|systems?|agents?) (?:must|should|"
        "reading|that)|(?:the|an?|any|all) summar(?:y|ies) (?:must|should)|(?:the|this) (?:response|answer|"
        r"output) (?:must|should))\b"
    ),
    speech=(
        "said|says|told|tells|added|adds|announced|claimed|claims|argued|argues|warned|warns|denied|denies|"
        "insisted|insists|stated|states|wrote|writes|tweeted|posted|accused|accuses|called|confirmed|"
        "confirms|declared|declares|alleged|alleges|vowed|vows|promised|suggested|suggests|acknowledged|"
        "admitted|noted|notes|explained|responded|replied|testified|urged|urges|demanded|demands|reported|"
        "reports|stressed|rejected|dismissed|described|predicted"
    ),
    not_speakers=listed("monday tuesday wednesday thursday friday saturday sunday the a an in on at"),
    future=(
        r"will|shall|would|(?:is|are|was|were) (?:to|due|scheduled|expected|planned|set|slated|supposed)\b|"
        "(?:has|have|had) until|(?:plans?|intends?|hopes?|wants?) to|must|expires|takes? (?:place|effect|"
        "office)|begins|starts|opens|ends|meets|returns|resumes|scheduled for|due (?:on|by)|planned for|"
        "set for|to be held"
    ),
    future_or_past="would|was|were|had|begins|starts|opens|ends|meets|returns|resumes",
    events=(
        r"vot(?:es?|ers?|ing)|ballots?|polls?|elect\w*|by-elections?|referendum|primary|run-?off|hearings?|"
        r"hears?|trials?|verdict|sentenc\w+|rul(?:e|es|ing)|appeals?|court|summit|talks|negotiations?|"
        "meet(?:s|ing|ings)?|sessions?|sittings?|sits?|debates?|congress|conference|convention|deadline|"
        r"until|expir\w+|decide[sd]?|decisions?|publish\w*|present(?:s|ed)?|report|budget|strikes?|"
        r"demonstrations?|protests?|rally|visits?|inaugurat\w+|sworn in|take[sn]? (?:office|effect)|(?:come|"
        r"comes|enter|enters) into force|sign(?:s|ed|ing)?|ceremony|launch\w*|resum\w+|reopen\w*|round of|"
        r"step(?:s)? down|leadership|testif\w+|inquiry|announce\w*|review|ceasefire|truce|tariffs?|sanctions"
    ),
    doubtful=(
        r"\b(?:not|never|no longer|cancel\w*|postpon\w*|called off|scrapped|delayed|whether|could|might|may|"
        r"reportedly|anniversar\w*|commemorat\w*|birthday|ago|since)\b|n[’']t\b"
    ),
    grim=(
        r"dead|deadl\w*|deaths?|die[sd]?|dying|kill\w*|murder\w*|massacr\w*|slain|fatal\w*|casualt\w*|"
        r"victims?|injur\w*|wound\w*|maim\w*|hostages?|captives?|abduct\w*|kidnap\w*|missing|bod(?:y|ies)|"
        r"corpses?|graves?|rap(?:e[sd]?|ists?)|sex\w*|arrest\w*|abus\w*|assault\w*|attack\w*|bomb\w*|"
        r"missiles?|drones?|shell(?:s|ing|ed)|strikes? on|air ?strikes?|shoot\w*|shot|gun\w*|stabb\w*|"
        r"tortur\w*|terror\w*|genocid\w*|war|wars|troops|suicid\w*|starv\w*|famine|hunger|malnourish\w*|"
        r"epidemic|outbreak|infected|drown\w*|earthquake|disaster|evict\w*|displaced|refugees?|homeless|"
        r"deport\w*|execut(?:ed|ions?)|prisoners?|crash\w*"
    ),
    compared=(
        r"(?:more|fewer|less|higher|lower|larger) than (?!\W?\d|an? )|(?:up|down|risen|fallen|rose|fell|grew|"
        r"grown|shrank|doubled|halved|tripled|increased?|decreased?|cut|raised?|trim\w*) (?:\w+ )?(?:from|by|"
        "to)|than (?:in|a|the)|since|compared|highest|lowest|largest|smallest|record|first time|twice|half|"
        "(?:third|quarter|fifth|tenth)s? of|out of|(?:per ?cent|%) of|on average|a majority"
    ),
    taken_for_known="the|this|that|these|those|its|their|his|her",
    unsure=r"claim\w*|alleg\w*|reported(?:ly)?|could|might|may|rumou?r\w*|speculat\w*",
    leaning=(
        r"\b(?:they|them|theirs?|it|its|he|him|his|she|hers?|this|these|those(?! who))\b|^(?:that|there|yes|"
        r"no|well)\b"
    ),
    for_somebody="for|of|to|from|with|by|about|after|at|in|on|and",
)

DISPUTES = DisputeWords(
    says=(
        "said|says?|tells?|told|claim(?:s|ed)?|argue[sd]?|insist(?:s|ed)?|maintain(?:s|ed)?|allege[sd]?|"
        "accuse[sd]?|assert(?:s|ed)?|report(?:s|ed)?|announce[sd]?|warn(?:s|ed)?|confirm(?:s|ed)?|state[sd]?|"
        "believe[sd]?|saying"
    ),
    counts=(
        "count(?:s|ed)?|estimate[sd]?|(?:speaks?|spoke) of|puts?|gives?|gave|reckon(?:s|ed)?|record(?:s|ed)?"
    ),
    denies=(
        "den(?:y|ies|ied)|(?:reject(?:s|ed)?|dismiss(?:es|ed)?|dispute[sd]?|contradict(?:s|ed)?|"
        r"refute[sd]?)(?=\s(?:it|that|(?:\w+\s){0,2}(?:claims?|allegations?|accusations?|charges?|"
        r"suggestions?|figures?|account))\b)"
    ),
    nobody=(
        "he|she|it|they|we|i|you|this|that|these|those|there|what|who|one|some|many|others|another|when|if|"
        "as|in|on|at|after|before|but|and"
    ),
    nouns_as_well=listed("claim report warn state estimate count record dispute put"),
    denial_stems="den|reject|dismiss|disput|contradict|refut",
    claiming="accus|alleg|claim|blam|say|said|assert|insist|maintain",
    charging="accus|alleg|claim|blam",
    negations=r"not?|never|none|nobody|nothing|neither|nor|without|\w+n[’']t",
    empty=listed("accusation allegation claim charge report say deny reject people year"),
    least=(
        r"at least|more than|over|above|exceed\w*|no fewer than|no less than|upwards? of|surpass\w*|passed"
    ),
    most=(
        "up to|at most|fewer than|less than|under|below|as many as|as much as|as high as|no more than|"
        "maximum of"
    ),
    roughly="about|around|roughly|some|approximately|nearly|almost|close to|estimated|circa",
    part_of=(
        "of (?:the|its|their|all|those)|out of|another|other|further|first|last|next|additional|every|than"
    ),
    measures=(
        r"more|others?|additional|further|times|years?|months?|weeks?|days?|hours?|minutes?|o'clock|a\.m|p\.m|"
        "am|pm|percentage"
    ),
    persons=listed("people men women children police persons"),
    fates=grouped(
        killed="killed kills killing dead die died dies dying death deaths fatalities lives",
        injured="injured injures injuring wounded wounding hurt",
        arrested="arrested arresting arrests detained",
        missing="missing",
    ),
    before_figure=listed("""
a an the it its at of that figure figures number total toll lower higher much far only just turnout crowd them
"""),
)
