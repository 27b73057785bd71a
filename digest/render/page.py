"""An edition as one complete web page."""

from __future__ import annotations

from digest.models import Edition
from digest.render.templates import fill
from digest.render.view import view
from digest.settings import Settings


def render_page(edition: Edition, settings: Settings) -> str:
    """The whole page as HTML: no script, nothing loaded from anywhere, also readable on paper.

    An edition without stories gives a page that says so and lists the problems. Raises TemplateError.
    """
    return fill("page.html", settings, edition.language, view=view(edition, settings), edition=edition)
