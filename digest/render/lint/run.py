"""All checks, one after the other."""

from __future__ import annotations

from digest.models import Edition
from digest.render.email import print_email
from digest.render.lint import clients, colours, components, markup, message
from digest.render.lint.letter import Letter, Remark
from digest.settings import Settings

CHECKS = (*message.CHECKS, *markup.CHECKS, *colours.CHECKS, *components.CHECKS, *clients.CHECKS)
"""Functions from a letter to remarks."""


def lint(edition: Edition, settings: Settings) -> tuple[Remark, ...]:
    """Everything that is wrong with the e-mail of an edition, errors first.

    Raises EditionError where the edition has no story, and TemplateError.
    """
    return examine(print_letter(edition, settings))


def print_letter(edition: Edition, settings: Settings) -> Letter:
    """The e-mail of an edition, printed once to be looked through and then sent."""
    printed = print_email(edition, settings)
    return Letter(edition, settings, printed.email, printed.mjml)


def examine(letter: Letter) -> tuple[Remark, ...]:
    """Everything that is wrong with the letter, errors first."""
    remarks = dict.fromkeys(remark for check in CHECKS for remark in check(letter))
    return tuple(sorted(remarks, key=lambda remark: remark.level))


def errors(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Those that forbid a send."""
    return tuple(remark for remark in remarks if remark.level == "error")
