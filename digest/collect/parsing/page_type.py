"""What a page turned out to be, by what it says of itself, its address, its parts and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from digest.collect.parsing.metadata import Metadata
from digest.models import Form
from digest.text.languages import alternatives, every_language


@dataclass(frozen=True, slots=True)
class PageTypePatterns:
    """What tells one form; each pattern is for the whole of its word, the last one for a part of the title."""

    parts: re.Pattern[str]
    """A part of the address before the last one, or the section."""
    labels: re.Pattern[str]
    """What stands before the first or behind the last mark of a title."""
    kinds: re.Pattern[str]
    """A type of schema.org or OpenGraph."""
    words: re.Pattern[str]
    """Words anywhere in a title."""


_NEVER = r"(?!)"
_KINDS: dict[Form, str] = {
    "live_blog": "LiveBlogPosting",
    "gallery": "ImageGallery MediaGallery",
    "video": r"VideoObject Clip video video\.\w+",
    "round_up": "EmailMessage",
    "opinion": "OpinionNewsArticle CriticReview",
}
"""Types by form, the form that counts first before the others."""


def _any(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()) or _NEVER, re.IGNORECASE)


def _patterns(form: Form) -> PageTypePatterns:
    """What tells a form in any language: an address and a title are judged before the language of the page is known."""
    pages = [language.page for language in every_language()]
    return PageTypePatterns(
        parts=_any(" ".join(page.parts.get(form, "") for page in pages)),
        labels=_any(" ".join(page.labels.get(form, "") for page in pages)),
        kinds=_any(_KINDS[form]),
        words=re.compile("|".join(page.titles[form] for page in pages if form in page.titles) or _NEVER),
    )


SIGNS: dict[Form, PageTypePatterns] = {form: _patterns(form) for form in _KINDS}
"""The signs of each form, the form that counts first before the others."""


SHORTEST = 120
"""Fewer characters are no article; the shortest agency flashes have two sentences."""

TEASER = 1500
"""An article that says it is not free and is shorter than this shows its beginning only, a video its description."""

PICTURES = 6
"""Pictures of the smallest gallery."""

CAPTION = 250
"""Characters of text for each picture up to which a page of many is a gallery."""

_WALL = re.compile(alternatives(lambda language: language.page.wall), re.IGNORECASE)
_CONSENT = re.compile(alternatives(lambda language: language.page.consent), re.IGNORECASE)
_ERROR = re.compile(alternatives(lambda language: language.page.error), re.IGNORECASE)
_NO_PAGE = re.compile(
    rf"\W*(?:error |sorry\W+)?(?:\d{{3}}\b)?\W*(?:(?:this|the|die) )?(?:{_ERROR.pattern})\W*", re.IGNORECASE
)

_MARK = re.compile(r"\s*[:|｜]\s*|\s+[-–—]\s+")


def page_type(text: str, visible: str, facts: Metadata, url: str) -> Form:
    """The form of a page by its article text, all of its visible text, and its address.

    ``stub`` where a paywall, a consent dialogue, an error page or nothing stands in the place of the article. A
    page is of pictures or a video only if it has little text beside.
    """
    said = [form for form, signs in SIGNS.items() if _says(signs, facts, url)]
    if _NO_PAGE.fullmatch(facts.title):
        return "stub"
    if _is_gallery(text, facts, "gallery" in said):
        return "gallery"
    if _is_video(text, facts, "video" in said):
        return "video"
    if len(text) < SHORTEST or _is_wall(text, visible, facts):
        return "stub"
    if facts.opinion and "opinion" not in said:
        said.append("opinion")
    return next((form for form in said if form not in ("gallery", "video")), "article")


def _says(signs: PageTypePatterns, facts: Metadata, url: str) -> bool:
    """Whether types, address, section or title have a sign."""
    words = [*unquote(urlsplit(url).path).split("/")[:-1], facts.section.replace(" ", "-")]
    labels = _MARK.split(facts.title)
    return (
        any(signs.kinds.fullmatch(kind) for kind in facts.kinds)
        or any(signs.parts.fullmatch(word) for word in words)
        or any(signs.labels.fullmatch(label) for label in (labels[0], labels[-1]))
        or bool(signs.words.search(facts.title))
    )


def _is_gallery(text: str, facts: Metadata, said: bool) -> bool:
    """Whether there is little text for each of many pictures; less where nothing else says that it is a gallery."""
    enough, most = (PICTURES, CAPTION) if said else (2 * PICTURES, CAPTION / 2)
    return facts.pictures >= enough and len(text) < most * facts.pictures


def _is_video(text: str, facts: Metadata, said: bool) -> bool:
    """Whether there is little text beside a video; hardly any where nothing else says that it is one."""
    return len(text) < TEASER if said else bool(facts.players) and len(text) < SHORTEST


def _is_wall(text: str, visible: str, facts: Metadata) -> bool:
    if len(text) >= TEASER:
        return False
    asks = len({match.lower() for match in _CONSENT.findall(text)}) >= 3
    closed = bool(_WALL.search(visible)) and (not facts.free or len(text) < TEASER / 2)
    return asks or closed or not facts.free or (len(text) < TEASER / 4 and bool(_ERROR.search(visible)))
