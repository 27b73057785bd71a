"""The sample country's outlets and articles, read from the YAML files beside this one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from digest.settings import TopicSettings

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C reads the sample ten times faster; a PyYAML built without it still reads it."""


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SampleArticle(_Record):
    """An article as its file has it. ``ago`` and ``updated`` are minutes before the moment of its day."""

    slug: str
    title: str
    text: str
    """Paragraphs, an empty line between them. Dates are written as ``{weekday 9h ago}``, see ``fill_dates``."""
    ago: int = Field(ge=0, lt=24 * 60)
    day: Literal[1, 2] = 2
    """1 is yesterday's edition, 2 is today's."""
    updated: int | None = Field(None, ge=0)
    author: str = ""
    section: str = "Politics"
    standfirst: str = ""
    caption: str = ""
    correction: str = ""
    form: Literal["article", "live", "opinion", "stub"] = "article"


class Outlet(_Record):
    """A made-up outlet: what readers know of it, how it publishes, and its articles."""

    key: str
    name: str
    tagline: str
    lean: str
    region: str
    feed: Literal["rss", "rdf", "atom", "json"]
    page: Literal["broadsheet", "broadcaster", "magazine", "plain", "portal"]
    full_text: bool = False
    """Whether its feed carries whole articles."""
    articles: tuple[SampleArticle, ...]


@dataclass(frozen=True, slots=True)
class PrintedArticle:
    """An article as published: every date in it is filled in. ``path`` begins with a slash."""

    item: SampleArticle
    outlet: Outlet
    path: str
    title: str
    standfirst: str
    paragraphs: tuple[str, ...]
    published: datetime
    updated: datetime


@cache
def outlets() -> tuple[Outlet, ...]:
    """The press of the country, by name of file."""
    folder = files(__package__) / "outlets"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".yaml")), key=lambda f: f.name)
    return tuple(
        Outlet(key=f.name.removesuffix(".yaml"), **yaml.load(f.read_text("utf-8"), Loader))  # noqa: S506 - a safe loader
        for f in found
    )


@cache
def topics() -> tuple[TopicSettings, ...]:
    """What a reader in that country might ask for."""
    text = (files(__package__) / "topics.yaml").read_text("utf-8")
    return tuple(TopicSettings(**topic) for topic in yaml.load(text, Loader))  # noqa: S506 - a safe loader


def print_article(item: SampleArticle, outlet: Outlet, now: datetime) -> PrintedArticle:
    """The article of a day whose edition is made at ``now``."""
    published = now - timedelta(minutes=item.ago)
    updated = published if item.updated is None else now - timedelta(minutes=item.updated)
    return PrintedArticle(
        item=item,
        outlet=outlet,
        path=f"/{outlet.key}/{item.section.lower()}/{item.slug}",
        title=fill_dates(item.title, now),
        standfirst=fill_dates(item.standfirst, now),
        paragraphs=tuple(fill_dates(item.text, now).strip().split("\n\n")),
        published=published,
        updated=updated,
    )


_DATE = re.compile(r"\{(weekday|date|time) (\d+)([mhd]) (ago|ahead)\}")
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


def fill_dates(text: str, now: datetime) -> str:
    """The text with each ``{weekday 9h ago}``, ``{date 20d ahead}`` or ``{time 40m ago}`` filled in."""

    def fill(match: re.Match[str]) -> str:
        form, number, unit, direction = match.groups()
        distance = int(number) * _UNITS[unit]
        moment = now - distance if direction == "ago" else now + distance
        forms = {"weekday": "%A", "date": f"{moment.day} %B", "time": "%H:%M"}
        return moment.strftime(forms[form])

    return _DATE.sub(fill, text)
