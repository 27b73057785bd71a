"""Checks of the HTML: what a screen reader, a mail program without pictures and a suspicious filter see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from digest.render.links import safe_url
from digest.render.lint.parsed_email import ParsedEmail, Remark
from digest.text.plurals import pluralise

_VAGUE = frozenset({"here", "click here", "link", "more", "read more", "this"})
_LOADING = re.compile(r"@import|url\(", re.IGNORECASE)
_ACTIVE = ("script", "iframe", "object", "embed", "form", "input", "button", "video", "audio", "link", "base")


def language(email: ParsedEmail) -> Iterator[Remark]:
    """The message says its language and direction."""
    for attribute in ("lang", "dir"):
        if email.tree.get(attribute, "und") == "und":
            yield Remark("error", "language", f"The HTML does not say its {attribute}. Set it on <mjml>.")


def headings(email: ParsedEmail) -> Iterator[Remark]:
    """There is one title, and no level is left out on the way down."""
    levels = [int(h.tag[1]) for h in email.tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    if levels.count(1) != 1:
        yield Remark(
            "error",
            "headings",
            f"There are {levels.count(1)} headings of the first level; there has to be one.",
        )
    if any(lower - upper > 1 for upper, lower in pairwise(levels)):
        yield Remark(
            "warning", "headings", "A level of headings is left out, such as an h3 right after an h1."
        )


def tables(email: ParsedEmail) -> Iterator[Remark]:
    """Tables that only arrange say so."""
    unsaid = [t for t in email.tree.iter("table") if t.get("role") != "presentation" and not t.xpath(".//th")]
    if unsaid:
        yield Remark(
            "error",
            "tables",
            f'{pluralise(len(unsaid), "table")} without role="presentation": screen readers would count the cells.',
        )


def pictures(email: ParsedEmail) -> Iterator[Remark]:
    """Pictures are not needed, and their size is known before they are loaded."""
    for image in email.tree.iter("img"):
        if image.get("alt") is None:
            yield Remark(
                "error",
                "pictures",
                f"The picture {image.get('src')} has no alt text; an empty one will do for an ornament.",
            )
        if not (image.get("width") or image.get("height")):
            yield Remark(
                "warning", "pictures", f"The picture {image.get('src')} has neither width nor height."
            )


def link_texts(email: ParsedEmail) -> Iterator[Remark]:
    """Links are safe, and their text says where they go."""
    for href, text in email.links:
        if safe_url(href) != href:
            yield Remark(
                "error",
                "links",
                f"The link {text!r} leads to {href!r}, which is not an http, https or mailto address.",
            )
        if not text:
            yield Remark("error", "links", f"The link to {href} has no text.")
        if text.lower() in _VAGUE:
            yield Remark(
                "warning", "links", f"The text {text!r} of the link to {href} does not say where it goes."
            )


def loading(email: ParsedEmail) -> Iterator[Remark]:
    """Nothing runs, and nothing is loaded but the logo of the configuration."""
    for element in email.tree.iter(*_ACTIVE):
        yield Remark(
            "error", "loading", f"There is a <{element.tag}>; mail programs drop it, and filters distrust it."
        )
    strange = {img.get("src") for img in email.tree.iter("img")} - {safe_url(email.settings.look.logo)}
    for source in sorted(map(str, strange)):
        yield Remark(
            "warning",
            "loading",
            f"The picture {source} is loaded when the message is read; that tells its host who reads.",
        )
    if _LOADING.search(email.rendered.html):
        yield Remark("error", "loading", "The style loads something by @import or url().")


CHECKS = (language, headings, tables, pictures, link_texts, loading)
