"""The documents of the preview: an edition as each kind of reader meets it, and what is behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import partial
from html import escape
from types import MappingProxyType
from typing import Literal, get_args

from digest import verify
from digest.models import ORIGINS, Brief, Edition, Evidence, Source
from digest.render import render_email, render_page
from digest.render.lint import lint
from digest.render.templates import fill
from digest.settings import Settings
from digest.text.tokens import fold, stopwords

View = Literal["page", "email", "phone", "text", "evidence", "sources", "checks"]
VIEWS: tuple[View, ...] = get_args(View)

_DARK = "(prefers-color-scheme: dark)"
_STYLE = re.compile(r"<style.*?</style>", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(r"(<img\b[^>]*?)\ssrc=\"[^\"]*\"", re.IGNORECASE)
_HEAD = re.compile(r"<head[^>]*>", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_UNSEEN_HEADING = '<h1 style="position:absolute;clip-path:inset(50%)">Plain text</h1>'


@dataclass(frozen=True, slots=True)
class Switches:
    """What the one who looks has chosen."""

    view: View = "page"
    dark: bool = False
    plain: bool = False
    """Without the style element, as some mail programs show it."""
    bare: bool = False
    """Without pictures."""

    @classmethod
    def read(cls, query: dict[str, str]) -> Switches:
        """The switches in the query of an address; what is not known is left as it is by default."""
        view = next((view for view in VIEWS if view == query.get("view")), VIEWS[0])
        return cls(view, *(query.get(f.name) == "1" for f in fields(cls)[1:]))

    def query(self, **changed: object) -> str:
        """The query of an address with these switches, some of them changed."""
        values = {f.name: getattr(self, f.name) for f in fields(self)} | changed
        chosen = [f"{name}={'1' if value is True else value}" for name, value in values.items() if value]
        return "&".join(chosen)


def document(
    edition: Edition, settings: Settings, switches: Switches, texts: Mapping[str, str] = MappingProxyType({})
) -> str:
    """The HTML to look at; ``texts`` are those of articles by their addresses. Raises EditionError and TemplateError."""
    match switches.view:
        case "page":
            return _seen(render_page(edition, settings), switches)
        case "email" | "phone":
            return _seen(render_email(edition, settings).html, switches)
        case "text":
            return _text(render_email(edition, settings).text, switches)
        case "evidence":
            helpers = {
                "shared": partial(shared, language=edition.language),
                "surroundings": partial(surroundings, texts=texts),
                "checks": verify.checks(),
                "origins": ORIGINS,
            }
            page = fill("web/evidence.html", settings, edition.language, edition=edition, **helpers)
            return _seen(page, switches)
        case "sources":
            found = reports(edition, settings)
            page = fill("web/sources.html", settings, edition.language, edition=edition, reports=found)
            return _seen(page, switches)
        case "checks":
            remarks = lint(edition, settings) if edition.briefs else ()
            page = fill("web/checks.html", settings, edition.language, edition=edition, remarks=remarks)
            return _seen(page, switches)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text of an article around a passage: what stands before it and after it."""

    before: str
    after: str


def surroundings(passage: Evidence, texts: Mapping[str, str]) -> Surroundings | None:
    """The rest of the article's text; None if it is not kept, or not the text that the passage was found in."""
    text = texts.get(passage.url, "")
    if text[passage.start : passage.end] != passage.quote:
        return None
    return Surroundings(text[: passage.start], text[passage.end :])


def reports(edition: Edition, settings: Settings) -> dict[str, list[tuple[Source, Brief]]]:
    """What is printed of each outlet, those of the configuration first; an outlet of which nothing is has none."""
    found: dict[str, list[tuple[Source, Brief]]] = {feed.name: [] for feed in settings.feeds}
    for brief in edition.briefs:
        for article in brief.articles:
            found.setdefault(article.outlet, []).append((article, brief))
    return found


def shared(passage: str, text: str, language: str = "en") -> list[tuple[str, bool]]:
    """The passage in pieces, each with whether it is a content word that the text has as well."""
    known = {fold(word) for word in _WORD.findall(text)} - stopwords(language)
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in _WORD.finditer(passage):
        pieces += [(passage[end : match.start()], False), (match[0], fold(match[0]) in known)]
        end = match.end()
    return [*pieces, (passage[end:], False)]


def _seen(markup: str, switches: Switches) -> str:
    """The markup as it is shown with those switches; its links open beside the preview."""
    markup = markup.replace(_DARK, "all" if switches.dark else "not all")
    markup = markup.replace('content="light dark"', f'content="{"dark" if switches.dark else "light"}"')
    markup = markup.replace(
        "color-scheme: light dark", f"color-scheme: {'dark' if switches.dark else 'light'}"
    )
    if switches.plain:
        markup = _STYLE.sub("", markup)
    if switches.bare:
        markup = _PICTURE.sub(r"\1", markup)
    return _HEAD.sub(r'\g<0><base target="_blank">', markup, count=1)


def _text(text: str, switches: Switches) -> str:
    ink, paper = ("#ece8e1", "#161514") if switches.dark else ("#1d1c1a", "#fbfaf7")
    style = f"margin:24px;font:14px/1.5 monospace;color:{ink};background:{paper}"
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Text</title><body style="{style}"><main>{_UNSEEN_HEADING}<pre>{escape(text)}</pre></main>'
