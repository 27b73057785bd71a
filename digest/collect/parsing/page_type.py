"""What a page turned out to be, by what it says of itself, its address, its parts and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from digest.collect.parsing.metadata import Metadata
from digest.models import PageType


@dataclass(frozen=True, slots=True)
class PageTypePatterns:
    """What tells one form; each pattern is for the whole of its word, the last one for a part of the title."""

    parts: re.Pattern[str]
    """A part of the address before the last one, or the section."""
    labels: re.Pattern[str]
    """What stands before the first or behind the last mark of a title."""
    kinds: re.Pattern[str]
    """A type of schema.org or OpenGraph."""
    words: re.Pattern[str] | None = None
    """Words anywhere in a title."""


def _any(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()), re.IGNORECASE)


_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

PATTERNS: dict[PageType, PageTypePatterns] = {
    "live_blog": PageTypePatterns(
        parts=_any("live live-?(?:blog|news|updates?|ticker|reporting) news-?blog en-direct directo? en-vivo diretta"),
        labels=_any(r"live live.?(?:blog|updates|ticker) newsblog en.direct en.vivo in.diretta"),
        kinds=_any("LiveBlogPosting"),
        words=re.compile(r"\bLIVE\b|\b[Ll]ive ?(?:blog|updates|ticker)\b|\b[Nn]ewsblog\b|[Mm]inuto a minuto"),
    ),
    "gallery": PageTypePatterns(
        parts=_any(
            "(?:photo|picture|foto|bilder|image)?-?(?:galler(?:y|ies)|galer[ií]en?|galer[ií]as?|galerie) slideshows? in-pictures "
            "fotostrecken? bilder photos fotos pictures diaporamas?"
        ),
        labels=_any("in.pictures in.bildern en.images en.imágenes photos? gallery fotostrecke bilder"),
        kinds=_any("ImageGallery MediaGallery"),
    ),
    "video": PageTypePatterns(
        parts=_any("v[ií]d[eé]os? watch av clips? mediathek"),
        labels=_any("watch v[ií]d[eé]o"),
        kinds=_any(r"VideoObject Clip video video\.\w+"),
    ),
    "round_up": PageTypePatterns(
        parts=_any("(?:morning-|evening-|daily-|news-)?(?:briefings?|round-?ups?|newsletters?) presseschau revue-de-presse at-a-glance"),
        labels=_any("presseschau revue.de.presse"),
        kinds=_any("EmailMessage"),
        words=re.compile(
            rf"\b(?:morning|evening|daily|weekend|news|{_WEEKDAY}) (?:briefing|round-?up)\b|\b(?:\d+|five|six|ten) things (?:you need )?to know\b"
            r"|\b(?:week|day) in (?:review|brief)\b|\bat a glance$",
            re.IGNORECASE,
        ),
    ),
    "opinion": PageTypePatterns(
        parts=_any(
            "opinions? op-?eds? comment(?:ary|aries|isfree)? columns? columnists? editorials? letters views? voices perspectives? "
            "meinung(?:en)? kommentare? leitartikel kolumnen? tribunes? chroniques? [eé]ditos? [eé]ditoriaux d[eé]bats? opini[oó]n(?:es)? "
            "editoriales columnas tribunas? commenti editoriali opinioni opinies? opini(?:ão|ao) columnisten debatt? ledare kronikk? meninger"
        ),
        labels=_any(
            "opinion comment commentary editorial op-ed letters? kommentar meinung leitartikel gastbeitrag kolumne éditorial édito tribune "
            "chronique opinión opinione editoriale opinie opinião"
        ),
        kinds=_any("OpinionNewsArticle CriticReview"),
    ),
}  # fmt: skip
"""The signs of each form, the form that counts first before the others."""


MIN_ARTICLE = 120
"""An article has no fewer characters: the shortest agency flashes have two sentences."""

MAX_TEASER = 1500
"""An article that says it is not free and is shorter than this shows its beginning only, a video its description."""

MIN_PICTURES = 6
"""Pictures of the smallest gallery."""

MAX_CAPTION = 250
"""Characters of text for each picture up to which a page of many is a gallery."""

_WALL = re.compile(
    r"subscribe (?:now )?to (?:continue|read|unlock)|already a (?:subscriber|member)|(?:free|remaining) articles?\b.{0,30}\bmonth"
    r"|limit of free articles|to (?:continue|keep) reading|unlimited access|for subscribers only|subscribers? only"
    r"|weiterlesen mit|jetzt abonnieren|nur für abonnenten|réservé aux abonnés|contenido exclusivo para suscriptores|riservato agli abbonati",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"\bcookies?\b|\bconsent\b|your privacy|privacy policy|\bpartners\b|legitimate interest|accept all|personal data"
    r"|einwilligung|datenschutz|werbung und tracking|consentement|privacidad",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"page (?:was |could )?not (?:be )?found|404\b|access denied|are you a (?:human|robot)|enable javascript|unusual traffic"
    r"|checking your browser|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata"
    r"|pagina niet gevonden|página não encontrada|الصفحة غير موجودة",
    re.IGNORECASE,
)
_NO_PAGE = re.compile(
    rf"\W*(?:error |sorry\W+)?(?:\d{{3}}\b)?\W*(?:(?:this|the|die) )?(?:{_ERROR.pattern})\W*", re.IGNORECASE
)

_MARK = re.compile(r"\s*[:|｜]\s*|\s+[-–—]\s+")


def page_type(text: str, visible: str, metadata: Metadata, url: str) -> PageType:
    """The form of a page by its article text, all of its visible text, and its address.

    ``stub`` if a paywall, a consent dialogue, an error page or nothing stands in the place of the article. A
    page is of pictures or a video only if it has little text beside.
    """
    matching = [form for form, patterns in PATTERNS.items() if _matches(patterns, metadata, url)]
    if _NO_PAGE.fullmatch(metadata.title):
        return "stub"
    if _is_gallery(text, metadata, "gallery" in matching):
        return "gallery"
    if _is_video(text, metadata, "video" in matching):
        return "video"
    if len(text) < MIN_ARTICLE or _is_paywalled(text, visible, metadata):
        return "stub"
    if metadata.is_opinion and "opinion" not in matching:
        matching.append("opinion")
    return next((form for form in matching if form not in ("gallery", "video")), "article")


def _matches(patterns: PageTypePatterns, metadata: Metadata, url: str) -> bool:
    """Whether types, address, section or title have a sign."""
    words = [*unquote(urlsplit(url).path).split("/")[:-1], metadata.section.replace(" ", "-")]
    labels = _MARK.split(metadata.title)
    return (
        any(patterns.kinds.fullmatch(kind) for kind in metadata.types)
        or any(patterns.parts.fullmatch(word) for word in words)
        or any(patterns.labels.fullmatch(label) for label in (labels[0], labels[-1]))
        or bool(patterns.words and patterns.words.search(metadata.title))
    )


def _is_gallery(text: str, metadata: Metadata, is_declared: bool) -> bool:
    """Whether there is little text for each of many pictures; less if nothing else says that it is a gallery."""
    enough, most = (MIN_PICTURES, MAX_CAPTION) if is_declared else (2 * MIN_PICTURES, MAX_CAPTION / 2)
    return metadata.pictures >= enough and len(text) < most * metadata.pictures


def _is_video(text: str, metadata: Metadata, is_declared: bool) -> bool:
    """Whether there is little text beside a video; hardly any if nothing else says that it is one."""
    return len(text) < MAX_TEASER if is_declared else bool(metadata.players) and len(text) < MIN_ARTICLE


def _is_paywalled(text: str, visible: str, metadata: Metadata) -> bool:
    if len(text) >= MAX_TEASER:
        return False
    asks = len({match.lower() for match in _CONSENT.findall(text)}) >= 3
    closed = bool(_WALL.search(visible)) and (not metadata.is_free or len(text) < MAX_TEASER / 2)
    return (
        asks
        or closed
        or not metadata.is_free
        or (len(text) < MAX_TEASER / 4 and bool(_ERROR.search(visible)))
    )
