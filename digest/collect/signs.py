"""By which words the form of a page is told: in its address, its section, its title, its structured data."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.models import Form


@dataclass(frozen=True, slots=True)
class Signs:
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

SIGNS: dict[Form, Signs] = {
    "live_blog": Signs(
        parts=_any("live live-?(?:blog|news|updates?|ticker|reporting) news-?blog en-direct directo? en-vivo diretta"),
        labels=_any(r"live live.?(?:blog|updates|ticker) newsblog en.direct en.vivo in.diretta"),
        kinds=_any("LiveBlogPosting"),
        words=re.compile(r"\bLIVE\b|\b[Ll]ive ?(?:blog|updates|ticker)\b|\b[Nn]ewsblog\b|[Mm]inuto a minuto"),
    ),
    "gallery": Signs(
        parts=_any(
            "(?:photo|picture|foto|bilder|image)?-?(?:galler(?:y|ies)|galer[ií]en?|galer[ií]as?|galerie) slideshows? in-pictures "
            "fotostrecken? bilder photos fotos pictures diaporamas?"
        ),
        labels=_any("in.pictures in.bildern en.images en.imágenes photos? gallery fotostrecke bilder"),
        kinds=_any("ImageGallery MediaGallery"),
    ),
    "video": Signs(
        parts=_any("v[ií]d[eé]os? watch av clips? mediathek"),
        labels=_any("watch v[ií]d[eé]o"),
        kinds=_any(r"VideoObject Clip video video\.\w+"),
    ),
    "round_up": Signs(
        parts=_any("(?:morning-|evening-|daily-|news-)?(?:briefings?|round-?ups?|newsletters?) presseschau revue-de-presse at-a-glance"),
        labels=_any("presseschau revue.de.presse"),
        kinds=_any("EmailMessage"),
        words=re.compile(
            rf"\b(?:morning|evening|daily|weekend|news|{_WEEKDAY}) (?:briefing|round-?up)\b|\b(?:\d+|five|six|ten) things (?:you need )?to know\b"
            r"|\b(?:week|day) in (?:review|brief)\b|\bat a glance$",
            re.IGNORECASE,
        ),
    ),
    "opinion": Signs(
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
