"""An edition as an e-mail: subject, preheader, HTML and plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from mjml import mjml2html

from digest.errors import EditionError, TemplateError
from digest.models import Edition, Email
from digest.render.plain_text import truncate
from digest.render.templates import fill
from digest.render.view import View, view
from digest.settings import Settings

MAX_SUBJECT = 78
"""Longest subject: longer ones are cut off in most lists of messages, and folded in the header (RFC 5322, 2.1.1)."""
MAX_HTML_BYTES = 95_000
"""Most bytes of HTML: Gmail cuts messages off at 102 KB, and the relay's links or headers may still grow it."""
MAX_PREHEADER = 140
"""What the larger lists of messages show after the subject."""

_EMPTY_LINES = re.compile(r"\n{3,}")
_WEB_FONTS = re.compile(r"<!--\[if !mso\]><!--><link .*?<!--<!\[endif\]-->", re.DOTALL)
"""What MRML adds on its own for some names of type faces, to be loaded from elsewhere."""


@dataclass(frozen=True, slots=True)
class RenderedEmail:
    """An e-mail with the MJML that it was made of."""

    email: Email
    mjml: str


def render_email(edition: Edition, settings: Settings) -> Email:
    """The e-mail of an edition; HTML and text say the same with the same links.

    The subject is the lead's headline, after "[Sample]" for a sample; the preheader names what comes next.
    If the HTML would be cut off, the stories of the lowest rank get a line each, as many as needed,
    and the e-mail says so. Raises EditionError if the edition has no story, and TemplateError.
    """
    return render_with_mjml(edition, settings).email


def render_with_mjml(edition: Edition, settings: Settings) -> RenderedEmail:
    """The e-mail of an edition as ``render_email`` makes it, and the MJML behind its HTML."""
    if not edition.briefs:
        raise EditionError(f"Edition {edition.id} has no story: there is nothing to print. See its problems.")
    fitted = _within_budget(edition, settings)
    arranged = fitted.view
    email = Email(
        subject=_subject(edition, arranged),
        preheader=_preheader(arranged),
        html=fitted.html,
        text=_text(fill("email.txt", settings, edition.language, view=arranged, edition=edition)),
    )
    return RenderedEmail(email, fitted.mjml)


@dataclass(frozen=True, slots=True)
class _Rendering:
    """The HTML part with as many stories in a line each as the view says."""

    view: View
    mjml: str
    html: str
    size: int


def _within_budget(edition: Edition, settings: Settings) -> _Rendering:
    """The fewest shortened stories whose HTML is within the budget; all but the lead if none would do."""
    whole = _rendered(edition, settings, 0)
    if whole.size <= MAX_HTML_BYTES or len(edition.briefs) == 1:
        return whole
    shortened = _rendered(edition, settings, len(edition.briefs) - 1)
    while shortened.size <= MAX_HTML_BYTES and shortened.view.shortened - whole.view.shortened > 1:
        middle = _rendered(edition, settings, _between(whole, shortened))
        whole, shortened = (whole, middle) if middle.size <= MAX_HTML_BYTES else (middle, shortened)
    return shortened


def _between(whole: _Rendering, shortened: _Rendering) -> int:
    """How many to shorten next: every story saves about as much, so a line through both comes close."""
    low, high = whole.view.shortened, shortened.view.shortened
    wanted = low + ceil((whole.size - MAX_HTML_BYTES) * (high - low) / (whole.size - shortened.size))
    return min(max(wanted, low + 1), high - 1)


def _rendered(edition: Edition, settings: Settings, shortened: int) -> _Rendering:
    arranged = view(edition, settings, shortened)
    values = {"view": arranged, "edition": edition, "preheader": _preheader(arranged)}
    mjml = fill("email.mjml", settings, edition.language, **values)
    html = _html(mjml)
    return _Rendering(arranged, mjml, html, len(html.encode()))


def _subject(edition: Edition, arranged: View) -> str:
    sample = "[Sample] " if edition.sample else ""
    return sample + truncate(arranged.lead.headline if arranged.lead else "", MAX_SUBJECT - len(sample))


def _preheader(arranged: View) -> str:
    return truncate(
        " · ".join(brief.headline for brief in arranged.also) or arranged.edition.title, MAX_PREHEADER
    )


def _text(filled: str) -> str:
    """At most one empty line in a row: what a template leaves for an absent block."""
    return _EMPTY_LINES.sub("\n\n", filled).strip() + "\n"


def _html(mjml: str) -> str:
    """MJML to HTML in lines of bearable length: MRML writes the whole body on one.

    The breaks are before attributes, inside the tags: there they show nowhere.
    """
    try:
        html = _WEB_FONTS.sub("", mjml2html(mjml))
    except ValueError as error:
        raise TemplateError(f"templates/email.mjml is not valid MJML: {error}.") from error
    return html.replace(' style="', '\nstyle="').replace(' href="', '\nhref="')


@dataclass(frozen=True, slots=True)
class ArchivePosition:
    """Where a page stands in an archive. ``earlier`` and ``later`` are ids of editions, empty at either end."""

    home: str
    """Address of the archive without a slash at its end; empty if it is not known."""
    address: str
    """Address of the page itself."""
    earlier: str
    later: str


def render_page(edition: Edition, settings: Settings, position: ArchivePosition | None = None) -> str:
    """The whole page as HTML: no script, nothing loaded from anywhere, also readable on paper.

    An edition without stories gives a page that says so. With a place it leads to its
    neighbours in the archive. Raises TemplateError.
    """
    values = {"view": view(edition, settings), "edition": edition, "place": position}
    return fill("page.html", settings, edition.language, **values)
