"""Where a copy comes back to when it cannot be delivered: an address of its own, signed, for each of them.

A receiver that gives up writes to the envelope sender, often in words that name nobody we know: mail is
forwarded, addresses are rewritten. So each copy has an envelope sender of its own (VERP) that names the copy
whatever the report says, and a seal, so that nobody can make up a report about somebody else.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.deliver.smtp.addresses import LOCAL_OCTETS, Mailbox, parse_address
from digest.errors import MessageError

_SEAL = 10
"""Octets of the seal: 80 bits, so that the address keeps within the 64 octets of a local part."""
_KEY = 16
"""Octets of a Message-ID's left side."""
_TOKEN = re.compile(r"(?<![a-z2-7])([a-z2-7]{42})@", re.IGNORECASE)
_COPY = re.compile(rf"<([0-9a-f]{{{2 * _KEY}}})@")


@dataclass(frozen=True, slots=True)
class ReturnPath:
    """Return addresses under ``bounces.address``. ``secrets``: the newest key first."""

    before: str
    """What stands before the token: ``bounces+``, or nothing if a whole domain is for bounces."""
    domain: str
    secrets: Sequence[bytes]

    def address(self, message_id: str) -> Mailbox:
        """Where the copy with that Message-ID comes back to."""
        found = _COPY.match(message_id)
        if found is None:
            raise ValueError(f"{message_id} is not the Message-ID of a copy.")
        key = bytes.fromhex(found[1])
        token = base64.b32encode(_seal(self.secrets[0], key) + key).decode().rstrip("=").lower()
        return Mailbox(self.before + token, self.domain)

    def copies(self, text: str) -> Iterator[str]:
        """The left sides of the Message-IDs of the copies whose return addresses stand in the text."""
        for token in _TOKEN.findall(text):
            try:
                octets = base64.b32decode(token.upper() + "=" * (-len(token) % 8))
            except binascii.Error:
                continue
            seal, key = octets[:_SEAL], octets[_SEAL:]
            if any(hmac.compare_digest(seal, _seal(secret, key)) for secret in self.secrets):
                yield key.hex()


def open_return_path(address: str, secrets: Sequence[bytes]) -> ReturnPath | None:
    """The return addresses under that one; None if the setting is empty. Raises MessageError.

    ``bounces@example.org`` gets a plus and the token behind its local part; ``@bounces.example.org`` is a domain
    of which every address is for bounces.
    """
    if not address:
        return None
    try:
        mailbox = parse_address(address if not address.startswith("@") else f"all{address}")
    except ValueError as error:
        raise MessageError(f"{error} Correct bounces.address.") from error
    before = "" if address.startswith("@") else f"{mailbox.local}+"
    if len(before.encode()) + 42 > LOCAL_OCTETS or not before.isascii():
        raise MessageError("bounces.address needs a name of at most 21 letters of ASCII before its @.")
    return ReturnPath(before, mailbox.domain, secrets)


def _seal(secret: bytes, key: bytes) -> bytes:
    return hmac.digest(secret, b"return\n" + key, "sha256")[:_SEAL]
