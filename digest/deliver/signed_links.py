"""Readers' own links: signed, so that nobody can make one for somebody else, and verified without a database."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Purpose = Literal["confirm", "unsubscribe", "preferences"]

_SIGNATURE = 18
"""Bytes of the signature: 144 bits, and no padding in base64."""


@dataclass(frozen=True, slots=True)
class SignedLinks:
    """Links under ``url`` for one purpose and one reader each. ``secrets``: the newest key first."""

    url: str
    secrets: Sequence[bytes]

    def confirm_url(self, address: str) -> str:
        """Where the reader of that address confirms the sign-up."""
        return f"{self.url}/confirm/{self._token('confirm', address)}"

    def unsubscribe_url(self, address: str) -> str:
        """Where the reader of that address unsubscribes, with one click (RFC 8058)."""
        return f"{self.url}/unsubscribe/{self._token('unsubscribe', address)}"

    def preferences_url(self, address: str) -> str:
        """Where the reader of that address changes the preferences, exports the data kept, and has it erased."""
        return f"{self.url}/preferences/{self._token('preferences', address)}"

    def verify_token(self, purpose: Purpose, token: str) -> str | None:
        """The address that the token was made for; None if it is forged, altered or for another purpose."""
        try:
            decoded = base64.b64decode(token.encode("ascii") + b"=" * (-len(token) % 4), b"-_", validate=True)
            address = decoded[_SIGNATURE:].decode()
        except (binascii.Error, UnicodeError, ValueError):
            return None
        if token != _encoded(decoded):
            return None
        matching = [
            hmac.compare_digest(decoded[:_SIGNATURE], _sign(key, purpose, address)) for key in self.secrets
        ]
        return address if any(matching) and address else None

    def _token(self, purpose: Purpose, address: str) -> str:
        return _encoded(_sign(self.secrets[0], purpose, address) + address.encode())


def _encoded(decoded: bytes) -> str:
    """The one spelling of a token that is accepted: base64 knows others, which differ in the last character."""
    return base64.urlsafe_b64encode(decoded).decode().rstrip("=")


def _sign(key: bytes, purpose: Purpose, address: str) -> bytes:
    return hmac.digest(key, f"{purpose}\n{address}".encode(), "sha256")[:_SIGNATURE]
