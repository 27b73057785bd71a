"""What stands on English pages around an article."""

from __future__ import annotations

from digest.text.languages.language import PageWords

PAGE = PageWords(
    elsewhere=(
        r"(?:read|see|watch|listen|hear|learn|find out|click|tap|view)\b.{0,12}\b(?:more|also|next|now|here|below|the full \w+|this)\b.*"
        r"|(?:related|recommended|trending|most (?:read|popular)|more (?:from|on|about)|also (?:read|on)|don.t miss|editor.s picks?|up next)\b[^.]{0,120}"
    ),
    action=(
        r"(?:sign|log) (?:up|in)\b.*|subscribe\b.*|follow (?:us|me|@|\w+ \w+ on)\b.*|share (?:this|on|via)\b.*|advertisement.*|sponsored.*"
        r"|get (?:the|our|your|all)\b.*\b(?:newsletter|inbox|app|briefing|alerts?)\b.*|file (?:photo|image|picture)|download (?:the|our)\b.*\bapp\b.*"
        r"|(?:market data|newsletters?|comments?|share|print|e-?mail|save|tags?|topics?|photos?|videos?|gallery|image|caption|back to top)[:.]?"
        r"|(?:by continuing|we use cookies|accept (?:all )?cookies|this website uses)\b.*|all rights reserved.*|©.*|copyright\b.*"
        r"|(?:support|help) (?:our|us|independent) journalism\b.*|join the (?:conversation|discussion)\b.*|what do you think\b.{0,40}"
    ),
    pictures="photo|image|picture|illustration|video|graphic",
    pictures_in_brackets="photo|image|picture|file",
    by="by",
    byline="by|text:|author:?",
    before_by="written|story|text|words|reported|analysis",
    joins_names="and",
    stamps=(
        r"published|updated|posted|last (?:updated|modified)|first published|reporting by|editing by|\(reporting by"
        "|additional reporting"
    ),
    plea=(
        r"^(?:follow|more|get|listen|click|read|visit)\b|\bcontributed (?:reporting|to (?:this|the) (?:report|article|story))\b|\bnewsletters?\b|\b(?:follow|contact|e-?mail|reach) (?:us|him|her|them|me|@|our)\b|\bsign up\b|\bsubscri(?:be|ption)\b|\bour website\b"
        r"|\b(?:send|have|got) (?:us )?(?:a|your) (?:news )?(?:tips?|stor(?:y|ies))\b|\btell us\b|\bdonat(?:e|ion)\b|\bshare it\b|\blike this\b"
        r"|\b(?:has|have) contributed to this (?:report|article)\b"
    ),
    notes="correction|clarification|editor.s note",
    amended=(
        "this (?:article|story|post|report|piece) (?:was|has been) (?:amended|corrected|updated|changed)"
        "|an earlier version of this"
    ),
    machine=r"\bA\.?I\b|artificial intelligence",
    summary="summar",
    wall=(
        r"subscribe (?:now )?to (?:continue|read|unlock)|already a (?:subscriber|member)|(?:free|remaining) articles?\b.{0,30}\bmonth"
        r"|limit of free articles|to (?:continue|keep) reading|unlimited access|for subscribers only|subscribers? only"
    ),
    consent=(
        r"\bcookies?\b|\bconsent\b|your privacy|privacy policy|\bpartners\b|legitimate interest|accept all|personal data"
    ),
    error=(
        r"page (?:was |could )?not (?:be )?found|404\b|access denied|are you a (?:human|robot)|enable javascript|unusual traffic"
        r"|checking your browser"
    ),
    parts={
        "live_blog": "live live-?(?:blog|news|updates?|ticker|reporting) news-?blog",
        "gallery": (
            "(?:photo|picture|foto|bilder|image)?-?galler(?:y|ies) slideshows? in-pictures photos pictures"
        ),
        "video": "v[ií]d[eé]os? watch av clips?",
        "round_up": "(?:morning-|evening-|daily-|news-)?(?:briefings?|round-?ups?|newsletters?) at-a-glance",
        "opinion": (
            "opinions? op-?eds? comment(?:ary|aries|isfree)? columns? columnists? editorials? letters views? voices perspectives?"
        ),
    },
    labels={
        "live_blog": "live live.?(?:blog|updates|ticker) newsblog",
        "gallery": "in.pictures photos? gallery",
        "video": "watch v[ií]d[eé]o",
        "opinion": "opinion comment commentary editorial op-ed letters?",
    },
    titles={
        "live_blog": r"\bLIVE\b|\b[Ll]ive ?(?:blog|updates|ticker)\b|\b[Nn]ewsblog\b",
        "round_up": (
            r"(?i:\b(?:morning|evening|daily|weekend|news|(?:mon|tues|wednes|thurs|fri|satur|sun)day) (?:briefing|round-?up)\b"
            r"|\b(?:\d+|five|six|ten) things (?:you need )?to know\b|\b(?:week|day) in (?:review|brief)\b|\bat a glance$)"
        ),
    },
    author_classes="authors?|by-?lines?|writers?|author-?(?:name|line|short)",
    author_paths="authors?|profile|people|staff|writers?|journalists?|by",
    roles=(
        "staff|editor|correspondent|reporter|desk|newsroom|team|updated|published|minutes?|read|share|follow|photo|image|news|agency"
    ),
    written=r"written|by\b",
    articles="the",
)
