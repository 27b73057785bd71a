"""Who the e-mail is from, and how it gets to its readers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from digest.settings.fields import SettingsSection

NO_ADDRESS = "none"
"""What is written in place of a postal address where no law asks for one."""


class SenderSettings(SettingsSection):
    """Who the e-mail is from."""

    name: Annotated[str, Field(max_length=100)] = ""
    """Name in the From line; the title of the digest if left out."""
    address: Annotated[str, Field(pattern=r"^([^\s@<>]+@[^\s@<>]+)?$", max_length=254)] = ""
    """Address in the From line."""
    reply_to: Annotated[str, Field(pattern=r"^([^\s@<>]+@[^\s@<>]+)?$", max_length=254)] = ""
    """Where answers go; the sender if left out."""
    postal_address: Annotated[str, Field(max_length=300)] = ""
    """Postal address of the publisher, printed in the footer; most laws on bulk mail ask for it. Nothing is sent to readers
    without it, unless it is `none`."""
    unsubscribe: Annotated[str, Field(max_length=500)] = ""
    """Where readers leave: a mailto: or https: address; a mail to `address` if left out."""
    preferences: Annotated[str, Field(pattern=r"^(https://[^\s<>\"]+)?$", max_length=500)] = ""
    """Where readers change what comes: an https address; with `web.url` each reader has a page for it."""

    @property
    def printed_address(self) -> str:
        """The postal address as it is printed; empty if there is none, or if none is wanted."""
        return "" if self.postal_address.strip().lower() == NO_ADDRESS else self.postal_address.strip()

    @property
    def missing(self) -> str:
        """What must be set before anything is sent to readers, as a sentence; empty if nothing is missing."""
        if self.postal_address.strip():
            return ""
        return (
            "sender.postal_address is empty, and most laws on bulk mail ask for one: write the publisher's, or `none` where no law "
            "asks for it."
        )


class SmtpSettings(SettingsSection):
    """The mail relay. The password comes from DIGEST_SMTP_PASSWORD, a token from DIGEST_SMTP_TOKEN, never from this file."""

    host: Annotated[str, Field(max_length=253)] = ""
    """Name of the relay; empty means that nothing can be sent yet."""
    port: int = Field(default=587, ge=1, le=65_535)
    """587 with starttls, 465 with tls."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is protected; `none` only for a relay on this machine."""
    username: Annotated[str, Field(max_length=200)] = ""
    """User name, if the relay asks for one."""
    auth: Literal["password", "oauth2"] = "password"
    """How we sign in: with the password, or with an access token (OAUTHBEARER or XOAUTH2, as Gmail and Outlook ask for)."""
    token_command: Annotated[str, Field(max_length=1000)] = ""
    """Program, with its arguments, that prints an access token, run for each connection; DIGEST_SMTP_TOKEN if left out."""
    timeout: float = Field(default=30, gt=0, le=600)
    """Seconds to wait for an answer of the relay; for the answer to a whole message always ten minutes."""
    connections: int = Field(default=4, ge=1, le=64)
    """Most connections to the relay at once."""
    per_minute: int | None = Field(default=None, ge=1, le=1_000_000)
    """Most copies per minute, if the relay has such a limit."""
    per_day: int | None = Field(default=None, ge=1, le=100_000_000)
    """Most copies in 24 hours, if the relay has such a limit; the rest waits for the next run."""
    doubtful: Literal["hold", "resend"] = "hold"
    """A copy may have arrived or not when a connection or this program dies: `hold` it, or `resend` it once with the same Message-ID."""


class ChannelSettings(SettingsSection):
    """Chats and push services that are told when an edition is out. Needs the package `apprise`."""

    file: Annotated[str, Field(max_length=500)] = ""
    """File with an apprise address a line, readable by its owner alone, since the addresses hold passwords; or put them into DIGEST_CHANNELS."""


Selector = Annotated[str, Field(pattern=r"^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)?$", max_length=63)]


class DkimSettings(SettingsSection):
    """Signing the mail ourselves (DKIM), if the relay does not. Needs the package `cryptography`."""

    selector: Selector = ""
    """Name of the key in the DNS, at SELECTOR._domainkey.DOMAIN of the sender; empty means no signature."""
    key: Annotated[str, Field(max_length=500)] = ""
    """File of the private key (PEM, RSA or Ed25519), readable by its owner alone."""
    second_selector: Selector = ""
    """Name of a second key, if there is one: Ed25519 is short and quick, and not every receiver knows it alone."""
    second_key: Annotated[str, Field(max_length=500)] = ""
    """File of the second private key."""


class BounceSettings(SettingsSection):
    """Mail that comes back. The mailbox's password comes from DIGEST_IMAP_PASSWORD, never from this file."""

    address: Annotated[str, Field(pattern=r"^([^\s@<>]*@[^\s@<>]+)?$", max_length=254)] = ""
    """Where it comes back: bounces@example.org, where bounces+ANYTHING@example.org must arrive as well; or @bounces.example.org, a domain of which every address arrives. The sender if left out; then bounces are not understood."""
    imap_host: Annotated[str, Field(max_length=253)] = ""
    """Server of the mailbox, read over TLS before each edition; empty if `digest bounces` is given the mail."""
    imap_port: int = Field(default=993, ge=1, le=65_535)
    """993: TLS from the first octet."""
    imap_username: Annotated[str, Field(max_length=200)] = ""
    """User name at the mailbox."""
    imap_folder: Annotated[str, Field(pattern=r'^[^"\\\x00-\x1f\x7f]+$', max_length=200)] = "INBOX"
    """Folder of the mailbox."""
    hard: int = Field(default=2, ge=1, le=100)
    """So many editions that were refused for good within `days` take a reader off the list."""
    soft: int = Field(default=5, ge=1, le=100)
    """So many editions that the mailbox refused or put off within `days` take a reader off the list."""
    unreachable: int = Field(default=21, ge=7, le=365)
    """Days after which a reader is taken off the list whose mail server answers nobody: every copy since then came back, three at least, while other readers got theirs."""
    days: int = Field(default=30, ge=1, le=365)
    """Older bounces are forgotten."""
