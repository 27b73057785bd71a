"""The message: what a mail program and the standards see in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver.message import PREFERENCES_URL, UNSUBSCRIBE_URL, compose, list_id, message_id
from digest.deliver.smtp.addresses import parse_address
from digest.errors import MessageError
from digest.settings import SenderSettings
from tests.deliver.letters import SENDER, email
from tests.deliver.relays import parsed
from tests.make import NOW

ANN = parse_address("ann@reader.example")
ID = "<1@here.example>"


def test_the_headers_say_who_writes_to_whom_and_how_to_leave() -> None:
    message = parsed(compose(email(), "Digest", SENDER, NOW).copy(ANN, ID))
    assert dict(message.items()) == {
        "From": "The Morning Brief <brief@here.example>",
        "To": "ann@reader.example",
        "Subject": "Council adopts budget",
        "Date": "Mon, 02 Mar 2026 06:30:00 +0000",
        "Message-ID": "<1@here.example>",
        "List-Id": "<brief.here.example>",
        "List-Unsubscribe": "<mailto:brief@here.example?subject=unsubscribe>",
        "MIME-Version": "1.0",
        "Content-Type": message["Content-Type"],
    }


def test_the_text_part_comes_first_and_both_parts_arrive_as_they_were() -> None:
    written = email(
        text="Zürich: 5 € =20\n.\n.dot\nFrom here\n" + "long " * 300, html="<p>" + "ü" * 50_000 + "</p>\n"
    )
    message = parsed(compose(written, "Digest", SENDER, NOW).copy(ANN, ID))
    parts = [(part.get_content_type(), part.get_content().splitlines()) for part in message.iter_parts()]
    assert parts == [("text/plain", written.text.splitlines()), ("text/html", written.html.splitlines())]


def test_no_line_is_longer_than_the_standards_allow() -> None:
    written = email(html="<p>" + "<b>x</b>" * 20_000, subject="Wörter " * 90)
    lines = compose(written, "Digest", SENDER, NOW).copy(ANN, ID).split(b"\r\n")
    assert max(map(len, lines)) <= 78


def test_a_readers_own_address_to_leave_stands_in_header_and_body() -> None:
    written = email(
        text=f"Leave: {UNSUBSCRIBE_URL}\n", html=f'<a href="{UNSUBSCRIBE_URL}">Leave</a> {UNSUBSCRIBE_URL}'
    )
    link = "https://here.example/unsubscribe/" + "aZ09-_" * 30
    copy = compose(written, "Digest", SENDER, NOW).copy(ANN, ID, link)
    message = parsed(copy)
    assert message["List-Unsubscribe"] == f"<{link}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    plain, html = (part.get_content().strip() for part in message.iter_parts())
    assert (plain, html) == (f"Leave: {link}", f'<a href="{link}">Leave</a> {link}')
    assert max(map(len, re.split(rb"\r\n", copy.partition(b"\r\n\r\n")[2]))) <= 76


def test_each_of_a_readers_addresses_stands_where_it_belongs_however_often_and_nothing_else_changes() -> None:
    written = email(
        text=f"{PREFERENCES_URL} {UNSUBSCRIBE_URL}\n",
        html=f"<p>{'x ' * 40}{PREFERENCES_URL} {PREFERENCES_URL}</p>",
    )
    letter = compose(written, "Digest", SENDER, NOW)
    leave, prefer = "https://here.example/u/" + "a=" * 99, "https://here.example/p/" + "b" * 99
    plain, html = (
        part.get_content().strip() for part in parsed(letter.copy(ANN, ID, leave, prefer)).iter_parts()
    )
    assert (plain, html) == (f"{prefer} {leave}", f"<p>{'x ' * 40}{prefer} {prefer}</p>")


def test_one_click_is_promised_only_where_the_address_names_the_reader() -> None:
    sender = SENDER.model_copy(update={"unsubscribe": "https://here.example/leave"})
    message = parsed(compose(email(), "Digest", sender, NOW).copy(ANN, ID))
    assert message["List-Unsubscribe"] == "<https://here.example/leave>"
    assert message["List-Unsubscribe-Post"] is None


@pytest.mark.parametrize(
    "unsubscribe", ["http://here.example/leave", "https://here.example/a b", "https://a>\r\nBcc: x"]
)
def test_an_address_to_leave_that_could_break_the_header_is_refused(unsubscribe: str) -> None:
    with pytest.raises(MessageError, match=r"sender\.unsubscribe"):
        compose(email(), "Digest", SENDER.model_copy(update={"unsubscribe": unsubscribe}), NOW)


def test_the_sender_without_a_name_is_called_like_the_digest() -> None:
    sender = SenderSettings(address="brief@here.example", reply_to="desk@here.example")
    message = parsed(compose(email(), "Zürcher Morgen", sender, NOW).copy(ANN, ID))
    assert message["From"] == "Zürcher Morgen <brief@here.example>"
    assert message["Reply-To"] == "desk@here.example"


@given(st.text(), st.text())
def test_no_subject_and_no_title_can_begin_a_header(subject: str, title: str) -> None:
    message = parsed(
        compose(email(subject=subject), title, SenderSettings(address="a@here.example"), NOW).copy(ANN, ID)
    )
    assert len(message.keys()) == 9
    assert [value for name, value in message.items() if name.lower() in {"bcc", "cc"}] == []


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_whatever_the_text_says_only_lines_of_crlf_leave(text: str) -> None:
    copy = compose(email(text=text, html=text or "x"), "Digest", SENDER, NOW).copy(ANN, ID)
    assert not re.search(rb"\r(?!\n)|(?<!\r)\n", copy)


def test_a_text_with_a_reserved_word_is_not_sent() -> None:
    with pytest.raises(MessageError, match="reserved"):
        compose(email(text="X8f2dIdX8f2d"), "Digest", SENDER, NOW)


def test_a_message_id_is_the_same_in_every_try_and_no_other_copys() -> None:
    sender = parse_address(SENDER.address)
    first = message_id("mon", ANN, sender)
    assert message_id("mon", parse_address("ANN@reader.example"), sender) == first
    others = {message_id("tue", ANN, sender), message_id("mon", parse_address("bob@reader.example"), sender)}
    assert first not in others
    assert re.fullmatch(r"<[0-9a-f]{32}@here\.example>", first)


def test_the_list_is_called_after_the_sender() -> None:
    assert list_id(parse_address("Morning.Brief+news@here.example")) == "morning.brief-news.here.example"


@pytest.mark.parametrize(
    ("address", "said"), [("", "Set sender.address"), ("no one@here", "Correct it in sender")]
)
def test_a_digest_without_a_usable_sender_is_not_sent(address: str, said: str) -> None:
    with pytest.raises(MessageError, match=said):
        compose(email(), "Digest", SenderSettings.model_construct(address=address), NOW)
