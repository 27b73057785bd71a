"""An edition in, what would go wrong with its e-mail in front of readers out.

``lint`` prints the edition as it would be sent and reads the result as mail programs do. Errors are what a
reader or a receiver would reject; warnings are what some would see less well. Pure but for the templates.
"""

from digest.render.lint.letter import Letter, Level, Remark
from digest.render.lint.run import errors, examine, lint, print_letter

__all__ = ["Letter", "Level", "Remark", "errors", "examine", "lint", "print_letter"]
