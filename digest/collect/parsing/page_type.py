"""What a page turned out to be, by what it says of itself, its address, its parts and its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from digest.collect.parsing.metadata import Metadata
from digest.models import PageType
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
_KINDS: dict[PageType, str] = {
    "live_blog": "LiveBlogPosting",
    "gallery": "ImageGallery MediaGallery",
    "video": r"VideoObject Clip video video\.\w+",
    "round_up": "EmailMessage",
    "opinion": "OpinionNewsArticle CriticReview",
}
"""Types by form, the form that counts first before the others."""


def _any(words: str) -> re.Pattern[str]:
    return re.compile("|".join(words.split()) or _NEVER, re.IGNORECASE)


def _patterns(form: PageType) -> PageTypePatterns:
    """What tells a form in any language: an address and a title are judged before the language of the page is known."""
    pages = [language.page for language in every_language()]
    return PageTypePatterns(
        parts=_any(" ".join(page.parts.get(form, "") for page in pages)),
        labels=_any(" ".join(page.labels.get(form, "") for page in pages)),
        kinds=_any(_KINDS[form]),
        words=re.compile("|".join(page.titles[form] for page in pages if form in page.titles) or _NEVER),
    )


PATTERNS: dict[PageType, PageTypePatterns] = {form: _patterns(form) for form in _KINDS}
"""The signs of each form, the form that counts first before the others."""


MIN_ARTICLE = 120
"""An article has no fewer characters: the shortest agency flashes have two sentences."""

MAX_TEASER = 1500
"""An article that says it is not free and is shorter than this shows its beginning only, a video its description."""

MIN_PICTURES = 6
"""Pictures of the smallest gallery."""

MAX_CAPTION = 250
"""Characters of text for each picture up to which a page of many is a gallery."""

_WALL = re.compile(alternatives(lambda language: language.page.wall), re.IGNORECASE)
_CONSENT = re.compile(alternatives(lambda language: language.page.consent), re.IGNORECASE)
_ERROR = re.compile(alternatives(lambda language: language.page.error), re.IGNORECASE)
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
        or bool(patterns.words.search(metadata.title))
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
