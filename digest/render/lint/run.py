"""All checks, one after the other."""

from __future__ import annotations

from digest.models import Edition
from digest.render.email import render_with_mjml
from digest.render.lint import clients, colours, components, markup, message
from digest.render.lint.letter import ParsedEmail, Remark
from digest.settings import Settings

CHECKS = (*message.CHECKS, *markup.CHECKS, *colours.CHECKS, *components.CHECKS, *clients.CHECKS)
"""Functions from a letter to remarks."""


def lint(edition: Edition, settings: Settings) -> tuple[Remark, ...]:
    """Everything that is wrong with the e-mail of an edition, errors first.

    Raises EditionError where the edition has no story, and TemplateError.
    """
    return examine(parse_email(edition, settings))


def parse_email(edition: Edition, settings: Settings) -> ParsedEmail:
    """The e-mail of an edition, printed once to be looked through and then sent."""
    printed = render_with_mjml(edition, settings)
    return ParsedEmail(edition, settings, printed.email, printed.mjml)


def examine(letter: ParsedEmail) -> tuple[Remark, ...]:
    """Everything that is wrong with the letter, errors first."""
    remarks = dict.fromkeys(remark for check in CHECKS for remark in check(letter))
    return tuple(sorted(remarks, key=lambda remark: remark.level))


def errors(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Those that forbid a send."""
    return tuple(remark for remark in remarks if remark.level == "error")
