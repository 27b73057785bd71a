"""An edition in, what would go wrong with its e-mail in front of readers out.

``lint`` prints the edition as it would be sent and reads the result as mail programs do. Errors are what a
reader or a receiver would reject; warnings are what some would see less well. Pure but for the templates.
"""

from digest.render.lint.letter import Level, ParsedEmail, Remark
from digest.render.lint.run import errors, examine, lint, parse_email

__all__ = ["Level", "ParsedEmail", "Remark", "errors", "examine", "lint", "parse_email"]
