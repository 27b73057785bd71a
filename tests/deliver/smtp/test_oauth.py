"""Signing in with an access token, at a real relay."""

from __future__ import annotations

import ssl
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterator
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, auth_mechanism

from digest.deliver import Relay
from digest.errors import RelayError
from tests.deliver.letters import settings
from tests.deliver.relays import FakeRelay, running

REFUSAL = b'{"status":"invalid_token","scope":"mail.send"}'


class TokenRelay(FakeRelay):
    """Takes the token "sesame" of "brief"; says as JSON why it refuses another, and waits to be answered."""

    answers: list[bytes]

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802 - aiosmtpd's name
        return await self._checked(server, args, b"user=brief\x01auth=Bearer sesame\x01\x01")

    @auth_mechanism("OAUTHBEARER")
    async def auth_bearer(self, server: SMTP, args: list[str]) -> AuthResult:
        return await self._checked(server, args, b"n,a=brief,\x01auth=Bearer sesame\x01\x01")

    async def _checked(self, server: SMTP, args: list[str], expected: bytes) -> AuthResult:
        if b64decode(args[1]) == expected:
            return AuthResult(success=True)
        await server.push(f"334 {b64encode(REFUSAL).decode()}")
        self.answers = [(await server._reader.readline()).strip()]
        return AuthResult(success=False, handled=False)


@pytest.fixture(params=["XOAUTH2", "OAUTHBEARER"])
def guarded(request: pytest.FixtureRequest, server_tls: ssl.SSLContext) -> Iterator[TokenRelay]:
    others = {"XOAUTH2": "OAUTHBEARER", "OAUTHBEARER": "XOAUTH2"}
    options = {
        "tls_context": server_tls,
        "require_starttls": True,
        "auth_required": True,
        "auth_exclude_mechanism": [others[request.param], "LOGIN", "PLAIN"],
    }
    with running(TokenRelay(), **options) as relay:
        assert isinstance(relay, TokenRelay)
        yield relay


def _smtp(relay: FakeRelay, **fields: Any) -> Any:
    return settings(relay.port, security="starttls", username="brief", auth="oauth2", **fields).smtp


def test_a_token_of_the_environment_signs_in(guarded: TokenRelay, trusting: ssl.SSLContext) -> None:
    Relay(_smtp(guarded), "sesame", context=trusting).connect().close()


def test_a_token_that_a_program_prints_signs_in(guarded: TokenRelay, trusting: ssl.SSLContext) -> None:
    command = f"{sys.executable} -c \"print('sesame')\""
    Relay(_smtp(guarded, token_command=command), context=trusting).connect().close()


def test_a_token_that_is_refused_is_told_with_the_reason_and_never_shown(
    guarded: TokenRelay, trusting: ssl.SSLContext
) -> None:
    with pytest.raises(RelayError, match=r"invalid_token, scope mail\.send") as caught:
        Relay(_smtp(guarded), "barley", context=trusting).connect()
    assert "barley" not in str(caught.value)
    assert guarded.answers in ([b""], [b"AQ=="])


@pytest.mark.parametrize("token", ["", "ses\rame", "sésame"])
def test_what_is_no_token_is_told(guarded: TokenRelay, trusting: ssl.SSLContext, token: str) -> None:
    with pytest.raises(RelayError, match="no access token"):
        Relay(_smtp(guarded), token, context=trusting).connect()


@pytest.mark.parametrize(
    "command", ["/no/such/program", f'{sys.executable} -c "raise SystemExit(1)"', 'a "b']
)
def test_a_program_that_gives_no_token_is_told(
    guarded: TokenRelay, trusting: ssl.SSLContext, command: str
) -> None:
    with pytest.raises(RelayError, match=r"smtp\.token_command"):
        Relay(_smtp(guarded, token_command=command), context=trusting).connect()
