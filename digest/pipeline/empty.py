"""Why an edition has no story, at which step of its making the last of them was lost; and why a story is not in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from digest.models import Article, Brief, Problem, Selection
from digest.text.plurals import pluralise

READ = frozenset({"article", "live_blog", "round_up", "opinion"})
"""Types of pages that were read; of the others only what the feed says is known."""


@dataclass(frozen=True, slots=True)
class Intake:
    """What the feeds gave, and how much of it was left at each step."""

    items: int
    """In all feeds that could be read, of whatever age."""
    newest: datetime | None
    """Of the items with a date."""
    hours: int
    """Length of the window."""
    in_window: int
    fitting: int
    """Entries that fit a topic, told before or not."""
    shortlisted: int
    articles: Sequence[Article]


def no_story(intake: Intake, selection: Selection) -> Problem:
    """The Problem of an edition without a story: what happened to the items, and what to do."""
    return Problem(
        "curate",
        "edition",
        f"No story is printed: {_before_pages(intake) or _after_pages(intake, selection)}",
    )


def _before_pages(intake: Intake) -> str:
    if not intake.items:
        return "the feeds that could be read have no items. `digest feeds` says how each of them does."
    if not intake.in_window:
        newest = f"; the newest is of {intake.newest:%Y-%m-%d %H:%M} UTC" if intake.newest else ""
        return (
            f"{_all(intake.items, 'item')} older than the last {pluralise(intake.hours, 'hour')}{newest}. "
            "Raise collect.window_hours, or look whether the feeds are still written to: `digest feeds`."
        )
    if not intake.fitting:
        return (
            f"of {pluralise(intake.in_window, 'item')} of the last {pluralise(intake.hours, 'hour')} none fits a topic. "
            "Give the topics more words, or add feeds."
        )
    if not intake.shortlisted:
        return f"earlier editions told of {pluralise(intake.fitting, 'item')} that would fit a topic, and nothing is new since."
    return ""


def _after_pages(intake: Intake, selection: Selection) -> str:
    if not intake.articles:
        return f"{_all(intake.shortlisted, 'page')} older than the last {pluralise(intake.hours, 'hour')}."
    unread = not any(article.form in READ for article in intake.articles)
    pages = f"of {pluralise(len(intake.articles), 'page')} none could be read, and"
    why = "The other problems say why of each page."
    if unread and selection.picks:
        return f"{pages} what the feeds say is too little. {why}"
    if unread and not selection.runners_up:
        return f"{pages} by what the feeds say none fits a topic. {why}"
    if selection.picks:
        return f"of {pluralise(len(selection.picks), 'story', 'stories')} that would fit no sentence may be printed."
    if selection.runners_up:
        best = selection.runners_up[0]
        return f"the best that would fit is “{best.headline}”, and it is not printed because: {best.why}."
    return f"of {pluralise(len(intake.articles), 'article')} none fits a topic once its page is read. Give the topics more words."


def _all(count: int, noun: str) -> str:
    return f"{pluralise(count, noun)} {'is' if count == 1 else 'are all'}"


def without_points(brief: Brief) -> Problem:
    """The Problem of a story that was chosen and is left out, for none of its points could be printed."""
    return _of_dropped(brief, "It was chosen and is left out: no sentence of it can be printed alone.")


def nothing_held(brief: Brief) -> Problem:
    """The Problem of a story of which a model wrote points and none is printed: it may be weak, or misled by a page."""
    return _of_dropped(
        brief, "No point that the model wrote of it held, so sentences of the articles stand in their place."
    )


def _of_dropped(brief: Brief, said: str) -> Problem:
    found = Counter(finding.reason for rejected in brief.dropped for finding in rejected.findings)
    why = "".join(f" The commonest reason: {reason}" for reason, _ in found.most_common(1))
    return Problem("verify", brief.headline, said + why)
