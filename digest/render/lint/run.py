"""All checks, one after the other."""

from __future__ import annotations

from digest.models import Edition
from digest.render.email import filled_mjml, render_email
from digest.render.lint import clients, colours, components, markup, whole
from digest.render.lint.letter import Letter, Remark
from digest.render.view import view
from digest.settings import Settings

CHECKS = (*whole.CHECKS, *markup.CHECKS, *colours.CHECKS, *components.CHECKS, *clients.CHECKS)
"""Functions from a letter to remarks."""


def lint(edition: Edition, settings: Settings) -> tuple[Remark, ...]:
    """Everything that is wrong with the e-mail of an edition, errors first.

    Raises EditionError where the edition has no story, and TemplateError.
    """
    email = render_email(edition, settings)
    letter = Letter(edition, settings, email, filled_mjml(view(edition, settings)))
    remarks = dict.fromkeys(remark for check in CHECKS for remark in check(letter))
    return tuple(sorted(remarks, key=lambda remark: remark.level))


def errors(remarks: tuple[Remark, ...]) -> tuple[Remark, ...]:
    """Those that forbid a send."""
    return tuple(remark for remark in remarks if remark.level == "error")
