"""DKIM signatures, read by another program that knows them."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver import Campaign, Relay, parse_address, send
from digest.deliver.dkim import open_signer
from digest.deliver.message import compose
from digest.errors import MessageError
from digest.settings import DkimSettings
from digest.store import Store
from tests.deliver.letters import SENDER, email, settings
from tests.deliver.relays import FakeRelay
from tests.make import NOW

BRIEF, ANN = parse_address(SENDER.address), parse_address("ann@reader.example")
LINK = "https://here.example/unsubscribe/token"


def _saved(key: PrivateKeyTypes, folder: Path) -> DkimSettings:
    file = folder / "dkim.pem"
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file.write_bytes(key.private_bytes(*form))
    file.chmod(0o600)
    return DkimSettings(selector="brief2026", key=str(file))


def _dns(key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey) -> Callable[..., bytes | None]:
    """What the DNS says of the key, under the one name where it belongs."""
    encoding, public = serialization.Encoding, serialization.PublicFormat
    if isinstance(key, rsa.RSAPrivateKey):
        record = b"v=DKIM1; k=rsa; p=" + b64encode(
            key.public_key().public_bytes(encoding.DER, public.SubjectPublicKeyInfo)
        )
    else:
        record = b"v=DKIM1; k=ed25519; p=" + b64encode(
            key.public_key().public_bytes(encoding.Raw, public.Raw)
        )

    def answer(name: bytes, timeout: int = 5) -> bytes | None:
        return record if name == b"brief2026._domainkey.here.example." else None

    return answer


RSA = rsa.generate_private_key(65537, 2048)
KEYS = pytest.mark.parametrize("key", [RSA, ed25519.Ed25519PrivateKey.generate()], ids=["rsa", "ed25519"])


@KEYS
def test_a_signed_copy_verifies_and_the_one_click_address_is_covered(
    key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey, tmp_path: Path
) -> None:
    sign = open_signer(_saved(key, tmp_path), BRIEF, NOW)
    signed = sign(
        compose(email(subject="Zürich " * 20), "Digest", SENDER, NOW).copy(ANN, "<1@here.example>", LINK)
    )
    assert dkim.verify(signed, dnsfunc=_dns(key))
    head = signed.partition(b"\r\n\r\n")[0]
    assert b":list-unsubscribe:list-unsubscribe-post:from;" in head
    assert max(map(len, head.split(b"\r\n"))) <= 998


@KEYS
@pytest.mark.parametrize("change", [(b"budget", b"badger"), (b"token", b"taken"), (b"To: ann", b"To: bob")])
def test_a_copy_that_was_changed_on_its_way_does_not(
    key: rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey, tmp_path: Path, change: tuple[bytes, bytes]
) -> None:
    sign = open_signer(_saved(key, tmp_path), BRIEF, NOW)
    signed = sign(compose(email(), "Digest", SENDER, NOW).copy(ANN, "<1@here.example>", LINK))
    assert not dkim.verify(signed.replace(*change), dnsfunc=_dns(key))
    assert not dkim.verify(b"From: evil@here.example\r\n" + signed, dnsfunc=_dns(key))


@given(st.text(), st.text(alphabet="a =.\t\n", max_size=40))
def test_whatever_is_printed_verifies(subject: str, text: str) -> None:
    message = compose(email(subject=subject, text=text), "Digest", SENDER, NOW).copy(ANN, "<1@here.example>")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("digest.deliver.dkim._key", lambda _file: RSA)
        sign = open_signer(DkimSettings(selector="brief2026", key="x"), BRIEF, NOW)
    assert dkim.verify(sign(message), dnsfunc=_dns(RSA))


def test_what_a_relay_receives_verifies(store: Store, relay: FakeRelay, tmp_path: Path) -> None:
    config = settings(relay.port).model_copy(update={"dkim": _saved(RSA, tmp_path)})
    send(
        Campaign("mon", email()),
        [str(ANN)],
        store.deliveries,
        Relay(config.smtp),
        settings=config,
        clock=lambda: NOW,
    )
    (envelope,) = relay.received
    assert dkim.verify(envelope.original_content, dnsfunc=_dns(RSA))


def test_two_signatures_verify_each_on_its_own(tmp_path: Path) -> None:
    short = ed25519.Ed25519PrivateKey.generate()
    (folder := tmp_path / "second").mkdir()
    both = _saved(RSA, tmp_path).model_copy(
        update={"second_selector": "short2026", "second_key": _saved(short, folder).key}
    )
    signed = open_signer(both, BRIEF, NOW)(
        compose(email(), "Digest", SENDER, NOW).copy(ANN, "<1@here.example>")
    )

    def answer(name: bytes, timeout: int = 5) -> bytes | None:
        key = RSA if name.startswith(b"brief2026.") else short
        return _dns(key)(name.replace(b"short2026.", b"brief2026."), timeout)

    assert [dkim.DKIM(signed).verify(idx=index, dnsfunc=answer) for index in (0, 1)] == [True, True]
    with pytest.raises(dkim.ValidationError):
        dkim.DKIM(signed.replace(b"budget", b"badger")).verify(idx=1, dnsfunc=answer)


def test_without_a_selector_copies_stay_as_they_are() -> None:
    assert open_signer(DkimSettings(), BRIEF, NOW)(b"message") == b"message"


def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    saved = _saved(RSA, tmp_path)
    Path(saved.key).chmod(0o644)
    with pytest.raises(MessageError, match="chmod 600"):
        open_signer(saved, BRIEF, NOW)


@pytest.mark.parametrize(("content", "said"), [(None, "cannot be read"), (b"no key", "is not a private key")])
def test_a_key_that_cannot_be_used_is_told(tmp_path: Path, content: bytes | None, said: str) -> None:
    file = tmp_path / "key.pem"
    if content is not None:
        file.write_bytes(content)
        file.chmod(0o600)
    with pytest.raises(MessageError, match=said):
        open_signer(DkimSettings(selector="a", key=str(file)), BRIEF, NOW)


def test_a_kind_of_key_that_receivers_do_not_know_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MessageError, match="neither RSA"):
        open_signer(_saved(ec.generate_private_key(ec.SECP256R1()), tmp_path), BRIEF, NOW)
