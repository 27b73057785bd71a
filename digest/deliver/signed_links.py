"""Readers' own addresses: signed, so that nobody can make one for somebody else, and opened without a database."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Purpose = Literal["confirm", "unsubscribe", "preferences"]

_SEAL = 18
"""Octets of the seal: 144 bits, and no padding in base64."""


@dataclass(frozen=True, slots=True)
class SignedLinks:
    """Addresses under ``url`` for one purpose and one reader each. ``secrets``: the newest key first."""

    url: str
    secrets: Sequence[bytes]

    def confirm(self, address: str) -> str:
        """Where the reader of that address confirms the sign-up."""
        return f"{self.url}/confirm/{self._token('confirm', address)}"

    def leave(self, address: str) -> str:
        """Where the reader of that address leaves, with one click (RFC 8058)."""
        return f"{self.url}/unsubscribe/{self._token('unsubscribe', address)}"

    def preferences(self, address: str) -> str:
        """Where the reader of that address changes what comes, sees what is kept, and has it erased."""
        return f"{self.url}/preferences/{self._token('preferences', address)}"

    def reader(self, purpose: Purpose, token: str) -> str | None:
        """The address for which the token was made; None where it is forged, altered or for something else."""
        try:
            octets = base64.b64decode(token.encode("ascii") + b"=" * (-len(token) % 4), b"-_", validate=True)
            address = octets[_SEAL:].decode()
        except (binascii.Error, UnicodeError, ValueError):
            return None
        if token != _written(octets):
            return None
        sealed = [hmac.compare_digest(octets[:_SEAL], _seal(key, purpose, address)) for key in self.secrets]
        return address if any(sealed) and address else None

    def _token(self, purpose: Purpose, address: str) -> str:
        return _written(_seal(self.secrets[0], purpose, address) + address.encode())


def _written(octets: bytes) -> str:
    """The one way in which a token is written: base64 knows others, whose last character differs."""
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")


def _seal(key: bytes, purpose: Purpose, address: str) -> bytes:
    return hmac.digest(key, f"{purpose}\n{address}".encode(), "sha256")[:_SEAL]
