"""The encoding of feeds and pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.collect.parsing.encoding import decode, is_binary, is_garbled, xml_bytes
from digest.collect.parsing.feed import parse_feed
from digest.collect.parsing.page import parse_page

DANISH = "Søren Kjær’s “budget” – 42 kr."
LABELS = {
    "iso-8859-1": ("cp1252", DANISH),
    "us-ascii": ("cp1252", DANISH),
    "iso-8859-9": ("cp1254", "İstanbul’da şiir ve “ğ”"),
    "iso-8859-2": ("iso8859-2", "Příliš žluťoučký kůň"),
    "windows-1251": ("cp1251", "Парламент одобрил бюджет"),
    "koi8-r": ("koi8-r", "Парламент одобрил бюджет"),
    "gb2312": ("gbk", "議會通過了朱鎔基的預算"),
    "big5": ("big5hkscs", "議會通過預算"),
    "shift_jis": ("cp932", "国会は①予算を可決した"),
    "euc-jp": ("euc_jp", "国会は予算を可決した"),
    "euc-kr": ("cp949", "국회가 뷁 예산을 통과시켰다"),
    "tis-620": ("cp874", "รัฐสภาผ่าน “งบ”"),
    "x-sjis": ("cp932", "国会は①予算を可決した"),
}
"""What a publisher calls it, what browsers read it as, and a text that only the latter has."""


@pytest.mark.parametrize("label", LABELS)
def test_a_label_means_what_browsers_take_it_for(label: str) -> None:
    codec, text = LABELS[label]
    body = f'<?xml version="1.0" encoding="{label}"?><t>'.encode() + text.encode(codec) + b"</t>"

    assert text in decode(body)
    assert text in decode(text.encode(codec), f"text/html; charset={label.upper()}")


@pytest.mark.parametrize("label", [*LABELS, "utf-16", "no-such-thing", ""])
@given(text=st.text(st.characters(min_codepoint=0xA0, max_codepoint=0x2FFF, exclude_categories=["Cs"])))
def test_what_is_utf8_is_read_as_utf8_whatever_it_is_called(label: str, text: str) -> None:
    assert text == decode(text.encode(), f"text/xml; charset={label}").removeprefix("\ufeff")


@given(body=st.binary(max_size=300), label=st.sampled_from([*LABELS, "zip", "base64", "idna", "\0", "utf-7"]))
def test_no_bytes_and_no_label_raise(body: bytes, label: str) -> None:
    assert isinstance(decode(body, f"text/html; charset={label}"), str)
    assert isinstance(xml_bytes(body, f"text/html; charset={label}"), bytes)


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_marks_and_declarations_of_wide_encodings_are_understood(codec: str) -> None:
    text = f'<?xml version="1.0"?><t>{DANISH}</t>'

    assert text == decode(text.encode(codec))
    assert not is_binary(text.encode(codec))


def test_one_broken_byte_does_not_garble_a_page_of_utf8() -> None:
    body = (DANISH * 20).encode() + b"\xff" + DANISH.encode()

    assert DANISH * 20 + "\ufffd" + DANISH == decode(body, "text/html; charset=iso-8859-1")


def test_feed_and_page_follow_the_same_rule() -> None:
    item = f"<item><title>{DANISH}</title><link>https://a.example/1</link></item>"
    feed = f'<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel>{item}</channel></rss>'
    page = f'<html><head><meta charset="iso-8859-1"><title>{DANISH}</title></head><body><p>{DANISH}</p></body></html>'

    for codec in ("utf-8", "cp1252"):
        assert [DANISH] == [
            found.title for found in parse_feed(feed.encode(codec), "https://a.example/").items
        ]
        assert DANISH == parse_page(page.encode(codec), "https://a.example/1").title


@pytest.mark.parametrize("text", ["SÃ¸ren", "â€œNoâ€\x9d", "The S\ufffdren plan", "Kjærâ€™s"])
def test_a_text_that_was_decoded_wrongly_is_noticed(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize(
    "text", [DANISH, *(text for _, text in LABELS.values()), "São Tomé", "Ça va", "plain"]
)
def test_a_text_in_its_own_letters_is_not_taken_for_garbled(text: str) -> None:
    assert not is_garbled(text)
