"""Signing in with an access token instead of a password: OAUTHBEARER (RFC 7628) and Google's older XOAUTH2."""

from __future__ import annotations

import json
import shlex
import smtplib
import subprocess

from digest.errors import RelayError

_PATIENCE = 30
"""Seconds that the program which prints the token may take."""


def fetched_token(command: str) -> str:
    """The access token that the program prints; raises RelayError, in which nothing of it is repeated."""
    try:
        done = subprocess.run(  # noqa: S603 - the publisher's own program, without a shell
            shlex.split(command), check=True, capture_output=True, text=True, timeout=_PATIENCE
        )
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise RelayError(
            f"The program of smtp.token_command gave no token ({type(error).__name__}). Run it yourself and see."
        ) from error
    return done.stdout.strip()


def sign_in(client: smtplib.SMTP, username: str, token: str) -> None:
    """Sign in with a token; raises RelayError with the relay's reason where it refuses."""
    if not token or not token.isascii() or not token.isprintable():
        raise RelayError(
            "There is no access token. Put it into DIGEST_SMTP_TOKEN, or name a program in smtp.token_command."
        )
    reasons: list[str] = []

    def answer(challenge: bytes | None = None) -> str:
        if challenge is None:
            return initial
        # Refused: the relay says why as JSON, wants to hear that we heard it, and then refuses with a code.
        reasons.append(_reason(challenge))
        return "\x01" if mechanism == "OAUTHBEARER" else ""

    offered = client.esmtp_features.get("auth", "").upper().split()
    mechanism = "OAUTHBEARER" if "OAUTHBEARER" in offered else "XOAUTH2"
    who = f"n,a={username}," if mechanism == "OAUTHBEARER" else f"user={username}"
    initial = f"{who}\x01auth=Bearer {token}\x01\x01"
    try:
        client.auth(mechanism, answer)
    except smtplib.SMTPAuthenticationError as error:
        reason = reasons[-1] if reasons else str(error.smtp_code)
        raise RelayError(
            f"The relay refuses the access token ({reason}). Get a new one, for smtp.username and for sending mail."
        ) from None


def _reason(challenge: bytes) -> str:
    """What the relay's JSON says: RFC 7628, 3.2.2."""
    try:
        told = json.loads(challenge)
        reason = f"{told.get('status', 'no status')}, scope {told.get('scope', 'unknown')}"
    except (ValueError, AttributeError, RecursionError):
        return "without a reason"
    return "".join(c for c in reason if c.isprintable())[:200]
