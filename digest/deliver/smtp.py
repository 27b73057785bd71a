"""Talking to the mail relay: a connection, one copy at a time, and what became of it.

What a failure means depends on where it happens. Before the last byte of a message has left, nothing was
delivered; after it, and without an answer, nobody knows (RFC 5321, 4.2.5 and 6.1).
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from dataclasses import dataclass
from types import TracebackType
from typing import Literal, Self

from digest.deliver.addresses import Mailbox
from digest.errors import RelayError
from digest.settings import SmtpSettings

_REPLY = 300
"""Characters of the relay's answer that are remembered."""

Ending = Literal["sent", "deferred", "failed", "uncertain", "stopped"]
"""``stopped``: the relay refuses the sender or the conversation, so no copy can be sent now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one copy ended, and the relay's last words."""

    ending: Ending
    reply: str
    usable: bool = True
    """Whether the connection can take another copy."""


class Relay:
    """How to reach the relay; connections are opened one by one with ``connect``."""

    def __init__(
        self, settings: SmtpSettings, password: str = "", context: ssl.SSLContext | None = None
    ) -> None:
        self._settings = settings
        self._password = password
        self._context = context or ssl.create_default_context()

    def connect(self) -> Connection:
        """A connection that is protected and signed in; raises RelayError with what to do."""
        name = f"{self._settings.host}:{self._settings.port}"
        if not self._settings.host:
            raise RelayError(
                "No mail relay is configured. Set smtp.host and its other keys, then send again."
            )
        try:
            return Connection(self._signed_in())
        except ssl.SSLError as error:
            raise RelayError(
                f"The relay {name} cannot be trusted: {error.reason or error}. Check smtp.host, smtp.port and "
                "smtp.security, and the relay's certificate."
            ) from error
        except smtplib.SMTPAuthenticationError as error:
            raise RelayError(
                f"The relay {name} refuses the sign-in: {_told(error.smtp_code, error.smtp_error)}. "
                "Check smtp.username and DIGEST_SMTP_PASSWORD."
            ) from error
        except smtplib.SMTPResponseException as error:
            raise RelayError(
                f"The relay {name} refuses to talk: {_told(error.smtp_code, error.smtp_error)}. Try again later."
            ) from error
        except smtplib.SMTPException as error:
            raise RelayError(
                f"The relay {name} cannot be used: {error}. Check smtp.security and smtp.port."
            ) from error
        except OSError as error:
            raise RelayError(
                f"The relay {name} cannot be reached: {error}. Check smtp.host and smtp.port, and the network."
            ) from error

    def _signed_in(self) -> smtplib.SMTP:
        client = self._open()
        try:
            if self._settings.security == "starttls":
                client.starttls(context=self._context)
            client.ehlo_or_helo_if_needed()
            if self._settings.username:
                client.login(self._settings.username, self._password)
        except BaseException:
            client.close()
            raise
        return client

    def _open(self) -> smtplib.SMTP:
        host, port, timeout = self._settings.host, self._settings.port, self._settings.timeout
        if self._settings.security == "tls":
            return smtplib.SMTP_SSL(host, port, timeout=timeout, context=self._context)
        return smtplib.SMTP(host, port, timeout=timeout)


def open_relay(settings: SmtpSettings, password: str = "") -> Relay:
    """The relay of these settings. Nothing is opened before the first copy leaves."""
    return Relay(settings, password)


class Connection:
    """One open conversation with the relay."""

    def __init__(self, client: smtplib.SMTP) -> None:
        self._client = client

    @property
    def abilities(self) -> dict[str, str]:
        """What the relay offers: ESMTP keywords in lower case, with their parameters."""
        return dict(self._client.esmtp_features)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Say goodbye where the relay still listens."""
        try:
            self._client.quit()
        except (smtplib.SMTPException, OSError):
            self._client.close()

    def deliver(self, sender: Mailbox, to: Mailbox, message: bytes) -> Outcome:
        """Hand over one copy, in CRLF lines; never raises for what the relay or the network does."""
        if to.needs_smtputf8 and not self._client.has_extn("smtputf8"):
            return Outcome("failed", "the relay cannot write to addresses beyond ASCII (SMTPUTF8)")
        try:
            refused = self._envelope(sender, to)
            if refused is None:
                self._transfer(message)
        except (smtplib.SMTPException, OSError) as error:
            self._client.close()
            return Outcome("deferred", _lost(error), usable=False)
        if refused is not None:
            return self._after(refused)
        return self._acknowledged()

    def _envelope(self, sender: Mailbox, to: Mailbox) -> Outcome | None:
        """MAIL, RCPT and DATA; an outcome where one of them was refused."""
        options = ["SMTPUTF8"] if to.needs_smtputf8 else []
        if options:
            self._client.command_encoding = "utf-8"
        code, words = self._client.mail(str(sender), options)
        if code != 250:
            return Outcome("deferred" if 400 <= code < 500 else "stopped", _told(code, words), code != 421)
        code, words = self._client.rcpt(str(to))
        if code not in {250, 251}:
            return Outcome("deferred" if 400 <= code < 500 else "failed", _told(code, words), code != 421)
        code, words = self._client.docmd("DATA")
        if code != 354:
            return Outcome("deferred" if 400 <= code < 500 else "failed", _told(code, words), code != 421)
        return None

    def _transfer(self, message: bytes) -> None:
        stuffed = message.replace(b"\r\n.", b"\r\n..")
        self._client.send(stuffed + (b".\r\n" if stuffed.endswith(b"\r\n") else b"\r\n.\r\n"))

    def _acknowledged(self) -> Outcome:
        try:
            code, words = self._client.getreply()
        except (smtplib.SMTPException, OSError) as error:
            self._client.close()
            return Outcome("uncertain", f"all of it was sent, then {_lost(error)}", usable=False)
        if code == 250:
            return Outcome("sent", _told(code, words))
        return Outcome("deferred" if 400 <= code < 500 else "failed", _told(code, words), code != 421)

    def _after(self, refused: Outcome) -> Outcome:
        """Ready for the next copy, or closed where the relay has had enough."""
        if refused.usable:
            try:
                self._client.rset()
            except (smtplib.SMTPException, OSError):
                return Outcome(refused.ending, refused.reply, usable=False)
        else:
            self._client.close()
        return refused


def _told(code: int, words: bytes | str) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(f"{code} {text}".split())[:_REPLY]


def _lost(error: Exception) -> str:
    if isinstance(error, socket.timeout):
        return "the relay did not answer in time"
    return f"the connection to the relay was lost ({' '.join(str(error).split())})"[:_REPLY]
