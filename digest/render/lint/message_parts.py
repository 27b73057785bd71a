"""Checks of the message as a whole: its size, lines, subject, text part, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Edition
from digest.render.email import MAX_SUBJECT
from digest.render.links import page_url, safe_url
from digest.render.lint.parsed_email import ParsedEmail, Remark
from digest.render.plain_text import COLUMNS, printable
from digest.render.view import all_points
from digest.text.invisible import hidden
from digest.text.plurals import pluralise

GMAIL_CLIP = 102_000
"""Bytes of HTML after which Gmail hides the rest behind a link."""
CLIP_MARGIN = 97_000
"""Bytes from which little is left for what a relay adds."""
MAX_LINE = 998
"""Longest line of a message in octets (RFC 5322, 2.1.1)."""
_SHOUTING = re.compile(r"[!?]{2,}|\b(?:URGENT|FREE|CLICK HERE|YOU WON'T BELIEVE)\b", re.IGNORECASE)
_TEXT_LINK = re.compile(r"(?:https?://|mailto:)\S+")


def size(email: ParsedEmail) -> Iterator[Remark]:
    """Nothing is cut off."""
    found = len(email.rendered.html.encode())
    if found > GMAIL_CLIP:
        yield Remark(
            "error",
            "size",
            f"The HTML has {found:,} bytes; Gmail cuts it off at {GMAIL_CLIP:,}. Print fewer stories.",
        )
    elif found > CLIP_MARGIN:
        yield Remark("warning", "size", f"The HTML has {found:,} bytes; Gmail cuts it off at {GMAIL_CLIP:,}.")


def lines(email: ParsedEmail) -> Iterator[Remark]:
    """No line is longer than mail allows."""
    for name, part in (("HTML", email.rendered.html), ("text", email.rendered.text)):
        longest = max(map(len, part.encode().splitlines()), default=0)
        if longest > MAX_LINE:
            yield Remark(
                "warning",
                "lines",
                f"A line of the {name} has {longest:,} octets, more than {MAX_LINE}; it must be encoded to be sent.",
            )


_LINE_BREAK = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]")


def subject(email: ParsedEmail) -> Iterator[Remark]:
    """The subject is one calm line; that of a sample says so."""
    text = email.rendered.subject
    if not text.strip() or hidden(text) or _LINE_BREAK.search(text):
        yield Remark("error", "subject", "The subject is empty or has characters that cannot be printed.")
    if len(text) > MAX_SUBJECT:
        yield Remark(
            "warning",
            "subject",
            f"The subject has {len(text)} characters; lists of messages show about {MAX_SUBJECT}.",
        )
    if _SHOUTING.search(text) or (text.isupper() and len(text) > 20):
        yield Remark(
            "warning", "subject", f"The subject shouts: {text!r}. Filters for junk mail take offence."
        )
    if email.edition.sample and not text.startswith("[Sample]"):
        yield Remark("error", "subject", 'The subject of a sample has to begin with "[Sample]".')


def preheader(email: ParsedEmail) -> Iterator[Remark]:
    """The line beside the subject says something else."""
    if not email.rendered.preheader or email.rendered.preheader == email.rendered.subject:
        yield Remark("warning", "preheader", "The preheader is empty or says the same as the subject.")


def unsubscribe(email: ParsedEmail) -> Iterator[Remark]:
    """Readers see how to leave, and who writes to them."""
    sender = email.settings.sender
    if not (sender.unsubscribe or sender.address):
        yield Remark(
            "warning",
            "leaving",
            "Nobody can leave. Set sender.address or sender.unsubscribe before you send.",
        )
    elif not any(href.startswith(_unsubscribe_prefix(email)) for href, _text in email.links):
        yield Remark(
            "error", "leaving", "The e-mail has no unsubscribe link. Templates get it as view.unsubscribe."
        )
    if not sender.postal_address:
        yield Remark(
            "warning",
            "leaving",
            "There is no postal address; most laws on bulk mail ask for it. Set sender.postal_address.",
        )


def _unsubscribe_prefix(email: ParsedEmail) -> str:
    """How the address of the unsubscribe link begins."""
    sender = email.settings.sender
    return safe_url(sender.unsubscribe) or f"mailto:{sender.address}"


def text_part(email: ParsedEmail) -> Iterator[Remark]:
    """The plain text says all that the HTML says."""
    flat, html = _single_spaced(email.rendered.text), _single_spaced(email.tree.text_content())
    for brief in email.edition.briefs:
        if _single_spaced(brief.headline) not in flat:
            yield Remark("error", "text", f"The text part lacks the story {brief.headline!r}.")
    lost = [
        sentence
        for sentence in map(_single_spaced, _sentences(email.edition))
        if sentence in html and sentence not in flat
    ]
    if lost:
        yield Remark(
            "error",
            "text",
            f"The text part lacks {len(lost)} of the points of the HTML, such as {lost[0]!r}.",
        )
    pages = {page_url(href) for href, _text in email.links}
    missing = pages - set(_TEXT_LINK.findall(email.rendered.text))
    if missing:
        yield Remark(
            "error",
            "text",
            f"The text part lacks {pluralise(len(missing), 'link')} of the HTML, such as {min(missing)}.",
        )
    if any(
        len(line) > COLUMNS and "://" not in line and " " in line.strip()
        for line in email.rendered.text.splitlines()
    ):
        yield Remark("warning", "text", f"The text part has lines of more than {COLUMNS} columns.")


def _single_spaced(text: str) -> str:
    return " ".join(printable(text).split())


def _sentences(edition: Edition) -> Iterator[str]:
    """Every sentence that may stand in the edition beside the headlines."""
    yield from (point.text for point in all_points(edition))
    yield from (correction.text for brief in edition.briefs for correction in brief.corrections)


CHECKS = (size, lines, subject, preheader, unsubscribe, text_part)
