"""An edition as one complete web page."""

from __future__ import annotations

from dataclasses import dataclass

from digest.models import Edition
from digest.render.templates import fill
from digest.render.view import view
from digest.settings import Settings


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands in an archive. ``earlier`` and ``later`` are ids of editions, empty at either end."""

    home: str
    """Address of the archive without a slash at its end; empty where it is not known."""
    address: str
    """Address of the page itself."""
    earlier: str
    later: str


def render_page(edition: Edition, settings: Settings, place: Place | None = None) -> str:
    """The whole page as HTML: no script, nothing loaded from anywhere, also readable on paper.

    An edition without stories gives a page that says so and lists the problems. With a place it leads to its
    neighbours in the archive. Raises TemplateError.
    """
    values = {"view": view(edition, settings), "edition": edition, "place": place}
    return fill("page.html", settings, edition.language, **values)
