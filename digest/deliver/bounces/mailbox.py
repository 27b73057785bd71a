"""The mailbox in which refused mail comes back, read over IMAP: what is new, and what became of it."""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from digest.deliver.bounces.bounce_report import MOST_BYTES
from digest.errors import MailboxError, words
from digest.settings import BounceSettings

TIMEOUT = 60.0
"""Seconds to wait for an answer of the mailbox."""


@dataclass(frozen=True, slots=True)
class Inbox:
    """The open mailbox."""

    _client: imaplib.IMAP4

    def unread(self) -> Iterator[tuple[str, bytes]]:
        """Number and content, the first 256,000 bytes, of each message that was not read yet."""
        _, (numbers, *_rest) = self._client.uid("SEARCH", "UNSEEN")
        for number in (numbers or b"").decode("ascii").split():
            _, answer = self._client.uid("FETCH", number, f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
            data = next((part[1] for part in answer if isinstance(part, tuple)), b"")
            yield number, data

    def settle(self, number: str, *, flagged: bool) -> None:
        """Mark a message as read; ``flagged`` for one that a person should look at."""
        flags = r"(\Seen \Flagged)" if flagged else r"(\Seen)"
        self._client.uid("STORE", number, "+FLAGS.SILENT", flags)


@contextmanager
def open_inbox(
    settings: BounceSettings, password: str, context: ssl.SSLContext | None = None
) -> Iterator[Inbox]:
    """The mailbox of these settings, over TLS with a certificate that was checked.

    Raises MailboxError if it cannot be opened or stops answering.
    """
    name = f"{settings.imap_host}:{settings.imap_port}"
    try:
        trust = context or ssl.create_default_context()
        with _line(settings, trust) as client:
            _sign_in(client, settings, password)
            if client.select(f'"{settings.imap_folder}"')[0] != "OK":
                raise MailboxError(
                    f"The mailbox {name} has no folder {settings.imap_folder}. Check bounces.imap_folder."
                )
            yield Inbox(client)
    except ssl.SSLError as error:
        raise MailboxError(
            f"The mailbox {name} cannot be trusted: {error.reason or error}. Check bounces.imap_host and its certificate."
        ) from error
    except (imaplib.IMAP4.error, OSError) as error:
        raise MailboxError(
            f"The mailbox {name} cannot be read: {words(error)}. Check bounces.imap_host."
        ) from error


@contextmanager
def _line(settings: BounceSettings, trust: ssl.SSLContext) -> Iterator[imaplib.IMAP4_SSL]:
    """A line to the mailbox that is closed even where it broke, when imaplib would leave it open."""
    client = imaplib.IMAP4_SSL(settings.imap_host, settings.imap_port, ssl_context=trust, timeout=TIMEOUT)
    try:
        yield client
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            client.logout()
        with suppress(OSError):
            client.shutdown()


def _sign_in(client: imaplib.IMAP4, settings: BounceSettings, password: str) -> None:
    try:
        client.login(settings.imap_username, password)
    except imaplib.IMAP4.error:
        # What the server says may repeat the password, so it is not repeated here.
        raise MailboxError(
            f"The mailbox {settings.imap_host} refuses the sign-in. Check bounces.imap_username and DIGEST_IMAP_PASSWORD."
        ) from None
