"""Checks of the message as a whole: its size, lines, subject, text part, links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.models import Edition
from digest.render.email import SUBJECT
from digest.render.links import safe_url
from digest.render.lint.letter import Letter, Remark
from digest.render.plain_text import COLUMNS, printable
from digest.render.view import points
from digest.text.invisible import hidden
from digest.text.plurals import pluralise

CLIPPED = 102_000
"""Bytes of HTML after which Gmail hides the rest behind a link."""
LARGE = 97_000
"""Bytes from which little is left for what a relay adds."""
LINE = 998
"""Longest line of a message in octets (RFC 5322, 2.1.1)."""
_SHOUTING = re.compile(r"[!?]{2,}|\b(?:URGENT|FREE|CLICK HERE|YOU WON'T BELIEVE)\b", re.IGNORECASE)
_TEXT_LINK = re.compile(r"(?:https?://|mailto:)\S+")


def size(letter: Letter) -> Iterator[Remark]:
    """Nothing is cut off."""
    found = len(letter.email.html.encode())
    if found > CLIPPED:
        yield Remark(
            "error",
            "size",
            f"The HTML has {found:,} bytes; Gmail cuts it off at {CLIPPED:,}. Print fewer stories.",
        )
    elif found > LARGE:
        yield Remark("warning", "size", f"The HTML has {found:,} bytes; Gmail cuts it off at {CLIPPED:,}.")


def lines(letter: Letter) -> Iterator[Remark]:
    """No line is longer than mail allows."""
    for name, part in (("HTML", letter.email.html), ("text", letter.email.text)):
        longest = max(map(len, part.encode().splitlines()), default=0)
        if longest > LINE:
            yield Remark(
                "warning",
                "lines",
                f"A line of the {name} has {longest:,} octets, more than {LINE}; it must be encoded to be sent.",
            )


_LINE_BREAK = re.compile(r"[\t-\r\x1c-\x1f\x85\u2028\u2029]")


def subject(letter: Letter) -> Iterator[Remark]:
    """The subject is one calm line; that of a sample says so."""
    said = letter.email.subject
    if not said.strip() or hidden(said) or _LINE_BREAK.search(said):
        yield Remark("error", "subject", "The subject is empty or has characters that cannot be printed.")
    if len(said) > SUBJECT:
        yield Remark(
            "warning",
            "subject",
            f"The subject has {len(said)} characters; lists of messages show about {SUBJECT}.",
        )
    if _SHOUTING.search(said) or (said.isupper() and len(said) > 20):
        yield Remark(
            "warning", "subject", f"The subject shouts: {said!r}. Filters for junk mail take offence."
        )
    if letter.edition.sample and not said.startswith("[Sample]"):
        yield Remark("error", "subject", 'The subject of a sample has to begin with "[Sample]".')


def preheader(letter: Letter) -> Iterator[Remark]:
    """The line beside the subject says something else."""
    if not letter.email.preheader or letter.email.preheader == letter.email.subject:
        yield Remark("warning", "preheader", "The preheader is empty or says the same as the subject.")


def leaving(letter: Letter) -> Iterator[Remark]:
    """Readers see how to leave, and who writes to them."""
    sender = letter.settings.sender
    if not (sender.unsubscribe or sender.address):
        yield Remark(
            "warning",
            "leaving",
            "Nobody can leave. Set sender.address or sender.unsubscribe before you send.",
        )
    elif not any(href.startswith(_leave(letter)) for href, _text in letter.links):
        yield Remark(
            "error", "leaving", "The e-mail has no unsubscribe link. Templates get it as view.unsubscribe."
        )
    if not sender.postal_address:
        yield Remark(
            "warning",
            "leaving",
            "There is no postal address; most laws on bulk mail ask for it. Set sender.postal_address.",
        )


def _leave(letter: Letter) -> str:
    """How the address of the unsubscribe link begins."""
    sender = letter.settings.sender
    return safe_url(sender.unsubscribe) or f"mailto:{sender.address}"


def text_part(letter: Letter) -> Iterator[Remark]:
    """The plain text says all that the HTML says."""
    flat, html = _flat(letter.email.text), _flat(letter.tree.text_content())
    for brief in letter.edition.briefs:
        if _flat(brief.headline) not in flat:
            yield Remark("error", "text", f"The text part lacks the story {brief.headline!r}.")
    lost = [said for said in map(_flat, _said(letter.edition)) if said in html and said not in flat]
    if lost:
        yield Remark(
            "error",
            "text",
            f"The text part lacks {len(lost)} of the points of the HTML, such as {lost[0]!r}.",
        )
    missing = {href for href, _text in letter.links} - set(_TEXT_LINK.findall(letter.email.text))
    if missing:
        yield Remark(
            "error",
            "text",
            f"The text part lacks {pluralise(len(missing), 'link')} of the HTML, such as {min(missing)}.",
        )
    if any(
        len(line) > COLUMNS and "://" not in line and " " in line.strip()
        for line in letter.email.text.splitlines()
    ):
        yield Remark("warning", "text", f"The text part has lines of more than {COLUMNS} columns.")


def _flat(text: str) -> str:
    return " ".join(printable(text).split())


def _said(edition: Edition) -> Iterator[str]:
    """Every sentence that may stand in the edition beside the headlines."""
    yield from (point.text for point in points(edition))
    yield from (correction.text for brief in edition.briefs for correction in brief.corrections)


CHECKS = (size, lines, subject, preheader, leaving, text_part)
