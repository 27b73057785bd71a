"""An edition in, what would go wrong with its e-mail in front of readers out.

``lint`` renders the edition as it would be sent and reads the result as mail programs do. Errors are what a
reader or a receiver would reject; warnings are what some would see less well. Pure but for the templates.
"""

from __future__ import annotations

from digest.models import Edition
from digest.render.email import render_with_mjml
from digest.render.lint import clients, colours, components, headlines, markup, message_parts
from digest.render.lint.parsed_email import Level, ParsedEmail, Remark
from digest.settings import Settings

__all__ = ["Level", "ParsedEmail", "Remark", "errors", "examine", "lint", "parse_email"]


CHECKS = (
    *message_parts.CHECKS,
    *headlines.CHECKS,
    *markup.CHECKS,
    *colours.CHECKS,
    *components.CHECKS,
    *clients.CHECKS,
)
"""Functions from an e-mail to remarks on it, each named after what it looks at."""


def lint(edition: Edition, settings: Settings) -> tuple[Remark, ...]:
    """Everything that is wrong with the e-mail of an edition, errors first.

    Raises EditionError if the edition has no story, and TemplateError.
    """
    return examine(parse_email(edition, settings))


def parse_email(edition: Edition, settings: Settings) -> ParsedEmail:
    """The e-mail of an edition, rendered and parsed once, to be examined and then sent."""
    printed = render_with_mjml(edition, settings)
    return ParsedEmail(edition, settings, printed.email, printed.mjml)


def examine(email: ParsedEmail) -> tuple[Remark, ...]:
    """Everything that is wrong with the e-mail, errors first."""
    remarks = dict.fromkeys(remark for check in CHECKS for remark in check(email))
    return tuple(sorted(remarks, key=lambda remark: remark.level))


def errors(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Those that forbid a send."""
    return tuple(remark for remark in remarks if remark.level == "error")
