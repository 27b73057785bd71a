"""Reaching a relay: only over a line that is protected as was asked, with a sentence where it cannot be."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword

from digest.deliver import Campaign, Relay, open_relay, parse_address, send
from digest.deliver.relay import our_name
from digest.errors import RelayError
from digest.store import Store
from tests.deliver.letters import email, settings
from tests.deliver.relays import FakeRelay, running

SENDER, ANN = parse_address("brief@here.example"), parse_address("ann@reader.example")


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


def test_a_large_edition_goes_to_many_readers_over_protected_lines(
    guarded: FakeRelay, trusting: ssl.SSLContext, store: Store
) -> None:
    config = settings(guarded.port, security="starttls", username="brief", connections=3)
    long = email(text="Council adopts budget. " * 20_000)
    readers = [f"reader{number}@reader.example" for number in range(9)]
    relay = Relay(config.smtp, "open sesame", context=trusting)
    report = send(Campaign("mon", long), readers, store.deliveries, relay, settings=config)
    assert report.counts == {"sent": 9}
    assert guarded.recipients == readers
    plain = [message.get_body(("plain",)) for message in guarded.messages]
    assert {body.get_content() if body else "" for body in plain} == {long.text + "\r\n"}


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


@pytest.mark.parametrize(
    ("sender", "machine", "expected"),
    [
        ("brief@Here.Example", "mail.machine.example", "here.example"),
        ("brief@bücher.example", "mail.machine.example", "xn--bcher-kva.example"),
        ("", "mail.machine.example", "mail.machine.example"),
        ("", "laptop", "localhost.localdomain"),
        ("", "127.0.0.1", "localhost.localdomain"),
        ("", "::1", "localhost.localdomain"),
        ("", "under_score.example", "localhost.localdomain"),
        ("", "", "localhost.localdomain"),
        ("brief@127.0.0.1", "mail.machine.example", "localhost.localdomain"),
    ],
)
def test_a_relay_is_greeted_with_the_senders_name_and_never_with_an_address(
    sender: str, machine: str, expected: str
) -> None:
    assert our_name(sender, lambda: machine) == expected


def test_the_name_is_said_over_tls_too(guarded: FakeRelay, trusting: ssl.SSLContext) -> None:
    smtp = settings(guarded.port, security="starttls", username="brief").smtp
    Relay(smtp, "open sesame", sender="brief@here.example", context=trusting).connect().close()
    assert guarded.greetings == ["here.example", "here.example"]
