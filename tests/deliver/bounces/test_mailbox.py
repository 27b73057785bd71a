"""The mailbox for bounces, over a real line with a real certificate."""

from __future__ import annotations

import ssl
from typing import Any

import pytest

from digest.deliver.bounces import open_inbox
from digest.errors import MailboxError
from digest.settings import BounceSettings
from tests.deliver.mailboxes import Mailbox, serving


def _settings(mailbox: Mailbox, **fields: Any) -> BounceSettings:
    return BounceSettings(imap_host="127.0.0.1", imap_port=mailbox.port, imap_username="brief", **fields)


def test_what_is_new_is_read_once_and_what_is_odd_is_flagged(
    server_tls: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    with serving(Mailbox([b"one\r\n", b"two\r\n", b""]), server_tls) as mailbox:
        with open_inbox(_settings(mailbox), "open sesame", trusting) as inbox:
            assert list(inbox.unread()) == [("1", b"one\r\n"), ("2", b"two\r\n"), ("3", b"")]
            inbox.settle("1", flagged=False)
            inbox.settle("2", flagged=True)
        assert mailbox.flags == {1: r"(\Seen)", 2: r"(\Seen \Flagged)"}
        with open_inbox(_settings(mailbox), "open sesame", trusting) as inbox:
            assert [number for number, _ in inbox.unread()] == ["3"]


def test_a_wrong_password_is_told_and_never_shown(
    server_tls: ssl.SSLContext, trusting: ssl.SSLContext
) -> None:
    with (
        serving(Mailbox(), server_tls) as mailbox,
        pytest.raises(MailboxError, match="DIGEST_IMAP_PASSWORD") as caught,
        open_inbox(_settings(mailbox), "open barley", trusting),
    ):
        pass
    assert "barley" not in str(caught.value)


def test_a_certificate_that_nobody_vouches_for_is_refused(server_tls: ssl.SSLContext) -> None:
    with (
        serving(Mailbox(), server_tls) as mailbox,
        pytest.raises(MailboxError, match="cannot be trusted"),
        open_inbox(_settings(mailbox), "open sesame"),
    ):
        pass


def test_a_folder_that_is_not_there_is_told(server_tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    with (
        serving(Mailbox(), server_tls) as mailbox,
        pytest.raises(MailboxError, match=r"bounces\.imap_folder"),
        open_inbox(_settings(mailbox, imap_folder="Returned"), "open sesame", trusting),
    ):
        pass


def test_a_line_that_breaks_is_told(server_tls: ssl.SSLContext, trusting: ssl.SSLContext) -> None:
    with (
        serving(Mailbox([b"one"], drops_at_fetch=True), server_tls) as mailbox,
        pytest.raises(MailboxError, match="cannot be read"),
        open_inbox(_settings(mailbox), "open sesame", trusting) as inbox,
    ):
        list(inbox.unread())


def test_a_server_that_is_not_there_is_told() -> None:
    settings = BounceSettings(imap_host="127.0.0.1", imap_port=1)
    with pytest.raises(MailboxError, match=r"bounces\.imap_host"), open_inbox(settings, ""):
        pass
