"""What can be written to: one mailbox in one plain form, safe in a header and in an SMTP command."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import idna

LOCAL_OCTETS = 64
"""RFC 5321, 4.5.3.1.1."""
ADDRESS_OCTETS = 254
"""The 256 octets of a path without its angle brackets: RFC 5321, 4.5.3.1.3."""

# RFC 5322 dot-atom and, for RFC 6531, letters and digits beyond ASCII. Quoted local parts exist in standards only.
_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address that was checked; ``domain`` is in the form of the DNS (``xn--`` where it must be)."""

    local: str
    domain: str

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def needs_smtputf8(self) -> bool:
        return not self.local.isascii()


def parse_address(text: str) -> Mailbox:
    """The mailbox of ``name@domain``; raises ValueError with a sentence for the user."""
    address = unicodedata.normalize("NFC", text.strip())
    local, at, domain = address.rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or not address.isprintable():
        raise ValueError(f"{text.strip()!r} is not an e-mail address: write it as name@domain.")
    try:
        mailbox = Mailbox(local, _dns_form(domain))
    except idna.IDNAError as error:
        raise ValueError(f"The domain of {text.strip()!r} cannot exist: {error}.") from error
    if misleading(local) or _misleads(mailbox.domain):
        raise ValueError(
            f"{text.strip()!r} has letters that only look like others: type it as it is usually written."
        )
    if len(local.encode()) > LOCAL_OCTETS or len(str(mailbox).encode()) > ADDRESS_OCTETS:
        raise ValueError(f"{text.strip()!r} is longer than an e-mail address can be.")
    return mailbox


@lru_cache(maxsize=4096)
def _dns_form(domain: str) -> str:
    """Readers share domains, and looking each letter up costs more than all else that is done to an address."""
    return idna.encode(domain, uts46=True, std3_rules=True).decode("ascii").lower()


@lru_cache(maxsize=4096)
def _misleads(domain: str) -> bool:
    return any(map(misleading, idna.decode(domain).split(".")))


# Highly Restrictive in UTS 39, 5.2: one script, or what Japanese, Chinese and Korean write together and with Latin.
_TOGETHER = (
    {"LATIN", "CJK", "HIRAGANA", "KATAKANA"},
    {"LATIN", "CJK", "BOPOMOFO"},
    {"LATIN", "CJK", "HANGUL"},
)


def misleading(word: str) -> bool:
    """Whether the word mixes scripts that nobody mixes, or has letters that stand for others (ｆullwidth, 𝐛old).

    A script is known by the first word of the names that Unicode gives its letters.
    """
    if word.isascii():
        return False
    names = [unicodedata.name(letter, "?") for letter in word if unicodedata.category(letter).startswith("L")]
    scripts = {name.partition(" ")[0] for name in names}
    mixed = len(scripts) > 1 and not any(scripts <= group for group in _TOGETHER)
    return mixed or unicodedata.normalize("NFKC", word) != word
