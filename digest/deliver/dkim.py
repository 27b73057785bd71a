"""A signature of the sender's domain on each copy (DKIM, RFC 6376; Ed25519 by RFC 8463).

Headers are taken relaxed and the body as it is: every copy leaves as it was signed. The headers that the large
receivers look at are named one by one, the one-click address among them; From is named twice, so that nobody can
add another one.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from stat import S_IRWXG, S_IRWXO
from typing import TYPE_CHECKING

from digest.deliver.smtp.addresses import Mailbox
from digest.errors import MessageError
from digest.settings import DkimSettings
from digest.text.decoding import utf8

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

SIGNED = (
    "from", "to", "subject", "date", "message-id", "reply-to", "mime-version", "content-type", "list-id",
    "list-unsubscribe", "list-unsubscribe-post",
)  # fmt: skip
"""RFC 8058, section 4, asks for the last two."""

_HEADER = re.compile(r"^([!-9;-~]+):((?:.*\r\n)(?:[ \t].*\r\n)*)", re.MULTILINE)

Sign = Callable[[bytes], bytes]


def open_signer(settings: DkimSettings, sender: Mailbox, now: datetime) -> Sign:
    """What signs a copy for the sender's domain; without a selector it leaves copies as they are.

    Raises MessageError if the key cannot be used.
    """
    if not settings.selector:
        return lambda message: message
    named = ((settings.second_selector, settings.second_key), (settings.selector, settings.key))
    keys = [(selector, _key(Path(file))) for selector, file in named if selector]
    tags = f"c=relaxed/simple; d={sender.domain}; t={int(now.timestamp())}"

    def sign(message: bytes) -> bytes:
        head, _, body = message.partition(b"\r\n\r\n")
        fields = {n.lower(): _relaxed(n, value) for n, value in _HEADER.findall(head.decode() + "\r\n")}
        digest = b64encode(sha256(body.rstrip(b"\r\n") + b"\r\n").digest()).decode()
        signatures = (
            _signature(fields, digest, f"v=1; a={_algorithm(key)}; s={selector}; {tags}", key)
            for selector, key in keys
        )
        return "".join(signatures).encode() + message

    return sign


def public_record(file: str) -> str:
    """The TXT record that belongs into the DNS for the key in that file. Raises MessageError if the key cannot be used."""
    from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat  # noqa: PLC0415 - an extra

    key = _key(Path(file))
    if hasattr(key, "key_size"):
        kind, data = "rsa", key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    else:
        kind, data = "ed25519", key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return f"v=DKIM1; k={kind}; p={b64encode(data).decode()}"


def _algorithm(key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> str:
    return "rsa-sha256" if hasattr(key, "key_size") else "ed25519-sha256"


def _signature(
    fields: Mapping[str, str], digest: str, tags: str, key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey
) -> str:
    """The header field that signs these fields, in relaxed form, and a body of that digest, with its line end."""
    names = [name for name in SIGNED if name in fields]
    unsigned = f"DKIM-Signature: {tags};\r\n h={':'.join([*names, 'from'])};\r\n bh={digest};\r\n b="
    _, value = unsigned.split(":", 1)
    signed = "".join(fields[name] for name in names) + _relaxed("DKIM-Signature", value).removesuffix("\r\n")
    return (
        unsigned
        + "\r\n ".join(re.findall(r".{1,72}", b64encode(_sealed(signed.encode(), key)).decode()))
        + "\r\n"
    )


def _relaxed(name: str, value: str) -> str:
    """A header field in relaxed form: RFC 6376, 3.4.2."""
    unfolded = re.sub(r"[ \t]+", " ", value.replace("\r\n", ""))
    return f"{name.lower()}:{unfolded.strip()}\r\n"


def _sealed(data: bytes, key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> bytes:
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - an extra
    from cryptography.hazmat.primitives.asymmetric import ed25519, padding  # noqa: PLC0415 - an extra

    if isinstance(key, ed25519.Ed25519PrivateKey):
        return key.sign(sha256(data).digest())
    return key.sign(data, padding.PKCS1v15(), hashes.SHA256())


def _key(file: Path) -> rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey:
    try:
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - an extra
        from cryptography.hazmat.primitives.asymmetric import ed25519, rsa  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise MessageError("Signing needs the package cryptography: pip install cryptography.") from error
    try:
        if file.stat().st_mode & (S_IRWXG | S_IRWXO):
            raise MessageError(f"The key {file} can be read by others. Protect it: chmod 600 {file}")
        key = serialization.load_pem_private_key(utf8(file.read_bytes()), None)
    except OSError as error:
        raise MessageError(f"The key {file} cannot be read: {error.strerror}. Check dkim.key.") from error
    except (ValueError, TypeError) as error:
        raise MessageError(
            f"{file} is not a private key in PEM format without a password. Check dkim.key."
        ) from error
    if isinstance(key, ed25519.Ed25519PrivateKey) or (
        isinstance(key, rsa.RSAPrivateKey) and key.key_size >= 1024
    ):
        return key
    raise MessageError(f"The key {file} is neither RSA of 1024 bits or more nor Ed25519. Make another one.")
