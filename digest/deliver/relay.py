"""Reaching the mail relay: protected, verified, signed in; or a sentence that says what to do."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Callable
from contextlib import suppress

from digest.deliver.smtp.addresses import parse_address
from digest.deliver.smtp.connection import Connection
from digest.deliver.smtp.oauth import fetched_token, sign_in
from digest.deliver.smtp.replies import Opening, OpeningOverTls
from digest.deliver.smtp.session import told
from digest.errors import RelayError, words
from digest.settings import SmtpSettings

LAST_WORD = 600.0
"""Seconds to wait for the answer to a whole message: RFC 5321, 4.5.3.2.6. Less makes doubt out of slowness."""


class Relay:
    """How to reach the relay; connections are opened one by one with ``connect``.

    ``password`` is an access token where ``smtp.auth`` is oauth2. ``sender`` is the address that mail is from: its domain
    is the name that we greet with.
    """

    def __init__(
        self,
        settings: SmtpSettings,
        password: str = "",
        *,
        sender: str = "",
        context: ssl.SSLContext | None = None,
        last_word: float = LAST_WORD,
    ) -> None:
        self._settings = settings
        self._password = password
        self._name = our_name(sender)
        self._context = context
        self._last_word = last_word
        self._chunks = True

    def without_chunks(self) -> None:
        """Use DATA on the connections to come: the relay offers CHUNKING and then does not know it."""
        self._chunks = False

    def connect(self) -> Connection:
        """A connection that is protected and signed in; raises RelayError with what to do."""
        name = f"{self._settings.host}:{self._settings.port}"
        if not self._settings.host:
            raise RelayError(
                "No mail relay is configured. Set smtp.host and its other keys, then send again."
            )
        try:
            return Connection(self._signed_in(), self._last_word, chunks=self._chunks)
        except UnicodeError:
            # Not "from" the error: it has the password in it.
            raise RelayError(
                f"The relay {name} cannot be asked: smtp.host, smtp.username or DIGEST_SMTP_PASSWORD has letters beyond "
                "ASCII. Change that."
            ) from None
        except (OSError, ValueError) as error:
            raise RelayError(f"The relay {name} {_complaint(error)}") from error

    def _signed_in(self) -> Opening:
        client = self._open()
        try:
            if self._settings.security == "starttls":
                client.starttls(context=self._trust())
            client.ehlo_or_helo_if_needed()
            if self._settings.auth == "oauth2":
                command = self._settings.token_command
                token = fetched_token(command) if command else self._password
                sign_in(client, self._settings.username, token)
            elif self._settings.username:
                client.login(self._settings.username, self._password)
        except BaseException:
            client.close()
            raise
        return client

    def _open(self) -> Opening:
        client = self._reached()
        if client.sock:
            # Otherwise the last piece of a message waits for the receipt of the one before it (RFC 896).
            client.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client

    def _reached(self) -> Opening:
        host, port, timeout = self._settings.host, self._settings.port, self._settings.timeout
        if self._settings.security == "tls":
            return OpeningOverTls(host, port, self._name, timeout=timeout, context=self._trust())
        return Opening(host, port, self._name, timeout=timeout)

    def _trust(self) -> ssl.SSLContext:
        self._context = self._context or ssl.create_default_context()
        return self._context


def our_name(sender: str, host: Callable[[], str] = socket.getfqdn) -> str:
    """The name for EHLO: the domain of the sender, in the form of the DNS; else that of this machine.

    Never an address in brackets: RFC 5321, 4.1.4 allows it and strict relays refuse it, 127.0.0.1 above all.
    """
    machine = "" if sender else host()
    for address in (sender, f"digest@{machine}" if "." in machine else ""):
        with suppress(ValueError):
            domain = parse_address(address).domain
            if not domain.replace(".", "").isdecimal():
                return domain
    return "localhost.localdomain"


def _complaint(error: Exception) -> str:
    """What is wrong with the relay, and what to do."""
    match error:
        case ssl.SSLError():
            return (
                f"cannot be trusted: {error.reason or error}. Check smtp.host, smtp.port and smtp.security, and the "
                "relay's certificate."
            )
        case smtplib.SMTPAuthenticationError():
            answer = told(error.smtp_code, error.smtp_error)
            return f"refuses the sign-in: {answer}. Check smtp.username and DIGEST_SMTP_PASSWORD."
        case smtplib.SMTPResponseException():
            return f"refuses to talk: {told(error.smtp_code, error.smtp_error)}. Try again later."
        case smtplib.SMTPException() | ValueError():
            return f"cannot be used: {error}. Check smtp.security and smtp.port."
    return f"cannot be reached: {words(error)}. Check smtp.host and smtp.port, and the network."


def open_relay(settings: SmtpSettings, password: str = "", sender: str = "") -> Relay:
    """The relay of these settings for mail from that address. Nothing is opened before the first copy leaves."""
    return Relay(settings, password, sender=sender)
