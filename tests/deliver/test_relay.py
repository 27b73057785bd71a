"""Reaching a relay: only over a line that is protected as was asked, with a sentence where it cannot be."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from digest.deliver import Relay, open_relay, parse_address
from digest.errors import RelayError
from tests.deliver.letters import settings
from tests.deliver.relays import FakeRelay, running

SENDER, ANN = parse_address("brief@here.example"), parse_address("ann@reader.example")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Key and certificate of 127.0.0.1, signed by nobody but itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "relay.test")])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(datetime.now(UTC) - timedelta(days=1))
        .not_valid_after(datetime.now(UTC) + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    )
    file = tmp_path_factory.mktemp("tls") / "relay.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(private + builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return file


@pytest.fixture
def server_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


@pytest.fixture
def guarded(server_tls: ssl.SSLContext) -> Iterator[FakeRelay]:
    """A relay that wants STARTTLS and then the password "open sesame"."""

    def check(
        _server: object, _session: object, _envelope: object, _how: str, data: LoginPassword
    ) -> AuthResult:
        return AuthResult(success=data.password == b"open sesame", handled=False)

    options = {
        "tls_context": server_tls,
        "require_starttls": True,
        "auth_required": True,
        "authenticator": check,
    }
    with running(FakeRelay(), **options) as relay:
        yield relay


def test_a_copy_goes_over_a_protected_line_after_sign_in(
    guarded: FakeRelay, trusting: ssl.SSLContext
) -> None:
    smtp = settings(guarded.port, security="starttls", username="brief").smtp
    with Relay(smtp, "open sesame", context=trusting).connect() as connection:
        assert connection.deliver(SENDER, ANN, b"Subject: x\r\n\r\nx\r\n").ending == "sent"
    assert guarded.recipients == ["ann@reader.example"]


def test_a_wrong_password_is_told_and_never_shown(guarded: FakeRelay, trusting: ssl.SSLContext) -> None:
    smtp = settings(guarded.port, security="starttls", username="brief").smtp
    with pytest.raises(RelayError, match=r"refuses the sign-in.*DIGEST_SMTP_PASSWORD") as caught:
        Relay(smtp, "open barley", context=trusting).connect()
    assert "barley" not in str(caught.value)


def test_a_certificate_that_nobody_vouches_for_is_refused(guarded: FakeRelay) -> None:
    with pytest.raises(RelayError, match="cannot be trusted"):
        open_relay(settings(guarded.port, security="starttls").smtp).connect()


def test_a_relay_without_starttls_gets_nothing_where_it_was_asked_for(relay: FakeRelay) -> None:
    with pytest.raises(RelayError, match=r"smtp\.security"):
        open_relay(settings(relay.port, security="starttls").smtp).connect()


def test_tls_from_the_first_octet_to_a_relay_that_speaks_plainly_is_told(relay: FakeRelay) -> None:
    with pytest.raises(RelayError, match=r"Check smtp\.host, smtp\.port"):
        open_relay(settings(relay.port, security="tls").smtp).connect()


def test_without_a_relay_the_user_is_told_what_to_set() -> None:
    with pytest.raises(RelayError, match=r"Set smtp\.host"):
        open_relay(settings(host="").smtp).connect()


def test_what_the_relay_offers_can_be_looked_at(relay: FakeRelay) -> None:
    with open_relay(settings(relay.port).smtp).connect() as connection:
        assert {"smtputf8", "8bitmime", "size"} <= set(connection.abilities)
