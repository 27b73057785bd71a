"""What a page turned out to be, by its structured data and its words."""

from __future__ import annotations

import re

from digest.collect.metadata import Facts
from digest.models import Form

SHORTEST = 120
"""Fewer characters are no article; the shortest agency flashes have two sentences."""

TEASER = 1500
"""An article that says it is not free and is shorter than this shows its beginning only."""

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
    r"page (?:was )?not found|404\b|access denied|are you a (?:human|robot)|enable javascript|unusual traffic|checking your browser",
    re.IGNORECASE,
)


def form_of(text: str, visible: str, facts: Facts) -> Form:
    """The form of a page by its article text and all of its visible text.

    ``stub`` where a paywall, a consent dialogue, an error page or nothing stands in the place of the article.
    """
    if len(text) < SHORTEST or _is_wall(text, visible, facts):
        return "stub"
    return facts.form


def _is_wall(text: str, visible: str, facts: Facts) -> bool:
    if len(text) >= TEASER:
        return False
    asks = len({match.lower() for match in _CONSENT.findall(text)}) >= 3
    closed = bool(_WALL.search(visible)) and (not facts.free or len(text) < TEASER / 2)
    return asks or closed or not facts.free or (len(text) < TEASER / 4 and bool(_ERROR.search(visible)))
