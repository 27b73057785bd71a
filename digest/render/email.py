"""An edition as an e-mail: subject, preheader, HTML and plain text."""

from __future__ import annotations

import re
from bisect import bisect_left

from mjml import mjml2html

from digest.errors import EditionError, TemplateError
from digest.models import Edition, Email
from digest.render.templates import fill, printable
from digest.render.view import View, view
from digest.settings import Settings

SUBJECT = 78
"""Longest subject: longer ones are cut off in most lists of messages, and folded in the header (RFC 5322, 2.1.1)."""
BUDGET = 95_000
"""Most bytes of HTML: Gmail cuts messages off at 102 KB, and the relay's links or headers may still grow it."""
PREHEADER = 140
"""What the larger lists of messages show after the subject."""

_EMPTY_LINES = re.compile(r"\n{3,}")
_WEB_FONTS = re.compile(r"<!--\[if !mso\]><!--><link .*?<!--<!\[endif\]-->", re.DOTALL)
"""What MRML adds on its own for some names of type faces, to be loaded from elsewhere."""
_BREAKS = re.compile(r"(?=<(?:h[1-6]|li|ol|p|table|td|tr|ul)\b)|(?<=<a)(?= )")
"""Before a block and inside the tag of a link: places where a line break shows nowhere."""


def render_email(edition: Edition, settings: Settings) -> Email:
    """The e-mail of an edition; HTML and text say the same with the same links.

    The subject is the lead's headline, after "[Sample]" for a sample; the preheader names what comes next.
    Where the HTML would be cut off, stories of the lowest rank are told in a line each, as many as needed,
    and the e-mail says so. Raises EditionError where the edition has no story, and TemplateError.
    """
    arranged, html = _fitted(edition, settings)
    if arranged.lead is None:
        raise EditionError(f"Edition {edition.id} has no story: there is nothing to print. See its problems.")
    return Email(
        subject=_subject(edition, arranged.lead.headline),
        preheader=_preheader(arranged),
        html=html,
        text=_text(fill("email.txt", settings, edition.language, view=arranged, edition=edition)),
    )


def filled_mjml(arranged: View) -> str:
    """The MJML source of the e-mail, for those who want to turn it into HTML by another program."""
    values = {"view": arranged, "edition": arranged.edition, "preheader": _preheader(arranged)}
    return fill("email.mjml", arranged.settings, arranged.edition.language, **values)


def _fitted(edition: Edition, settings: Settings) -> tuple[View, str]:
    """The arrangement with the fewest shortened stories whose HTML is within the budget, and that HTML."""

    def tried(shortened: int) -> tuple[View, str]:
        arranged = view(edition, settings, shortened)
        return arranged, _html(filled_mjml(arranged)) if arranged.lead else ""

    def fits(shortened: int) -> bool:
        return len(tried(shortened)[1].encode()) <= BUDGET

    whole = tried(0)
    if len(whole[1].encode()) <= BUDGET:
        return whole
    counts = range(1, max(2, len(edition.briefs)))
    return tried(counts[min(bisect_left(counts, True, key=fits), len(counts) - 1)])


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
    """MJML to HTML in lines of bearable length: MRML writes the whole body on one."""
    try:
        html = _WEB_FONTS.sub("", mjml2html(mjml))
    except ValueError as error:
        raise TemplateError(f"templates/email.mjml is no valid MJML: {error}.") from error
    return _BREAKS.sub("\n", html)
