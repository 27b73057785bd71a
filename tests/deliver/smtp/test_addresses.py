"""Which texts are addresses that can be written to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.deliver import parse_address


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ann@reader.example", "ann@reader.example"),
        (" Ann.Lee+digest@Reader.EXAMPLE ", "Ann.Lee+digest@reader.example"),
        ("ann@bücher.example", "ann@xn--bcher-kva.example"),
        ("jürgen@reader.example", "jürgen@reader.example"),
        ("o'neil@reader.example", "o'neil@reader.example"),
        ("аня@почта.example", "аня@xn--80a1acny.example"),
        ("ann漢字かな@reader.example", "ann漢字かな@reader.example"),
    ],
)
def test_an_address_is_read_in_one_plain_form(text: str, expected: str) -> None:
    assert str(parse_address(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ann",
        "@reader.example",
        "ann@",
        "ann lee@reader.example",
        "ann@reader..example",
        "ann@-reader.example",
        "ann@rea_der.example",
        ".ann@reader.example",
        "ann@reader.example\r\nBcc: all@reader.example",
        "ann@reader.example>\nRCPT TO:<all@reader.example",
        "<ann@reader.example>",
        '"ann lee"@reader.example',
        "ann@reader.example,bob@reader.example",
        "a\u202enna@reader.example",
        "ann@re\u0430der.example",
        "ann@xn--reder-5ve.example",
        "\u0430nn@reader.example",
        "αnn@reader.example",
        "\uff41nn@reader.example",
        "a" * 65 + "@reader.example",
        "ann@" + ".".join(["reader" * 9] * 5),
    ],
)
def test_what_is_no_usable_address_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        parse_address(text)


@given(st.text(max_size=80))
def test_whatever_is_typed_gives_a_safe_mailbox_or_a_sentence(text: str) -> None:
    try:
        mailbox = parse_address(text)
    except ValueError:
        return
    assert not set(str(mailbox)) & set(' \t\r\n<>,;:()[]"\\')
    assert parse_address(str(mailbox)) == mailbox
    assert mailbox.domain.isascii()


def test_only_a_name_beyond_ascii_needs_a_relay_that_knows_it() -> None:
    assert parse_address("jürgen@reader.example").needs_smtputf8
    assert not parse_address("ann@bücher.example").needs_smtputf8
