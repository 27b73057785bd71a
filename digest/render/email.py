"""An edition as an e-mail: subject, preheader, HTML and plain text."""

from __future__ import annotations

import re

from mjml import mjml2html

from digest.errors import EditionError, TemplateError
from digest.models import Edition, Email
from digest.render.templates import fill, printable
from digest.render.view import View, view
from digest.settings import Settings

SUBJECT = 78
"""Longest subject: longer ones are cut off in most lists of messages, and folded in the header (RFC 5322, 2.1.1)."""
PREHEADER = 140
"""What the larger lists of messages show after the subject."""

_EMPTY_LINES = re.compile(r"\n{3,}")
_BLOCK = re.compile(r"(?=<(?:h[1-6]|li|ol|p|table|td|tr|ul)\b)")


def render_email(edition: Edition, settings: Settings) -> Email:
    """The e-mail of an edition; HTML and text say the same with the same links.

    The subject is the lead's headline, after "[Sample]" for a sample; the preheader names what comes next.
    Raises EditionError where the edition has no story, and TemplateError.
    """
    arranged = view(edition, settings)
    if arranged.lead is None:
        raise EditionError(f"Edition {edition.id} has no story: there is nothing to print. See its problems.")
    return Email(
        subject=_subject(edition, arranged.lead.headline),
        preheader=_preheader(arranged),
        html=_html(filled_mjml(edition, settings)),
        text=_text(fill("email.txt", edition.language, view=arranged, edition=edition)),
    )


def filled_mjml(edition: Edition, settings: Settings) -> str:
    """The MJML source of the e-mail, for those who want to turn it into HTML by another program."""
    arranged = view(edition, settings)
    values = {"view": arranged, "edition": edition, "preheader": _preheader(arranged)}
    return fill("email.mjml", edition.language, **values)


def _subject(edition: Edition, headline: str) -> str:
    sample = "[Sample] " if edition.sample else ""
    return sample + shorten(headline, SUBJECT - len(sample))


def _preheader(arranged: View) -> str:
    return shorten(" · ".join(brief.headline for brief in arranged.also) or arranged.edition.title, PREHEADER)


def shorten(text: str, width: int) -> str:
    """One printable line of at most ``width`` characters, cut between words and then ended by an ellipsis."""
    line = " ".join(str(printable(text)).split())
    if len(line) <= width:
        return line
    return line[: width - 1].rsplit(" ", 1)[0].rstrip(" ,;:·–—-") + "…"


def _text(filled: str) -> str:
    """At most one empty line in a row: what a template leaves where a block is absent."""
    return _EMPTY_LINES.sub("\n\n", filled).strip() + "\n"


def _html(mjml: str) -> str:
    """MJML to HTML, a block a line: MRML writes the whole body on one."""
    try:
        html = mjml2html(mjml)
    except ValueError as error:
        raise TemplateError(f"templates/email.mjml is no valid MJML: {error}.") from error
    return _BLOCK.sub("\n", html)
