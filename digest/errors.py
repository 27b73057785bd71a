"""The exceptions that end a run. What a run survives is a ``Problem`` (see ``models``) instead.

DigestError                what a user did or met, with what to do next; exit status 2
├── ConfigError            the configuration: every mistake at once, each with file, line and key
├── StoreError             the database cannot be opened, is locked, full or too new
├── TemplateError          a template is missing or wrong
├── EditionError           no such edition, nothing to print, a sample that should be sent
│   ├── OfflineError       not one feed could be read: nothing can be known about the day
│   ├── ReviewError        the edition is held, or waits for somebody to approve it
│   └── ConflictError      somebody else has changed the edition meanwhile
├── AddressError           no e-mail address, or one too many or too few
├── MessageError            the sender is not set, or the message would break the standards
├── RelayError             the mail relay cannot be reached or refuses to talk to us
└── MailboxError           the mailbox for bounces cannot be opened or read
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.models import Problem


class DigestError(Exception):
    """The message is one or more whole sentences for the user: what happened and what to do next."""


class ConfigError(DigestError):
    """The configuration cannot be used; the message has a line for each mistake."""


class StoreError(DigestError):
    """The database cannot be used."""


class TemplateError(DigestError):
    """A template cannot be used."""


class EditionError(DigestError):
    """An edition that does not exist or may not be used in that way."""


class OfflineError(EditionError):
    """Not one feed could be read; ``problems`` tells of each why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        which = "The one feed" if len(problems) == 1 else f"Not one of the {len(problems)} feeds"
        could = "could not be read" if len(problems) == 1 else "could be read"
        first = f" {problems[0].subject}: {problems[0].reason}" if problems else ""
        super().__init__(f"{which} {could}. Is the network up?{first} `digest check` tries each of them.")
        self.problems = tuple(problems)


class ReviewError(EditionError):
    """An edition that may not go out yet."""


class ConflictError(EditionError):
    """An edition that was changed by somebody else since it was looked at."""


class AddressError(DigestError):
    """Something that was given as an e-mail address."""


class MessageError(DigestError):
    """An edition that cannot be made into a message."""


class RelayError(DigestError):
    """The mail relay as a whole cannot be used; one refused address is a ``Problem``."""


class MailboxError(DigestError):
    """The mailbox in which refused mail comes back cannot be read."""


def words(error: Exception) -> str:
    """What the system or a decoder complains of, without the number and the path that Python puts around it."""
    if isinstance(error, UnicodeError):
        return "it is not text in UTF-8 or UTF-16"
    return getattr(error, "strerror", None) or str(error)
