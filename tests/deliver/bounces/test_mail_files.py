"""Files of mail, taken apart into messages."""

from __future__ import annotations

from io import BytesIO
from mailbox import mbox
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver.bounces.bounce_report import MOST_BYTES
from digest.deliver.bounces.mail_files import split_messages
from tests.wild.corpus import mails

SEPARATOR = b"From MAILER-DAEMON@mx.reader.example Mon Mar  2 07:00:00 2026"
lines = st.sampled_from(
    [b"Subject: no", b"", b"From me with regards", b"From x at 10:00 in 2026", b"text", b">From"]
)


def packed(messages: list[bytes], end: bytes) -> bytes:
    """An mbox whose messages are escaped as in mboxrd."""
    rows = []
    for message in messages:
        body = [b">" + row if row.lstrip(b">").startswith(b"From ") else row for row in message.split(b"\n")]
        rows += [SEPARATOR, *body, b""]
    return end.join([*rows, b""])


@given(
    st.lists(st.lists(lines, min_size=1, max_size=5).map(b"\n".join), max_size=4),
    st.sampled_from([b"\n", b"\r\n"]),
)
def test_what_is_packed_into_an_mbox_comes_out_again(messages: list[bytes], end: bytes) -> None:
    found = [message.replace(b"\r\n", b"\n") for message in split_messages(BytesIO(packed(messages, end)))]

    assert [message.strip(b"\n") for message in messages] == [message.strip(b"\n") for message in found]


@pytest.mark.parametrize("mail", mails())
def test_a_message_by_itself_is_one(mail: bytes) -> None:
    assert [mail] == list(split_messages(BytesIO(mail)))


def test_all_that_was_seen_comes_out_of_one_mbox_as_the_standard_library_has_it() -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "box"
        path.write_bytes(
            b"".join(SEPARATOR + b"\n" + mail.replace(b"\r\n", b"\n") + b"\n" for mail in mails())
        )
        box = mbox(path)
        expected = [box.get_bytes(key) for key in box.keys()]  # noqa: SIM118 - a mailbox iterates over messages
        box.close()
        with path.open("rb") as stream:
            found = list(split_messages(stream))

    assert [mail.strip(b"\n") for mail in expected] == [mail.strip(b"\n") for mail in found]


def test_a_large_message_is_cut_and_the_next_one_is_whole() -> None:
    large, small = b"x" * 100 + b"\n", b"Subject: no\n"
    box = SEPARATOR + b"\n" + large * 9000 + b"\n" + SEPARATOR + b"\n" + small
    first, second = split_messages(BytesIO(box))

    assert (True, small) == (MOST_BYTES <= len(first) < MOST_BYTES + 200, second)


def test_nothing_has_no_message() -> None:
    assert [] == list(split_messages(BytesIO(b"")))
